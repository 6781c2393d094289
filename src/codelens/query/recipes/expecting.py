"""Whether a recipe finds what its test and its real answers say: what the tests and the benchmark judge it by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from codelens.query.matches import Match
    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Case

_ENTRY = re.compile(r"(?P<repository>[^/\s]+)/(?P<path>\S.*?)(?::(?P<line>\d+)|: (?P<part>\S.*))")


def is_entry(entry: str) -> bool:
    """Whether this is ``repository/path:line`` or ``repository/path: part of the line or symbol``."""
    return _ENTRY.fullmatch(entry) is not None


def repository_of(entry: str) -> str:
    """The repository that an entry is in."""
    return entry.partition("/")[0]


def is_meant(entry: str, match: Match) -> bool:
    """Whether an entry of ``finds`` means a match."""
    found = _ENTRY.fullmatch(entry)
    if found is None or (match.place.repository, match.place.path) != (found["repository"], found["path"]):
        return False
    if found["line"]:
        return match.range.line + 1 == int(found["line"])
    return found["part"] in match.signature or found["part"] in match.symbol


def rank(entry: str, matches: Sequence[Match]) -> int:
    """The place of what an entry means among matches, from 1; 0 when it is not there."""
    return next((place for place, match in enumerate(matches, 1) if is_meant(entry, match)), 0)


def by_step(answers: Iterable[StepAnswer]) -> dict[str, list[Match]]:
    """The matches by the id and by the title of each step, the title as written and as shown."""
    found: dict[str, list[Match]] = {}
    for answered in answers:
        for name in {answered.step.id, answered.step.title, answered.title} - {""}:
            found.setdefault(name, []).extend(answered.answer.matches if answered.answer else ())
    return found


def disappointments(case: Case, found: Mapping[str, Sequence[Match]]) -> list[str]:
    """What a case says and the answers don't: entries that are missing, and with ``only`` those that are too many."""
    wrong = []
    for step, entries in case.finds.items():
        matches = found.get(step, [])
        wrong += [f"{step}: {entry} is missing" for entry in entries if not rank(entry, matches)]
        if case.only:
            more = [match for match in matches if not any(is_meant(entry, match) for entry in entries)]
            wrong += [f"{step}: {_told(match)} is one too many" for match in more]
    return wrong


def given(case: Case) -> dict[str, Sequence[str]]:
    """The arguments of a case as values by parameter."""
    return {name: (value,) if isinstance(value, str) else value for name, value in case.arguments.items()}


def _told(match: Match) -> str:
    return f"{match.place.repository}/{match.place.path}:{match.range.line + 1}: {match.signature}"
