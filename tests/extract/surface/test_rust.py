"""What a program in Rust shows is told by its calls and its macros, whose tokens are not taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.model import Statement

SHOWN = [
    ('fn f() { info!("started {} of {n:?}", x); }', [("log", "started {s} of {s}")]),
    (
        'fn f() { error!(target: "net", kind = "slow", %peer, "no answer from {}", peer); }',
        [("text", "net"), ("text", "slow"), ("log", "no answer from {s}")],
    ),
    ('fn f() { tracing::warn!(message = "too old"); }', [("log", "too old")]),
    (
        'fn f() { tokio::select! { _ = a => { info!("stopping now"); bail!("cut off at {}", x) } } }',
        [("log", "stopping now"), ("error", "cut off at {s}")],
    ),
    (
        'fn f() { Err(anyhow!("bad thing {}", a)).context("while reading") }',
        [("error", "bad thing {s}"), ("error", "while reading")],
    ),
    ('fn f() { open(p).with_context(|| format!("cannot open {}", p))?; }', [("error", "cannot open {s}")]),
    ('fn f() { panic!("oh {x}"); y.expect("must be there"); }', [("error", "oh {s}"), ("error", "must be there")]),
    ('fn f() { return Err(Error::Bad("not a number".to_string())); }', [("error", "not a number")]),
    (
        'enum E { #[error("no {0} here")] A(u8), #[snafu(display("lost {name}"))] B, #[error(transparent)] C }',
        [("error", "no {s} here"), ("error", "lost {s}")],
    ),
    (
        'struct O { /// help\n #[arg(long, short, env = "APP_LEVEL", default_value = "info")]\n log_level: String }',
        [("env", "APP_LEVEL"), ("text", "info"), ("flag", "log_level")],
    ),
    (
        'struct O { #[clap(long = "dry-run")] dry: bool, #[arg(short)] quick: bool, #[serde(rename = "old")] new: u8 }',
        [("flag", "dry-run"), ("text", "old")],
    ),
    ('fn f() { std::env::var("HOME_DIR").unwrap(); env!("BUILD_ID"); }', [("env", "HOME_DIR"), ("env", "BUILD_ID")]),
    ('const ENV_PORT: &str = "APP_PORT"; const NAME: &str = "APP_NAME";', [("env", "APP_PORT"), ("text", "APP_NAME")]),
    (
        'lazy_static! { static ref X: IntCounter = register_int_counter!(opts!("app_runs", "Runs.")).unwrap(); }',
        [("metric", "app_runs"), ("text", "Runs.")],
    ),
    ('fn f() { registry.register("requests", "Requests.", c); }', [("metric", "requests"), ("text", "Requests.")]),
    ('fn f() { Router::new().route("/health", get(h)); }', [("route", "/health")]),
    (
        '#[derive(Debug)] #[cfg(feature = "x11")] struct A; fn f() { assert_eq!(a, "both are the same"); }',
        [("text", "both are the same")],
    ),
    ('fn f() { let r = r#"all "of" it\\n"#; }', [("text", 'all "of" it\\n')]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("rust", source) == expected


def test_the_level_of_a_log_is_that_of_its_macro_among_tokens(
    statements: Callable[[str, str], list[Statement]],
) -> None:
    found = statements("rust", 'fn f() { select! { a => { debug!("one thing"); error!("another {}", x) } } }')
    assert [(one.call, one.level) for one in found] == [("debug!", "debug"), ("error!", "error")]


def test_a_metric_among_tokens_has_its_help(statements: Callable[[str, str], list[Statement]]) -> None:
    found = statements(
        "rust", 'lazy_static! { static ref X: C = register_counter!("app_runs", "How often.").unwrap(); }'
    )
    assert [(one.kind, one.also) for one in found] == [("metric", {"help": "How often."}), ("text", {})]
