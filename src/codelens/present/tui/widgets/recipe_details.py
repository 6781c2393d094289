"""All that a recipe says of itself, to read before one asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from codelens.present.formats import printable
from codelens.present.recipe_texts import meaning_text
from codelens.query.recipes.values import example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import ComposeResult

    from codelens.query.recipes.entries import Entry
    from codelens.query.recipes.recipe import Parameter, Recipe

# A paragraph in pieces: each a text and the style that it has.
_Piece = tuple[str, str]
_TITLE, _STRONG, _MUTED, _FAULT = "bold $text-accent", "bold", "$text-muted", "$text-error"


class RecipeDetails(VerticalScroll):
    """What the selected recipe is for, what it asks for, what it does, and what it can't see."""

    HELP = """\
## A recipe

The question that it answers and when to ask it; its parameters; its steps in their order; the repositories that it asks
unless it is told others; what it does not see; how to ask it on the command line; the file that it is written in.
The arrows scroll, `tab` goes back to the filter.
"""
    BORDER_TITLE = ""
    BINDINGS: ClassVar = []

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """A text as long as it is."""
        yield self._text

    def show(self, entry: Entry | None, topics: Mapping[str, str]) -> None:
        """Show a recipe.

        Args:
            entry: None shows nothing.
            topics: Those that are known, with their meanings.
        """
        lines = [Content.assemble(*pieces) for pieces in _lines(entry, topics)] if entry else []
        self._text.update(Content("\n").join(lines))
        self.scroll_home(animate=False)


def _lines(entry: Entry, topics: Mapping[str, str]) -> Iterator[list[_Piece]]:
    yield [(entry.name, _TITLE)]
    if entry.fault:
        yield [(printable(entry.fault), _FAULT)]
    if entry.recipe is not None:
        yield from _described(entry.recipe, topics)
    yield []
    yield [("Written in ", _MUTED), (printable(str(entry.file)), "")]


def _described(recipe: Recipe, topics: Mapping[str, str]) -> Iterator[list[_Piece]]:
    yield [(_flat(recipe.question), _STRONG)]
    yield [(_flat(recipe.when), "")]
    yield []
    yield [("Parameters", _STRONG)] if recipe.parameters else [("It needs no parameters.", "")]
    for parameter in recipe.parameters:
        yield _parameter(parameter)
    yield []
    yield [("Steps, each asked after the one before" if recipe.chain else "Steps", _STRONG)]
    for number, step in enumerate(recipe.steps, 1):
        yield [
            (f"{number:3}. {_flat(step.title)}", ""),
            (f"  not seen yet: {_flat(step.waits)}" if step.waits else "", _MUTED),
        ]
    yield []
    if recipe.repositories:
        yield [("Searched unless repo says otherwise: ", _MUTED), (", ".join(recipe.repositories), "")]
    if recipe.limits:
        yield [("Does not see: ", _MUTED), (_flat(recipe.limits), "")]
    for topic in recipe.topics:
        yield [(f"{topic}: ", _MUTED), (printable(topics.get(topic, "no topic that is known")), _MUTED)]
    yield [("On the command line: ", _MUTED), (f"codelens {recipe.name} {_flat(example(recipe))}".rstrip(), "")]


def _parameter(parameter: Parameter) -> list[_Piece]:
    several = ", several" if parameter.many else ""
    required = ", required" if parameter.required else ""
    kind = f" ({parameter.type}{several}{required}) "
    return [("  ", ""), (parameter.name, _STRONG), (kind, _MUTED), (_flat(meaning_text(parameter)), "")]


def _flat(text: str) -> str:
    return printable(" ".join(text.split()))
