"""A widget that paints line by line, and takes other lines without a new layout of the screen.

Textual lays out the whole screen when ``virtual_size`` changes, and paints all of it again. Here nothing but the scroll
bar depends on how many lines there are, so it alone is told: a key costs a tenth.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class LineView(ScrollView):
    """Lines, any number of them; its scroll bars are always there."""

    DEFAULT_CSS = """
    LineView {
        overflow: scroll scroll;
        scrollbar-size: 0 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
    }
    """

    def hold(self, width: int, height: int) -> None:
        """Hold lines.

        Args:
            width: Of the longest one, in cells.
            height: How many there are.
        """
        size = Size(width, height)
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def jump(self, x: int, y: int) -> None:
        """Scroll so that a cell is at the upper left, at once."""
        self.scroll_to(x=x, y=y, animate=False, immediate=True, force=True)
