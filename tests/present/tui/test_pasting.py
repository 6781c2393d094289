"""What was copied elsewhere is pasted wherever one is, and what is typed after a slash is another query."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual import events

from codelens.present.tui.screens.search import SearchScreen
from terminal import Terminal, running

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from codelens.present.tui.app import CodelensApp

    App = Callable[[], CodelensApp]


def flow(act: Callable[[Terminal, SearchScreen], Awaitable[None]], app: App) -> None:
    async def run() -> None:
        async with running(app()) as terminal:
            assert isinstance(terminal.app.screen, SearchScreen)
            await act(terminal, terminal.app.screen)

    asyncio.run(run())


@pytest.mark.parametrize("keys", [("tab",), ("enter",)], ids=["list", "source"])
def test_what_is_pasted_outside_the_prompt_is_searched_for(app: App, keys: tuple[str, ...]) -> None:
    async def act(terminal: Terminal, screen: SearchScreen) -> None:
        await terminal.type("Harvest")
        await terminal.shows("3 matches")
        await terminal.press(*keys)
        await terminal.until(lambda: not screen.prompt.has_focus)
        terminal.app.post_message(events.Paste("\n  Apple \n\n"))
        await terminal.until(lambda: screen.prompt.value == "Apple" and screen.prompt.has_focus)
        await terminal.shows("codelens › Harvest › Apple" if keys == ("enter",) else "codelens › Apple")
        await terminal.type("s")
        assert screen.prompt.value == "Apples"

    flow(act, app)


@pytest.mark.parametrize(
    ("typed", "pasted", "then"),
    [
        ("", "\n\n\tApple  \n", "Apple"),
        ("kind:type", " Apple", "kind:type Apple"),
        ("kind:type", "\n", "kind:type"),
    ],
)
def test_the_first_line_that_says_something_is_pasted(app: App, typed: str, pasted: str, then: str) -> None:
    async def act(terminal: Terminal, screen: SearchScreen) -> None:
        await terminal.type(typed)
        terminal.app.post_message(events.Paste(pasted))
        await terminal.pilot.pause()
        await terminal.until(lambda: screen.prompt.value == then)

    flow(act, app)


def test_what_is_typed_after_a_slash_replaces_the_query(app: App) -> None:
    async def act(terminal: Terminal, screen: SearchScreen) -> None:
        await terminal.type("Harvest")
        await terminal.shows("3 matches")
        await terminal.press("tab", "slash")
        await terminal.type("Apple")
        assert screen.prompt.value == "Apple"
        await terminal.press("tab", "slash", "end")
        await terminal.type("s")
        assert screen.prompt.value == "Apples", "an arrow key keeps it"

    flow(act, app)
