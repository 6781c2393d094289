"""A template lies in a text when its literals stand there in their order and its holes can hold what is between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.query.explain.templates import fit, flat

SAID = ("moored ", "s", " at pier ", "d", "")


@pytest.mark.parametrize(
    ("pieces", "text", "whole"),
    [
        (SAID, "moored the Anna at pier 12", True),
        (SAID, "moored the Anna at pier twelve", False),
        (SAID, "12:00 moored the Anna at pier 12", False),
        (("no wind",), "no wind", True),
        (("no wind",), "no wind today", False),
        (("no wind: ", "w", ""), "no wind: a calm: of days", True),
        (("", "s", " is adrift"), "Anna is adrift", True),
        (("sailed with ", "x", ""), "sailed with 0x7f", True),
        (("sailed with ", "f", " knots"), "sailed with 7.5 knots", True),
        (("line one\nline", "s", " two"), "line one line number two", True),
    ],
)
def test_a_template_is_whole_where_nothing_speaks_against_it(
    pieces: tuple[str, ...], text: str, *, whole: bool
) -> None:
    found = fit(pieces, text)
    assert found is not None
    assert found.whole is whole


@pytest.mark.parametrize("text", ["at pier 12 moored the Anna", "moored", "", "mooring the Anna at pier 12"])
def test_literals_out_of_order_or_missing_are_no_fit(text: str) -> None:
    assert fit(SAID, text) is None


def test_the_worth_is_what_the_literals_tell() -> None:
    long, short = (
        fit(("moored the ", "s", " at pier"), "moored the Anna at pier"),
        fit(("moored",), "moored the Anna at pier"),
    )
    assert long is not None
    assert short is not None
    assert long.worth > short.worth
    assert (long.letters, long.spans) == (15, ((0, 11), (15, 23)))


WORDS = st.lists(st.sampled_from(["sail", "wind", "a", "of", "pier", "12"]), min_size=1, max_size=5).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=4, max_size=4))
def test_what_a_template_made_it_fits(literals: list[str], values: list[str]) -> None:
    pieces = [literals[0]]
    text = literals[0]
    for literal, value in zip(literals[1:], values, strict=False):
        pieces += ["s", f" {literal}"]
        text += f"{value} {literal}"
    found = fit(tuple(pieces), flat(text))
    assert found is not None
    assert found.letters == sum(character.isalnum() for piece in pieces[::2] for character in piece)


def test_a_text_made_to_be_slow_is_not() -> None:
    """Each hole could start at each letter; a regular expression would try them all."""
    pieces = ("a", *(part for _ in range(60) for part in ("s", "a")), "s", "b")
    found = fit(pieces, "a" * 4_000)
    assert found is not None
    assert not found.whole
