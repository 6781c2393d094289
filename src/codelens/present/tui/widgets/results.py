"""The list of matches: a hundred thousand rows scroll as ten do, because only those in sight are made into text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from codelens.present.tui.widgets.row_text import row_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from codelens.present.tui.views import Row

_NEAR_END = 50  # rows before the last one known at which more are asked for


class Results(ScrollView, can_focus=True):
    """The rows of a view, one of them selected."""

    HELP = """\
## Results

Each row has its kind, symbol, line, place, and why it stands where it does.
`enter` reads the selected one; the letters in the footer follow it: definition, references, callers, and so on.
`space` unfolds callers and callees in place, level by level. `backspace` goes back, `alt+right` forward.
`esc` returns to the prompt.
"""
    BINDINGS: ClassVar = [
        Binding("down,j", "move(1)", "Down", show=False, id="results.down", tooltip="The next row"),
        Binding("up,k", "move(-1)", "Up", show=False, id="results.up", tooltip="The row before"),
        Binding("pagedown,ctrl+d", "page(1)", "Page down", show=False, id="results.page-down"),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False, id="results.page-up"),
        Binding("home,g", "end(-1)", "First", show=False, id="results.first", tooltip="The first row"),
        Binding("end,G", "end(1)", "Last", show=False, id="results.last", tooltip="The last row, all being loaded"),
        Binding("enter", "read", "Read", id="results.read", tooltip="Read the source of the selected row"),
        Binding("space", "unfold", "Unfold", show=False, id="results.unfold", tooltip="Show or hide the next level"),
    ]
    COMPONENT_CLASSES: ClassVar = {
        f"results--{part}"
        for part in ("kind", "symbol", "scope", "text", "place", "why", "match", "heading", "note", "edge", "cursor")
    }

    selected: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Selected(Message):
        """Another row is selected, or another row stands there."""

        number: int
        row: Row | None

    @dataclass
    class Read(Message):
        """The selected row is to be read."""

        row: Row

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
        self._styles: dict[str, tuple[Style, Style]] = {}
        self._empty = ""

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
        self._empty = empty
        self.virtual_size = Size(0, len(rows))
        number = min(selected, max(len(rows) - 1, 0))
        self.set_reactive(Results.selected, number)
        self._keep_in_sight(number)
        self.refresh()
        self.post_message(self.Selected(number, self.row))

    @property
    def row(self) -> Row | None:
        """The selected row."""
        return self.rows[self.selected] if 0 <= self.selected < len(self.rows) else None

    def watch_selected(self, before: int, now: int) -> None:
        """Another row is selected."""
        self.refresh(self._line(before), self._line(now))
        self._keep_in_sight(now)
        self.post_message(self.Selected(now, self.row))
        if now + _NEAR_END >= len(self.rows):
            self.post_message(self.More())

    def _line(self, number: int) -> Region:
        return Region(0, number - self.scroll_offset.y, self.size.width, 1)

    def _keep_in_sight(self, number: int) -> None:
        height = max(self.scrollable_content_region.height, 1)
        top = self.scroll_offset.y
        if number < top or number >= top + height:
            self.scroll_to(y=number if number < top else number - height + 1, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """The selected row stays in sight."""
        self._keep_in_sight(self.selected)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Rows that come into sight may be the last ones known."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value + self.size.height + _NEAR_END >= len(self.rows):
            self.post_message(self.More())

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self.rows):
            said = self._empty if y == 0 and not self.rows else ""
            return Strip([Segment(said, self._style("note", selected=False))]).adjust_cell_length(
                width, self._style("text", selected=False)
            )
        selected = number == self.selected
        pieces = row_pieces(self.rows[number], width, self._words, several=self._several)
        return Strip([Segment(text, self._style(part, selected=selected)) for text, part in pieces]).adjust_cell_length(
            width, self._style("text", selected=selected)
        )

    def _style(self, part: str, *, selected: bool) -> Style:
        if part not in self._styles:
            plain = self.rich_style + self.get_component_rich_style(f"results--{part}", partial=True)
            cursor = self.get_component_rich_style("results--cursor", partial=True)
            self._styles[part] = (plain, plain + cursor)
        return self._styles[part][selected]

    def move(self, by: int) -> None:
        """Select another row, so many further down."""
        self.selected = min(max(self.selected + by, 0), max(len(self.rows) - 1, 0))

    def action_move(self, by: int) -> None:
        """Select the next row or the one before."""
        self.move(by)

    def action_page(self, by: int) -> None:
        """Select a row a page away."""
        self.move(by * max(self.size.height - 1, 1))

    def action_end(self, by: int) -> None:
        """Select the first row, or the last one of all."""
        self.move(by * len(self.rows))
        if by > 0:
            self.post_message(self.More(everything=True))

    def action_read(self) -> None:
        """Read the selected row."""
        if self.row is not None and self.row.match is not None:
            self.post_message(self.Read(self.row))

    def action_unfold(self) -> None:
        """Show or hide what the selected row leads to."""
        if self.row is not None and self.row.unfolded is not None:
            self.post_message(self.Unfold(self.selected, self.row))

    def on_click(self, event: events.Click) -> None:
        """Select what is clicked; the second click reads it."""
        number = event.y + self.scroll_offset.y
        if number < len(self.rows):
            again = number == self.selected and event.chain > 1
            self.selected = number
            if again:
                self.action_read()
