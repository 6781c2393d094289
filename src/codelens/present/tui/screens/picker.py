"""Choose one of several: by its key, by typing a part of it, with the arrows, or with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from codelens.present.tui.widgets.options import Filter, Option, Options, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

_BY_KEY = "press its key; / or the arrows choose too"
_BY_TYPING = "type to filter"


class Picker(ModalScreen["Value | None"], Generic[Value]):
    """A list over the screen; what is chosen is its result, or None.

    Args:
        title: What is chosen.
        options: From what.
        selected: The one that is selected at first.
    """

    HELP = """\
## Choose

Press the key before an option, or type a part of it and press `enter`. `/` begins to type where letters are keys.
`esc` chooses nothing.
"""
    BINDINGS: ClassVar = [
        Binding("escape", "cancel", "Cancel", id="picker.cancel", tooltip="Choose nothing"),
    ]

    def __init__(self, title: str, options: Sequence[Option[Value]], selected: int = 0) -> None:
        super().__init__()
        self._heading = title
        self._options = options
        self._selected = selected

    def compose(self) -> ComposeResult:
        """A box with a title, the filter, and the options."""
        keys = [option.key for option in self._options if option.key]
        with Vertical(id="picker"):
            yield Static(self._heading, id="picker-title", markup=False)
            yield Filter(keys, _BY_KEY if keys else _BY_TYPING, id="picker-filter")
            yield Options(self._options, id="picker-options")

    def on_mount(self) -> None:
        """As high as the options, as far as there is room; one types at once."""
        self.query_one(Options).styles.height = max(len(self._options), 1)
        self.query_one(Filter).focus()
        self.call_after_refresh(self._select)

    def _select(self) -> None:
        self.query_one(Options).move(self._selected)

    @on(Filter.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(Options).filter(event.value)

    @on(Filter.Moved)
    def _moved(self, event: Filter.Moved) -> None:
        self.query_one(Options).steer(event.move, event.by)

    @on(Filter.Pressed)
    def _pressed(self, event: Filter.Pressed) -> None:
        self.dismiss(next(option.value for option in self._options if option.key == event.key))

    @on(Options.Chosen)
    def _chosen(self, event: Options.Chosen) -> None:
        options: Options[Value] = self.query_one(Options)
        self.dismiss(options.left[event.number].value)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
