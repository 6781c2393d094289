"""The files of a plain directory, as they are: nothing is followed out of it, and nothing but a regular file is opened.

Left out without a word is what is no source by any account: the stores of version control and the caches that tools
leave behind (:data:`LEFT_OUT`). A blob id is the one git would give, so an edit that keeps size and time is seen, and a
file that stands in two places is extracted once; above :data:`HASHED_BYTES` it is made from the file's state instead.
"""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING, Protocol

from codelens.errors import FetchError
from codelens.fetch.source import SourceLocation, Unreadable
from codelens.globs import selection
from codelens.model import Skip, SkipReason, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codelens.fetch.manifest import Repository

_STORES = {b".git", b".hg", b".svn"}
_CACHES = {b"__pycache__", b".mypy_cache", b".pytest_cache", b".ruff_cache", b".tox", b".hypothesis"}
LEFT_OUT = frozenset(_STORES | _CACHES)
HASHED_BYTES = 16 << 20
_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class DirectorySource:
    """A plain directory; see :class:`codelens.fetch.source.Source`."""

    def __init__(self, location: SourceLocation) -> None:
        self.location = location
        self._root = os.fsencode(location.folder)
        self._paths: dict[str, str] = {}

    @property
    def repository(self) -> Repository:
        """The entry of the manifest."""
        return self.location.repository

    @property
    def revision(self) -> str:
        """``worktree``."""
        return self.location.revision

    @property
    def commit(self) -> str:
        """The empty text: there is no commit."""
        return self.location.commit

    def files(self) -> Iterator[SourceFile | Skip]:
        """List every file in the order of their names' bytes; each that is to be read is hashed for its blob id.

        Raises:
            FetchError: The folder itself can't be listed.

        """
        selected = selection(self.repository.include, self.repository.exclude)
        for name, entry in self._entries():
            path = name.decode("utf-8", "surrogateescape")
            if isinstance(entry, str):
                yield Skip(path, SkipReason.UNREADABLE, entry)
            elif entry.is_symlink():
                yield Skip(path, SkipReason.SYMLINK)
            elif not entry.is_file(follow_symlinks=False):
                yield Skip(path, SkipReason.UNREADABLE, "is no regular file")
            elif not selected(path):
                yield Skip(path, SkipReason.EXCLUDED)
            else:
                yield self._list_file(path, entry)

    def _entries(self) -> Iterator[tuple[bytes, Entry | str]]:
        """All that is no folder, by its path; a folder that can't be listed with the reason."""
        yield from walk(self._top())

    def _top(self) -> list[os.DirEntry[bytes]]:
        """What is in the folder itself.

        Raises:
            FetchError: It can't be listed.
        """
        try:
            return scan(self._root)
        except OSError as error:
            where = f"{self.repository.name}: {self.location.folder}"
            msg = f"{where} can't be read ({_reason(error)}); correct its path, or bring it back"
            raise FetchError(msg) from error

    def read(self, blob: str, path: str = "") -> bytes:
        """Read the file that had this blob id when it was listed; without its path, the directory is listed first."""
        if not path and blob not in self._paths:
            for _ in self.files():
                pass
        path = path or self._paths.get(blob, "")
        if not path:
            msg = f"{self.repository.name}: no file has the content {blob} any more; run: codelens index"
            raise Unreadable(msg)
        try:
            found, content = _read(b"%b/%b" % (self._root, path.encode("utf-8", "surrogateescape")))
        except (OSError, ValueError) as error:
            msg = f"{self.repository.name}: {path}: can't be read: {_reason(error)}"
            raise Unreadable(msg) from error
        if found != blob:
            msg = f"{self.repository.name}: {path}: has changed since it was listed"
            raise Unreadable(msg)
        return content

    def close(self) -> None:
        """Forget which file has which blob."""
        self._paths.clear()

    def _list_file(self, path: str, entry: Entry) -> SourceFile | Skip:
        try:
            state = entry.stat(follow_symlinks=False)
            if state.st_size > HASHED_BYTES:
                blob, size = _state_id(entry.path, state), state.st_size
            else:
                blob, content = _read(entry.path)
                size = len(content)
        except (OSError, ValueError) as error:
            return Skip(path, SkipReason.UNREADABLE, _reason(error))
        self._paths[blob] = path
        return SourceFile(path, blob, size)


class Entry(Protocol):
    """A name in a folder, as :func:`os.scandir` has it."""

    @property
    def path(self) -> bytes:
        """Where it is."""

    def is_symlink(self) -> bool:
        """Whether it is a link."""

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        """Whether it is a regular file."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        """What the system says of it."""


def walk(
    top: list[os.DirEntry[bytes]], start: bytes = b"", left_out: Callable[[bytes], bool] = lambda _: False
) -> Iterator[tuple[bytes, Entry | str]]:
    """Walk without recursion; a folder that can't be listed is yielded with the reason.

    Args:
        top: What is in the folder to begin with.
        start: Its own path with a ``/`` at the end, or nothing.
        left_out: Whether a path is left out, and a folder with all that is in it.
    """
    waiting = [(start, iter(top))]
    while waiting:
        above, entries = waiting[-1]
        entry = next(entries, None)
        if entry is None:
            waiting.pop()
        elif entry.name in LEFT_OUT or left_out(above + entry.name):
            continue
        elif not entry.is_dir(follow_symlinks=False):
            yield above + entry.name, entry
        else:
            name = above + entry.name
            try:
                waiting.append((name + b"/", iter(scan(entry.path))))
            except OSError as error:
                yield name, _reason(error)


def scan(folder: bytes) -> list[os.DirEntry[bytes]]:
    """What is in a folder, in the order of names."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _read(path: bytes) -> tuple[str, bytes]:
    """Read a regular file and its blob id, without ever waiting on a pipe or following a link."""
    descriptor = os.open(path, _OPEN)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - opened by descriptor, to be safe
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            msg = "is no regular file"
            raise ValueError(msg)
        content = file.readall()
    if state.st_size > HASHED_BYTES:
        return _state_id(path, state), content
    digest = hashlib.sha1(b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest(), content


def _state_id(path: bytes, state: os.stat_result) -> str:
    parts = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    return hashlib.sha1(b"%b %d %d %d %d %d" % (path, *parts), usedforsecurity=False).hexdigest()


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
