"""What a row of the list says, fitted into its cells: kind, symbol, line, place, and why it stands where it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from codelens.model import Role
from codelens.present.formats import printable
from codelens.present.tui.widgets.cells import ending

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.present.tui.rows import Row
    from codelens.query.matches import Match

# A piece of a row: its text, and the part of the row that it is, which has a style of that name.
Piece = tuple[str, str]

_KIND = 9  # cells
_WHY = 10
_LEAST_BODY = 32  # cells that symbol and line get before the place gets more
_MOST_PLACE = 0.38  # of the width
_MOST_SYMBOL = 0.5  # of what symbol and line share
_LEAST_TEXT = 16  # cells: a line of fewer says nothing, and the symbol gets them
_INDENT = 2
_DEEPEST = 6  # what part of the width a row of a tree is indented by at the most
_SHALLOW = 8  # cells of indentation that cost the place nothing


def row_pieces(row: Row, width: int, words: Sequence[str], *, several: bool) -> Iterator[Piece]:
    """The pieces of a row, together as wide as it is.

    Args:
        row: The row.
        width: In cells.
        words: What is highlighted.
        several: Whether the repository is named.
    """
    if row.match is None:
        yield from _heading(row, width)
        return
    match = row.match
    before = f"{_indent(row, width)}{_mark(row)}"
    most = max(width - _KIND - _WHY - _LEAST_BODY, int(width * _MOST_PLACE)) - max(cell_len(before) - _SHALLOW, 0)
    place = place_of(match, most, several=several)
    body = width - _KIND - cell_len(before) - cell_len(place) - 2 - _WHY
    yield f"{kind_of(match):{_KIND}}"[: _KIND - 1] + " ", "kind"
    yield before, "edge"
    if row.edge:
        edge = f"{_fitted(printable(row.edge), max(body // 2, 0))} "
        yield edge, "edge"
        body -= cell_len(edge)
    yield from _body(match, row.note, max(body, 0), words)
    yield f"  {place}", "place"
    yield set_cell_size(f" {why(match)}", _WHY), "why"


def _heading(row: Row, width: int) -> Iterator[Piece]:
    """A title, and what there is to say of it; a remark when it stands below one."""
    part = "note" if row.depth else "heading"
    under = " " * _KIND if row.depth else ""
    note = printable(row.note)
    room = max(width - (cell_len(note) + 2 if note else 0), width // 2)
    text = _fitted(f"{under}{_indent(row, width)}{_mark(row)}{printable(row.text)}", room)
    yield text, part
    if (left := width - cell_len(text)) > 0:
        yield set_cell_size(f"  {note}", left), "note"


def _indent(row: Row, width: int) -> str:
    """What stands before a row of a tree; so deep that little room would be left, a number says how deep."""
    most = width // _DEEPEST
    if _INDENT * row.depth <= most:
        return " " * _INDENT * row.depth
    return f"{row.depth}› ".rjust(most)


def remark_width(width: int, depth: int) -> int:
    """How many cells of a row a remark has."""
    return max(width - (_KIND if depth else 0) - _INDENT * depth, 1)


def is_mark(row: Row, cell: int, width: int) -> bool:
    """Whether the mark that unfolds a row stands at a cell of its line."""
    start = cell_len(_indent(row, width)) + (_KIND if row.match is not None or row.depth else 0)
    return start <= cell < start + cell_len(_mark(row))


def _mark(row: Row) -> str:
    return "" if row.unfolded is None else "▾ " if row.unfolded else "▸ "


def kind_of(match: Match) -> str:
    """A word for what a match is: the kind of a definition, the role of anything else."""
    if match.role is Role.DEFINITION:
        return match.kind
    return match.kind or match.stands or "text"


def why(match: Match) -> str:
    """Why a match stands where it does, in a word: how its name answers, or how sure it is."""
    return match.tier.value if match.role is Role.DEFINITION else match.confidence.value


def place_of(match: Match, width: int, *, several: bool) -> str:
    """``repository path:line``, 1-based; of a path too long, its end."""
    line = f":{match.range.line + 1}"
    repository = f"{match.place.repository} " if several else ""
    path = ending(printable(match.place.path), max(width - cell_len(repository) - len(line), 8))
    return f"{repository}{path}{line}"


def _body(match: Match, note: str, width: int, words: Sequence[str]) -> Iterator[Piece]:
    """Symbol and line: of a definition the symbol counts, of all else the line, where there is room for both."""
    defined = match.role is Role.DEFINITION
    symbol = printable(match.symbol)
    text = f"({note})" if note else printable(match.signature)
    least = 0 if note or not symbol else min(cell_len(text), _LEAST_TEXT)
    shared = max(int(width * _MOST_SYMBOL), width - 2 - cell_len(text))
    symbol = _fitted(symbol, width if defined or width - shared - 2 < least else shared)
    room = width - cell_len(symbol) - (2 if symbol else 0)
    text = set_cell_size(text, room) if room > 0 and room >= least else ""
    sought = words if defined else (printable(match.name), *words)
    yield from highlighted(symbol, words, "symbol" if defined else "scope")
    if symbol and text:
        yield "  ", "text"
    yield from highlighted(text, sought, "text") if not note else iter([(text, "note")])
    if (left := width - cell_len(symbol) - (cell_len(text) + 2 * bool(symbol) if text else 0)) > 0:
        yield " " * left, "text"


def _fitted(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1).rstrip()}…" if width > 1 else ""


def highlighted(text: str, words: Sequence[str], part: str) -> Iterator[Piece]:
    """A text in pieces: those that any of the words names are of the part ``match``."""
    sought = [re.escape(word) for word in sorted(set(words), key=len, reverse=True) if word.strip()]
    at = 0
    for found in re.finditer("|".join(sought), text, re.IGNORECASE) if sought else ():
        if found.start() > at:
            yield text[at : found.start()], part
        yield found[0], "match"
        at = found.end()
    if at < len(text):
        yield text[at:], part
