"""A log as the app keeps it: its lines packed, and for each of them a number that says what it comes from.

A log of 50 MB takes a tenth of that. What lies beyond the bound is counted and summed up, but not listed.
"""

from __future__ import annotations

import zlib
from array import array
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.explain.streaming import Seen
    from codelens.query.matches import Match

MOST_LINES = 1_000_000  # that are listed
LONGEST = 1_000  # characters of a line that are kept
NOBODY: Final = -1  # no statement made the line
GOES_ON: Final = -2  # it goes on with what the one before it began
_SKIPPED: Final = -3  # and below: why it was not read
_BLOCK = 512  # lines that are packed together
_UNPACKED = 8  # blocks that are kept as they are


class End(StrEnum):
    """How the reading of a log ended."""

    WHOLE = "whole"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Source:
    """What a piece of a line comes from.

    Args:
        said: What it was taken for, for people.
        matches: The places, the best first.
        ties: How many of them are as good as the first.
        drift: What does not agree with the indexed revision, or "".
        also: What the first says beside its text, by what that is.
    """

    said: str
    matches: tuple[Match, ...]
    ties: int = 1
    drift: str = ""
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a line comes from, piece by piece; lines of the same statements share one.

    Args:
        sources: Of its pieces.
        first: Which of them tells most.
    """

    sources: tuple[Source, ...]
    first: int = 0

    @property
    def places(self) -> list[tuple[int, int]]:
        """Each of the places: the number of a source, and that of one of its matches."""
        return [(at, number) for at, source in enumerate(self.sources) for number in range(len(source.matches))]

    @property
    def source(self) -> Source:
        """What tells most."""
        return self.sources[self.first]


@dataclass(frozen=True, slots=True)
class Begun:
    """Reading begins; when it does so twice, what came between counts no more.

    Args:
        title: What is read, in a few words.
        size: In bytes.
        note: What is to be said when it is nobody's.
        searched: The repositories that are asked.
    """

    title: str
    size: int
    note: str
    searched: Sequence[str]


@dataclass(frozen=True, slots=True)
class Read:
    """Lines that have been read.

    Args:
        texts: As they are.
        codes: What each comes from: a number of ``told``, counted from the beginning of the log, or what it is instead.
        told: What is new among what they come from.
        reasons: What is new among the reasons why a line was not read.
        bytes: How much has been read so far.
        events: How many events that was.
        explained: How many of them are somebody's.
    """

    texts: list[str]
    codes: list[int]
    told: list[Told]
    reasons: list[str]
    bytes: int
    events: int
    explained: int


@dataclass(frozen=True, slots=True)
class Summed:
    """The statements that made a log, those that made most of it first.

    Args:
        statements: Some of them.
        more: How many others there are.
    """

    statements: tuple[Seen, ...] = ()
    more: int = 0


def skipped(number: int) -> int:
    """The code of a line that was not read.

    Args:
        number: Of the reason.
    """
    return _SKIPPED - number


@dataclass(slots=True)
class Log:
    """What was pasted or opened, as far as it has been read.

    Args:
        title: What it is, in a few words.
        size: In bytes.
        searched: The repositories that are asked.
        done: How many bytes have been read.
        events: How many events that was.
        explained: How many of them are somebody's.
        left_out: Lines that are not listed, because there are too many.
        summed: The statements that made it.
        end: How the reading ended; None while it goes on.
        fault: Why it failed.
        note: What is to be said when it is nobody's.
        line: The one that one was at.
        begun: How often it was begun.
    """

    title: str = ""
    size: int = 0
    searched: tuple[str, ...] = ()
    done: int = 0
    events: int = 0
    explained: int = 0
    left_out: int = 0
    summed: Summed = Summed()
    end: End | None = None
    fault: str = ""
    note: str = ""
    line: int = 0
    begun: int = 0
    _codes: array[int] = field(default_factory=lambda: array("i"))
    _told: list[Told] = field(default_factory=list)
    _reasons: list[str] = field(default_factory=list)
    _packed: list[bytes] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _unpacked: OrderedDict[int, list[str]] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        """How many lines are listed."""
        return len(self._codes)

    def take(self, arrived: Begun | Read | Summed) -> None:
        """Something has come."""
        if isinstance(arrived, Begun):
            self._begin(arrived)
        elif isinstance(arrived, Read):
            self._add(arrived)
        else:
            self.summed = arrived

    def _begin(self, begun: Begun) -> None:
        self.begun += 1
        self.title, self.size, self.note, self.searched = begun.title, begun.size, begun.note, tuple(begun.searched)
        self.done = self.events = self.explained = self.left_out = 0
        self.summed = Summed()
        self._codes = array("i")
        for each in (self._told, self._reasons, self._packed, self._open, self._unpacked):
            each.clear()

    def _add(self, read: Read) -> None:
        self.done, self.events, self.explained = read.bytes, read.events, read.explained
        room = max(MOST_LINES - len(self._codes), 0)
        self.left_out += max(len(read.codes) - room, 0)
        self._told += read.told
        self._reasons += read.reasons
        self._codes.extend(read.codes[:room])
        self._open += [text[:LONGEST] for text in read.texts[:room]]
        while len(self._open) >= _BLOCK:
            block = "\n".join(self._open[:_BLOCK]).encode("utf-8", "surrogatepass")
            self._packed.append(zlib.compress(block, 1))
            del self._open[:_BLOCK]

    def text(self, line: int) -> str:
        """A line, 0-based; the beginning of one that is long."""
        block, at = divmod(line, _BLOCK)
        if block >= len(self._packed):
            return self._open[at]
        lines = self._unpacked.get(block)
        if lines is None:
            lines = zlib.decompress(self._packed[block]).decode("utf-8", "surrogatepass").split("\n")
            self._unpacked[block] = lines
            if len(self._unpacked) > _UNPACKED:
                self._unpacked.popitem(last=False)
        return lines[at]

    def told(self, line: int) -> Told | None:
        """What a line comes from; None when that is not known."""
        code = self._codes[line]
        return self._told[code] if code >= 0 else None

    def instead(self, line: int) -> str:
        """What is said of a line of which it is not known; "" when it goes on with the one before it."""
        code = self._codes[line]
        if code <= _SKIPPED:
            return f"not read: {self._reasons[_SKIPPED - code]}"
        return "nobody's" if code == NOBODY else ""

    def next_unknown(self, line: int, by: int) -> int | None:
        """The next line that is nobody's, or the one before; None when there is none.

        Args:
            line: From where.
            by: 1 or -1.
        """
        ahead = range(line + by, len(self._codes) if by > 0 else -1, by)
        return next((each for each in ahead if self._codes[each] == NOBODY), None)

    @property
    def progress(self) -> str:
        """How far it has been read, and what was found."""
        if self.end is End.FAILED and not self._codes:
            return ""
        found = f"{self.explained:,} of {self.events:,} explained"
        amount = f"{_megabytes(self.done)} of {_megabytes(self.size)}" if self.done < self.size else ""
        if self.end is None:
            return "; ".join(filter(None, [f"reading: {amount or _megabytes(self.done)}", self._lines, found]))
        stopped = f"{self.end} after {amount or _megabytes(self.done)}" if self.end is not End.WHOLE else ""
        left = f"{self.left_out:,} more lines are summed up, not listed" if self.left_out else ""
        searched = f"searched: {', '.join(self.searched)}" if self.searched else ""
        return "; ".join(filter(None, [stopped, self._lines, found, left, searched]))

    @property
    def _lines(self) -> str:
        count = len(self._codes) + self.left_out
        return f"{count:,} {'line' if count == 1 else 'lines'}"


def _megabytes(size: int) -> str:
    return f"{size:,} bytes" if size < 100_000 else f"{size / 1_000_000:,.1f} MB"  # noqa: PLR2004 - as people say it
