"""Copies a text to the clipboard: by the platform's own program where there is a display, else through the terminal.

Over ssh only the terminal knows the clipboard of the person who looks at it; it is asked by an escape sequence (OSC 52)
that whoever owns the terminal writes, and never says whether it obeyed.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

TERMINAL = "terminal"
MOST = 70_000  # bytes: terminals take no more
_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of it.

    Args:
        done: Whether the text is in a clipboard, or was sent to one.
        said: The same in one sentence.
    """

    done: bool
    said: str


@dataclass(frozen=True, slots=True)
class _Program:
    """A program that takes a text on its standard input.

    Args:
        words: Its command.
        needs: A variable of the environment without which it has no clipboard; "" for none.
        encoding: That it expects.
        note: What to say beside its name.
    """

    words: tuple[str, ...]
    needs: str = ""
    encoding: str = "utf-8"
    note: str = ""


_PROGRAMS = (
    _Program(("wl-copy", "--type", "text/plain"), "WAYLAND_DISPLAY"),
    _Program(("xclip", "-selection", "clipboard"), "DISPLAY"),
    _Program(("xsel", "--clipboard", "--input"), "DISPLAY"),
    _Program(("pbcopy",)),
    _Program(("clip.exe",), "WSL_DISTRO_NAME", "utf-16"),
    _Program(("tmux", "load-buffer", "-w", "-"), "TMUX", note=", which hands it on where its terminal allows that"),
)


def copy(
    text: str,
    setting: str = "",
    terminal: Callable[[str], None] | None = None,
    *,
    here: bool = True,
    environment: Mapping[str, str] = os.environ,
) -> Copied:
    """Copy a text. It takes two seconds for each program at the most.

    Args:
        text: The text.
        setting: A command that takes it on standard input, or ``terminal``; "" finds out.
        terminal: Asks the terminal; None when there is none.
        here: Whether the person sits at this machine's display, and not at a browser elsewhere.
        environment: Of the process.
    """
    if len(text.encode("utf-8", "replace")) > MOST:
        return Copied(done=False, said=f"not copied: it is longer than {MOST:,} bytes; export it to a file instead")
    refused = []
    if setting and setting != TERMINAL:
        try:
            words = tuple(shlex.split(setting))
        except ValueError as error:
            return Copied(done=False, said=f"not copied: the setting clipboard is no command: {str(error).lower()}")
        programs = iter((_Program(words),))
    else:
        programs = _programs(environment) if here and not setting else iter(())
    for program in programs:
        reason = _give(program, text)
        if not reason:
            return Copied(done=True, said=f"copied with {program.words[0]}{program.note}")
        refused.append(f"{program.words[0]} {reason}")
    said = "; ".join(refused)
    if terminal is None or (setting and setting != TERMINAL):
        return Copied(done=False, said=f"not copied: {said or 'there is no program for it and no terminal to ask'}")
    terminal(text)
    return Copied(
        done=True,
        said=f"{f'{said}; ' if said else ''}sent to the {'terminal' if here else 'browser'}, which copies it if it may",
    )


def _programs(environment: Mapping[str, str]) -> Iterator[_Program]:
    """The programs that are there and have a clipboard."""
    remote = "SSH_CONNECTION" in environment
    for program in _PROGRAMS:
        has_clipboard = bool(environment.get(program.needs)) if program.needs else not remote
        if has_clipboard and shutil.which(program.words[0], path=environment.get("PATH")):
            yield program


def _give(program: _Program, text: str) -> str:
    """Give a text to a program; returns why it did not take it, or "".

    What it leaves running to hold the clipboard keeps its streams, so none of them is a pipe that we would wait for.
    """
    try:
        with tempfile.TemporaryFile() as complaints:
            return _run(program, text, complaints)
    except (OSError, IndexError, ValueError) as error:
        return f"can't be started ({getattr(error, 'strerror', None) or error})"


def _run(program: _Program, text: str, complaints: IO[bytes]) -> str:
    running = subprocess.Popen(  # noqa: S603 - found on the path, or the person's own
        program.words,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        start_new_session=True,
    )
    try:
        running.communicate(text.encode(program.encoding, "replace"), timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        with suppress(OSError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return "does not answer"
    complaints.seek(0)
    words = complaints.read(1000).decode("utf-8", "replace").split()
    return f"refuses it ({' '.join(words) or f'status {running.returncode}'})" if running.returncode else ""
