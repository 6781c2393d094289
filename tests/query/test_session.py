"""What a session asks: repositories by name, glob, alias and group, narrowed but never widened by a question."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.errors import NotIndexedError
from codelens.locations import Home
from codelens.query.session import Session

if TYPE_CHECKING:
    from pathlib import Path

FILES = {name: {"main.go": "package main\n\nfunc main() {}\n"} for name in ("harbor", "lantern", "lantern-tools")}
MANIFEST = """
repositories:
  - {name: harbor, url: "https://example.org/harbor", groups: [ships], aliases: [port, example/harbor]}
  - {name: lantern, url: "https://example.org/lantern", groups: [lights]}
  - {name: buoy, url: "https://example.org/buoy", groups: [lights], aliases: [float]}
"""


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repos.yaml").write_text(MANIFEST)
    monkeypatch.chdir(tmp_path)


def asked(home: Path, words: tuple[str, ...], session: tuple[str, ...] = ()) -> list[str]:
    with closing(Session(Home(home), session)) as opened:
        return [shard.name for shard in opened.shards(words)]


@pytest.mark.usefixtures("manifest")
@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), ["harbor", "lantern", "lantern-tools"]),
        (("harbor",), ["harbor"]),
        (("lantern*",), ["lantern", "lantern-tools"]),
        (("port",), ["harbor"]),
        (("example/harbor", "lantern"), ["harbor", "lantern"]),
        (("ships",), ["harbor"]),
        (("lights",), ["lantern"]),
    ],
)
def test_a_word_means_a_name_a_glob_an_alias_or_a_group(home: Path, words: tuple[str, ...], names: list[str]) -> None:
    assert asked(home, words) == names


@pytest.mark.usefixtures("manifest")
@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("buoy", "buoy: not indexed; run: codelens update buoy"),
        ("float", "float: not indexed; it is buoy; run: codelens update float"),
        ("harbour", "harbour: not indexed; did you mean harbor?"),
        ("zzz", "zzz: not indexed; run: codelens update zzz (indexed are harbor, lantern, lantern-tools)"),
    ],
)
def test_a_word_that_means_nothing_indexed_says_what_would_bring_it(home: Path, word: str, message: str) -> None:
    with pytest.raises(NotIndexedError) as caught:
        asked(home, (word,))
    assert str(caught.value) == message


def test_a_question_narrows_what_the_session_asks(home: Path) -> None:
    assert asked(home, ("lantern",), session=("lantern*",)) == ["lantern"]
    assert asked(home, ("*",), session=("harbor",)) == ["harbor"]
    with pytest.raises(NotIndexedError, match="harbor: left out by --repo lantern"):
        asked(home, ("harbor",), session=("lantern",))


@pytest.mark.usefixtures("manifest")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("main -repo:harbor", ["lantern", "lantern-tools"]),
        ("main -repo:port", ["lantern", "lantern-tools"]),
        ("main -repo:lantern*", ["harbor"]),
        ("main -repo:lights", ["harbor", "lantern-tools"]),
        ("main -repo:buoy", ["harbor", "lantern", "lantern-tools"]),
    ],
)
def test_what_names_a_repository_leaves_it_out_too(home: Path, query: str, names: list[str]) -> None:
    assert sorted({match.place.repository for match in corpus.query(home, query).matches}) == names


@pytest.mark.usefixtures("manifest")
def test_a_repository_that_nothing_knows_is_not_left_out_in_silence(home: Path) -> None:
    with pytest.raises(NotIndexedError, match="harbour: not indexed; did you mean harbor"):
        corpus.query(home, "main -repo:harbour")
