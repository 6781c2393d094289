"""What the screen that explains asks: what was pasted or opened, read event by event, some lines at a time."""

from __future__ import annotations

import heapq
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.present.tui.log import GOES_ON, LONGEST, NOBODY, Begun, Read, Source, Summed, Told, skipped
from codelens.present.tui.log_sources import Pasted, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codelens.present.tui.log_sources import Logged
    from codelens.query.explain.explaining import Explanation
    from codelens.query.explain.pieces import Event
    from codelens.query.explain.streaming import Stream
    from codelens.query.matches import Match
    from codelens.query.session import Session

_PLACES = 5  # of a piece
_AT_ONCE = 2_000  # lines that are told of together
_OFTEN = 0.1  # seconds after which those that are there are told of
_SELDOM = 1.0  # seconds after which the statements are summed up again
_MOST_STATEMENTS = 1_000  # that are summed up
_MOST_KNOWN = 20_000  # lists of explanations


def explained(text: str, *, is_typed: bool = False) -> Callable[[Session], Iterator[Begun | Read | Summed]]:
    """What the lines of a text come from, each when it is there, and now and then all statements that made it so far.

    Args:
        text: What was pasted.
        is_typed: Whether it was typed instead, so that it may be the name of a file.

    The call raises:
        CodelensError: It can't be told.
        OSError: The file can't be read.
    """

    def call(session: Session) -> Iterator[Begun | Read | Summed]:
        from codelens.query.explain.streaming import Stream  # noqa: PLC0415 - the screen is painted before

        source = typed(text) if is_typed else Pasted(text)
        stream = Stream(session, _PLACES)
        searched = [shard.name for shard in stream.explainer.store.shards]
        yield Begun(source.title, source.size, source.note, searched)
        yield from _Reading(source, stream, session).all()

    return call


class _Reading:
    """One reading of a text.

    Args:
        source: The text.
        stream: Explains it.
        session: Whose checkpoint ends it.
    """

    def __init__(self, source: Logged, stream: Stream, session: Session) -> None:
        self._source = source
        self._stream = stream
        self._session = session
        self._bytes = 0
        self._events = 0
        self._told: dict[Told, int] = {}
        self._known: dict[tuple[int, int], tuple[list[Explanation], int]] = {}  # to compare all of them takes long
        self._reasons: dict[str, int] = {}
        self._clear()

    def _clear(self) -> None:
        self._texts: list[str] = []
        self._codes: list[int] = []
        self._new: list[Told] = []
        self._new_reasons: list[str] = []

    def _lines(self) -> Iterator[str]:
        for line, size in self._source.lines():
            self._session.checkpoint()
            self._bytes += size
            yield line

    def all(self) -> Iterator[Read | Summed]:
        """All of it."""
        told = summed = time.monotonic()
        for event, found in self._stream.explain(self._lines()):
            self._stream.count(event, found)
            self._take(event, found)
            now = time.monotonic()
            if len(self._codes) >= _AT_ONCE or now - told >= _OFTEN:
                yield self._read()
                told = now
            if now - summed >= _SELDOM:
                yield self._summed()
                summed = now
        yield self._read()
        yield self._summed()

    def _read(self) -> Read:
        read = Read(
            self._texts,
            self._codes,
            self._new,
            self._new_reasons,
            self._bytes,
            self._events,
            self._stream.explained,
        )
        self._clear()
        return read

    def _take(self, event: Event, found: list[Explanation]) -> None:
        """Each line of an event with the pieces that begin on it."""
        texts = event.text.split("\n")
        self._events += bool(event.text.strip())
        by_line: dict[int, list[Explanation]] = {}
        for each in found:
            if each.matches:
                by_line.setdefault(each.event.text.count("\n", 0, each.piece.start), []).append(each)
        other = self._other(event, by_line)
        for number, text in enumerate(texts):
            here = by_line.get(number)
            self._texts.append(text[:LONGEST])
            self._codes.append(
                self._number(found, number, here) if here else other if number == 0 or text.strip() else GOES_ON
            )
        self._fill(event.lines - len(texts))

    def _fill(self, missing: int) -> None:
        """Lines of an event that its text does not have, so that each line keeps its number."""
        for _ in range(missing):
            self._texts.append("")
            self._codes.append(GOES_ON)

    def _other(self, event: Event, by_line: dict[int, list[Explanation]]) -> int:
        """What is said of the lines of an event on which nothing begins."""
        if event.skipped:
            if event.skipped not in self._reasons:
                self._reasons[event.skipped] = len(self._reasons)
                self._new_reasons.append(event.skipped)
            return skipped(self._reasons[event.skipped])
        return GOES_ON if by_line or not event.text.strip() else NOBODY

    def _number(self, found: list[Explanation], line: int, here: list[Explanation]) -> int:
        """What explains a line as a number: explanations of equal events are the same list."""
        known = self._known.get((id(found), line))
        if known is not None:
            return known[1]
        told = _told(here)
        number = self._told.get(told)
        if number is None:
            number = self._told[told] = len(self._told)
            self._new.append(told)
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[id(found), line] = (found, number)
        return number

    def _summed(self) -> Summed:
        seen = self._stream.seen
        most = heapq.nsmallest(_MOST_STATEMENTS, seen.values(), key=lambda each: (-each.count, each.first))
        return Summed(tuple(map(replace, most)), len(seen) - len(most))


def _told(found: list[Explanation]) -> Told:
    first = max(range(len(found)), key=lambda number: (found[number].weight, -number))
    return Told(tuple(Source(each.piece.said, each.matches, each.ties, each.drift, each.also) for each in found), first)


@dataclass(frozen=True, slots=True)
class Near:
    """The statement that is nearest to a line that is nobody's.

    Args:
        match: The statement.
        missing: Words of its literals that the line does not have.
        other: Words that the line has instead.
    """

    match: Match
    missing: tuple[str, ...]
    other: tuple[str, ...]


def nearest(text: str) -> Callable[[Session], Near | None]:
    """What is nearest to a line that is nobody's; None when nothing is near."""

    def call(session: Session) -> Near | None:
        from codelens.query.explain.events import events  # noqa: PLC0415 - the screen is painted before
        from codelens.query.explain.explaining import Explainer  # noqa: PLC0415

        explainer = Explainer(session)
        for event in events([text]):
            session.checkpoint()
            if (near := explainer.nearest(event)) is not None:
                match, differs = near
                return Near(match, differs.missing, differs.other)
        return None

    return call
