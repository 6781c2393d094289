"""Sources: the source files of a repository, listed and read, whether it is a mirror, a local repository or a folder.

A source is pinned to its commit when it is opened: a fetch meanwhile changes nothing for its reader. It belongs to one
thread; a worker process opens its own from the picklable :class:`SourceLocation`.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pygit2

from codelens.errors import FetchError, RevisionError
from codelens.fetch.directory_source import DirectorySource
from codelens.fetch.git_source import GitSource
from codelens.fetch.installed.contents import folder_of, linked_folder
from codelens.fetch.installed.finding import find_again
from codelens.fetch.installed.places import Surroundings
from codelens.fetch.installed.source import InstalledSource
from codelens.fetch.mirror_folders import bytes_in, mirror_folder
from codelens.fetch.revisions import default_revision, find_local_revision, find_mirror_revision, mirror_reference
from codelens.fetch.source import WORKTREE, MissingObject, Source, SourceLocation, Unreadable, open_repository

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.fetch.manifest import Repository

__all__ = [
    "WORKTREE",
    "MirrorState",
    "MissingObject",
    "Source",
    "SourceLocation",
    "Unreadable",
    "locate",
    "mirror_state",
    "open_location",
    "open_source",
]


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
    if repository.installed is not None:
        return _locate_installed(repository, repository.installed, asked)
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
    if location.commit:
        return GitSource(location)
    return InstalledSource(location) if location.repository.installed else DirectorySource(location)


def mirror_state(repository: Repository, mirrors: Path) -> MirrorState | None:
    """Say what a mirror holds at the manifest's revision; None when it is not fetched, or read in place."""
    folder = mirror_folder(mirrors, repository.name)
    repo = None if repository.url is None else open_repository(folder)
    if repo is None:
        return None
    try:
        name = repository.revision or default_revision(repo) or ""
        commit = repo.references[mirror_reference(name)].peel(pygit2.Commit)
        fetched_at = datetime.fromtimestamp((folder / "FETCH_HEAD").stat().st_mtime, UTC)
    except (KeyError, ValueError, pygit2.GitError, OSError):
        return None
    return MirrorState(str(commit.id), fetched_at, bytes_in(folder))


def _locate_installed(repository: Repository, title: str, revision: str | None) -> SourceLocation:
    """Where a package is now, at the version that it has now; one that is linked is the folder it is linked to."""
    found = find_again(title, repository.path, revision, Surroundings())
    linked = linked_folder(found.package)
    if linked is not None:
        return _locate_path(replace(repository, path=linked, installed=None), linked, None)
    placed = replace(repository, path=found.package.root)
    return SourceLocation(placed, folder_of(found.package), found.version or WORKTREE, "")


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
    if repo is not None and repo.head_is_unborn and revision is None:
        what = (
            "its HEAD has no commit; name a revision"
            if list(repo.references)
            else "is an empty repository; commit first"
        )
        msg = f"{where}: {what}"
        raise FetchError(msg)
    if repo is not None:
        name, commit = find_local_revision(repository, repo, revision)
        return SourceLocation(repository, path, name, str(commit.id))
    if revision not in {None, WORKTREE}:
        msg = f'{where}: is no git repository, so it has no revision "{revision}"; leave the revision out'
        raise RevisionError(msg)
    return SourceLocation(repository, path, WORKTREE, "")
