"""What fetching and indexing say while they go on, as ``--json`` writes it: one object a line, as it happens.

    {"event": "progress", "repository", "phase", "done", "total", "bytes"}      now and then; a total of 0 is not known
    {"event": "ended", "repository", "work", "changed", "text"}                 a fetch or an indexing has ended well
    {"event": "failed", "repository", "text"}                                   what went wrong, and what to do

Phases: connecting, counting, receiving, resolving, done of a fetch; listing, reading, writing of indexing.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from codelens.present.formats import printable


class Work(StrEnum):
    """What can be done with a repository; each is a command of that name."""

    FETCH = "fetch"
    INDEX = "index"
    UPDATE = "update"


class Progress(msgspec.Struct, frozen=True, tag="progress", tag_field="event"):
    """How far a repository is: objects of a fetch, files of indexing."""

    repository: str
    phase: str
    done: int = 0
    total: int = 0
    bytes: int = 0


class Ended(msgspec.Struct, frozen=True, tag="ended", tag_field="event"):
    """A fetch or an indexing has ended, with a sentence; ``changed`` when something is new."""

    repository: str
    work: Work
    changed: bool
    text: str


class Failed(msgspec.Struct, frozen=True, tag="failed", tag_field="event"):
    """A repository could not be fetched or indexed, and why; others go on."""

    repository: str
    text: str


Event = Progress | Ended | Failed
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def event_line(event: Event) -> bytes:
    """An event as a line."""
    return msgspec.json.encode(event) + b"\n"


def read_event(line: bytes) -> Event | None:
    """The event of a line; None for what is none."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def one_line(text: str) -> str:
    """A sentence that fits on one line of a terminal and of a stream."""
    return printable(" ".join(text.split()))
