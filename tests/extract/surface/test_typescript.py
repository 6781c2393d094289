"""What a program in TypeScript shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('class A { limit = "too many"; @Get("/users") f(a: "lit") { } }', [("text", "too many"), ("route", "/users")]),
    ('throw new TypeError("not " + (a as string));', [("error", "not {s}")]),
    ('enum E { B = "two words" }', [("text", "two words")]),
    ("const { A } = process.env; const b = process.env.APP_B!;", [("env", "APP_B")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("typescript", source) == expected
