"""Sources: the source files of a repository, listed and read, whether it is a mirror, a local repository or a folder.

A source is pinned to its commit when it is opened: a fetch meanwhile changes nothing for its reader. It belongs to one
thread; a worker process opens its own from the picklable :class:`SourceLocation`.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pygit2
from pygit2.enums import RepositoryOpenFlag

from codelens.errors import CodelensError, FetchError, RevisionError
from codelens.fetch.manifest import Repository
from codelens.fetch.mirrors import mirror_folder
from codelens.fetch.revisions import default_revision, find_local_revision, find_mirror_revision, mirror_reference
from codelens.model import Skip, SourceFile

WORKTREE = "worktree"
"""The revision of a plain directory."""


class MissingObject(CodelensError):  # noqa: N818 - the word of the skip reason
    """A blob is not in the repository's store."""


class Unreadable(CodelensError):  # noqa: N818 - the word of the skip reason
    """A file of a plain directory can't be read, or has changed since it was listed."""


@dataclass(frozen=True, slots=True)
class SourceLocation:
    """Where a source is, pinned and picklable: what a worker process needs to open it again.

    Args:
        repository: The entry of the manifest.
        folder: The mirror, the local repository or the plain directory.
        revision: What was asked for.
        commit: 40 hexadecimal digits; "" is a plain directory.
    """

    repository: Repository
    folder: Path
    revision: str
    commit: str


class Source(Protocol):
    """The files of a repository at a commit, or of a plain directory as it is.

    ``revision`` is what was asked for: for the default branch its name, for a plain directory ``worktree``.
    ``commit`` is 40 hexadecimal digits, or "" for a plain directory.
    """

    @property
    def repository(self) -> Repository: ...
    @property
    def revision(self) -> str: ...
    @property
    def commit(self) -> str: ...
    @property
    def location(self) -> SourceLocation: ...

    def files(self) -> Iterator[SourceFile | Skip]:
        """List every file once in a stable order: as a source file to be read, or as a skip with its reason."""

    def read(self, blob: str, path: str = "") -> bytes:
        """Read a blob whole.

        Args:
            blob: The id from :meth:`files`.
            path: The path from :meth:`files`; spares a plain directory from being listed to find the blob.

        Raises:
            MissingObject: The store of a git repository lacks it.
            Unreadable: A file of a plain directory can't be read or has changed.
        """

    def close(self) -> None:
        """Let go of the store."""


@dataclass(frozen=True, slots=True)
class MirrorState:
    """What the mirror of a repository holds.

    Args:
        commit: 40 hexadecimal digits.
        fetched_at: When a fetch last succeeded, in UTC.
        bytes: On the disk.
    """

    commit: str
    fetched_at: datetime
    bytes: int


def open_source(repository: Repository, mirrors: Path, revision: str | None = None) -> Source:
    """Open a repository at a revision; None is the manifest's, and failing that the default branch.

    Raises:
        FetchError: It is not fetched yet, or its path is no folder; RevisionError when the revision is not there.
    """
    return open_location(locate(repository, mirrors, revision))


def locate(repository: Repository, mirrors: Path, revision: str | None = None) -> SourceLocation:
    """Say where a repository is read at a revision, and pin it to a commit; raises what :func:`open_source` does."""
    asked = repository.revision if revision is None else revision
    if repository.path is not None:
        return _locate_path(repository, repository.path, asked)
    folder = mirror_folder(mirrors, repository.name)
    repo = open_repository(folder)
    if repo is None:
        what = "its mirror is damaged" if folder.exists() else "it is not fetched yet"
        msg = f"{repository.name}: {what}; run: codelens fetch {repository.name}"
        raise FetchError(msg)
    name, commit = find_mirror_revision(repository, repo, asked)
    return SourceLocation(repository, folder, name, str(commit.id))


def open_location(location: SourceLocation) -> Source:
    """Open what :attr:`Source.location` says, as cheaply as it can be done.

    Raises:
        FetchError: It is no longer there.
    """
    from codelens.fetch.directory_source import DirectorySource  # noqa: PLC0415 - both name this module's types
    from codelens.fetch.git_source import GitSource  # noqa: PLC0415

    return GitSource(location) if location.commit else DirectorySource(location)


def mirror_state(repository: Repository, mirrors: Path) -> MirrorState | None:
    """Say what the mirror of a repository holds at the manifest's revision; None when it is not fetched, or in place."""
    folder = mirror_folder(mirrors, repository.name)
    repo = None if repository.url is None else open_repository(folder)
    if repo is None:
        return None
    try:
        name = repository.revision or default_revision(repo) or ""
        commit = repo.references[mirror_reference(name)].peel(pygit2.Commit)
        fetched_at = datetime.fromtimestamp((folder / "FETCH_HEAD").stat().st_mtime, UTC)
        held = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    except (KeyError, ValueError, pygit2.GitError, OSError):
        return None
    return MirrorState(str(commit.id), fetched_at, held)


def open_repository(folder: Path) -> pygit2.Repository | None:
    """Open the git repository whose root a folder is, whoever owns it: nothing of it is ever run."""
    pygit2.settings.owner_validation = False
    try:
        return pygit2.Repository(str(folder), RepositoryOpenFlag.NO_SEARCH)
    except (KeyError, pygit2.GitError):
        return None


def _locate_path(repository: Repository, path: Path, revision: str | None) -> SourceLocation:
    where = f"{repository.manifest}: {repository.name}: path: {path}"
    try:
        os.scandir(path).close()
    except OSError as error:
        what = {errno.ENOENT: "is not there", errno.ENOTDIR: "is no folder"}.get(error.errno or 0, error.strerror)
        msg = f"{where}: {what}; correct the path, or give a url to fetch from"
        raise FetchError(msg) from error
    repo = open_repository(path)
    if repo is None and os.path.lexists(path / ".git"):
        msg = f"{where}: is a git repository that can't be read; check it with: git -C {path} fsck"
        raise FetchError(msg)
    if repo is not None and repo.is_empty and revision is None:
        msg = f"{where}: is an empty repository; commit something to it first"
        raise FetchError(msg)
    if repo is not None:
        name, commit = find_local_revision(repository, repo, revision)
        return SourceLocation(repository, path, name, str(commit.id))
    if revision not in {None, WORKTREE}:
        msg = f'{where}: is no git repository, so it has no revision "{revision}"; leave the revision out'
        raise RevisionError(msg)
    return SourceLocation(repository, path, WORKTREE, "")
