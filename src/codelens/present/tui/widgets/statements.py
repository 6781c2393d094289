"""The statements that made a log: how often each did, when first and last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message

from codelens.present.tui.log import Summed
from codelens.present.tui.widgets.log_text import statement_pieces, titles
from codelens.present.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from codelens.query.explain.streaming import Seen
    from codelens.query.matches import Match

_PARTS = ("number", "mark", "text", "place", "note", "symbol", "cursor")


class Statements(RowList):
    """The statements, those that made most of it first."""

    HELP = """\
## The statements that made it

How many lines each has made, when the first and the last of them was written (or their numbers, where they have no
time), and its place. `enter` reads the source, `space` goes to its first line, `s` back to the lines. Letters follow
the definition around it, as in the list of lines.
"""
    BINDINGS: ClassVar = [
        Binding("enter", "choose", "Read", id="list.choose", tooltip="Read the source of the selected statement"),
        Binding("space", "first", "First line", id="statements.first", tooltip="The first line that it made"),
    ]
    PREFIX = "statements"
    COMPONENT_CLASSES: ClassVar = {f"statements--{part}" for part in _PARTS}

    @dataclass
    class First(Message):
        """The first line of a statement is to be shown."""

        line: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.summed = Summed()
        self._several = False

    def show(self, summed: Summed, *, several: bool) -> None:
        """Show other statements; the selected one stays so.

        Args:
            summed: The statements.
            several: Whether they are named with their repositories.
        """
        kept = self.statement
        self.summed, self._several = summed, several
        keys = [(each.match, each.first) for each in summed.statements]
        key = (kept.match, kept.first) if kept else None
        count = 1 + len(keys) + bool(summed.more)
        if key in keys:
            self.grow(count, 1 + keys.index(key))
        else:
            self.show_rows(count if keys else 0, 1, "nothing has been summed up yet")

    def can_select(self, number: int) -> bool:
        """All but the titles, and the row that counts the rest."""
        return 0 < number <= len(self.summed.statements)

    @property
    def statement(self) -> Seen | None:
        """The selected one."""
        return self.summed.statements[self.selected - 1] if self.can_select(self.selected) else None

    @property
    def match(self) -> Match | None:
        """Its place."""
        return self.statement.match if self.statement else None

    @property
    def places(self) -> list[Match]:
        """The same."""
        return [self.match] if self.match is not None else []

    @property
    def about(self) -> str:
        """What there is to say of it."""
        each = self.statement
        if each is None:
            return ""
        if each.match is None:
            return "no statement of what is indexed has this text"
        return f"{each.ties} places are as likely" if each.ties > 1 else ""

    @property
    def unknown(self) -> str:
        """A line of what is selected when it is nobody's, else ""."""
        return self.statement.sample.partition("\n")[0] if self.statement and self.statement.match is None else ""

    def row_segments(self, number: int, width: int, *, selected: bool) -> list[Segment]:
        """A statement; above them what the columns are, and below how many more there are."""
        if number == 0:
            return [Segment(titles(), self.style_of("note"))]
        if number > len(self.summed.statements):
            return [Segment(f"{self.summed.more:>8,} more, each of fewer lines", self.style_of("note"))]
        pieces = statement_pieces(self.summed.statements[number - 1], width, several=self._several)
        return [Segment(text, self.style_of(part, selected=selected)) for text, part in pieces]

    def action_first(self) -> None:
        """Show the first line of the selected statement."""
        if self.statement is not None:
            self.post_message(self.First(self.statement.first))
