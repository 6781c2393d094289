"""The calls of a name, read from the postings; with a qualifier, those that may mean that definition.

A name alone asks for all calls of it and opens no file. With a qualifier each call has to be resolved, which takes the
text of its file: that is bounded, and what is left undecided is said.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codelens.index.segment import LONGEST_WORD
from codelens.query.filters import Filters, ends_with
from codelens.query.graph.code import CALLABLE, TYPES
from codelens.query.graph.expressions import qualifiers
from codelens.query.matches import Confidence
from codelens.query.names.candidates import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.graph.code import Site, Symbol
    from codelens.query.graph.graph import Graph
    from codelens.query.names.pattern import NamePattern
    from codelens.query.reading import IndexedFile

_SECONDS = 3.0  # for resolving the calls of one name
_SECONDS_AS_WRITTEN = 2.0
_ANY = Filters()
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


def calls_meant(graph: Graph, name: NamePattern, limit: int, notes: list[str], filters: Filters = _ANY) -> Calls:
    """The calls of a name, by how much of it is typed; notes say how they were told apart."""
    if not name.qualifiers:
        return calls_of_name(graph, name.base, limit, filters)
    wanted = [each for each in graph.meant(name, CALLABLE | TYPES) if each.definition.name == name.base]
    if not wanted:
        calls = calls_as_written(graph, name, limit, filters)
        if calls.total:
            notes.append(f"{name.text} is not indexed: these are calls that are written so")
        return calls
    calls = calls_of(graph, wanted, limit, filters)
    through = sorted({each.through for each in calls.callers if each.through})
    if through:
        notes.append(f"heuristic ones call {name.base} of {', '.join(through[:5])}, which may be that of another type")
    if calls.undecided:
        notes.append(
            f"{calls.undecided:,} calls of {name.base} are left out: nothing shows what they mean; "
            f"all of them: codelens callers {name.base}"
        )
    return calls


def calls_of_name(graph: Graph, name: str, limit: int, filters: Filters = _ANY) -> Calls:
    """All calls of a name, whatever it belongs to.

    Args:
        graph: To ask.
        name: Without qualifiers.
        limit: How many are located; all are counted.
        filters: What a file must be.
    """
    files = sorted(_sites(graph, name, filters), key=lambda found: _order(found[0]))
    alone = len([each for each in graph.code.named(name) if each.definition.kind in CALLABLE | TYPES]) == 1
    calls = Calls(total=sum(len(offsets) for _, offsets in files))
    sure = Confidence.SYNTAX if alone else Confidence.HEURISTIC
    for file, offsets in files:
        for offset in offsets[: limit - len(calls.callers)]:
            calls.callers.append(Caller(graph.code.site(file, offset, name), sure))
        if len(calls.callers) >= limit:
            break
    return calls


def calls_of(
    graph: Graph, wanted: Sequence[Symbol], limit: int, filters: Filters = _ANY, seconds: float = _SECONDS
) -> Calls:
    """The calls that may mean some definitions of one name, directly or through an interface that they implement.

    Args:
        graph: To ask.
        wanted: The definitions, all of one name.
        limit: How many are given; all are counted.
        filters: What a file must be.
        seconds: After which the search is cut short.
    """
    targets = set(wanted)
    above = {other: other.owner for each in wanted[:_MOST_WANTED] for other in graph.overridden(each)}
    name = wanted[0].definition.name
    packages = {each.package for each in wanted}
    calls = Calls()
    until = time.monotonic() + seconds
    for file, offsets in _nearest_first(graph, name, wanted, filters):
        if time.monotonic() > until:
            calls.truncated = True
            break
        for offset in offsets:
            site = graph.code.site(file, offset, name)
            caller = _judge(graph, site, targets, above, packages)
            if caller is not None and caller.confidence is Confidence.TEXT:
                calls.undecided += 1
            elif caller is not None:
                calls.callers.append(caller)
    calls.callers.sort(key=_likely)
    calls.total = len(calls.callers)
    del calls.callers[limit:]
    return calls


def calls_as_written(graph: Graph, pattern: NamePattern, limit: int, filters: Filters = _ANY) -> Calls:
    """The calls of a name that is not indexed, by the qualifier before it or by the package that it stands for."""
    calls = Calls()
    until = time.monotonic() + _SECONDS_AS_WRITTEN
    for file, offsets in sorted(_sites(graph, pattern.base, filters), key=lambda found: _order(found[0])):
        if time.monotonic() > until:
            calls.truncated = True
            break
        text = graph.code.text(file)
        for offset in offsets:
            parts = qualifiers(text, offset)
            if not parts or not _is_written(graph, file, text, parts[0].name, pattern):
                continue
            calls.total += 1
            if len(calls.callers) < limit:
                calls.callers.append(Caller(graph.code.site(file, offset, pattern.base), Confidence.SYNTAX))
    return calls


def _is_written(graph: Graph, file: IndexedFile, text: bytes, word: str, pattern: NamePattern) -> bool:
    """Whether a word before a name is the last qualifier, or what a file imports its package as."""
    last = pattern.qualifiers[-1]
    if word == last:
        return True
    # An import of that name stands on a line with both; to look for that is a hundredth of reading all imports.
    if not re.search(rb"(?m)^.*(?<!\w)%s(?!\w).*%s" % (re.escape(encoded(word)), re.escape(encoded(last))), text):
        return False
    wanted = {".".join(pattern.qualifiers), "/".join(pattern.qualifiers), last}
    return any(ends_with(imported, each) for imported in graph.resolver.imports.named(file, word) for each in wanted)


def _judge(
    graph: Graph, site: Site, targets: set[Symbol], above: dict[Symbol, str], packages: set[tuple[str, str, str]]
) -> Caller | None:
    """The call, if it may mean one of the targets; as mere text when nothing shows what it means."""
    found = graph.resolver.call(site)
    if not targets.isdisjoint(found.symbols):
        return Caller(site, found.confidence)
    through = next((above[each] for each in found.symbols if each in above), None)
    if through is not None:
        return Caller(site, Confidence.HEURISTIC, through)
    if found.symbols or found.confidence is not Confidence.HEURISTIC:
        return None
    near = site.around is not None and site.around.package in packages
    if near or any(graph.resolver.imports.reach(site.file, each.file.row) for each in targets):
        return Caller(site, Confidence.HEURISTIC)
    return Caller(site, Confidence.TEXT)


def _sites(graph: Graph, name: str, filters: Filters) -> Iterator[tuple[IndexedFile, list[int]]]:
    for file, offsets in graph.code.sites(name, ("call",)):
        if filters.allows_file(file.row):
            yield file, offsets


def _nearest_first(
    graph: Graph, name: str, wanted: Sequence[Symbol], filters: Filters
) -> Iterator[tuple[IndexedFile, list[int]]]:
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

    yield from sorted(_sites(graph, name, filters), key=distance)


def _likely(caller: Caller) -> tuple[object, ...]:
    """Callers by what their paths say of them, then the surest first, then by place."""
    penalty, *place = _order(caller.site.file)
    return penalty, list(Confidence).index(caller.confidence), *place, caller.site.offset


def _order(file: IndexedFile) -> tuple[object, ...]:
    row = file.row
    return row.penalty, file.shard.name, row.path
