"""The lines that a text search found, as matches: only what is shown is made one."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from codelens.index.checkpoints import checked
from codelens.model import Range
from codelens.query.matches import Confidence, Match, Tier, shown_line
from codelens.query.references import enclosing
from codelens.query.shards import place_of
from codelens.query.text.matching import first_visible, line_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.query.blobs import Blobs
    from codelens.query.text.lines import FileLines
    from codelens.query.text.standing import Places


def matches_of(file: FileLines, limit: int, blobs: Blobs, places: Places) -> Iterator[Match]:
    """The first lines of a file as matches."""
    row = file.segment.row(file.number)
    blob = blobs.read(file.shard, row)
    if blob is None:
        return
    definitions = file.segment.definitions(file.number)
    place = place_of(file.shard, row)
    standing = places.of(row.language, blob)
    line = counted = 0
    found = islice(zip(file.starts, file.ends, file.line_ends, strict=True), limit)
    for start, found_end, stop in checked(found, blobs.checkpoint):
        first = line_start(blob, start)
        line += blob.count(b"\n", counted, first)
        counted = first
        column = start - first
        end = found_end
        around = enclosing(definitions, line, first_visible(blob, start, end) - first)
        if end == stop > start and blob[end - 1 : end] == b"\r":
            end -= 1
        yield Match(
            place=place,
            range=Range(line, column, line, min(end, stop) - first),
            end_line=line,
            name=blob[start:end].decode("utf-8", "replace"),
            symbol=row.separator.join((*around.scope, around.name)) if around else "",
            kind="",
            role=None,
            signature=shown_line(blob[first:stop], column, end - first),
            tier=Tier.TEXT,
            score=round(1.0 - min(row.penalty, 9) / 10, 4),
            confidence=Confidence.TEXT,
            stands=standing.at(first_visible(blob, start, end)) if standing else "",
        )
