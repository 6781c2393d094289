"""Explains a stream event by event in bounded memory: lines that differ in numbers only are explained once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.query.explain.events import events
from codelens.query.explain.explaining import Explainer
from codelens.query.explain.templates import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codelens.query.explain.explaining import Explanation
    from codelens.query.explain.pieces import Event
    from codelens.query.matches import Match
    from codelens.query.session import Session

_MOST_KEPT = 20_000  # events whose explanations are kept
_SAMPLE = 200  # characters of a line that are kept
_TOLD = 80  # characters by which lines that are nobody's are told from each other
_MOST_UNKNOWN = 2_000  # of those; what is more is counted together
OTHERS = "other lines that are nobody's"
_LONGEST_KEPT = 2_000  # characters of one


@dataclass(slots=True)
class Seen:
    """A statement that a stream has shown.

    Args:
        match: The statement; None for what is nobody's.
        count: How often.
        first: The line of the first, 0-based.
        last: Of the last.
        first_seconds: Its time stamp, since 1970, or None.
        last_seconds: The same.
        sample: The first event.
        ties: How many places may be it.
    """

    match: Match | None
    count: int
    first: int
    last: int
    first_seconds: float | None
    last_seconds: float | None
    sample: str
    ties: int = 1


class Stream:
    """Explains what comes, and remembers which statements it came from.

    Args:
        session: What is asked.
        limit: How many places a piece gets at the most.
    """

    def __init__(self, session: Session, limit: int = 5) -> None:
        self.explainer = Explainer(session, limit)
        self.seen: dict[object, Seen] = {}
        self.events = 0
        self.explained = 0
        self._known: dict[str, list[Explanation]] = {}
        self._unknown = 0

    def explain(self, lines: Iterable[str]) -> Iterator[tuple[Event, list[Explanation]]]:
        """Each event with what its pieces come from; explanations of equal events are the same list, of the first."""
        for event in events(lines):
            found = self._of(event)
            self.events += 1
            self.explained += bool(found)
            yield event, found

    def _of(self, event: Event) -> list[Explanation]:
        key = masked(event.text) if len(event.text) <= _LONGEST_KEPT else ""
        known = self._known.get(key) if key else None
        if known is None:
            known = self.explainer.explain(event)
            if key:
                if len(self._known) >= _MOST_KEPT:
                    self._known.clear()
                self._known[key] = known
        return known

    def count(self, event: Event, found: list[Explanation]) -> None:
        """Remember an event for the summary."""
        best = max(found, key=lambda each: each.weight, default=None)
        match = best.matches[0] if best is not None and best.matches else None
        key: object = (match.place, match.range) if match else masked(event.text)[:_TOLD]
        if match is None and key not in self.seen:
            self._unknown += 1
            key = key if self._unknown <= _MOST_UNKNOWN else OTHERS
        seconds = next((piece.hints.seconds for piece in event.pieces if piece.hints.seconds is not None), None)
        seen = self.seen.get(key)
        if seen is None:
            ties = best.ties if best else 1
            sample = OTHERS if key == OTHERS else event.text[:_SAMPLE]
            self.seen[key] = Seen(match, 1, event.line, event.line, seconds, seconds, sample, ties)
            return
        seen.count += 1
        seen.last = event.line
        seen.last_seconds = seconds if seconds is not None else seen.last_seconds
