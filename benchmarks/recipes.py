"""What the recipes find in real repositories: the ``real`` answers of every recipe, put to an index.

    python benchmarks/recipes.py [--home FOLDER] [--all]

Each right answer is printed that is not found, with its step, and of each recipe how many are found and how many of
them are among the first five of their step. Answers in repositories that are not indexed are left out and counted.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.errors import CodelensError
from codelens.locations import home
from codelens.query.recipes.expecting import by_step, given, rank, repository_of
from codelens.query.recipes.library import Recipes
from codelens.query.recipes.running import run_recipe
from codelens.query.session import Session
from codelens.query.shards import indexed_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.locations import Home
    from codelens.query.recipes.recipe import Case, Recipe

FIRST = 5


@dataclass(frozen=True)
class Outcome:
    """What became of one right answer: its rank in its step, 0 when it is not there, None when it can't be asked."""

    step: str
    entry: str
    rank: int | None
    why: str = ""


def main() -> int:
    """Ask all and print what became of it."""
    parser = argparse.ArgumentParser(description="The recipes' answers in real repositories.")
    parser.add_argument("--home", metavar="FOLDER", help="where the indexes are (or CODELENS_HOME)")
    parser.add_argument("--all", action="store_true", help="print the answers that are found, too")
    asked = parser.parse_args()
    try:
        measure(home(asked.home), everything=asked.all)
    except CodelensError as error:
        print(f"recipes: {error}")
        return 2
    return 0


def measure(where: Home, *, everything: bool = False) -> None:
    """Ask every recipe for its real answers.

    Args:
        where: The home of the index.
        everything: Whether answers that are found are printed one by one as well.
    """
    recipes = Recipes()
    found = first = asked = left_out = 0
    print(f"{'recipe':30}{'answers':>9}{'found':>7}{'first 5':>9}{'ms':>8}")
    with closing(Session(where)) as session:
        indexed = set(indexed_names(where))
        for recipe in (recipes.recipe(name) for name in sorted(recipes.files)):
            started = time.perf_counter()
            outcomes = [each for case in recipe.real for each in _outcomes(recipe, case, session, recipes, indexed)]
            milliseconds = (time.perf_counter() - started) * 1000
            known = [each for each in outcomes if each.rank is not None]
            _report(recipe, outcomes, milliseconds, everything=everything)
            asked += len(known)
            found += sum(bool(each.rank) for each in known)
            first += sum(0 < (each.rank or 0) <= FIRST for each in known)
            left_out += len(outcomes) - len(known)
    print(f"{'all':30}{asked:9}{found:7}{first:9}   {left_out} left out: their repositories are not indexed")


def _outcomes(recipe: Recipe, case: Case, session: Session, recipes: Recipes, indexed: set[str]) -> Iterator[Outcome]:
    entries = [(step, entry) for step, some in case.finds.items() for entry in some]
    if all(repository_of(entry) not in indexed for _, entry in entries):
        yield from (Outcome(step, entry, None) for step, entry in entries)
        return
    try:
        answers = list(run_recipe(recipe, given(case), session, recipes).answers())
    except CodelensError as error:
        yield from (Outcome(step, entry, 0, str(error)) for step, entry in entries)
        return
    matches = by_step(answers)
    why = "; ".join(error for each in answers for error in each.errors)
    for step, entry in entries:
        there = repository_of(entry) in indexed
        yield Outcome(step, entry, rank(entry, matches.get(step, [])) if there else None, why)


def _report(recipe: Recipe, outcomes: Sequence[Outcome], milliseconds: float, *, everything: bool) -> None:
    known = [each for each in outcomes if each.rank is not None]
    found = sum(bool(each.rank) for each in known)
    first = sum(0 < (each.rank or 0) <= FIRST for each in known)
    print(f"{recipe.name:30}{len(known):9}{found:7}{first:9}{milliseconds:8.0f}")
    for each in known:
        if not each.rank:
            print(f"    missed {each.step}: {each.entry}" + (f" ({each.why})" if each.why else ""))
        elif everything:
            print(f"    {each.rank:6} {each.step}: {each.entry}")


if __name__ == "__main__":
    sys.exit(main())
