"""The lines nearest to a text that no line holds: those with most of its words, the rare ones counting most.

What a program prints is not in its source as printed: numbers and names stand in place of holes, and a message is often
written over several lines. So a few lines are looked at together, words that no source has are left out, and two words
that follow each other in the text count again where they do so in the source.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from codelens.index.checkpoints import checked
from codelens.index.segment import LONGEST_WORD
from codelens.model import Range
from codelens.query.matches import Confidence, Match, Tier, shown_line
from codelens.query.names.candidates import encoded
from codelens.query.references import enclosing
from codelens.query.shards import answer, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.query.blobs import Blobs
    from codelens.query.filters import Filters
    from codelens.query.matches import Answer

_WORDS = re.compile(rb"[0-9A-Za-z_\x80-\xff]+")
_WINDOW = 3  # lines that a message is written over
_MOST_FILES = 300  # that are read
_MOST_WORDS = 40  # of the text that are looked for
_MOST_MATCHES = 20
_ENOUGH = 0.4  # of the weight of all words
_PROSE = 0.15  # that a file without a grammar, such as a document, ranks below the code that prints a text
_LONGEST_LINE = 1_000  # bytes; data that is one long line has all words and prints nothing
_COMMON = 0.1  # of the files: a word in more of them finds none


@dataclass(frozen=True, slots=True)
class _File:
    shard: Shard
    segment: Segment
    number: int


def nearest_lines(shards: Sequence[Shard], text: str, filters: Filters, limit: int, blobs: Blobs) -> Answer:
    """The lines with most of the words of a text; none when no line has half of them by weight.

    Args:
        shards: Those to ask.
        text: What no line holds as it is.
        filters: What a file must be.
        limit: How many matches at the most.
        blobs: Where files are read.
    """
    typed = [word[:LONGEST_WORD] for word in _WORDS.findall(encoded(text)) if len(word) > 1][:_MOST_WORDS]
    weights, spellings = _weights(shards, typed)
    files = _files(shards, weights, spellings, filters)
    wanted = _Wanted.of(typed, weights)
    found = [match for file in files for match in _matches(file, wanted, blobs)]
    found.sort(key=lambda match: (-match.score, match.place.repository, match.place.path, match.range))
    best = found[0].score if found else 0.0
    close = [match for match in found if match.score > best * 0.8][: min(limit, _MOST_MATCHES)]
    notes = [f"no line holds {text}; these hold most of its words"] if close else []
    return answer(shards, close, 0, notes=notes + blobs.notes())


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words, and pairs of words that follow each other, with their weights."""

    words: dict[bytes, float]
    pairs: dict[tuple[bytes, bytes], float]
    total: float

    @classmethod
    def of(cls, typed: Sequence[bytes], weights: dict[bytes, float]) -> _Wanted:
        folded = [word.lower() for word in typed]
        pairs = {
            (one, other): min(weights[one], weights[other])
            for one, other in pairwise(folded)
            if one in weights and other in weights
        }
        return cls(weights, pairs, sum(weights.values()) + sum(pairs.values()))

    def share(self, lines: Sequence[Sequence[bytes]]) -> float:
        """How much of all weight some lines have; what the first of them has counts in full."""
        together = list(chain.from_iterable(lines))
        return (self._weight(together) * 0.9 + self._weight(lines[0]) * 0.1) / self.total

    def _weight(self, words: Sequence[bytes]) -> float:
        pairs = {pair for pair in pairwise(words) if pair in self.pairs}
        known = {word for word in words if word in self.words}
        return sum(self.words[word] for word in known) + sum(self.pairs[pair] for pair in pairs)


def _weights(shards: Sequence[Shard], typed: Sequence[bytes]) -> tuple[dict[bytes, float], dict[bytes, set[bytes]]]:
    """The folded words that some file has, each with its weight, and how each may be written."""
    total = sum(shard.manifest.files for shard in shards) or 1
    weights: dict[bytes, float] = {}
    spellings: dict[bytes, set[bytes]] = {}
    for word in typed:
        folded = word.lower()
        forms = {word, folded, folded.capitalize(), folded.upper()}
        counts = {
            form: sum(each.count_files_with(form) for shard in shards for each in shard.segments) for form in forms
        }
        files = sum(counts.values())
        if files and not word.isdigit():
            weights[folded] = math.log(1 + total / files)
            spellings[folded] = {form for form, count in counts.items() if count}
    return weights, spellings


def _files(
    shards: Sequence[Shard], weights: dict[bytes, float], spellings: dict[bytes, set[bytes]], filters: Filters
) -> list[_File]:
    """The files with the heaviest words, at most so many that all can be read."""
    rare = math.log(1 + 1 / _COMMON)
    finding = {word for word, weight in weights.items() if weight > rare} or set(weights)
    scores: Counter[tuple[int, Segment, int]] = Counter()
    for place, shard in enumerate(shards):
        for segment in shard.segments:
            for word in finding:
                for number in {number for form in spellings[word] for number in segment.files_with(form)}:
                    scores[place, segment, number] += weights[word]  # type: ignore[assignment]
    least = sum(weights[word] for word in finding) * _ENOUGH / 2
    heavy = ((key, score) for key, score in scores.items() if score >= least)
    best = nlargest(_MOST_FILES, heavy, key=lambda each: (each[1], each[0][0], each[0][2]))
    found = [_File(shards[place], segment, number) for (place, segment, number), _ in best]
    return [file for file in found if filters.allows_file(file.segment.row(file.number))]


def _matches(file: _File, wanted: _Wanted, blobs: Blobs) -> Iterable[Match]:
    """The best line of a file, and others as good."""
    row = file.segment.row(file.number)
    blob = blobs.read(file.shard, row)
    if blob is None:
        return
    lines = blob.split(b"\n")
    each = checked(lines, blobs.checkpoint)
    words = [_WORDS.findall(line.lower()) if len(line) <= _LONGEST_LINE else [] for line in each]
    holding = [number for number, own in enumerate(words) if not wanted.words.keys().isdisjoint(own)]
    shares = [(wanted.share(words[at : at + _WINDOW]), at) for at in checked(holding, blobs.checkpoint)]
    best = max(shares, default=(0.0, 0))[0]
    for share, number in shares:
        if share >= best and share >= _ENOUGH:
            yield _match(file, number, lines[number], share - row.penalty / 50 - (0 if row.language else _PROSE))


def _match(file: _File, number: int, line: bytes, score: float) -> Match:
    row = file.segment.row(file.number)
    around = enclosing(file.segment.definitions(file.number), number, len(line) - len(line.lstrip()))
    return Match(
        place=place_of(file.shard, row),
        range=Range(number, len(line) - len(line.lstrip()), number, len(line)),
        end_line=number,
        name=line.strip().decode("utf-8", "replace"),
        symbol=row.separator.join((*around.scope, around.name)) if around else "",
        kind="",
        role=None,
        signature=shown_line(line, 0, 0),
        tier=Tier.FUZZY,
        score=round(max(score, 0.0), 4),
        confidence=Confidence.HEURISTIC,
    )
