"""What configuration languages and build files say when something is wrong; most of them show little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ("makefile", "$(error no $(NAME) here)\n", [("error", "no {s} here")]),
    ("makefile", "$(warning old)\n$(info built)\n", [("log", "old"), ("log", "built")]),
    ("makefile", "all:\n\techo $(wildcard x)\n", []),
    ("starlark", 'fail("no %s" % name)', [("error", "no {s}")]),
    ("starlark", 'fail("missing: " + name)', [("error", "missing: {$name}")]),
    ("starlark", 'print("slow {}".format(x))', [("log", "slow {s}")]),
    ("starlark", 'load(":x.bzl", "y")', []),
    ("starlark", 'cc_library(name = "x")', [("text", "x")]),
    ("jsonnet", "error 'no ' + name", [("error", "no {$name}")]),
    ("jsonnet", "{ a: error 'must be set', b: 'plain' }", [("error", "must be set")]),
    ("jsonnet", "{ assert self.a > 0 : 'a is too small' }", [("error", "a is too small")]),
    ("puppet", 'fail("no ${name} here")', [("error", "no {$name} here")]),
    ("puppet", "warning('old one')", [("log", "old one")]),
    ("puppet", "ensure_packages('curl')", [("text", "curl")]),
    ("nix", 'throw "no ${name} here"', [("error", "no {$name} here")]),
    ("nix", 'assertMsg (x > 0) "x is too small"', [("error", "x is too small")]),
    ("nix", 'lib.warn "old one" x', [("log", "old one")]),
    ("nix", '{ description = "A tool"; }', [("text", "A tool")]),
]


@pytest.mark.parametrize(("language", "source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], language: str, source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown(language, source) == expected
