"""The line below the source that finds a text in it, or a line by its number, while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

_TEXT, _LINE = "find in this file", "number of the line"


class Finder(Input):
    """A text, or a number."""

    HELP = """\
## Find in this file

The source goes along while you type. Small letters find capitals, too. `enter` stays there; `n` and `N` lead from place
to place; `esc` goes back to where you were.
"""
    BINDINGS: ClassVar = [
        Binding("escape", "close(False)", "Back", id="finder.close", tooltip="Back to where one was"),
        Binding("enter", "close(True)", "Stay", id="finder.stay", tooltip="Stay there"),
    ]

    @dataclass
    class Sought(Message):
        """What is typed is another text, or another number."""

        text: str
        is_line: bool

    @dataclass
    class Closed(Message):
        """It is done.

        Args:
            kept: Whether one stays where it led.
        """

        kept: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(compact=True, id=id)
        self.cursor_blink = False
        self._is_line = False

    def open(self, *, is_line: bool) -> None:
        """Ask.

        Args:
            is_line: For the number of a line, not for a text.
        """
        self._is_line = is_line
        with self.prevent(Input.Changed):
            self.value = ""
        self.restrict = r"\d{0,9}" if is_line else None
        self.placeholder = _LINE if is_line else _TEXT
        self.remove_class("-error")
        self.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Sought(event.value, self._is_line))

    def action_close(self, kept: bool) -> None:  # noqa: FBT001 - an action's argument
        """End it."""
        self.post_message(self.Closed(kept))
