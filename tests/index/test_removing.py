"""Shards of a repository that are taken away, at all revisions and only its own."""

from __future__ import annotations

import fcntl
from typing import TYPE_CHECKING, Any

import pytest

from codelens.errors import LockedError
from codelens.index.generations import ShardFolder
from codelens.index.removing import remove_shards, shards_of
from codelens.locations import Home

if TYPE_CHECKING:
    from pathlib import Path


def shard(home: Home, repository: str, revision: str) -> ShardFolder:
    folder = ShardFolder(home.shards, repository, revision)
    with folder.locked(), folder.begun() as written:
        folder.commit(written)
    return folder


def test_all_revisions_go_and_other_repositories_stay(tmp_path: Path) -> None:
    home = Home(tmp_path)
    for repository, revision in (("etcd", "main"), ("etcd", "release/3.5"), ("etcd-io", "main")):
        shard(home, repository, revision)
    assert len(shards_of(home, "etcd")) == 2
    remove_shards(home, "etcd")
    assert [folder.name for folder in home.shards.iterdir()] == ["etcd-io@main"]
    remove_shards(Home(tmp_path / "none"), "etcd")


def test_who_waited_for_a_lock_that_went_with_its_shard_locks_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    folder = shard(home, "etcd", "main")
    flock, late = fcntl.flock, [True]

    def removed_before(file: Any, how: int) -> None:
        if late:
            late.clear()
            remove_shards(home, "etcd")
        flock(file, how)

    monkeypatch.setattr(fcntl, "flock", removed_before)
    with folder.locked(), pytest.raises(LockedError):
        remove_shards(home, "etcd")
    assert folder.lock.exists()


def test_one_that_is_being_written_stays_whole(tmp_path: Path) -> None:
    home = Home(tmp_path)
    folder = shard(home, "etcd", "main")
    with folder.locked(), pytest.raises(LockedError, match="is being indexed by process"):
        remove_shards(home, "etcd")
    assert folder.current() is not None
