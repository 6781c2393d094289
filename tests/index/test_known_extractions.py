"""Questions read the extraction cache where they can, and do without it where they can't."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.locations import Home
from codelens.query.blobs import Blobs
from codelens.query.reading import file_at

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "a.go": "package a\n\nfunc One() { Two(1) }\n\nfunc Two(n int) {}\n",
    "b.py": "def three():\n    return one()\n",
}


@pytest.fixture
def indexed(tmp_path: Path) -> Path:
    corpus.index(corpus.write(tmp_path / "source", FILES), tmp_path / "home")
    return tmp_path


def occurrences(home: Path, path: str) -> dict[bytes, bytes] | None:
    """What is known of a file; its words are a set, so that they are left out."""
    with corpus.shards(home) as (shard,), closing(Blobs()) as blobs:
        file = file_at(shard, path)
        assert file is not None
        found = blobs.extraction(shard, file.row)
        return found.occurrences if found else None


@pytest.mark.parametrize("path", list(FILES))
def test_the_cache_gives_what_the_blob_would(indexed: Path, path: str) -> None:
    known = occurrences(indexed / "home", path)
    (indexed / "source" / path).unlink()
    assert occurrences(indexed / "home", path) == known  # without the blob
    Home(indexed / "home").cache.unlink()
    assert occurrences(indexed / "home", path) is None
    corpus.write(indexed / "source", FILES)
    assert occurrences(indexed / "home", path) == known  # without the cache


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_cache_that_can_t_be_read_is_done_without(indexed: Path, content: bytes) -> None:
    known = occurrences(indexed / "home", "a.go")
    cache = Home(indexed / "home").cache
    for file in cache.parent.glob(cache.name + "-*"):
        file.unlink()
    cache.write_bytes(content)
    assert occurrences(indexed / "home", "a.go") == known
    assert cache.read_bytes() == content


def test_reading_leaves_the_cache_to_its_writers(indexed: Path) -> None:
    with corpus.shards(indexed / "home") as (shard,), closing(Blobs()) as blobs:
        file = file_at(shard, "a.go")
        assert file is not None
        assert blobs.extraction(shard, file.row) is not None
        corpus.index(corpus.write(indexed / "source", {"c.go": "package c\n"}), indexed / "home")
        assert blobs.extraction(shard, file.row) is not None
