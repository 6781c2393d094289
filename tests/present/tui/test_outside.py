"""Out of the app and back: the editor, the clipboard, a file; and what refuses is said while the app goes on."""

from __future__ import annotations

import asyncio
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

import pygit2
import pytest
from textual import events
from textual.app import SuspendNotSupported
from textual.widgets import Input

import corpus
from codelens.locations import Home, configuration, scratch
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.screens.export import ExportScreen
from terminal import NARROW, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

SOURCE = "package a\n\n// Serve serves.\nfunc Serve() {\n\tListen()\n}\n\nfunc Listen() {}\n"
LOOK = '#!/bin/sh\nprintf \'%s\\n\' "$@" >$OUT\ncat "$2" >>$OUT\n'


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    corpus.commit(folder / "repo", {"a.go": SOURCE})
    pygit2.Repository(str(folder / "repo")).remotes.create("origin", "git@github.com:o/n.git")
    corpus.index(folder / "repo", folder / "home", "linked")
    corpus.index(corpus.write(folder / "plain", {"b.go": "package b\n\nfunc Plain() {}\n"}), folder / "home", "plain")
    return folder / "home"


class Outdoors:
    """An app with its notes, a clipboard program, and an editor."""

    def __init__(self, home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.folder = folder
        self.out = folder / "out"
        monkeypatch.chdir(folder)
        monkeypatch.setenv("OUT", str(self.out))
        for name in ("VISUAL", "WAYLAND_DISPLAY", "DISPLAY", "TMUX", "WSL_DISTRO_NAME"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
        self.set_editor(LOOK)
        monkeypatch.setenv("EDITOR", f"{folder / 'ed'} {{line}} {{file}}")
        self.suspended = 0

    def set_editor(self, script: str) -> None:
        file = corpus.write(self.folder, {"ed": script}) / "ed"
        file.chmod(0o755)

    def app(self, query: str = "Listen repo:linked") -> CodelensApp:
        return CodelensApp(Home(self.home), query)

    @contextmanager
    def suspending(self) -> Iterator[None]:
        """As Textual's, which gives the terminal back after the block only when nothing is raised in it."""
        self.suspended += 1
        yield
        self.suspended -= 1

    def run(self, act: Callable[[Terminal], Awaitable[None]], query: str = "Listen repo:linked") -> None:
        """Let the app find something, and act on it."""

        async def play() -> None:
            app = self.app(query)
            with patch.object(app, "suspend", self.suspending):
                async with running(app, NARROW) as terminal:
                    await terminal.shows("func ")
                    await act(terminal)

        asyncio.run(play())
        assert self.suspended == 0


@pytest.fixture
def outdoors(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Outdoors:
    return Outdoors(home, tmp_path, monkeypatch)


def page(home: Path, line: int) -> str:
    commit = pygit2.Repository(str(home.parent / "repo")).head.target
    return f"https://github.com/o/n/blob/{commit}/a.go#L{line}"


# --- the editor ------------------------------------------------------------------------------------------------------


def test_the_editor_gets_the_line_and_the_app_comes_back(outdoors: Outdoors) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("alt+e")
        await terminal.until(outdoors.out.exists)
        await terminal.until(lambda: not list(scratch().iterdir()))
        await terminal.type(" Serve")
        await terminal.shows("Listen repo:linked Serve")

    outdoors.run(act)
    line, file, *source = outdoors.out.read_text().splitlines()
    assert (line, source) == ("8", SOURCE.splitlines())
    assert "/linked/a@" in file


def test_the_line_under_the_cursor_of_the_source_is_opened(outdoors: Outdoors) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("enter")
        await terminal.press("k", "k", "e")
        await terminal.until(outdoors.out.exists)

    outdoors.run(act)
    assert outdoors.out.read_text().splitlines()[0] == "6"


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("no-such-editor -x", "no-such-editor: no such program"),
        ("false", "false ended with status 1"),
        ("vim '", "no closing quotation"),
    ],
)
def test_an_editor_that_fails_is_said_and_the_app_goes_on(
    outdoors: Outdoors, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)

    async def act(terminal: Terminal) -> None:
        await terminal.press("alt+e")
        await terminal.notes(said)
        await terminal.type("x")
        await terminal.shows("Listen repo:linkedx")

    outdoors.run(act)


def test_a_terminal_that_can_not_be_lent_is_said(outdoors: Outdoors) -> None:
    def refuse() -> None:
        raise SuspendNotSupported

    async def act(terminal: Terminal) -> None:
        with patch.object(terminal.app, "suspend", refuse):
            await terminal.press("alt+e")
            await terminal.notes("this terminal can't be lent to an editor")
        assert not list(scratch().iterdir())

    outdoors.run(act)


def test_a_browser_opens_no_editor_where_codelens_runs(outdoors: Outdoors) -> None:
    async def act(terminal: Terminal) -> None:
        with patch.object(type(terminal.app), "is_web", property(lambda _: True)):
            await terminal.press("alt+e")
            await terminal.notes("an editor would open where codelens runs")

    outdoors.run(act)
    assert not outdoors.out.exists()


def test_an_editor_with_a_window_runs_beside_the_app(outdoors: Outdoors, monkeypatch: pytest.MonkeyPatch) -> None:
    (outdoors.folder / "go").touch()
    script = "#!/bin/sh\nprintf '%s\\n' \"$@\" >$OUT\nwhile [ ! -e $OUT.end ]; do sleep 0.02; done\nexit 4\n"
    file = corpus.write(outdoors.folder, {"code": script}) / "code"
    file.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(file))

    async def act(terminal: Terminal) -> None:
        await terminal.press("alt+e")
        await terminal.notes("opened in code")
        await terminal.until(outdoors.out.exists)
        await terminal.type("x")
        await terminal.shows("Listen repo:linkedx")
        assert list(scratch().iterdir())
        outdoors.out.with_suffix(".end").touch()
        await terminal.notes("code ended with status 4")
        await terminal.until(lambda: not list(scratch().iterdir()))

    outdoors.run(act)
    assert outdoors.out.read_text().splitlines()[:2] == ["--wait", "--goto"]


def test_without_a_line_nothing_is_opened_and_that_is_said(outdoors: Outdoors) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("ctrl+u")
        await terminal.hides("exact")
        await terminal.press("alt+e")
        await terminal.notes("nothing is selected")

    outdoors.run(act)


# --- the clipboard ---------------------------------------------------------------------------------------------------


def test_place_and_permalink_are_copied_by_the_terminal(outdoors: Outdoors) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("alt+y")
        await terminal.notes("a.go:8: sent to the terminal, which copies it if it may")
        assert terminal.app.clipboard == "a.go:8"
        await terminal.press("tab", "Y")
        await terminal.notes("link to a.go:8: sent to the terminal")
        assert terminal.app.clipboard == page(outdoors.home, 8)

    outdoors.run(act)


def test_alt_and_a_letter_are_a_key_at_the_prompt_as_a_terminal_sends_them(outdoors: Outdoors) -> None:
    """Unlike the keys that a test presses, those of a terminal have the letter for their character."""

    async def act(terminal: Terminal) -> None:
        terminal.app.post_message(events.Key("alt+y", "y"))
        await terminal.notes("a.go:8: sent to the terminal")
        assert terminal.app.screen.prompt.value == "Listen repo:linked"

    outdoors.run(act)


def test_a_clipboard_that_refuses_and_a_line_without_a_page_are_said(outdoors: Outdoors) -> None:
    corpus.write(configuration(), {"settings.yaml": "clipboard: 'false'\n"})

    async def act(terminal: Terminal) -> None:
        await terminal.press("alt+y")
        await terminal.notes("b.go:3: not copied: false refuses it (status 1)")
        await terminal.press("alt+l")
        await terminal.notes("plain: is a plain folder, without a commit that a link could be pinned to")
        assert terminal.app.clipboard == ""

    outdoors.run(act, "Plain")


# --- a file ----------------------------------------------------------------------------------------------------------


async def export_to(terminal: Terminal, name: str) -> None:
    await terminal.press("ctrl+s")
    await terminal.shows("Export")
    terminal.app.screen.query_one(Input).value = name
    await terminal.press("enter")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.txt", "a.go:8:6: func Listen() {}\n"),
        ("x.md", "# Listen repo:linked\n\n"),
        ("x.jsonl", '{"repository":"linked"'),
    ],
)
def test_what_was_found_is_written_in_the_form_of_the_name(outdoors: Outdoors, name: str, begins: str) -> None:
    async def act(terminal: Terminal) -> None:
        await export_to(terminal, name)
        await terminal.notes(f"written to {name}")

    outdoors.run(act)
    text = (outdoors.folder / name).read_text()
    assert text.startswith(begins)
    assert (page(outdoors.home, 8) in text) == (name == "x.md")


def test_all_is_written_although_only_some_is_shown(outdoors: Outdoors, tmp_path: Path) -> None:
    many = "package m\n\n" + "".join(f"func Many{number}() {{}}\n" for number in range(150))
    corpus.index(corpus.write(tmp_path / "many", {"m.go": many}), tmp_path / "home")
    outdoors.home = tmp_path / "home"
    corpus.write(configuration(), {"settings.yaml": "limit: 60\n"})

    async def act(terminal: Terminal) -> None:
        await terminal.shows("60 of 150")
        await export_to(terminal, "all.jsonl")
        await terminal.notes("written to all.jsonl")

    outdoors.run(act, "Many*")
    *matches, summary = map(json.loads, (outdoors.folder / "all.jsonl").read_text().splitlines())
    assert (len(matches), summary["summary"]["truncated"]) == (150, False)


def test_a_file_that_is_there_is_replaced_by_a_second_enter_only(outdoors: Outdoors) -> None:
    file = corpus.write(outdoors.folder, {"x.txt": "mine"}) / "x.txt"

    async def act(terminal: Terminal) -> None:
        await export_to(terminal, "x.txt")
        await terminal.shows("x.txt is there already: enter again replaces it")
        assert file.read_text() == "mine"
        await terminal.press("enter")
        await terminal.notes("written to x.txt")

    outdoors.run(act)
    assert file.read_text().startswith("a.go:8")


def test_what_can_not_be_written_is_said_in_the_dialog_which_stays(outdoors: Outdoors) -> None:
    async def act(terminal: Terminal) -> None:
        for name, said in (("no/x.md", "there is no folder"), (" ", "name a file"), (".", "is a folder")):
            await terminal.press("escape")
            await export_to(terminal, name)
            await terminal.shows(said)
            assert isinstance(terminal.app.screen, ExportScreen)
        await terminal.press("escape")
        await terminal.hides("Export")

    outdoors.run(act)


def test_a_disk_that_is_full_is_said_and_the_app_goes_on(outdoors: Outdoors) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    async def act(terminal: Terminal) -> None:
        with patch("os.fsync", full):
            await export_to(terminal, "x.md")
            await terminal.notes("x.md: can't be written: No space left on device")

    outdoors.run(act)
    assert not (outdoors.folder / "x.md").exists()


def test_a_browser_keeps_the_file_itself(outdoors: Outdoors) -> None:
    kept: dict[str, str] = {}

    async def act(terminal: Terminal) -> None:
        def deliver(text: object, *, save_filename: str) -> None:
            kept[save_filename] = text.read()

        with (
            patch.object(type(terminal.app), "is_web", property(lambda _: True)),
            patch.object(terminal.app, "deliver_text", deliver),
        ):
            await export_to(terminal, "/etc/x.txt")
            await terminal.until(lambda: kept)

    outdoors.run(act)
    assert kept == {"x.txt": "a.go:8:6: func Listen() {}\n"}


def test_another_name_is_typed_over_the_first_one(outdoors: Outdoors) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.press("ctrl+s")
        await terminal.shows("Export", "codelens.md")
        await terminal.type("x.txt")
        assert terminal.app.screen.query_one(Input).value == "x.txt"
        await terminal.press("enter")
        await terminal.notes("written to x.txt")

    outdoors.run(act)


@snapshot("export")
async def test_the_dialog(terminal: Terminal) -> None:
    await terminal.type("Listen")
    await terminal.shows("func Listen", "linked a.go:8")
    await terminal.press("ctrl+s")
    await terminal.shows("Export")
