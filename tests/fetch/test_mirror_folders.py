"""The folder of a mirror: deleted whole, unless somebody is fetching into it."""

from __future__ import annotations

import fcntl
from typing import TYPE_CHECKING

import pytest

from codelens.errors import FetchError
from codelens.fetch.mirror_folders import locked, remove_mirror

if TYPE_CHECKING:
    from pathlib import Path


def made(mirrors: Path, *names: str) -> None:
    for name in names:
        (mirrors / name / "objects").mkdir(parents=True)


def test_a_mirror_goes_with_what_dead_fetches_have_left_of_it(mirrors: Path) -> None:
    made(mirrors, "etcd.git", "etcd.git.part", "etcd.git.old", "etcd-io.git")
    remove_mirror(mirrors, "etcd")
    assert [path.name for path in mirrors.iterdir()] == ["etcd-io.git"]
    remove_mirror(mirrors, "etcd")
    remove_mirror(mirrors / "none", "etcd")
    assert [path.name for path in mirrors.iterdir()] == ["etcd-io.git"]


def test_who_waited_for_a_lock_that_went_with_its_mirror_locks_the_new_one(
    mirrors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(mirrors, "etcd.git")
    flock, late = fcntl.flock, [True]

    def removed_before(descriptor: int, how: int) -> None:
        if late:
            late.clear()
            remove_mirror(mirrors, "etcd")
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", removed_before)
    with locked("etcd", mirrors), pytest.raises(FetchError, match="is fetching it"):
        remove_mirror(mirrors, "etcd")


def test_a_mirror_that_is_being_fetched_stays(mirrors: Path) -> None:
    made(mirrors, "etcd.git")
    with locked("etcd", mirrors), pytest.raises(FetchError, match="is fetching it"):
        remove_mirror(mirrors, "etcd")
    assert (mirrors / "etcd.git").exists()
