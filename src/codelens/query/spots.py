"""A spot that one reads at, and how it is found again in the same file at another commit.

A file moves on while one reads: a definition is a few lines further down, a line above it is gone. What a person means
by "here" is the line with this text, in the definition of this name, so that is what is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.query.file_text import FileText
    from codelens.query.matches import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a file, and what it is known by.

    Args:
        place: The file.
        line: 0-based.
        column: In characters, 0-based.
        text: Of the line, without the white space around it.
        symbol: Of the definition around it; "" where there is none.
        below: How many lines below the first one of that.
    """

    place: Place
    line: int
    column: int
    text: str
    symbol: str
    below: int


def spot_in(file: FileText, line: int, column: int) -> Spot:
    """The spot at a line and a character of a file."""
    around = file.around(line)
    text = file.lines[line].strip() if line < len(file.lines) else ""
    symbol, below = (around.symbol, line - around.range.line) if around else ("", 0)
    return Spot(file.place, line, column, text, symbol, below)


def found_again(spot: Spot, file: FileText) -> tuple[int, bool]:
    """Where a spot is in another reading of its file.

    Returns:
        The line, 0-based, and whether it has the same text; when it has not, it is where that would be.
    """
    last = max(len(file.lines) - 1, 0)
    same = [match for match in file.definitions if match.symbol == spot.symbol] if spot.symbol else []
    home = min(same, key=lambda match: abs(match.range.line + spot.below - spot.line), default=None)
    expected = min(spot.line if home is None else min(home.range.line + spot.below, home.end_line), last)
    if not any(character.isalnum() for character in spot.text):  # a brace is everywhere
        return expected, expected <= last and file.lines[expected].strip() == spot.text
    if home is not None:
        found = _nearest(spot, file, range(home.range.line, min(home.end_line, last) + 1), expected)
        if found is not None:
            return found, True
    found = _nearest(spot, file, range(len(file.lines)), expected)
    return (expected, False) if found is None else (found, True)


def _nearest(spot: Spot, file: FileText, lines: Iterable[int], expected: int) -> int | None:
    """The line with the text of a spot that is nearest to where it is expected."""
    found = [line for line in lines if file.lines[line].strip() == spot.text]
    return min(found, key=lambda line: abs(line - expected), default=None)
