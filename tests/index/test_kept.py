"""What segments keep stays within its bound, and what was dropped is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus
from codelens.index.kept import Kept
from codelens.index.shard import open_current
from codelens.query.reading import all_symbols

if TYPE_CHECKING:
    from pathlib import Path

FILES = {f"p{number}/a.go": f"package p\n\nfunc One{number}() {{}}\n\nfunc Two() {{}}\n" for number in range(20)}
_DEFINITION = 600  # bytes


def kept_files(home: Path, most: int) -> int:
    """How many files' definitions are kept after all were read twice."""
    shard = open_current(home / "shards" / "demo@worktree", kept=Kept(most))
    found = list(all_symbols([shard]))
    assert found == list(all_symbols([shard]))
    assert len(found) == 40
    (segment,) = shard.segments
    shard.close()
    return len(segment._definitions)  # noqa: SLF001 - what is kept is seen from outside by its size alone


def test_no_more_definitions_are_kept_than_fit(tmp_path: Path) -> None:
    corpus.index(corpus.write(tmp_path / "source", FILES), tmp_path / "home")
    assert kept_files(tmp_path / "home", 1 << 20) == 20
    assert kept_files(tmp_path / "home", 10 * 3 * _DEFINITION) == 10
    assert kept_files(tmp_path / "home", 0) == 1
