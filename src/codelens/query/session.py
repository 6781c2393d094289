"""A session: the shards and the blobs of one home, opened once and kept for all questions that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.errors import NotIndexedError
from codelens.index.checkpoints import never
from codelens.index.kept import Kept
from codelens.index.shard import open_current
from codelens.query.blobs import MOST_KEPT, Blobs
from codelens.query.repositories import meant
from codelens.query.shards import indexed_names, open_shards, pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from codelens.errors import ShardError
    from codelens.index.shard import Shard
    from codelens.locations import Home


class Session:
    """What a person or a recipe asks from first to last. It belongs to one thread.

    Args:
        home: Where the shards are.
        repositories: Names, globs, aliases or groups that every question is confined to; none asks all.
        revision: That every question is put to which names none; "" takes the one indexed last.
        broken: Told of each shard that can't be read.
        checkpoint: Called again and again while a question is answered, at least between files; it may raise
            :class:`~codelens.errors.WithdrawnError` to end it, and the session answers the next one.
        most_kept: Bytes of blobs that are kept to be read again, and as many of definitions.
    """

    def __init__(
        self,
        home: Home,
        repositories: Sequence[str] = (),
        revision: str = "",
        broken: Callable[[ShardError], None] = lambda _: None,
        checkpoint: Callable[[], None] = never,
        most_kept: int = MOST_KEPT,
    ) -> None:
        self.home = home
        self.repositories = tuple(repositories)
        self.revision = revision
        self.broken = broken
        self.checkpoint = checkpoint
        self.blobs = Blobs(checkpoint, most_kept)
        self._kept = Kept(most_kept)
        self._asked: dict[tuple[tuple[str, ...], str], list[Shard]] = {}
        self._opened: dict[Path, Shard] = {}
        self._pointers: dict[str, tuple[int, int]] | None = None

    def shards(self, repositories: Sequence[str] = (), revision: str = "") -> list[Shard]:
        """The shards that a question is put to.

        Args:
            repositories: Beside those of the session: a question can narrow, not widen.
            revision: Instead of the session's.

        Raises:
            NotIndexedError: Nothing is indexed of what is asked for; the message says what to update.
        """
        key = (tuple(repositories), revision)
        if key not in self._asked:
            if self._pointers is None:
                self._pointers = pointers(self.home)
            asked = repositories or self.repositories
            opened = open_shards(self.home, asked, revision or self.revision, self.broken, self._open)
            if repositories and self.repositories:
                opened = self._narrowed(opened, repositories)
            self._asked[key] = opened
        return self._asked[key]

    def is_current(self) -> bool:
        """Whether what is open is what the home holds now: no shard came, went or was written anew.

        It costs the state of a file a shard, so that it can be asked before each question.
        """
        return self._pointers is None or self._pointers == pointers(self.home)

    def _open(self, folder: Path) -> Shard:
        """The shard of a folder, opened once however it is asked for."""
        self.checkpoint()
        if folder not in self._opened:
            self._opened[folder] = open_current(folder, self.checkpoint, self._kept)
        return self._opened[folder]

    def _narrowed(self, opened: list[Shard], repositories: Sequence[str]) -> list[Shard]:
        allowed = meant(self.repositories, indexed_names(self.home), self.home)
        left = [shard for shard in opened if shard.name in allowed]
        if not left:
            message = f"{', '.join(repositories)}: left out by --repo {' --repo '.join(self.repositories)}"
            raise NotIndexedError(message)
        return left

    def close(self) -> None:
        """Close all shards and sources."""
        for shard in self._opened.values():
            shard.close()
        self._opened.clear()
        self._asked.clear()
        self.blobs.close()
