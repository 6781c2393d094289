"""Views of the search screen, and coming back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from codelens.present.tui.views import JumpList, View
from codelens.present.tui.widgets.lines import Breadcrumb

if TYPE_CHECKING:
    from codelens.present.tui.screens.search import SearchScreen

_EMPTY = "Type a name, as a stack trace has it, or a text in quotes, as a log has it."


class Visiting:
    """What the screen shows, and the way that led there.

    Args:
        screen: The one that shows it.
    """

    def __init__(self, screen: SearchScreen) -> None:
        self._screen = screen
        self._jumps = JumpList()
        self._settled = False  # whether what is typed next is another place to come back to

    @property
    def current(self) -> View | None:
        """Where one is."""
        return self._jumps.current

    @property
    def crumbs(self) -> list[str]:
        """The titles from the first view to where one is."""
        return self._jumps.crumbs

    def welcome(self) -> None:
        """Nothing has been typed yet."""
        self._screen.results.show((), empty=_EMPTY)

    def settle(self) -> None:
        """One stays here: what is typed next leads somewhere else."""
        self._settled = True
        self._screen.asked.remembering.used(self._screen.typed)

    def visit(self, view: View, *, reads: bool = False) -> None:
        """Go to a new view, which one can come back from.

        Args:
            view: The view.
            reads: Whether one is in its source, not in its list.
        """
        screen = self._screen
        reads = reads or screen.is_reading
        screen.asked.remembering.used(screen.typed)
        self._show(view, new=True)
        self._settled = True
        (screen.reader.code if reads else screen.results).focus()

    def show(self, view: View) -> None:
        """Show what was typed: instead of the view where one is, unless one has settled there."""
        self._show(view, new=self._settled)
        self._screen.asked.remembering.typed(view.query)

    def _show(self, view: View, *, new: bool) -> None:
        self._keep(self.current)
        if new or self.current is None:
            self._jumps.visit(view)
        else:
            self._jumps.replace(view)
        self._settled = False
        self._paint(view)

    def _paint(self, view: View) -> None:
        screen = self._screen
        screen.recipe.fit(view)
        empty = _EMPTY if view.answer is None else "nothing found"
        screen.results.show(view.rows, view.words, view.selected, empty=empty)
        self.tell()
        screen.query_one(Breadcrumb).show(self.crumbs)
        screen.note(" · ".join(view.answer.notes) if view.answer else "")
        if not view.rows:
            screen.reading.clear()

    def tell(self) -> None:
        """Say what the answer has and lacks."""
        view, summary = self.current, self._screen.summary
        if view is not None and view.run is not None:
            summary.show_text(view.run.summary)
        else:
            summary.show(view.answer if view else None, view.seconds if view else 0.0)

    def _keep(self, view: View | None) -> None:
        """Remember where one was reading."""
        if view is not None and self._screen.is_reading:
            view.spot = self._screen.reading.spot()

    def back(self, by: int) -> None:
        """Go to the view before (-1), or after (+1)."""
        screen, before = self._screen, self.current
        view = self._jumps.step(by)
        if view is None:
            screen.note("there is nothing before this" if by < 0 else "there is nothing after this")
            return
        self._keep(before)
        screen.searching.withdraw()
        with screen.prompt.prevent(Input.Changed):
            screen.prompt.value = view.query
        self._settled = True
        (screen.reader.code if view.spot is not None else screen.results).focus()
        self._paint(view)
