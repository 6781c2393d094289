"""The list of matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message

from codelens.present.tui.widgets.row_list import RowList
from codelens.present.tui.widgets.row_text import is_mark, row_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from codelens.present.tui.rows import Row

_NEAR_END = 50  # rows before the last one known at which more are asked for
_PARTS = ("kind", "symbol", "scope", "text", "place", "why", "match", "heading", "note", "edge", "cursor")


class Results(RowList):
    """The rows of a view."""

    HELP = """\
## Results

Each row has its kind, symbol, line, place, and why it stands where it does.
`enter` reads the selected one. A letter follows it: to its definition, references, callers, and so on; `f` lists all.
Callers, callees and implementers unfold in place, level by level: `space` or `right` shows what a row leads to, `left`
goes to the row above, or hides what is below it. Of a recipe, `left` hides the step and `space` on its title shows it;
`t` draws all steps as one tree, `ctrl+x` asks no more of them. `backspace` comes back from where a letter led,
`alt+right` leads there again. `esc` returns to the prompt.
"""
    BINDINGS: ClassVar = [
        Binding("enter", "choose", "Read", id="list.choose", tooltip="Read the source of the selected row"),
        Binding("space", "turn", "Unfold", id="results.turn", tooltip="Show or hide what it leads to"),
        Binding("right,l", "unfold", "Unfold", show=False, id="results.unfold", tooltip="Show what it leads to"),
        Binding("left,h", "fold", "Fold", show=False, id="results.fold", tooltip="Hide it, or select the row above"),
    ]
    PREFIX = "results"
    COMPONENT_CLASSES: ClassVar = {f"results--{part}" for part in _PARTS}

    @dataclass
    class Unfold(Message):
        """What a row leads to is to be shown, or hidden when it is shown."""

        row: Row

    @dataclass
    class Fold(Message):
        """What a row leads to is to be hidden; where there is nothing, the row that it hangs from is meant."""

        row: Row

    @dataclass
    class More(Message):
        """One comes near the end of what is known.

        Args:
            everything: Whether the very end is asked for.
        """

        everything: bool = False

    @dataclass
    class Resized(Message):
        """The rows have more room, or less."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self._words: tuple[str, ...] = ()
        self._several = False
        self._turns = False  # whether the selected row can be unfolded

    def show(self, rows: Sequence[Row], words: tuple[str, ...] = (), selected: int = 0, *, empty: str = "") -> None:
        """Show other rows.

        Args:
            rows: All that there are to show.
            words: What is highlighted in them.
            selected: The row to select.
            empty: What is said when there are none.
        """
        self.rows = rows
        self._words = words
        self._several = len({row.match.place.repository for row in rows[:1_000] if row.match}) > 1
        self.show_rows(len(rows), selected, empty)
        self._tell_keys()

    def show_more(self, rows: Sequence[Row], selected: int) -> None:
        """Show what has come since, or other rows around the selected one, which goes on being read.

        Args:
            rows: All that there are now.
            selected: Where the selected row is among them.
        """
        row = self.row
        self.rows = rows
        self._several = len({row.match.place.repository for row in rows[:1_000] if row.match}) > 1
        if row is None or rows[selected] != row or not self.can_select(selected):
            self.show_rows(len(rows), selected)
        else:
            self.grow(len(rows), selected)
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Say which keys count, when it is another kind of row that is selected."""
        turns = self.row is not None and self.row.unfolded is not None
        if turns != self._turns:
            self._turns = turns
            self.refresh_bindings()

    def can_select(self, number: int) -> bool:
        """Matches, and headings that hide what stands below them."""
        return self.rows[number].can_select

    @property
    def row(self) -> Row | None:
        """The selected row."""
        return self.rows[self.selected] if 0 <= self.selected < len(self.rows) else None

    def watch_selected(self, before: int, now: int) -> None:
        """The end may be near, and other keys may count."""
        super().watch_selected(before, now)
        self._tell_keys()
        if now + _NEAR_END >= len(self.rows):
            self.post_message(self.More())

    def on_resize(self) -> None:
        """What is wrapped may be wrapped otherwise."""
        self.post_message(self.Resized())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Rows that come into sight may be the last ones known."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value + self.size.height + _NEAR_END >= len(self.rows):
            self.post_message(self.More())

    def row_segments(self, number: int, width: int, *, selected: bool) -> list[Segment]:
        """The pieces of a row, each in its style."""
        pieces = row_pieces(self.rows[number], width, self._words, several=self._several)
        return [Segment(text, self.style_of(part, selected=selected)) for text, part in pieces]

    def action_end(self, by: int) -> None:
        """Select the first row, or the last one of all."""
        super().action_end(by)
        if by > 0:
            self.post_message(self.More(everything=True))

    def action_choose(self) -> None:
        """Read the selected row."""
        if self.row is not None and self.row.match is not None:
            super().action_choose()

    def action_turn(self) -> None:
        """Show or hide what the selected row leads to."""
        if self.row is not None and self.row.unfolded is not None:
            self.post_message(self.Unfold(self.row))

    def action_unfold(self) -> None:
        """Show what the selected row leads to."""
        if self.row is not None and self.row.unfolded is False:
            self.post_message(self.Unfold(self.row))

    def action_fold(self) -> None:
        """Hide it."""
        if self.row is not None:
            self.post_message(self.Fold(self.row))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Only what leads on unfolds."""
        return action != "turn" or (self.row is not None and self.row.unfolded is not None)

    def on_click(self, event: events.Click) -> None:
        """A click on its mark unfolds a row."""
        number = event.y + self.scroll_offset.y
        row = self.rows[number] if number < len(self.rows) else None
        if row is not None and row.unfolded is not None and is_mark(row, event.x, self.size.width):
            self.selected = number
            self.action_turn()
            event.prevent_default()
