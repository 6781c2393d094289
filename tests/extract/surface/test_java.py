"""What a program in Java shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('void f() { LOG.info("started " + name + " in {} ms", ms); }', [("log", "started {$name} in {s} ms")]),
    ('void f() { log.error("no {} of {}", a, b); }', [("log", "no {s} of {s}")]),
    ('void f() { System.err.println("cannot do this: " + why); }', [("log", "cannot do this: {$why}")]),
    (
        'void f() { throw new IOException(String.format("cannot read %s: %d", file, n)); }',
        [("error", "cannot read {s}: {d}")],
    ),
    ('void f() { throw new IOException("key.of.message"); }', [("text", "key.of.message")]),
    ('@Value("${app.timeout:30}") int t;', [("config", "app.timeout")]),
    ('@RequestMapping(value = "/api", method = GET) void g() { }', [("route", "/api")]),
    ('@GetMapping("/users/{id}") void g() { }', [("route", "/users/{s}")]),
    (
        'void f() { System.getenv("APP_HOME"); System.getProperty("app.dir", "/tmp"); System.getProperty("os.name"); }',
        [("env", "APP_HOME"), ("config", "app.dir"), ("text", "/tmp"), ("text", "os.name")],
    ),
    ('void f() { if ("--verbose".equals(args[0])) { } }', [("flag", "verbose")]),
    (
        'void f() { options.addOption("p", "port", true, "where to listen"); }',
        [("flag", "p"), ("flag", "port"), ("text", "where to listen")],
    ),
    (
        '@Option(names = {"-q", "--quiet"}, description = "say less") boolean quiet;',
        [("flag", "q"), ("flag", "quiet"), ("text", "say less")],
    ),
    (
        'void f() { Counter.build().name("jobs_total").help("Jobs."); registry.counter("queue.size"); }',
        [("metric", "jobs_total"), ("text", "Jobs."), ("metric", "queue.size")],
    ),
    ('String s = ok ? "two words" : "b";', [("text", "two words"), ("text", "b")]),
    ('static final String LIMIT = "too many";', [("text", "too many")]),
    ('void f() { out.print("<td class=x>"); }', [("text", "<td class=x>")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("java", f"class A {{ {source} }}") == expected
