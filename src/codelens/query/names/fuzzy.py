"""The names nearest to a misspelt one, by edits: swapped, missing, added or other letters."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.index.shard import Shard

_MOST_NAMES = 5


def nearest_names(shards: Sequence[Shard], name: str) -> list[str]:
    """The folded names of symbols within a few edits of a name, the nearest first, at most five."""
    wanted = name.lower()
    most = 1 if len(wanted) < 5 else 2  # noqa: PLR2004 - one edit in four letters leaves a name recognisable
    found: dict[str, int] = {}
    for start in dict.fromkeys((wanted[:1], wanted[1:2])):
        for shard in shards:
            for segment in shard.segments:
                for term in segment.names.starting(start.encode("utf-8", "surrogateescape")):
                    _consider(term.decode("utf-8", "surrogateescape"), wanted, most, found)
    nearest = sorted(found, key=lambda near: (found[near], abs(len(near) - len(wanted)), near))
    return list(islice((near for near in nearest if is_defined(shards, near)), _MOST_NAMES))


def is_defined(shards: Sequence[Shard], name: str) -> bool:
    """Whether a symbol has a name, in any case, and has not gone since its segment was written."""
    term = name.lower().encode("utf-8", "surrogateescape")
    return any(segment.names.named(term).numbers for shard in shards for segment in shard.segments)


def _consider(term: str, wanted: str, most: int, found: dict[str, int]) -> None:
    if abs(len(term) - len(wanted)) <= most and term not in found:
        edits = distance(term, wanted, most)
        if edits <= most:
            found[term] = edits


def distance(one: str, other: str, most: int) -> int:
    """How many letters are swapped with their neighbour, missing, added or others; ``most + 1`` for more than that."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]
