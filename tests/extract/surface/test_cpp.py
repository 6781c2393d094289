"""What a program in C++ shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    (
        'void f() { LOG(ERROR) << "cannot open " << name << ": " << code << std::endl; }',
        [("log", "cannot open {$name}: {$code}\n")],
    ),
    ('void f() { std::cerr << "x is " << 3; }', [("log", "x is {s}")]),
    ('void f() { throw std::runtime_error("bad " + what); }', [("error", "bad {$what}")]),
    ('auto s = R"--(raw \\n "text")--";', [("text", 'raw \\n "text"')]),
    ('auto s = "two"s;', [("text", "two")]),
    ('void f() { opts.add_option("config,c", "where"); }', [("flag", "config"), ("flag", "c"), ("text", "where")]),
    ('void f() { std::getenv("APP_X"); }', [("env", "APP_X")]),
    ('void f() { log_info("took %d ms", n); }', [("log", "took {d} ms")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("cpp", source) == expected
