"""Running recipes: step by step, stopped, folded, drawn, come back to, and the same as on the command line."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

import corpus
import recipe_corpus
from codelens.present.tui.screens.recipe_form import RecipeForm
from codelens.present.tui.screens.recipes import RecipesScreen
from codelens.present.tui.screens.search import SearchScreen
from codelens.present.tui.widgets.field import Field
from codelens.present.tui.widgets.recipe_list import RecipeList
from codelens.present.tui.widgets.results import Results
from codelens.query.recipes.running import Run
from codelens.query.session import Session
from terminal import NARROW, WIDE, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.rows import Row
    from codelens.present.tui.runs import RecipeRun
    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Step

    App = Callable[[], CodelensApp]

pytestmark = pytest.mark.usefixtures("recipes")
_HELD = "Held back"  # the title of a step that waits to be let go


class Gate:
    """Holds back a step until it is opened; counts the steps that are asked."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.reached = threading.Event()
        self.asked: list[str] = []


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Before the step that is held back."""
    gate = Gate()
    answered = Run._answered  # noqa: SLF001 - a step is slow in no other way

    def held(run: Run, number: int, step: object, *more: object) -> object:
        gate.asked.append(step.title)
        if step.title == _HELD:
            gate.reached.set()
            while not gate.opened.wait(0.005):
                run.session.checkpoint()
        return answered(run, number, step, *more)

    monkeypatch.setattr(Run, "_answered", held)
    yield gate
    gate.opened.set()


def try_it(app: App, act: Callable[[Terminal], Awaitable[None]], size: tuple[int, int] = NARROW) -> None:
    async def run() -> None:
        async with running(app(), size) as terminal:
            await act(terminal)

    asyncio.run(run())


async def ask(terminal: Terminal, name: str, **told: str) -> None:
    """Ask a recipe as a person does."""
    await terminal.press("f2")
    await terminal.until(lambda: isinstance(terminal.app.screen, RecipesScreen))
    await terminal.type(name)
    await terminal.until(lambda: _chosen(terminal) == name)
    await terminal.press("enter")
    if told:
        await terminal.until(lambda: isinstance(terminal.app.screen, RecipeForm))
        for field in terminal.app.screen.query(Field):
            field.line.value = told.get(field.parameter.name.replace("-", "_"), "")
        await terminal.press("enter")
    await terminal.until(lambda: isinstance(terminal.app.screen, SearchScreen))
    await terminal.shows(f"› {name}(")


def _chosen(terminal: Terminal) -> str:
    entry = terminal.app.screen.query_one(RecipeList).entry
    return entry.name if entry else ""


def the_run(terminal: Terminal) -> RecipeRun:
    view = terminal.app.screen.views.current
    assert view is not None
    assert view.run is not None
    return view.run


async def ended(terminal: Terminal) -> None:
    await terminal.until(lambda: the_run(terminal).end is not None)


def rows(terminal: Terminal) -> list[str]:
    """The rows: headings and remarks as they are, matches by their symbols."""
    return [_told(row) for row in terminal.app.screen.query_one(Results).rows]


def _told(row: Row) -> str:
    return f"{'  ' * row.depth}{row.match.symbol if row.match else row.text}"


def selected(terminal: Terminal) -> str:
    row = terminal.app.screen.query_one(Results).row
    return _told(row).strip() if row else ""


@snapshot("recipe-run")
async def test_a_run_has_its_steps_below_each_other(terminal: Terminal) -> None:
    await ask(terminal, "who-picks", what="Tree.Pick", repo="orchard")
    await ended(terminal)
    await terminal.shows("Where Tree.Pick is", "matches of 4 steps")


@snapshot("recipe-running")
async def test_a_run_says_what_is_still_to_come(terminal: Terminal) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        held = threading.Event()
        answered = Run._answered  # noqa: SLF001 - as above

        def waits(run: Run, number: int, step: object, *more: object) -> object:
            while step.title == _HELD and not held.wait(0.005):
                run.session.checkpoint()
            return answered(run, number, step, *more)

        monkeypatch.setattr(Run, "_answered", waits)
        await ask(terminal, "all-fruit")
        await terminal.shows("Types of fruit", "step 2 of 3", "asking: Held back")


@snapshot("recipe-chain")
async def test_a_chain_says_what_leads_from_one_step_to_the_next(terminal: Terminal) -> None:
    await ask(terminal, "way-of-fruit")
    await ended(terminal)
    await terminal.shows("Harvests")


def test_the_first_step_is_read_before_the_second_is_answered(app: App, gate: Gate) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await terminal.shows("Types of fruit  2 matches", "step 2 of 3", "asking: Held back", "type Apple struct")
        assert selected(terminal) == "Apple"
        await terminal.press("down", "enter")
        await terminal.shows("Pear is a Fruit too")
        source = terminal.text.splitlines()[13:22]
        gate.opened.set()
        await ended(terminal)
        assert selected(terminal) == "Pear"
        assert terminal.text.splitlines()[13:22] == source, "who reads is not disturbed by what comes"
        await terminal.shows("matches of 3 steps")

    try_it(app, act)


def test_no_parameters_are_asked_for_where_there_are_none(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await ended(terminal)
        shown = rows(terminal)
        assert shown[:3] == ["Types of fruit", "  Apple", "  Pear"]
        assert "Not asked, because not indexed" in shown
        assert "  barn: not indexed" not in "\n".join(shown)
        await terminal.shows("2 not indexed")

    try_it(app, act)


def test_what_is_stopped_keeps_its_steps_and_asks_no_more(app: App, gate: Gate) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await terminal.shows("step 2 of 3")
        await terminal.until(gate.reached.is_set)
        await terminal.press("ctrl+x")
        await terminal.shows("stopped after 1 of 3 steps")
        gate.opened.set()
        await ask(terminal, "way-of-fruit")  # the thread answers again
        await ended(terminal)
        assert "Juice of it" not in gate.asked

    try_it(app, act)


def test_what_is_typed_stops_a_recipe(app: App, gate: Gate) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await terminal.until(gate.reached.is_set)
        await terminal.press("escape")
        await terminal.type("Harvest")
        await terminal.shows("picks what is ripe")
        await terminal.press("down", "tab", "backspace")
        await terminal.shows("stopped after 1 of 3 steps")

    try_it(app, act)


def test_going_back_and_forward_asks_nothing_again(app: App, gate: Gate) -> None:
    gate.opened.set()

    async def act(terminal: Terminal) -> None:
        await terminal.type("Juice")
        await terminal.shows("press.py")
        await ask(terminal, "all-fruit")
        await ended(terminal)
        shown, asked = rows(terminal), list(gate.asked)
        await terminal.press("down", "down")
        here = selected(terminal)
        await terminal.press("backspace")
        await terminal.hides("› all-fruit()")
        await terminal.press("alt+right")
        await terminal.shows("› all-fruit()", "matches of 3 steps")
        assert rows(terminal) == shown
        assert selected(terminal) == here
        assert gate.asked == asked

    try_it(app, act)


def test_a_recipe_goes_on_while_one_follows_a_row_of_it(app: App, gate: Gate) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await terminal.shows("type Apple struct")
        await terminal.until(gate.reached.is_set)
        await terminal.press("r")
        await terminal.shows("› references of Apple")
        gate.opened.set()
        await terminal.until(lambda: "Juice of it" in gate.asked)
        await terminal.press("backspace")
        await terminal.shows("› all-fruit()", "matches of 3 steps")
        assert "Juice of it" in rows(terminal)

    try_it(app, act)


def test_the_error_of_one_step_leaves_the_others(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "who-picks", what="Tree.Pick")
        await ended(terminal)
        shown = "\n".join(rows(terminal))
        assert 'who-picks.yaml:14: step 4 "In a barn": barn: not indexed' in " ".join(shown.split())
        assert "not seen yet: Whispers are not heard." in shown
        assert "What falls from a tree by itself is not seen." in shown
        assert shown.index("In a barn") < shown.index("What says so")
        await terminal.shows("1 with errors")

    try_it(app, act)


def test_a_run_that_can_not_begin_says_why(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codelens.query.recipes.running.indexed_names", lambda _: [])
    monkeypatch.setattr("codelens.query.session.open_shards", _nothing)

    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await terminal.shows("failed after 0 of 0 steps", "nothing is indexed")

    try_it(app, act)


def _nothing(*_: object) -> None:
    from codelens.errors import NotIndexedError  # noqa: PLC0415

    message = "nothing is indexed"
    raise NotIndexedError(message)


def test_an_index_that_is_replaced_under_a_run_is_asked_from_the_first_step_again(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, is_current = Run._answered, Session.is_current  # noqa: SLF001 - as above
    asked: list[str] = []

    def fails_once(run: Run, number: int, step: Step, *more: object) -> StepAnswer:
        asked.append(step.title)
        found = answered(run, number, step, *more)
        return replace(found, errors=("a file is gone",)) if asked.count(_HELD) == 1 and step.title == _HELD else found

    monkeypatch.setattr(Run, "_answered", fails_once)
    monkeypatch.setattr(Session, "is_current", lambda session: _HELD not in asked[-1:] and is_current(session))

    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await ended(terminal)
        assert [each.title for each in the_run(terminal).answers] == ["Types of fruit", _HELD, "Juice of it"]
        assert asked == ["Types of fruit", _HELD, "Types of fruit", _HELD, "Juice of it"]
        assert "a file is gone" not in "\n".join(rows(terminal))

    try_it(app, act)


def test_trees_are_trees_and_what_is_folded_is_hidden(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "who-picks", what="Tree.Pick", repo="orchard")
        await ended(terminal)
        shown = rows(terminal)
        called = shown.index("Who calls it")
        assert shown[called + 1 : called + 4] == ["  Tree.Pick", "    Orchard.Harvest", "      run"]
        await terminal.press("down", "down")
        assert selected(terminal) == "Orchard.Harvest"
        await terminal.press("space")
        await terminal.until(lambda: "      run" not in rows(terminal))
        assert selected(terminal) == "Orchard.Harvest"
        await terminal.press("space")
        await terminal.until(lambda: rows(terminal) == shown)

    try_it(app, act)


def test_a_step_is_folded_to_its_heading_which_can_be_selected_then(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await ended(terminal)
        shown = rows(terminal)
        await terminal.press("down", "left")
        await terminal.until(lambda: rows(terminal)[:2] == ["Types of fruit", "Held back"])
        assert selected(terminal) == "Types of fruit"
        await terminal.press("down")
        assert selected(terminal) == rows(terminal)[2].strip(), "an open heading is stepped over"
        await terminal.press("up", "space")
        await terminal.until(lambda: rows(terminal) == shown)
        assert selected(terminal) == "Apple"

    try_it(app, act)


def test_what_is_not_indexed_is_unfolded_from_its_heading(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await ended(terminal)
        await terminal.press("end")
        assert selected(terminal) == "Not asked, because not indexed"
        await terminal.press("space")
        await terminal.until(lambda: "barn: not indexed" in "\n".join(rows(terminal)))
        assert "cellar: not indexed" in "\n".join(rows(terminal))

    try_it(app, act)


def test_all_steps_are_drawn_as_one_tree_and_listed_again(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "way-of-fruit")
        await ended(terminal)
        shown = rows(terminal)
        assert shown == ["The program", "  main", "Runs", "  run", "Harvests", "  Orchard.Harvest"]
        await terminal.press("t")
        await terminal.until(lambda: rows(terminal) == ["main", "  run", "    Orchard.Harvest"])
        await terminal.press("t")
        await terminal.until(lambda: rows(terminal) == shown)

    try_it(app, act)


def test_a_recipe_that_asks_for_a_symbol_is_told_the_selected_row(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("Harvest kind:method")
        await terminal.shows("picks what is ripe")
        await terminal.press("f2")
        await terminal.until(lambda: isinstance(terminal.app.screen, RecipesScreen))
        await terminal.type("who-picks")
        await terminal.until(lambda: _chosen(terminal) == "who-picks")
        await terminal.press("enter")
        await terminal.until(lambda: isinstance(terminal.app.screen, RecipeForm))
        assert terminal.app.screen.query(Field).first().value == "Orchard.Harvest"
        await terminal.until(lambda: terminal.app.focused is not None)
        await terminal.press("enter")
        await terminal.shows("who-picks(Orchard.Harvest)")
        await ended(terminal)
        await terminal.press("down", "down")
        assert selected(terminal) == "run"
        await terminal.press("f2")
        await terminal.until(
            lambda: isinstance(terminal.app.screen, RecipesScreen) and _chosen(terminal) == "who-picks"
        )
        await terminal.press("enter")
        await terminal.until(lambda: isinstance(terminal.app.screen, RecipeForm))
        assert terminal.app.screen.query(Field).first().value == "Orchard.Harvest", "asked again, it is told the same"

    try_it(app, act)


def test_options_confine_a_run_as_they_do_on_the_command_line(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "who-picks", what="Ripen", rev="v1.0", limit="1")
        await ended(terminal)
        matches = [row.match for row in terminal.app.screen.query_one(Results).rows if row.match]
        assert {match.place.revision for match in matches} == {"v1.0"}
        assert rows(terminal)[:3] == ["Where Ripen is", "  Fruit.Ripen", "Who calls it"]
        await terminal.shows("who-picks(Ripen, rev: v1.0)")

    try_it(app, act)


def test_the_palette_offers_recipes(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("alt+x")
        await terminal.type("recipes")
        await terminal.shows("Saved questions")
        await terminal.press("enter")
        await terminal.until(lambda: isinstance(terminal.app.screen, RecipesScreen))

    try_it(app, act)


def test_what_a_recipe_found_is_exported_as_the_command_line_writes_it(app: App, home: Path, tmp_path: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "who-picks", what="Tree.Pick")
        await ended(terminal)
        await terminal.press("ctrl+s")
        await terminal.shows("6 matches of 4 steps")
        terminal.app.screen.query_one(Input).value = "found.md"
        await terminal.press("enter")
        await terminal.until(lambda: (tmp_path / "found.md").exists() and (tmp_path / "found.md").read_text())

    try_it(app, act)
    written = (tmp_path / "found.md").read_text().splitlines()
    assert [line for line in written if line.startswith("## ")] == [
        "## Where Tree.Pick is", "## Who calls it", "## In a barn", "## What says so",
    ]  # fmt: skip
    config = tmp_path / "config"
    corpus.write(config / "codelens" / "queries" / "recipes", recipe_corpus.RECIPES)
    ended_command = corpus.run(home, "who-picks", "Tree.Pick", "--format", "markdown", XDG_CONFIG_HOME=str(config))
    lines = ended_command.stdout.decode().splitlines()
    both = [[line for line in each if line.startswith(("#", "- "))][1:] for each in (written, lines)]
    assert both[0] == both[1]


def test_leaving_the_app_ends_the_recipe_that_runs(app: App, gate: Gate) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await terminal.until(gate.reached.is_set)

    try_it(app, act)
    assert not [thread for thread in threading.enumerate() if thread.name == "run"]
    assert "Juice of it" not in gate.asked


def test_a_click_on_the_mark_of_a_title_folds_the_step(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await ask(terminal, "all-fruit")
        await ended(terminal)
        await terminal.click(Results, offset=(0, 0))
        await terminal.until(lambda: rows(terminal)[:2] == ["Types of fruit", "Held back"])
        await terminal.click(Results, offset=(0, 0))
        await terminal.until(lambda: rows(terminal)[:2] == ["Types of fruit", "  Apple"])

    try_it(app, act)


ASKED = [
    ("who-picks", {"what": "Tree.Pick", "how": "gently"}, ("Tree.Pick", "--how", "gently")),
    ("who-picks", {"what": "Ripen", "repo": "press"}, ("Ripen", "press")),
    ("all-fruit", {}, ()),
    ("way-of-fruit", {}, ()),
    ("market", {"stalls": "ripe 'cannot press'"}, ("ripe", "cannot press")),
]


@pytest.mark.parametrize(("name", "told", "arguments"), ASKED)
def test_the_command_line_finds_the_same(
    app: App, home: Path, tmp_path: Path, name: str, told: dict[str, str], arguments: tuple[str, ...]
) -> None:
    found: list[tuple[object, ...]] = []

    async def act(terminal: Terminal) -> None:
        await ask(terminal, name, **told)
        await ended(terminal)
        for answered in the_run(terminal).answers:
            found.extend(
                (answered.title, *_place(match)) for match in (answered.answer.matches if answered.answer else ())
            )

    try_it(app, act, WIDE)
    config = tmp_path / "config"
    corpus.write(config / "codelens" / "queries" / "recipes", recipe_corpus.RECIPES)
    ended_command = corpus.run(home, name, *arguments, "--json", XDG_CONFIG_HOME=str(config))
    lines = [json.loads(line) for line in ended_command.stdout.splitlines()]
    written = [tuple(line[key] for key in _KEYS) for line in lines if "path" in line]
    assert found == written
    assert found


_KEYS = ("step", "repository", "path", "line", "column", "symbol", "match", "confidence")


def _place(match: object) -> tuple[object, ...]:
    place = (match.place.repository, match.place.path, match.range.line + 1, match.range.column + 1)
    return (*place, match.symbol, match.tier.value, match.confidence.value)
