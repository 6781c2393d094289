"""A list of rows of one kind, each told in pieces; what the pieces are is left to whoever derives from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Size

from codelens.present.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = TypeVar("Row")

# A piece of a row: its text, and the part of the row that it is; each part is a component class ``listing--<part>``.
Piece = tuple[str, str]
PARTS = ("text", "name", "muted", "good", "bad", "busy", "mark", "note", "cursor")


class Listing(RowList, Generic[Row]):
    """Rows, one of them selected."""

    PREFIX = "listing"
    BINDINGS: ClassVar = [
        Binding("enter", "choose", "Open", id="list.choose", tooltip="Open the selected row"),
    ]
    COMPONENT_CLASSES: ClassVar = {f"listing--{part}" for part in PARTS}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()

    def pieces(self, row: Row, width: int) -> Iterable[Piece]:
        """What a row says, in so many cells."""
        raise NotImplementedError

    def row_segments(self, number: int, width: int, *, selected: bool) -> list[Segment]:
        """The pieces of a row, painted."""
        return [
            Segment(text, self.style_of(part, selected=selected))
            for text, part in self.pieces(self.rows[number], width)
        ]

    def show(self, rows: Sequence[Row], selected: int = 0, *, empty: str = "") -> None:
        """Show other rows.

        Args:
            rows: All of them.
            selected: The row to select.
            empty: What is said when there are none.
        """
        self.rows = rows
        self.show_rows(len(rows), selected, empty)

    def extend(self, rows: Sequence[Row]) -> None:
        """Show more rows of the same: those that were there are their beginning, and the selected one stays."""
        self.rows = rows
        self.count = len(rows)
        self.virtual_size = Size(0, self.count)
        self.refresh()

    @property
    def row(self) -> Row | None:
        """The selected row."""
        return self.rows[self.selected] if 0 <= self.selected < len(self.rows) else None
