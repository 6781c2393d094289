"""The queries that were typed, newest first, as they survive restarts: a file of JSON Lines under the home.

Several apps write it at once: each adds whole lines under a lock, and whoever finds it too long writes it anew, each
query once. A line that is damaged is passed over.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import HomeError
from codelens.locations import is_still_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from codelens.locations import Home

MOST = 1000  # queries that are kept
LONGEST = 2000  # characters of one
_LARGEST = 512 * 1024  # bytes after which the file is written anew
_READ = 4 * 1024 * 1024  # bytes from its end that are read at the most
_WAIT = 1.0  # seconds for another app to be done


class _Line(msgspec.Struct):
    query: str


class History:
    """The history of a home."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._file = home.history

    def queries(self) -> list[str]:
        """What was typed, newest first, each query once.

        Raises:
            HomeError: The file can't be read.
        """
        try:
            with self._file.open("rb") as stream:
                stream.seek(max(0, self._file.stat().st_size - _READ))
                lines = stream.read(_READ).split(b"\n")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _error(self._file, "read", error) from error
        return list(dict.fromkeys(query for line in reversed(lines) if (query := _query(line))))[:MOST]

    def add(self, query: str) -> None:
        """Remember a query; one that is too long, or none, is not.

        Raises:
            HomeError: The file can't be written.
        """
        query = " ".join(query.split())
        if not query or len(query) > LONGEST:
            return
        line = msgspec.json.encode(_Line(query.encode("utf-8", "replace").decode())) + b"\n"
        self._home.create()
        try:
            with _locked(self._file) as descriptor:
                size = os.fstat(descriptor).st_size
                torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
                os.write(descriptor, b"\n" * torn + line)
                if size > _LARGEST:
                    self._write_anew()
        except OSError as error:
            raise _error(self._file, "written", error) from error

    def _write_anew(self) -> None:
        part = self._file.with_suffix(".part")
        kept = self.queries()
        while sum(map(len, kept)) > _LARGEST // 4:
            kept = kept[: len(kept) // 2]
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.writelines(msgspec.json.encode(_Line(query)) + b"\n" for query in reversed(kept))
                stream.flush()
                os.fsync(descriptor)
            part.replace(self._file)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()


def _query(line: bytes) -> str:
    try:
        return msgspec.json.decode(line, type=_Line).query if line else ""
    except msgspec.DecodeError:
        return ""


def _error(file: Path, what: str, error: OSError) -> HomeError:
    return HomeError(f"{file}: can't be {what}: {error.strerror or error}; what is typed is not remembered")


@contextmanager
def _locked(file: Path) -> Iterator[int]:
    """The descriptor of the file, which nobody else writes meanwhile; one that was replaced is opened again."""
    until = time.monotonic() + _WAIT
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            if _is_ours(descriptor, file):
                os.fchmod(descriptor, 0o600)
                yield descriptor
                return
        finally:
            os.close(descriptor)
        if time.monotonic() > until:
            message = "another app is writing it"
            raise OSError(message)
        time.sleep(0.01)


def _is_ours(descriptor: int, file: Path) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return is_still_at(descriptor, file)
