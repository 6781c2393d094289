"""What was typed survives: in order, once, bounded, written by several apps at once, whatever became of the file."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from fcntl import LOCK_EX, flock
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.errors import HomeError
from codelens.locations import Home
from codelens.present.history import LONGEST, MOST, History

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_what_was_typed_comes_back_newest_first_each_once(home: Home) -> None:
    assert History(home).queries() == []
    for query in ("Pod", '"took too long"', "Pod", "ünï", "  two \n lines  ", "", "   "):
        History(home).add(query)
    assert History(home).queries() == ["two lines", "ünï", "Pod", '"took too long"']
    assert stat.S_IMODE(home.history.stat().st_mode) == 0o600


def test_a_file_that_others_could_read_is_made_private(home: Home) -> None:
    corpus.write(home.folder, {"history.jsonl": '{"query":"a"}\n'})
    home.history.chmod(0o644)
    History(home).add("b")
    assert stat.S_IMODE(home.history.stat().st_mode) == 0o600


def test_damaged_lines_are_passed_over_and_a_torn_one_damages_no_other(home: Home) -> None:
    corpus.write(home.folder, {"history.jsonl": b'{"query":"a"}\n\x00\xff\n[]\n{"query":3}\n\n{"query":"b"}\n{"que'})
    history = History(home)
    assert history.queries() == ["b", "a"]
    history.add("c")
    assert history.queries() == ["c", "b", "a"]


def test_it_is_bounded_in_queries_in_bytes_and_in_what_is_read(home: Home) -> None:
    history = History(home)
    history.add("x" * (LONGEST + 1))
    assert history.queries() == []
    lines = "".join(f'{{"query":"{number:04} {"y" * 400}"}}\n' for number in range(3000))
    corpus.write(home.folder, {"history.jsonl": lines})
    history.add("last")
    assert history.queries()[0] == "last"
    assert history.queries()[1].startswith("2999")
    assert home.history.stat().st_size < 200_000
    corpus.write(home.folder, {"history.jsonl": "".join(f'{{"query":"{number}"}}\n' for number in range(2 * MOST))})
    assert len(history.queries()) == MOST
    corpus.write(home.folder, {"history.jsonl": "z" * 9_000_000 + '\n{"query":"a"}\n'})
    assert history.queries() == ["a"]


def test_several_apps_write_it_at_once_and_nothing_is_lost(home: Home) -> None:
    script = (
        "import sys; from pathlib import Path; from codelens.locations import Home; "
        "from codelens.present.history import History\n"
        "for number in range(200): History(Home(Path(sys.argv[1]))).add(f'{sys.argv[2]} {number % 20}' + 'x' * 900)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(home.folder), name], env=corpus.environment(home.folder))
        for name in "abcd"
    ]
    assert [each.wait(60) for each in running] == [0] * 4
    last = [query.split("x")[0] for query in History(home).queries()]
    for name in "abcd":
        own = [query for query in last if query.startswith(name)]
        assert own == [f"{name} {number}" for number in range(19, -1, -1)]
    assert home.history.stat().st_size < 600_000
    assert [file.name for file in home.folder.iterdir()] == ["history.jsonl"]


def test_an_app_that_hangs_while_it_writes_is_not_waited_for(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codelens.present.history._WAIT", 0.05)
    History(home).add("a")
    with home.history.open() as held:
        flock(held, LOCK_EX)
        with pytest.raises(HomeError, match=r"history\.jsonl: can't be written: another app is writing it"):
            History(home).add("b")
    assert History(home).queries() == ["a"]


def test_a_home_that_can_not_be_written_is_said_and_reading_goes_on(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    History(home).add("a")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("os.write", full)
        with pytest.raises(HomeError, match=r"can't be written: No space left on device; what is typed is not"):
            History(home).add("b")
    assert History(home).queries() == ["a"]
    home.history.unlink()
    home.history.mkdir()
    with pytest.raises(HomeError, match="can't be read: Is a directory"):
        History(home).queries()
    with pytest.raises(HomeError, match="can't be written: Is a directory"):
        History(home).add("b")


def test_a_writer_that_dies_while_it_writes_anew_loses_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codelens.present.history._LARGEST", 10)

    def die(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    history = History(home)
    history.add("aaaaaaaaaaaaaa")
    monkeypatch.setattr("os.fsync", die)
    with pytest.raises(HomeError):
        history.add("b")
    assert history.queries() == ["b", "aaaaaaaaaaaaaa"]
