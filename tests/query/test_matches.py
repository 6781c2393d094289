"""A line is shown whole, or cut around what matters when it would fill a screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from codelens.query.matches import LONGEST_LINE, shown_line


def test_a_line_of_usual_length_is_shown_trimmed() -> None:
    assert shown_line(b"\t a line ", 3, 4) == "a line"


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_of_a_long_line_the_place_is_shown_and_not_much_else(before: int, after: int) -> None:
    line = b"a" * before + b"PLACE" + b"b" * after
    shown = shown_line(line, before, before + 5)
    assert "PLACE" in shown
    assert len(shown) <= LONGEST_LINE + 2
    assert (shown.endswith("…"), shown.startswith("…")) != (True, True) or len(line) > LONGEST_LINE
