"""The prompt, and the line below it that says what is wrong with a query, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from codelens.present.tui.widgets.pasting import Pasting

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.timer import Timer

_SOON = 0.02  # seconds in which the prompt is painted
_PAUSE = 0.4  # seconds without a key after which a query counts as typed, and what is wrong with it is said
_MARK = "❯ "


class Prompt(Pasting):
    """Where a query is typed; keys that move in the list do so from here."""

    HELP = """\
## The prompt

A name finds definitions: `Pod`, `Kubelet.syncLoop`, `sync*`. `"quoted"` and `/regex/` find text.
Fields narrow: `kind: repo: lang: file: package: scope: rev: in: role:`; relations follow: `calls: calledby: implements:
imports:`; `-` leaves out, `or` and parentheses group.
`up`, `down`, `ctrl+p`, `ctrl+n` move in the list, `enter` reads the selected row, `ctrl+g` lists what leads on from it,
`tab` goes to the list. Several lines that are pasted are explained: where each was printed.
"""
    BINDINGS: ClassVar = [
        Binding(
            "enter", "list('choose', 0)", "Read", id="prompt.choose", tooltip="Read the source of the selected row"
        ),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__('a name, "text", /regex/, repo: kind: calls: …   ? for help, f2 for recipes', id=id)

    async def on_key(self, event: events.Key) -> None:
        """A question mark asks for help, as long as it can't be part of a query."""
        if event.character == "?" and not self.value:
            event.stop()
            event.prevent_default()
            await self.run_action("app.help")


class Said(Static):
    """One line below the prompt. It is always there, so that nothing jumps when it has something to say."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._waiting: Timer | None = None
        self.is_error = False
        self.text = ""

    def note(self, text: str) -> None:
        """Say something that is no error; "" clears the line."""
        self._stop_waiting()
        self._say(text, error=False)

    def error(self, message: str, column: Callable[[], int] | None = None) -> None:
        """Say what is wrong with the query, at once when that line has an error already, else after a pause in typing.

        Args:
            message: What is wrong and what to do.
            column: The column of the screen that it points at, asked for when it is said: the prompt may yet scroll.
        """
        self._stop_waiting()
        self._waiting = self.set_timer(_SOON if self.is_error else _PAUSE, lambda: self._say_error(message, column))

    def _say_error(self, message: str, column: Callable[[], int] | None) -> None:
        self._say(message if column is None else pointed(message, column(), self.size.width), error=True)

    def _say(self, text: str, *, error: bool) -> None:
        self.is_error = error
        self.text = text
        self.set_class(error, "-error")
        self.update(Content(text), layout=False)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None


def pointed(message: str, column: int, width: int) -> str:
    """A message beside an arrow that points up at a column, on whichever side of it there is more room."""
    column = min(column, max(width - 1, 0))
    right = f"{' ' * column}^ {message}"
    if cell_len(right) <= width or column < width // 2:
        return right
    return f"{message[: max(column - 1, 0)]:>{max(column - 1, 0)}} ^"


def column_on_screen(prompt: Prompt, column: int) -> int:
    """The column of the screen at which a character of the prompt stands."""
    return prompt.region.x + cell_len(prompt.value[:column]) - int(prompt.scroll_offset.x)


class Mark(Static):
    """What stands before the prompt."""

    def __init__(self) -> None:
        super().__init__(_MARK)
