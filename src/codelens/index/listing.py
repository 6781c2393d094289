"""A sorted list of terms, one a line, in a file beside a segment: what expressions and prefixes run over.

A look-up of each term in Whoosh's table costs ten microseconds, a scan of the whole list about as much as a hundred.
"""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Protocol

    class Found(Protocol):
        """Where a pattern is found."""

        def start(self) -> int:
            """The offset of the first byte."""

        def end(self) -> int:
            """The offset after the last byte."""

    class Searching(Protocol):
        """A pattern of RE2 or of Python."""

        def search(self, text: bytes | mmap.mmap, at: int = ..., /) -> Found | None:
            """Where it is first found at an offset or after it."""


_LINE_FEED = 10


def write_listing(file: Path, terms: Iterable[bytes]) -> None:
    """Write the terms, which hold no line feed, in their order."""
    file.write_bytes(b"\n".join(sorted(terms)))


class Listing:
    """A list, mapped into memory when it is first asked."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as stream:
            size = file.stat().st_size
            self.text: bytes | mmap.mmap = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""

    def starting(self, prefix: bytes) -> Iterator[bytes]:
        """The terms that start so."""
        at = self._first(prefix)
        while at < len(self.text):
            term = self.text[at : self._end(at)]
            if not term.startswith(prefix):
                return
            yield term
            at += len(term) + 1

    def range(self, prefix: bytes) -> tuple[int, int]:
        """The offsets of the first term that starts so, and of the first behind them."""
        low = self._first(prefix)
        after = prefix.rstrip(b"\xff")  # no term that starts so comes after the next prefix of the same length
        return low, self._first(after[:-1] + bytes((after[-1] + 1,))) if after else len(self.text)

    def find(self, term: bytes) -> int | None:
        """The offset of a term; None when there is none."""
        at = self._first(term)
        return at if at < len(self.text) and self.text[at : self._end(at)] == term else None

    def matching(self, pattern: Searching) -> Iterator[bytes]:
        """The terms in which a pattern is found that never leaves its line."""
        at = 0
        while at < len(self.text) and (found := pattern.search(self.text, at)) is not None:
            start = self.text.rfind(b"\n", 0, found.start()) + 1
            end = self._end(max(found.start(), start))
            yield self.text[start:end]
            at = end + 1

    def matching_edges(self, pattern: Searching) -> Iterator[bytes]:
        """The same for a pattern that may begin or end in a line feed, which stands for the edge of a term."""
        first, last = self.text.find(b"\n"), self.text.rfind(b"\n")
        for term in (self.text[:first], self.text[last + 1 :]) if first >= 0 else (self.text[:],):
            if term and pattern.search(b"\n%s\n" % term) is not None:
                yield term
        at = first
        while 0 <= at < last and (found := pattern.search(self.text, at)) is not None:
            inner = found.start() + (self.text[found.start()] == _LINE_FEED)
            start = self.text.rfind(b"\n", 0, inner) + 1
            at = self.text.find(b"\n", max(inner, found.end() - 1))
            if start > last:
                break
            yield self.text[start:at]

    def _first(self, prefix: bytes) -> int:
        """Where the first term begins that is not before a prefix."""
        low, high = 0, len(self.text)
        while low < high:
            start = self.text.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._end(start)
            if self.text[start:end] < prefix:
                low = end + 1
            else:
                high = start
        return low

    def _end(self, at: int) -> int:
        end = self.text.find(b"\n", at)
        return end if end >= 0 else len(self.text)
