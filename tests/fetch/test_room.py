"""A disk that has no room for what is fetched: one line says so, and nothing half fetched stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from codelens.errors import FetchError
from codelens.fetch import room
from codelens.fetch.manifest import Repository
from codelens.fetch.mirrors import FetchFailure, FetchResult, fetch, fetch_all

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Made

Make = Callable[[str], "Made"]
Entry = Callable[..., Repository]
GB = 1_000_000_000


def free(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=number))


def test_a_first_fetch_that_is_known_not_to_fit_is_not_begun_and_the_others_go_on(
    daemon: str, make: Make, mirrors: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("etcd").commit({b"a": b"x"})
    free(monkeypatch, GB)
    large = replace(entry(name="large", url="git://127.0.0.1:1/large"), size=5 * GB)
    ended = {result.repository: result for result in fetch_all([large, entry(url=f"{daemon}/etcd")], mirrors)}
    assert isinstance(ended["etcd"], FetchResult)
    assert isinstance(ended["large"], FetchFailure)
    assert str(ended["large"].error).startswith(
        f"repos.yaml: large: a fetch brings 5.0 GB, and 1.0 GB are free in {mirrors}; free some room"
    )


def test_an_update_of_what_is_there_is_not_measured_by_what_all_of_it_brings(
    daemon: str, make: Make, mirrors: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("etcd").commit({b"a": b"x"})
    fetch(entry(url=f"{daemon}/etcd"), mirrors)
    free(monkeypatch, GB)
    assert not fetch(replace(entry(url=f"{daemon}/etcd"), size=5 * GB), mirrors).changed


def test_a_fetch_that_fills_the_disk_ends_before_that_and_keeps_nothing(
    daemon: str, make: Make, mirrors: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("etcd").commit({b"a": b"x" * 1000})
    free(monkeypatch, room.KEPT_FREE - 1)
    with pytest.raises(
        FetchError, match=r"repos.yaml: etcd: the disk is almost full: after .* are free in .*; nothing"
    ):
        fetch(entry(url=f"{daemon}/etcd"), mirrors)
    assert [path.name for path in mirrors.iterdir()] == ["etcd.lock"]
    monkeypatch.undo()
    assert fetch(entry(url=f"{daemon}/etcd"), mirrors).changed


def test_a_folder_that_is_not_there_yet_has_the_room_of_the_one_above_it(tmp_path: Path) -> None:
    there, below = room.free_bytes(tmp_path), room.free_bytes(tmp_path / "a" / "b")
    assert there
    assert below
