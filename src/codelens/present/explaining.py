"""Explanations as lines of text and as JSON Lines, the same for a terminal, a file and another program."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from codelens.present.formats import json_line, one_based, place_text, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from codelens.query.explain.explaining import Explanation
    from codelens.query.explain.nearest import Nearest
    from codelens.query.explain.pieces import Event
    from codelens.query.explain.streaming import Seen
    from codelens.query.matches import Match

NEXT = "\n"  # between the parts of a prefix
_LONGEST = 240  # characters of a line that are shown


def cut(text: str, longest: int = _LONGEST) -> str:
    """The first line of a text, cut where it is long."""
    line = text.partition("\n")[0]
    return printable(line if len(line) <= longest else f"{line[:longest]}…")


def event_lines(
    event: Event, found: Sequence[Explanation], limit: int, near: tuple[Match, Nearest] | None = None
) -> Iterator[str]:
    """An event and below it the places that it comes from.

    Args:
        event: The event.
        found: What explains it, in the order of its pieces.
        limit: How many places of a piece are shown.
        near: What is nearest, when nothing explains it.
    """
    yield f"{one_based(event.line)}: {cut(event.text)}"
    if event.skipped:
        yield f"    not read: {event.skipped}"
    elif not found:
        yield "    nobody's: no statement of what is indexed has this text"
        if near is not None:
            match, differs = near
            yield f"    nearest: {place_text(match)}: {cut(match.signature, 160)}  [{match.place.repository}]"
            yield f"        there {_words(differs.missing)}, here {_words(differs.other)}"
    for each in found:
        rest = unexplained(each)
        for number, match in enumerate(each.matches[:limit]):
            said = each.piece.said if number == 0 else "or"
            tie = f" ({each.ties} places are as likely)" if number == 0 and each.ties > 1 else ""
            drift = f"; {each.drift}" if number == 0 and each.drift else ""
            yield f"    {place_text(match)}: {match.kind}: {cut(match.signature, 160)}  [{match.place.repository}]"
            if number == 0:
                yield f"        {said}{tie}{drift}" + (f"; not explained: {cut(rest, 80)}" if rest else "")
                for what, text in each.also:
                    yield f"        {what}: {cut(text.replace(NEXT, ' '), 160)}"


def _words(words: Sequence[str]) -> str:
    return ", ".join(words) or "nothing else"


def unexplained(explanation: Explanation) -> str:
    """What of a piece's text none of the literals tells and no hole took, for one that starts or ends elsewhere."""
    text = " ".join(explanation.piece.text.split())
    if not explanation.spans or explanation.rank:
        return ""
    return text[: explanation.spans[0][0]].strip(" :\"'")


def explained_json(event: Event, explanation: Explanation, limit: int) -> Iterator[bytes]:
    """The places of an explanation as JSON, one a line."""
    for number, match in enumerate(explanation.matches[:limit]):
        yield json_line(
            match,
            input=explanation.piece.text[:1_000],
            taken_for=explanation.piece.said,
            event=one_based(event.line),
            rank=one_based(number),
            frame=one_based(explanation.rank),
            ties=explanation.ties if number == 0 else None,
            drift=explanation.drift or None,
        )


def summary_lines(seen: Iterable[Seen]) -> Iterator[str]:
    """The statements that produced a log, those that did so most first."""
    yield f"{'times':>9}  {'first':>8}  {'last':>8}  statement"
    for each in sorted(seen, key=lambda one: (-one.count, one.first)):
        yield (
            f"{each.count:9,}  {_moment(each.first_seconds, each.first)}  {_moment(each.last_seconds, each.last)}  "
            + (_statement(each.match) if each.match else f"nobody's: {cut(each.sample, 100)}")
        )


def _statement(match: Match) -> str:
    return f"{place_text(match)}: {cut(match.signature, 100)}  [{match.place.repository}]"


def _moment(seconds: float | None, line: int) -> str:
    if seconds is None:
        return f"{'line ' + str(one_based(line)):>8}"
    return time.strftime("%H:%M:%S", time.gmtime(seconds))
