"""How well a statement explains a text: what it says of itself, and what the text says of where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codelens.query.explain.pieces import Hints
    from codelens.query.explain.store import Spoken

_SHOWN = {"log": 1.0, "error": 1.0, "text": 0.75}  # of a message; all else is shown, but seldom as a line
_SELDOM = 0.6
_TOOL = re.compile(r"(?:^|/)(?:cmd|cli|tools?|hack|contrib|scripts|utils|testing)/", re.IGNORECASE)
_ASIDE = 0.97  # of a weight, in a program beside the one that a repository is named for
_ANOTHER = 0.75  # the same, when a program was named and it is not that
_OF_PROGRAM, _OF_PATH = 1.25, 1.1
_OF_TYPE, _OF_OTHER = 1.3, 0.8
_ERROR_TYPE = re.compile(r"(?:Error|Exception|Warning)$")
_NEAR = 60  # lines by which a line that was told may have moved


def order(ranked: Ranked) -> tuple[float, int, str, str, int]:
    """The place of a statement among others: by weight, then the one in the shorter path."""
    row = ranked.spoken.row
    return (
        -round(ranked.weight, 6),
        len(row.path),
        ranked.spoken.shard.name,
        row.path,
        ranked.spoken.statement.range.line,
    )


@dataclass(frozen=True, slots=True)
class Ranked:
    """A statement with its weight.

    Args:
        spoken: The statement.
        weight: Higher is better.
        end: Where its last literal ends in the text.
        spans: Its literals in the text.
    """

    spoken: Spoken
    weight: float
    spans: tuple[tuple[int, int], ...]
    whole: bool = False


def message_weight(spoken: Spoken, worth: float, hints: Hints) -> float:
    """The weight of a statement that a message fits."""
    weight = worth * _SHOWN.get(spoken.statement.kind, _SELDOM) * hinted(spoken, hints)
    statement = spoken.statement
    if hints.level and statement.level:
        weight *= 1.05 if _same_level(hints.level, statement.level) else 0.97
    return weight * 0.98 ** min(spoken.row.penalty, 10)


def typed(spoken: Spoken, error: str) -> float:
    """What the type of an error says of a statement: it is that which makes one, or makes one of another type."""
    made = spoken.statement.call.rpartition(".")[2].rpartition("\\")[2]
    if not error or not made:
        return 1.0
    if made == error.rpartition(".")[2].rpartition("\\")[2]:
        return _OF_TYPE
    return _OF_OTHER if _ERROR_TYPE.search(made) else 1.0


def hinted(spoken: Spoken, hints: Hints) -> float:
    """What the place and the program that a text names say of a statement."""
    row = spoken.row
    factor = 1.0
    if _TOOL.search(row.path) and spoken.shard.name not in row.path:
        factor = _ANOTHER if hints.program and hints.program.lower() not in row.path.lower() else _ASIDE
    if hints.path:
        same = row.path == hints.path or row.path.endswith("/" + hints.path) or hints.path.endswith("/" + row.path)
        if not same:
            same = row.path.rpartition("/")[2] == hints.path.rpartition("/")[2]
        factor *= 1.5 if same else 0.8
        if same and hints.line is not None:
            away = abs(spoken.statement.range.line - hints.line)
            factor *= 1.0 + max(0, _NEAR - away) / _NEAR
    if is_named(hints.program, spoken.shard.name):
        factor *= _OF_PROGRAM
    for name in (hints.program, hints.logger):
        told = name.lower().rpartition("/")[2].rpartition(".")[2]
        if len(told) > 1 and f"/{told}" in f"/{row.path.lower()}":
            factor *= _OF_PATH
    return factor


def is_named(program: str, repository: str) -> bool:
    """Whether a program may be of a repository: one's name is in the other's."""
    one, other = program.lower().rpartition("/")[2], repository.lower()
    return min(len(one), len(other)) > 2 and (one in other or other in one)  # noqa: PLR2004 - shorter names are in any


def _same_level(one: str, other: str) -> bool:
    short = {
        "warn": "warning",
        "err": "error",
        "critical": "fatal",
        "panic": "fatal",
        "notice": "info",
        "trace": "debug",
    }
    left, right = one.lower(), other.lower()
    return short.get(left, left) == short.get(right, right)
