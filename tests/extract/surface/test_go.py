"""What a program in Go shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('func f() { lg.Warn("slow request", zap.String("path", p)) }', [("log", "slow request"), ("text", "path")]),
    ('func f() { log.G(ctx).WithError(err).Errorf("cannot stop %q", id) }', [("log", "cannot stop {q}")]),
    (
        'func f() { level.Info(l).Log("msg", "it began", "n", 1) }',
        [("text", "msg"), ("log", "it began"), ("text", "n")],
    ),
    ('func f() { klog.V(2).InfoS("Started it", "pod", p) }', [("log", "Started it"), ("text", "pod")]),
    ('func f() error { return fmt.Errorf("read %s: %w", p, err) }', [("error", "read {s}: {w}")]),
    ('func f() error { return errors.New(fmt.Sprintf("no %d", n)) }', [("error", "no {d}")]),
    ('var x = fmt.Sprintf("%s-%d of it", a, b)', [("text", "{s}-{d} of it")]),
    ('func f() { fs.StringVar(&x, "data-dir", "", "where it is") }', [("flag", "data-dir"), ("text", "where it is")]),
    ('var x = cli.BoolFlag{Name: "quiet", Usage: "say less"}', [("flag", "quiet"), ("text", "say less")]),
    (
        'func f() { exec.Command("mount", "x"); zap.Int("count", 1) }',
        [("text", "mount"), ("text", "x"), ("text", "count")],
    ),
    ('func f() { os.Getenv("APP_A") }', [("env", "APP_A")]),
    ('func f() { mux.HandleFunc("/health", h) }', [("route", "/health")]),
    (
        'var m = prometheus.CounterOpts{Namespace: ns, Subsystem: "disk", Name: "writes_total", Help: "Writes."}',
        [("text", "disk"), ("metric", "writes_total"), ("text", "Writes.")],
    ),
    (
        'type C struct { Port int `yaml:"port" protobuf:"bytes,3,opt,name=thePort"` }',
        [("config", "port"), ("config", "thePort")],
    ),
    ('const limit = "too many"', [("text", "too many")]),
    ('const Lamps featuregate.Feature = "Lamps"', [("gate", "Lamps")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("go", f"package a\n{source}") == expected
