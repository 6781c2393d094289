"""What is there: the manifest joined with what is fetched and indexed, whatever is wrong with one of them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.errors import FetchError, HomeError, ShardError
from codelens.fetch.manifest import load_manifest
from codelens.fetch.mirrors import fetch
from codelens.fetch.sources import open_source
from codelens.index.build import index_source
from codelens.locations import Home
from codelens.model import SkipReason
from codelens.query.holdings import Holding, State, holdings, skipped_files

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.fetch.manifest import Manifest


def listed(folder: Path, *entries: str) -> Manifest:
    """A manifest with these entries."""
    file = folder / "repos.yaml"
    file.write_text("repositories:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries))
    return load_manifest(file)


def index(manifest: Manifest, home: Path, revision: str | None = None) -> None:
    """Fetch and index all of a manifest."""
    for entry in manifest.repositories:
        fetch(entry, Home(home).mirrors)
        index_source(open_source(entry, Home(home).mirrors, revision), Home(home), jobs=1)


def states(home: Path, manifest: Manifest | None) -> list[tuple[str, str, str]]:
    return [(each.name, each.revision, each.state.value) for each in holdings(Home(home), manifest)]


def only(home: Path, manifest: Manifest | None) -> Holding:
    (holding,) = holdings(Home(home), manifest)
    return holding


def test_what_is_listed_and_what_is_indexed_are_one_list_by_name(tmp_path: Path) -> None:
    home, here = tmp_path / "home", corpus.write(tmp_path / "here", {"a.py": "def a(): pass\n"})
    corpus.commit(tmp_path / "far", {"a.py": "def a(): pass\n"})
    corpus.index(here, home, "old")
    corpus.index(here, home, "here")
    manifest = listed(
        tmp_path,
        f"name: here, path: {here}",
        f"name: far, url: {tmp_path / 'far'}, revision: main",
        f"name: near, url: {tmp_path / 'far'}",
        f"name: bare, path: {tmp_path / 'far'}",
        "name: gone, path: nowhere",
    )
    fetch(manifest.select(["near"])[0], Home(home).mirrors)
    assert states(home, manifest) == [
        ("bare", "main", "fetched"),
        ("far", "main", "not fetched"),
        ("gone", "", "not fetched"),
        ("here", "worktree", "indexed"),
        ("near", "main", "fetched"),
        ("old", "worktree", "indexed"),
    ]
    by_name = {holding.name: holding for holding in holdings(Home(home), manifest)}
    assert by_name["old"].entry is None
    assert by_name["here"].indexed
    assert (by_name["here"].indexed.files, by_name["here"].reason, by_name["far"].reason) == (1, "", "")
    assert "nowhere: is not there" in by_name["gone"].reason
    assert states(home, None) == [("here", "worktree", "indexed"), ("old", "worktree", "indexed")]
    assert states(tmp_path / "empty", None) == []


def test_a_source_that_moved_on_is_out_of_date_until_it_is_indexed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    corpus.commit(tmp_path / "far", {"a.py": "def a(): pass\n"})
    manifest = listed(tmp_path, f"name: far, url: {tmp_path / 'far'}")
    index(manifest, home)
    assert only(home, manifest).state is State.INDEXED
    commit = corpus.commit(tmp_path / "far", {"a.py": "def b(): pass\n"})
    assert only(home, manifest).state is State.INDEXED, "nobody has asked the remote"
    fetch(manifest.repositories[0], Home(home).mirrors)
    assert only(home, manifest).state is State.STALE
    assert only(home, manifest).reason == f"main is {commit[:12]} now; run: codelens index far"
    index(manifest, home)
    assert (only(home, manifest).state, only(home, manifest).commit) == (State.INDEXED, commit)


def test_another_revision_in_the_manifest_makes_what_is_indexed_out_of_date(tmp_path: Path) -> None:
    home = tmp_path / "home"
    commit = corpus.commit(tmp_path / "far", {"a.py": "def a(): pass\n"})
    index(listed(tmp_path, f"name: far, url: {tmp_path / 'far'}"), home)
    manifest = listed(tmp_path, f"name: far, url: {tmp_path / 'far'}, revision: {commit}")
    holding = only(home, manifest)
    assert (holding.state, holding.revision) == (State.STALE, "main")
    assert holding.reason == f"repos.yaml means {commit}; run: codelens update far"
    index(manifest, home)
    assert states(home, manifest) == [("far", commit, "indexed"), ("far", "main", "indexed")]


def test_an_index_whose_mirror_is_gone_says_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    corpus.commit(tmp_path / "far", {"a.py": "def a(): pass\n"})
    manifest = listed(tmp_path, f"name: far, url: {tmp_path / 'far'}")
    index(manifest, home)
    shutil.rmtree(Home(home).mirrors)
    holding = only(home, manifest)
    assert (holding.state, holding.revision) == (State.INDEXED, "main")
    assert holding.reason == "far: it is not fetched yet; run: codelens fetch far"


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda shard: next(shard.glob("g-*/manifest.json")).write_bytes(b"{"), "the index is damaged"),
        (lambda shard: next(shard.glob("g-*/manifest.json")).unlink(), "the index is incomplete"),
        (lambda shard: next(shard.glob("g-*/files/*.trm")).unlink(), "files of the index are missing"),
        (lambda shard: (shard / "current").write_bytes(b"\xff"), "the index is incomplete"),
        (lambda shard: shard.chmod(0o777), "is writable by everybody"),
    ],
)
def test_a_broken_shard_is_a_holding_with_its_reason(tmp_path: Path, damage: object, reason: str) -> None:
    home = tmp_path / "home"
    for name in ("bad", "good"):
        corpus.index(corpus.write(tmp_path / name, {"a.py": "def a(): pass\n"}), home, name)
    damage(home / "shards" / "bad@worktree")
    bad, good = holdings(Home(home), listed(tmp_path, f"name: bad, path: {tmp_path / 'bad'}"))
    assert (bad.name, bad.revision, bad.state, bad.indexed) == ("bad", "worktree", State.BROKEN, None)
    assert reason in bad.reason
    assert bad.entry
    assert good.state is State.INDEXED
    with pytest.raises(ShardError, match="bad: is not indexed"):
        next(skipped_files(bad, Home(home)))


def test_a_home_that_others_can_write_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home").chmod(0o777)
    with pytest.raises(HomeError):
        holdings(Home(tmp_path / "home"))


def test_the_files_of_a_skip_reason_are_as_many_as_are_counted(tmp_path: Path) -> None:
    home = tmp_path / "home"
    files = {f"vendor/v{number}.go": "package v\n" for number in range(30)}
    source = corpus.write(tmp_path / "source", {**files, "a.py": "a = 1\n", "b.bin": b"\0\0", "c.bin": b"\0"})
    (source / "link").symlink_to("a.py")
    manifest = listed(tmp_path, f"name: demo, path: {source}, exclude: [vendor]")
    index(manifest, home)
    holding = only(home, manifest)
    assert holding.indexed
    counted = {"binary": 2, "excluded": 30, "symbolic link": 1}
    assert holding.indexed.skips == counted
    for reason, number in counted.items():
        found = list(skipped_files(holding, Home(home), [reason]))
        assert len(found) == number
        assert {each for _, each in found} == {SkipReason(reason)}
    assert {place.path for place, _ in skipped_files(holding, Home(home), ["binary"])} == {"b.bin", "c.bin"}
    assert len(list(skipped_files(holding, Home(home)))) == 33
    shutil.rmtree(source)
    with pytest.raises(FetchError, match="demo"):
        list(skipped_files(holding, Home(home), ["excluded"]))
