"""The extraction cache: what a blob held, by blob id and the fingerprint of its language.

SQLite keeps it whole when a process is killed. A damaged or missing cache costs time, never an answer, so it is simply
made anew: :func:`discard` what raises :class:`DamagedCacheError`, and read the blobs again.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import ShardError
from codelens.model import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CHUNK = 500  # keys in one question; SQLite allows 999 parameters


class DamagedCacheError(ShardError):
    """The cache holds what can't be read, or no longer what it held."""


class ReadFile(msgspec.Struct, frozen=True, array_like=True):
    """What became of one blob.

    Args:
        data: The packed extraction, or None for a file of which nothing is indexed.
        language: The name of its language, or "".
        lines: How many lines it has; 0 when it was not read.
        generated: Whether it says that a program wrote it.
        package: The package that it names itself.
        skipped: The reason for which it, or a part of it, was skipped, or "".
    """

    data: bytes | None
    language: str = ""
    lines: int = 0
    generated: bool = False
    package: str = ""
    skipped: str = ""


class ExtractionCache:
    """What became of each blob, by key; see :func:`cache_key`."""

    def __init__(self, file: Path) -> None:
        """Open the cache, or make it.

        Raises:
            DamagedCacheError: It is damaged; so do all methods.
            ShardError: It can't be read or written; so do all methods.
        """
        self._file = file
        with _translated(file):
            self._connection = _connect(file)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def summaries(self, keys: list[bytes]) -> dict[bytes, ReadFile]:
        """What is known of the blobs that are there, without their extractions."""
        with _translated(self._file):
            found = self._select("SELECT key, summary FROM extraction WHERE key IN", keys)
            return {key: _DECODER.decode(summary) for key, summary in found}

    def extractions(self, keys: list[bytes]) -> dict[bytes, bytes]:
        """The packed extractions of the blobs that are there."""
        with _translated(self._file):
            return dict(self._select("SELECT key, data FROM extraction WHERE key IN", keys))

    def add(self, reads: Iterable[tuple[bytes, ReadFile]]) -> None:
        """Keep what was read; what is there already is replaced."""
        rows = (
            (key, msgspec.msgpack.encode(msgspec.structs.replace(read, data=None)), read.data or b"")
            for key, read in reads
        )
        with _translated(self._file), self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO extraction (key, summary, data) VALUES (?, ?, ?)", rows
            )

    def _select(self, statement: str, keys: list[bytes]) -> list[tuple[bytes, bytes]]:
        found: list[tuple[bytes, bytes]] = []
        for start in range(0, len(keys), CHUNK):
            chunk = keys[start : start + CHUNK]
            found += self._connection.execute(f"{statement} ({','.join('?' * len(chunk))})", chunk)
        return found


_DECODER = msgspec.msgpack.Decoder(ReadFile)


class KnownExtractions:
    """What the cache holds, for questions: they write nothing, and do without what is not there or can't be read.

    Args:
        file: Of the cache.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection: sqlite3.Connection | None = None

    def of(self, key: bytes) -> Extraction | None:
        """The extraction of a blob, by its key; None when it is not known, an empty one when nothing is indexed."""
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(f"{self._file.as_uri()}?mode=ro", timeout=0.1, uri=True)
            found = self._connection.execute("SELECT data FROM extraction WHERE key = ?", (key,)).fetchall()
            return _EXTRACTION.decode(found[0][0] or _NOTHING) if found else None
        except (sqlite3.Error, msgspec.DecodeError):
            return None

    def close(self) -> None:
        """Give the file back."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


_EXTRACTION = msgspec.msgpack.Decoder(Extraction)
_NOTHING = msgspec.msgpack.encode(Extraction((), {}, b"", b""))


_TABLE = """
CREATE TABLE IF NOT EXISTS extraction (key BLOB NOT NULL UNIQUE, summary BLOB NOT NULL, data BLOB NOT NULL)
"""


def cache_key(blob: str, fingerprint: str) -> bytes:
    """The key of a blob (hexadecimal id) read with a language of this fingerprint (hexadecimal)."""
    return bytes.fromhex(blob) + bytes.fromhex(fingerprint)


def discard(file: Path) -> None:
    """Remove a cache; whoever has it open keeps what was there."""
    for damaged in (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        damaged.unlink(missing_ok=True)


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=60)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made anew
        connection.execute(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def _translated(file: Path) -> Iterator[None]:
    """What SQLite says, as errors of ours: of the two kinds only one means that the file is damaged."""
    try:
        yield
    except sqlite3.OperationalError as error:
        message = f"the extraction cache {file} can't be used ({error}); free space, or see who may write there"
        raise ShardError(message) from error
    except (sqlite3.DatabaseError, msgspec.DecodeError) as error:
        message = f"the extraction cache {file} is damaged ({error}); remove it, then index again"
        raise DamagedCacheError(message) from error
