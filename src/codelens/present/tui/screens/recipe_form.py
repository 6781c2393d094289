"""The form of a recipe: what it is told before it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from codelens.errors import CodelensError
from codelens.present.formats import printable
from codelens.present.recipe_texts import REPO, options_of
from codelens.present.tui import recipe_questions
from codelens.present.tui.runs import RecipeAsked
from codelens.present.tui.widgets.field import Field
from codelens.present.tui.widgets.keys import Keys
from codelens.present.tui.widgets.lines import Breadcrumb
from codelens.present.tui.widgets.prompt import Said
from codelens.query.recipes.recipe import ParameterType

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from codelens.present.tui.app import CodelensApp
    from codelens.query.recipes.recipe import Recipe


class RecipeForm(Screen[RecipeAsked]):
    """The parameters of a recipe; its result is the recipe with what it is told.

    Args:
        recipe: One that can be run.
        subject: A name that is selected, for the one parameter that takes a symbol; "" leaves what was told before.
    """

    AUTO_FOCUS = ""  # the first value that is missing is gone to, and its meaning with it
    BINDINGS: ClassVar = [
        Binding("escape", "back", "Back", id="form.back", tooltip="Back to the recipes"),
    ]

    def __init__(self, recipe: Recipe, subject: str = "") -> None:
        super().__init__()
        self._recipe = recipe
        self._subject = subject

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked, and remembers what recipes were told."""
        return cast("CodelensApp", self.app)

    def compose(self) -> ComposeResult:
        """The question, a field for each parameter, and one for each option."""
        texts = self._texts_at_start()
        yield Breadcrumb(id="crumbs")
        yield Static(printable(" ".join(self._recipe.question.split())), id="form-question", markup=False)
        with VerticalScroll(id="form", can_focus=False):
            for parameter in self._recipe.parameters:
                yield Field(parameter, texts.get(parameter.name, ""))
            yield Static(Content("Options of every recipe"), id="form-options")
            for option in options_of(self._recipe):
                yield Field(option, texts.get(option.name, ""))
        yield Said(id="said")
        yield Keys(id="keys")

    def _texts_at_start(self) -> dict[str, str]:
        texts = dict(self.asked.cookbook.told.get(self._recipe.name, {}))
        symbols = [each.name for each in self._recipe.parameters if each.type is ParameterType.SYMBOL]
        if self._subject and len(symbols) == 1:
            texts[symbols[0]] = self._subject
        return texts

    def on_mount(self) -> None:
        """One types the first value that is missing."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one(Breadcrumb).show(["recipes", self._recipe.name])
        missing = (each for each in self.fields if each.parameter.required and not each.value)
        self._go(next(missing, self.fields[0]))

    @property
    def fields(self) -> list[Field]:
        """All fields, in their order."""
        return list(self.query(Field))

    def _go(self, field: Field) -> None:
        field.line.focus(scroll_visible=False)
        field.line.cursor_position = len(field.value)
        field.scroll_visible(animate=False, immediate=True)

    @property
    def _current(self) -> Field | None:
        return next((each for each in self.fields if each.line.has_focus), None)

    @on(Field.Leave)
    def _leave(self, event: Field.Leave) -> None:
        fields = self.fields
        if (here := self._current) is not None:
            self._go(fields[(fields.index(here) + event.by) % len(fields)])

    @on(Field.Asked)
    def _asked(self, event: Field.Asked) -> None:
        self._offer(event.field, event.word)

    @work(exclusive=True, group="offers")
    async def _offer(self, field: Field, word: str) -> None:
        call = recipe_questions.offers(field.parameter, word, self._repositories(field))
        field.offer(await self.asked.searching.ask(call), word)

    def _repositories(self, field: Field) -> list[str]:
        """Those that names and paths are taken from: what is told of the repository in another field."""
        texts = (each.value for each in self.fields if each is not field and self._is_repository(each))
        return [word for text in texts for word in text.split()]

    def _is_repository(self, field: Field) -> bool:
        return field.parameter.name == REPO and field.parameter.type is ParameterType.REPOSITORY

    @on(Field.Done)
    def _done(self) -> None:
        self._check()

    @work(exclusive=True, group="check")
    async def _check(self) -> None:
        texts = {each.parameter.name: each.value for each in self.fields}
        try:
            checked = await self.asked.searching.ask(recipe_questions.checked(self._recipe, texts))
        except CodelensError as error:
            self.query_one(Said).note(str(error))
            return
        for field in self.fields:
            field.say(checked.faults.get(field.parameter.name, ""))
        wrong = [field for field in self.fields if field.fault]
        if wrong:
            self._go(wrong[0])
        elif checked.asked is not None:
            self.asked.cookbook.told[self._recipe.name] = texts
            self.dismiss(checked.asked)

    def action_back(self) -> None:
        """Offer nothing any more, else go back to the recipes; what was typed is remembered."""
        if (here := self._current) is not None and here.hide_offers():
            return
        self.asked.cookbook.told[self._recipe.name] = {each.parameter.name: each.value for each in self.fields}
        self.dismiss(None)
