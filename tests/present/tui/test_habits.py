"""What one expects of a program in a terminal: help, keys that are told, little room, faults that are said."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual import events

import app_corpus
import corpus
from codelens.locations import Home
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.screens.help import HelpScreen
from codelens.present.tui.screens.search import SearchScreen
from codelens.present.tui.screens.too_small import TooSmall
from codelens.present.tui.widgets.prompt import Said
from terminal import NARROW, WIDE, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    App = Callable[[], CodelensApp]


def search_screen(terminal: Terminal) -> SearchScreen:
    assert isinstance(terminal.app.screen, SearchScreen)
    return terminal.app.screen


def flow(act: Callable[[Terminal], Awaitable[None]], app: App, size: tuple[int, int] = NARROW) -> None:
    async def run() -> None:
        async with running(app(), size) as terminal:
            await act(terminal)

    asyncio.run(run())


# Help


@pytest.mark.parametrize(("keys", "title", "key"), [((), "The prompt", "enter"), (("tab",), "Results", "space")])
def test_help_is_about_the_focused_widget_and_lists_its_keys(
    app: App, keys: tuple[str, ...], title: str, key: str
) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press(*keys, "f1")
        await terminal.shows(title, "esc closes", key)
        await terminal.press("escape")
        await terminal.hides("esc closes")

    flow(act, app, WIDE)


def test_help_scrolls_where_there_is_little_room(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("f1")
        await terminal.shows("The prompt")
        await terminal.press("end")
        await terminal.shows("What one can do here, and the keys")
        await terminal.hides("The prompt")

    flow(act, app)


def test_help_has_the_keys_as_they_are_bound_now(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        terminal.app.set_keymap({"search.follow": "f9", "follow.callers": "C"})
        await terminal.press("tab", "f1")
        await terminal.shows("f9  ", "All that leads on from here", "C  ", "what calls it")

    flow(act, app, WIDE)


def test_a_question_mark_asks_for_help_but_is_typed_within_a_query(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("question_mark")
        await terminal.until(lambda: isinstance(terminal.app.screen, HelpScreen))
        await terminal.press("escape")
        await terminal.type("what?")
        assert search_screen(terminal).prompt.value == "what?"
        await terminal.press("tab", "question_mark")
        await terminal.until(lambda: isinstance(terminal.app.screen, HelpScreen))

    flow(act, app)


def test_the_last_line_has_the_keys_of_where_one_is(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        def last() -> str:
            return terminal.text.splitlines()[-1]

        await terminal.type("Harvest")
        await terminal.shows("3 matches")
        await terminal.until(lambda: "Read" in last() and "Follow" in last() and last().endswith("Help"))
        assert "References" not in last(), "an r is typed into the query"
        await terminal.press("tab")
        await terminal.until(lambda: "r References" in last() and last().endswith("Help"))
        await terminal.press("enter")
        await terminal.until(lambda: "/ Find" in last() and "⏎ Definition" in last() and last().endswith("Help"))

    flow(act, app)


def test_a_click_on_a_key_presses_it(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.shows("f1 Help")
        await terminal.click("#keys", (terminal.text.splitlines()[-1].index("f1"), 0))
        await terminal.until(lambda: isinstance(terminal.app.screen, HelpScreen))

    flow(act, app)


@snapshot("help-prompt")
async def test_the_help_of_the_prompt(terminal: Terminal) -> None:
    await terminal.press("f1")
    await terminal.shows("The prompt")


# Room


def test_a_terminal_that_is_too_small_says_so_until_it_grows(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("Harvest")
        await terminal.shows("3 matches")
        await terminal.resize(30, 6)
        await terminal.shows("too small: 40x10 is needed")
        await terminal.resize(39, 24)
        await terminal.shows("too small")
        await terminal.resize(*NARROW)
        await terminal.until(lambda: not isinstance(terminal.app.screen, TooSmall))
        await terminal.shows("3 matches")
        await terminal.type("x")
        assert search_screen(terminal).prompt.value == "Harvestx", "one goes on where one was"

    flow(act, app)


@snapshot("search-least", (40, 10))
async def test_the_least_room_there_may_be(terminal: Terminal) -> None:
    await terminal.type("Harvest")
    await terminal.shows("3 matches")


# Half-typed queries


def test_a_query_that_is_being_typed_flashes_no_error(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        said = search_screen(terminal).query_one(Said)
        seen: set[str] = set()
        for character in 'Ripen (kind:method or kind:function) "ripe"':
            await terminal.type(character)
            seen.add(said.text if said.is_error else "")
        assert seen == {""}

    flow(act, app)


def test_an_error_stands_still_while_one_types_on_and_goes_when_it_is_mended(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        said = search_screen(terminal).query_one(Said)
        await terminal.type("Ripen kind:fnction")
        await terminal.shows("^ unknown kind 'fnction'")
        for _ in range(7):
            await terminal.press("backspace")
            await terminal.until(lambda: search_screen(terminal).prompt.value)
        await terminal.type("method")
        await terminal.shows("3 matches")
        await terminal.until(lambda: not said.is_error)
        await terminal.hides("^ unknown")

    flow(act, app)


@pytest.mark.parametrize("before", ["", "林檎 ", "a_long_name_of_something " * 6])
def test_an_error_points_at_its_column_also_behind_wide_characters_and_when_the_query_is_scrolled(
    app: App, before: str
) -> None:
    async def act(terminal: Terminal) -> None:
        terminal.app.post_message(events.Paste(f"{before}kind:fnction"))
        await terminal.shows("unknown kind 'fnction'", "kind:fnction")
        prompt, said = terminal.text.splitlines()[1:3]
        assert _cells(said, "^") == _cells(prompt, "fnction")

    flow(act, app)


def _cells(line: str, sought: str) -> int:
    return cell_len(line[: line.index(sought)])


# Faults


def test_a_blob_that_is_gone_is_said_where_it_would_be_read_and_the_app_goes_on(tmp_path: Path) -> None:
    home = app_corpus.build(tmp_path)
    shutil.rmtree(tmp_path / "press")

    async def act(terminal: Terminal) -> None:
        await terminal.type("Press.press_all")
        await terminal.shows("1 match", "press: press/press.py can't be read any more; run: codelens update press")
        await terminal.press("ctrl+u")
        await terminal.type("Harvest")
        await terminal.shows("picks what is ripe")

    flow(act, lambda: CodelensApp(Home(home)), WIDE)


def test_another_generation_is_read_as_soon_as_it_is_there(tmp_path: Path) -> None:
    home = app_corpus.build(tmp_path)

    async def act(terminal: Terminal) -> None:
        await terminal.type("press_al")
        await terminal.shows("1 match", "def press_all")
        corpus.commit(tmp_path / "press", {"press/new.py": "def press_all_at_once(): pass\n"})
        corpus.tag(tmp_path / "press", "v2.0", again=True)
        await asyncio.to_thread(corpus.index, tmp_path / "press", home, "press", revision="v2.0")
        await terminal.type("l")
        await terminal.shows("press/new.py:1", "def press_all_at_once")
        await terminal.hides("press/press.py:24")

    flow(act, lambda: CodelensApp(Home(home)), WIDE)


def test_a_shard_that_breaks_while_the_app_runs_is_said_and_the_others_answer(tmp_path: Path) -> None:
    home = app_corpus.build(tmp_path)

    async def act(terminal: Terminal) -> None:
        await terminal.type("harves")
        await terminal.shows("3 matches")
        (shard,) = (home / "shards").glob("press@*")
        (shard / "current").unlink()
        (shard / "current").write_text("nothing that is there")
        await terminal.type("t")
        await terminal.shows("1 match in 1 repository", "press")
        await terminal.shows("press@v2.0: the index is incomplete")

    flow(act, lambda: CodelensApp(Home(home)), WIDE)


def test_all_shards_removed_while_the_app_runs_is_said_and_the_app_goes_on(tmp_path: Path) -> None:
    home = app_corpus.build(tmp_path)

    async def act(terminal: Terminal) -> None:
        await terminal.type("harves")
        await terminal.shows("3 matches")
        shutil.rmtree(home / "shards")
        await terminal.type("t")
        await terminal.shows("nothing is indexed in")
        await terminal.press("tab", "enter", "r")
        await terminal.shows("nothing is indexed in")
        assert terminal.app.is_running

    flow(act, lambda: CodelensApp(Home(home)), WIDE)
