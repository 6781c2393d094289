"""The lines of a log, each with the place that it comes from; those that may come from several unfold."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding

from codelens.present.tui.widgets.log_rows import LogRows
from codelens.present.tui.widgets.log_text import about_place, line_pieces, place_pieces
from codelens.present.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from codelens.present.tui.log import Log, Told
    from codelens.query.matches import Match

_SHORT = 200  # lines of a log whose pieces are shown at once where a line has several
_PARTS = ("number", "mark", "text", "known", "match", "place", "note", "kind", "symbol", "cursor")


class LogLines(RowList):
    """What was pasted or opened."""

    HELP = """\
## What was pasted, and where it comes from

Each line has the place in the source that printed it; what of it is a literal there is marked. `nobody's` is one that
no statement of what is indexed has made. Several pieces of a line, or several places that may be it, unfold below it:
`space` or `right`, and `left` folds. `=` is as likely as the one above, `or` is less so.
`enter` reads the source, `n` and `N` lead to the lines that are nobody's. A letter follows the definition around the
statement: to its callers, references, and so on; `f` lists all; F4 comes back here.
`s` shows the statements that made all of it, how often, first and last. Paste, and something else is explained.
"""
    BINDINGS: ClassVar = [
        Binding("enter", "choose", "Read", id="list.choose", tooltip="Read the source of the selected line"),
        Binding("space", "turn", "Unfold", id="log.turn", tooltip="Show or hide all its places"),
        Binding("right,l", "unfold", "Unfold", show=False, id="log.unfold", tooltip="Show all its places"),
        Binding("left,h", "fold", "Fold", show=False, id="log.fold", tooltip="Hide its places"),
        Binding("n", "unknown(1)", "Nobody's", id="log.next-unknown", tooltip="The next line that is nobody's"),
        Binding(
            "N",
            "unknown(-1)",
            "Before",
            show=False,
            id="log.unknown-before",
            tooltip="The line before that is nobody's",
        ),
    ]
    PREFIX = "log-lines"
    COMPONENT_CLASSES: ClassVar = {f"log-lines--{part}" for part in _PARTS}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.shown: Log | None = None
        self._rows = LogRows()
        self._unfolded_to = 0  # lines that have been looked at whether they are to be unfolded
        self._begun = 0
        self._several = False

    def show(self, log: Log, line: int = 0) -> None:
        """Show another log.

        Args:
            log: The log.
            line: The one to select.
        """
        self.shown, self._begun = log, log.begun
        self._rows.clear()
        self._unfolded_to = 0
        self._unfold_short(log)
        self._show(log, self._rows.row_of(min(line, max(len(log) - 1, 0))))

    def _show(self, log: Log, selected: int) -> None:
        self._several = len(log.searched) > 1
        self.show_rows(self._rows.count(len(log)), selected, "reading …" if log.end is None else "nothing was read")

    def grow_to(self, log: Log) -> None:
        """Show what has been read since."""
        if log is not self.shown or log.begun != self._begun:
            self.show(log)
            return
        line, place = self._rows.at(self.selected)
        self._unfold_short(log)
        if self.count == 0:
            self._show(log, 0)
        else:
            self.grow(self._rows.count(len(log)), self._rows.row_of(line, place))

    def _unfold_short(self, log: Log) -> None:
        for line in range(self._unfolded_to, min(len(log), _SHORT)):
            told = log.told(line)
            if told is not None and len(told.sources) > 1:
                self._rows.turn(line, len(told.places))
        self._unfolded_to = len(log)

    @property
    def line(self) -> int:
        """The selected line."""
        return self._rows.at(self.selected).line

    @property
    def told(self) -> Told | None:
        """What the selected line comes from."""
        return self.shown.told(self.line) if self.shown is not None and self.selected < self.count else None

    @property
    def match(self) -> Match | None:
        """The selected place; of a line, the likeliest one."""
        told = self.told
        if told is None:
            return None
        place = self._rows.at(self.selected).place
        at, number = (told.first, 0) if place is None else told.places[place]
        return told.sources[at].matches[number]

    @property
    def places(self) -> list[Match]:
        """All places of the selected line."""
        return [match for source in (self.told.sources if self.told else ()) for match in source.matches]

    @property
    def about(self) -> str:
        """What there is to say of what is selected."""
        if self.shown is None or self.selected >= self.count:
            return ""
        told = self.told
        if told is None:
            instead = self.shown.instead(self.line)
            return "no statement of what is indexed has this text" if instead == "nobody's" else instead
        return about_place(told, self._rows.at(self.selected).place)

    @property
    def unknown(self) -> str:
        """The selected line when it is nobody's, else ""."""
        log = self.shown
        nobodys = log is not None and self.selected < self.count and log.instead(self.line) == "nobody's"
        return log.text(self.line) if log is not None and nobodys and self.told is None else ""

    def row_segments(self, number: int, width: int, *, selected: bool) -> list[Segment]:
        """A line, or one of its places."""
        log = self.shown
        if log is None:
            return []
        line, place = self._rows.at(number)
        told = log.told(line)
        if place is not None and told is not None:
            pieces = place_pieces(told, place, width, several=self._several)
        else:
            unfolded = self._rows.is_unfolded(line)
            pieces = line_pieces(log, line, width, unfolded=unfolded, several=self._several)
        return [Segment(text, self.style_of(part, selected=selected)) for text, part in pieces]

    def go_to(self, line: int) -> None:
        """Select a line."""
        self.selected = self._rows.row_of(line)

    def watch_selected(self, before: int, now: int) -> None:
        """Other keys may count."""
        super().watch_selected(before, now)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Only what may come from several places unfolds."""
        return action != "turn" or (self.told is not None and len(self.told.places) > 1)

    def _turn(self, *, to: bool | None = None) -> None:
        told, line = self.told, self.line
        if self.shown is None or told is None or len(told.places) < 2 or self._rows.is_unfolded(line) is to:  # noqa: PLR2004
            return
        self._rows.turn(line, len(told.places))
        self.show_rows(self._rows.count(len(self.shown)), self._rows.row_of(line))

    def action_turn(self) -> None:
        """Show the places of a line, or hide them."""
        self._turn()

    def action_unfold(self) -> None:
        """Show the places of a line."""
        self._turn(to=True)

    def action_fold(self) -> None:
        """Hide them."""
        self._turn(to=False)

    def action_unknown(self, by: int) -> None:
        """Go to the next line that is nobody's, or to the one before."""
        found = self.shown.next_unknown(self.line, by) if self.shown is not None and self.count else None
        if found is not None:
            self.go_to(found)
