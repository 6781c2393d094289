"""Symbols that were found and are not read yet: a short prefix has tens of thousands, of which sixty are shown."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from codelens.index.ranked import Symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard


class Candidate(NamedTuple):
    """A symbol that may be a match.

    Args:
        rank: The static rank, with the check of the exact name behind it.
        shard: Its shard.
        segment: Its segment.
        number: Of its record in the segment.
    """

    rank: int
    shard: Shard
    segment: Segment
    number: int

    @property
    def key(self) -> tuple[Segment, int]:
        """What tells it from all others."""
        return self.segment, self.number


class Run(NamedTuple):
    """Candidates of one segment.

    Args:
        shard: Theirs.
        segment: Theirs.
        symbols: Their numbers and ranks.
    """

    shard: Shard
    segment: Segment
    symbols: Symbols

    def candidates(self, worst: int | None = None) -> Iterator[Candidate]:
        """Each of them; only those of a rank, or of a better one, when one is given."""
        for number, rank in zip(*self.symbols, strict=True):
            if worst is None or rank <= worst:
                yield Candidate(rank, self.shard, self.segment, number)


class Found:
    """Candidates, made one by one when they are looked at.

    Args:
        runs: Those of each segment.
    """

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._runs = [run for run in runs if run.symbols.numbers]

    @classmethod
    def of(cls, candidates: Iterable[Candidate]) -> Found:
        """These candidates."""
        runs = []
        for (shard, segment), some in groupby(candidates, key=lambda each: (each.shard, each.segment)):
            each = list(some)
            runs.append(Run(shard, segment, Symbols([one.number for one in each], [one.rank for one in each])))
        return cls(runs)

    def __len__(self) -> int:
        """How many they are."""
        return sum(len(run.symbols.numbers) for run in self._runs)

    def __iter__(self) -> Iterator[Candidate]:
        """Each of them."""
        return chain.from_iterable(run.candidates() for run in self._runs)

    def __add__(self, other: Found) -> Found:
        """These and others."""
        return Found([*self._runs, *other._runs])

    def ranks(self) -> Iterator[int]:
        """The static rank of each."""
        return chain.from_iterable(run.symbols.ranks for run in self._runs)

    def up_to(self, worst: int) -> Iterator[Candidate]:
        """Those of a static rank, and of better ones."""
        return chain.from_iterable(run.candidates(worst) for run in self._runs)
