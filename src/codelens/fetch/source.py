"""The nouns of reading: a source, where it is, and what can be wrong with one of its files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pygit2
from pygit2.enums import RepositoryOpenFlag

from codelens.errors import CodelensError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from codelens.fetch.manifest import Repository
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
    def repository(self) -> Repository:
        """The entry of the manifest."""

    @property
    def revision(self) -> str:
        """What was asked for."""

    @property
    def commit(self) -> str:
        """What it resolved to."""

    @property
    def location(self) -> SourceLocation:
        """What opens it again in another process."""

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


def open_repository(folder: Path) -> pygit2.Repository | None:
    """Open the git repository whose root a folder is, whoever owns it: nothing of it is ever run."""
    pygit2.settings.owner_validation = False
    try:
        return pygit2.Repository(str(folder), RepositoryOpenFlag.NO_SEARCH)
    except (KeyError, pygit2.GitError):
        return None
