"""Whatever ends the app leaves the terminal as it was and nothing running."""

from __future__ import annotations

import os
import pty
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from processes import running
from waiting import wait_until

import corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tmux import Terminal

FILES = {"one": {"server.go": "package server\n\n// Pod is one.\ntype Pod struct{}\n"}}
CODELENS = (sys.executable, "-m", "codelens", "app")
# An app that hangs at a key, in the loop itself and in a thread that does not end; it has a child of its own.
HANGS = """
import multiprocessing, sys, threading, time
from textual.app import App
from textual.widgets import Static
from codelens.present.tui.terminal import run

class Hangs(App):
    def compose(self):
        yield Static("it hangs at a key")
    def on_key(self):
        self.exit() if "quits" in sys.argv else time.sleep(600)

if __name__ == "__main__":
    multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,), daemon=True).start()
    threading.Thread(target=time.sleep, args=(600,)).start()
    sys.exit(run(Hangs()))
"""


def environment(home: Path) -> dict[str, str]:
    return {"CODELENS_HOME": str(home), "PYTHONPATH": str(corpus.SOURCE), "XDG_CONFIG_HOME": str(home / "none")}


def nothing_runs(shell: Terminal) -> None:
    wait_until(lambda: not running(shell.mark), lambda: f"all ends; there is {running(shell.mark)}")


@pytest.fixture
def started(shell: Terminal, home: Path) -> Terminal:
    """The app, with results on its screen."""
    shell.start([*CODELENS, "Pod"], (80, 24), environment(home))
    shell.shows("server.go")
    assert running(shell.mark)
    return shell


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_app_with_the_status_that_a_shell_gives_it(started: Terminal, number: int) -> None:
    started.signal(number)
    assert started.status() == 128 + number
    nothing_runs(started)


def test_ctrl_c_ends_the_app(started: Terminal) -> None:
    started.press("C-c")
    assert started.status() == 0
    nothing_runs(started)


def test_a_terminal_that_is_closed_leaves_nothing_running(started: Terminal) -> None:
    started.close()
    nothing_runs(started)


def test_a_terminal_that_goes_away_without_a_signal_ends_the_app(home: Path) -> None:
    here, there = pty.openpty()
    settings = {**os.environ, **environment(home), "TERM": "xterm-256color"}
    app = subprocess.Popen(CODELENS, stdin=there, stdout=there, stderr=there, env=settings, start_new_session=True)
    try:
        os.close(there)
        painted = b""
        while b"for help" not in painted:
            painted += os.read(here, 1 << 16)
        os.close(here)
        assert app.wait(20) == 128 + signal.SIGHUP
    finally:
        app.kill()
        app.wait()


@pytest.mark.parametrize("end", [lambda shell: shell.close(), lambda shell: shell.signal(signal.SIGTERM)])
def test_a_job_ends_with_the_app(shell: Terminal, home: Path, tmp_path: Path, end: Callable[[Terminal], None]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # a fetch waits for its answer
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/silent.git"
        (tmp_path / "repos.yaml").write_text(f"repositories:\n  - name: no-answer\n    url: {url}\n")
        shell.start([*CODELENS, "--repos", "repos.yaml"], (80, 24), environment(home))
        shell.shows("❯")
        shell.press("F3")
        shell.shows("no-answer", "Update")
        shell.press("End", "u")
        wait_until(lambda: any(" update no-answer " in command for command in running(shell.mark)), shell.last)
        end(shell)
        nothing_runs(shell)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_app_that_hangs_is_ended_with_its_children(shell: Terminal, tmp_path: Path, home: Path, number: int) -> None:
    file = tmp_path / "hangs.py"
    file.write_text(HANGS)
    shell.start([sys.executable, str(file)], (80, 24), environment(home))
    shell.shows("it hangs at a key")
    shell.press("x")
    shell.signal(number)
    assert shell.status() == 128 + number
    nothing_runs(shell)


def test_an_app_that_was_left_does_not_wait_for_a_thread_that_hangs(
    shell: Terminal, tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "hangs.py"
    file.write_text(HANGS)
    shell.start([sys.executable, str(file), "quits"], (80, 24), environment(home))
    shell.shows("it hangs at a key")
    shell.press("x")
    assert shell.status() == 0
    nothing_runs(shell)


def test_without_a_screen_to_draw_on_the_help_is_printed(shell: Terminal, home: Path) -> None:
    shell.start([*CODELENS[:-1]], (100, 50), environment(home) | {"TERM": "dumb"})
    shell.shows("where-defined", "the app is not opened: TERM=dumb")
    assert shell.status() == os.EX_OK
