"""The statements of the shards that are asked, found by the terms of a text; the rarest terms tell most."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from codelens.index.statement_terms import CONSTANT, WHOLE, words_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.records import FileRow
    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Statement

_MOST_POSTINGS = 60_000  # of a text that are counted
_MOST_WORDS = 24  # of a text that are looked up
_ALWAYS = 3  # words that are counted however many statements have them
_MOST_KEPT = 4_000  # files whose statements are kept
_MOST_NAMED = 400


class Spoken(NamedTuple):
    """A statement at its place."""

    shard: Shard
    segment: Segment
    file: int
    statement: Statement

    @property
    def row(self) -> FileRow:
        """Of its file."""
        return self.segment.row(self.file)

    @property
    def folder(self) -> str:
        """The folder of its file."""
        return self.row.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class _Part:
    shard: Shard
    segment: Segment
    number: int


class Store:
    """The statements of some shards.

    Args:
        shards: Those that are asked.
    """

    def __init__(self, shards: Sequence[Shard]) -> None:
        self.shards = shards
        segments = [(shard, segment) for shard in shards for segment in shard.segments]
        self._parts = [_Part(shard, segment, number) for number, (shard, segment) in enumerate(segments)]
        self._files: dict[tuple[int, int], list[Statement]] = {}
        self._counts: dict[str, int] = {}
        self._constants: dict[tuple[str, str], str | None] = {}

    def count(self, term: str) -> int:
        """How many statements have a term."""
        known = self._counts.get(term)
        if known is None:
            encoded = term.encode("utf-8", "surrogatepass")
            known = sum(len(part.segment.statements_with(encoded).numbers) for part in self._parts)
            if len(self._counts) > _MOST_POSTINGS:
                self._counts.clear()
            self._counts[term] = known
        return known

    def like(self, text: str, limit: int) -> list[Spoken]:
        """The statements with most of the words of a text, by what the words tell, the best first.

        Args:
            text: Any text.
            limit: How many at the most.
        """
        words = list(dict.fromkeys(words_of_text(text)))
        counted = sorted((count, word) for word in words if (count := self.count(word)))
        votes: dict[tuple[int, int, int], float] = {}
        read = 0
        for number, (count, word) in enumerate(counted[:_MOST_WORDS]):
            if number >= _ALWAYS and read + count > _MOST_POSTINGS:
                break
            read += count
            weight = math.log(2 + 1_000_000 / count)
            for part in self._parts:
                found = part.segment.statements_with(word.encode("utf-8", "surrogatepass"))
                for key in zip(found.numbers, found.ranks, strict=True):
                    place = (part.number, *key)
                    votes[place] = votes.get(place, 0.0) + weight
        best = heapq.nlargest(limit, votes, key=lambda place: (votes[place], place))
        return [self._at(place) for place in best]

    def having(self, words: Sequence[str]) -> Iterator[Spoken]:
        """The statements that have all of some words; all statements for none."""
        if not words:
            yield from self.all()
            return
        for part in self._parts:
            each = (
                part.segment.statements_with(word.encode("utf-8", "surrogatepass")) for word in dict.fromkeys(words)
            )
            common = set.intersection(*(set(zip(found.numbers, found.ranks, strict=True)) for found in each))
            for key in sorted(common):
                yield self._at((part.number, *key))

    def named(self, name: str) -> Iterator[Spoken]:
        """The statements whose text is one name."""
        yield from self._with(WHOLE + name)

    def constant(self, name: str, folder: str) -> str | None:
        """The text of a constant, of the same folder when there is one, else the only one there is; None when unknown."""
        key = (name, folder)
        if key not in self._constants:
            found = list(self._with(CONSTANT + name.rpartition(".")[2].lower()))
            near = [each for each in found if each.folder == folder] or found
            texts = {each.statement.pieces[0] for each in near}
            self._constants[key] = texts.pop() if len(texts) == 1 else None
        return self._constants[key]

    def _with(self, term: str) -> Iterator[Spoken]:
        encoded = term.encode("utf-8", "surrogatepass")
        for part in self._parts:
            found = part.segment.statements_with(encoded)
            for file, place in islice(zip(found.numbers, found.ranks, strict=True), _MOST_NAMED):
                yield self._at((part.number, file, place))

    def _at(self, place: tuple[int, int, int]) -> Spoken:
        part = self._parts[place[0]]
        key = place[:2]
        statements = self._files.get(key)
        if statements is None:
            if len(self._files) > _MOST_KEPT:
                self._files.clear()
            statements = self._files[key] = part.segment.statements(place[1])
        return Spoken(part.shard, part.segment, place[1], statements[place[2]])

    def all(self) -> Iterator[Spoken]:
        """Every statement."""
        for part in self._parts:
            for file in part.segment.files():
                for statement in part.segment.statements(file):
                    yield Spoken(part.shard, part.segment, file, statement)
