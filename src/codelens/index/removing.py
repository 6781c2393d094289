"""Takes the shards of a repository away; who reads one at this moment is told that it is gone."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import unquote

from codelens.errors import HomeError
from codelens.index.generations import ShardFolder

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.locations import Home


def shards_of(home: Home, repository: str) -> list[Path]:
    """The folders of a repository's shards, whole or not, at all revisions.

    Raises:
        HomeError: The folder of shards can't be read.
    """
    try:
        folders = sorted(home.shards.iterdir()) if home.shards.is_dir() else []
    except OSError as error:
        message = f"{home.shards}: can't be read ({error.strerror}); mend its permissions or pass --home"
        raise HomeError(message) from error
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
                _delete(shard)
            except OSError as error:
                message = f"{folder}: can't be deleted ({error.strerror}); delete it yourself"
                raise HomeError(message) from error


def _delete(shard: ShardFolder) -> None:
    """Delete what is in a shard's folder; its lock, which the caller holds, goes last: nobody writes meanwhile."""
    (shard.folder / "current").unlink(missing_ok=True)  # from here on it is no shard any more
    for each in shard.folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        elif each != shard.lock:
            each.unlink()
    shard.lock.unlink()
    with suppress(OSError):  # somebody else begins to write it anew
        shard.folder.rmdir()
