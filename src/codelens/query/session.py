"""A session: the shards and the blobs of one home, opened once and kept for all questions that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.errors import NotIndexedError
from codelens.query.blobs import Blobs
from codelens.query.repositories import meant
from codelens.query.shards import indexed_names, open_shards

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    """

    def __init__(
        self,
        home: Home,
        repositories: Sequence[str] = (),
        revision: str = "",
        broken: Callable[[ShardError], None] = lambda _: None,
    ) -> None:
        self.home = home
        self.repositories = tuple(repositories)
        self.revision = revision
        self.broken = broken
        self.blobs = Blobs()
        self._opened: dict[tuple[tuple[str, ...], str], list[Shard]] = {}

    def shards(self, repositories: Sequence[str] = (), revision: str = "") -> list[Shard]:
        """The shards that a question is put to.

        Args:
            repositories: Beside those of the session: a question can narrow, not widen.
            revision: Instead of the session's.

        Raises:
            NotIndexedError: Nothing is indexed of what is asked for; the message says what to update.
        """
        key = (tuple(repositories), revision)
        if key not in self._opened:
            asked = repositories or self.repositories
            opened = open_shards(self.home, asked, revision or self.revision, self.broken)
            if repositories and self.repositories:
                opened = self._narrowed(opened, repositories)
            self._opened[key] = opened
        return self._opened[key]

    def _narrowed(self, opened: list[Shard], repositories: Sequence[str]) -> list[Shard]:
        allowed = meant(self.repositories, indexed_names(self.home))
        left = [shard for shard in opened if shard.name in allowed]
        if not left:
            message = f"{', '.join(repositories)}: left out by --repo {' --repo '.join(self.repositories)}"
            raise NotIndexedError(message)
        return left

    def close(self) -> None:
        """Close all shards and sources."""
        for shards in self._opened.values():
            for shard in shards:
                shard.close()
        self._opened.clear()
        self.blobs.close()
