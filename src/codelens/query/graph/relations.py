"""The relations of the query language as sets: ``calls:X calledby:X imports:X implements:X``.

What comes out is numbers, as the index has them: a query intersects them with what its other terms find.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codelens.index.segment import LONGEST_WORD
from codelens.model import CODE_MASK, PLACE_BITS
from codelens.query.graph.calling import calls_meant
from codelens.query.graph.code import BODIES, TYPES
from codelens.query.graph.graph import Graph
from codelens.query.graph.naming import not_found, others_named
from codelens.query.matches import Confidence
from codelens.query.names.candidates import encoded
from codelens.query.reading import IndexedFile
from codelens.query.tree import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.query.blobs import Blobs
    from codelens.query.graph.code import Symbol
    from codelens.query.names.pattern import NamePattern

_MOST_CALLS = 100_000
_MOST_DEFINITIONS = 100  # whose bodies are read for what they call
_SECONDS = 4.0


@dataclass(slots=True)
class Related:
    """What stands in a relation to a name.

    Args:
        symbols: Numbers of symbols, by segment; of ``imports`` there are none.
        files: Numbers of files, by segment; of ``imports`` alone.
        words: What those files import, as written there, by segment.
        notes: Sentences for a person.
        truncated: Whether the search was cut short.
    """

    symbols: dict[Segment, set[int]] = field(default_factory=lambda: defaultdict(set))
    files: dict[Segment, set[int]] = field(default_factory=lambda: defaultdict(set))
    words: dict[Segment, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    notes: list[str] = field(default_factory=list)
    truncated: bool = False

    def add(self, symbol: Symbol) -> None:
        """Add a symbol."""
        self.symbols[symbol.file.segment].add(symbol.number)


def related(shards: Sequence[Shard], relation: RelationKind, name: NamePattern, blobs: Blobs) -> Related:
    """All that stands in a relation to a name.

    Args:
        shards: Those to ask.
        relation: Which one: ``calls`` gives definitions whose body calls the name, ``calledby`` those that are called
            within it, ``implements`` types, ``imports`` files.
        name: Of a definition; of ``imports`` its text is an import path, or the last parts of one.
        blobs: Where source is read.
    """
    if relation is RelationKind.IMPORTS:
        return _imports(shards, name.text, blobs)
    graph = Graph(shards, blobs)
    find = {
        RelationKind.CALLS: _calls,
        RelationKind.CALLED_BY: _called_by,
        RelationKind.IMPLEMENTS: _implements,
    }[relation]
    found = find(graph, name)
    found.notes += blobs.notes()
    return found


def _calls(graph: Graph, name: NamePattern) -> Related:
    found = Related()
    calls = calls_meant(graph, name, _MOST_CALLS, found.notes)
    found.truncated = calls.truncated or calls.total > len(calls.callers)
    for caller in calls.callers:
        if caller.site.around is not None:
            found.add(caller.site.around)
    if not calls.total:
        found.notes += not_found(graph, name)
    return found


def _called_by(graph: Graph, name: NamePattern) -> Related:
    found = Related()
    bodies = graph.meant(name, BODIES)
    if not bodies:
        found.notes += not_found(graph, name)
    until = time.monotonic() + _SECONDS
    unknown: set[str] = set()
    for number, body in enumerate(bodies):
        if number == _MOST_DEFINITIONS or time.monotonic() > until:
            found.truncated = True
            found.notes.append(
                f"{name.text} is defined {len(bodies):,} times, of which {number:,} were read; qualify it"
            )
            break
        for call in graph.calls_in(body):
            for target in call.targets:
                found.add(target)
            if not call.targets:
                unknown.add(call.site.name)
    if unknown:
        found.notes.append(f"{len(unknown):,} names called there are not in the index, such as {min(unknown)}")
    return found


def _implements(graph: Graph, name: NamePattern) -> Related:
    found = Related()
    meant = graph.meant(name, TYPES)
    if not meant:
        found.notes += not_found(graph, name)
        return found
    chosen, note = others_named(meant)
    found.notes += note
    for each in chosen:
        for subtype in graph.subtypes(each):
            if subtype.confidence is not Confidence.HEURISTIC:
                found.add(subtype.type)
    found.truncated = graph.truncated
    return found


# --- imports ---------------------------------------------------------------------------------------------------------


def _imports(shards: Sequence[Shard], path: str, blobs: Blobs) -> Related:
    found = Related()
    wanted = path.strip().strip("\"'<>")
    last = re.compile(rb"(?m)(?:^|[./\\:@])%s(?:\.\w+|\.\*)?$" % re.escape(encoded(wanted)))
    for shard in shards:
        code = shard.manifest.references.index("import") + 1
        for segment in shard.segments:
            files = found.files[segment]
            for word in segment.words_matching(last):
                files.update(number for number, _ in _importing(segment, word, code))
                found.words[segment].add(word)
            parent, _, own = wanted.rpartition(".")
            if parent:  # `from parent import own`
                files |= {number for number, _ in _importing(segment, encoded(parent), code)} & {
                    number for number, _ in _importing(segment, encoded(own), code)
                }
                found.words[segment].add(encoded(parent))
            for word, number in _cut(shard, segment, code, last, blobs):
                files.add(number)
                found.words[segment].add(word)
    if not any(found.files.values()):
        found.notes.append(f"nothing imports {wanted}")
    found.notes += blobs.notes()
    return found


def _importing(segment: Segment, word: bytes, code: int) -> Iterator[tuple[int, int]]:
    """The files that import what a word names, with the byte offset."""
    for number, places in segment.places(word):
        for place in places:
            if place & CODE_MASK == code:
                yield number, place >> PLACE_BITS
                break


def _cut(
    shard: Shard, segment: Segment, code: int, last: re.Pattern[bytes], blobs: Blobs
) -> Iterator[tuple[bytes, int]]:
    """What is imported by so long a name that the index knows only its start, and the file; read from the blob."""
    long = re.compile(rb"(?m)^[^\n]{%d}" % LONGEST_WORD)
    for word in segment.words_matching(long):
        for number, offset in _importing(segment, word, code):
            file = IndexedFile(shard, segment, number)
            text = blobs.read(shard, file.row) or b""
            whole = re.compile(rb"[^\s\"'<>;`]*").match(text, offset)
            if whole and last.search(whole[0]):
                yield word, number
