"""How well where-defined ranks: the golden questions, put to an index.

    python benchmarks/ranking.py [--home FOLDER] [--golden FILE] [--all]

A question counts with the rank of the first of its right answers among the first 50. Printed are recall@1, recall@5
and the mean reciprocal rank (MRR), together, by way of asking and by repository; then each question whose answer is
not first, with what is in its place. Questions about repositories that are not indexed are left out and counted.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import yaml

from codelens.errors import CodelensError
from codelens.locations import home
from codelens.query.filters import Filters
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import parse_name
from codelens.query.shards import open_shards

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codelens.index.shard import Shard
    from codelens.query.matches import Answer, Match

GOLDEN = Path(__file__).with_name("golden.yaml")
LIMIT = 50
RECALL = 5
_SEPARATORS = re.compile(r"::|->|[./#\\$]")


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A right answer: where it stands, and its name with as much of its scope as matters."""

    repository: str
    path: str
    symbol: str

    def is_at(self, match: Match) -> bool:
        """Whether a match is this place; separators of all languages are alike."""
        want, have = _SEPARATORS.split(self.symbol), _SEPARATORS.split(match.symbol)
        place = (match.place.repository, match.place.path)
        return place == (self.repository, self.path) and have[-len(want) :] == want


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question and its answers, as ``golden.yaml`` explains them."""

    query: str
    answers: list[Place]
    why: str
    repository: str = msgspec.field(default="", name="in")

    @property
    def asked(self) -> str:
        """As typed."""
        return self.query + (f" --repo {self.repository}" if self.repository else "")

    @property
    def ways(self) -> Iterable[str]:
        """What it is counted under besides all."""
        yield "with --repo" if self.repository else "over all repositories"
        pattern = parse_name(self.query)
        if pattern.prefix:
            yield "prefixes"
        elif pattern.qualifiers:
            yield "qualified names"
        else:
            yield "plain names, initials, misspelt"
        yield from sorted({f"answer in {place.repository}" for place in self.answers})


@dataclass(frozen=True)
class Outcome:
    """What became of a question; rank 0 is not among the first 50."""

    question: Question
    rank: int
    answer: Answer


def main() -> None:
    """Run the questions and print what became of them."""
    parser = argparse.ArgumentParser(description="The golden questions, put to an index.")
    parser.add_argument("--home", metavar="FOLDER", help="where the indexes are (or CODELENS_HOME)")
    parser.add_argument("--golden", metavar="FILE", type=Path, default=GOLDEN, help="the questions")
    parser.add_argument("--all", action="store_true", help="print the questions that are answered first, too")
    asked = parser.parse_args()
    questions = load_questions(asked.golden)
    try:
        shards = open_shards(home(asked.home))
    except CodelensError as error:
        print(f"ranking: {error}")
        return
    rank(questions, shards, everything=asked.all)


def rank(questions: Sequence[Question], shards: Sequence[Shard], *, everything: bool = False) -> None:
    """Put the questions that the shards can answer to them, and print what became of them.

    Args:
        questions: The golden ones.
        shards: Of every repository.
        everything: Whether questions that are answered first are printed one by one as well.
    """
    outcomes = [put(question, shards) for question in questions if is_indexed(question, shards)]
    report(outcomes, len(questions), shards)
    for outcome in outcomes:
        if outcome.rank != 1 or everything:
            print(describe(outcome))


def load_questions(golden: Path) -> list[Question]:
    """Read the questions."""
    return msgspec.convert(yaml.safe_load(golden.read_bytes()), list[Question])


def is_indexed(question: Question, shards: Sequence[Shard]) -> bool:
    """Whether an index has the repositories that a question needs."""
    names = {shard.name for shard in shards}
    return all(place.repository in names for place in question.answers)


def put(question: Question, shards: Sequence[Shard]) -> Outcome:
    """Ask one question."""
    asked = [shard for shard in shards if question.repository in {"", shard.name}]
    answer = where_defined(asked, parse_name(question.query), Filters(), LIMIT)
    ranks = (
        rank for rank, match in enumerate(answer.matches, 1) if any(place.is_at(match) for place in question.answers)
    )
    return Outcome(question, next(ranks, 0), answer)


def report(outcomes: Sequence[Outcome], questions: int, shards: Sequence[Shard]) -> None:
    """Print the figures."""
    symbols = sum(shard.manifest.symbols for shard in shards)
    print(
        f"golden questions: {len(outcomes)} of {questions}, "
        f"over {len(shards)} repositories with {symbols:,} symbols: {', '.join(shard.name for shard in shards)}"
    )
    if not outcomes:
        print("no question is about a repository that is indexed; index the ones that golden.yaml names")
        return
    ways: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        ways["all"].append(outcome)
        for way in outcome.question.ways:
            ways[way].append(outcome)
    print(f"{'':34}{'asked':>7}{'recall@1':>10}{'recall@5':>10}{'MRR':>8}")
    for way, group in ways.items():
        first = sum(outcome.rank == 1 for outcome in group) / len(group)
        among = sum(0 < outcome.rank <= RECALL for outcome in group) / len(group)
        mrr = sum(1 / outcome.rank for outcome in group if outcome.rank) / len(group)
        print(f"{way:34}{len(group):7}{first:10.3f}{among:10.3f}{mrr:8.3f}")


def describe(outcome: Outcome) -> str:
    """Say which rank the right answer has, among how many, and what came first."""
    found = outcome.answer
    rank = f"rank {outcome.rank}" if outcome.rank else f"not among the first {LIMIT}"
    said = f"{outcome.question.asked}: {rank} of {found.total} ({found.matches[0].tier if found.matches else 'none'})"
    if outcome.rank != 1:
        right = ", ".join(f"{place.repository}: {place.path} {place.symbol}" for place in outcome.question.answers)
        said += f"\n    right {right}\n    first {_first(found)}"
    return said


def _first(found: Answer) -> str:
    if not found.matches:
        return "nothing"
    match = found.matches[0]
    return f"{match.place.repository}: {match.place.path}:{match.range.line + 1} {match.kind} {match.symbol}"


if __name__ == "__main__":
    main()
