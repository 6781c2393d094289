"""The list of recipes and the form of one: found by typing, told with completion, wrong values said in their place."""

from __future__ import annotations

import asyncio
import itertools
import threading
from typing import TYPE_CHECKING

import pytest

import corpus
import recipe_corpus
from codelens.present.tui.screens.recipe_form import RecipeForm
from codelens.present.tui.screens.recipes import RecipesScreen
from codelens.present.tui.widgets.field import Field
from codelens.present.tui.widgets.recipe_list import RecipeList
from codelens.query.recipes import catalogue
from terminal import NARROW, WIDE, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from codelens.present.tui.app import CodelensApp
    from codelens.query.recipes.catalogue import Entry
    from codelens.query.recipes.library import Recipes

    App = Callable[[], CodelensApp]

pytestmark = pytest.mark.usefixtures("recipes")


def try_it(app: App, act: Callable[[Terminal], Awaitable[None]], size: tuple[int, int] = NARROW) -> None:
    """Open the recipes, and do something."""

    async def run() -> None:
        async with running(app(), size) as terminal:
            await open_recipes(terminal)
            await act(terminal)

    asyncio.run(run())


async def open_recipes(terminal: Terminal) -> None:
    await terminal.press("f2")
    await terminal.until(lambda: isinstance(terminal.app.screen, RecipesScreen) and listed(terminal)[-1:] == ["wrong"])


async def open_form(terminal: Terminal, name: str) -> None:
    await terminal.type(name)
    await terminal.until(lambda: listed(terminal) == [name])
    await terminal.press("enter")
    await terminal.until(lambda: isinstance(terminal.app.screen, RecipeForm))
    await terminal.until(lambda: focused(terminal) is not None)


def listed(terminal: Terminal) -> list[str]:
    rows = terminal.app.screen.query_one(RecipeList).rows
    return [row.name for row in rows if not isinstance(row, tuple)]


def focused(terminal: Terminal) -> str | None:
    fields = terminal.app.screen.query(Field)
    return next((field.parameter.name for field in fields if field.line.has_focus), None)


def faults(terminal: Terminal) -> dict[str, str]:
    return {field.parameter.name: field.fault for field in terminal.app.screen.query(Field) if field.fault}


def values(terminal: Terminal) -> dict[str, str]:
    return {field.parameter.name: field.value for field in terminal.app.screen.query(Field) if field.value}


@snapshot("recipes-list")
async def test_recipes_stand_under_their_topics_with_all_that_they_say(terminal: Terminal) -> None:
    await open_recipes(terminal)
    await terminal.shows("Which fruit is there?", "One is hungry.")


@snapshot("recipes-none", (80, 24))
async def test_nothing_answers_to_what_was_typed(terminal: Terminal) -> None:
    await open_recipes(terminal)
    await terminal.type("zebra")
    await terminal.shows("no recipe speaks of zebra")


@snapshot("recipes-broken")
async def test_a_broken_recipe_says_where_and_can_not_be_asked(terminal: Terminal) -> None:
    await open_recipes(terminal)
    await terminal.type("torn")
    await terminal.shows("recipes/torn.yaml:3: ")
    await terminal.press("enter")
    await terminal.until(lambda: terminal.text.count("recipes/torn.yaml:3: ") > 1)


@snapshot("recipes-form")
async def test_a_form_asks_for_each_parameter_with_its_meaning(terminal: Terminal) -> None:
    await open_recipes(terminal)
    await open_form(terminal, "who-picks")


@snapshot("recipes-offers")
async def test_a_value_is_completed_from_the_index(terminal: Terminal) -> None:
    await open_recipes(terminal)
    await open_form(terminal, "who-picks")
    await terminal.type("P")
    await terminal.shows("Press", "Pear")
    await terminal.press("down", "down")


@snapshot("recipes-fault", (80, 24))
async def test_what_is_wrong_with_a_value_stands_below_its_field(terminal: Terminal) -> None:
    await open_recipes(terminal)
    await open_form(terminal, "who-picks")
    await terminal.press("enter")
    await terminal.shows("is missing")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("market", ["market"]),
        ("TRADE", ["market", "way-of-fruit", "all-fruit", "wrong"]),
        ("hungry", ["all-fruit", "wrong"]),
        ("which fruit", ["all-fruit", "way-of-fruit", "wrong"]),
        ("makret", ["market"]),
        ("wop", ["who-picks"]),
    ],
)
def test_the_list_is_filtered_by_what_is_typed(app: App, text: str, names: list[str]) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type(text)
        await terminal.until(lambda: sorted(listed(terminal)) == sorted(names), f"{names}")

    try_it(app, act)


def test_topics_are_stepped_over_and_the_details_follow(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.shows("Which fruit is there?")
        await terminal.press("down", "down")
        await terminal.shows("Prices rise.")
        await terminal.press("up", "up", "up")
        await terminal.shows("One is hungry.")

    try_it(app, act)


def test_all_that_a_recipe_knows_is_shown(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("who-picks")
        await terminal.shows(
            "A fruit is missing", "Whispers are not heard.", "What falls from a tree", "Orchard.Harvest"
        )
        await terminal.shows(
            "one of all, gently", "default all", "codelens who-picks Orchard.Harvest", "who-picks.yaml"
        )
        await terminal.press("ctrl+u")
        await terminal.type("all-fruit")
        await terminal.shows("orchard, barn, cellar", "It needs no parameters", "what is sold", "Types of fruit")

    try_it(app, act, WIDE)


def test_a_recipe_that_somebody_writes_appears_by_itself(app: App, recipes: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("down")
        corpus.write(recipes, {"new.yaml": recipe_corpus.MARKET.replace("name: market", "name: new")})
        (recipes / "torn.yaml").unlink()
        await terminal.until(lambda: "new" in listed(terminal) and "torn" not in listed(terminal))
        chosen = terminal.app.screen.query_one(RecipeList).entry
        assert chosen is not None
        assert chosen.name == "who-picks"

    try_it(app, act)


def test_one_can_type_before_the_recipes_are_read(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    read, opened = catalogue.entries_of, threading.Event()

    def slowly(recipes: Recipes) -> Iterator[Entry]:
        yield from itertools.islice(read(recipes), 2)
        while not opened.wait(0.005):
            pass
        yield from itertools.islice(read(recipes), 2, None)

    monkeypatch.setattr(catalogue, "entries_of", slowly)

    async def run() -> None:
        async with running(app()) as terminal:
            await terminal.press("f2")
            await terminal.shows("reading the recipes")
            await terminal.type("who")
            await terminal.shows("❯ who")
            opened.set()
            await terminal.until(lambda: listed(terminal) == ["who-picks"])

    asyncio.run(run())


def test_a_file_of_topics_that_is_wrong_is_said_and_the_recipes_are_there(app: App, recipes: Path) -> None:
    (recipes.parent / "topics.yaml").write_text("- harvest\n")

    async def act(terminal: Terminal) -> None:
        await terminal.shows("topics.yaml", "Which fruit is there?")

    try_it(app, act)


def test_escape_leads_back_from_the_form_to_the_list_and_to_the_search(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_form(terminal, "who-picks")
        await terminal.press("escape")
        await terminal.until(lambda: listed(terminal) == ["who-picks"])
        await terminal.press("escape")
        await terminal.shows("stack trace")

    try_it(app, act)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"what": ""}, {"what": "is missing"}),
        ({"what": "run", "how": "roughly"}, {"how": "'roughly' is not one of all, gently"}),
        ({"what": "run", "repo": "zebra"}, {"repo": "zebra: not indexed; run: codelens update zebra (indexed are "}),
        ({"what": "run", "repo": "'press"}, {"repo": "a quote is not closed; close it"}),
        ({"what": "", "limit": "many"}, {"what": "is missing", "limit": "'many' is no number"}),
        ({"what": "run", "limit": "0"}, {"limit": "is at least 1"}),
        ({"what": "run", "rev": "v9"}, {"rev": "no repository asked is indexed at 'v9'"}),
    ],
)
def test_wrong_values_are_said_in_their_places_and_the_first_is_gone_to(
    app: App, typed: dict[str, str], wrong: dict[str, str]
) -> None:
    async def act(terminal: Terminal) -> None:
        await open_form(terminal, "who-picks")
        for field in terminal.app.screen.query(Field):
            field.line.value = typed.get(field.parameter.name, "")
        await terminal.press("enter")
        await terminal.until(lambda: faults(terminal).keys() == wrong.keys())
        assert all(faults(terminal)[name].startswith(said) for name, said in wrong.items()), faults(terminal)
        assert focused(terminal) == next(iter(wrong))
        await terminal.type("x")
        await terminal.until(lambda: focused(terminal) not in faults(terminal))

    try_it(app, act)


def test_what_is_offered_is_chosen_by_arrows_and_by_tab(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_form(terminal, "who-picks")
        await terminal.type("Orchard.")
        await terminal.shows("Orchard.Harvest", "Orchard.Trees")
        await terminal.press("down", "down", "enter")
        await terminal.until(lambda: values(terminal) == {"what": "Orchard.Trees"})
        await terminal.press("tab")
        await terminal.until(lambda: focused(terminal) == "repo")
        await terminal.type("pr")
        await terminal.shows("press")
        await terminal.press("tab")
        await terminal.until(lambda: values(terminal).get("repo") == "press")
        await terminal.type(" or")
        await terminal.shows("orchard")
        await terminal.press("tab", "tab")
        await terminal.until(lambda: values(terminal)["repo"] == "press orchard" and focused(terminal) == "how")
        await terminal.press("down")
        await terminal.shows("gently")
        await terminal.press("down", "enter", "tab")
        await terminal.until(lambda: values(terminal).get("how") == "gently" and focused(terminal) == "file")
        await terminal.type("cmd")
        await terminal.shows("cmd/")

    try_it(app, act, WIDE)


def test_names_are_offered_from_the_repository_that_is_named_beside(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_form(terminal, "who-picks")
        await terminal.press("tab")
        await terminal.type("press")
        await terminal.press("up")
        await terminal.until(lambda: focused(terminal) == "what")
        await terminal.type("harves")
        await terminal.shows("  harvest")
        await terminal.press("ctrl+u")
        await terminal.type("H")
        await terminal.hides("  harvest")
        assert "Harvest" not in terminal.text.replace("Orchard.Harvest", "")

    try_it(app, act, WIDE)


def test_escape_hides_what_is_offered_before_it_leaves_the_form(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_form(terminal, "who-picks")
        await terminal.type("Pres")
        await terminal.shows("  Press")
        await terminal.press("escape")
        await terminal.hides("  Press")
        assert isinstance(terminal.app.screen, RecipeForm)
        await terminal.press("enter")
        await terminal.hides("symbol; required")

    try_it(app, act, WIDE)


def test_the_arrows_go_round_the_fields_where_nothing_is_offered(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_form(terminal, "market")
        assert focused(terminal) == "stalls"
        await terminal.press("up")
        await terminal.until(lambda: focused(terminal) == "limit")
        await terminal.press("down")
        await terminal.until(lambda: focused(terminal) == "stalls")

    try_it(app, act)


def test_what_a_recipe_was_told_is_there_the_next_time(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_form(terminal, "market")
        await terminal.type("apple 'ripe pear'")
        await terminal.press("enter")
        await terminal.shows("market(apple ripe pear)")
        await terminal.press("f2")
        await terminal.until(lambda: isinstance(terminal.app.screen, RecipesScreen))
        await terminal.shows("Prices rise.")
        await terminal.press("enter")
        await terminal.until(lambda: isinstance(terminal.app.screen, RecipeForm))
        assert values(terminal) == {"stalls": "apple 'ripe pear'"}

    try_it(app, act)
