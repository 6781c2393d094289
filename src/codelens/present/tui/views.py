"""What the list shows, and the way that led there: views that one can go back to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codelens.present.tui.rows import Row
    from codelens.present.tui.runs import RecipeRun
    from codelens.query.following import Follow, Subject
    from codelens.query.matches import Answer, Match
    from codelens.query.spots import Spot

_MOST_KEPT = 100  # views that one can go back to


@dataclass(slots=True)
class View:
    """What stands in the list, and where one was in it.

    Args:
        title: For the breadcrumb.
        query: What the prompt has; of what was followed, that of the view before.
        words: What to highlight in the rows.
        follow: How the rows came here, which is how they unfold.
        subject: What was followed.
        rows: The lines of the list.
        answer: The last answer, for the summary.
        selected: The row that one was at.
        spot: Where one was reading; None in the list.
        limit: How many matches were asked for.
        seconds: How long the answer took.
        run: The recipe whose steps the rows are.
    """

    title: str
    query: str = ""
    words: tuple[str, ...] = ()
    follow: Follow | None = None
    subject: Subject | None = None
    rows: list[Row] = field(default_factory=list)
    answer: Answer | None = None
    selected: int = 0
    spot: Spot | None = None
    limit: int = 0
    seconds: float = 0.0
    run: RecipeRun | None = None

    @property
    def matches(self) -> list[Match]:
        """The matches of the rows, in their order."""
        return [row.match for row in self.rows if row.match is not None]

    @property
    def is_whole(self) -> bool:
        """Whether the list has all that was found."""
        return self.answer is None or self.answer.total <= len(self.answer.matches)

    @property
    def is_unfolded(self) -> bool:
        """Whether anything stands below a row."""
        return any(row.unfolded for row in self.rows)

    def at(self, spot: Spot, title: str) -> View:
        """The same list, beside which one reads somewhere else."""
        return replace(self, spot=spot, title=title)


class JumpList:
    """The views that one came by. Going somewhere else from the middle of it forgets what was ahead."""

    def __init__(self) -> None:
        self.views: list[View] = []
        self._at = -1

    @property
    def current(self) -> View | None:
        """Where one is."""
        return self.views[self._at] if self.views else None

    def visit(self, view: View) -> None:
        """Go to a new view."""
        self.views = [*self.views[: self._at + 1], view][-_MOST_KEPT:]
        self._at = len(self.views) - 1

    def replace(self, view: View) -> None:
        """Stay where one is, with another view: a query that was typed on is no new place."""
        if self.views:
            self.views[self._at] = view
        else:
            self.visit(view)

    def step(self, by: int) -> View | None:
        """The view before (-1) or after (+1), where one is then; None at the end."""
        if not 0 <= self._at + by < len(self.views):
            return None
        self._at += by
        return self.views[self._at]

    @property
    def crumbs(self) -> list[str]:
        """The titles from the first view to where one is; an empty prompt is no place."""
        return [view.title for view in self.views[: self._at + 1] if view.title]
