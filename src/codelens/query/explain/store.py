"""The statements of the shards that are asked, found by the terms of a text; the rarest terms tell most."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from codelens.index.segment import statement_of
from codelens.index.statement_terms import CONSTANT, PLACE_BITS, WHOLE, words_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import msgspec

    from codelens.index.records import FileRow
    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Statement

_MOST_RARE = 400  # statements that have the rarer words
_MOST_KEYS = 1_000_000  # keys of statements that are kept, by their terms
_MOST_WORDS = 24  # of a text that are looked up
_ALWAYS = 2  # words that are the rarer ones however many statements have them
_MOST_KEPT = 4_000  # files whose statements are kept
_MOST_NAMED = 400
_MOST_CONSTANTS = 20_000
_MOST_NEAR = 500  # files whose words are kept


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
        self._files: dict[tuple[int, int], list[msgspec.Raw]] = {}
        self._near: dict[tuple[int, int], list[tuple[int, frozenset[str]]]] = {}
        self._sets: dict[str, list[frozenset[int]]] = {}
        self._kept = 0
        self._constants: dict[tuple[str, str, str, int], str | None] = {}

    def count(self, term: str) -> int:
        """How many statements have a term."""
        return sum(map(len, self._having(term)))

    def _having(self, term: str) -> list[frozenset[int]]:
        """The keys of the statements that have a term, segment by segment; kept, because logs repeat their words."""
        known = self._sets.get(term)
        if known is None:
            known = [frozenset(part.segment.statements_with(_encoded(term)).ranks) for part in self._parts]
            self._kept += sum(map(len, known)) + 1
            if self._kept > _MOST_KEYS:
                self._sets.clear()
                self._kept = 0
            self._sets[term] = known
        return known

    def like(self, text: str, limit: int) -> list[Spoken]:
        """The statements with most of the words of a text, by what the words tell, the best first.

        Those are weighed that have one of its rarer words, or two of its common ones that stand side by side.

        Args:
            text: Any text.
            limit: How many at the most.
        """
        words = list(dict.fromkeys(words_of_text(text)))[:_MOST_WORDS]
        counts = {word: count for word in words if (count := self.count(word))}
        rare: list[str] = []
        read = 0
        for word in sorted(counts, key=lambda one: (counts[one], one)):
            if len(rare) >= _ALWAYS and read + counts[word] > _MOST_RARE:
                break
            rare.append(word)
            read += counts[word]
        weights = {word: math.log(2 + 1_000_000 / count) for word, count in counts.items()}
        found: list[tuple[float, int, int]] = []
        for part in self._parts:
            sets = {word: self._having(word)[part.number] for word in counts}
            likely: set[int] = set().union(*(sets[word] for word in rare))
            for one, other in pairwise(counts):
                if one not in rare and other not in rare:
                    likely |= sets[one] & sets[other]
            votes = dict.fromkeys(likely, 0.0)
            for word, having in sets.items():
                weight = weights[word]
                for key in likely & having:
                    votes[key] += weight
            found += [(vote, part.number, key) for key, vote in votes.items()]
        return [self._at(part, key) for _, part, key in heapq.nlargest(limit, found)]

    def having(self, words: Sequence[str]) -> Iterator[Spoken]:
        """The statements that have all of some words; all statements for none."""
        if not words:
            yield from self.all()
            return
        for part in self._parts:
            each = (self._having(word)[part.number] for word in dict.fromkeys(words))
            for key in sorted(frozenset.intersection(*each)):
                yield self._at(part.number, key)

    def named(self, name: str) -> Iterator[Spoken]:
        """The statements whose text is one name."""
        yield from self._with(WHOLE + name)

    def constant(self, name: str, user: Spoken) -> str | None:
        """The text of a constant: of the file that uses it, of its folder, or the only one; None when it is not known.

        Args:
            name: As written.
            user: The statement that uses it; what is bound above it in its file counts first.
        """
        key = (name, user.shard.name, user.row.path, user.statement.range.line)
        if key not in self._constants:
            if len(self._constants) > _MOST_CONSTANTS:
                self._constants.clear()
            self._constants[key] = self._text_of(name, user)
        return self._constants[key]

    def _text_of(self, name: str, user: Spoken) -> str | None:
        found = [each for each in self._with(CONSTANT + name.rpartition(".")[2].lower()) if each.shard is user.shard]
        here = [each for each in found if each.segment is user.segment and each.file == user.file]
        above = [each for each in here if each.statement.range.line <= user.statement.range.line]
        if above or here:
            nearest = max(above, key=lambda each: each.statement.range.line) if above else here[0]
            return nearest.statement.pieces[0]
        texts = {each.statement.pieces[0] for each in found if each.folder == user.folder}
        texts = texts or {each.statement.pieces[0] for each in found}
        return texts.pop() if len(texts) == 1 else None

    def _with(self, term: str) -> Iterator[Spoken]:
        for part in self._parts:
            for key in part.segment.statements_with(_encoded(term)).ranks[:_MOST_NAMED]:
                yield self._at(part.number, key)

    def _at(self, number: int, key: int) -> Spoken:
        part = self._parts[number]
        file, place = key >> PLACE_BITS, key & (1 << PLACE_BITS) - 1
        return Spoken(part.shard, part.segment, file, statement_of(self._raw(number, file)[place]))

    def _raw(self, number: int, file: int) -> list[msgspec.Raw]:
        key = (number, file)
        raw = self._files.get(key)
        if raw is None:
            if len(self._files) > _MOST_KEPT:
                self._files.clear()
            raw = self._files[key] = self._parts[number].segment.statements(file)
        return raw

    def words_beside(self, spoken: Spoken) -> list[tuple[int, frozenset[str]]]:
        """The lines of all statements of a statement's file, each with its words."""
        number = next(part.number for part in self._parts if part.segment is spoken.segment)
        key = (number, spoken.file)
        if key not in self._near:
            if len(self._near) > _MOST_NEAR:
                self._near.clear()
            each = map(statement_of, self._raw(number, spoken.file))
            self._near[key] = [
                (one.range.line, frozenset(words_of_text(" ".join((*one.pieces[::2], one.key))))) for one in each
            ]
        return self._near[key]

    def all(self) -> Iterator[Spoken]:
        """Every statement."""
        for part in self._parts:
            for file in part.segment.files():
                for raw in part.segment.statements(file):
                    yield Spoken(part.shard, part.segment, file, statement_of(raw))


def _encoded(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")
