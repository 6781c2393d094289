"""Following in the app: from the list, from the source, from the prompt; trees in place; there and back again."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from codelens.present.tui import questions
from codelens.present.tui.screens.leading import follow_keys
from codelens.present.tui.screens.search import SearchScreen
from codelens.query.following import Follow, follows
from terminal import WIDE, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from codelens.present.tui.app import CodelensApp
    from codelens.query.session import Session

    App = Callable[[], CodelensApp]


def search_screen(terminal: Terminal) -> SearchScreen:
    assert isinstance(terminal.app.screen, SearchScreen)
    return terminal.app.screen


def rows(terminal: Terminal) -> list[str]:
    """The rows of the list, with their marks, as deep as they are."""
    marks = {None: "", True: "▾ ", False: "▸ "}
    return [
        f"{'  ' * row.depth}{marks[row.unfolded]}{row.match.symbol if row.match else row.text}"
        f"{f' ({row.note})' if row.note else ''}"
        for row in search_screen(terminal).results.rows
    ]


def crumbs(terminal: Terminal) -> list[str]:
    return search_screen(terminal).views.crumbs


def cursor(terminal: Terminal) -> tuple[str, int]:
    """The file and the line, 1-based, that the cursor of the source is at."""
    code = search_screen(terminal).reader.code
    assert code.file is not None
    return code.file.place.path, code.cursor[0] + 1


def flow(act: Callable[[Terminal], Awaitable[None]], app: App, size: tuple[int, int] = WIDE) -> None:
    async def run() -> None:
        async with running(app(), size) as terminal:
            await act(terminal)

    asyncio.run(run())


async def find(terminal: Terminal, text: str, *shown: str) -> None:
    """Search, and wait for the list and the source of the first row."""
    await terminal.type(text)
    await terminal.shows(*shown)


async def read(terminal: Terminal, path: str, line: int) -> None:
    """Wait until a place is read."""
    code = search_screen(terminal).reader.code
    await terminal.until(lambda: code.file is not None and cursor(terminal) == (path, line), f"{path}:{line}")


# From where one can follow


@pytest.mark.parametrize(
    ("key", "query", "title", "found"),
    [
        ("d", "Harvest", "definition of Orchard.Harvest", ["Orchard.Harvest"]),
        ("r", "Harvest", "references of Orchard.Harvest", ["run"]),
        ("c", "Harvest", "callers of Orchard.Harvest", ["▸ run"]),
        ("a", "Harvest", "callees of Orchard.Harvest", ["▸ Tree.Pick", "▸ Orchard.log"]),
        ("i", "Fruit kind:interface", "implementers of Fruit", ["▸ Apple", "▸ Pear"]),
        ("o", "Press kind:class", "outline of Press", None),
    ],
)
def test_a_key_follows_the_selected_row(app: App, key: str, query: str, title: str, found: list[str] | None) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, query, "match")
        await terminal.press("tab", key)
        await terminal.until(lambda: crumbs(terminal) == [query, title], title)
        assert found is None or rows(terminal) == found
        assert search_screen(terminal).focused is search_screen(terminal).results

    flow(act, app)


def test_the_identifier_under_the_cursor_is_followed_and_one_stays_in_the_source(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Harvest", "picks what is ripe")
        await read(terminal, "orchard.go", 21)
        await terminal.press("enter")
        await terminal.type(":24")
        await terminal.press("enter")
        await terminal.until(lambda: cursor(terminal) == ("orchard.go", 24))
        while search_screen(terminal).reader.code.word != "Pick":
            await terminal.press("w")
        await terminal.press("enter")
        await read(terminal, "orchard.go", 35)
        assert crumbs(terminal) == ["Harvest", "definition of Tree.Pick"]
        assert search_screen(terminal).is_reading

    flow(act, app)


def test_the_menu_follows_from_the_prompt(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Harvest", "picks what is ripe")
        await terminal.press("ctrl+g")
        await terminal.shows("Follow Orchard.Harvest", *(follow.meaning for follow in follows()))
        await terminal.press("c")
        await terminal.until(lambda: crumbs(terminal)[-1] == "callers of Orchard.Harvest")

    flow(act, app)


def test_every_way_to_follow_has_a_key_of_its_own_also_one_that_comes_later() -> None:
    later = Follow("defers", "what puts it off", unfolds=False, ask=follows()[0].ask)
    keys = follow_keys((*follows(), later))
    assert [follow.name for follow in keys.values()] == [*(follow.name for follow in follows()), "defers"]
    assert "j" not in keys
    assert "k" not in keys


def test_what_leads_nowhere_is_said_and_one_stays_where_one_is(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "again", "func again")
        await terminal.press("tab", "i")
        await terminal.shows("no implementers of again")
        assert crumbs(terminal) == ["again"]

    flow(act, app)


def test_where_no_identifier_stands_nothing_is_followed(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Harvest", "picks what is ripe")
        await read(terminal, "orchard.go", 21)
        await terminal.press("enter")
        await terminal.type(":22")
        await terminal.press("enter", "0", "r")
        await terminal.shows("nothing to follow here")

    flow(act, app)


# Trees in place


def test_callers_unfold_level_by_level_and_say_where_they_go_round(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Tree.Pick", "takes the ripe fruit")
        await terminal.press("tab", "c")
        await terminal.until(lambda: rows(terminal) == ["▸ Orchard.Harvest"])
        await terminal.press("space")
        await terminal.until(lambda: rows(terminal) == ["▾ Orchard.Harvest", "  ▸ run"])
        await terminal.press("down", "right")
        await terminal.until(lambda: len(rows(terminal)) == 4)
        assert rows(terminal) == ["▾ Orchard.Harvest", "  ▾ run", "    ▸ main", "    ▸ again"]
        await terminal.press("down", "down", "right")
        await terminal.until(lambda: len(rows(terminal)) == 5)
        assert rows(terminal)[3:] == ["    ▾ again", "      run (shown above)"]
        assert search_screen(terminal).results.selected == 3, "the selection stays"

    flow(act, app)


def test_a_level_without_anything_is_said_below_its_row(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "run kind:function", "func run")
        await terminal.press("tab", "c")
        await terminal.until(lambda: len(rows(terminal)) == 2)
        await terminal.press("space")
        await terminal.shows("no call is known to mean")
        assert rows(terminal)[0] == "▾ main"

    flow(act, app)


def test_what_is_unfolded_folds_again_and_left_goes_up(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Tree.Pick", "takes the ripe fruit")
        await terminal.press("tab", "c")
        await terminal.until(lambda: rows(terminal) == ["▸ Orchard.Harvest"])
        await terminal.press("right")
        await terminal.until(lambda: len(rows(terminal)) == 2)
        await terminal.press("down", "left")
        await terminal.until(lambda: search_screen(terminal).results.selected == 0)
        await terminal.press("left")
        await terminal.until(lambda: rows(terminal) == ["▸ Orchard.Harvest"])

    flow(act, app)


def test_a_click_on_its_mark_unfolds_a_row(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Tree.Pick", "takes the ripe fruit")
        await terminal.press("tab", "c")
        await terminal.until(lambda: rows(terminal) == ["▸ Orchard.Harvest"])
        await terminal.shows("▸")
        await terminal.click("#results", (9, 0))
        await terminal.until(lambda: rows(terminal) == ["▾ Orchard.Harvest", "  ▸ run"])

    flow(act, app)


def _endless(session: Session) -> questions.Found:
    while True:
        session.checkpoint()
        time.sleep(0.001)


def test_a_slow_level_says_so_and_is_given_up_with_escape(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Tree.Pick", "takes the ripe fruit")
        await terminal.press("tab", "c")
        await terminal.until(lambda: rows(terminal) == ["▸ Orchard.Harvest"])
        monkeypatch.setattr(questions, "followed_on", lambda *_: _endless)
        await terminal.press("space")
        await terminal.shows("asking …  esc gives up")
        await terminal.press("escape")
        await terminal.until(lambda: rows(terminal) == ["▸ Orchard.Harvest"])
        await terminal.shows("given up")
        monkeypatch.undo()
        await terminal.press("space")
        await terminal.until(lambda: rows(terminal) == ["▾ Orchard.Harvest", "  ▸ run"])

    flow(act, app)


def test_a_slow_way_to_follow_is_given_up_with_escape(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Tree.Pick", "takes the ripe fruit")
        monkeypatch.setattr(questions, "followed", lambda *_: _endless)
        await terminal.press("tab", "c")
        await terminal.shows("callers of Tree.Pick …  esc gives up")
        await terminal.press("escape")
        await terminal.shows("given up", "1 match")
        assert crumbs(terminal) == ["Tree.Pick"]

    flow(act, app)


# There and back again


def test_back_and_forward_come_to_the_same_row_and_the_same_line(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Ripen", "3 matches", "type Fruit interface")
        await terminal.press("down")
        await read(terminal, "fruit/fruit.go", 16)
        await terminal.press("enter", "down", "w")
        await read(terminal, "fruit/fruit.go", 17)
        await terminal.press("o")
        await terminal.until(lambda: crumbs(terminal) == ["Ripen", "outline of Ripen"] or len(crumbs(terminal)) == 2)
        await terminal.press("escape", "down", "down")
        there = search_screen(terminal).results.selected
        await terminal.press("alt+left")
        await read(terminal, "fruit/fruit.go", 17)
        assert crumbs(terminal) == ["Ripen"]
        assert search_screen(terminal).results.selected == 1
        assert search_screen(terminal).is_reading
        await terminal.press("alt+right")
        await terminal.until(lambda: len(crumbs(terminal)) == 2)
        assert search_screen(terminal).results.selected == there
        assert not search_screen(terminal).is_reading

    flow(act, app)


def test_at_both_ends_it_is_said_that_there_is_nothing(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Harvest", "picks what is ripe")
        await terminal.press("tab", "alt+right")
        await terminal.shows("there is nothing after this")
        await terminal.press("backspace")
        await terminal.shows("there is nothing before this")
        assert crumbs(terminal) == ["Harvest"]

    flow(act, app)


def test_a_row_that_is_selected_after_trying_to_go_on_is_what_is_read(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Ripen", "3 matches", "type Fruit interface")
        await terminal.press("enter", "alt+right")
        await terminal.shows("there is nothing after this")
        await terminal.press("escape", "down")
        await read(terminal, "fruit/fruit.go", 16)

    flow(act, app)


def test_going_elsewhere_after_going_back_forgets_what_was_ahead(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Harvest", "picks what is ripe")
        await terminal.press("tab", "c")
        await terminal.until(lambda: len(crumbs(terminal)) == 2)
        await terminal.press("backspace")
        await terminal.until(lambda: len(crumbs(terminal)) == 1)
        await terminal.press("a")
        await terminal.until(lambda: crumbs(terminal) == ["Harvest", "callees of Orchard.Harvest"])
        await terminal.shows("codelens › Harvest › callees of Orchard.Harvest")
        await terminal.press("alt+right")
        await terminal.shows("there is nothing after this")

    flow(act, app)


def test_what_is_typed_after_reading_is_a_place_of_its_own(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await find(terminal, "Harvest", "picks what is ripe")
        await terminal.press("enter", "escape", "ctrl+u")
        await find(terminal, "Press", "Presses apples")
        await terminal.until(lambda: crumbs(terminal) == ["Harvest", "Press"])
        await terminal.press("tab", "backspace")
        await terminal.until(lambda: crumbs(terminal) == ["Harvest"])
        assert search_screen(terminal).prompt.value == "Harvest"

    flow(act, app)


@snapshot("search-follow-menu")
async def test_all_ways_to_follow_are_listed(terminal: Terminal) -> None:
    await find(terminal, "Harvest", "picks what is ripe")
    await terminal.press("ctrl+g")
    await terminal.shows("Follow Orchard.Harvest")


@snapshot("search-tree")
async def test_a_tree_of_callers(terminal: Terminal) -> None:
    await find(terminal, "Tree.Pick", "takes the ripe fruit")
    await terminal.press("tab", "c")
    await terminal.until(lambda: len(rows(terminal)) == 1)
    await terminal.press("space")
    await terminal.until(lambda: len(rows(terminal)) == 2)
    await terminal.press("down", "space")
    await terminal.until(lambda: len(rows(terminal)) == 4)
    await terminal.press("down", "space")
    await terminal.shows("no call is known to mean")
    await terminal.press("down", "space")
    await terminal.shows("shown above", "func again")
