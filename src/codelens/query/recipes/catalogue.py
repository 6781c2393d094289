"""The recipes as a list to choose from: each with its fault when it is wrong.

A file that a person is writing at this moment is an entry like any other; what is wrong with one is no matter to the
others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.errors import CodelensError
from codelens.query.recipes.entries import Entry
from codelens.query.recipes.files import recipe_files
from codelens.query.recipes.library import Recipes

if TYPE_CHECKING:
    from collections.abc import Iterator


class Catalogue:
    """All recipes, kept until one of their files changes. It belongs to one thread."""

    def __init__(self) -> None:
        self._stamps: dict[str, tuple[int, int]] | None = None
        self._entries: list[Entry] = []

    def is_current(self) -> bool:
        """Whether the entries are what the files say: none came, went or was written."""
        return self._stamps == _stamps()

    def entries(self) -> Iterator[Entry]:
        """Every recipe by name."""
        stamps = _stamps()
        if stamps == self._stamps:
            yield from self._entries
            return
        found = []
        for entry in entries_of(Recipes()):
            found.append(entry)
            yield entry
        self._stamps, self._entries = stamps, found  # whoever did not wait for all asks anew


def _stamps() -> dict[str, tuple[int, int]]:
    found = {}
    for file in recipe_files().values():
        try:
            state = file.stat()
        except OSError:
            found[str(file)] = (0, 0)
        else:
            found[str(file)] = (state.st_mtime_ns, state.st_size)
    return found


def entries_of(recipes: Recipes) -> Iterator[Entry]:
    """Each of some recipes, by name."""
    for name in sorted(recipes.files):
        yield _entry(name, recipes)


def _entry(name: str, recipes: Recipes) -> Entry:
    file = recipes.files[name]
    try:
        recipe = recipes.read(name)
    except CodelensError as error:
        return Entry(name, file, None, _line(error))
    try:
        recipes.recipe(name)
    except CodelensError as error:
        return Entry(name, file, recipe, _line(error))
    return Entry(name, file, recipe)


def _line(error: CodelensError) -> str:
    return " ".join(str(error).split())
