"""The first run: nothing is indexed, and there is something to choose from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.locations import Home
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.screens.search import SearchScreen
from codelens.present.tui.screens.welcome import WelcomeScreen
from codelens.present.tui.widgets.choices import ChoiceList
from terminal import Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANIFEST = """repositories:
  - {name: orchard, url: "https://example.org/orchard", size: 8 MB, groups: [fruit]}
  - {name: press, url: "https://example.org/press", revision: v3.0, size: 1.5 MB, groups: [fruit, tools]}
  - {name: barn, url: "https://example.org/barn", groups: [tools]}
  - {name: ours, path: .}
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], CodelensApp]:
    """The app over an empty home."""
    corpus.write(tmp_path, {"repos.yaml": MANIFEST})
    monkeypatch.chdir(tmp_path)
    return lambda: CodelensApp(Home(tmp_path / "home"))


@snapshot("welcome")
async def test_what_can_be_indexed_is_offered_with_its_size(terminal: Terminal) -> None:
    await terminal.shows("orchard", "size unknown")


@snapshot("welcome-marked")
async def test_a_group_is_marked_at_once(terminal: Terminal) -> None:
    await terminal.shows("orchard")
    await terminal.press("space")
    await terminal.shows("2 marked, 9.5 MB")


def test_something_indexed_is_no_first_run(home: Path) -> None:
    async def run() -> None:
        async with running(CodelensApp(Home(home))) as terminal:
            await terminal.shows("stack trace")
            assert isinstance(terminal.app.screen, SearchScreen)

    asyncio.run(run())


def test_what_is_chosen_is_indexed_and_can_be_searched_while_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(corpus.SOURCE))
    corpus.commit(tmp_path / "far", {"a.py": "def quickly_there(): pass\n"})
    slow = corpus.write(tmp_path / "slow", {f"{n}.c": "int a(void) { return 1; }\n" * 60_000 for n in range(8)})
    entries = f"  - {{name: far, url: {tmp_path / 'far'}, groups: [all]}}\n" + "".join(
        f"  - {{name: {name}, path: {path}, groups: [all]}}\n"
        for name, path in {"slow": slow, "none": tmp_path / "none"}.items()
    )
    repos = corpus.write(tmp_path, {"repos.yaml": f"repositories:\n{entries}"}) / "repos.yaml"

    async def run() -> None:
        app = CodelensApp(Home(tmp_path / "home"), repos=str(repos))
        async with running(app, (200, 60)) as terminal:
            assert isinstance(app.screen, WelcomeScreen)
            choices = app.screen.query_one(ChoiceList)
            await terminal.until(lambda: len(choices.rows) == 4)
            await terminal.press("space", "enter")
            await terminal.shows("far: indexed; / searches, the others are at work")
            await terminal.press("slash")
            await terminal.type("quickly_there")
            await terminal.shows("a.py:1")
            assert [job.repository for job in app.board.unfinished][:1] == ["slow"]
            await terminal.press("f3")
            await terminal.shows("none")
            await terminal.until(lambda: "none" in app.board.last and app.board.last["none"].text)
            assert "none: path: " in app.board.last["none"].text

    asyncio.run(run())


def test_a_manifest_that_is_wrong_is_said(tmp_path: Path) -> None:
    async def run() -> None:
        repos = corpus.write(tmp_path, {"repos.yaml": "repositories: 5\n"}) / "repos.yaml"
        async with running(CodelensApp(Home(tmp_path / "home"), repos=str(repos)), (200, 60)) as terminal:
            await terminal.shows('"repositories" must be a list')
            await terminal.press("space", "x", "enter")
            await terminal.shows("nothing is at work here")
            await terminal.press("slash")
            await terminal.until(lambda: isinstance(terminal.app.screen, SearchScreen))

    asyncio.run(run())
