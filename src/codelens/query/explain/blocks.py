"""Reads several lines without a header: help output, and parts of config files in whatever syntax.

Of a few lines the last and deepest key is the telling one, and comes first; a longer text keeps its order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.query.explain.bare import bare_pieces, key_of, section_of
from codelens.query.explain.commands import help_pieces, is_help, usage_program
from codelens.query.explain.pieces import Kind, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.explain.formats import Formats
    from codelens.query.explain.metrics import Help
    from codelens.query.explain.rows import Row

_FEW = 12  # keys that somebody copied for the last of them
_MOST_ROWS = 30  # lines of a message


def opens_section(text: str) -> bool:
    """Whether lines that are not indented can belong to the one before."""
    bare = text.strip()
    return (bare.endswith(":") and " " not in bare) or (bare.startswith("[") and bool(section_of(bare)))


def block_pieces(rows: Sequence[tuple[Row, int]], formats: Formats, known: Help) -> list[Piece]:
    """The pieces of several lines.

    Args:
        rows: The lines, each with its place in the event's text.
        formats: What is known of formats.
        known: The help of metrics that stood above.
    """
    first = rows[0][0]
    if any(is_help(row.inner) for row, _ in rows) or (first.indent and first.inner.lstrip().startswith("-")):
        return _of_help(rows, known)
    keys = _keys(rows)
    if keys and (opens_section(first.inner) or section_of(first.inner) or len(keys) > len(rows) // 2):
        return keys[::-1] if len(keys) <= _FEW else keys
    return _of_text(rows, bare_pieces(first, formats, known))


def _of_text(rows: Sequence[tuple[Row, int]], first: list[Piece]) -> list[Piece]:
    """A message of several lines, and what its first line may be."""
    text = "\n".join(row.inner.rstrip() for row, _ in rows[:_MOST_ROWS])
    bare = text.lstrip()
    row, _ = rows[0]
    last, at = rows[min(len(rows), _MOST_ROWS) - 1]
    message = Piece(
        Kind.MESSAGE, bare, row.span(len(text) - len(bare), 0)[0], at + last.span(0, len(last.inner))[1], "message"
    )
    return [message, *(piece for piece in first if piece.kind is not Kind.MESSAGE)]


def _of_help(rows: Sequence[tuple[Row, int]], known: Help) -> list[Piece]:
    pieces: list[Piece] = []
    program = known.program
    for number, (row, at) in enumerate(rows):
        program = usage_program(row.inner) or program
        if is_help(row.inner) or usage_program(row.inner) or row.inner.lstrip().startswith("-"):
            following = rows[number + 1][0].inner if number + 1 < len(rows) else ""
            more = following if following.strip() and not following.lstrip().startswith("-") else ""
            pieces += help_pieces(
                row,
                at,
                program,
                more if following[: len(following) - len(following.lstrip())] > row.inner[: row.indent] else "",
            )
    known.program = program
    return pieces


@dataclass(frozen=True, slots=True)
class _Open:
    """A section that is open: by its brace, or until something is indented less."""

    indent: int
    name: str
    braced: bool


class _Sections:
    """The sections around a line of a config file."""

    def __init__(self) -> None:
        self._header = ""
        self._stack: list[_Open] = []

    def header(self, name: str) -> None:
        """A name in brackets, which stands for all that follows."""
        self._header, self._stack = name, []

    def closed(self) -> None:
        """A brace was closed."""
        while self._stack and not self._stack.pop().braced:
            pass

    def at(self, indent: int) -> str:
        """The sections around what stands at an indent, the outermost first."""
        while self._stack and not self._stack[-1].braced and self._stack[-1].indent >= indent:
            self._stack.pop()
        return ".".join(name for name in (self._header, *(each.name for each in self._stack)) if name)

    def opened(self, indent: int, name: str, *, braced: bool) -> None:
        """A section begins."""
        self._stack.append(_Open(indent, name, braced))


def _keys(rows: Sequence[tuple[Row, int]]) -> list[Piece]:
    """The keys of a part of a config file, each with the sections around it."""
    pieces: list[Piece] = []
    sections = _Sections()
    for row, at in rows:
        bare = row.inner.strip()
        if not bare or bare.startswith(("#", ";", "//", "---")):
            continue
        if bare[0] in "}])":
            sections.closed()
            continue
        section = section_of(bare)
        if section and bare.startswith("["):
            sections.header(section)
            pieces.append(_key(row, at, section, row.inner.find(section), ""))
        else:
            pieces += _entry(row, at, section, sections)
    return pieces


def _entry(row: Row, at: int, section: str, sections: _Sections) -> Iterator[Piece]:
    """The key of a line, and the section that it opens."""
    text = row.inner.rstrip()
    start = row.indent
    while text.startswith("- ", start):
        start += 2 + len(text[start + 2 :]) - len(text[start + 2 :].lstrip())
    around = sections.at(start)
    key, place = (section, text.find(section)) if section else key_of(text[start:])[:2]
    if not key:
        return
    yield _key(row, at, key, place if section else start + place, around)
    if section or text.endswith((":", "{", "|", ">")):
        sections.opened(start, key, braced=bool(section) or text.endswith("{"))


def _key(row: Row, at: int, key: str, start: int, around: str) -> Piece:
    place, end = row.span(start, start + len(key))
    said = f"key in {around}" if around else "config key"
    return Piece(Kind.CONFIG, key, at + place, at + end, said, detail=around)
