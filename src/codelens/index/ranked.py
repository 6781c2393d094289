"""The terms of symbols, each with the symbols that have it and their static ranks, in files mapped into memory.

Symbols stand in the order of their terms, so that those of a prefix, which may be tens of thousands, are one range: it
is counted, and its best are told, without reading a posting after the other. Whoosh's table of terms takes seven
microseconds for each term of a prefix; a range is a slice. Numbers have the machine's byte order.
"""

from __future__ import annotations

import mmap
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from codelens.index.listing import Listing, write_listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_HEAD = 16  # bytes: how many symbols there are, how many terms
_RANK, _NUMBER = 8, 4  # bytes


class Symbols(NamedTuple):
    """Symbols of one segment.

    Args:
        numbers: Of their records.
        ranks: The static rank of each, smaller is better.
    """

    numbers: Sequence[int]
    ranks: Sequence[int]


NOBODY = Symbols((), ())


def write_ranked(terms: Path, symbols: Path, postings: Mapping[bytes, Sequence[int]]) -> None:
    """Write two files.

    Args:
        terms: The terms, which hold no line feed.
        symbols: Those of each term.
        postings: For each term the number of a record, its static rank, the number of the next record, …
    """
    ranks, numbers = array("Q"), array("I")
    firsts, offsets = array("I"), array("I")
    offset = 0
    for term in sorted(postings):
        firsts.append(len(numbers))
        offsets.append(offset)
        offset += len(term) + 1
        numbers.extend(postings[term][::2])
        ranks.extend(postings[term][1::2])
    firsts.append(len(numbers))
    write_listing(terms, postings)
    with symbols.open("wb") as file:
        array("Q", (len(numbers), len(offsets))).tofile(file)
        for each in (ranks, numbers, firsts, offsets):
            each.tofile(file)


class Ranked:
    """The terms of a segment's symbols, mapped into memory when they are first asked.

    Args:
        terms: As :func:`write_ranked` wrote them.
        symbols: The same.
        gone: The numbers of records that are deleted.
    """

    def __init__(self, terms: Path, symbols: Path, gone: frozenset[int]) -> None:
        self.listing = Listing(terms)
        self._gone = gone
        with symbols.open("rb") as stream:
            held = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        count, listed = held[:_HEAD].cast("Q")
        numbers = _HEAD + count * _RANK
        firsts = numbers + count * _NUMBER
        offsets = firsts + (listed + 1) * _NUMBER
        self._ranks = held[_HEAD:numbers].cast("Q")
        self._numbers = held[numbers:firsts].cast("I")
        self._firsts = held[firsts:offsets].cast("I")
        self._offsets = held[offsets : offsets + listed * _NUMBER].cast("I")

    def having(self, term: bytes) -> Symbols:
        """The symbols that have a term."""
        at = self.listing.find(term)
        if at is None:
            return NOBODY
        number = bisect_left(self._offsets, at)
        return self._between(number, number + 1)

    def starting(self, prefix: bytes) -> Symbols:
        """The symbols of all terms that start so; one that has several of them is there as often."""
        return self._between(*self._range(prefix))

    def beyond(self, prefix: bytes) -> Symbols:
        """The same without those of the term that is the prefix itself."""
        low, high = self._range(prefix)
        return self._between(low + (self.listing.find(prefix) is not None), high)

    def _range(self, prefix: bytes) -> tuple[int, int]:
        """The numbers of the first term that starts so, and of the first behind them."""
        low, high = self.listing.range(prefix)
        return bisect_left(self._offsets, low), bisect_left(self._offsets, high)

    def _between(self, low: int, high: int) -> Symbols:
        """The symbols of a range of terms."""
        first, last = self._firsts[low], self._firsts[high]
        numbers, ranks = self._numbers[first:last], self._ranks[first:last]
        if not self._gone or self._gone.isdisjoint(numbers):
            return Symbols(numbers, ranks)
        here = [(number, rank) for number, rank in zip(numbers, ranks, strict=True) if number not in self._gone]
        return Symbols([number for number, _ in here], [rank for _, rank in here])
