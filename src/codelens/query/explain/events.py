"""What was pasted, event by event: lines that belong together are put together, and read.

    for event in events(file): ...

Lines come in one by one and at most :data:`MOST_LINES` are held, so a log of any length is read in the same memory.
Each line of the input is in exactly one event. A line joins the one above it when it is indented, when it is a part of
the same stack trace, or when a brace is open; a line with a header that the program itself wrote never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.query.explain.bare import bare_pieces
from codelens.query.explain.blocks import block_pieces, opens_section
from codelens.query.explain.formats import load_formats
from codelens.query.explain.logs import log_pieces
from codelens.query.explain.metrics import Help
from codelens.query.explain.pieces import Event, Hints, Kind, Piece
from codelens.query.explain.rows import read_row
from codelens.query.explain.structured import members_of
from codelens.query.explain.traces import trace_pieces
from codelens.query.explain.tracing import Beginnings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codelens.query.explain.formats import Formats
    from codelens.query.explain.rows import Row
    from codelens.query.explain.tracing import Told

__all__ = ["MOST_LINES", "Event", "Hints", "Kind", "Piece", "events"]

MOST_LINES = 1_000  # of an event
MOST_CHARACTERS = 1_000_000  # of an event
_BLANKS = 3  # empty lines that may stand within a trace or a block


def events(lines: Iterable[str]) -> Iterator[Event]:
    """The events of what was pasted.

    Args:
        lines: With their ends or without.

    Raises:
        SettingsError: A file of ``queries/formats`` is wrong.
    """
    return _Assembly(load_formats()).events(lines)


class _Assembly:
    """Puts lines together.

    An event that is being made has rows, and empty ones that belong to it only if what follows does.
    """

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._beginnings = Beginnings(formats.styles)
        self._help = Help()
        self._clear()

    def _clear(self) -> None:
        self._rows: list[Row] = []
        self._blanks: list[Row] = []
        self._size = 0
        self._braces = 0
        self._section = False
        self._style: Told | None = None
        self._frames = False

    def events(self, lines: Iterable[str]) -> Iterator[Event]:
        """All events."""
        for number, line in enumerate(lines):
            row = read_row(self._formats, number, line)
            if row.is_blank and not row.skipped:
                if not self._holds_blank():
                    yield from self._ended()
                self._blanks.append(row)
            elif self._joins(row):
                self._rows += self._blanks
                self._blanks = []
                self._add(row)
            else:
                yield from self._ended()
                self._add(row)
        yield from self._ended()

    def _holds_blank(self) -> bool:
        may = self._style is not None or self._braces > 0 or self._section
        return bool(self._rows) and may and len(self._blanks) < _BLANKS

    def _add(self, row: Row) -> None:
        if not self._rows:
            self._section = opens_section(row.inner)
        self._rows.append(row)
        self._size += len(row.text)
        if row.told:
            self._style = row.told
            self._frames = row.told.role in ("frame", "place") or (self._frames and row.told.role != "last")
        if not self._rows[0].headed and self._style is None:
            self._braces = max(self._braces + _opened(row.inner), 0)

    def _joins(self, row: Row) -> bool:
        first = self._rows[0] if self._rows else None
        if not row.headed and not row.skipped:
            row.told = self._told(row)
        if first is None or row.headed or row.skipped or first.skipped == "binary" or row.around != first.around:
            return False
        if len(self._rows) + len(self._blanks) >= MOST_LINES or self._size > MOST_CHARACTERS:
            return False
        if row.told:
            return self._continues_trace(row.told)
        if self._braces > 0:
            return True
        if row.indent > (0 if first.headed or first.around else first.indent) or (row.indent and self._style):
            return not self._blanks or self._section or self._style is not None
        return self._section and _is_listed(row.inner, first.inner)

    def _told(self, row: Row) -> Told | None:
        """What a line is in a trace: in the one that is being read, or in a new one."""
        if self._style is not None:
            told = self._style.style.told(row.inner)
            if told and (told.role != "last" or (self._frames and not self._blanks)):
                return told
        return self._beginnings.told(row.inner)

    def _continues_trace(self, told: Told) -> bool:
        if self._style is not None and told.style is self._style.style:
            if told.role == "start":
                return not self._frames and told.number != self._style.number
            return told.role != "message" or self._frames
        if told.role == "start" or self._blanks:
            return False
        return told.role != "message" or self._rows[0].headed

    def _ended(self) -> Iterator[Event]:
        """The event that was being made, and the empty lines after it."""
        rows, blanks, style = self._rows, self._blanks, self._style
        self._clear()
        if rows:
            yield self._read(rows, style)
        if blanks:
            yield Event(blanks[0].number, len(blanks), "\n".join(row.text for row in blanks), "", ())

    def _read(self, rows: list[Row], style: Told | None) -> Event:
        first = rows[0]
        text = first.text if len(rows) == 1 else "\n".join(row.text for row in rows)
        skipped = first.skipped or next((row.skipped for row in rows if row.skipped), "")
        if first.skipped == "binary":
            return Event(first.number, len(rows), text, "", (), skipped)
        placed = _placed(rows)
        form = first.form
        pieces: list[Piece] = []
        if first.headed or (first.around and first.told is None):
            message = [each for each in placed if each[0].told is None]
            pieces = log_pieces(self._formats, message, self._beginnings)
        elif style is None:
            pieces, form = self._without_header(placed, form)
        elif first.told is None:
            pieces = bare_pieces(first, self._formats, self._help)
        if style is not None:
            pieces += trace_pieces(self._formats, placed, first.header.get("program", ""))
            form = form or style.style.name
            if len(pieces) == 1 and len(rows) == 1:
                pieces = _alternatives(pieces, bare_pieces(first, self._formats, self._help))
        return Event(first.number, len(rows), text, form, tuple(pieces), skipped)

    def _without_header(self, placed: list[tuple[Row, int]], form: str) -> tuple[list[Piece], str]:
        first = placed[0][0]
        if len(placed) == 1:
            return bare_pieces(first, self._formats, self._help), form
        whole = "\n".join(row.inner for row, _ in placed)
        if first.exact and first.inner.startswith("{") and not first.around and (fields := members_of(whole)):
            first.fields, first.inner, first.stop = fields, whole, len(whole)
            first.form, first.said = "json", "object of JSON"
            return log_pieces(self._formats, placed[:1], self._beginnings), "json"
        return block_pieces(placed, self._formats, self._help), form


def _alternatives(read: list[Piece], others: list[Piece]) -> list[Piece]:
    """What one line of a trace may be instead, unless its path and line make that sure."""
    hints = read[0].hints
    sure = read[0].kind is not Kind.FRAME or hints.line is not None or bool(hints.program)
    known = {(piece.kind, piece.text) for piece in read}
    return read if sure else read + [piece for piece in others if (piece.kind, piece.text) not in known]


def _placed(rows: list[Row]) -> list[tuple[Row, int]]:
    """Each row with the place of its text in that of the event."""
    placed = []
    at = 0
    for row in rows:
        placed.append((row, at))
        at += len(row.text) + 1
    return placed


def _opened(text: str) -> int:
    """How many braces a line opens at its end, less those that it closes at its beginning."""
    bare = text.strip()
    if bare.endswith(("{", "[", "{,")) and not bare.startswith(("}", "]")):
        return 1
    return -1 if bare.startswith(("}", "]")) and not bare.endswith(("{", "[")) else 0


def _is_listed(text: str, first: str) -> bool:
    """Whether a line that is not indented is an entry of the section that the first one opens."""
    if first.startswith("["):
        return not text.startswith("[") and ("=" in text or text.startswith(("#", ";")))
    return text.startswith(("- ", "#"))
