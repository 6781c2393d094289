"""The recipes as the app knows them: what there is, and what each was told as long as the app runs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.runs import RecipeAsked
    from codelens.query.recipes.catalogue import Catalogue


class Cookbook:
    """The recipes of an app.

    Args:
        app: That shows them, and runs one on its search screen.
    """

    def __init__(self, app: CodelensApp) -> None:
        self._app = app
        self.told: dict[str, dict[str, str]] = {}  # recipe to what was typed for each of its parameters

    @cached_property
    def catalogue(self) -> Catalogue:
        """What there is; only the thread that reads asks it."""
        from codelens.query.recipes.catalogue import Catalogue  # noqa: PLC0415 - not before recipes are asked for

        return Catalogue()

    def show(self) -> None:
        """Show the recipes; one that asks for a symbol is told the selected row."""
        from codelens.present.tui.screens.recipes import RecipesScreen  # noqa: PLC0415 - as above

        if any(isinstance(screen, RecipesScreen) for screen in self._app.screen_stack):
            return
        recipe = self._app.search_screen.recipe
        self._app.push_screen(RecipesScreen(recipe.subject, recipe.ran), self._ask)

    def _ask(self, asked: RecipeAsked | None) -> None:
        search = self._app.search_screen
        if asked is not None:
            while self._app.screen is not search:
                self._app.pop_screen()
            search.recipe.begin(asked)
