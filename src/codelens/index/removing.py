"""Takes the shards of a repository away; who reads one at this moment is told that it is gone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote

from codelens.errors import HomeError
from codelens.index.generations import ShardFolder

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.locations import Home


def shards_of(home: Home, repository: str) -> list[Path]:
    """The folders of a repository's shards, whole or not, at all revisions."""
    folders = sorted(home.shards.iterdir()) if home.shards.is_dir() else []
    return [folder for folder in folders if folder.name.startswith(f"{repository}@")]


def remove_shards(home: Home, repository: str) -> None:
    """Delete the shards of a repository; none is fine.

    Raises:
        LockedError: Another process writes one of them.
        HomeError: One can't be deleted.
    """
    for folder in shards_of(home, repository):
        shard = ShardFolder(home.shards, repository, unquote(folder.name.partition("@")[2]))
        with shard.locked():
            try:
                (folder / "current").unlink(missing_ok=True)  # from here on it is no shard any more
                shutil.rmtree(folder)
            except OSError as error:
                message = f"{folder}: can't be deleted ({error.strerror}); delete it yourself"
                raise HomeError(message) from error
