"""The recipes that are there: found by the names of their files, read and checked only when one is wanted."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from codelens.document import read_document
from codelens.errors import RecipeError, UsageError
from codelens.locations import queries_folders
from codelens.query.recipes.files import recipe_files
from codelens.query.recipes.loading import read_recipe

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from codelens.query.recipes.recipe import Recipe

TOPICS = "topics.yaml"


class Recipes:
    """The recipes of some files, each read once.

    Args:
        files: Name to file; None is all of :func:`recipe_files`.
    """

    def __init__(self, files: Mapping[str, Path] | None = None) -> None:
        self.files = recipe_files() if files is None else files
        self._read: dict[str, Recipe] = {}

    def recipe(self, name: str) -> Recipe:
        """A recipe that can be run.

        Raises:
            UsageError: There is none of this name.
            RecipeError: It is wrong.
        """
        from codelens.query.recipes.checking import faults  # noqa: PLC0415 - help and completion need no query

        recipe = self.read(name)
        for fault in faults(recipe, self.read):
            raise RecipeError(fault)
        return recipe

    def read(self, name: str) -> Recipe:
        """A recipe as its file has it, which may not be fit to run.

        Raises:
            UsageError: There is none of this name.
            RecipeError: Its form is wrong.
        """
        if name not in self.files:
            close = get_close_matches(name, self.files, 1)
            hint = f"did you mean {close[0]}?" if close else "to list them: codelens recipes"
            message = f"no recipe {name!r}; {hint}"
            raise UsageError(message)
        if name not in self._read:
            self._read[name] = read_recipe(self.files[name])
        return self._read[name]


def load_topics() -> dict[str, str]:
    """Topic to its meaning, in the order in which recipes are listed; a user's own topics come last.

    Raises:
        RecipeError: A file of topics is wrong.
    """
    topics: dict[str, str] = {}
    for folder in reversed(queries_folders()):
        file = folder / TOPICS
        if not file.is_file():
            continue
        found = read_document(file, RecipeError).value
        if not isinstance(found, dict) or not all(isinstance(meaning, str) for meaning in found.values()):
            message = f"{file}: is a mapping of topics to their meanings"
            raise RecipeError(message)
        topics.update(found)
    return topics


def all_faults(recipe: Recipe, recipes: Recipes, commands: Collection[str]) -> Iterator[str]:
    """All that is wrong with a recipe, be it fit to run or not.

    Args:
        recipe: As read.
        recipes: Where a step that is a recipe is found.
        commands: Names that it can't have.
    """
    from codelens.extract.languages import load_languages  # noqa: PLC0415 - only a check needs them
    from codelens.query.recipes.checking import Known, faults, shortcomings  # noqa: PLC0415

    languages = load_languages()
    captures = languages.captures
    kinds = [*captures.definitions, *captures.references, "file"]
    yield from faults(recipe, recipes.read)
    yield from shortcomings(recipe, Known(kinds, list(languages.by_name), list(load_topics()), commands))
