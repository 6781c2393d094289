"""A real terminal: tmux, with a server of the test's own. It tells what is on the screen and how it is set."""

from __future__ import annotations

import os
import shlex
import subprocess
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from processes import MARK
from waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_IN_ORDER = "0 0 1"  # no second screen, no mouse, a cursor


class Terminal:
    """A terminal in which one command runs; its exit status and the terminal's settings are told when it ended."""

    def __init__(self, program: str, folder: Path) -> None:
        self._tmux = [program, "-S", str(folder / "tmux"), "-f", os.devnull]
        self._folder = folder
        self.mark = uuid.uuid4().hex

    def start(self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]) -> None:
        """Run a command in a new terminal."""
        folder = shlex.quote(str(self._folder))
        marked = [f"{name}={value}" for name, value in {**environment, MARK: self.mark}.items()]
        run = shlex.join(["env", *marked, *command])
        script = (
            f"trap : INT; cd {folder}; stty -g >before; {run}; echo $? >code; stty -g >after; mv code status; exec cat"
        )
        self._ask("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), shlex.join(["sh", "-c", script]))

    def _ask(self, *arguments: str) -> str:
        return subprocess.run([*self._tmux, *arguments], check=True, capture_output=True, text=True).stdout

    def press(self, *keys: str) -> None:
        """Press keys, named as tmux names them."""
        self._ask("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text, as it stands."""
        self._ask("send-keys", "-l", text)

    def screen(self) -> list[str]:
        """The lines that are shown."""
        return self._ask("capture-pane", "-p").splitlines()

    def shows(self, *texts: str) -> list[str]:
        """The screen, as soon as it shows all of these texts."""
        return wait_until(lambda: self._showing(texts), lambda: f"the screen shows {texts}; it shows\n{self.last()}")

    def _showing(self, texts: Sequence[str]) -> list[str] | None:
        lines = self.screen()
        return lines if all(any(text in line for line in lines) for text in texts) else None

    def last(self) -> str:
        return "\n".join(self.screen())

    def signal(self, number: int) -> None:
        """Send a signal to what runs in the shell."""
        shell = self._ask("display-message", "-p", "#{pane_pid}").strip()
        (child,) = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        os.kill(int(child), number)

    def status(self) -> int:
        """The exit status of the command, as soon as it ended and left the terminal as it was."""
        file = self._folder / "status"
        wait_until(file.exists, lambda: f"the command ends; the screen shows\n{self.last()}")
        assert (self._folder / "after").read_text() == (self._folder / "before").read_text()
        assert (
            self._ask("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}").strip() == _IN_ORDER
        )
        return int(file.read_text())

    def close(self) -> None:
        """Close the terminal, as a window is closed: whatever runs there gets SIGHUP."""
        self._ask("kill-server")


@contextmanager
def terminal(program: str, folder: Path) -> Iterator[Terminal]:
    """A terminal that is gone afterwards."""
    opened = Terminal(program, folder)
    try:
        yield opened
    finally:
        subprocess.run([*opened._tmux, "kill-server"], check=False, capture_output=True)  # noqa: SLF001
