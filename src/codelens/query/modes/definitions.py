"""Alternatives that ask for definitions: tier by tier, all alternatives together, each symbol once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.index.checkpoints import checked
from codelens.index.records import static_rank
from codelens.query.matches import Tier
from codelens.query.names.candidates import NAME_TIERS, Candidates
from codelens.query.names.found import Candidate, Found
from codelens.query.names.pattern import NamePattern, parse_name
from codelens.query.names.ranking import Ranking
from codelens.query.shards import answer, checkpoint_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.query.conditions import Part
    from codelens.query.matches import Answer, Match

_NO_NAME = NamePattern("", "", (), prefix=False)


def definitions(parts: Sequence[Part], limit: int) -> Answer:
    """The symbols that any of the parts asks for.

    Args:
        parts: Each with its own shards and filters.
        limit: How many matches at the most; all are counted.
    """
    shards = list(dict.fromkeys(shard for part in parts for shard in part.shards))
    checkpoint = checkpoint_of(shards)
    tiers: dict[Tier, list[tuple[Part, Found]]] = {}
    truncated = False
    for part in parts:
        pattern = name_of(part)
        search = Candidates(part.shards, pattern or _NO_NAME, part.filters)
        for tier, found in _tiers(part, search, named=pattern is not None):
            tiers.setdefault(tier, []).append((part, part.of(found)))
        truncated = truncated or part.truncated
    matches: list[Match] = []
    seen: set[tuple[Segment, int]] = set()  # the tiers of one part have nothing in common
    total = 0
    for tier in NAME_TIERS:
        for part, found in tiers.get(tier, ()):
            fresh = found
            if len(parts) > 1:
                fresh = Found.of(each for each in checked(found, checkpoint) if each.key not in seen)
                seen.update(each.key for each in fresh)
            total += len(fresh)
            if len(matches) < limit:
                pattern = name_of(part)
                ranking = Ranking(shards, pattern.qualifiers if pattern else ())
                matches += ranking.best(fresh, tier, limit - len(matches))
    notes = [note for part in parts for note in part.notes]
    return answer(shards, matches, total, truncated=truncated, notes=notes)


def name_of(part: Part) -> NamePattern | None:
    """The name that a part asks for, its words taken together; None when it asks for none, or by expressions only."""
    words = [name.text for name in part.alternative.names if not name.regex]
    return parse_name(" ".join(words)) if words else None


def _tiers(part: Part, search: Candidates, *, named: bool) -> Iterator[tuple[Tier, Found]]:
    if named:
        for tier in NAME_TIERS:
            found = search.tier(tier)
            yield tier, Found.of(each for each in found if _has_case(each, part)) if part.case else found
    elif part.regexes:
        yield Tier.WORDS, part.candidates_by_regex()
    elif part.alternative.relations:
        yield Tier.EXACT, _of_relation(part)
    else:
        yield Tier.WORDS, search.of_kinds()


def _has_case(candidate: Candidate, part: Part) -> bool:
    """Whether a symbol's name has all words of the name in their own case."""
    pattern = name_of(part)
    found = candidate.segment.definition(candidate.number)[1].name
    return pattern is None or all(word in found for word in pattern.base.rstrip("*").split())


def _of_relation(part: Part) -> Found:
    """The symbols at the other end of the first relation that leads to symbols, or in the files that it leads to."""
    edges = [part.edges[leaf] for leaf in part.alternative.relations]
    edge = next((edge for edge in edges if edge.symbols), edges[0])
    found = []
    for shard in part.shards:
        ranks = {kind: rank for rank, kind in enumerate(shard.manifest.kinds)}
        for segment in shard.segments:
            numbers = set(edge.symbols.get(segment, ()))
            for file in edge.files.get(segment, ()):
                row = segment.row(file)
                numbers.update(range(row.first_symbol, row.first_symbol + row.symbols))
            found += [
                candidate
                for number in sorted(numbers)
                if (candidate := _candidate(shard, segment, number, ranks, part)) is not None
            ]
    return Found.of(found)


def _candidate(shard: Shard, segment: Segment, number: int, ranks: dict[str, int], part: Part) -> Candidate | None:
    file, definition = segment.definition(number)
    row = segment.row(file)
    if not (part.filters.allows_kind(definition.kind) and part.filters.allows_file(row)):
        return None
    rank = static_rank(row.penalty, ranks[definition.kind], definition.exported, row.path, definition.name)
    return Candidate(rank, shard, segment, number)
