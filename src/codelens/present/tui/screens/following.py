"""Following from the search screen: what leads on, asked of a row or of the identifier under the cursor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from codelens.errors import CodelensError
from codelens.present.tui import questions
from codelens.present.tui.rows import asked, folded, parent, rows_of, unfolded
from codelens.present.tui.screens.leading import FIRST, GROUP, Leading
from codelens.present.tui.views import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.present.tui.questions import Found
    from codelens.present.tui.rows import Row
    from codelens.present.tui.screens.search import SearchScreen
    from codelens.query.following import Follow, Subject
    from codelens.query.matches import Match

_LEVEL = 50  # rows that one unfolds to
_ASKING = "asking …  esc gives up"


class Following(Leading):
    """What leads on from where one is.

    Args:
        screen: The one that shows where.
    """

    def __init__(self, screen: SearchScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    def selected(self) -> Match | None:
        """What the selected row stands for."""
        row = self._screen.results.row
        return None if row is None else row.match

    def tell(self) -> None:
        """Say again what stands below the list when nothing is asked."""
        self._screen.views.tell()

    def arrive(self, follow: Follow, subject: Subject, found: Found) -> None:
        """Show what a subject has led to, as another view."""
        self._screen.views.visit(view_of(follow, subject, found, self._screen.prompt.value))

    # Unfolding

    def toggle(self, row: Row) -> None:
        """Show what a row leads to, or hide it."""
        view = self._screen.views.current
        if view is None or view.follow is None or row.unfolded is None:
            return
        if row.unfolded:
            self.fold(row)
        else:
            work = partial(self._unfold, view, view.follow, row)
            self._screen.work_on(work, GROUP)

    def fold(self, row: Row) -> None:
        """Hide what a row leads to; where nothing is to be hidden, go to the row that it hangs from."""
        view = self._screen.views.current
        at = None if view is None else _index(view.rows, row)
        if view is None or at is None:
            return
        if row.unfolded:
            self._put(view, folded(view.rows, at), at)
        else:
            self._screen.results.selected = parent(view.rows, at)

    async def _unfold(self, view: View, follow: Follow, row: Row) -> None:
        at = _index(view.rows, row)
        if at is None or row.match is None:
            return
        call = questions.followed_on(follow, row.match, _LEVEL)
        self._put(view, asked(view.rows, at, _ASKING), at)
        row = view.rows[at]
        found: Found | None = None
        try:
            found = await self._screen.asked.following.ask(call)
        except (CodelensError, OSError) as error:
            self._screen.note(str(error))
        finally:  # also when it was given up
            if (at := _index(view.rows, row)) is not None:
                root = view.subject.match if view.subject else None
                rows = unfolded(view.rows, at, found.answer, root) if found else folded(view.rows, at)
                self._put(view, rows, at)

    def _put(self, view: View, rows: list[Row], at: int) -> None:
        """Show other rows of a view, when that is still the one that is shown.

        Args:
            view: The view.
            rows: Its rows from now on.
            at: The one that has changed, which is selected where the selected one is gone.
        """
        kept = _index(rows, view.rows[view.selected]) if view.selected < len(view.rows) else None
        view.rows = rows
        view.selected = at if kept is None else kept
        if self._screen.views.current is view:
            self._screen.results.show_more(rows, view.selected)


def view_of(follow: Follow, subject: Subject, found: Found, typed: str) -> View:
    """What a subject has led to.

    Args:
        follow: How.
        subject: The subject.
        found: What.
        typed: What stands in the prompt meanwhile.
    """
    rows = rows_of(found.answer, unfolds=follow.unfolds)
    view = View(f"{follow.name} of {subject.name}", typed, found.words, follow, subject, rows, found.answer)
    view.limit, view.seconds = FIRST, found.seconds
    return view


def _index(rows: Sequence[Row], row: Row) -> int | None:
    """Where a row stands, which others may equal."""
    return next((number for number, each in enumerate(rows) if each is row), None)
