"""Alternatives that ask for references: the places of a name, or those that import a package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.query.modes.definitions import name_of
from codelens.query.modes.inside import inside
from codelens.query.names.candidates import encoded
from codelens.query.references import FilePlaces, answer_places, notes_on, places_of
from codelens.query.tree import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.blobs import Blobs
    from codelens.query.conditions import Part
    from codelens.query.matches import Answer


def references(parts: Sequence[Part], limit: int, blobs: Blobs) -> Answer:
    """The places that any of the parts asks for, each once.

    Args:
        parts: Each with its own shards and filters.
        limit: How many matches at the most; all are counted.
        blobs: Where the lines to show are read.

    Raises:
        UsageError: A part names nothing that could be referred to.
    """
    shards = list(dict.fromkeys(shard for part in parts for shard in part.shards))
    found: dict[tuple[object, int, bytes], FilePlaces] = {}
    for part in parts:
        for file in _places(part):
            key = (file.segment, file.number, file.word)
            before = found[key].places if key in found else []
            found[key] = replace(file, places=sorted({*before, *file.places}))
    answer = answer_places(shards, list(found.values()), limit, blobs)
    for part in parts:
        name = name_of(part)
        if name is not None and len(parts) == 1:
            answer.notes.extend(notes_on(part.shards, name, part.filters, answer.total))
        answer.notes.extend(part.notes)
    return replace(answer, truncated=answer.truncated or any(part.truncated for part in parts))


def _places(part: Part) -> Iterator[FilePlaces]:
    name = name_of(part)
    if name is not None and not part.regexes:
        yield from places_of(part.shards, encoded(name.base), part.filters, inside(part, names=False))
        return
    edges = [part.edges[leaf] for leaf in part.alternative.relations if leaf.relation is RelationKind.IMPORTS]
    if not edges or part.regexes:
        message = "references are asked for by name; add one, such as: Errorf role:reference"
        raise UsageError(message)
    filters = replace(part.filters, kinds=part.filters.kinds or ("import",))
    for word in sorted({word for words in edges[0].words.values() for word in words}):
        for file in places_of(part.shards, word, filters):
            if all(file.number in edge.files.get(file.segment, ()) for edge in edges):
                yield file
