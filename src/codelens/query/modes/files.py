"""Alternatives of filters alone ask for files: those that pass, by path; those findable by path only too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.index.checkpoints import ordered
from codelens.model import Range
from codelens.query.matches import Answer, Confidence, Match, Tier
from codelens.query.shards import answer, checkpoint_of, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.index.records import FileRow
    from codelens.index.shard import Shard
    from codelens.query.conditions import Part


def files(parts: Sequence[Part], limit: int) -> Answer:
    """The files that any of the parts lets through, each once.

    Args:
        parts: Each with its own shards and filters.
        limit: How many matches at the most; all are counted.
    """
    shards = list(dict.fromkeys(shard for part in parts for shard in part.shards))
    found = {
        (row.penalty, len(row.path), shard.name, row.path): (shard, row)
        for part in parts
        for shard in part.shards
        for segment in shard.segments
        for row in map(segment.row, segment.files())
        if part.filters.allows_file(row)
    }
    first = ordered(found, lambda key: key, checkpoint_of(shards))[:limit]
    return answer(shards, [_match(*found[key]) for key in first], len(found))


def _match(shard: Shard, row: FileRow) -> Match:
    return Match(
        place=place_of(shard, row),
        range=Range(0, 0, 0, 0),
        end_line=max(row.lines - 1, 0),
        name=row.path.rpartition("/")[2],
        symbol="",
        kind="file",
        role=None,
        signature=f"skipped: {row.skipped}" if row.skipped else f"{row.lines} lines, {row.symbols} symbols",
        tier=Tier.TEXT,
        score=1.0,
        confidence=Confidence.TEXT,
    )
