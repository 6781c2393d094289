"""What to say of a name: that nothing has it, or that several do and which is meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.model import CODE_MASK
from codelens.query.filters import Filters
from codelens.query.names.candidates import encoded
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


def uncalled(graph: Graph, name: NamePattern) -> list[str]:
    """What to say of a name that no call is known to mean: the calls that may, and the other uses of it."""
    codes = [(shard, {kind: code for code, kind in enumerate(shard.manifest.references, 1)}) for shard in graph.shards]
    counts: Counter[str] = Counter()
    for shard, kinds in codes:
        for segment in shard.segments:
            for _, places in segment.places(encoded(name.base)):
                codes_there = [place & CODE_MASK for place in places]
                counts["calls"] += codes_there.count(kinds["call"])
                counts["uses"] += sum(code not in (0, kinds["call"]) for code in codes_there)
    notes = [f"no call is known to mean {name.text}"]
    if counts["calls"]:
        notes.append(
            f"{counts['calls']:,} calls of a {name.base} that nothing tells apart: codelens callers {name.base}"
        )
    if counts["uses"]:
        notes.append(
            f"it is used in {counts['uses']:,} other places, as a value perhaps: codelens references {name.base}"
        )
    return notes


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
