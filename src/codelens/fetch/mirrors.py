"""Mirrors: bare repositories under the home, each brought to one revision with one refspec, and no tags.

A mirror is ``<mirrors>/<name>.git``. The first fetch goes to ``<name>.git.part`` and is renamed when it is whole; later
ones add a pack, which libgit2 does atomically, and then move the reference. ``<name>.lock`` is held meanwhile by the
kernel's lock, which ends with its process, so what the holder finds half done is of a dead fetch and is cleared.
"""

from __future__ import annotations

import fcntl
import os
import queue
import shutil
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygit2
from pygit2.enums import RepositoryOpenFlag

from codelens.errors import CodelensError, FetchError, HomeError, RevisionError
from codelens.fetch.remotes import Callbacks, Cancelled, Phase, Progress, explaining, limit_waiting
from codelens.fetch.revisions import RemoteRevision, find_remote_revision, is_commit_id, mirror_reference

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from codelens.fetch.manifest import Repository

__all__ = ["FetchFailure", "FetchResult", "Phase", "Progress", "fetch", "fetch_all", "mirror_folder"]

_WHOLE_HISTORY = 2**31 - 1
_CLEARING_SECONDS = 1.0  # for fetches that are cancelled to remove what they have; the next one does it for the others


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What a fetch brought.

    Args:
        repository: Its name.
        commit: 40 hexadecimal digits; "" for a repository that is read in place.
        revision: What was asked for; for the default branch, its name.
        changed: Whether the revision has another commit than before.
        bytes: Received.

    """

    repository: str
    commit: str
    revision: str
    changed: bool
    bytes: int


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A repository that could not be fetched, and why."""

    repository: str
    error: CodelensError


def mirror_folder(mirrors: Path, name: str) -> Path:
    """Say where the mirror of a repository is, whether it is there yet or not."""
    return mirrors / f"{name}.git"


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
    callbacks = Callbacks(repository, progress, cancelled)
    with _locked(repository, mirrors):
        _clear_remains(mirrors, repository.name)
        mirror = mirror_folder(mirrors, repository.name)
        if _is_intact(mirror):
            try:
                return _fetch_into(repository, mirror, depth, callbacks)
            except _DamagedMirrorError:
                pass
        return _fetch_anew(repository, mirror, depth, callbacks)


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


class _DamagedMirrorError(Exception):
    """The mirror does not hold what it says; it is fetched anew."""


def _fetch_anew(repository: Repository, mirror: Path, depth: int, callbacks: Callbacks) -> FetchResult:
    part = mirror.with_name(f"{mirror.name}.part")
    try:
        with explaining(str(part), callbacks):
            pygit2.init_repository(str(part), bare=True)
        result = _fetch_into(repository, part, depth, callbacks)
        with explaining(str(mirror), callbacks):
            _replace(part, mirror)
    except _DamagedMirrorError as error:
        msg = f"{repository.manifest}: {repository.name}: the server's commit has no tree; fetch from another url"
        raise FetchError(msg) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return result


def _fetch_into(repository: Repository, folder: Path, depth: int, callbacks: Callbacks) -> FetchResult:
    repo = pygit2.Repository(str(folder), RepositoryOpenFlag.NO_SEARCH)
    before = _held(repo, repository.revision) if is_commit_id(repository.revision) else None
    if before is not None and repository.revision is not None:
        return FetchResult(repository.name, before, repository.revision, changed=False, bytes=0)
    callbacks.enter(Phase.CONNECTING)
    with explaining(repository.url or "", callbacks):
        remote = repo.remotes.create_anonymous(repository.url or "")
    with explaining(remote.url or "", callbacks):
        wanted = _ask(repository, remote, callbacks)
        before = _held(repo, wanted.revision)
        if before != wanted.commit:
            callbacks.enter(Phase.COUNTING)
            _receive(repo, remote, wanted, depth, callbacks)
        _settle(repository, repo, wanted)
    callbacks.enter(Phase.DONE)
    return FetchResult(repository.name, wanted.commit, wanted.revision, before != wanted.commit, callbacks.received[2])


def _ask(repository: Repository, remote: pygit2.Remote, callbacks: Callbacks) -> RemoteRevision:
    listed = remote.list_heads(callbacks=callbacks, proxy=True)
    if not listed:
        msg = f"{repository.manifest}: {repository.name}: the repository is empty; it has no commit yet"
        raise FetchError(msg)
    heads = {head.name: str(head.oid) for head in listed if head.name}
    default = next((head.symref_target for head in listed if head.name == "HEAD"), None)
    return find_remote_revision(repository, heads, default, repository.revision)


def _receive(
    repo: pygit2.Repository, remote: pygit2.Remote, wanted: RemoteRevision, depth: int, callbacks: Callbacks
) -> None:
    target = mirror_reference(wanted.revision)
    refspec = f"+{wanted.reference}:{target}"
    for commits in (depth or (_WHOLE_HISTORY if repo.is_shallow else 0), 0):
        try:
            remote.fetch([refspec], callbacks=callbacks, proxy=True, depth=commits)
        except pygit2.GitError as error:
            if "cannot fetch a specific object" in str(error):
                msg = (
                    f'{callbacks.where}: the server has no branch or tag at "{wanted.revision}" '
                    "and gives no commit by its id; name a tag or a branch"
                )
                raise RevisionError(msg) from error
            if commits and "shallow fetch is not supported" in str(error):
                continue
            raise
        break
    if target not in repo.references:
        msg = f'{callbacks.where}: revision "{wanted.revision}" vanished meanwhile; fetch again'
        raise RevisionError(msg)


def _settle(repository: Repository, repo: pygit2.Repository, wanted: RemoteRevision) -> None:
    """Check that the commit is there with its tree, and note the default branch and the time."""
    target = mirror_reference(wanted.revision)
    try:
        found = repo.references[target].peel()
    except (KeyError, pygit2.GitError) as error:
        raise _DamagedMirrorError from error
    if not isinstance(found, pygit2.Commit):
        repo.references.delete(target)
        msg = f'{repository.manifest}: {repository.name}: revision "{wanted.revision}" is no commit; name another'
        raise RevisionError(msg)
    if not repo.odb.exists(found.tree_id):
        raise _DamagedMirrorError
    if repository.revision is None:
        repo.references.create("HEAD", target, force=True)
    Path(repo.path, "FETCH_HEAD").write_text(f"{found.id}\t\t{wanted.revision}\n", encoding="utf-8")


def _held(repo: pygit2.Repository, revision: str | None) -> str | None:
    """Say which commit of a revision the mirror holds with its tree, if any."""
    try:
        reference = repo.references.get(mirror_reference(revision or ""))
        commit = None if reference is None else reference.peel(pygit2.Commit)
        return str(commit.id) if commit is not None and repo.odb.exists(commit.tree_id) else None
    except (KeyError, ValueError, pygit2.GitError):
        return None


def _is_intact(mirror: Path) -> bool:
    """Tell whether a mirror is there and holds each of its revisions; one that does not is fetched anew."""
    try:
        repo = pygit2.Repository(str(mirror), RepositoryOpenFlag.NO_SEARCH)
        revisions = [repo.references[name].peel(pygit2.Commit) for name in repo.references]
        return "HEAD" in repo.references and all(repo.odb.exists(commit.tree_id) for commit in revisions)
    except (KeyError, ValueError, pygit2.GitError):
        return False


def _replace(part: Path, mirror: Path) -> None:
    old = mirror.with_name(f"{mirror.name}.old")
    if mirror.exists():
        mirror.rename(old)
    part.rename(mirror)
    shutil.rmtree(old, ignore_errors=True)


def _clear_remains(mirrors: Path, name: str) -> None:
    """Clear what a fetch that died has left; the caller holds the lock, so nobody is still writing it."""
    mirror = mirror_folder(mirrors, name)
    for end in ("part", "old"):
        shutil.rmtree(mirrors / f"{mirror.name}.{end}", ignore_errors=True)
    for pattern in ("objects/pack/pack_git2_*", "objects/pack/tmp_*", "refs/**/*.lock", "*.lock"):
        for remains in mirror.glob(pattern):
            remains.unlink(missing_ok=True)


@contextmanager
def _locked(repository: Repository, mirrors: Path) -> Iterator[None]:
    lock = mirrors / f"{repository.name}.lock"
    try:
        mirrors.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        msg = f"{mirrors}: can't be written ({error.strerror}); choose another home with --home or CODELENS_HOME"
        raise HomeError(msg) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.read(descriptor, 20).decode("ascii", "replace").strip() or "another one"
        os.close(descriptor)
        msg = f"{repository.name}: process {holder} is fetching it; wait until it has finished"
        raise FetchError(msg) from error
    try:
        os.truncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)
