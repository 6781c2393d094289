"""A list of one-line rows, one of them selected: a hundred thousand scroll as ten do, only those in sight are painted.

What the rows are, and how they look, is said by the list that inherits from this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from codelens.present.tui.widgets.line_view import LineView
from codelens.present.tui.widgets.steering import Move

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events


class RowList(LineView, can_focus=True):
    """Rows of text. A subclass has ``row_segments`` and tells the number of rows with ``show_rows``.

    Its component class ``<class>--cursor`` is the background of the selected row.
    """

    BINDINGS: ClassVar = [
        Binding("down,j", "move(1)", "Down", show=False, id="list.down", tooltip="The next row"),
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up", tooltip="The row before"),
        Binding("pagedown,ctrl+d", "page(1)", "Page down", show=False, id="list.page-down", tooltip="A page down"),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False, id="list.page-up", tooltip="A page up"),
        Binding("home,g", "end(-1)", "First", show=False, id="list.first", tooltip="The first row"),
        Binding("end,G", "end(1)", "Last", show=False, id="list.last", tooltip="The last row, all being loaded"),
        Binding("enter", "choose", "Choose", id="list.choose", tooltip="Choose the selected row"),
    ]
    PREFIX = "row-list"  # of its component classes

    selected: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Selected(Message):
        """Another row is selected, or another row stands where it is."""

        number: int

    @dataclass
    class Chosen(Message):
        """A row is taken: entered, or clicked twice."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.count = 0
        self._empty = ""
        self._styles: dict[str, tuple[Style, Style]] = {}

    def row_segments(self, number: int, width: int, *, selected: bool) -> list[Segment]:
        """What a row shows, in at most so many cells."""
        raise NotImplementedError

    def can_select(self, number: int) -> bool:  # noqa: ARG002 - for those that have headings
        """Whether a row can be selected; one that can't, such as a heading, is stepped over."""
        return True

    def show_rows(self, count: int, selected: int = 0, empty: str = "") -> None:
        """Show other rows.

        Args:
            count: How many there are.
            selected: The row to select.
            empty: What is said when there are none.
        """
        self.count = count
        self._empty = empty
        self.hold(0, count)
        number = self._nearest(selected, 1)
        self.set_reactive(RowList.selected, number)
        self._keep_in_sight(number)
        self.refresh()
        self.post_message(self.Selected(number))

    def grow(self, count: int, selected: int) -> None:
        """Show more rows, of which the selected one is the row that it was: nobody is told that another is.

        Args:
            count: How many there are.
            selected: Where the selected row is now.
        """
        shift = selected - self.selected
        self.count = count
        self.hold(0, count)
        self.set_reactive(RowList.selected, selected)
        if shift:
            self.jump(0, self.scroll_offset.y + shift)
        self.refresh()

    def _nearest(self, number: int, by: int) -> int:
        """The row nearest to one that can be selected: from there on in a direction, else before it."""
        if not self.count:
            return 0
        number = min(max(number, 0), self.count - 1)
        on, back = range(number, self.count), range(number, -1, -1)
        ways = (on, back) if by >= 0 else (back, on)
        return next((each for way in ways for each in way if self.can_select(each)), number)

    def watch_selected(self, before: int, now: int) -> None:
        """Another row is selected."""
        self.refresh(self._line(before), self._line(now))
        self._keep_in_sight(now)
        self.post_message(self.Selected(now))

    def _line(self, number: int) -> Region:
        return Region(0, number - self.scroll_offset.y, self.size.width, 1)

    def _keep_in_sight(self, number: int) -> None:
        height = max(self.scrollable_content_region.height, 1)
        top = self.scroll_offset.y
        if number < top + height:
            number = self._headed(number, height)
        if number < top or number >= top + height:
            self.jump(0, number if number < top else number - height + 1)

    def _headed(self, number: int, height: int) -> int:
        """The first of the headings right above a row, as far as they are seen together."""
        first = number
        while self.count > first > 0 and number - first < height - 1 and not self.can_select(first - 1):
            first -= 1
        return first

    def on_resize(self) -> None:
        """The selected row stays in sight."""
        self._keep_in_sight(self.selected)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= self.count:
            said = self._empty if y == 0 and not self.count else ""
            return Strip([Segment(said, self.style_of("note"))]).adjust_cell_length(width, self.style_of(""))
        selected = number == self.selected
        return Strip(self.row_segments(number, width, selected=selected)).adjust_cell_length(
            width, self.style_of("", selected=selected)
        )

    def style_of(self, part: str, *, selected: bool = False) -> Style:
        """How a part of a row is painted.

        Args:
            part: The component class ``<prefix>--<part>``; "" is plain text.
            selected: Whether the row is selected.
        """
        if part not in self._styles:
            names = (f"{self.PREFIX}--{part}",) if part else ()
            cursor = f"{self.PREFIX}--cursor"
            self._styles[part] = (
                self.get_visual_style(*names).rich_style,
                self.get_visual_style(*names, cursor).rich_style,
            )
        return self._styles[part][selected]

    def move(self, by: int) -> None:
        """Select another row, so many further down; where there is none, what stands there comes into sight."""
        number = self._nearest(self.selected + by, by)
        if number == self.selected:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False, immediate=True)
        self.selected = number

    def action_move(self, by: int) -> None:
        """Select the next row or the one before."""
        self.move(by)

    def action_page(self, by: int) -> None:
        """Select a row a page away."""
        self.move(by * max(self.size.height - 1, 1))

    def action_end(self, by: int) -> None:
        """Select the first row, or the last one."""
        self.move(by * self.count)

    def action_choose(self) -> None:
        """Take the selected row."""
        if self.selected < self.count:
            self.post_message(self.Chosen(self.selected))

    def steer(self, move: Move, by: int) -> None:
        """Do what a key of the line above asks for."""
        if move is Move.CHOOSE:
            self.action_choose()
        elif move is Move.PAGE:
            self.action_page(by)
        else:
            self.move(by)

    def on_click(self, event: events.Click) -> None:
        """Select what is clicked; the second click takes it."""
        number = event.y + self.scroll_offset.y
        if number < self.count and self.can_select(number):
            again = number == self.selected and event.chain > 1
            self.selected = number
            if again:
                self.action_choose()
