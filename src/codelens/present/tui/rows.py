"""The lines of the list: made of answers, and unfolded in place, level by level."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from codelens.query.matches import Answer, Link, Match

CYCLE = "shown above"


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

    @property
    def can_select(self) -> bool:
        """Whether it is a match, or a heading that hides what stands below it."""
        return self.match is not None or self.unfolded is False


def rows_of(answer: Answer, *, unfolds: bool = False) -> list[Row]:
    """The rows of an answer: a tree where it is one, else its matches.

    Args:
        answer: The answer.
        unfolds: Whether each row can be asked what it leads to: then they are the first level, and no tree yet.
    """
    if unfolds:
        return list(_level(answer))
    if any(link.links for link in answer.tree):
        return list(_tree_rows(answer.tree, 0))
    return [Row(match) for match in answer.matches]


def _level(answer: Answer) -> Iterable[Row]:
    """A row a match; what leads to it is said where that is not the same of all."""
    links = [each for link in answer.tree for each in (link, *link.links)]
    edges = {link.match: link.edge for link in links if link.edge}
    several = len(set(edges.values())) > 1
    return (Row(each, edge=edges.get(each, "") if several else "", unfolded=False) for each in answer.matches)


def _tree_rows(links: Sequence[Link], depth: int) -> Iterable[Row]:
    for link in links:
        yield Row(link.match, depth=depth, edge=link.edge, note=link.note)
        yield from _tree_rows(link.links, depth + 1)


# Where a row comes to: a definition, or the one around a use.
_Stem = tuple[str, str, str, str]


def asked(rows: Sequence[Row], at: int, saying: str) -> list[Row]:
    """The rows while it is asked what one of them leads to."""
    return _with_below(rows, at, [Row(None, saying, depth=1)])


def unfolded(rows: Sequence[Row], at: int, answer: Answer, root: Match | None = None) -> list[Row]:
    """The rows with what one of them leads to below it, a level deeper.

    What leads back to where one came from is said, and unfolds no further.

    Args:
        rows: As they are.
        at: The row.
        answer: What it leads to.
        root: What the first level was asked of.
    """
    above = {_stem(match) for match in (root, rows[at].match, *_ancestors(rows, at)) if match is not None}
    below = [
        replace(row, note=CYCLE, unfolded=None) if row.match is not None and _stem(row.match) in above else row
        for row in rows_of(answer, unfolds=True)
    ]
    if answer.total > len(answer.matches):
        below.append(Row(None, f"{answer.total - len(answer.matches)} more; follow it to see them"))
    below += [Row(None, note) for note in answer.notes]
    return _with_below(rows, at, [replace(row, depth=row.depth + 1) for row in below or [Row(None, "nothing")]])


def folded(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows without what stands below one of them."""
    return [*rows[:at], replace(rows[at], unfolded=False), *rows[_end(rows, at) :]]


def parent(rows: Sequence[Row], at: int) -> int:
    """The row that one of them hangs from; itself when that is none."""
    return next((number for number in range(at - 1, -1, -1) if rows[number].depth < rows[at].depth), at)


def _with_below(rows: Sequence[Row], at: int, below: Iterable[Row]) -> list[Row]:
    """The rows with others in the place of all that stood below one of them."""
    deeper = [replace(each, depth=each.depth + rows[at].depth) for each in below]
    return [*rows[:at], replace(rows[at], unfolded=True), *deeper, *rows[_end(rows, at) :]]


def _end(rows: Sequence[Row], at: int) -> int:
    """The row after all that stands below one of them."""
    end = at + 1
    while end < len(rows) and rows[end].depth > rows[at].depth:
        end += 1
    return end


def _ancestors(rows: Sequence[Row], at: int) -> Iterator[Match | None]:
    while rows[at].depth and (above := parent(rows, at)) != at:
        yield rows[above].match
        at = above


def _stem(match: Match) -> _Stem:
    place = match.place
    return place.repository, place.revision, place.path, match.symbol
