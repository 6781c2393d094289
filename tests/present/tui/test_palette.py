"""The command palette: all that can be done where one is, by what it does; not on the key that means up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from codelens.locations import Home
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.palette import commands
from terminal import NARROW, Terminal, running

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path


def run(home: Path, act: Callable[[Terminal], Awaitable[None]]) -> None:
    async def play() -> None:
        async with running(CodelensApp(Home(home)), NARROW) as terminal:
            await terminal.type("Pear")
            await terminal.shows("exact")
            await act(terminal)

    asyncio.run(play())


def test_the_palette_runs_what_is_chosen_where_one_is(home: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("alt+x")
        await terminal.shows("Search for commands")
        await terminal.type("write what was")
        await terminal.shows("Write what was found to a file")
        await terminal.press("down", "enter")
        await terminal.shows("codelens.md")

    run(home, act)


def test_what_follows_a_row_is_offered_at_the_row_and_its_key_is_named(home: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("tab")
        await terminal.until(lambda: terminal.app.screen.focused is terminal.app.screen.results)
        offered = {each.title: each.help for each in commands(terminal.app, terminal.app.screen)}
        assert offered["Callers: what calls it"] == "c"
        assert offered["History: Choose of what was typed"] == "^r"

    run(home, act)


def test_a_command_of_the_list_acts_on_its_row(home: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("tab")
        await terminal.until(lambda: terminal.app.screen.focused is terminal.app.screen.results)
        await terminal.press("alt+x")
        await terminal.shows("Search for commands")
        await terminal.type("references: every")
        await terminal.shows("References: every place")
        await terminal.press("down", "enter")
        await terminal.shows("› references of Pear")

    run(home, act)


def test_control_p_moves_up(home: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("down", "ctrl+p")
        await terminal.until(lambda: terminal.app.screen.results.selected == 0)
        assert len(terminal.app.screen_stack) == 1

    run(home, act)
