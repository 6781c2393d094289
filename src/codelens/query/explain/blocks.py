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
    from collections.abc import Sequence

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
    message = Piece(Kind.MESSAGE, bare, row.span(len(text) - len(bare), 0)[0], at + last.span(0, len(last.inner))[1], "message")
    return [message, *(piece for piece in first if piece.kind is not Kind.MESSAGE)]


def _of_help(rows: Sequence[tuple[Row, int]], known: Help) -> list[Piece]:
    pieces: list[Piece] = []
    program = known.program
    for number, (row, at) in enumerate(rows):
        program = usage_program(row.inner) or program
        if is_help(row.inner) or usage_program(row.inner) or row.inner.lstrip().startswith("-"):
            following = rows[number + 1][0].inner if number + 1 < len(rows) else ""
            more = following if following.strip() and not following.lstrip().startswith("-") else ""
            pieces += help_pieces(row, at, program, more if following[: len(following) - len(following.lstrip())] > row.inner[: row.indent] else "")
    known.program = program
    return pieces


@dataclass(frozen=True, slots=True)
class _Open:
    indent: int
    name: str
    braced: bool


def _keys(rows: Sequence[tuple[Row, int]]) -> list[Piece]:
    """The keys of a part of a config file, each with the sections around it."""
    pieces: list[Piece] = []
    stack: list[_Open] = []
    header = ""
    for row, at in rows:
        text = row.inner
        bare = text.strip()
        if not bare or bare.startswith(("#", ";", "//", "---")):
            continue
        if bare[0] in "}])":
            while stack and not stack.pop().braced:
                pass
            continue
        section = section_of(text)
        if section and bare.startswith("["):
            header, stack = section, []
            pieces.append(_key(row, at, section, text.find(section), ""))
            continue
        indent = row.indent
        while bare.startswith("- "):
            shorter = bare[2:].lstrip()
            indent += len(bare) - len(shorter)
            bare = shorter
        while stack and not stack[-1].braced and stack[-1].indent >= indent:
            stack.pop()
        around = ".".join(name for name in (header, *(each.name for each in stack)) if name)
        if section:
            key, start = section, text.find(section)
        else:
            key, start, _ = key_of(text[len(text) - len(bare) :].rstrip() if text.endswith(bare) else bare)
            start += text.find(bare)
        if not key:
            continue
        pieces.append(_key(row, at, key, start, around))
        if section or text.rstrip().endswith((":", "{", "|", ">")):
            stack.append(_Open(indent, key, bool(section) or text.rstrip().endswith("{")))
    return pieces


def _key(row: Row, at: int, key: str, start: int, around: str) -> Piece:
    place, end = row.span(start, start + len(key))
    said = f"key in {around}" if around else "config key"
    return Piece(Kind.CONFIG, key, at + place, at + end, said, detail=around)
