"""The repositories in the app: what is there, what is done with it, and searching while that goes on."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.locations import Home
from codelens.present.events import Work
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.screens.repositories import RepositoriesScreen
from codelens.present.tui.screens.skips import FileList, SkippedScreen
from codelens.present.tui.widgets.code import Code
from codelens.present.tui.widgets.repository_list import RepositoryList
from terminal import Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW = {f"big{number}.c": "int a(void) { return 1; }\n" * 60_000 for number in range(8)}
MANIFEST = """repositories:
  - {name: orchard, url: "https://example.org/orchard", revision: v1.1, groups: [fruit]}
  - {name: press, url: "https://example.org/press", revision: v3.0, groups: [fruit], aliases: [juicer]}
  - {name: barn, url: "https://example.org/barn", revision: v7, size: 25.3 MB, groups: [tools]}
  - {name: cellar, url: "https://example.org/cellar", groups: [tools]}
"""


@pytest.fixture(autouse=True)
def _workers_find_codelens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(corpus.SOURCE))


@pytest.fixture
def app(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], CodelensApp]:
    """The app over the corpus, with a manifest that knows more and other than what is indexed."""
    monkeypatch.setattr("codelens.present.tui.widgets.repository_rows.age_text", lambda _: "3 d")
    monkeypatch.setattr("codelens.present.tui.screens.skips.age_text", lambda _: "3 d")
    repos = corpus.write(tmp_path, {"repos.yaml": MANIFEST}) / "repos.yaml"
    return lambda: CodelensApp(Home(home), repos=str(repos))


def over(folder: Path, **paths: Path) -> CodelensApp:
    """The app over repositories that are read in place."""
    repos = corpus.manifest(folder / "repos.yaml", **paths)
    return CodelensApp(Home(folder / "home"), repos=str(repos))


async def look(terminal: Terminal) -> RepositoryList:
    """Go to the repositories, and wait until they are listed."""
    await terminal.until(lambda: len(terminal.app.screen_stack) > 0)
    await terminal.press("f3")
    await terminal.until(lambda: isinstance(terminal.app.screen, RepositoriesScreen))
    listing = terminal.app.screen.query_one(RepositoryList)
    await terminal.until(lambda: listing.rows, "repositories in the list")
    return listing


def select(listing: RepositoryList, name: str) -> None:
    """Select a repository."""
    listing.selected = next(at for at, row in enumerate(listing.rows) if row.holding.name == name)


def check_no_process_is_left(home: Path) -> None:
    stop = time.monotonic() + 10
    while left := at_work(home):
        assert time.monotonic() < stop, left
        time.sleep(0.02)


def at_work(home: Path) -> list[int]:
    """The processes that work in a home, and those that they started."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if os.fsencode(home) in file.read_bytes().split(b"\0"):
                found += corpus.children_of_session(os.getsid(int(file.parent.name)))
        except OSError:
            continue
    return found


# What there is


@snapshot("repositories")
async def test_what_is_listed_and_what_is_indexed_are_one_list(terminal: Terminal) -> None:
    await look(terminal)
    await terminal.shows("2 not fetched · 2 indexed · 1 out of date")


@snapshot("repositories-marked")
async def test_several_can_be_marked(terminal: Terminal) -> None:
    await look(terminal)
    await terminal.press("space", "space", "up")
    await terminal.shows("2 marked")


@snapshot("repositories-reasons")
async def test_one_repository_says_what_was_skipped(terminal: Terminal) -> None:
    listing = await look(terminal)
    listing.selected = 2
    await terminal.press("enter")
    await terminal.shows("holds NUL bytes")


@snapshot("repositories-skipped")
async def test_a_skip_reason_lists_its_files(terminal: Terminal) -> None:
    listing = await look(terminal)
    listing.selected = 2
    await terminal.press("enter")
    await terminal.shows("holds NUL bytes")
    await terminal.press("enter")
    await terminal.shows("logo.png is not shown")


def test_a_filter_leaves_what_is_called_so_and_escape_takes_it_back(app: Callable[[], CodelensApp]) -> None:
    async def run() -> None:
        async with running(app()) as terminal:
            listing = await look(terminal)
            for typed, names in {
                "tools": ["barn", "cellar"],
                "juic": ["press"],
                "not fetched": ["barn", "cellar"],
                "v1.0": ["orchard"],
                "nothing": [],
            }.items():
                await terminal.press("slash")
                await terminal.type(typed)
                await terminal.until(lambda names=names: [row.holding.name for row in listing.rows] == names, typed)
                await terminal.press("escape")
                await terminal.until(lambda: len(listing.rows) == 5)
            await terminal.press("escape")
            await terminal.until(lambda: not isinstance(terminal.app.screen, RepositoriesScreen))

    asyncio.run(run())


def test_a_skipped_file_is_shown_where_it_can_be_read(tmp_path: Path) -> None:
    files = {f"vendor/{number:05}.go": "package v\n" for number in range(3_000)}
    source = corpus.write(tmp_path / "source", {**files, "a.py": "def a(: pass\n\n\ndef good(): pass\n", "b.bin": "\0"})
    repos = corpus.write(
        tmp_path, {"repos.yaml": f"repositories: [{{name: one, path: {source}, exclude: [vendor]}}]\n"}
    )
    assert corpus.run(tmp_path / "home", "index", "--repos", str(repos / "repos.yaml")).returncode == 0

    async def run() -> None:
        app = CodelensApp(Home(tmp_path / "home"), repos=str(repos / "repos.yaml"))
        async with running(app) as terminal:
            await look(terminal)
            await terminal.press("enter")
            await terminal.shows("3,000", "unparsable part")
            await terminal.press("enter")
            files = await listed(terminal)
            await terminal.until(lambda: len(files.rows) == 3_000)
            await terminal.shows("3,000 files; such a file is left out by the manifest's")
            await terminal.press("end")
            await terminal.shows("vendor/02999.go", "not in the index: is left out")
            await terminal.press("enter", "escape")
            await terminal.press("G", "enter")
            files = await listed(terminal)
            await terminal.shows("a.py", "def good(): pass")
            await terminal.press("enter")
            assert isinstance(app.focused, Code)
            await terminal.press("escape")
            assert app.focused is files
            await terminal.press("escape", "escape", "escape")
            await terminal.until(lambda: len(app.screen_stack) == 1)

    asyncio.run(run())


async def listed(terminal: Terminal) -> FileList:
    await terminal.until(lambda: isinstance(terminal.app.screen, SkippedScreen))
    await terminal.until(lambda: terminal.app.screen.query_one(FileList).rows)
    return terminal.app.screen.query_one(FileList)


# What is wrong


@pytest.mark.parametrize(
    ("manifest", "said"),
    [("repositories: 5\n", '"repositories" must be a list'), ("repositories: []\n", "lists no repository; add one")],
)
def test_a_manifest_that_is_wrong_or_empty_is_said_and_what_is_indexed_is_listed(
    home: Path, tmp_path: Path, manifest: str, said: str
) -> None:
    async def run() -> None:
        repos = corpus.write(tmp_path, {"repos.yaml": manifest}) / "repos.yaml"
        async with running(CodelensApp(Home(home), repos=str(repos)), (200, 60)) as terminal:
            listing = await look(terminal)
            await terminal.shows(said)
            assert [row.holding.name for row in listing.rows] == ["orchard", "orchard", "press"]
            await terminal.press("u")
            await terminal.shows("orchard is not in repos.yaml: list it there first")

    asyncio.run(run())


def test_a_repository_that_vanished_fails_in_its_row_and_the_others_go_on(tmp_path: Path) -> None:
    for name in ("gone", "here"):
        corpus.write(tmp_path / name, {"a.py": f"def in_{name}(): pass\n"})
        corpus.index(tmp_path / name, tmp_path / "home", name)
    shutil.rmtree(tmp_path / "gone")

    async def run() -> None:
        app = over(tmp_path, gone=tmp_path / "gone", here=tmp_path / "here")
        async with running(app, (200, 60)) as terminal:
            listing = await look(terminal)
            corpus.write(tmp_path / "here", {"b.py": "def new_here(): pass\n"})
            await terminal.press("a", "u")
            await terminal.until(lambda: not app.board.unfinished)
            await terminal.shows("failed", "gone: path: ")
            await terminal.until(lambda: [row.failure == "" for row in listing.rows] == [False, True])
            await terminal.press("escape")
            await terminal.type("new_here")
            await terminal.shows("b.py:1")

    asyncio.run(run())


def test_a_broken_shard_stands_there_with_its_reason_and_is_mended_from_here(tmp_path: Path) -> None:
    corpus.index(corpus.write(tmp_path / "one", {"a.py": "def a(): pass\n"}), tmp_path / "home", "one")
    next((tmp_path / "home" / "shards").glob("one@*/g-*/manifest.json")).write_bytes(b"{")

    async def run() -> None:
        async with running(over(tmp_path, one=tmp_path / "one"), (200, 60)) as terminal:
            await look(terminal)
            await terminal.shows("broken", "the index is damaged")
            await terminal.press("enter")
            await terminal.shows("one is not indexed: u fetches and indexes it")
            await terminal.press("i")
            await terminal.shows("1 indexed")

    asyncio.run(run())


# What is done


def test_one_goes_on_searching_while_a_repository_is_indexed_and_then_finds_what_is_new(tmp_path: Path) -> None:
    small = corpus.write(tmp_path / "small", {"a.py": "def here_before(): pass\n"})
    corpus.index(small, tmp_path / "home", "small")
    slow = corpus.write(tmp_path / "slow", {**SLOW, "new.py": "def there_now(): pass\n"})

    async def run() -> None:
        app = over(tmp_path, small=small, slow=slow)
        async with running(app, (200, 60)) as terminal:
            listing = await look(terminal)
            select(listing, "slow")
            await terminal.press("u")
            await terminal.shows("reading")
            await terminal.press("escape")
            await terminal.type("here_before")
            await terminal.shows("a.py:1")
            assert app.board.unfinished, "it was found while the other was indexed"
            await terminal.press("ctrl+u")
            await terminal.type("there_now")
            await terminal.until(lambda: not app.board.unfinished)
            await terminal.press("backspace", "w")
            await terminal.shows("new.py:1")

    asyncio.run(run())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_a_job_that_is_cancelled_leaves_no_process_and_no_generation(tmp_path: Path) -> None:
    slow = corpus.write(tmp_path / "slow", SLOW)
    corpus.index(corpus.write(tmp_path / "one", {"a.py": ""}), tmp_path / "home", "one")

    async def run() -> None:
        app = over(tmp_path, slow=slow)
        async with running(app) as terminal:
            select(await look(terminal), "slow")
            await terminal.press("x")
            await terminal.shows("nothing is at work here")
            await terminal.press("u")
            await terminal.shows("reading", "1 at work")
            await terminal.until(lambda: len(at_work(tmp_path / "home")) > 2, "workers")
            await terminal.press("x")
            await terminal.until(lambda: not app.board.unfinished)
            await terminal.hides("at work", "reading", "stopping")
            check_no_process_is_left(tmp_path / "home")

    asyncio.run(run())
    assert list((tmp_path / "home").glob("shards/slow@*/*-*")) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_closing_the_app_ends_its_jobs(tmp_path: Path) -> None:
    slow = corpus.write(tmp_path / "slow", SLOW)
    corpus.index(corpus.write(tmp_path / "one", {"a.py": ""}), tmp_path / "home", "one")

    async def run() -> None:
        app = over(tmp_path, slow=slow)
        async with running(app) as terminal:
            app.board.start("slow", Work.UPDATE)
            await terminal.until(lambda: len(at_work(tmp_path / "home")) > 2, "workers")

    asyncio.run(run())
    check_no_process_is_left(tmp_path / "home")
