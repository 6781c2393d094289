"""``open`` and what an editor gets: the real file where it is what was indexed, else a copy that can do no harm."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pygit2
import pytest

import corpus
from codelens.errors import EditorError, NotIndexedError
from codelens.locations import Home, scratch
from codelens.present.editors import Caret
from codelens.present.opening import copied, lay_out
from codelens.query.file_text import FileText
from codelens.query.matches import Place
from codelens.query.reading import find_files
from codelens.query.session import Session
from codelens.query.shards import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.present.opening import Laid

SOURCE = "def one():\n    pass\n\n\nclass Two:\n    def three(self): return 'ü', one()\n"
LOOK = (
    '#!/bin/sh\nfor each; do printf \'%s\\n\' "$each"; done >>$OUT\nfor each; do cat "$each" >>$OUT; done 2>/dev/null\n'
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository ``bare``, a repository with its files ``tree``, and a folder ``plain``."""
    folder = tmp_path_factory.mktemp("opening")
    files = {"src/a.py": SOURCE, "b.py": "def b(): pass\n", ".eslintrc.js": "boom()\n", "Makefile": "all:\n"}
    corpus.commit(folder / "bare", files)
    pygit2.clone_repository(str(folder / "bare"), str(folder / "tree"))
    corpus.write(folder / "plain", files)
    (folder / "plain/link.py").symlink_to("b.py")
    for name in ("bare", "tree", "plain"):
        corpus.index(folder / name, folder / "home", name)
    return folder / "home"


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    with closing(Session(Home(home))) as session:
        yield session


def laid(session: Session, repository: str, path: str, line: int = 0, byte: int = 0) -> Laid:
    file = find_files(session.shards((repository,)), path)[0]
    return lay_out(session, place_of(file.shard, file.row), line, byte)


@pytest.fixture
def editor(tmp_path: Path) -> dict[str, str]:
    """An editor that writes down what it is told, and what it sees there."""
    program = corpus.write(tmp_path, {"ed": LOOK}) / "ed"
    program.chmod(0o755)
    return {"EDITOR": str(program), "OUT": str(tmp_path / "out")}


def ran(home: Path, editor: dict[str, str], *arguments: str) -> tuple[list[str], str]:
    ended = corpus.run(home, "open", *arguments, VISUAL="", **editor)
    assert ended.returncode == 0, ended
    return Path(editor["OUT"]).read_text().splitlines(), ended.stderr.decode()


# --- the file --------------------------------------------------------------------------------------------------------


def test_a_file_in_place_that_is_unchanged_is_opened_itself(session: Session, home: Path) -> None:
    for name in ("tree", "plain"):
        found = laid(session, name, "src/a.py", 5)
        assert (found.file, found.folder, found.note) == (home.parent / name / "src/a.py", None, "")


def test_a_copy_has_the_content_and_can_not_be_written_or_run(session: Session) -> None:
    found = laid(session, "bare", "src/a.py")
    assert found.file.read_text() == SOURCE
    assert stat.S_IMODE(found.file.stat().st_mode) == 0o400
    assert stat.S_IMODE(found.folder.stat().st_mode) == 0o700
    assert [file.name for file in found.folder.rglob("*") if file.is_file()] == [found.file.name]
    found.clear()
    assert not found.folder.exists()


def test_a_copy_says_whose_it_is_and_at_which_commit(session: Session) -> None:
    found = laid(session, "bare", "src/a.py")
    commit = session.shards(("bare",))[0].manifest.commit
    assert found.file.relative_to(found.folder).as_posix() == f"bare/src/a@{commit[:8]}.py"
    found.clear()


@pytest.mark.parametrize("path", [".eslintrc.js", "Makefile"])
def test_no_copy_has_a_name_that_a_tool_knows(session: Session, path: str) -> None:
    found = laid(session, "bare", path)
    assert found.file.name.startswith(path.removesuffix(".js") + "@")
    found.clear()


HOSTILE = {
    "../../../evil.py": "evil@{}.py",
    "/etc/passwd": "etc/passwd@{}",
    "a/../../b.py": "a/b@{}.py",
    "a\nb/$(id).py": "a_b/__id_@{}.py",
    "`x`;rm -rf.go": "_x__rm -rf@{}.go",
    "bad\udcff.py": "bad_@{}.py",
    "..": "file@{}",
    ".git/config": ".git/config@{}",
    "x" * 300 + ".py": "x" * 100 + "@{}",
    "-c.py": "-c@{}.py",
    "d/" * 60 + "e.py": "d/" * 20 + "e@{}.py",
}


def test_a_copy_stays_in_its_folder_under_a_harmless_name_whatever_the_path_is() -> None:
    for path, name in HOSTILE.items():
        place = Place("demo", "main", "0123456789" * 4, path, "", "")
        found = copied(FileText(place, ("x",), (), b"x", (0,)), Caret(0))
        assert found.file.relative_to(found.folder / "demo").as_posix() == name.format("01234567"), path
        assert found.file.resolve().is_relative_to(found.folder.resolve())
        found.clear()
    assert not list(scratch().iterdir())


def test_the_spot_is_in_bytes_and_in_characters_and_within_the_file(session: Session) -> None:
    line = SOURCE.splitlines()[5]
    byte = line.encode().index(b"one()")
    found = laid(session, "tree", "src/a.py", 5, byte)
    assert found.caret == Caret(5, line.index("one()"), byte)
    assert laid(session, "tree", "b.py", 1000).caret.line == 1


def test_what_changed_is_a_copy_of_what_was_indexed_or_said_to_have_changed(tmp_path: Path) -> None:
    corpus.commit(tmp_path / "bare", {"a.py": "def a(): pass\n"})
    pygit2.clone_repository(str(tmp_path / "bare"), str(tmp_path / "tree"))
    corpus.write(tmp_path / "plain", {"a.py": "def a(): pass\n"})
    for name in ("tree", "plain"):
        corpus.index(tmp_path / name, tmp_path / "home", name)
        corpus.write(tmp_path / name, {"a.py": "# more\ndef a(): pass\n"})
    with closing(Session(Home(tmp_path / "home"))) as session:
        found = laid(session, "tree", "a.py")
        assert (found.file.read_text(), found.is_copy) == ("def a(): pass\n", True)
        found.clear()
        found = laid(session, "plain", "a.py")
        assert (found.file, found.is_copy) == (tmp_path / "plain/a.py", False)
        assert found.note == "the file has changed since it was indexed: the line may have moved"
        (tmp_path / "plain/a.py").unlink()
        with pytest.raises(NotIndexedError):
            laid(session, "plain", "a.py")


def test_a_file_that_became_a_link_out_of_its_folder_is_not_opened(tmp_path: Path) -> None:
    corpus.write(tmp_path, {"secret.py": "def a(): pass\n", "plain/d/a.py": "def a(): pass\n"})
    corpus.index(tmp_path / "plain", tmp_path / "home", "plain")
    shutil.rmtree(tmp_path / "plain/d")
    (tmp_path / "secret").mkdir()
    corpus.write(tmp_path / "secret", {"a.py": "def a(): pass\n"})
    (tmp_path / "plain/d").symlink_to(tmp_path / "secret")
    with closing(Session(Home(tmp_path / "home"))) as session:
        found = laid(session, "plain", "d/a.py")
        assert found.is_copy
        found.clear()


def test_copies_of_those_who_died_are_swept_and_others_left_alone(session: Session) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    old, new, living = (
        scratch() / f"codelens-{who}-x{number}" for number, who in enumerate((dead.pid, dead.pid, os.getpid()))
    )
    for folder in (old, new, living):
        corpus.write(folder, {"a/b.py": "x"})
    for folder in (old, living):
        os.utime(folder, (time.time() - 3 * 24 * 3600,) * 2)
    laid(session, "bare", "b.py").clear()
    assert [folder.exists() for folder in (old, new, living)] == [False, True, True]


def test_a_cache_that_can_not_be_written_is_no_hindrance_but_a_full_disk_is_said(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.write(tmp_path, {"cache": "a file where a folder should be"})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    found = laid(session, "bare", "b.py")
    assert found.folder.parent == tmp_path
    found.clear()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no"))
    with pytest.raises(EditorError, match="a copy for the editor can't be written"):
        laid(session, "bare", "b.py")


# --- the command -----------------------------------------------------------------------------------------------------


def test_open_takes_a_symbol_a_place_or_a_file(home: Path, editor: dict[str, str]) -> None:
    told, said = ran(home, editor, "Two", "-r", "tree")
    assert told == [str(home.parent / "tree/src/a.py"), *SOURCE.splitlines()]
    assert said == "codelens: tree src/a.py:5 in ed\n"
    assert ran(home, editor, "src/a.py:6:3", "-r", "tree")[1] == "codelens: tree src/a.py:6 in ed\n"
    assert ran(home, editor, "a.py:99", "-r", "tree")[1] == "codelens: tree src/a.py:7 in ed\n"
    assert ran(home, editor, "Makefile", "-r", "tree")[1] == "codelens: tree Makefile:1 in ed\n"


def test_open_removes_the_copy_when_the_editor_has_ended_and_when_it_failed(home: Path, editor: dict[str, str]) -> None:
    told, _ = ran(home, {**editor, "EDITOR": f"{editor['EDITOR']} {{line}} {{file}}"}, "Two", "-r", "bare")
    assert told[0] == "5"
    assert told[2:] == SOURCE.splitlines()
    assert not Path(told[1]).exists()
    ended = corpus.run(home, "open", "Two", "-r", "bare", EDITOR="false", VISUAL="")
    assert ended.returncode == 2
    assert ended.stderr.decode().splitlines()[-1] == "codelens: error: false ended with status 1"
    assert not list(scratch().iterdir())


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["Nowhere"], 1, "codelens: nothing is called Nowhere; see: codelens where-defined Nowhere"),
        (["no/such.py:3"], 2, "codelens: error: no/such.py: no such file in the index"),
    ],
)
def test_what_is_not_there_opens_nothing(
    home: Path, editor: dict[str, str], arguments: list[str], status: int, said: str
) -> None:
    ended = corpus.run(home, "open", *arguments, VISUAL="", **editor)
    assert ended.returncode == status
    assert ended.stderr.decode().startswith(said)
    assert not Path(editor["OUT"]).exists()


def test_an_editor_that_is_not_there_is_said_before_anything_is_asked(home: Path) -> None:
    ended = corpus.run(home, "open", "Nowhere", VISUAL="", EDITOR="no-such-editor -x")
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode() == (
        "codelens: error: EDITOR: no-such-editor: no such program; name another editor in EDITOR, or install it\n"
    )


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
@pytest.mark.parametrize(("command", "stop"), [("vim -u {} {{file}}", "13"), ("vim -u {}", "8")])
def test_a_real_vim_comes_to_the_place_and_obeys_no_modeline(tmp_path: Path, command: str, stop: str) -> None:
    """With a template of one's own vim is told nothing else, which shows that the modeline would act."""
    rc = "set modeline modelines=5\nautocmd VimEnter * call writefile([&l:tabstop, line('.'), &readonly], $OUT) | qa!\n"
    corpus.write(tmp_path, {"vimrc": rc})
    corpus.commit(tmp_path / "bare", {"a.py": "one\ntwo\n\tthree\n# vim: set ts=13 :\n"})
    corpus.index(tmp_path / "bare", tmp_path / "home")
    terminal, its = os.openpty()
    more = {"EDITOR": command.format(tmp_path / "vimrc"), "VISUAL": "", "OUT": str(tmp_path / "out"), "TERM": "xterm"}
    running = subprocess.Popen(
        corpus.command("open", "a.py:3"),
        env=corpus.environment(tmp_path / "home", **more),
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
    )
    os.close(its)
    while _read(terminal):
        pass
    assert running.wait(60) == 0
    os.close(terminal)
    found = (tmp_path / "out").read_text().split()
    assert found == [stop, *(["3", "1"] if stop == "8" else found[1:])]


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_the_editor_of_the_settings_is_taken_and_wrong_settings_are_said(
    home: Path, editor: dict[str, str], tmp_path: Path
) -> None:
    settings = tmp_path / "codelens/settings.yaml"
    corpus.write(tmp_path, {"codelens/settings.yaml": f"editor: {editor['EDITOR']} chosen {{file}}\n"})
    own = {**editor, "EDITOR": "no-such-editor", "XDG_CONFIG_HOME": str(tmp_path)}
    assert ran(home, own, "Two", "-r", "tree")[0][0] == "chosen"
    settings.write_text("editer: vim\n")
    ended = corpus.run(home, "open", "Two", "-r", "tree", VISUAL=editor["EDITOR"], **own)
    assert ended.returncode == 2
    first, second = ended.stderr.decode().splitlines()
    assert first == f'codelens: error: {settings}:1: unknown field "editer"; did you mean editor?'
    assert second == "codelens: tree src/a.py:5 in ed"
