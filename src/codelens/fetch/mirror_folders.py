"""The folder of a mirror: who may write it, what a dead fetch has left, whether it is whole, and how it is replaced."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pygit2
from pygit2.enums import RepositoryOpenFlag

from codelens.errors import FetchError, HomeError
from codelens.locations import is_still_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def mirror_folder(mirrors: Path, name: str) -> Path:
    """Say where the mirror of a repository is, whether it is there yet or not."""
    return mirrors / f"{name}.git"


def bytes_in(folder: Path) -> int:
    """Bytes of all files in a folder and below; what goes meanwhile has none, as has a folder that is not there."""
    held = 0
    for above, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                held += os.lstat(os.path.join(above, name)).st_size  # noqa: PTH118 - of many files
    return held


def is_intact(mirror: Path) -> bool:
    """Tell whether a mirror is there and holds each of its revisions; one that does not is fetched anew."""
    try:
        repo = pygit2.Repository(str(mirror), RepositoryOpenFlag.NO_SEARCH)
        revisions = [repo.references[name].peel(pygit2.Commit) for name in repo.references]
        return "HEAD" in repo.references and all(repo.odb.exists(commit.tree_id) for commit in revisions)
    except (KeyError, ValueError, pygit2.GitError):
        return False


def replace_mirror(part: Path, mirror: Path) -> None:
    """Put a mirror that is whole in the place of the one before."""
    old = mirror.with_name(f"{mirror.name}.old")
    if mirror.exists():
        mirror.rename(old)
    part.rename(mirror)
    shutil.rmtree(old, ignore_errors=True)


def remove_mirror(mirrors: Path, name: str) -> None:
    """Delete a mirror; one that is not there is fine.

    Raises:
        FetchError: Another process is fetching it.
        HomeError: It can't be deleted.

    """
    if not mirrors.is_dir():
        return
    with locked(name, mirrors):
        clear_remains(mirrors, name)
        try:
            if mirror_folder(mirrors, name).exists():
                shutil.rmtree(mirror_folder(mirrors, name))
            (mirrors / f"{name}.lock").unlink()
        except OSError as error:
            msg = f"{mirror_folder(mirrors, name)}: can't be deleted ({error.strerror}); delete it yourself"
            raise HomeError(msg) from error


def clear_remains(mirrors: Path, name: str) -> None:
    """Clear what a fetch that died has left; the caller holds the lock, so nobody is still writing it."""
    mirror = mirror_folder(mirrors, name)
    for end in ("part", "old"):
        shutil.rmtree(mirrors / f"{mirror.name}.{end}", ignore_errors=True)
    for pattern in ("objects/pack/pack_git2_*", "objects/pack/tmp_*", "refs/**/*.lock", "*.lock"):
        for remains in mirror.glob(pattern):
            remains.unlink(missing_ok=True)


@contextmanager
def locked(name: str, mirrors: Path) -> Iterator[None]:
    """Be the one that writes a mirror.

    Raises:
        FetchError: Another process is fetching it.
        HomeError: The folder of mirrors can't be written.

    """
    lock = mirrors / f"{name}.lock"
    descriptor = _lock(lock)
    while not is_still_at(descriptor, lock):  # whoever removed the mirror removed the lock that was waited for
        os.close(descriptor)
        descriptor = _lock(lock)
    try:
        os.truncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)


def _lock(lock: Path) -> int:
    """Lock a file, and give its descriptor."""
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        msg = f"{lock.parent}: can't be written ({error.strerror}); choose another home with --home or CODELENS_HOME"
        raise HomeError(msg) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.read(descriptor, 20).decode("ascii", "replace").strip() or "another one"
        os.close(descriptor)
        msg = f"{lock.name.removesuffix('.lock')}: process {holder} is fetching it; wait until it has finished"
        raise FetchError(msg) from error
    return descriptor
