"""The calls of a name, read from the postings; with a qualifier, those that may mean that definition.

A name alone asks for all calls of it and opens no file. With a qualifier each call has to be resolved, which takes the
text of its file: that is bounded, and what is left undecided is said.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codelens.index.shard import LONGEST_WORD
from codelens.query.filters import ends_with
from codelens.query.graph.code import CALLABLE, TYPES, encoded
from codelens.query.graph.expressions import qualifiers
from codelens.query.matches import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.graph.code import Site, Symbol
    from codelens.query.graph.graph import Graph
    from codelens.query.name_pattern import NamePattern
    from codelens.query.reading import IndexedFile

_SECONDS = 3.0  # for resolving the calls of one name
_MOST_WANTED = 60  # definitions of one name whose callers are told apart


@dataclass(frozen=True, slots=True)
class Caller:
    """A call that is among those asked for.

    Args:
        site: Where it stands.
        confidence: How sure it is that the call means what was asked for.
        through: The interface or the type above whose method is called, or "".
    """

    site: Site
    confidence: Confidence
    through: str = ""


@dataclass(slots=True)
class Calls:
    """The calls of a name.

    Args:
        callers: In order: a repository's own code before its tests and copies.
        total: How many there are.
        undecided: Calls of the name that nothing shows to mean what was asked for.
        truncated: Whether the search was cut short.
    """

    callers: list[Caller] = field(default_factory=list)
    total: int = 0
    undecided: int = 0
    truncated: bool = False


def calls_of_name(graph: Graph, name: str, limit: int) -> Calls:
    """All calls of a name, whatever it belongs to.

    Args:
        graph: To ask.
        name: Without qualifiers.
        limit: How many are located; all are counted.
    """
    files = sorted(graph.code.sites(name, ("call",)), key=lambda found: _order(found[0]))
    alone = len([each for each in graph.code.named(name) if each.definition.kind in CALLABLE | TYPES]) == 1
    calls = Calls(total=sum(len(offsets) for _, offsets in files))
    sure = Confidence.SYNTAX if alone else Confidence.HEURISTIC
    for file, offsets in files:
        for offset in offsets[: limit - len(calls.callers)]:
            calls.callers.append(Caller(graph.code.site(file, offset, name), sure))
        if len(calls.callers) >= limit:
            break
    return calls


def calls_of(graph: Graph, wanted: Sequence[Symbol], limit: int) -> Calls:
    """The calls that may mean some definitions of one name, directly or through an interface that they implement.

    Args:
        graph: To ask.
        wanted: The definitions, all of one name.
        limit: How many are given; all are counted.
    """
    targets = set(wanted)
    above = {other: other.owner for each in wanted[:_MOST_WANTED] for other in graph.overridden(each)}
    name = wanted[0].definition.name
    packages = {each.package for each in wanted}
    calls = Calls()
    until = time.monotonic() + _SECONDS
    for file, offsets in _nearest_first(graph, name, wanted):
        if time.monotonic() > until:
            calls.truncated = True
            break
        for offset in offsets:
            site = graph.code.site(file, offset, name)
            caller = _judge(graph, site, targets, above, packages)
            if caller is not None:
                calls.callers.append(caller)
            elif caller is None and _is_undecided(graph, site):
                calls.undecided += 1
    calls.callers.sort(key=lambda each: (_order(each.site.file), each.site.offset))
    calls.total = len(calls.callers)
    del calls.callers[limit:]
    return calls


def calls_as_written(graph: Graph, pattern: NamePattern, limit: int) -> Calls:
    """The calls of a name that is not indexed, by the qualifier before it or by the package that it stands for."""
    calls = Calls()
    until = time.monotonic() + _SECONDS
    package = ".".join(pattern.qualifiers)
    wanted = {package, "/".join(pattern.qualifiers), pattern.qualifiers[-1]}
    for file, offsets in sorted(graph.code.sites(pattern.base, ("call",)), key=lambda found: _order(found[0])):
        if time.monotonic() > until:
            calls.truncated = True
            break
        text = graph.code.text(file)
        for offset in offsets:
            parts = qualifiers(text, offset)
            if not parts:
                continue
            written = parts[0].name == pattern.qualifiers[-1]
            if not written and not any(
                ends_with(word, each) for word in graph.resolver.imports.named(file, parts[0].name) for each in wanted
            ):
                continue
            calls.total += 1
            if len(calls.callers) < limit:
                calls.callers.append(Caller(graph.code.site(file, offset, pattern.base), Confidence.SYNTAX))
    return calls


def _judge(
    graph: Graph, site: Site, targets: set[Symbol], above: dict[Symbol, str], packages: set[tuple[str, str, str]]
) -> Caller | None:
    found = graph.resolver.call(site)
    if not targets.isdisjoint(found.symbols):
        return Caller(site, found.confidence)
    through = next((above[each] for each in found.symbols if each in above), None)
    if through is not None:
        return Caller(site, Confidence.HEURISTIC, through)
    if not found.symbols and found.confidence is Confidence.HEURISTIC:
        near = site.around is not None and site.around.package in packages
        rows = [each.file.row for each in targets]
        if near or any(graph.resolver.imports.reach(site.file, row) for row in rows):
            return Caller(site, Confidence.HEURISTIC)
    return None


def _is_undecided(graph: Graph, site: Site) -> bool:
    found = graph.resolver.call(site)
    return not found.symbols and found.confidence is Confidence.HEURISTIC


def _nearest_first(graph: Graph, name: str, wanted: Sequence[Symbol]) -> Iterator[tuple[IndexedFile, list[int]]]:
    """The files that call a name: those of the definitions' packages first, then those that import one of them."""
    packages = {each.package for each in wanted}
    words = {encoded(each.file.row.package)[:LONGEST_WORD] for each in wanted if each.file.row.package}
    importing = {
        (segment, number)
        for shard in graph.shards
        for segment in shard.segments
        for word in words
        for number in segment.files_with(word)
    }

    def distance(found: tuple[IndexedFile, list[int]]) -> tuple[object, ...]:
        file = found[0]
        row = file.row
        own = (file.shard.name, row.package or row.path.rpartition("/")[0], row.package_name) in packages
        return not own, (file.segment, file.number) not in importing, _order(file)

    yield from sorted(graph.code.sites(name, ("call",)), key=distance)


def _order(file: IndexedFile) -> tuple[object, ...]:
    row = file.row
    return row.penalty, file.shard.name, row.path
