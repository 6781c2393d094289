"""What the list shows, and the way that led there: views that one can go back to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codelens.query.following import Follow, Subject
    from codelens.query.matches import Answer, Link, Match

_MOST_KEPT = 100  # views that one can go back to


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list.

    Args:
        match: What it stands for; None of a heading.
        text: Of a heading or a remark.
        depth: In a tree.
        edge: What leads here from the row above it.
        note: Why nothing follows, or how many more there are.
        unfolded: Whether what it leads to stands below it; None when it can't be unfolded.
    """

    match: Match | None
    text: str = ""
    depth: int = 0
    edge: str = ""
    note: str = ""
    unfolded: bool | None = None


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
        place: Where one was reading: line and column, both 0-based; None in the list.
        limit: How many matches were asked for.
        seconds: How long the answer took.
    """

    title: str
    query: str = ""
    words: tuple[str, ...] = ()
    follow: Follow | None = None
    subject: Subject | None = None
    rows: list[Row] = field(default_factory=list)
    answer: Answer | None = None
    selected: int = 0
    place: tuple[int, int] | None = None
    limit: int = 0
    seconds: float = 0.0

    @property
    def matches(self) -> list[Match]:
        """The matches of the rows, in their order."""
        return [row.match for row in self.rows if row.match is not None]

    @property
    def is_whole(self) -> bool:
        """Whether the list has all that was found."""
        return self.answer is None or self.answer.total <= len(self.answer.matches)


class JumpList:
    """The views that one came by. Going somewhere else from the middle of it forgets what was ahead."""

    def __init__(self) -> None:
        self.views: list[View] = []
        self._at = -1

    @property
    def current(self) -> View | None:
        """Where one is."""
        return self.views[self._at] if self.views else None

    def go(self, view: View) -> None:
        """Go to a new view."""
        self.views = [*self.views[: self._at + 1], view][-_MOST_KEPT:]
        self._at = len(self.views) - 1

    def replace(self, view: View) -> None:
        """Stay where one is, with another view: a query that was typed on is no new place."""
        if self.views:
            self.views[self._at] = view
        else:
            self.go(view)

    def step(self, by: int) -> View | None:
        """The view before (-1) or after (+1), where one is then; None at the end."""
        if not 0 <= self._at + by < len(self.views):
            return None
        self._at += by
        return self.views[self._at]

    @property
    def crumbs(self) -> list[str]:
        """The titles from the first view to where one is."""
        return [view.title for view in self.views[: self._at + 1]]


def rows_of(answer: Answer, *, unfolds: bool = False) -> list[Row]:
    """The rows of an answer: a tree where it is one, else its matches."""
    if answer.tree and any(link.links for link in answer.tree):
        return list(_tree_rows(answer.tree, 0))
    return [Row(match, unfolded=False if unfolds else None) for match in answer.matches]


def _tree_rows(links: Sequence[Link], depth: int) -> Iterable[Row]:
    for link in links:
        yield Row(link.match, depth=depth, edge=link.edge, note=link.note)
        yield from _tree_rows(link.links, depth + 1)


def unfolded(rows: Sequence[Row], at: int, below: Sequence[Row]) -> list[Row]:
    """The rows with others below one of them, a level deeper."""
    row = rows[at]
    deeper = [replace(each, depth=each.depth + row.depth + 1) for each in below]
    return [*rows[:at], replace(row, unfolded=True), *deeper, *rows[at + 1 :]]


def folded(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows without what stands below one of them."""
    end = at + 1
    while end < len(rows) and rows[end].depth > rows[at].depth:
        end += 1
    return [*rows[:at], replace(rows[at], unfolded=False), *rows[end:]]
