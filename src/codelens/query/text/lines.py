"""What text search is asked for, and what it finds: lines as offsets, of which matches are made when they are shown."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Range
    from codelens.query.tree import Text


class Within(Protocol):
    """Where in files something must stand."""

    def files(self, segment: Segment) -> Collection[int] | None:
        """The numbers of the files in which it can stand; None for all, or where only their ranges tell."""

    def ranges(self, segment: Segment, file: int) -> Sequence[Range]:
        """The ranges of a file in which it must stand."""


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """Lines that are asked for.

    Args:
        texts: Any of them marks a line; each must stand somewhere in the file.
        without: A line that holds one of these is left out.
        case: Whether upper and lower case must agree; None leaves it to each text's own letters.
        places: Values of :class:`Stand`: only what stands there marks a line; none asks everywhere.
        without_places: What stands there marks none.
        within: The files, and their ranges, whose lines are asked for; None asks everywhere.
    """

    texts: tuple[Text, ...]
    without: tuple[Text, ...] = ()
    case: bool | None = None
    places: tuple[str, ...] = ()
    without_places: tuple[str, ...] = ()
    within: Within | None = None


@dataclass(frozen=True, slots=True)
class FileLines:
    """The lines that were found in one file, in order; all offsets are those of bytes.

    Args:
        order: By which files are sorted.
        shard: Where the file is.
        segment: Of the shard.
        number: Of the file.
        starts: Where the first place in each line starts.
        ends: Where it ends, which may be in a later line.
        line_ends: Where the line itself ends, before its line feed.
    """

    order: tuple[int, bool, str, str]
    shard: Shard
    segment: Segment
    number: int
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    line_ends: array[int] = field(default_factory=lambda: array("I"))

    def add(self, start: int, end: int, line: int) -> None:
        """Add a line after those that are there."""
        self.starts.append(start)
        self.ends.append(end)
        self.line_ends.append(line)


@dataclass(slots=True)
class LinesFound:
    """The lines that a question found.

    Args:
        files: In order.
        truncated: Whether the search was cut short, so that there may be more.
        notes: Sentences for a person.
    """

    files: list[FileLines]
    truncated: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many lines there are."""
        return sum(len(file.starts) for file in self.files)
