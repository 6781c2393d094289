"""A whole file as it is shown: its lines, columns of bytes and of characters, its outline, other revisions."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from codelens.errors import NotIndexedError
from codelens.fetch.sources import open_source
from codelens.index.build import index_source
from codelens.locations import Home
from codelens.query.file_text import FileText, lines_of
from codelens.query.matches import Place
from codelens.query.reading import file_at, read_file
from codelens.query.session import Session
from codelens.query.shards import revisions_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = {
    "harbor": {
        "main.go": "package main\n\n// Main runs.\nfunc Main() {}\n\ntype Ship struct {\n\tName string\n}\n",
        "odd.go": 'package main\r\n\n// Grüße, 港\nvar x = "'.encode()
        + b"\xff\xc3"
        + '"\t/* two\nlines */ + "ß" // end\x0bof\x0c it\u2028too'.encode(),
        "picture.png": b"\x89PNG\0\0",
        "empty.go": "",
        "docs/notes": "no grammar\n",
        **{f"deep/p{number:02}/file.go": "package p\n" for number in range(40)},
    },
}


def place(path: str, repository: str = "harbor", revision: str = "worktree") -> Place:
    return Place(repository, revision, "", path, "", "")


@contextmanager
def opened(home: Path) -> Iterator[Session]:
    with closing(Session(Home(home))) as session:
        yield session


def test_a_file_has_its_lines_and_its_outline(home: Path) -> None:
    with opened(home) as session:
        file = read_file(session, place("main.go"))
    assert file.lines[:4] == ("package main", "", "// Main runs.", "func Main() {}")
    assert [(match.kind, match.symbol, match.range.line) for match in file.definitions] == [
        ("function", "Main", 3),
        ("struct", "Ship", 5),
        ("field", "Ship.Name", 6),
    ]
    assert file.place.language == "go"


def test_lines_end_where_the_index_counts_lines(home: Path) -> None:
    with opened(home) as session:
        (shard,) = session.shards()
        for path in ("main.go", "odd.go", "empty.go", "docs/notes"):
            found = file_at(shard, path)
            assert found is not None
            file = read_file(session, place(path))
            assert list(file.starts) == list(found.segment.line_starts(found.number))
            assert len(file.lines) == len(file.starts)


def test_what_is_no_text_is_shown_a_character_a_byte(home: Path) -> None:
    with opened(home) as session:
        file = read_file(session, place("odd.go"))
    assert file.lines == (
        "package main",
        "",
        "// Grüße, 港",
        'var x = "\ufffd\ufffd"\t/* two',
        'lines */ + "ß" // end\x0bof\x0c it\u2028too',
    )


@pytest.mark.parametrize(
    ("line", "byte", "column"),
    [(0, 8, 8), (0, 99, 12), (2, 5, 5), (2, 6, 5), (2, 7, 6), (2, 12, 10), (2, 99, 11), (3, 10, 10), (3, 11, 11)],
)
def test_a_column_of_bytes_is_one_of_characters(home: Path, line: int, byte: int, column: int) -> None:
    with opened(home) as session:
        assert read_file(session, place("odd.go")).column_of(line, byte) == column


@given(st.binary(max_size=40))
def test_columns_come_back_from_where_they_went(blob: bytes) -> None:
    lines, starts = lines_of(blob)
    file = FileText(place("x"), lines, (), blob, starts)
    assert "".join(lines).isascii() or any(not line.isascii() for line in lines)
    for number, line in enumerate(lines):
        columns = [file.byte_column_of(number, column) for column in range(len(line) + 1)]
        assert columns == sorted(set(columns))
        assert [file.column_of(number, each) for each in columns] == list(range(len(line) + 1))
        assert columns[-1] == len(blob.split(b"\n")[number].removesuffix(b"\r"))


def test_the_comments_and_strings_of_each_line_are_known(home: Path) -> None:
    with opened(home) as session:
        file = read_file(session, place("odd.go"))
    shown = [[(file.lines[at][first:last], str(kind)) for first, last, kind in file.parts(at)] for at in range(5)]
    assert shown == [
        [],
        [],
        [("// Grüße, 港", "comment")],
        [('"\ufffd\ufffd"', "string"), ("/* two", "comment")],
        [("lines */", "comment"), ('"ß"', "string"), ("// end\x0bof\x0c it\u2028too", "comment")],
    ]


def test_a_file_without_a_grammar_has_no_parts(home: Path) -> None:
    with opened(home) as session:
        file = read_file(session, place("docs/notes"))
    assert (file.stands, list(file.parts(0)), file.definitions) == (None, [], ())


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("picture.png", "harbor: picture.png is not shown: binary; it holds NUL bytes"),
        ("sub/main.go", "harbor: sub/main.go: no such file at worktree; the nearest is main.go"),
        ("mein.go", "harbor: mein.go: no such file at worktree; the nearest is main.go"),
        ("deep/p07/fil.go", "the nearest is deep/p07/file.go"),
        ("zzz/zzz", "harbor: zzz/zzz: no such file at worktree; see: codelens search repo:harbor"),
    ],
)
def test_what_can_t_be_shown_says_why(home: Path, path: str, message: str) -> None:
    with opened(home) as session, pytest.raises(NotIndexedError, match=message):
        read_file(session, place(path))


def test_every_file_is_found_by_its_path(home: Path) -> None:
    with opened(home) as session:
        (shard,) = session.shards()
        rows = [(segment, number) for segment in shard.segments for number in segment.files()]
        assert len(rows) == len(FILES["harbor"])
        for segment, number in rows:
            found = file_at(shard, segment.row(number).path)
            assert found is not None
            assert (found.segment, found.number) == (segment, number)
        assert file_at(shard, "") is file_at(shard, "zzz") is file_at(shard, "deep") is None


def test_a_file_that_an_update_wrote_or_took_is_found_where_it_is_now(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "source", {f"p{number}/a.go": "package p\n" for number in range(30)})
    corpus.index(source, tmp_path / "home", "harbor")
    (source / "p3/a.go").unlink()
    corpus.write(source, {"p4/a.go": "package p\n\nvar New = 1\n", "p4/b.go": "package p\n"})
    corpus.index(source, tmp_path / "home", "harbor")
    with opened(tmp_path / "home") as session:
        (shard,) = session.shards()
        assert len(shard.segments) > 1
        assert read_file(session, place("p4/a.go")).lines[2] == "var New = 1"
        assert read_file(session, place("p4/b.go")).lines[0] == "package p"
        with pytest.raises(NotIndexedError, match="no such file"):
            read_file(session, place("p3/a.go"))


@pytest.fixture
def revisions(tmp_path: Path) -> Path:
    """A repository indexed at two revisions."""
    home = Home(tmp_path / "home").create()
    for revision, files in (
        ("v1", {"a.go": "package one\n", "old.go": "package one\n"}),
        ("v2", {"a.go": "package two\n"}),
    ):
        corpus.commit(tmp_path / "repo", files)
        corpus.tag(tmp_path / "repo", revision)
        with closing(open_source(corpus.entry(tmp_path / "repo", "demo", revision=revision), home.mirrors)) as source:
            index_source(source, home, jobs=1)
    return tmp_path / "home"


def test_the_same_file_is_read_at_each_revision(revisions: Path) -> None:
    assert revisions_of(Home(revisions), "demo") == ["v2", "v1"]
    assert revisions_of(Home(revisions), "dem") == []
    with opened(revisions) as session:
        now = read_file(session, place("a.go", "demo", "v2"))
        before = read_file(session, now.place, "v1")
        assert (now.lines[0], before.lines[0], before.place.revision) == ("package two", "package one", "v1")
        with pytest.raises(NotIndexedError, match=r"demo: old.go: no such file at v2; the nearest is a.go"):
            read_file(session, place("old.go", "demo", "v1"), "v2")
        with pytest.raises(NotIndexedError, match="is indexed at 'v3'; there are: v1, v2"):
            read_file(session, now.place, "v3")
