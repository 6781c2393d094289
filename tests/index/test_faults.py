"""What goes wrong is one line that says what to do; nothing complete is lost, and the next run mends it."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
import pytest

import corpus
from codelens.errors import HomeError, LockedError, NotIndexedError, ShardError
from codelens.index import generations
from codelens.index.cache import DamagedCacheError, ExtractionCache, ReadFile
from codelens.index.generations import ShardFolder
from codelens.locations import Home
from codelens.query.filters import Filters
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import parse_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Whoosh leaves files to the garbage collector when it fails to read or write them.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
FILES = {f"p{number}/a.go": f"package p{number}\n\nfunc Name{number}() {{}}\n" for number in range(12)}

OTHER = "package p0\n\nfunc Other() {}\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return corpus.write(tmp_path / "source", FILES)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An extraction cache that knows all files, so that most tests start no worker."""
    folder = tmp_path_factory.mktemp("warm")
    corpus.index(corpus.write(folder / "source", {**FILES, "other/a.go": OTHER}), folder / "home")
    return Home(folder / "home").cache


@pytest.fixture
def indexed(source: Path, home: Path, warm: Path) -> Path:
    """A home with one complete generation."""
    shutil.copy(warm, Home(home).create().folder)
    corpus.index(source, home)
    return home


def shard(home: Path) -> Path:
    return home / "shards" / "demo@worktree"


def generation(home: Path) -> Path:
    return shard(home) / (shard(home) / "current").read_text().strip()


def check_mended(source: Path, home: Path) -> None:
    """The next run writes an index that answers as a clean one."""
    corpus.index(source, home)
    shutil.rmtree(home.with_name("clean"), ignore_errors=True)
    Home(home.with_name("clean")).create()
    shutil.copy(Home(home).cache, home.with_name("clean"))
    corpus.index(source, home.with_name("clean"))
    assert corpus.answers(home, ["Name"]) == corpus.answers(home.with_name("clean"), ["Name"])


@pytest.mark.parametrize("pointer", [b"", b"g-000099\n", b"../../elsewhere\n", b"\xff\0\n", b"g-000001/../..\n"])
def test_a_damaged_pointer_says_what_to_run_and_is_mended(source: Path, indexed: Path, pointer: bytes) -> None:
    (shard(indexed) / "current").write_bytes(pointer)
    with pytest.raises(ShardError, match="run: codelens index demo"):
        corpus.ask(indexed, "Name1")
    check_mended(source, indexed)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"{}", b'{"format": "two"}'])
def test_a_damaged_manifest_says_what_to_run_and_is_mended(source: Path, indexed: Path, content: bytes) -> None:
    (generation(indexed) / "manifest.json").write_bytes(content)
    with pytest.raises(ShardError, match=r"the index is damaged .*; run: codelens index demo"):
        corpus.ask(indexed, "Name1")
    check_mended(source, indexed)


def test_a_missing_manifest_says_what_to_run_and_is_mended(source: Path, indexed: Path) -> None:
    (generation(indexed) / "manifest.json").unlink()
    with pytest.raises(ShardError, match="the index is incomplete; run: codelens index demo"):
        corpus.ask(indexed, "Name1")
    check_mended(source, indexed)


def test_an_index_of_another_format_says_what_to_run_and_is_mended(
    source: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(generations, "FORMAT_VERSION", 99)
        with pytest.raises(ShardError, match=r"the index has format \d+, this codelens reads 99; run: codelens index"):
            corpus.ask(indexed, "Name1")
    file = generation(indexed) / "manifest.json"
    file.write_bytes(msgspec.json.encode({**msgspec.json.decode(file.read_bytes()), "format": 98}))
    with pytest.raises(ShardError, match="the index has format 98"):
        corpus.ask(indexed, "Name1")
    check_mended(source, indexed)


@pytest.mark.parametrize("suffix", [".trm", ".pst", ".row.col", ".definitions.col", ".lines.col", ".listing", ".toc"])
def test_a_damaged_segment_says_so_and_is_mended(source: Path, indexed: Path, suffix: str) -> None:
    for number, damage in enumerate(
        (None, b"".join, lambda pieces: pieces[0][:40], lambda pieces: b"Z" * len(pieces[0]))
    ):
        for file in generation(indexed).rglob(f"*{suffix}"):
            content = file.read_bytes()
            file.unlink()
            if damage:
                file.write_bytes(damage([content] if number > 1 else []))
        for ask in (corpus.ask, corpus.find, corpus.refer):  # damage that a question does not meet need not stop it
            with suppress(ShardError):
                ask(indexed, "Name1")
        corpus.index(corpus.write(source, {"p0/a.go": FILES[f"p{number + 1}/a.go"]}), indexed)
        check_mended(source, indexed)


@pytest.mark.parametrize("question", [corpus.ask, corpus.find])
def test_a_question_that_meets_damage_says_which_file_and_what_to_run(indexed: Path, question: Callable) -> None:
    for file in (*generation(indexed).rglob("*.pst"), *generation(indexed).rglob("*.row.col")):
        file.write_bytes(b"Z" * file.stat().st_size)
    with pytest.raises(
        ShardError, match=r"^demo@worktree: the index is damaged \(.*\); run: codelens index --rebuild demo"
    ):
        question(indexed, "Name1")


def test_a_segment_that_lost_a_file_is_mended_although_nothing_changed(tmp_path: Path, home: Path) -> None:
    corpus.commit(tmp_path / "repo", FILES)
    corpus.index(tmp_path / "repo", home)
    folder = home / "shards" / "demo@main"
    next(folder.glob("g-*/files/*.pst")).unlink()
    assert corpus.index(tmp_path / "repo", home).changed
    assert corpus.refer(home, "Name1").total == 0
    assert corpus.find(home, "Name1").total == 3


def test_a_state_that_is_damaged_has_everything_written_anew(source: Path, indexed: Path) -> None:
    (generation(indexed) / "state.msgpack").write_bytes(b"nothing")
    corpus.index(corpus.write(source, {"p0/a.go": OTHER}), indexed)
    check_mended(source, indexed)


@pytest.mark.parametrize("where", ["head", "middle", "all"])
def test_a_damaged_extraction_cache_is_made_anew(source: Path, indexed: Path, where: str) -> None:
    cache = Home(indexed).cache
    content = bytearray(cache.read_bytes())
    start, end = {"head": (0, 100), "middle": (4096, len(content)), "all": (0, len(content))}[where]
    content[start:end] = b"\x5a" * (end - start)
    cache.write_bytes(content)
    corpus.write(source, {"p1/a.go": OTHER})
    corpus.index(source, indexed, rebuild=True)
    check_mended(source, indexed)


def test_extractions_that_are_damaged_or_gone_are_read_again(source: Path, indexed: Path) -> None:
    for statement in ("UPDATE extraction SET data = x'00'", "UPDATE extraction SET summary = x'c1'"):
        connection = sqlite3.connect(Home(indexed).cache)
        with connection:
            connection.execute(statement)
        connection.close()
        assert corpus.index(source, indexed, rebuild=True).read == len(FILES)
    check_mended(source, indexed)


def test_a_cache_that_is_locked_or_full_is_no_damaged_one(home: Path) -> None:
    file = Home(home).create().cache
    cache = ExtractionCache(file)
    cache.add([(b"key", ReadFile(b"data"))])
    cache._connection.execute("PRAGMA busy_timeout = 50")  # noqa: SLF001 - the test does not wait for a minute
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ShardError, match="locked") as caught:
        cache.add([(b"other", ReadFile(b"data"))])
    assert not isinstance(caught.value, DamagedCacheError)
    other.close()
    assert cache.extractions([b"key"]) == {b"key": b"data"}
    cache.close()


def test_a_reader_keeps_its_generation_while_two_more_are_written(source: Path, indexed: Path) -> None:
    with corpus.shards(indexed) as opened:
        assert where_defined(opened, parse_name("Name1"), Filters(), 5).total == 1
        for number in range(3):
            corpus.index(corpus.write(source, {"p0/a.go": f"package p0\n\nfunc Other{number}() {{}}\n"}), indexed)
        assert not opened[0].generation.exists()
        assert where_defined(opened, parse_name("Name2"), Filters(), 5).total == 1


def test_a_generation_that_went_before_it_was_read_says_ask_again(indexed: Path) -> None:
    with corpus.shards(indexed) as opened:
        shutil.rmtree(opened[0].generation)
        with pytest.raises(ShardError, match="replaced while it was read; ask again"):
            where_defined(opened, parse_name("Name2"), Filters(), 5)


def test_a_generation_that_is_replaced_at_the_moment_of_opening_is_asked_for_again(
    source: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = generation(indexed)
    corpus.index(corpus.write(source, {"p0/a.go": OTHER}), indexed)
    shutil.rmtree(before)
    pointers = iter([before, generation(indexed), generation(indexed)])
    monkeypatch.setattr("codelens.index.shard.pointed", lambda _: next(pointers))
    assert corpus.ask(indexed, "Other").total == 1


def test_a_second_writer_is_told_who_holds_the_shard(source: Path, indexed: Path) -> None:
    with ShardFolder(Home(indexed).shards, "demo", "worktree").locked():
        with pytest.raises(LockedError, match=rf"demo@worktree: is being indexed by process {os.getpid()}; wait"):
            corpus.index(source, indexed)
        assert corpus.ask(indexed, "Name1").total == 1
    corpus.index(source, indexed)


def test_a_full_disk_keeps_the_last_complete_index(
    source: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    corpus.write(source, {"p0/a.go": OTHER})
    for where in (
        "index.build.write_state",
        "index.codec.CompactFieldWriter.add_term",
        "index.segments.commit_segments",
    ):
        with monkeypatch.context() as patched:
            patched.setattr(f"codelens.{where}", full)
            patched.setattr("codelens.index.writing.commit_segments", full)
            with pytest.raises(
                ShardError, match=r"demo: the index can't be written \(No space left on device\); the last"
            ):
                corpus.index(source, indexed)
        assert corpus.ask(indexed, "Name0").total == 1
        assert list(shard(indexed).glob("tmp-*")) == [], "what is half written takes the room that is needed"
    check_mended(source, indexed)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="mounts a small disk, which takes root")
@pytest.mark.parametrize("size", ["64k", "128k", "256k", "384k"])
def test_a_disk_that_is_really_full_is_one_line(tmp_path: Path, size: str) -> None:
    contents = {f"f{number}.go": f"package p\n\nfunc Name{number}() {{ {'call();' * 400} }}\n" for number in range(60)}
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", small], check=False)
    if mounted.returncode:
        pytest.skip("mounts are not allowed here")
    try:
        repos = corpus.manifest(tmp_path / "repos.yaml", demo=corpus.write(tmp_path / "source", contents))
        ended = corpus.run(small / "home", "index", "--repos", str(repos), "--jobs", "1")
        assert ended.returncode in (0, 2)
        errors = [line for line in ended.stderr.decode().splitlines() if not line.startswith("demo: indexed")]
        assert b"Traceback" not in ended.stderr, ended.stderr.decode()
        assert len(errors) == (1 if ended.returncode else 0), errors
    finally:
        subprocess.run(["umount", "-l", small], check=True)


def test_a_home_that_can_not_be_made_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(HomeError, match=r"can't be made a home .*; set CODELENS_HOME or pass --home"):
        Home(tmp_path / "file" / "home").create()


def test_a_home_that_can_not_be_written_is_one_error(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(HomeError, match="can't be written; set CODELENS_HOME or pass --home"):
        Home(home).create()


@pytest.mark.parametrize("folder", ["", "shards", "shards/demo@worktree"])
def test_a_home_or_shard_that_everybody_can_write_is_not_trusted(indexed: Path, folder: str) -> None:
    (indexed / folder).chmod(0o777)
    with pytest.raises(HomeError, match="is writable by everybody, so its indexes are not trusted; run: chmod o-w"):
        corpus.ask(indexed, "Name1")


def test_a_home_of_another_user_is_not_trusted(indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 54_321)
    with pytest.raises(HomeError, match="belongs to another user"):
        corpus.ask(indexed, "Name1")


def test_an_empty_home_says_what_to_run(home: Path) -> None:
    with pytest.raises(NotIndexedError, match=r"nothing is indexed in .*; run: codelens update"):
        corpus.ask(home, "Name1")


def test_a_damaged_shard_does_not_stop_the_others(indexed: Path, tmp_path: Path) -> None:
    corpus.index(corpus.write(tmp_path / "other", {"o.go": "package o\n\nfunc Name1() {}\n"}), indexed, "other")
    (generation(indexed) / "manifest.json").write_bytes(b"{")
    with corpus.shards(indexed) as opened:
        assert [each.name for each in opened] == ["other"]
    with corpus.shards(indexed, "other") as opened:
        assert where_defined(opened, parse_name("Name1"), Filters(), 5).total == 1
    with pytest.raises(ShardError, match="demo@worktree"), corpus.shards(indexed, "demo"):
        pass
