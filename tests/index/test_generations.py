"""A generation keeps what it can of the one before, forgets what is gone, and is written whole when that piles up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

import corpus
from codelens.index.generations import unpack_location
from codelens.index.segments import read_segments

if TYPE_CHECKING:
    from pathlib import Path

FILES = {f"p{number}/a.go": f"package p{number}\n\nfunc Name{number}() {{}}\n" for number in range(12)}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def generation(home: Path) -> Path:
    folder = home / "shards" / "demo@worktree"
    return folder / (folder / "current").read_text().strip()


def segments(home: Path) -> list:
    return read_segments(generation(home) / "files", "files")


def version(number: int) -> str:
    return f"package p0\n\nfunc Version{number}() {{}}\n"


def check_clean(source: Path, home: Path) -> None:
    corpus.index(source, home.with_name("clean"))
    assert corpus.answers(home, ["Version", "Name"]) == corpus.answers(home.with_name("clean"), ["Version", "Name"])


def test_a_small_edit_links_the_segments_that_stay_and_deletes_one_record(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    (first,) = segments(home)
    corpus.index(corpus.write(source, {"p0/a.go": version(1)}), home)
    linked, added = segments(home)
    assert linked.segment_id() == first.segment_id()
    assert (linked.deleted_count(), added.deleted_count()) == (1, 0)
    files = list((generation(home) / "files").glob(f"{first.segment_id()}.*"))
    assert files
    assert all(file.stat().st_nlink == 2 for file in files)
    check_clean(source, home)


def test_a_deleted_file_leaves_nothing_that_can_be_found(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    (source / "p3/a.go").unlink()
    corpus.index(source, home)
    assert not corpus.find(home, "Name3").total
    answer = corpus.ask(home, "Name3")
    assert not answer.total
    assert "name3" not in answer.notes[0].partition("the nearest names are ")[2].split(", ")
    check_clean(source, home)


def test_one_file_edited_again_and_again_leaves_no_dead_segments(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    for number in range(6):
        corpus.index(corpus.write(source, {"p0/a.go": version(number)}), home)
        assert len(segments(home)) == 2
    assert corpus.lines(corpus.ask(home, "Version*")) == ["p0/a.go:3 function Version5"]
    check_clean(source, home)


def test_deletions_that_pile_up_over_generations_have_everything_written_anew(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    kept = []
    for number in range(5):
        (source / f"p{number}/a.go").unlink()
        corpus.index(source, home)
        kept.append(sum(segment.deleted_count() for segment in segments(home)))
    assert kept == [1, 2, 3, 0, 1]
    check_clean(source, home)


def test_segments_that_pile_up_have_everything_written_anew(tmp_path: Path, home: Path) -> None:
    many = {f"q{number}/a.go": f"package q{number}\n\nfunc Many{number}() {{}}\n" for number in range(40)}
    source = corpus.write(tmp_path / "source", many)
    corpus.index(source, home)
    counts = []
    for number in range(9):
        corpus.index(corpus.write(source, {f"q{number}/a.go": f"package q\n\nfunc Other{number}() {{}}\n"}), home)
        counts.append(len(segments(home)))
    assert counts == [2, 3, 4, 5, 6, 7, 8, 1, 2]
    check_clean(source, home)


def test_nothing_changed_writes_nothing(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    before = generation(home)
    report = corpus.index(source, home)
    assert (report.changed, report.read, generation(home)) == (False, 0, before)


def test_a_rebuild_answers_each_symbol_once(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    report = corpus.index(source, home, rebuild=True)
    assert (report.changed, report.read) == (True, 0)
    check_clean(source, home)


def test_a_repository_that_empties_is_an_empty_index(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    corpus.replace_all(source, {})
    assert corpus.index(source, home).manifest.files == 0
    assert not corpus.ask(home, "Name1").matches
    corpus.index(corpus.write(source, FILES), home)
    check_clean(source, home)


def test_at_most_the_generation_before_is_kept_for_its_readers(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    for number in range(4):
        before = generation(home) if number else None
        corpus.index(corpus.write(source, {"p0/a.go": version(number)}), home)
    assert before
    there = {folder.name for folder in (home / "shards" / "demo@worktree").glob("g-*")}
    assert there == {before.name, generation(home).name}


def test_what_a_killed_writer_left_is_swept_and_its_generation_never_served(tmp_path: Path, home: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, home)
    folder = home / "shards" / "demo@worktree"
    (folder / "tmp-99999").mkdir()
    (folder / "g-000005").mkdir()  # written and renamed, but its writer died before it swapped the pointer
    before = generation(home)
    assert corpus.lines(corpus.ask(home, "Name1")) == ["p1/a.go:3 function Name1"]
    corpus.index(corpus.write(source, {"p0/a.go": version(1)}), home)
    assert sorted(child.name for child in folder.iterdir()) == ["current", before.name, generation(home).name, "lock"]
    check_clean(source, home)


def test_the_mirror_of_a_home_that_was_moved_is_found_in_its_new_place(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    with corpus.shards(tmp_path / "new") as (shard,):
        packed = msgspec.json.decode(shard.manifest.location)
        packed["repository"] |= {"path": None, "url": "https://example.org/demo"}
        packed["folder"] = str(tmp_path / "old" / "mirrors" / "demo.git")
        fetched = msgspec.structs.replace(shard.manifest, location=msgspec.Raw(msgspec.json.encode(packed)))
        assert unpack_location(fetched, shard.home).folder == tmp_path / "new" / "mirrors" / "demo.git"
        assert unpack_location(shard.manifest, shard.home).folder == source
