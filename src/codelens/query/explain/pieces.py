"""The nouns of what was pasted: events, the pieces that are read out of them, and what is known beside a piece.

Nothing here knows the index. Pieces of one event are either parts of it, such as a message and its error, or
alternatives in order of likelihood: a short word may be a config key or a metric, and only the index can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece is taken for."""

    MESSAGE = "message"
    FRAME = "frame"
    METRIC = "metric"
    FLAG = "flag"
    ENV = "env"
    CONFIG = "config"
    ROUTE = "route"


@dataclass(frozen=True, slots=True)
class Hints:
    """What was said about the place that a piece comes from.

    Args:
        level: ``trace``, ``debug``, ``info``, ``notice``, ``warning``, ``error`` or ``fatal``.
        logger: The name of the logger, or the component.
        program: The program, or the container that it runs in.
        path: A source file, without what is known to come from a build or an installation.
        line: 0-based.
        function: As written.
        seconds: The time stamp, since 1970.
    """

    level: str = ""
    logger: str = ""
    program: str = ""
    path: str = ""
    line: int | None = None
    function: str = ""
    seconds: float | None = None


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an event that can be looked up.

    Args:
        kind: What it is taken for.
        text: What is looked up: a message without its header, a bare name, a frame's function as written; "" of a
            frame of which file and line alone are known.
        start: Where it starts in the event's text, in characters.
        end: Where it ends.
        said: What it was taken for, for people.
        hints: What else is known.
        detail: The type of an error, the value of a flag or a variable, the enclosing sections of a config key with
            dots between them, the method of a route, the help of a metric, how often a folded stack stands there.
    """

    kind: Kind
    text: str
    start: int
    end: int
    said: str
    hints: Hints = NO_HINTS
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What was printed at once: a line, with those that continue it.

    Args:
        line: The first line of the input, 0-based.
        lines: How many.
        text: As pasted, but for colours and what was cut.
        form: The name of its format, "" when none is known.
        pieces: What was read out of it.
        skipped: Why nothing was read, or not all.
    """

    line: int
    lines: int
    text: str
    form: str
    pieces: tuple[Piece, ...]
    skipped: str = ""


def with_article(noun: str) -> str:
    """A noun as one of its kind."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
