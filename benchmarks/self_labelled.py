"""Whether explain finds where a text stands: templates of indexed programs, filled with made-up values, asked back.

    python benchmarks/self_labelled.py [REPOSITORY...] [--home FOLDER] [--count 500] [--together] [--misses]

Of each repository so many log and error templates are drawn, always the same ones. A reply is right on the lines of the
statement, or of one with the same literals in the same order. Three kinds are counted apart:

* own: no other statement that is asked holds all its literals;
* within: another holds them all and more, so that a text of the one can look like the other's;
* ambiguous: another has just the same literals; nothing in the text can tell them apart.

Each repository is asked by itself, or with ``--together`` all of the home at once, as without ``--repo``.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from artefacts import RECALL, replies
from checkout import SEED
from templates import literals_of, messages, render

from codelens.errors import CodelensError
from codelens.locations import home
from codelens.query.explain.explaining import explain
from codelens.query.session import Session
from codelens.query.shards import indexed_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from templates import Template

    from codelens.locations import Home
    from codelens.query.matches import Match

COUNT = 500
WANTED = 0.95
_WIDTH = 24
_SHOWN = 160


class Sharing(StrEnum):
    """Whether the literals of a template are those of another, too."""

    OWN = "own"
    WITHIN = "within"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a template; rank 0 is not among the first."""

    template: Template
    sharing: Sharing
    text: str
    rank: int
    matches: Sequence[Match]
    error: str


class Twins:
    """Which statements have the same literals, and which hold all of another's."""

    def __init__(self, templates: Iterable[Template]) -> None:
        self._same: defaultdict[tuple[str, ...], list[Template]] = defaultdict(list)
        self._holders: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for template in templates:
            literals = literals_of(template[1].pieces)
            self._same[literals].append(template)
            for literal in literals:
                self._holders[literal].add(literals)

    def of(self, template: Template) -> list[Template]:
        """A template and those with its literals in its order."""
        return self._same[literals_of(template[1].pieces)]

    def sharing(self, template: Template) -> Sharing:
        """How far a template can be told from all others."""
        if len(self.of(template)) > 1:
            return Sharing.AMBIGUOUS
        literals = literals_of(template[1].pieces)
        holders = set.intersection(*(self._holders[literal] for literal in literals))
        return Sharing.WITHIN if len(holders) > 1 else Sharing.OWN


def main() -> int:
    """Ask and print."""
    parser = argparse.ArgumentParser(description="Rendered templates, put to explain.")
    parser.add_argument("repositories", metavar="REPOSITORY", nargs="*", help="default: all of the home")
    parser.add_argument("--home", metavar="FOLDER", help="where the indexes are (or CODELENS_HOME)")
    parser.add_argument("--count", type=int, default=COUNT, help="of templates of each repository")
    parser.add_argument("--together", action="store_true", help="ask all repositories at once")
    parser.add_argument("--misses", action="store_true", help="print each that is not first and could be")
    asked = parser.parse_args()
    try:
        measure(home(asked.home), asked.repositories, asked.count, together=asked.together, misses=asked.misses)
    except CodelensError as error:
        print(f"self_labelled: {error}")
        return 2
    return 0


def measure(
    where: Home, repositories: Sequence[str] = (), count: int = COUNT, *, together: bool = False, misses: bool = False
) -> None:
    """Ask templates of each repository back.

    Args:
        where: The home of the index.
        repositories: Whose templates; none takes all.
        count: Of templates of each.
        together: Whether all repositories of the home are asked at once.
        misses: Whether each is printed that is not first, ambiguous ones left out.
    """
    names = list(repositories) or indexed_names(where)
    way = "all asked together" if together else "each asked by itself"
    print(f"\nrendered templates of {len(names)} repositories, {way}; wanted: recall@1 >= {WANTED} of own and within")
    print(f"{'':{_WIDTH}}{'templates':>10}{'recall@1':>10}{'recall@5':>10}", end="")
    print("".join(f"{f'{each} @1':>16}" for each in Sharing) + f"{'ms each':>9}")
    outcomes: list[Outcome] = []
    if together:
        with closing(Session(where)) as session:
            everything = messages(session)
            for name in names:
                outcomes += _measure(session, name, everything, count)
    else:
        for name in names:
            with closing(Session(where, [name])) as session:
                outcomes += _measure(session, name, messages(session), count)
    _print("all", outcomes)
    for each in outcomes:
        if misses and each.rank != 1 and each.sharing is not Sharing.AMBIGUOUS:
            print(describe(each))


def _measure(session: Session, name: str, templates: Sequence[Template], count: int) -> list[Outcome]:
    started = time.perf_counter()
    chosen = random.Random(SEED)  # noqa: S311 - once and for all
    own = [each for each in templates if each[0].repository == name]
    twins = Twins(templates)
    drawn = chosen.sample(own, min(count, len(own)))
    outcomes = [ask(session, each, twins, chosen) for each in drawn]
    _print(name, outcomes, (time.perf_counter() - started) / max(len(drawn), 1) * 1000)
    return outcomes


def ask(session: Session, template: Template, twins: Twins, chosen: random.Random) -> Outcome:
    """Render a template and ask for it."""
    text = render(template[1].pieces, chosen)
    matches: list[Match] = []
    error = ""
    try:
        matches = replies(explain(session, text, RECALL))
    except CodelensError as raised:
        error = str(raised)
    right = twins.of(template)
    ranks = (rank for rank, match in enumerate(matches, 1) if any(is_at(match, each) for each in right))
    return Outcome(template, twins.sharing(template), text, next(ranks, 0), matches, error)


def is_at(match: Match, template: Template) -> bool:
    """Whether a match is a statement."""
    place, statement = template
    there = (match.place.repository, match.place.path) == (place.repository, place.path)
    return there and statement.range.line <= match.range.line <= statement.range.end_line


def _print(name: str, outcomes: Sequence[Outcome], milliseconds: float | None = None) -> None:
    asked = Counter(each.sharing for each in outcomes)
    first = Counter(each.sharing for each in outcomes if each.rank == 1)
    counted = [each for each in outcomes if each.sharing is not Sharing.AMBIGUOUS]
    at1 = sum(each.rank == 1 for each in counted) / max(len(counted), 1)
    at5 = sum(0 < each.rank <= RECALL for each in counted) / max(len(counted), 1)
    print(f"{name:{_WIDTH}}{len(counted):10}{at1:10.3f}{at5:10.3f}", end="")
    print("".join(f"{f'{first[each]} of {asked[each]}':>16}" for each in Sharing), end="")
    print("" if milliseconds is None else f"{milliseconds:9.1f}", flush=True)


def describe(outcome: Outcome) -> str:
    """Say what was asked, where it stands and what came first."""
    place, statement = outcome.template
    first = outcome.matches[0] if outcome.matches else None
    said = (
        f"{first.place.repository}: {first.place.path}:{first.range.line + 1} {first.signature[:_SHOWN]}"
        if first
        else ""
    )
    return "\n".join(
        (
            f"rank {outcome.rank or 'none'} ({outcome.sharing}) {outcome.text[:_SHOWN]!r}",
            f"    right  {place.repository}: {place.path}:{statement.range.line + 1} {statement.kind} {statement.call}",
            f"    first  {said or outcome.error or 'nothing'}",
        )
    )


if __name__ == "__main__":
    sys.exit(main())
