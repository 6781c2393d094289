"""One letter is asked for, in a line over the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class Letter(ModalScreen["str | None"]):
    """The next letter is its result; any other key is none.

    Args:
        asking: What is asked for.
    """

    HELP = "Press a letter; any other key gives up."

    def __init__(self, asking: str) -> None:
        super().__init__()
        self._asking = asking

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static(self._asking, id="letter", markup=False)

    def on_key(self, event: events.Key) -> None:
        """The letter."""
        event.stop()
        letter = event.character or ""
        self.dismiss(letter if letter.isalnum() else None)
