"""Choosing one of several: by key, by typing, by arrows, by mouse, or not at all."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from codelens.present.tui.screens.picker import Picker
from codelens.present.tui.widgets.options import Option, Options
from terminal import NARROW, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from codelens.present.tui.app import CodelensApp

_FRUIT = [
    Option("apple", "Apple", "grows on trees", "a"),
    Option("pear", "Pear", "grows on trees too", "p"),
    Option("berry", "Berry", "grows on bushes", "b"),
]
_MANY = [Option(number, f"entry {number}") for number in range(500)]


async def _open(terminal: Terminal, options: list[Option]) -> list[object]:
    chosen: list[object] = []
    await terminal.app.push_screen(Picker("What to eat", options), chosen.append)
    await terminal.shows("What to eat", options[0].label)
    return chosen


def _try(app: Callable[[], CodelensApp], options: list[Option], act: Callable[[Terminal], Awaitable[object]]) -> object:
    async def run() -> object:
        async with running(app(), NARROW) as terminal:
            chosen = await _open(terminal, options)
            await act(terminal)
            await terminal.until(lambda: chosen)
            await terminal.hides("What to eat")
            return chosen[0]

    return asyncio.run(run())


def test_the_key_of_an_option_chooses_it(app: Callable[[], CodelensApp]) -> None:
    assert _try(app, _FRUIT, lambda terminal: terminal.press("b")) == "berry"


def test_a_slash_begins_to_filter_where_letters_are_keys(app: Callable[[], CodelensApp]) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("/bush")
        await terminal.hides("Apple")
        await terminal.press("enter")

    assert _try(app, _FRUIT, act) == "berry"


def test_without_keys_typing_filters_by_all_words(app: Callable[[], CodelensApp]) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("49 TRY")
        await terminal.hides("entry 0")
        await terminal.press("down", "enter")

    assert _try(app, _MANY, act) == 149


def test_the_arrows_choose_and_scroll(app: Callable[[], CodelensApp]) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("pagedown", "pagedown", "down", "up")
        await terminal.until(lambda: terminal.app.screen.query_one(Options).scroll_offset.y > 0)
        await terminal.press("enter")

    assert _try(app, _MANY, act) not in (None, 0)


def test_the_second_click_chooses(app: Callable[[], CodelensApp]) -> None:
    assert _try(app, _FRUIT, lambda terminal: terminal.click(Options, (3, 1), times=2)) == "pear"


def test_escape_chooses_nothing(app: Callable[[], CodelensApp]) -> None:
    assert _try(app, _FRUIT, lambda terminal: terminal.press("escape")) is None


def test_nothing_that_is_left_is_said_and_chooses_nothing(app: Callable[[], CodelensApp]) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("zzz")
        await terminal.shows("none of them")
        await terminal.press("enter", "escape")

    assert _try(app, _MANY, act) is None


@snapshot("picker-keys")
async def test_options_with_keys(terminal: Terminal) -> None:
    await _open(terminal, _FRUIT)


@snapshot("picker-many")
async def test_more_options_than_there_is_room_for_filtered(terminal: Terminal) -> None:
    await _open(terminal, _MANY)
    await terminal.type("12")
    await terminal.hides("entry 0 ")
