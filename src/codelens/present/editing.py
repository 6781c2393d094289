"""Runs an editor: lends it the terminal, waits until it is closed, and says in one line what went wrong."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from codelens.errors import EditorError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.present.editors import Editor
    from codelens.present.opening import Laid


def edit(editor: Editor, laid: Laid) -> None:
    """Open a file in an editor and wait until it is closed. One with a window leaves the terminal alone.

    Raises:
        EditorError: It can't be started, or ended with an error.
    """
    command = editor.command(laid.file, laid.caret, copy=laid.is_copy)
    quiet = subprocess.DEVNULL if editor.has_window else None
    try:
        with _lending_terminal(alone=not editor.has_window):
            ended = subprocess.run(  # noqa: S603 - the person's own editor
                command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=editor.has_window, check=False
            )
    except OSError as error:
        message = f"{editor.name}: can't be started: {error.strerror or error}"
        raise EditorError(message) from error
    if ended.returncode < 0:
        message = f"{editor.name} was ended by a signal: {signal.strsignal(-ended.returncode) or -ended.returncode}"
        raise EditorError(message)
    if ended.returncode:
        message = f"{editor.name} ended with status {ended.returncode}"
        raise EditorError(message)


@contextmanager
def _lending_terminal(*, alone: bool) -> Iterator[None]:
    """Leave interrupts to the editor meanwhile, and have the terminal back as it was, even from one that was killed."""
    if not alone or threading.current_thread() is not threading.main_thread():
        yield
        return
    # A handler that does nothing, and no ignoring: what is ignored stays so in the program that is started.
    before = {each: signal.signal(each, lambda *_: None) for each in (signal.SIGINT, signal.SIGQUIT)}
    modes = _terminal_modes()
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        if modes is not None:
            import termios  # noqa: PLC0415

            with suppress(OSError, termios.error):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSADRAIN, modes)  # type: ignore[union-attr]


def _terminal_modes() -> Any:  # noqa: ANN401 - termios gives a list of its own
    import termios  # noqa: PLC0415 - no other part needs it

    try:
        return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError, termios.error):
        return None
