"""The screen of saved questions: find one, read what it is for, ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Input

from codelens.present.tui import recipe_questions
from codelens.present.tui.runs import RecipeAsked
from codelens.present.tui.widgets.keys import Keys
from codelens.present.tui.widgets.lines import Breadcrumb
from codelens.present.tui.widgets.prompt import Mark, Said
from codelens.present.tui.widgets.recipe_details import RecipeDetails
from codelens.present.tui.widgets.recipe_list import RecipeList
from codelens.present.tui.widgets.steering import Steering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from codelens.present.tui.app import CodelensApp
    from codelens.query.recipes.entries import Entry

_LOOK_AGAIN = 1.0  # seconds after which files are looked at, because somebody may be writing a recipe
_LOADING = "reading the recipes …"


class RecipeFilter(Steering):
    """Where words of a recipe are typed."""

    HELP = RecipeList.HELP
    BINDINGS: ClassVar = [
        Binding("enter", "list('choose', 0)", "Ask", id="prompt.choose", tooltip="Ask the selected recipe"),
    ]


class RecipesScreen(Screen[RecipeAsked]):
    """The recipes; its result is one with what it is told.

    Args:
        subject: The name that is selected in the list of results, for a recipe that asks for one symbol.
        ran: What the list of results shows a run of: asked for again, it is told the same.
    """

    BINDINGS: ClassVar = [
        Binding("escape", "back", "Back", id="recipes.back", tooltip="Back to where one was"),
    ]

    def __init__(self, subject: str = "", ran: RecipeAsked | None = None) -> None:
        super().__init__()
        self._subject = subject
        self._ran = ran
        self._entries: list[Entry] = []
        self._topics: Mapping[str, str] = {}
        self._read = False
        self._selected_name = ran.recipe.name if ran else ""  # what one chose to look at; "" is the first

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked."""
        return cast("CodelensApp", self.app)

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        with Horizontal(id="asking"):
            yield Mark()
            yield RecipeFilter("words of a name, a question, a topic", id="recipe-filter")
        yield Said(id="said")
        with Container(id="recipes-body"):
            yield RecipeList(id="recipes")
            yield RecipeDetails(id="recipe")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Paint first, and read then."""
        self.query_one(RecipeFilter).focus()
        self.recipes.show_rows(0, empty=_LOADING)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one(Breadcrumb).show(["recipes"])
        self._load()
        self.set_interval(_LOOK_AGAIN, self._look_again)

    @property
    def recipes(self) -> RecipeList:
        """The list."""
        return self.query_one(RecipeList)

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        entries: list[Entry] = []
        async for some in self.asked.reading.stream(recipe_questions.listed(self.asked.cookbook.catalogue)):
            entries += some.entries
            self._topics = some.topics
            if some.fault:
                self.query_one(Said).note(some.fault)
            if not self._read:
                self._entries = entries
                self._show()
        self._entries = entries
        self._read = True
        self._show()

    @work(exclusive=True, group="look")
    async def _look_again(self) -> None:
        if self._read and not await self.asked.reading.ask(recipe_questions.is_current(self.asked.cookbook.catalogue)):
            self._load()

    def _show(self) -> None:
        text = self.query_one(RecipeFilter).value
        empty = f"no recipe speaks of {text}; ctrl+u deletes what is typed" if self._read else _LOADING
        self.recipes.show(self._entries, text, self._topics, self._selected_name, empty)

    @on(Input.Changed, "#recipe-filter")
    def _typed(self) -> None:
        self._selected_name = ""
        self._show()

    @on(Steering.Moved)
    def _moved(self, event: Steering.Moved) -> None:
        self.recipes.steer(event.move, event.by)
        self._selected_name = self.recipes.entry.name if self.recipes.entry else ""

    @on(RecipeList.Selected)
    def _selected(self) -> None:
        if self.recipes.has_focus and self.recipes.entry:
            self._selected_name = self.recipes.entry.name
        self.query_one(RecipeDetails).show(self.recipes.entry, self._topics)

    @on(RecipeList.Chosen)
    def _chosen(self) -> None:
        entry = self.recipes.entry
        if entry is None:
            return
        if entry.fault or entry.recipe is None:
            self.query_one(Said).error(entry.fault)
            return
        self.query_one(Said).note("")
        if not entry.recipe.parameters:
            self.dismiss(RecipeAsked(entry.recipe, {}))
            return
        from codelens.present.tui.screens.recipe_form import RecipeForm  # noqa: PLC0415 - when one is chosen

        told = self._ran if self._ran and self._ran.recipe.name == entry.name else None
        self.app.push_screen(RecipeForm(entry.recipe, "" if told else self._subject), self._told)

    def _told(self, asked: RecipeAsked | None) -> None:
        if asked is not None:
            self.dismiss(asked)

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)
