"""The files of an installed package, read where they are: of a folder that many packages share, its own and no others.

A list of files may lead through a link out of the folder that it is for; what stands there is a symlink to be skipped.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from codelens.fetch.directory_source import LEFT_OUT, DirectorySource, scan, walk
from codelens.fetch.installed.contents import contents_of
from codelens.fetch.installed.finding import find_again
from codelens.fetch.installed.places import Surroundings
from codelens.fetch.source import WORKTREE
from codelens.globs import any_glob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from codelens.fetch.directory_source import Entry


class InstalledSource(DirectorySource):
    """An installed package; see :class:`codelens.fetch.source.Source`. Its revision is its version."""

    def _entries(self) -> Iterator[tuple[bytes, Entry | str]]:
        """All that belongs to the package and is no folder.

        Raises:
            FetchError: It is not there any more, in this version, or which files are its is not known.
        """
        repository, revision = self.repository, self.revision
        version = None if revision == WORKTREE else revision
        package = find_again(repository.installed or "", repository.path, version, Surroundings()).package
        pattern = any_glob(package.form.leave)

        def left_out(path: bytes) -> bool:
            return pattern.search(path.decode("utf-8", "surrogateescape")) is not None

        paths = contents_of(package).paths
        if paths is None:
            yield from walk(self._top(), b"", left_out)
        else:
            yield from _listed(self._root, paths, left_out)


def _listed(
    root: bytes, paths: Sequence[str], left_out: Callable[[bytes], bool]
) -> Iterator[tuple[bytes, Entry | str]]:
    """Each path of a list, and what is in those that are folders, but for what is left out."""
    inside = os.path.join(os.path.realpath(root), b"")  # noqa: PTH118 - bytes
    within: dict[bytes, bool] = {}
    for path in (path.encode("utf-8", "surrogateescape") for path in paths):
        if left_out(path) or not LEFT_OUT.isdisjoint(path.split(b"/")):
            continue
        entry = _Listed(os.path.join(root, path))  # noqa: PTH118 - bytes
        above = os.path.dirname(entry.path)  # noqa: PTH120 - bytes
        if above not in within:
            within[above] = os.path.join(os.path.realpath(above), b"").startswith(inside)  # noqa: PTH118 - bytes
        if not within[above]:
            yield path, _Link(entry.path)
        elif not entry.is_folder():
            yield path, entry
        else:
            try:
                yield from walk(scan(entry.path), path + b"/", left_out)
            except OSError as error:
                yield path, error.strerror or str(error)


class _Listed:
    """An entry of a folder that was not listed."""

    def __init__(self, path: bytes) -> None:
        self.path = path

    def is_symlink(self) -> bool:
        return os.path.islink(self.path)  # noqa: PTH114 - bytes

    def is_folder(self) -> bool:
        return not self.is_symlink() and os.path.isdir(self.path)  # noqa: PTH112 - bytes

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        try:
            return stat.S_ISREG(self.stat(follow_symlinks=follow_symlinks).st_mode)
        except OSError:
            return False

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        return os.stat(self.path, follow_symlinks=follow_symlinks)  # noqa: PTH116 - bytes


class _Link(_Listed):
    """What stands behind a link that leads away."""

    def is_symlink(self) -> bool:
        return True
