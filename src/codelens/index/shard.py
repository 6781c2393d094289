"""A shard as it is read: one generation of a repository's index, and the segments that it has."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from codelens.errors import ShardError
from codelens.index.blaming import blame
from codelens.index.checkpoints import never
from codelens.index.generations import pointed, read_manifest
from codelens.index.kept import Kept
from codelens.index.segment import Segment
from codelens.index.segments import read_segments
from codelens.locations import Home

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Shard:
    """A generation of one repository's index.

    Args:
        generation: Its folder.
        checkpoint: Called between the records that are read; it may raise, to end what is asked.
        kept: Bounds what is kept of this shard and others together.
    """

    def __init__(self, generation: Path, checkpoint: Callable[[], None] = never, kept: Kept | None = None) -> None:
        """Open a generation.

        Raises:
            ShardError: It is damaged or of another format version.
        """
        self.generation = generation
        self.checkpoint = checkpoint
        self._kept = kept or Kept()
        self.manifest = read_manifest(generation)

    @cached_property
    def segments(self) -> list[Segment]:
        """Its segments.

        Raises:
            ShardError: The tables of contents can't be read.
        """
        try:
            symbols, files = (read_segments(self.generation / name, name) for name in ("symbols", "files"))
            return [
                Segment(self.generation, one, other, self.checkpoint, self._kept)
                for one, other in zip(symbols, files, strict=True)
            ]
        except Exception as error:
            blame(self.generation, error)
            message = f"{self.name}: the index is damaged ({error}); run: codelens index --rebuild {self.name}"
            raise ShardError(message) from error

    @property
    def home(self) -> Home:
        """The home that holds it."""
        return Home(self.generation.parents[2])

    @property
    def name(self) -> str:
        """The repository's name."""
        return self.manifest.repository

    def close(self) -> None:
        """Close what was opened."""
        for segment in self.__dict__.get("segments", ()):
            segment.close()


def open_current(folder: Path, checkpoint: Callable[[], None] = never, kept: Kept | None = None) -> Shard:
    """Open the current generation of a shard's folder; one that is replaced at this moment is asked for again.

    Args:
        folder: Of the shard.
        checkpoint: See :class:`Shard`.
        kept: The same.

    Raises:
        ShardError: It is damaged or of another format version.
    """
    generation = pointed(folder) or folder / "g-missing"
    while True:
        try:
            return Shard(generation, checkpoint, kept)
        except ShardError:
            before, generation = generation, pointed(folder) or folder / "g-missing"
            if before == generation:
                raise
