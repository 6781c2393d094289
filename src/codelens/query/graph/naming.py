"""What to say of a name: that nothing has it, or that several do and which is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.query.filters import Filters
from codelens.query.names.defined import where_defined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.graph.code import Symbol
    from codelens.query.graph.graph import Graph
    from codelens.query.matches import Answer
    from codelens.query.names.pattern import NamePattern

_MOST_NAMED = 10


def not_found(graph: Graph, name: NamePattern) -> list[str]:
    """What to say when nothing answers for a name."""
    there = graph.code.named(name.base)
    if there and name.qualifiers:
        places = ", ".join(dict.fromkeys(each.symbol for each in there[:5]))
        return [f"no {name.base} in {'.'.join(name.qualifiers)}; there are {places}"]
    if there:
        return []
    return where_defined(graph.shards, name, Filters(), _MOST_NAMED).notes


def elsewhere(graph: Graph, name: NamePattern, limit: int) -> Answer:
    """What to answer for a name that nothing of the kind asked for has: the nearest ones."""
    found = where_defined(graph.shards, name, Filters(), limit)
    if not found.total:
        return found
    kinds = ", ".join(sorted({match.kind for match in found.matches}))
    return replace(
        found, matches=[], total=0, notes=[f"{name.text} is of the kind {kinds}, of which this can't be asked"]
    )


def others_named(meant: Sequence[Symbol]) -> tuple[list[Symbol], list[str]]:
    """Of the types that a name means those of the likeliest one, and what to say of the others.

    Args:
        meant: The likeliest first; an interface is likelier than another type. Copies of one package are one type.
    """
    first = min(meant, key=lambda each: each.definition.kind != "interface")
    chosen = [each for each in meant if _same(each, first)]
    others = [each for each in meant if not _same(each, first)]
    if not others:
        return chosen, []
    names = ", ".join(dict.fromkeys(f"{_short(each)}.{each.symbol}" for each in others[:4]))
    count = len({(each.file.row.package, each.symbol) for each in others})
    return chosen, [
        f"of {_short(first)}.{first.symbol} ({first.file.row.path}); {count:,} more have the name, such as {names}"
    ]


def _same(one: Symbol, other: Symbol) -> bool:
    package = other.file.row.package
    if one.symbol != other.symbol or one.definition.kind != other.definition.kind:
        return False
    return one.package == other.package or bool(package and one.file.row.package == package)


def _short(symbol: Symbol) -> str:
    row = symbol.file.row
    return row.package_name or row.package.replace("\\", "/").rpartition("/")[2] or row.path.rpartition("/")[2]
