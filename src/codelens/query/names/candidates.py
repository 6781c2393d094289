"""Finds the symbols that may answer a name, tier by tier; they are read only when they can be shown.

A symbol comes with its static rank, so that a name with thousands of definitions is put in order without reading one of
them.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from codelens.index.ranked import Symbols
from codelens.index.records import check_of, kind_of, name_check
from codelens.query.matches import Tier
from codelens.query.names.found import Found, Run
from codelens.query.names.pattern import qualifies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.query.filters import Filters
    from codelens.query.names.pattern import NamePattern
    from codelens.query.regexes import Pattern

_MOST_SPELLINGS = 20  # symbols of a segment that are read for how a qualifier is written
NAME_TIERS = (Tier.EXACT, Tier.FOLDED, Tier.PREFIX, Tier.WORDS)


class Candidates:
    """The candidates for one name in some shards."""

    def __init__(self, shards: Sequence[Shard], pattern: NamePattern, filters: Filters) -> None:
        self.shards = shards
        self.pattern = pattern
        self.filters = filters
        self._folded = encoded(pattern.base.lower())
        self._check = name_check(pattern.base)
        self._seen: dict[Segment, set[int]] = {}

    def tier(self, tier: Tier) -> Found:
        """All candidates of a tier that no tier asked for before has had."""
        find = {
            Tier.EXACT: self._exact,
            Tier.FOLDED: self._folded_only,
            Tier.PREFIX: lambda segment: segment.names.beyond(self._folded),
            Tier.WORDS: self._words,
        }
        return self._candidates(lambda segment: self._fresh(segment, find[tier](segment)))

    def by_initials(self) -> Found:
        """Those whose words begin with the letters of the name."""
        return self._candidates(self._initials)

    def by_regex(self, pattern: Pattern) -> Found:
        """Those whose folded name may hold a pattern, which is written for folded names."""
        return self._candidates(lambda segment: self._matching(segment, pattern))

    def of_kinds(self) -> Found:
        """Every symbol of a kind that passes."""
        return self._candidates(self._of_kinds)

    def _candidates(self, find: Callable[[Segment], Symbols]) -> Found:
        return Found(
            Run(shard, segment, self._filtered(shard, segment, find(segment)))
            for shard in self.shards
            for segment in shard.segments
        )

    def _fresh(self, segment: Segment, symbols: Symbols) -> Symbols:
        """The symbols that no tier has had; a word may be in a name as often as in a query."""
        seen = self._seen.setdefault(segment, set())
        fresh = symbols if seen.isdisjoint(symbols.numbers) else _where(symbols, lambda number, _: number not in seen)
        seen.update(fresh.numbers)
        return fresh

    def _of_kinds(self, segment: Segment) -> Symbols:
        kinds = self.filters.kinds or {kind for shard in self.shards for kind in shard.manifest.kinds}
        return _together(found for kind in sorted(kinds) for found in segment.symbols_of_kind(kind.encode()))

    def _exact(self, segment: Segment) -> Symbols:
        return _where(segment.names.named(self._folded), lambda _, rank: check_of(rank) == self._check)

    def _folded_only(self, segment: Segment) -> Symbols:
        return _where(segment.names.named(self._folded), lambda _, rank: check_of(rank) != self._check)

    @staticmethod
    def _matching(segment: Segment, pattern: Pattern) -> Symbols:
        named = (segment.names.named(name) for name in segment.names.matching(pattern))
        return _together(found for symbols in named for found in zip(*symbols, strict=True))

    def _words(self, segment: Segment) -> Symbols:
        """Those with all words of the name, and those with its letters as initials; prefix matches are among them."""
        found: dict[int, int] | None = None
        for word in self.pattern.words:
            found = self._with_word(segment, word.encode(), found)
        both = {**dict(zip(*self._initials(segment), strict=True)), **(found or {})}
        return Symbols(list(both), list(both.values()))

    def _initials(self, segment: Segment) -> Symbols:
        return segment.names.with_word(b"^" + self._folded)

    @staticmethod
    def _with_word(segment: Segment, word: bytes, among: dict[int, int] | None) -> dict[int, int]:
        """The symbols that have a word that starts so, of those that had the words before."""
        symbols = segment.names.with_word(word) if len(word) == 1 else segment.names.with_words_from(word)
        if among is None:
            return dict(zip(*symbols, strict=True))
        return {number: rank for number, rank in zip(*symbols, strict=True) if number in among}

    def _filtered(self, shard: Shard, segment: Segment, symbols: Symbols) -> Symbols:
        kinds = [self.filters.allows_kind(kind) for kind in shard.manifest.kinds]
        found = symbols if all(kinds) else _where(symbols, lambda _, rank: kinds[kind_of(rank)])
        if self.filters.looks_at_files:
            allows = self.filters.allows_file
            found = _where(found, lambda number, _: allows(segment.row(segment.file_number(number))))
        near = self._files_near(segment)
        if near is not None:
            qualifiers = self.pattern.qualifiers
            found = _where(found, lambda number, _: self._is_qualified(segment, number, qualifiers, near))
        return found

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
                same = islice(segment.names.named(folded).numbers, _MOST_SPELLINGS)
                spellings.update(segment.definition(number)[1].name for number in same)
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


def _where(symbols: Symbols, keeps: Callable[[int, int], bool]) -> Symbols:
    """The symbols of which something holds, by number and static rank."""
    return _together(found for found in zip(*symbols, strict=True) if keeps(*found))


def _together(found: Iterable[tuple[int, int]]) -> Symbols:
    pairs = list(found)
    return Symbols([number for number, _ in pairs], [rank for _, rank in pairs])
