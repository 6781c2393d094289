"""Finds symbols by name: the tiers from exact to fuzzy, and the order within a tier (design, section 7).

A posting carries its symbol's static rank, so that only the symbols that can be shown are read. What depends on the
question or on other files is decided for those: how many files import the package, which qualifiers its path holds.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from codelens.index.records import name_check
from codelens.query.fuzzy import nearest_names
from codelens.query.matches import Answer, Confidence, Match, Tier
from codelens.query.name_pattern import NamePattern, ends_with_all, qualifies
from codelens.query.reading import symbol_match
from codelens.query.shards import answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from codelens.index.shard import Segment, Shard
    from codelens.query.filters import Filters

_MOST_TERMS = 3_000  # that a prefix may stand for
_MOST_SPELLINGS = 20  # symbols of a segment that are read for how a qualifier is written
_MOST_RANKED = 400  # matches of equal static rank that are told apart by what depends on the question
_SCORES = {Tier.EXACT: 1.0, Tier.FOLDED: 0.8, Tier.PREFIX: 0.6, Tier.WORDS: 0.4, Tier.FUZZY: 0.2}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A symbol that may be a match, not read yet."""

    rank: bytes
    shard: Shard
    segment: Segment
    number: int


class DefinitionSearch:
    """One question for names, put to some shards."""

    def __init__(self, shards: Sequence[Shard], pattern: NamePattern, filters: Filters) -> None:
        self.shards = shards
        self.pattern = pattern
        self.filters = filters
        self.truncated = False
        self._folded = _encoded(pattern.base.lower())
        self._check = name_check(pattern.base)
        self._importers: dict[str, int] = {}
        self._seen: set[tuple[Segment, int]] = set()

    def tier(self, tier: Tier) -> list[_Candidate]:
        """All candidates of a tier that no tier asked for before has had."""
        find = {
            Tier.EXACT: self._exact,
            Tier.FOLDED: self._folded_only,
            Tier.PREFIX: self._prefix,
            Tier.WORDS: self._words,
        }
        candidates = [each for each in self._candidates(find[tier]) if (each.segment, each.number) not in self._seen]
        self._seen.update((each.segment, each.number) for each in candidates)
        return candidates

    def by_initials(self) -> list[_Candidate]:
        """Those whose words begin with the letters of the name."""
        return list(self._candidates(self._initials))

    def all_symbols(self) -> list[_Candidate]:
        """Every symbol of a kind that passes."""
        return list(self._candidates(self._of_kinds))

    def _candidates(self, find: Callable[[Segment], Iterable[tuple[int, bytes]]]) -> Iterator[_Candidate]:
        for shard in self.shards:
            for segment in shard.segments:
                for number, rank in self._filtered(shard, segment, find(segment)):
                    yield _Candidate(rank, shard, segment, number)

    def _of_kinds(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        kinds = self.filters.kinds or tuple(term.decode() for term in segment.symbol_terms("kind", b""))
        return chain.from_iterable(segment.symbols("kind", kind.encode()) for kind in kinds)

    def _exact(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        return (found for found in segment.symbols("folded", self._folded) if found[1][4:] == self._check)

    def _folded_only(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        return (found for found in segment.symbols("folded", self._folded) if found[1][4:] != self._check)

    def _prefix(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        for count, term in enumerate(segment.symbol_terms("folded", self._folded)):
            if count == _MOST_TERMS:
                self.truncated = True
                return
            if term != self._folded:
                yield from segment.symbols("folded", term)

    def _words(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        """Those with all words of the name, and those with its letters as initials; prefix matches are among them."""
        found: dict[int, bytes] | None = None
        for word in self.pattern.words:
            found = self._with_word(segment, word, found)
        yield from {**dict(self._initials(segment)), **(found or {})}.items()

    def _initials(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        return segment.symbols("words", b"^" + self._folded)

    def _with_word(self, segment: Segment, word: str, among: dict[int, bytes] | None) -> dict[int, bytes]:
        """The symbols that have a word that starts so, of those that had the words before."""
        terms = list(segment.symbol_terms("words", word.encode())) if len(word) > 1 else [word.encode()]
        if len(terms) > _MOST_TERMS:
            self.truncated = True
        postings = chain.from_iterable(segment.symbols("words", term) for term in terms[:_MOST_TERMS])
        return {number: rank for number, rank in postings if among is None or number in among}

    def _filtered(
        self, shard: Shard, segment: Segment, found: Iterable[tuple[int, bytes]]
    ) -> Iterator[tuple[int, bytes]]:
        kinds = [self.filters.allows_kind(kind) for kind in shard.manifest.kinds]
        qualifiers = self.pattern.qualifiers
        near = self._files_near(segment)
        for number, rank in found:
            if not kinds[rank[1]]:
                continue
            if self.filters.looks_at_files and not self.filters.allows_file(segment.row(segment.file_number(number))):
                continue
            if near is not None and not self._is_qualified(segment, number, qualifiers, near):
                continue
            yield number, rank

    def _files_near(self, segment: Segment) -> set[int] | None:
        """The files that hold the last qualifier as a word; a scope stands in the file of what it encloses."""
        if not self.pattern.qualifiers:
            return None
        return {file for spelling in self._spellings for file in segment.files_with(spelling)}

    @cached_property
    def _spellings(self) -> set[bytes]:
        """How the last qualifier may be written: as symbols of that name are, or by a likely rule."""
        last = self.pattern.qualifiers[-1]
        spellings = {last, last.lower(), last.capitalize()}
        folded = _encoded(last.lower())
        for shard in self.shards:
            for segment in shard.segments:
                same = islice(segment.symbols("folded", folded), _MOST_SPELLINGS)
                spellings.update(segment.definition(number)[1].name for number, _ in same)
        return {_encoded(spelling) for spelling in spellings}

    @staticmethod
    def _is_qualified(segment: Segment, number: int, qualifiers: tuple[str, ...], near: set[int]) -> bool:
        file = segment.file_number(number)
        row = segment.row(file)
        if file not in near and qualifiers[-1].lower() not in row.package.lower():
            return False
        return qualifies(qualifiers, (row.package, row.package_name), segment.definition(number)[1].scope)

    def best(self, candidates: list[_Candidate], tier: Tier, limit: int) -> list[Match]:
        """The first matches of a tier's candidates, in their total and stable order."""
        head = heapq.nsmallest(limit, candidates, key=lambda candidate: candidate.rank[:3])
        if not head:
            return []
        last = head[-1].rank[:3]
        near = [candidate for candidate in candidates if candidate.rank[:3] <= last]
        if len(near) > limit + _MOST_RANKED:
            near = _first(near, limit + _MOST_RANKED)
        ranked = sorted((self._key(candidate), number, candidate) for number, candidate in enumerate(near))
        return [self._match(candidate, tier, place) for place, (_, _, candidate) in enumerate(ranked[:limit])]

    def _key(self, candidate: _Candidate) -> tuple[object, ...]:
        file, definition = candidate.segment.definition(candidate.number)
        row = candidate.segment.row(file)
        importers = self.importers(row.package).bit_length()
        return (
            candidate.rank[:3],
            not ends_with_all(definition.scope, self.pattern.qualifiers),
            -importers,
            candidate.shard.name not in row.path.split("/"),
            len(row.path),
            candidate.shard.name,
            row.path,
            definition.range,
        )

    def importers(self, package: str) -> int:
        """How many files of the shards asked name a package, which nearly all do to import it."""
        if package not in self._importers:
            word = _encoded(package)
            self._importers[package] = sum(
                segment.count_files_with(word) for shard in self.shards for segment in shard.segments
            )
        return self._importers[package]

    @staticmethod
    def _match(candidate: _Candidate, tier: Tier, place: int) -> Match:
        file, definition = candidate.segment.definition(candidate.number)
        row = candidate.segment.row(file)
        return replace(
            symbol_match(candidate.shard, row, definition),
            tier=tier,
            score=round(_SCORES[tier] - min(place, 1000) / 10_000, 4),
            confidence=Confidence.HEURISTIC if tier is Tier.FUZZY else Confidence.SYNTAX,
        )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _first(candidates: list[_Candidate], count: int) -> list[_Candidate]:
    """The first candidates by static rank; those that equal the last of them are told apart by their paths."""
    last = heapq.nsmallest(count, candidates, key=lambda candidate: candidate.rank[:4])[-1].rank[:4]
    first = [candidate for candidate in candidates if candidate.rank[:4] < last]
    equals = [candidate for candidate in candidates if candidate.rank[:4] == last]
    return first + heapq.nsmallest(count - len(first), equals, key=_place)


def _place(candidate: _Candidate) -> tuple[str, str, int]:
    row = candidate.segment.row(candidate.segment.file_number(candidate.number))
    return candidate.shard.name, row.path, candidate.number - row.first_symbol


def symbols_of_kinds(shards: Sequence[Shard], filters: Filters, limit: int) -> Answer:
    """All symbols of the kinds that the filters name, whatever they are called."""
    search = DefinitionSearch(shards, NamePattern("", "", (), prefix=False), filters)
    candidates = search.all_symbols()
    return answer(shards, search.best(candidates, Tier.WORDS, limit), len(candidates))


def where_defined(shards: Sequence[Shard], pattern: NamePattern, filters: Filters, limit: int) -> Answer:
    """The definitions of a name, of the best tier that has any; of the nearest names when none has.

    Args:
        shards: Those to ask.
        pattern: The name.
        filters: What a match must be.
        limit: How many matches at the most.
    """
    search = DefinitionSearch(shards, pattern, filters)
    tiers = [Tier.PREFIX] if pattern.prefix else [Tier.EXACT, Tier.FOLDED, Tier.PREFIX, Tier.WORDS]
    for tier in tiers:
        if tier is Tier.FOLDED and pattern.base.isupper() and (meant := search.by_initials()):
            return answer(shards, search.best(meant, Tier.WORDS, limit), len(meant))
        candidates = search.tier(tier)
        if pattern.prefix:
            candidates += search.tier(Tier.EXACT) + search.tier(Tier.FOLDED)
        if candidates:
            matches = search.best(candidates, tier, limit)
            notes = _other_case(search) if tier is Tier.EXACT else []
            return answer(shards, matches, len(candidates), truncated=search.truncated, notes=notes)
    return _fuzzy(shards, pattern, filters, limit)


def search_names(
    shards: Sequence[Shard], pattern: NamePattern, filters: Filters, limit: int, *, case: bool = False
) -> Answer:
    """The definitions of a name, tier by tier until the limit is reached; the total counts every tier.

    Args:
        shards: Those to ask.
        pattern: The name.
        filters: What a match must be.
        limit: How many matches at the most.
        case: Whether upper and lower case must agree.
    """
    search = DefinitionSearch(shards, pattern, filters)
    matches: list[Match] = []
    total = 0
    for tier in (Tier.EXACT, Tier.FOLDED, Tier.PREFIX, Tier.WORDS):
        candidates = search.tier(tier)
        if case:
            candidates = [each for each in candidates if _holds(each, pattern.base)]
        total += len(candidates)
        matches += search.best(candidates, tier, limit - len(matches)) if len(matches) < limit else []
    if not total and case:
        return answer(shards, [], 0, notes=[f"no symbol is named {pattern.text} in this case; leave out case:yes"])
    if not total:
        return _fuzzy(shards, pattern, filters, limit)
    return answer(shards, matches, total, truncated=search.truncated)


def _other_case(search: DefinitionSearch) -> list[str]:
    """What to say of the symbols that have the name in another case, when it was typed in lower case."""
    others = search.tier(Tier.FOLDED) if search.pattern.base.islower() else []
    if not others:
        return []
    first = search.best(others, Tier.FOLDED, 1)[0]
    return [f"{len(others):,} more in another case, such as {first.kind} {first.symbol}"]


def _holds(candidate: _Candidate, name: str) -> bool:
    """Whether a symbol's name has all words of a name in their own case."""
    found = candidate.segment.definition(candidate.number)[1].name
    return all(word in found for word in name.split())


def _fuzzy(shards: Sequence[Shard], pattern: NamePattern, filters: Filters, limit: int) -> Answer:
    """The definitions of the nearest names: of the same name elsewhere, when it was asked for in some place."""
    matches: list[Match] = []
    if pattern.qualifiers:
        search = DefinitionSearch(shards, replace(pattern, qualifiers=()), filters)
        matches = search.best(search.tier(Tier.EXACT) + search.tier(Tier.FOLDED), Tier.FUZZY, limit)
        if matches:
            where = pattern.text.strip()[: -len(pattern.base)].rstrip("./:#>-")
            return answer(shards, matches, 0, notes=[f"no {pattern.base} in {where}; these are elsewhere"])
    names = nearest_names(shards, pattern.base)
    for name in names:
        search = DefinitionSearch(shards, replace(pattern, base=name, qualifiers=()), filters)
        candidates = search.tier(Tier.EXACT) + search.tier(Tier.FOLDED)
        matches += search.best(candidates, Tier.FUZZY, max(1, limit // max(1, len(names))))
    near = ", ".join(dict.fromkeys(match.name for match in matches))
    notes = [f"no symbol is named {pattern.text}; the nearest names are {near}"] if matches else []
    if not matches and pattern.base.lower() in names:
        notes = [f"{pattern.text} is there, but none that passes the filters"]
    elif not matches:
        notes = [
            f"no symbol is named {pattern.text}, nor anything near it; for text: codelens search '\"{pattern.text}\"'"
        ]
    return answer(shards, matches[:limit], 0, notes=notes)
