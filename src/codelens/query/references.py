"""Every place that refers to a name, read from the postings: no file is opened but to show a line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.model import CODE_MASK, DEFINITION_CODE, PLACE_BITS, Range, Role
from codelens.query.matches import Answer, Confidence, Match, Tier
from codelens.query.names.candidates import encoded
from codelens.query.names.fuzzy import is_defined, nearest_names
from codelens.query.shards import answer, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Definition
    from codelens.query.blobs import Blobs
    from codelens.query.filters import Filters
    from codelens.query.names.pattern import NamePattern
    from codelens.query.text.lines import Within


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """A file with places that refer to a name.

    Args:
        order: Among all files.
        shard: Its shard.
        segment: Its segment.
        number: Its number in the segment.
        word: The name, as written.
        places: As :func:`codelens.model.pack_places` packs them.
    """

    order: tuple[int, str, str]
    shard: Shard
    segment: Segment
    number: int
    word: bytes
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
    found = answer_places(shards, list(places_of(shards, encoded(pattern.base), filters)), limit, blobs)
    found.notes.extend(notes_on(shards, pattern, filters, found.total))
    return found


def notes_on(shards: Sequence[Shard], pattern: NamePattern, filters: Filters, total: int) -> list[str]:
    """What to say of the references to a name."""
    if pattern.qualifiers and total:
        return [f"references are by name: these are all uses of {pattern.base}, whatever it belongs to"]
    if total or filters.kinds:
        return []
    if is_defined(shards, pattern.base):
        return [f"{pattern.base} is defined, but nothing refers to it"]
    near = nearest_names(shards, pattern.base)
    return [f"nothing refers to {pattern.base}; symbols with a name near it are {', '.join(near)}"] if near else []


def places_of(
    shards: Sequence[Shard], word: bytes, filters: Filters, inside: Within | None = None
) -> Iterator[FilePlaces]:
    """The places that refer to a name.

    Args:
        shards: Those to ask.
        word: The name.
        filters: What a match must be.
        inside: The files and ranges in which a place must stand; None where it may stand anywhere.
    """
    for shard in shards:
        kinds = ("", *shard.manifest.references)
        wanted = {code for code, kind in enumerate(kinds) if code != DEFINITION_CODE and filters.allows_kind(kind)}
        for segment in shard.segments:
            for number, all_places in segment.places(word):
                places = [place for place in all_places if place & CODE_MASK in wanted]
                row = segment.row(number) if places else None
                if row is None or not filters.allows_file(row):
                    continue
                if inside is not None:
                    places = _inside(segment, number, places, inside.ranges(segment, number))
                if places:
                    yield FilePlaces((row.penalty, shard.name, row.path), shard, segment, number, word, places)


def _inside(segment: Segment, number: int, places: list[int], ranges: Sequence[Range]) -> list[int]:
    lines = segment.line_starts(number) if ranges else ()
    bounds = [
        (lines[each.line] + each.column, lines[each.end_line] + each.end_column)
        for each in ranges
        if each.end_line < len(lines)
    ]
    return [place for place in places if any(start <= place >> PLACE_BITS < end for start, end in bounds)]


def answer_places(shards: Sequence[Shard], files: Sequence[FilePlaces], limit: int, blobs: Blobs) -> Answer:
    """The first of some places as matches, file by file."""
    total = sum(len(file.places) for file in files)
    matches: list[Match] = []
    for file in sorted(files, key=lambda file: (file.order, file.word)):
        if len(matches) == limit:
            break
        matches += _matches(file, limit - len(matches), blobs)
    return answer(shards, matches, total, notes=blobs.notes())


def _matches(file: FilePlaces, limit: int, blobs: Blobs) -> list[Match]:
    row = file.segment.row(file.number)
    lines = file.segment.line_starts(file.number)
    definitions = file.segment.definitions(file.number)
    kinds = ("", *file.shard.manifest.references)
    name = file.word.decode("utf-8", "surrogateescape")
    matches = []
    for place in file.places[:limit]:
        offset = place >> PLACE_BITS
        line = bisect_right(lines, offset) - 1
        column = offset - lines[line]
        around = enclosing(definitions, line, column)
        matches.append(
            Match(
                place=place_of(file.shard, row),
                range=Range(line, column, line, column + len(file.word)),
                end_line=line,
                name=name,
                symbol=row.separator.join((*around.scope, around.name)) if around else "",
                kind=kinds[place & CODE_MASK],
                role=Role.REFERENCE,
                signature=blobs.line(file.shard, row, lines[line], column),
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
