"""A line to type in that hands on what is pasted into it when that is several lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from codelens.present.tui.widgets.steering import Steering

if TYPE_CHECKING:
    from textual import events


def has_lines(text: str) -> bool:
    """Whether a text has more than one line with something on it."""
    return sum(bool(line.strip()) for line in text.splitlines()) > 1


class Pasting(Steering):
    """A line; Textual's own would take the first line of several, and say nothing of the others."""

    HELP = "Several lines that are pasted are explained."

    @dataclass
    class Pasted(Message):
        """Several lines were pasted."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        if has_lines(event.text):
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))
