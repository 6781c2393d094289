"""A file as it is shown: its lines as text, its outline, and which parts of a line are comments and strings.

Columns of matches are bytes, those of what is shown are characters; only this module knows how they meet.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from codelens.model import Stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.extract.lexical import Stands
    from codelens.query.matches import Match, Place

_BAD = "\ufffd"  # shown for each byte that is no UTF-8


@dataclass(frozen=True, slots=True)
class FileText:
    """A file that was read.

    Args:
        place: The file, at the commit that was read.
        lines: Their text without line ends; a line ends in a line feed alone, as the index counts them.
        definitions: In the order of their places: the outline.
        blob: Its bytes.
        starts: The byte offset of each line's first byte.
        stands: Where its comments and strings stand, as bytes; None when its language does not say.
    """

    place: Place
    lines: tuple[str, ...]
    definitions: tuple[Match, ...]
    blob: bytes = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    stands: Stands | None = field(default=None, repr=False)

    def column_of(self, line: int, byte_column: int) -> int:
        """The character of a line that holds a byte of it; the line's length for what is beyond its end."""
        text = self.lines[line]
        if text.isascii():
            return max(0, min(byte_column, len(text)))
        return min(bisect_right(_starts(self._bytes(line)), max(byte_column, 0)) - 1, len(text))

    def byte_column_of(self, line: int, column: int) -> int:
        """The first byte of a character of a line; the length of the line in bytes for what is beyond its end."""
        text = self.lines[line]
        column = max(0, min(column, len(text)))
        return column if text.isascii() else _starts(self._bytes(line))[column]

    def around(self, line: int) -> Match | None:
        """The innermost definition that holds a line, if there is one."""
        around = [match for match in self.definitions if match.range.line <= line <= match.end_line]
        return max(around, key=lambda match: (match.range.line, -match.end_line), default=None)

    def parts(self, line: int) -> Iterator[tuple[int, int, Stand]]:
        """The comments and strings of a line: first character, the one after the last, and which of the two."""
        if self.stands is None:
            return
        start = self.starts[line]
        end = start + len(self._bytes(line))
        for first, last, kind in self.stands.between(start, end):
            yield self.column_of(line, first - start), self.column_of(line, last - start), Stand(kind)

    def _bytes(self, line: int) -> bytes:
        end = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.blob)
        return self.blob[self.starts[line] : end].removesuffix(b"\r")


def lines_of(blob: bytes) -> tuple[tuple[str, ...], Sequence[int]]:
    """The lines of a file as they are shown, and where each begins."""
    raw = blob.split(b"\n")
    starts = list(accumulate((len(line) + 1 for line in raw[:-1]), initial=0))
    return tuple(_shown(line.removesuffix(b"\r")) for line in raw), starts


def _shown(line: bytes) -> str:
    """A line as text: one character for each that it has, and one for each byte that belongs to none."""
    if line.isascii():
        return line.decode("ascii")
    text = line.decode("utf-8", "surrogateescape")
    return "".join(_BAD if _is_bad(character) else character for character in text)


def _starts(line: bytes) -> list[int]:
    """The first byte of each character, and the length of the line."""
    text = line.decode("utf-8", "surrogateescape")
    sizes = (1 if _is_bad(character) else len(character.encode()) for character in text)
    return list(accumulate(sizes, initial=0))


def _is_bad(character: str) -> bool:
    return "\udc80" <= character <= "\udcff"
