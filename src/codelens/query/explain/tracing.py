"""How stack traces are written: which lines belong to one, and what each of them is.

A style is data, ``queries/formats/traces.yaml``. A line is told by all expressions of a style at once: they are joined
into one, whose group that matched is the number of the expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROLES = ("start", "message", "section", "frame", "place", "above", "note", "bare", "last")
_BEGINNING = ("start", "message", "section", "frame", "above")
_NAMED = re.compile(r"\(\?P<\w+>")
LONGEST = 1_000  # characters of a line that belongs to a trace


@dataclass(frozen=True, slots=True)
class Told:
    """What a line of a trace is.

    Args:
        style: How the trace is written.
        number: Which of the style's expressions told.
    """

    style: TraceStyle
    number: int

    @property
    def role(self) -> str:
        """One of :data:`ROLES`."""
        return self.style.rows[self.number][0]


@dataclass(frozen=True, slots=True, eq=False)
class TraceStyle:
    """How traces of a kind are written; see ``queries/formats/traces.yaml``."""

    name: str
    said: str
    rows: tuple[tuple[str, re.Pattern[str]], ...]
    _joined: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_joined", joined((number, row[1]) for number, row in enumerate(self.rows)))

    def told(self, text: str) -> Told | None:
        """What a line is in a trace of this style, None when it is no part of one."""
        found = self._joined.fullmatch(text) if len(text) <= LONGEST else None
        return Told(self, int(str(found.lastgroup)[1:])) if found else None


class Beginnings:
    """Tells lines that a trace of any style can begin with."""

    def __init__(self, styles: tuple[TraceStyle, ...]) -> None:
        self._told = [
            Told(style, number) for style in styles for number, (role, _) in enumerate(style.rows) if role in _BEGINNING
        ]
        self._joined = joined((n, told.style.rows[told.number][1]) for n, told in enumerate(self._told))

    def told(self, text: str) -> Told | None:
        """What a line is, None when no trace begins with it."""
        found = self._joined.fullmatch(text) if len(text) <= LONGEST else None
        return self._told[int(str(found.lastgroup)[1:])] if found else None


def joined(patterns: Iterable[tuple[int, re.Pattern[str]]]) -> re.Pattern[str]:
    """One expression of several, whose last group is named after the number of the one that matched."""
    bare = ((number, _NAMED.sub("(?:", pattern.pattern)) for number, pattern in patterns)
    return re.compile("|".join(f"(?P<r{number}>{pattern})" for number, pattern in bare) or "(?!)")
