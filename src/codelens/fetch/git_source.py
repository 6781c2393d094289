"""The files of a git repository at a commit, straight from its object store: a mirror, or a local repository.

What is in a tree is taken as data: a name such as ``..`` is a path to show, and a tree so made that it unfolds to
billions of files ends in an error, not in a full memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygit2
from pygit2.enums import FileMode

from codelens.errors import FetchError
from codelens.fetch.source import MissingObject, SourceLocation, open_repository
from codelens.globs import selection
from codelens.model import Skip, SkipReason, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.fetch.manifest import Repository

MOST_FILES = 2_000_000
MOST_PATH_BYTES = 4096
_UNREAD = {FileMode.LINK: SkipReason.SYMLINK, FileMode.COMMIT: SkipReason.SUBMODULE}


class GitSource:
    """A commit of a git repository; see :class:`codelens.fetch.source.Source`."""

    def __init__(self, location: SourceLocation) -> None:
        repo = open_repository(location.folder)
        if repo is None:
            name = location.repository.name
            msg = f"{name}: {location.folder} is gone; run: codelens fetch {name}"
            raise FetchError(msg)
        self.location = location
        self._repo = repo
        self._odb = repo.odb

    @property
    def repository(self) -> Repository:
        """The entry of the manifest."""
        return self.location.repository

    @property
    def revision(self) -> str:
        """What was asked for."""
        return self.location.revision

    @property
    def commit(self) -> str:
        """What it resolved to."""
        return self.location.commit

    def files(self) -> Iterator[SourceFile | Skip]:
        """List every file of the commit, in git's order of names.

        Raises:
            FetchError: The commit itself is gone, or it unfolds to more files than any honest repository has.

        """
        selected = selection(self.repository.include, self.repository.exclude)
        for count, (path, found) in enumerate(self._walk(), 1):
            if count > MOST_FILES:
                msg = f"{self.repository.name}: has more than {MOST_FILES:,} files; it is not read"
                raise FetchError(msg)
            yield found if isinstance(found, Skip) else self._list_file(path, found, selected(path))

    def read(self, blob: str, path: str = "") -> bytes:
        """Read a blob from the store; the path is only for the message."""
        try:
            _, content = self._odb.read(blob)
        except (KeyError, ValueError, pygit2.GitError) as error:
            msg = f"{self.repository.name}: {path or blob}: its object {blob} is not in the repository's store"
            raise MissingObject(msg) from error
        return content

    def close(self) -> None:
        """Close the store's files."""
        self._repo.free()

    def _list_file(self, path: str, entry: pygit2.Object, selected: bool) -> SourceFile | Skip:  # noqa: FBT001
        if entry.filemode in _UNREAD:
            return Skip(path, _UNREAD[FileMode(entry.filemode)])
        if not selected:
            return Skip(path, SkipReason.EXCLUDED)
        try:
            _, size = self._odb.read_header(entry.id)
        except (KeyError, pygit2.GitError):
            return Skip(path, SkipReason.MISSING, f"object {entry.id}")
        return SourceFile(path, str(entry.id), size)

    def _walk(self) -> Iterator[tuple[str, pygit2.Object | Skip]]:
        """Walk the trees without recursion; a folder whose tree is missing is one skip."""
        waiting: list[tuple[bytes, Iterator[pygit2.Object]]] = [(b"", iter(self._root()))]
        while waiting:
            above, entries = waiting[-1]
            entry = next(entries, None)
            if entry is None:
                waiting.pop()
                continue
            name = above + (entry.raw_name or b"")
            path = name.decode("utf-8", "surrogateescape")
            if len(name) > MOST_PATH_BYTES:
                yield path, Skip(path, SkipReason.UNREADABLE, "its path is too long")
            elif not isinstance(entry, pygit2.Tree):
                yield path, entry
            else:
                try:
                    waiting.append((name + b"/", iter(entry)))
                except (KeyError, pygit2.GitError):
                    yield path, Skip(path, SkipReason.MISSING, f"tree {entry.id}")

    def _root(self) -> pygit2.Tree:
        try:
            commit = self._repo[self.commit]
            tree = commit.peel(pygit2.Tree)
        except (KeyError, ValueError, pygit2.GitError) as error:
            msg = (
                f"{self.repository.name}: commit {self.commit} is no longer in {self.location.folder}; "
                f"run: codelens fetch {self.repository.name}"
            )
            raise FetchError(msg) from error
        return tree
