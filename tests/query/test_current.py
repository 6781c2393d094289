"""A session keeps what it opened; it knows when the home holds something newer, and says what went away under it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.errors import CodelensError, ReplacedError
from codelens.locations import Home
from codelens.query.filters import Filters
from codelens.query.matches import Place
from codelens.query.operations import OPERATIONS, Question
from codelens.query.reading import read_file
from codelens.query.search import search
from codelens.query.session import Session
from codelens.query.syntax import parse

if TYPE_CHECKING:
    from codelens.query.matches import Answer

# Whoosh leaves files to the garbage collector when it fails to read them.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
FILES = {f"p{number}/a.go": f"package p{number}\n\nfunc Name{number}() {{ Other() }}\n" for number in range(12)}
QUERIES = ("Name1", "/^na/", "nmae3", "role:reference Other", '"Other"', "file:a.go", "calls:Other", "kind:function")


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a repository and its home, indexed once; tests work on copies of the home."""
    folder = tmp_path_factory.mktemp("current")
    corpus.commit(folder / "repo", FILES)
    corpus.index(folder / "repo", folder / "home")
    return folder


@pytest.fixture
def home(indexed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(indexed / "home", tmp_path / "home"))


def ask(session: Session, text: str) -> Answer:
    return search(session, parse(text), text, Filters(), 20)


def swap(home: Path, *, keep: bool = False) -> None:
    """Make another generation the current one, as an update does; the one before goes with the update after it."""
    folder = home / "shards" / "demo@main"
    (before,) = folder.glob("g-*")
    shutil.copytree(before, folder / "g-000009")
    (folder / "current.new").write_text("g-000009\n")
    (folder / "current.new").replace(folder / "current")
    if not keep:
        shutil.rmtree(before)


def test_a_session_is_current_until_a_shard_is_written_anew(tmp_path: Path) -> None:
    source, home = corpus.write(tmp_path / "source", FILES), tmp_path / "home"
    corpus.index(source, home)
    with closing(Session(Home(home))) as session:
        assert session.is_current()
        session.shards()
        assert session.is_current()
        corpus.index(source, home)
        assert session.is_current()
        corpus.write(source, {"p0/a.go": "package p0\n"})
        corpus.index(source, home)
        assert not session.is_current()


def test_a_session_is_not_current_when_a_shard_came_or_went(tmp_path: Path, home: Path) -> None:
    with closing(Session(Home(home))) as session:
        session.shards()
        corpus.index(corpus.write(tmp_path / "more", {"b.go": "package b\n"}), home, "more")
        assert not session.is_current()
    with closing(Session(Home(home))) as session:
        session.shards()
        shutil.rmtree(home / "shards" / "more@worktree")
        assert not session.is_current()
        shutil.rmtree(home)
        assert not session.is_current()


def test_a_shard_that_is_only_being_written_changes_nothing(home: Path) -> None:
    with closing(Session(Home(home))) as session:
        session.shards()
        (home / "shards" / "next@main" / "tmp-1").mkdir(parents=True)
        assert session.is_current()


def test_a_session_opens_a_shard_once_however_it_is_asked_for(home: Path) -> None:
    with closing(Session(Home(home))) as session:
        assert session.shards() == session.shards(("demo",)) == session.shards(("de*",), "main")


@pytest.mark.parametrize("text", QUERIES)
def test_a_generation_that_one_update_replaced_is_read_to_the_end(home: Path, text: str) -> None:
    with closing(Session(Home(home))) as session, closing(Session(Home(home))) as before:
        expected = ask(before, text)
        session.shards()
        swap(home, keep=True)
        assert ask(session, text) == expected
        assert not session.is_current()


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("opened", [False, True])
def test_a_generation_that_was_removed_says_to_ask_again(home: Path, text: str, *, opened: bool) -> None:
    with closing(Session(Home(home))) as session:
        if opened:
            assert session.shards()[0].segments
        else:
            session.shards()
        swap(home)
        with pytest.raises(ReplacedError, match="demo@main: the index was replaced while it was read; ask again"):
            ask(session, text)
        assert not session.is_current()


@pytest.mark.parametrize("text", QUERIES)
def test_a_shard_that_was_removed_ends_the_question_and_not_the_program(home: Path, text: str) -> None:
    with closing(Session(Home(home))) as session:
        session.shards()
        shutil.rmtree(home / "shards" / "demo@main")
        with pytest.raises(ReplacedError):
            ask(session, text)
        assert not session.is_current()


@pytest.mark.parametrize("gone", ["symbols", "files", "manifest.json"])
@pytest.mark.parametrize("text", QUERIES)
def test_a_generation_that_is_half_removed_never_brings_an_error_of_the_system(
    home: Path, text: str, gone: str
) -> None:
    with closing(Session(Home(home))) as session:
        (shard,) = session.shards()
        path = shard.generation / gone
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        if gone == "manifest.json":
            ask(session, text)
            return
        with pytest.raises(CodelensError):
            ask(session, text)


@pytest.mark.parametrize("operation", [name for name in OPERATIONS if name != "call-path"])
def test_an_operation_on_a_removed_generation_says_to_ask_again(home: Path, operation: str) -> None:
    with closing(Session(Home(home))) as session:
        session.shards()
        swap(home)
        with pytest.raises(ReplacedError):
            OPERATIONS[operation](session, Question("Name3"))


def test_an_answer_without_its_blobs_says_so_until_they_are_back(indexed: Path, home: Path) -> None:
    note = "demo: some sources can't be read any more, so their lines are not shown; run: codelens update demo"
    mirror, away = indexed / "repo", indexed / "away"
    with closing(Session(Home(home))) as session:
        mirror.rename(away)
        try:
            found = ask(session, '"Other"')
            assert (found.matches, note in found.notes) == ([], True)
            places = ask(session, "role:reference Other")
            assert (len(places.matches), places.matches[0].signature, places.notes) == (12, "", [note])
            assert note not in ask(session, "Name1").notes
            with pytest.raises(CodelensError, match=r"demo: p1/a.go can't be read any more; run: codelens update demo"):
                read_file(session, Place("demo", "main", "", "p1/a.go", "", ""))
        finally:
            away.rename(mirror)
        again = ask(session, '"Other"')
        assert (len(again.matches), again.notes) == (12, [])


def test_a_blob_that_is_gone_hides_its_own_file_alone(tmp_path: Path) -> None:
    corpus.commit(tmp_path / "repo", FILES)
    corpus.index(tmp_path / "repo", tmp_path / "home")
    with closing(Session(Home(tmp_path / "home"))) as session:
        (shard,) = session.shards()
        blob = next(row.blob for row in map(shard.segments[0].row, shard.segments[0].files()) if row.path == "p3/a.go")
        (tmp_path / "repo" / "objects" / blob[:2] / blob[2:]).unlink()
        found = ask(session, '"Other"')
        assert len(found.matches) == 11
        assert found.notes == [
            "demo: some sources can't be read any more, so their lines are not shown; run: codelens update demo"
        ]


def test_no_more_bytes_of_blobs_are_kept_than_asked(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    corpus.index(source, tmp_path / "home")
    for most, left in ((0, 0), (1 << 20, 12)):
        with closing(Session(Home(tmp_path / "home"), most_kept=most)) as session:
            assert len(ask(session, '"Other"').matches) == 12
            source.rename(tmp_path / "away")
            assert len(ask(session, '"Other"').matches) == left
            (tmp_path / "away").rename(source)
