"""Names of the index that begin so, for a shell to complete: few terms are read, and few symbols, to be fast."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from codelens.query.shards import open_shards

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.locations import Home

_MOST_TERMS = 600  # of a segment that are looked at
_SPELLINGS = 3  # symbols, and segments, that are read for how a term is written: one is what the prefix asks for


def names_with_prefix(home: Home, repositories: Sequence[str], prefix: str, limit: int) -> list[str]:
    """Names of symbols that begin so, as they are written, the shorter first.

    Args:
        home: Where shards are.
        repositories: Those to look in; none looks in all.
        prefix: At least a character; upper and lower case count.
        limit: How many at the most.
    """
    folded = prefix.lower().encode()
    by_term: dict[bytes, list[Segment]] = {}
    shards = open_shards(home, repositories)
    for segment in (segment for shard in shards for segment in shard.segments):
        for term in islice(segment.names_starting(folded), _MOST_TERMS):
            by_term.setdefault(term, []).append(segment)
    found: dict[str, None] = {}
    for term in sorted(by_term, key=lambda term: (len(term), term)):
        written = next((name for name in _spellings(by_term[term], term) if name.startswith(prefix)), None)
        if written is not None:
            found[written] = None
        if len(found) >= limit:
            break
    return list(found)


def _spellings(segments: Sequence[Segment], term: bytes) -> Iterator[str]:
    for segment in segments[:_SPELLINGS]:
        for number, _ in islice(segment.symbols("folded", term), _SPELLINGS):
            yield segment.definition(number)[1].name
