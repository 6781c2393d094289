"""Every shipped recipe is complete, and finds what its test says in the corpus of our own."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from codelens.locations import Home, shipped
from codelens.present.cli.main import COMMANDS
from codelens.query.recipes.expecting import by_step, disappointments, given
from codelens.query.recipes.library import Recipes, all_faults
from codelens.query.recipes.running import run_recipe
from codelens.query.session import Session

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted((shipped("queries") / "recipes").glob("*.yaml"))
RECIPES = Recipes({file.stem: file for file in FILES})
CASES = [(file.stem, number) for file in FILES for number in range(len(RECIPES.read(file.stem).test))]


def test_there_are_recipes() -> None:
    assert FILES


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_a_shipped_recipe_has_no_fault_and_all_that_its_help_needs(name: str) -> None:
    recipe = RECIPES.read(name)
    assert list(all_faults(recipe, RECIPES, COMMANDS)) == []
    assert recipe.test
    assert recipe.question.endswith("?")
    assert recipe.when
    assert recipe.topics
    assert all(parameter.meaning and parameter.example for parameter in recipe.parameters)


@pytest.mark.parametrize(("name", "number"), CASES)
def test_a_shipped_recipe_finds_what_its_test_says(name: str, number: int, recipes_home: Path) -> None:
    recipe = RECIPES.recipe(name)
    case = recipe.test[number]
    with closing(Session(Home(recipes_home))) as session:
        answers = list(run_recipe(recipe, given(case), session, RECIPES).answers())
    wrong = disappointments(case, by_step(answers))
    assert not wrong, "\n".join(wrong)
    assert [error for each in answers for error in each.errors] == []
