"""Where in a file a line or a reference must stand: the ranges of the definitions that an alternative asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.query.conditions import is_scope
from codelens.query.modes.definitions import name_of
from codelens.query.names.candidates import NAME_TIERS, Candidates
from codelens.query.tree import Name

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from codelens.index.segment import Segment
    from codelens.model import Definition, Range
    from codelens.query.conditions import Part
    from codelens.query.text.lines import Within


def inside(part: Part, *, names: bool) -> Within | None:
    """The files and their ranges in which a match must stand; None where it may stand anywhere.

    Args:
        part: What is asked for.
        names: Whether its names and kinds are those of the definitions around, not of the match itself.
    """
    alternative = part.alternative
    if not (part.demands or (names and (alternative.names or part.filters.names_kinds))):
        return None
    return _Ranges(part, names=names)


class _Ranges:
    """Ranges by file, found when a file is asked for: most files are never asked for."""

    def __init__(self, part: Part, *, names: bool) -> None:
        self._part = part
        self._names = names
        self._symbols = _symbols_named(part) if names and name_of(part) is not None else None

    def files(self, segment: Segment) -> Collection[int] | None:
        """See :class:`~codelens.query.text.lines.Within`."""
        return None if self._symbols is None else self._symbols.get(segment, {})

    def ranges(self, segment: Segment, file: int) -> Sequence[Range]:
        """See :class:`~codelens.query.text.lines.Within`."""
        if self._symbols is not None and file not in self._symbols.get(segment, {}):
            return ()
        first = segment.row(file).first_symbol
        among = self._symbols[segment][file] if self._symbols is not None else None
        return [
            definition.enclosing
            for number, definition in enumerate(segment.definitions(file), first)
            if (among is None or number in among) and self._allows(segment, number, definition)
        ]

    def _allows(self, segment: Segment, number: int, definition: Definition) -> bool:
        if self._names and not self._part.filters.allows_kind(definition.kind):
            return False
        scopes = self._part.alternative.values("scope")
        is_itself = any(is_scope((*definition.scope, definition.name), each) for each in scopes)
        return is_itself or self._part.allows(segment, number)


def _symbols_named(part: Part) -> dict[Segment, dict[int, set[int]]]:
    """The numbers of the symbols that have the name of a part, by segment and file."""
    pattern = name_of(part)
    found: dict[Segment, dict[int, set[int]]] = {}
    if pattern is None:
        return found
    candidates = Candidates(part.shards, pattern, part.filters)
    for tier in NAME_TIERS:
        for each in candidates.tier(tier):
            file = each.segment.file_number(each.number)
            found.setdefault(each.segment, {}).setdefault(file, set()).add(each.number)
        if found:
            break
    return found


def leaves_out_names(part: Part) -> bool:
    """Whether a name is left out: a line stands in many definitions, so that this says nothing of it."""
    return any(isinstance(leaf, Name) for leaf in part.alternative.unwanted)
