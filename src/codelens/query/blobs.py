"""Reads source files for answers: the lines to show, the text to search. Only what is shown is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.errors import CodelensError
from codelens.index.cache import KnownExtractions
from codelens.index.checkpoints import never
from codelens.index.classes import extraction_key
from codelens.index.generations import unpack_location
from codelens.query.matches import shown_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from codelens.fetch.sources import Source
    from codelens.index.records import FileRow
    from codelens.index.shard import Shard
    from codelens.model import Extraction

MOST_KEPT = 128 * 1024 * 1024  # bytes: what is asked for again is not unpacked again
_WEIGHT = 200  # bytes that a kept file costs beside its own


class Blobs:
    """The blobs of some shards. Sources are opened when first needed; one that is gone reads as missing files.

    Args:
        checkpoint: Called before each blob; it may raise, to end what is asked.
        most_kept: Bytes of blobs that are kept to be read again.
    """

    def __init__(self, checkpoint: Callable[[], None] = never, most_kept: int = MOST_KEPT) -> None:
        self.checkpoint = checkpoint
        self._most_kept = most_kept
        self._sources: dict[str, Source | None] = {}
        self._kept: dict[tuple[str, str], bytes] = {}
        self._kept_bytes = 0
        self._extractions: dict[Path, KnownExtractions] = {}
        self.unreadable: set[str] = set()

    def begin(self) -> None:
        """Begin a question: what could not be read for the one before is tried again."""
        self.unreadable.clear()
        self._sources = {place: source for place, source in self._sources.items() if source is not None}

    def read(self, shard: Shard, row: FileRow) -> bytes | None:
        """A file's bytes, or None when its blob can't be read any more."""
        self.checkpoint()
        key = (_place(shard), row.blob)
        if key in self._kept:
            return self._kept[key]
        blob = self._read(shard, row)
        if blob is None:
            return None
        self._kept[key] = blob
        self._kept_bytes += len(blob) + _WEIGHT
        while self._kept_bytes > self._most_kept:
            self._kept_bytes -= len(self._kept.pop(next(iter(self._kept)))) + _WEIGHT
        return blob

    def _read(self, shard: Shard, row: FileRow) -> bytes | None:
        source = self._source(shard)
        if source is None or not row.blob:
            return None
        try:
            return source.read(row.blob, row.path)
        except CodelensError:
            self.unreadable.add(shard.name)
            return None

    def _source(self, shard: Shard) -> Source | None:
        from codelens.fetch.sources import open_location  # noqa: PLC0415 - 50 ms that most answers do not need

        place = _place(shard)
        if place not in self._sources:
            try:
                self._sources[place] = open_location(unpack_location(shard.manifest, shard.home))
            except CodelensError:
                self.unreadable.add(shard.name)
                self._sources[place] = None
        return self._sources[place]

    def extraction(self, shard: Shard, row: FileRow) -> Extraction | None:
        """What was extracted of a file, from the cache, or else from its blob; None when that can't be read."""
        from codelens.extract.extractor import extract  # noqa: PLC0415 - as for sources
        from codelens.extract.languages import load_languages  # noqa: PLC0415

        self.checkpoint()
        languages = load_languages()
        file = shard.home.cache
        known = self._extractions.setdefault(file, KnownExtractions(file))
        found = known.of(extraction_key(row.blob, row.path, languages))
        if found is None and (text := self.read(shard, row)) is not None:
            found = extract(text, languages.by_name.get(row.language), languages.captures)
        return found

    def line(self, shard: Shard, row: FileRow, start: int, column: int = 0) -> str:
        """The line that starts at a byte offset, as it is shown for a column; "" when the blob can't be read."""
        blob = self.read(shard, row)
        if blob is None:
            return ""
        end = blob.find(b"\n", start)
        return shown_line(blob[start : end if end >= 0 else len(blob)], column, column)

    def notes(self) -> list[str]:
        """A sentence for each repository whose blobs could not be read."""
        return [
            f"{name}: some sources can't be read any more, so their lines are not shown; run: codelens update {name}"
            for name in sorted(self.unreadable)
        ]

    def close(self) -> None:
        """Close the sources."""
        for source in self._sources.values():
            if source is not None:
                source.close()
        for known in self._extractions.values():
            known.close()


def _place(shard: Shard) -> str:
    """The name of the shard's folder: a repository may be indexed at several revisions."""
    return shard.generation.parent.name
