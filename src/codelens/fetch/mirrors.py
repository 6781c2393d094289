"""Mirrors: bare repositories under the home, each brought to one revision with one refspec, and no tags.

A mirror is ``<mirrors>/<name>.git``. The first fetch goes to ``<name>.git.part`` and is renamed when it is whole; later
ones add a pack, which libgit2 does atomically, and then move the reference. ``<name>.lock`` is held meanwhile by the
kernel's lock, which ends with its process, so what the holder finds half done is of a dead fetch and is cleared.
"""

from __future__ import annotations

import queue
import shutil
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygit2

from codelens.errors import CodelensError, FetchError
from codelens.fetch.mirror_folders import clear_remains, is_intact, locked, mirror_folder, replace_mirror
from codelens.fetch.moves import moved_to
from codelens.fetch.remotes import Callbacks, Cancelled, Phase, Progress, explaining, limit_waiting
from codelens.fetch.room import keeping_room, require_room
from codelens.fetch.transfers import DamagedMirrorError, FetchResult, transfer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from codelens.fetch.manifest import Repository

__all__ = ["FetchFailure", "FetchResult", "Phase", "Progress", "fetch", "fetch_all", "mirror_folder"]

_CLEARING_SECONDS = 1.0  # for fetches that are cancelled to remove what they have; the next one does it for the others


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A repository that could not be fetched, and why."""

    repository: str
    error: CodelensError


def fetch(
    repository: Repository,
    mirrors: Path,
    *,
    depth: int = 1,
    progress: Callable[[Progress], None] | None = None,
    cancelled: threading.Event | None = None,
) -> FetchResult:
    """Bring the mirror of a repository to its revision; one that is read in place needs nothing.

    Args:
        repository: An entry of the manifest.
        mirrors: The folder of all mirrors; made when it is missing.
        depth: How many commits of history; 0 is all. A local transport always brings all.
        progress: Called from this thread, at most 20 times a second.
        cancelled: When it is set, the fetch stops at the next packet.

    Raises:
        FetchError: The repository can't be fetched; RevisionError when only its revision is not there.
        HomeError: The folder of mirrors can't be written.

    """
    if repository.url is None:
        return FetchResult(repository.name, "", repository.revision or "", changed=False, bytes=0)
    limit_waiting()
    callbacks = Callbacks(repository, keeping_room(repository, mirrors, progress), cancelled)
    with locked(repository.name, mirrors):
        clear_remains(mirrors, repository.name)
        require_room(repository, mirrors)
        mirror = mirror_folder(mirrors, repository.name)
        if is_intact(mirror):
            try:
                return transfer(repository, mirror, depth, callbacks)
            except DamagedMirrorError:
                pass
        return replace(_fetch_anew(repository, mirror, depth, callbacks), moved=_moved(repository, mirror))


def fetch_all(
    repositories: Sequence[Repository],
    mirrors: Path,
    *,
    jobs: int = 4,
    depth: int = 1,
    progress: Callable[[Progress], None] | None = None,
) -> Generator[FetchResult | FetchFailure, None, None]:
    """Fetch several repositories at once, and yield each as it ends; a broken one does not stop the others.

    ``progress`` is called from the fetching threads. Closing the iterator, as KeyboardInterrupt does, stops the rest.
    """
    waiting: queue.SimpleQueue[Repository] = queue.SimpleQueue()
    ended: queue.SimpleQueue[FetchResult | FetchFailure | BaseException] = queue.SimpleQueue()
    cancelled = threading.Event()
    for repository in repositories:
        waiting.put(repository)

    def work() -> None:
        while not cancelled.is_set():
            try:
                ended.put(_try_fetch(waiting.get_nowait(), mirrors, depth, progress, cancelled))
            except (queue.Empty, Cancelled):
                return
            except BaseException as error:  # noqa: BLE001 - a thread's defect is raised where the results are read
                ended.put(error)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(min(max(jobs, 1), len(repositories)))]
    for thread in threads:
        thread.start()
    try:
        for _ in repositories:
            result = ended.get()
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        cancelled.set()
        until = time.monotonic() + _CLEARING_SECONDS
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))


def _try_fetch(
    repository: Repository,
    mirrors: Path,
    depth: int,
    progress: Callable[[Progress], None] | None,
    cancelled: threading.Event,
) -> FetchResult | FetchFailure:
    try:
        return fetch(repository, mirrors, depth=depth, progress=progress, cancelled=cancelled)
    except CodelensError as error:
        return FetchFailure(repository.name, error)


def _moved(repository: Repository, mirror: Path) -> str:
    """Where a repository is now; asked where git asks, which its configuration may have set to another host."""
    asked = pygit2.Repository(str(mirror)).remotes.create_anonymous(repository.url or "").url
    return moved_to(asked or "")


def _fetch_anew(repository: Repository, mirror: Path, depth: int, callbacks: Callbacks) -> FetchResult:
    part = mirror.with_name(f"{mirror.name}.part")
    try:
        with explaining(str(part), callbacks):
            pygit2.init_repository(str(part), bare=True)
        result = transfer(repository, part, depth, callbacks)
        with explaining(str(mirror), callbacks):
            replace_mirror(part, mirror)
    except DamagedMirrorError as error:
        msg = f"{repository.manifest}: {repository.name}: the server's commit has no tree; fetch from another url"
        raise FetchError(msg) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return result
