"""Every place that refers to a name, read from the postings: no file is opened but to show a line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.model import CODE_MASK, DEFINITION_CODE, PLACE_BITS, Range, Role
from codelens.query.fuzzy import nearest_names
from codelens.query.matches import Answer, Confidence, Match, Tier
from codelens.query.shards import answer, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.index.shard import Segment, Shard
    from codelens.model import Definition
    from codelens.query.blobs import Blobs
    from codelens.query.filters import Filters
    from codelens.query.name_pattern import NamePattern


@dataclass(frozen=True, slots=True)
class _File:
    """A file with places that refer to the name."""

    order: tuple[int, str, str]
    shard: Shard
    segment: Segment
    number: int
    places: list[int]


def references(shards: Sequence[Shard], pattern: NamePattern, filters: Filters, limit: int, blobs: Blobs) -> Answer:
    """The places that refer to a name, file by file: a repository's own code before its tests and copies.

    Args:
        shards: Those to ask.
        pattern: The name; its qualifiers are not followed, because a reference shows its last part alone.
        filters: What a match must be; kinds are those of references.
        limit: How many matches at the most.
        blobs: Where the lines to show are read.
    """
    word = pattern.base.encode("utf-8", "surrogateescape")
    files = sorted(_files(shards, word, filters), key=lambda file: file.order)
    total = sum(len(file.places) for file in files)
    matches: list[Match] = []
    for file in files:
        if len(matches) == limit:
            break
        matches += _matches(file, pattern.base, limit - len(matches), blobs)
    notes = blobs.notes()
    if not total and not filters.kinds:
        near = nearest_names(shards, pattern.base)
        notes += (
            [f"nothing refers to {pattern.base}; symbols with a name near it are {', '.join(near)}"] if near else []
        )
    if pattern.qualifiers and total:
        notes.append(f"references are by name: these are all uses of {pattern.base}, whatever it belongs to")
    return answer(shards, matches, total, notes=notes)


def _files(shards: Sequence[Shard], word: bytes, filters: Filters) -> list[_File]:
    found = []
    for shard in shards:
        kinds = ("", *shard.manifest.references)
        wanted = {code for code, kind in enumerate(kinds) if code != DEFINITION_CODE and filters.allows_kind(kind)}
        everything = len(wanted) == len(kinds) - 1
        for segment in shard.segments:
            for number, all_places in segment.places(word):
                if everything:
                    places = [place for place in all_places if place & CODE_MASK]
                else:
                    places = [place for place in all_places if place & CODE_MASK in wanted]
                row = segment.row(number) if places else None
                if row is not None and filters.allows_file(row):
                    found.append(_File((row.penalty, shard.name, row.path), shard, segment, number, places))
    return found


def _matches(file: _File, name: str, limit: int, blobs: Blobs) -> list[Match]:
    row = file.segment.row(file.number)
    lines = file.segment.line_starts(file.number)
    definitions = file.segment.definitions(file.number)
    kinds = ("", *file.shard.manifest.references)
    length = len(name.encode("utf-8", "surrogateescape"))
    matches = []
    for place in file.places[:limit]:
        offset = place >> PLACE_BITS
        line = bisect_right(lines, offset) - 1
        column = offset - lines[line]
        around = enclosing(definitions, line, column)
        matches.append(
            Match(
                place=place_of(file.shard, row),
                range=Range(line, column, line, column + length),
                end_line=line,
                name=name,
                symbol=row.separator.join((*around.scope, around.name)) if around else "",
                kind=kinds[place & CODE_MASK],
                role=Role.REFERENCE,
                signature=blobs.line(file.shard, row, lines[line]),
                tier=Tier.EXACT,
                score=round(1.0 - min(row.penalty, 9) / 10, 4),
                confidence=Confidence.SYNTAX,
            )
        )
    return matches


def enclosing(definitions: Sequence[Definition], line: int, column: int) -> Definition | None:
    """The innermost definition around a place, or None."""
    best = None
    for definition in definitions:
        whole = definition.enclosing
        if (whole.line, whole.column) > (line, column):
            break
        if (whole.end_line, whole.end_column) > (line, column):
            best = definition
    return best
