"""Runs of recipes on the search screen: the list fills step by step, and goes on to do so while one reads elsewhere."""

from __future__ import annotations

from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING

from codelens.errors import CodelensError
from codelens.present.tui.rows import parent
from codelens.present.tui.views import View

if TYPE_CHECKING:
    from textual.worker import Worker

    from codelens.present.tui.rows import Row
    from codelens.present.tui.runs import End, RecipeAsked, RecipeRun
    from codelens.present.tui.screens.search import SearchScreen

_GROUP = "recipe"  # of the worker: one recipe runs at a time


class Running:
    """The recipe that a search screen runs.

    Args:
        screen: Where its views are shown.
    """

    def __init__(self, screen: SearchScreen) -> None:
        self._screen = screen
        self._view: View | None = None
        self._worker: Worker[None] | None = None

    def begin(self, asked: RecipeAsked) -> None:
        """Run a recipe; one that runs already is stopped."""
        from codelens.present.tui.runs import RecipeRun  # noqa: PLC0415 - not before a recipe is asked

        self.stop()
        run = RecipeRun(asked)
        self._view = View(asked.title, self._screen.prompt.value, asked.words, rows=run.rows(self._width), run=run)
        self._screen.views.visit(self._view)
        self._screen.results.focus()
        self._worker = self._screen.work_on(partial(self._answers, self._view, run), _GROUP)
        self._screen.refresh_bindings()

    @property
    def subject(self) -> str:
        """The name of what is selected in the list, or ""."""
        from codelens.query.subjects import subject_of  # noqa: PLC0415 - as above

        row = self._screen.results.row
        return subject_of(row.match).name if row is not None and row.match is not None else ""

    @property
    def ran(self) -> RecipeAsked | None:
        """What the list shows a run of."""
        view = self._screen.views.current
        return view.run.asked if view is not None and view.run is not None else None

    @property
    def goes_on(self) -> bool:
        """Whether a recipe runs."""
        return self._worker is not None and not self._worker.is_finished

    def stop(self) -> None:
        """Ask no more steps; those that are answered stay."""
        if self.goes_on and self._worker is not None and self._view is not None and self._view.run is not None:
            from codelens.present.tui.runs import End  # noqa: PLC0415 - not before a recipe is asked

            self._worker.cancel()
            self._worker = None
            self._end(self._view, self._view.run, End.STOPPED)

    async def _answers(self, view: View, run: RecipeRun) -> None:
        from codelens.present.tui.recipe_questions import Arrived, steps  # noqa: PLC0415 - as above
        from codelens.present.tui.runs import End  # noqa: PLC0415

        try:
            async with aclosing(self._screen.asked.running.stream(steps(run.asked))) as arriving:
                async for arrived in arriving:
                    if isinstance(arrived, Arrived):
                        run.add(arrived.answered, arrived.seconds)
                    else:
                        run.begin(arrived.titles, arrived.missing)
                    self._show(view, run)
        except (CodelensError, OSError) as error:
            run.fault = str(error)
            self._end(view, run, End.FAILED)
        else:
            self._end(view, run, End.WHOLE)

    def _end(self, view: View, run: RecipeRun, end: End) -> None:
        run.end = end
        self._show(view, run)
        self._screen.call_after_refresh(self._screen.refresh_bindings)

    def _show(self, view: View, run: RecipeRun) -> None:
        """Show what came, where it is looked at; else it stands there when one comes back."""
        chosen = view.selected < len(view.rows) and view.rows[view.selected].can_select
        place = run.place(view.selected) if chosen else ()
        view.rows = run.rows(self._width)
        view.selected = run.number(place)
        if self._screen.views.current is view:
            self._screen.results.show_more(view.rows, view.selected)
            self._screen.views.tell()

    @property
    def _width(self) -> int:
        return self._screen.results.scrollable_content_region.width

    def fit(self, view: View) -> None:
        """Make the rows of a run as wide as the list is now."""
        if view.run is not None:
            place = view.run.place(view.selected)
            view.rows = view.run.rows(self._width)
            view.selected = view.run.number(place)

    def refit(self) -> None:
        """The list has another width."""
        view = self._screen.views.current
        if view is not None and view.run is not None:
            self.fit(view)
            self._screen.results.show_more(view.rows, view.selected)

    def turn(self, row: Row) -> bool:
        """Show what stands below a row of a run, or hide it; whether it is one."""
        view = self._screen.views.current
        if view is None or view.run is None:
            return False
        number = _index(view.rows, row)
        view.run.fold(number)
        view.rows = view.run.rows(self._width)
        self._screen.results.show(view.rows, view.words, number)
        return True

    def fold(self, row: Row) -> bool:
        """Hide what stands below a row of a run, or else all that stands beside it; whether it is one."""
        view = self._screen.views.current
        if view is None or view.run is None:
            return False
        if not row.unfolded:
            row = view.rows[parent(view.rows, _index(view.rows, row))]
        return not row.unfolded or self.turn(row)

    def draw(self) -> None:
        """Show all steps as one tree, or one step after the other."""
        view = self._screen.views.current
        if view is not None and view.run is not None:
            view.run.drawn = not view.run.drawn
            view.rows = view.run.rows(self._width)
            self._screen.results.show(view.rows, view.words)


def _index(rows: list[Row], row: Row) -> int:
    """Where a row stands, which others may equal."""
    return next((number for number, each in enumerate(rows) if each is row), 0)
