"""Puts the candidates of a tier in their total and stable order (design, section 7), and reads those that are shown.

The static rank decides first. What depends on the question or on other files is decided for those near the limit: how
many files import the package, whether the scope is the qualifier that was asked for.
"""

from __future__ import annotations

import heapq
from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.index.checkpoints import checked, ordered
from codelens.index.records import CHECK_BITS
from codelens.query.matches import Confidence, Match, Tier
from codelens.query.names.candidates import encoded
from codelens.query.names.pattern import ends_with_all
from codelens.query.reading import symbol_match
from codelens.query.shards import checkpoint_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from codelens.index.shard import Shard
    from codelens.query.names.found import Candidate, Found

_BEYOND_EXPORTED = (1 << CHECK_BITS + 8) - 1  # of a static rank: the length of the path and the check
_MOST_RANKED = 400  # matches of equal static rank that are told apart by what depends on the question
_SCORES = {Tier.EXACT: 1.0, Tier.FOLDED: 0.8, Tier.PREFIX: 0.6, Tier.WORDS: 0.4, Tier.FUZZY: 0.2}


class Ranking:
    """The order of one question's matches.

    Args:
        shards: Those that were asked; they say how many files import a package.
        qualifiers: Of the name that was asked for.
    """

    def __init__(self, shards: Sequence[Shard], qualifiers: tuple[str, ...] = ()) -> None:
        self.shards = shards
        self.qualifiers = qualifiers
        self._importers: dict[str, int] = {}

    def best(self, candidates: Found, tier: Tier, limit: int) -> list[Match]:
        """The first matches of a tier's candidates."""
        best = heapq.nsmallest(limit, checked(candidates.ranks(), checkpoint_of(self.shards)))
        if not best:
            return []
        near = list(self._checked(candidates.up_to(best[-1] | _BEYOND_EXPORTED)))
        if len(near) > limit + _MOST_RANKED:
            near = self._first(near, limit + _MOST_RANKED)
        ranked = ordered(near, self._key, checkpoint_of(self.shards))
        return [_match(candidate, tier, place) for place, candidate in enumerate(ranked[:limit])]

    def _key(self, candidate: Candidate) -> tuple[object, ...]:
        file, definition = candidate.segment.definition(candidate.number)
        row = candidate.segment.row(file)
        importers = self.importers(row.package).bit_length()
        return (
            candidate.rank | _BEYOND_EXPORTED,
            not ends_with_all(definition.scope, self.qualifiers),
            -importers,
            candidate.shard.name not in row.path.split("/"),
            len(row.path),
            candidate.shard.name,
            row.path,
            definition.range,
        )

    def _first(self, candidates: list[Candidate], count: int) -> list[Candidate]:
        """The first candidates by static rank; those that equal the last of them are told apart by their paths."""
        by_rank = heapq.nsmallest(count, self._checked(candidates), key=lambda candidate: candidate.rank >> CHECK_BITS)
        last = by_rank[-1].rank >> CHECK_BITS
        first = [candidate for candidate in by_rank if candidate.rank >> CHECK_BITS < last]
        equals = [candidate for candidate in self._checked(candidates) if candidate.rank >> CHECK_BITS == last]
        return first + heapq.nsmallest(count - len(first), equals, key=_place)

    def _checked(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        return checked(candidates, checkpoint_of(self.shards))

    def importers(self, package: str) -> int:
        """How many files of the shards asked name a package, which nearly all do to import it."""
        if package not in self._importers:
            word = encoded(package)
            self._importers[package] = sum(
                segment.count_files_with(word) for shard in self.shards for segment in shard.segments
            )
        return self._importers[package]


def _match(candidate: Candidate, tier: Tier, place: int) -> Match:
    file, definition = candidate.segment.definition(candidate.number)
    row = candidate.segment.row(file)
    return replace(
        symbol_match(candidate.shard, row, definition),
        tier=tier,
        score=round(_SCORES[tier] - min(place, 1000) / 10_000, 4),
        confidence=Confidence.HEURISTIC if tier is Tier.FUZZY else Confidence.SYNTAX,
    )


def _place(candidate: Candidate) -> tuple[str, str, int]:
    row = candidate.segment.row(candidate.segment.file_number(candidate.number))
    return candidate.shard.name, row.path, candidate.number - row.first_symbol
