"""What was typed comes back in the next app: chosen with a key, filtered by typing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

import corpus
from codelens.locations import Home
from codelens.present.history import History
from codelens.present.tui.app import CodelensApp
from terminal import NARROW, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    corpus.index(
        corpus.write(tmp_path / "x", {"a.py": "def alpha(): pass\n\n\ndef beta(): alpha()\n"}), tmp_path / "home"
    )
    return tmp_path / "home"


def run(home: Path, act: Callable[[Terminal], Awaitable[None]]) -> None:
    async def play() -> None:
        async with running(CodelensApp(Home(home)), NARROW) as terminal:
            await act(terminal)

    asyncio.run(play())


def history(home: Path) -> list[str]:
    return History(Home(home)).queries()


async def ask(terminal: Terminal, query: str, *keys: str) -> None:
    await terminal.press("ctrl+u")
    await terminal.type(query)
    await terminal.shows("def ")
    await terminal.press(*keys)


def test_a_query_that_something_was_done_with_survives_a_restart(home: Path) -> None:
    async def first(terminal: Terminal) -> None:
        await ask(terminal, "alpha", "enter")
        await terminal.until(lambda: history(home) == ["alpha"])
        await terminal.press("escape")
        await ask(terminal, "beta", "enter")
        await terminal.until(lambda: history(home) == ["beta", "alpha"])

    async def second(terminal: Terminal) -> None:
        await terminal.press("ctrl+r")
        await terminal.shows("What was typed", "alpha", "beta")
        await terminal.type("alp")
        await terminal.hides("beta")
        await terminal.press("enter")
        await terminal.shows("❯ alpha", "def alpha")
        await terminal.type("x")
        await terminal.shows("❯ alphax")

    run(home, first)
    run(home, second)


def test_a_query_that_stands_is_remembered_and_not_each_word_on_the_way_to_it(home: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("alpha")
        await terminal.until(lambda: history(home))

    with patch("codelens.present.tui.remembering.STANDS", 0.5):
        run(home, act)
    assert history(home) == ["alpha"]


def test_escape_types_nothing_and_without_a_history_that_is_said(home: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("ctrl+r")
        await terminal.notes("nothing else was typed yet")
        History(Home(home)).add("beta")
        await terminal.press("ctrl+r")
        await terminal.shows("What was typed")
        await terminal.press("escape")
        await terminal.hides("What was typed")
        assert "def beta" not in terminal.text

    run(home, act)


def test_a_home_that_can_not_be_written_is_said_once_and_the_app_remembers_by_itself(home: Path) -> None:
    (home / "history.jsonl").mkdir()

    async def act(terminal: Terminal) -> None:
        await ask(terminal, "alpha", "enter")
        await terminal.notes("history.jsonl: can't be written: Is a directory; what is typed is not remembered")
        await terminal.press("escape")
        await ask(terminal, "beta", "enter", "escape", "ctrl+r")
        await terminal.shows("What was typed", "alpha")
        assert len(terminal.notices) == 1

    run(home, act)


@snapshot("history")
async def test_the_history(terminal: Terminal) -> None:
    for query in ("kind:struct Plugin -file:test", '"took too long" (repo:a or repo:b)', "Pod"):
        History(terminal.app.home).add(query)
    await terminal.press("ctrl+r")
    await terminal.shows("took too long")
