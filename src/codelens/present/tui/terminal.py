"""Opens the app, and sees to it that no signal leaves anything behind: no terminal in disorder, no process, no thread.

A signal ends the app as its key does. When it can't end in time, because something hangs, it is ended from outside.
"""

from __future__ import annotations

import asyncio
import errno
import gc
import multiprocessing
import os
import select
import signal
import sys
import termios
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from codelens.present.tui.app import CodelensApp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App

    from codelens.present.fronts import Opening

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# A full collection of garbage looks at all that is kept: a tenth of a second in which nothing is painted or withdrawn.
_COLLECTIONS = (50_000, 20, 100)
GRACE = 5.0  # seconds that an app has to put away what it is doing; its jobs have four

_ERROR = 2  # the exit status of every command that failed
# Pop the keyboard protocol, leave the other screen, show the cursor, no mouse, no focus events, no bracketed paste.
_AS_BEFORE = b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\x1b[?7h"


def open_app(opening: Opening) -> int:
    """Run the app until it is left.

    Returns:
        The exit status: 0, that of an error, or what a shell gives to the signal that ended it.
    """
    opening.home.trusted()
    app = CodelensApp(opening.home, opening.query, opening.manifest)
    return run(app, mouse=app.settings.mouse)


def run(app: App[Any], *, mouse: bool = True) -> int:
    """Run an app with all that signals need; see :func:`open_app`.

    Args:
        app: The app.
        mouse: Whether it takes the mouse, or leaves it to the terminal.
    """
    gc.set_threshold(*_COLLECTIONS)
    return asyncio.run(_run(app, mouse=mouse))


async def _run(app: App[Any], *, mouse: bool) -> int:
    with _ending(app) as end:
        threading.Thread(target=_watch_terminal, name="terminal", daemon=True).start()
        await app.run_async(mouse=mouse)
        code = app.return_code or 0
        if code not in (0, *(128 + number for number in SIGNALS)):
            code = _ERROR
        end.give_up_after(GRACE, code)
    return code


class _End:
    """Ends an app at a signal."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._loop = asyncio.get_running_loop()
        self._attributes = _terminal_attributes()
        self._gives_up = False

    def __call__(self, number: int, _frame: object) -> None:
        """Ask the app to end; a handler of Python's and not of the loop's, so that it runs while the loop is busy."""
        if number == signal.SIGINT and self._is_suspended():
            return  # it was typed at the editor
        if number == signal.SIGHUP:
            _let_go_of_terminal()
        self._loop.call_soon_threadsafe(self._app.exit, None, 128 + number)
        self.give_up_after(GRACE, 128 + number)

    def give_up_after(self, seconds: float, code: int) -> None:
        """End the process after a time, whatever still hangs; time in an editor does not count."""
        if not self._gives_up:
            self._gives_up = True
            threading.Thread(target=self._give_up, args=(seconds, code), name="give-up", daemon=True).start()

    def _give_up(self, seconds: float, code: int) -> None:
        while self._is_suspended():
            time.sleep(0.2)
        time.sleep(seconds)
        for process in multiprocessing.active_children():
            process.kill()
        if self._attributes:
            with suppress(termios.error, OSError):
                os.write(sys.__stderr__.fileno(), _AS_BEFORE)  # type: ignore[union-attr]
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self._attributes)  # type: ignore[union-attr]
        os._exit(code)

    def _is_suspended(self) -> bool:
        driver = self._app._driver  # noqa: SLF001 - Textual, which is pinned, tells it nowhere else
        return driver is not None and not driver._auto_restart  # noqa: SLF001


@contextmanager
def _ending(app: App[Any]) -> Iterator[_End]:
    """End the app at any of the signals, as long as it runs."""
    end = _End(app)
    before = {number: signal.signal(number, end) for number in SIGNALS}
    try:
        yield end
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _watch_terminal() -> None:
    """End the app when its terminal is gone, of which only what is in its foreground is told by a signal."""
    with suppress(OSError, ValueError):
        watched = select.poll()
        watched.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]  # a hang-up is told unasked
        watched.poll()
        os.kill(os.getpid(), signal.SIGHUP)


def _terminal_attributes() -> list[Any]:
    """How the terminal is set, to be set so again; empty where there is none."""
    with suppress(termios.error, ValueError, OSError):
        return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    return []


def _let_go_of_terminal() -> None:
    """Write to nowhere if it has hung up: a failure to write ends Textual's thread of output, and all wait for that."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        try:
            termios.tcgetattr(descriptor)
        except termios.error as error:
            if error.args[0] == errno.EIO:
                os.dup2(nothing, descriptor)
    os.close(nothing)
