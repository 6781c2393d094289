"""A line to type in whose other keys move in a list: one need not leave it to choose there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class Move(StrEnum):
    """What a key does in the list."""

    ROW = "row"
    PAGE = "page"
    CHOOSE = "choose"


class Steering(Input):
    """An input that hands keys on to a list."""

    BINDINGS: ClassVar = [
        Binding("down,ctrl+n,ctrl+j", "list('row', 1)", "Down", show=False, id="prompt.down", tooltip="The next row"),
        Binding("up,ctrl+p,ctrl+k", "list('row', -1)", "Up", show=False, id="prompt.up", tooltip="The row before"),
        Binding("pagedown", "list('page', 1)", "Page down", show=False, id="prompt.page-down", tooltip="A page down"),
        Binding("pageup", "list('page', -1)", "Page up", show=False, id="prompt.page-up", tooltip="A page up"),
        Binding("enter", "list('choose', 0)", "Choose", id="prompt.choose", tooltip="Choose the selected row"),
        Binding("ctrl+u", "delete_left_all", "Clear", show=False, id="prompt.clear", tooltip="Delete what is typed"),
    ]

    # Textual's own would lay out the whole screen, and paint all of it again, with each key that is typed.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    @dataclass
    class Moved(Message):
        """A key of the list was pressed.

        Args:
            move: What it does.
            by: How far, down when positive.
        """

        move: Move
        by: int

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id)
        self.cursor_blink = False  # each blink would be sent over the wire

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """A letter is typed; with alt, which terminals send as escape and the letter, it is a key."""
        return not key.startswith("alt+") and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if event.key.startswith("alt+"):
            event.prevent_default()  # else Textual types the letter

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line that says something, and show its end.

        Textual takes an empty first line for all, and scrolls before it knows how long the text is.
        """
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        line = line_of(event.text)
        self.replace(line if start else line.lstrip(), start, end)
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        before = cell_len(self.value[: self.cursor_position])
        self.scroll_to_region(Region(before, 0, 1, 1), force=True, animate=False)

    def action_list(self, move: str, by: int) -> None:
        """Hand a key on."""
        self.post_message(self.Moved(Move(move), by))


def line_of(pasted: str) -> str:
    """The first line of what was pasted that is not blank."""
    return next((line.rstrip() for line in pasted.splitlines() if line.strip()), "")
