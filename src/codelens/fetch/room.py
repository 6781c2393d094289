"""Room on the disk: a fetch that would not fit is not begun, and one that fills the disk ends before the disk is full.

What is kept free is what a fetch needs to end in good order, and what other programs need to go on.
"""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from codelens.errors import FetchError
from codelens.fetch.mirror_folders import mirror_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from codelens.fetch.manifest import Repository
    from codelens.fetch.remotes import Progress

KEPT_FREE = 64_000_000  # bytes
_LOOKS_A_SECOND = 4


def free_bytes(folder: Path) -> int | None:
    """Bytes that are free where a folder is, or will be; None when that can't be known."""
    for each in (folder, *folder.parents):
        try:
            return shutil.disk_usage(each).free
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None


def require_room(repository: Repository, mirrors: Path) -> None:
    """Refuse a first fetch that is known not to fit.

    Raises:
        FetchError: It brings more than there is room for.

    """
    if repository.size is None or mirror_folder(mirrors, repository.name).exists():
        return
    free = free_bytes(mirrors)
    if free is not None and repository.size > free - KEPT_FREE:
        msg = (
            f"{repository.manifest}: {repository.name}: a fetch brings {_size(repository.size)}, and {_size(free)} are "
            f"free in {mirrors}; free some room, or choose another home with --home or CODELENS_HOME"
        )
        raise FetchError(msg)


def keeping_room(
    repository: Repository, mirrors: Path, report: Callable[[Progress], None] | None
) -> Callable[[Progress], None]:
    """Give what is told of a fetch's progress: it raises FetchError when the disk is about to be full."""
    looked = 0.0

    def told(progress: Progress) -> None:
        nonlocal looked
        now = time.monotonic()
        if progress.received_bytes and now - looked >= 1 / _LOOKS_A_SECOND:
            looked = now
            _require_free(repository, mirrors, progress)
        if report is not None:
            report(progress)

    return told


def _require_free(repository: Repository, mirrors: Path, progress: Progress) -> None:
    free = free_bytes(mirrors)
    if free is None or free >= KEPT_FREE:
        return
    msg = (
        f"{repository.manifest}: {repository.name}: the disk is almost full: after {_size(progress.received_bytes)}, "
        f"{progress.received_objects:,} of {progress.total_objects:,} objects, {_size(free)} are free in {mirrors}; "
        "nothing of it was kept; free some room and fetch again"
    )
    raise FetchError(msg)


def _size(number: int) -> str:
    return f"{number / 1e9:,.1f} GB" if number >= 1_000_000_000 else f"{number / 1e6:,.1f} MB"  # noqa: PLR2004 - GB
