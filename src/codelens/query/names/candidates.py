"""Finds the symbols that may answer a name, tier by tier; they are read only when they can be shown.

A posting carries its symbol's static rank, so that a name with thousands of definitions is put in order without reading
one of them.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from codelens.index.records import name_check
from codelens.query.matches import Tier
from codelens.query.names.pattern import qualifies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.query.filters import Filters
    from codelens.query.names.pattern import NamePattern
    from codelens.query.regexes import Pattern

_MOST_TERMS = 3_000  # that a prefix may stand for
_MOST_SPELLINGS = 20  # symbols of a segment that are read for how a qualifier is written
NAME_TIERS = (Tier.EXACT, Tier.FOLDED, Tier.PREFIX, Tier.WORDS)


class Candidate(NamedTuple):
    """A symbol that may be a match, not read yet; a tuple, because a short prefix has tens of thousands.

    Args:
        rank: The static rank, with the check of the exact name behind it.
        shard: Its shard.
        segment: Its segment.
        number: Of its record in the segment.
    """

    rank: bytes
    shard: Shard
    segment: Segment
    number: int

    @property
    def key(self) -> tuple[Segment, int]:
        """What tells it from all others."""
        return self.segment, self.number


class Candidates:
    """The candidates for one name in some shards."""

    def __init__(self, shards: Sequence[Shard], pattern: NamePattern, filters: Filters) -> None:
        self.shards = shards
        self.pattern = pattern
        self.filters = filters
        self.truncated = False
        self._folded = encoded(pattern.base.lower())
        self._check = name_check(pattern.base)
        self._seen: dict[Segment, set[int]] = {}

    def tier(self, tier: Tier) -> list[Candidate]:
        """All candidates of a tier that no tier asked for before has had."""
        find = {
            Tier.EXACT: self._exact,
            Tier.FOLDED: self._folded_only,
            Tier.PREFIX: self._prefix,
            Tier.WORDS: self._words,
        }
        candidates: list[Candidate] = []
        for shard in self.shards:
            for segment in shard.segments:
                seen = self._seen.setdefault(segment, set())
                found = [each for each in self._filtered(shard, segment, find[tier](segment)) if each[0] not in seen]
                seen.update(number for number, _ in found)
                candidates += [Candidate(rank, shard, segment, number) for number, rank in found]
        return candidates

    def by_initials(self) -> list[Candidate]:
        """Those whose words begin with the letters of the name."""
        return list(self._candidates(self._initials))

    def by_regex(self, pattern: Pattern) -> list[Candidate]:
        """Those whose folded name may hold a pattern, which is written for folded names."""
        return list(self._candidates(lambda segment: self._matching(segment, pattern)))

    def of_kinds(self) -> list[Candidate]:
        """Every symbol of a kind that passes."""
        return list(self._candidates(self._of_kinds))

    def _candidates(self, find: Callable[[Segment], Iterable[tuple[int, bytes]]]) -> Iterator[Candidate]:
        for shard in self.shards:
            for segment in shard.segments:
                for number, rank in self._filtered(shard, segment, find(segment)):
                    yield Candidate(rank, shard, segment, number)

    def _of_kinds(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        kinds = self.filters.kinds or tuple(term.decode() for term in segment.symbol_terms("kind", b""))
        return chain.from_iterable(segment.symbols("kind", kind.encode()) for kind in kinds)

    def _exact(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        return (found for found in segment.symbols("folded", self._folded) if found[1][4:] == self._check)

    def _folded_only(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        return (found for found in segment.symbols("folded", self._folded) if found[1][4:] != self._check)

    def _prefix(self, segment: Segment) -> Iterator[tuple[int, bytes]]:
        for count, (term, symbols) in enumerate(segment.symbols_from("folded", self._folded)):
            if count == _MOST_TERMS:
                self.truncated = True
                return
            if term != self._folded:
                yield from symbols

    @staticmethod
    def _matching(segment: Segment, pattern: Pattern) -> Iterator[tuple[int, bytes]]:
        for name in segment.names_matching(pattern):
            yield from segment.symbols("folded", name)

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
        if len(word) == 1:
            terms: list[tuple[bytes, Iterable[tuple[int, bytes]]]] = [(b"", segment.symbols("words", word.encode()))]
        else:
            terms = list(islice(segment.symbols_from("words", word.encode()), _MOST_TERMS + 1))
        self.truncated = self.truncated or len(terms) > _MOST_TERMS
        postings = chain.from_iterable(found for _, found in terms[:_MOST_TERMS])
        return {number: rank for number, rank in postings if among is None or number in among}

    def _filtered(
        self, shard: Shard, segment: Segment, found: Iterable[tuple[int, bytes]]
    ) -> Iterator[tuple[int, bytes]]:
        kinds = [self.filters.allows_kind(kind) for kind in shard.manifest.kinds]
        qualifiers = self.pattern.qualifiers
        near = self._files_near(segment)
        looks_at_files = self.filters.looks_at_files
        if near is None and not looks_at_files:  # as most questions, and there may be thousands of symbols
            yield from found if all(kinds) else (each for each in found if kinds[each[1][1]])
            return
        for number, rank in found:
            if not kinds[rank[1]]:
                continue
            if looks_at_files and not self.filters.allows_file(segment.row(segment.file_number(number))):
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
        folded = encoded(last.lower())
        for shard in self.shards:
            for segment in shard.segments:
                same = islice(segment.symbols("folded", folded), _MOST_SPELLINGS)
                spellings.update(segment.definition(number)[1].name for number, _ in same)
        return {encoded(spelling) for spelling in spellings}

    @staticmethod
    def _is_qualified(segment: Segment, number: int, qualifiers: tuple[str, ...], near: set[int]) -> bool:
        file = segment.file_number(number)
        row = segment.row(file)
        if file not in near and qualifiers[-1].lower() not in row.package.lower():
            return False
        return qualifies(qualifiers, (row.package, row.package_name), segment.definition(number)[1].scope)


def encoded(text: str) -> bytes:
    """A name as it is stored: any bytes that a source may hold."""
    return text.encode("utf-8", "surrogateescape")
