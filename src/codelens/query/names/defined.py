"""Where a name is defined: the best tier that has any symbol, or the nearest names when none has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.query.matches import Tier
from codelens.query.names.candidates import NAME_TIERS, Candidates
from codelens.query.names.found import Found
from codelens.query.names.fuzzy import nearest_names
from codelens.query.names.pattern import stands_within
from codelens.query.names.ranking import Ranking
from codelens.query.shards import answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.index.shard import Shard
    from codelens.query.filters import Filters
    from codelens.query.matches import Answer, Match
    from codelens.query.names.pattern import NamePattern


_MOST_ELSEWHERE = 200  # definitions of a name that are looked through for those within a package
_MOST_SAID = 3  # packages


def where_defined(shards: Sequence[Shard], pattern: NamePattern, filters: Filters, limit: int) -> Answer:
    """The definitions of a name, of the best tier that has any; of the nearest names when none has.

    Args:
        shards: Those to ask.
        pattern: The name.
        filters: What a match must be.
        limit: How many matches at the most.
    """
    candidates = Candidates(shards, pattern, filters)
    ranking = Ranking(shards, pattern.qualifiers)
    for tier in (Tier.PREFIX,) if pattern.prefix else NAME_TIERS:
        if tier is Tier.FOLDED and pattern.base.isupper() and (meant := candidates.by_initials()):
            return answer(shards, ranking.best(meant, Tier.WORDS, limit), len(meant))
        found = candidates.tier(tier)
        if pattern.prefix:
            found += candidates.tier(Tier.EXACT) + candidates.tier(Tier.FOLDED)
        if found:
            notes = _other_case(candidates, ranking) if tier is Tier.EXACT else []
            matches = ranking.best(found, tier, limit)
            return answer(shards, matches, len(found), notes=notes)
    return nearest(shards, pattern, filters, limit)


def _other_case(candidates: Candidates, ranking: Ranking) -> list[str]:
    """What to say of the symbols that have the name in another case, when it was typed in lower case."""
    others = candidates.tier(Tier.FOLDED) if candidates.pattern.base.islower() else Found()
    if not others:
        return []
    first = ranking.best(others, Tier.FOLDED, 1)[0]
    return [f"{len(others):,} more in another case, such as {first.kind} {first.symbol}"]


def nearest(shards: Sequence[Shard], pattern: NamePattern, filters: Filters, limit: int, instead: str = "") -> Answer:
    """The definitions of the nearest names: of the same name elsewhere, when it was asked for in some place.

    Args:
        shards: Those to ask.
        pattern: The name.
        filters: What a match must be.
        limit: How many matches at the most.
        instead: What to say when nothing is near; "" names the command that finds text.
    """
    if pattern.qualifiers:
        most = max(limit, _MOST_ELSEWHERE)
        matches = _named(shards, replace(pattern, qualifiers=()), filters, most)
        where = pattern.text.strip()[: -len(pattern.base)].rstrip("./:#>-")
        deeper = [match for match in matches if stands_within(pattern.qualifiers, match.place.package)]
        if deeper:  # a package may give on what the packages within it define
            note = f"no {pattern.base} in {where} itself; within it are {_counted(deeper)}"
            return answer(shards, deeper[:limit], len(deeper), truncated=len(matches) == most, notes=[note])
        if matches:
            return answer(shards, matches[:limit], 0, notes=[f"no {pattern.base} in {where}; these are elsewhere"])
    names = nearest_names(shards, pattern.base)
    each = max(1, limit // max(1, len(names)))
    patterns = [replace(pattern, base=name, qualifiers=()) for name in names]
    matches = [match for near in patterns for match in _named(shards, near, filters, each)]
    near = ", ".join(dict.fromkeys(match.name for match in matches))
    if matches:
        note = f"no symbol is named {pattern.text}; the nearest names are {near}"
    elif pattern.base.lower() in names:
        note = f"{pattern.text} is there, but none that passes the filters"
    else:
        text = f"codelens search '\"{pattern.text}\"'"
        note = instead or f"no symbol is named {pattern.text}, nor anything near it; for text: {text}"
    return answer(shards, matches[:limit], 0, notes=[note])


def _counted(matches: Sequence[Match]) -> str:
    packages = list(dict.fromkeys(match.place.package for match in matches))
    others = " and others" if len(packages) > _MOST_SAID else ""
    return f"{len(matches):,}, of {', '.join(packages[:_MOST_SAID])}{others}"


def _named(shards: Sequence[Shard], pattern: NamePattern, filters: Filters, limit: int) -> list[Match]:
    candidates = Candidates(shards, pattern, filters)
    found = candidates.tier(Tier.EXACT) + candidates.tier(Tier.FOLDED)
    return Ranking(shards).best(found, Tier.FUZZY, limit)
