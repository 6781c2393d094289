"""The list of matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message

from codelens.present.tui.widgets.row_list import RowList
from codelens.present.tui.widgets.row_text import row_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.present.tui.views import Row

_NEAR_END = 50  # rows before the last one known at which more are asked for
_PARTS = ("kind", "symbol", "scope", "text", "place", "why", "match", "heading", "note", "edge", "cursor")


class Results(RowList):
    """The rows of a view."""

    HELP = """\
## Results

Each row has its kind, symbol, line, place, and why it stands where it does.
`enter` reads the selected one; the letters in the footer follow it: definition, references, callers, and so on.
`space` unfolds callers and callees in place, level by level. `backspace` goes back, `alt+right` forward.
`esc` returns to the prompt.
"""
    BINDINGS: ClassVar = [
        Binding("enter", "choose", "Read", id="list.choose", tooltip="Read the source of the selected row"),
        Binding("space", "unfold", "Unfold", show=False, id="results.unfold", tooltip="Show or hide the next level"),
    ]
    PREFIX = "results"
    COMPONENT_CLASSES: ClassVar = {f"results--{part}" for part in _PARTS}

    @dataclass
    class Unfold(Message):
        """What the selected row leads to is to be shown, or hidden."""

        number: int
        row: Row

    @dataclass
    class More(Message):
        """One comes near the end of what is known.

        Args:
            everything: Whether the very end is asked for.
        """

        everything: bool = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self._words: tuple[str, ...] = ()
        self._several = False

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

    def can_select(self, number: int) -> bool:
        """Matches, and headings that hide what stands below them."""
        row = self.rows[number]
        return row.match is not None or row.unfolded is False

    @property
    def row(self) -> Row | None:
        """The selected row."""
        return self.rows[self.selected] if 0 <= self.selected < len(self.rows) else None

    def watch_selected(self, before: int, now: int) -> None:
        """The end may be near."""
        super().watch_selected(before, now)
        if now + _NEAR_END >= len(self.rows):
            self.post_message(self.More())

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

    def action_unfold(self) -> None:
        """Show or hide what the selected row leads to."""
        if self.row is not None and self.row.unfolded is not None:
            self.post_message(self.Unfold(self.selected, self.row))
