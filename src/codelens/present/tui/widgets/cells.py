"""Characters of source text and the cells of the screen that they take: tabs, wide ones, unprintable ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells
from rich.segment import Segment

from codelens.present.formats import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

TAB = 4  # cells


def cells_before(text: str, column: int) -> int:
    """The cells that the characters before one of them take."""
    return cell_len(_tabs_as_spaces(text[:column], 0))


def ending(text: str, width: int) -> str:
    """A text, or of one that is too long its end."""
    if cell_len(text) <= width:
        return text
    return f"…{chop_cells(text[::-1], width - 1)[0][::-1]}" if width > 1 else ""


def joined(text: str, styles: Sequence[Style]) -> list[Segment]:
    """Neighbours of one style as one piece, tabs as spaces, and what would move the terminal's cursor as escapes."""
    segments: list[Segment] = []
    start = cells = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or styles[at] is not styles[start]:
            piece = _tabs_as_spaces(text[start:at], cells)
            segments.append(Segment(piece, styles[start]))
            cells += cell_len(piece)
            start = at
    segments.append(Segment(" ", styles[len(text)]))
    return segments


def _tabs_as_spaces(text: str, cells: int) -> str:
    if "\t" not in text:
        return text if text.isprintable() else printable(text)
    pieces = []
    for piece in re.split("(\t)", text):
        shown = " " * (TAB - cells % TAB) if piece == "\t" else printable(piece)
        pieces.append(shown)
        cells += cell_len(shown)
    return "".join(pieces)


def character_at(text: str, cell: int) -> int:
    """The character that stands at a cell of a line."""
    cells = 0
    for number, character in enumerate(text):
        cells += cell_len(_tabs_as_spaces(character, cells))
        if cells > cell:
            return number
    return len(text)
