"""What an answer is made of: matches, and the summary that says what was searched and what was not."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codelens.model import Range, Role

LONGEST_LINE = 500  # bytes of a line that are shown


class Tier(StrEnum):
    """How a name answers a question, the best first."""

    EXACT = "exact"
    FOLDED = "folded"
    PREFIX = "prefix"
    WORDS = "words"
    FUZZY = "fuzzy"
    TEXT = "text"


class Confidence(StrEnum):
    """How sure a match is."""

    RESOLVED = "resolved"
    SYNTAX = "syntax"
    HEURISTIC = "heuristic"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Place:
    """A file of a repository at a commit."""

    repository: str
    revision: str
    commit: str
    path: str
    language: str
    package: str


@dataclass(frozen=True, slots=True)
class Match:
    """One place that answers a question.

    Args:
        place: The file.
        range: Of the name or of the matched text.
        end_line: The last line of the whole definition, 0-based; of all other matches, their own line.
        name: As written.
        symbol: With its scope; of a reference, the definition that encloses it.
        kind: Of the definition or of the reference; "" for text.
        role: What the name does there; None for text.
        signature: The line to show.
        tier: How it matches.
        score: From 1 (best) down to 0; comparable within one answer.
        confidence: How sure it is.
        stands: Of text: in ``code``, a ``string`` or a ``comment``; "" where that is not known.
    """

    place: Place
    range: Range
    end_line: int
    name: str
    symbol: str
    kind: str
    role: Role | None
    signature: str
    tier: Tier
    score: float
    confidence: Confidence
    stands: str = ""


def shown_line(line: bytes, start: int, end: int) -> str:
    """A line as it is shown, trimmed; of one so long that it would fill a screen, what stands around a place in it.

    Args:
        line: The whole line, without its end.
        start: The place, a byte offset in the line.
        end: Where it ends.
    """
    if len(line) <= LONGEST_LINE:
        return line.strip().decode("utf-8", "replace")
    first = max(0, min(start - LONGEST_LINE // 4, len(line) - LONGEST_LINE))
    last = first + max(LONGEST_LINE, min(end - first, 2 * LONGEST_LINE))
    text = line[first:last].strip().decode("utf-8", "ignore")
    return f"{'…' if first else ''}{text}{'…' if last < len(line) else ''}"


@dataclass(frozen=True, slots=True)
class Link:
    """A match in a chain or a tree, with what it leads to.

    Args:
        match: The match.
        edge: What leads here from the link above, in a word or two: "calls", "implements"; "" at a root.
        links: Where it leads, in order.
        note: Why nothing follows although there may be more: "shown above", "12 more"; or "".
    """

    match: Match
    edge: str = ""
    links: tuple[Link, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a question gets.

    Args:
        matches: The best first.
        total: How many there are, those included that are not in ``matches``.
        truncated: Whether ``total`` is a lower bound because the search itself was cut short.
        repositories: How many repositories were searched.
        files: How many files they have.
        skipped: Skip reason to the number of files, of the repositories searched.
        notes: Sentences for a person: what was asked for instead, what to type next.
        tree: The same matches, and how they hang together, where the answer is a chain or a tree.
    """

    matches: list[Match]
    total: int
    repositories: int
    files: int
    skipped: dict[str, int]
    truncated: bool = False
    notes: list[str] = field(default_factory=list)
    tree: tuple[Link, ...] = ()
