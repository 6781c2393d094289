"""Which rows a log has: one a line, and below those that are unfolded one for each place that it may come from."""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import NamedTuple


class LogRow(NamedTuple):
    """A row.

    Args:
        line: Of the log, 0-based.
        place: The number of one of the places of that line; None of the line itself.
    """

    line: int
    place: int | None = None


class LogRows:
    """The lines that are unfolded; no other line takes any memory."""

    def __init__(self) -> None:
        self._lines: list[int] = []  # that are unfolded, in order
        self._places: dict[int, int] = {}
        self._starts: list[int] = []  # the row of each of them
        self._more = 0

    def clear(self) -> None:
        """Unfold none."""
        self._lines.clear()
        self._places.clear()
        self._lay_out()

    def turn(self, line: int, places: int) -> None:
        """Unfold a line, or fold it."""
        if line in self._places:
            del self._places[line]
            self._lines.remove(line)
        else:
            insort(self._lines, line)
            self._places[line] = places
        self._lay_out()

    def is_unfolded(self, line: int) -> bool:
        """Whether the places of a line have rows."""
        return line in self._places

    def _lay_out(self) -> None:
        self._more = 0
        self._starts = []
        for line in self._lines:
            self._starts.append(line + self._more)
            self._more += self._places[line]

    def count(self, lines: int) -> int:
        """How many rows so many lines have."""
        return lines + self._more

    def at(self, row: int) -> LogRow:
        """The row at a number."""
        number = bisect_right(self._starts, row) - 1
        if number < 0:
            return LogRow(row)
        line, start = self._lines[number], self._starts[number]
        places = self._places[line]
        if row == start:
            return LogRow(line)
        if row <= start + places:
            return LogRow(line, row - start - 1)
        return LogRow(line + row - start - places)

    def row_of(self, line: int, place: int | None = None) -> int:
        """The number of a row; of a place that has none, that of its line."""
        before = bisect_right(self._lines, line - 1)
        row = line + sum(self._places[each] for each in self._lines[:before])
        return row if place is None or line not in self._places else row + 1 + place
