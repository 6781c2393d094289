"""Explaining in the app: pasted or opened, beside its source, unfolded, summed up, followed, stopped."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from textual import events

import explain_corpus
from codelens.locations import Home
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.log import End
from codelens.present.tui.screens.explain import ExplainScreen
from codelens.present.tui.screens.search import SearchScreen
from codelens.present.tui.widgets.pasting import has_lines
from codelens.query.explain.streaming import Stream
from terminal import NARROW, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator
    from pathlib import Path

    from codelens.present.tui.log import Log

    App = Callable[[], CodelensApp]

_LINE = "2024/03/01 10:00:00 ship Calypso moored at berth {}\n"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the programs; nobody writes to it."""
    return explain_corpus.build(tmp_path_factory.mktemp("explain"))


@pytest.fixture
def app(harbour: Path) -> App:
    """Makes the app that is tested."""
    return lambda: CodelensApp(Home(harbour))


def try_it(app: App, act: Callable[[Terminal], Awaitable[None]], size: tuple[int, int] = NARROW) -> None:
    async def run() -> None:
        async with running(app(), size) as terminal:
            await act(terminal)

    asyncio.run(run())


def paste(terminal: Terminal, text: str) -> None:
    terminal.app.post_message(events.Paste(text))


def the_screen(terminal: Terminal) -> ExplainScreen:
    screen = terminal.app.screen
    assert isinstance(screen, ExplainScreen)
    return screen


def the_log(terminal: Terminal) -> Log:
    app = terminal.app
    assert isinstance(app, CodelensApp)
    assert app.explaining.log is not None
    return app.explaining.log


async def opened(terminal: Terminal) -> None:
    await terminal.press("f4")
    await terminal.until(lambda: isinstance(terminal.app.screen, ExplainScreen))
    await terminal.until(lambda: terminal.app.focused is not None)


async def explained(terminal: Terminal, text: str) -> None:
    """Paste it, and wait until all of it is explained."""
    await opened(terminal)
    paste(terminal, text)
    if not has_lines(text):  # one line is typed
        await terminal.until(lambda: the_screen(terminal).prompt.value)
        await terminal.press("enter")
    await ended(terminal)


async def ended(terminal: Terminal) -> None:
    await terminal.until(lambda: terminal.app.explaining.log is not None and the_log(terminal).end)
    await terminal.until(lambda: the_screen(terminal).lines.count)


async def selects(terminal: Terminal, place: str) -> None:
    """Wait until a place is selected, and its source shown."""
    await terminal.until(lambda: where(terminal) == place)
    file, _, line = place.partition(":")
    await terminal.shows(f"{file}:{line}")


def where(terminal: Terminal) -> str:
    match = the_screen(terminal).match
    return f"{match.place.path}:{match.range.line + 1}" if match else ""


@snapshot("explain-empty")
async def test_nothing_is_explained_yet(terminal: Terminal) -> None:
    await opened(terminal)
    await terminal.shows("Nothing is explained yet")


@snapshot("explain-log")
async def test_each_line_of_a_log_has_its_source_beside_it(terminal: Terminal) -> None:
    await explained(terminal, explain_corpus.LOG)
    await terminal.press("down")
    await terminal.shows("4 of 6 explained", "func (s *Ship) Dock")


@snapshot("explain-chain")
async def test_the_links_of_a_chain_stand_below_it(terminal: Terminal) -> None:
    await explained(terminal, f"{explain_corpus.CHAIN}\n{explain_corpus.LOG}")
    await terminal.press("down", "down")
    await terminal.shows("piece 2 of 2", "no such berth: %d")


@snapshot("explain-statements")
async def test_the_statements_that_made_a_log_are_counted(terminal: Terminal) -> None:
    await explained(terminal, explain_corpus.LOG)
    await terminal.press("s")
    await terminal.shows("times", "func (s *Ship) Dock")


@snapshot("explain-nearest")
async def test_of_a_line_that_is_nobodys_the_nearest_statement_is_shown(terminal: Terminal) -> None:
    await explained(terminal, explain_corpus.LOG)
    await terminal.press("n", "n")
    await terminal.shows("the nearest", "func (s *Ship) Dock")


def test_several_lines_pasted_into_the_prompt_are_explained(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        paste(terminal, explain_corpus.LOG)
        await terminal.until(lambda: isinstance(terminal.app.screen, ExplainScreen))
        await ended(terminal)
        await selects(terminal, "harbour.go:16")
        assert terminal.app.search_screen.typed == ""

    try_it(app, act)


def test_several_lines_pasted_in_the_list_are_explained(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("Dock")
        await terminal.shows("exact")
        await terminal.press("tab")
        paste(terminal, explain_corpus.LOG)
        await terminal.until(lambda: isinstance(terminal.app.screen, ExplainScreen))
        await ended(terminal)

    try_it(app, act)


def test_a_terminal_may_paste_lines_that_end_with_carriage_returns(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await explained(terminal, explain_corpus.LOG.replace("\n", "\r"))
        assert len(the_log(terminal)) == 6

    try_it(app, act)


def test_another_paste_takes_the_place_of_the_first(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await explained(terminal, explain_corpus.LOG)
        first = the_log(terminal)
        paste(terminal, explain_corpus.CHAIN)
        await terminal.until(lambda: the_log(terminal) is not first and the_log(terminal).end)
        await terminal.press("end")
        await selects(terminal, "harbour.go:18")
        assert len(the_log(terminal)) == 1

    try_it(app, act)


def test_a_text_that_is_typed_is_explained(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await opened(terminal)
        await terminal.type("harbour watch changed")
        await terminal.press("enter")
        await ended(terminal)
        await selects(terminal, "harbour.go:28")
        await terminal.shows("2 places are as likely")

    try_it(app, act)


def test_a_file_is_opened_by_its_name(app: App, tmp_path: Path) -> None:
    async def act(terminal: Terminal) -> None:
        (tmp_path / "port.log").write_bytes(explain_corpus.LOG.encode() + b"\xff\x00 binary\n")
        await opened(terminal)
        the_screen(terminal).prompt.value = str(tmp_path / "port.log")
        await terminal.press("enter")
        await ended(terminal)
        await terminal.shows("explain › port.log", "7 lines", "not read: binary")

    try_it(app, act)


def test_a_file_that_is_not_there_is_said_and_so_is_a_folder(app: App, tmp_path: Path) -> None:
    async def act(terminal: Terminal) -> None:
        await opened(terminal)
        the_screen(terminal).prompt.value = "./no.log"
        await terminal.press("enter")
        await terminal.shows("nobody's", "nor is there a file ./no.log")
        the_screen(terminal).prompt.focus()
        the_screen(terminal).prompt.value = str(tmp_path)
        await terminal.press("enter")
        await terminal.shows("a folder can't be explained")

    try_it(app, act)


def test_the_places_of_a_line_are_stepped_through(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await explained(terminal, explain_corpus.LOG)
        await terminal.press("down", "down")
        await selects(terminal, "harbour.go:28")
        await terminal.shows("1 of 2: ", "2 places are as likely")
        await terminal.press("space", "down")
        await selects(terminal, "harbour.go:28")
        await terminal.press("down")
        await selects(terminal, "ferry/ferry.go:7")
        await terminal.press("down", "left")
        assert where(terminal) == "", "the next line, which is nobody's, has nothing to fold"
        await terminal.press("up", "left")
        await selects(terminal, "harbour.go:28")
        assert the_screen(terminal).lines.count == 6

    try_it(app, act)


def test_from_a_line_one_reads_and_follows_what_stands_around_it(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await explained(terminal, explain_corpus.LOG)
        await terminal.press("down", "enter")
        await terminal.until(lambda: the_screen(terminal).is_reading)
        await terminal.press("escape", "c")
        await terminal.until(lambda: isinstance(terminal.app.screen, SearchScreen))
        await terminal.shows("6 lines pasted:2 › callers of Ship.Dock", "s.Dock(berth)")
        await terminal.press("backspace")
        await terminal.shows("ship {} moored at berth {}")
        await terminal.press("c")
        await terminal.shows("callers of Ship.Dock")
        await terminal.press("f4")
        await terminal.until(lambda: isinstance(terminal.app.screen, ExplainScreen))
        await selects(terminal, "harbour.go:16")
        assert the_screen(terminal).lines.line == 1

    try_it(app, act)


def test_in_the_source_beside_a_line_the_identifier_under_the_cursor_is_followed(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await explained(terminal, explain_corpus.CHAIN)
        await terminal.press("end")
        await selects(terminal, "harbour.go:18")
        await terminal.press("enter")
        await terminal.until(lambda: the_screen(terminal).is_reading)
        code = the_screen(terminal).reader.code
        code.move_to(14, code.file.lines[14].index("Dock"))
        await terminal.press("c")
        await terminal.shows("callers of Ship.Dock")

    try_it(app, act)


def test_what_leads_nowhere_is_said_where_one_is(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await explained(terminal, explain_corpus.LOG)
        await terminal.press("down", "down", "down", "down")
        await selects(terminal, "pilot.go:7")
        await terminal.press("c")
        await terminal.shows("no callers of Guide")
        assert isinstance(terminal.app.screen, ExplainScreen)

    try_it(app, act)


def test_the_keys_of_the_screen_stand_in_its_help_and_in_the_palette(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.shows("Explain")
        await terminal.press("alt+x")
        await terminal.type("explain")
        await terminal.shows("who printed it")
        await terminal.press("escape", "f1")
        await terminal.until(lambda: "f4" in str(terminal.app.screen.query_one("#help-keys").visual))
        await terminal.press("escape")
        await explained(terminal, explain_corpus.LOG)
        await terminal.press("f1")
        await terminal.shows("What was pasted, and where it comes from")

    try_it(app, act)


def test_a_statement_leads_to_its_first_line(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await explained(terminal, explain_corpus.LOG)
        await terminal.press("s", "down")
        await terminal.until(lambda: where(terminal) == "harbour.go:28")
        await terminal.press("space")
        await terminal.until(lambda: the_screen(terminal).lines.has_focus)
        assert the_screen(terminal).lines.line == 2

    try_it(app, act)


class Gate:
    """Holds a stream back after some events, until it is opened or withdrawn."""

    def __init__(self, after: int) -> None:
        self.after = after
        self.reached = threading.Event()
        self.opened = threading.Event()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """After ten thousand events."""
    gate = Gate(10_000)
    explain = Stream.explain

    def held(stream: Stream, lines: Iterable[str]) -> Iterator[object]:
        for number, each in enumerate(explain(stream, lines)):
            if number == gate.after:
                gate.reached.set()
                while not gate.opened.wait(0.005):
                    stream.explainer._session.checkpoint()  # noqa: SLF001 - as it does between pieces
            yield each

    monkeypatch.setattr(Stream, "explain", held)
    yield gate
    gate.opened.set()


@pytest.mark.parametrize("key", ["ctrl+x", "escape"])
def test_a_large_paste_is_read_with_progress_until_it_is_stopped(app: App, gate: Gate, key: str) -> None:
    text = "".join(_LINE.format(number) for number in range(50_000))

    async def act(terminal: Terminal) -> None:
        await opened(terminal)
        paste(terminal, text)
        await terminal.until(gate.reached.is_set)
        await terminal.shows("reading: ", f" of {len(text) / 1e6:.1f} MB", "explained")
        log, screen = the_log(terminal), the_screen(terminal)
        await terminal.until(lambda: screen.lines.count)
        await terminal.press("end")
        await selects(terminal, "harbour.go:16")
        read = len(log)
        assert 0 < read <= gate.after
        await terminal.press(key)
        await terminal.shows("stopped after")
        assert log.end is End.STOPPED
        assert isinstance(terminal.app.screen, ExplainScreen)
        assert len(log) == read, "what has been read stays"
        await terminal.until(lambda: terminal.app.explains._asked is None)  # noqa: SLF001 - the thread is free again
        await terminal.press("escape")
        await terminal.until(lambda: isinstance(terminal.app.screen, SearchScreen))
        assert [worker for worker in terminal.app.workers if worker.group in ("explain", "preview")] == []

    try_it(app, act)


def test_while_it_is_read_one_follows_and_comes_back_to_more(app: App, gate: Gate) -> None:
    text = "".join(_LINE.format(number) for number in range(20_000))

    async def act(terminal: Terminal) -> None:
        await opened(terminal)
        paste(terminal, text)
        await terminal.until(gate.reached.is_set)
        await terminal.until(lambda: the_screen(terminal).lines.count)
        await terminal.press("c")
        await terminal.until(lambda: isinstance(terminal.app.screen, SearchScreen))
        gate.opened.set()
        await terminal.until(lambda: the_log(terminal).end is End.WHOLE)
        await terminal.press("f4")
        await terminal.until(lambda: isinstance(terminal.app.screen, ExplainScreen))
        await terminal.until(lambda: the_screen(terminal).lines.count == 20_000)
        await terminal.shows("20,000 of 20,000 explained")

    try_it(app, act)
