"""The extraction cache: what a blob held, by blob id and the fingerprint of its language.

SQLite keeps it whole when a process is killed. A damaged or missing cache costs time, never an answer, so it is simply
made anew.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CHUNK = 500  # keys in one question; SQLite allows 999 parameters


class ExtractionCache:
    """Compressed extractions by key; see :func:`cache_key`."""

    def __init__(self, file: Path) -> None:
        self._connection = _open(file)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def known(self, keys: Iterable[bytes]) -> set[bytes]:
        """Those of the keys that are there."""
        return {key for key, _ in self._select("SELECT key, 0 FROM extraction WHERE key IN", list(keys))}

    def read(self, keys: list[bytes]) -> dict[bytes, bytes]:
        """The extractions of those keys that are there."""
        return dict(self._select("SELECT key, data FROM extraction WHERE key IN", keys))

    def add(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep extractions; one that is there already stays."""
        with self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO extraction (key, data) VALUES (?, ?)", rows)

    def _select(self, statement: str, keys: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK]
            yield from self._connection.execute(f"{statement} ({','.join('?' * len(chunk))})", chunk)


def cache_key(blob: str, fingerprint: str) -> bytes:
    """The key of a blob (hexadecimal id) read with a language of this fingerprint (hexadecimal)."""
    return bytes.fromhex(blob) + bytes.fromhex(fingerprint)


def _open(file: Path) -> sqlite3.Connection:
    try:
        return _connect(file)
    except sqlite3.DatabaseError:
        for damaged in (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
            damaged.unlink(missing_ok=True)
        return _connect(file)


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=60)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("CREATE TABLE IF NOT EXISTS extraction (key BLOB NOT NULL UNIQUE, data BLOB NOT NULL)")
    return connection
