"""``--json`` of what fetches and indexes, and how such work ends: nothing half done and no process stays behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import corpus

SLOW = {f"big{number}.c": "int a(void) { return 1; }\n" * 60_000 for number in range(12)}
proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A manifest whose one repository takes a while."""
    folder = tmp_path_factory.mktemp("slow")
    return corpus.manifest(folder / "repos.yaml", demo=corpus.write(folder / "source", SLOW))


def start(home: Path, repos: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        corpus.command("update", "demo", "--json", "--repos", str(repos), "--jobs", "2"),
        env=corpus.environment(home),
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def read_until(process: subprocess.Popen[bytes], text: bytes) -> None:
    assert process.stdout
    for line in process.stdout:
        if text in line:
            return
    raise AssertionError(process.stderr.read() if process.stderr else "")


def check_nothing_is_left(home: Path, session: int) -> None:
    stop = time.monotonic() + 10
    while corpus.children_of_session(session):
        assert time.monotonic() < stop, "a process outlives the command"
        time.sleep(0.02)
    assert list(home.glob("shards/*/tmp-*")) == []
    assert list(home.glob("mirrors/*.part")) == []


def test_each_event_is_a_line_with_its_repository(tmp_path: Path) -> None:
    corpus.commit(tmp_path / "one", {"a.py": "def a(): pass\n"})
    (tmp_path / "repos.yaml").write_text(
        f"repositories:\n  - name: one\n    url: {tmp_path / 'one'}\n  - name: two\n    path: {tmp_path / 'nowhere'}\n"
    )
    ended = corpus.run(tmp_path / "home", "update", "--json", "--repos", str(tmp_path / "repos.yaml"))
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    assert (ended.returncode, ended.stderr) == (2, b"")
    assert {tuple(event) for event in events} == {
        ("event", "repository", "phase", "done", "total", "bytes"),
        ("event", "repository", "work", "changed", "text"),
        ("event", "repository", "text"),
    }
    phases = [event["phase"] for event in events if event["event"] == "progress" and event["repository"] == "one"]
    assert [phase for phase in phases if phase in {"connecting", "receiving", "listing", "reading", "writing"}]
    assert [(event["work"], event["changed"]) for event in events if event["event"] == "ended"] == [
        ("fetch", True),
        ("index", True),
    ]
    (failed,) = [event for event in events if event["event"] == "failed"]
    assert failed["repository"] == "two"
    assert "two: path: " in failed["text"]
    assert "is not there" in failed["text"]


def test_what_is_wrong_before_any_repository_stays_an_error_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "repos.yaml").write_text("repositories: 5\n")
    ended = corpus.run(tmp_path / "home", "update", "--json", "--repos", str(tmp_path / "repos.yaml"))
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.startswith(b"codelens: error: ")


@proc
@pytest.mark.parametrize("phase", [b'"listing"', b'"reading"', b'"writing"'])
def test_a_reader_that_goes_away_stops_the_work_quietly(slow: Path, tmp_path: Path, phase: bytes) -> None:
    process = start(tmp_path / "home", slow)
    assert process.stdout
    assert process.stderr
    read_until(process, phase)
    process.stdout.close()
    assert (process.wait(20), process.stderr.read()) == (0, b"")
    process.stderr.close()
    check_nothing_is_left(tmp_path / "home", process.pid)
    assert list(tmp_path.glob("home/shards/*/current")) == []


@proc
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("phase", [b'"reading"', b'"writing"'])
def test_a_signal_stops_the_work_and_leaves_nothing(slow: Path, tmp_path: Path, number: int, phase: bytes) -> None:
    process = start(tmp_path / "home", slow)
    read_until(process, phase)
    time.sleep(0.3)
    os.killpg(process.pid, number)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors.strip()) == (128 + number, b"codelens: error: interrupted")
    check_nothing_is_left(tmp_path / "home", process.pid)


MIDDLE = """
import os, signal, sys
from multiprocessing import util
from codelens.__main__ import run

number, launch = getattr(signal, sys.argv.pop(1)), util.spawnv_passfds

def launched(path, args, descriptors):
    pid = launch(path, args, descriptors)
    if any(b"spawn_main" in os.fsencode(word) for word in args):
        os.kill(os.getpid(), number)
    return pid

util.spawnv_passfds = launched
run()
"""


@proc
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_while_a_worker_is_started_is_one_line_too(slow: Path, tmp_path: Path, name: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", MIDDLE, name, "update", "demo", "--json", "--repos", str(slow)],
        env=corpus.environment(tmp_path / "home"),
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    _, errors = process.communicate(timeout=20)
    assert errors.strip() == b"codelens: error: interrupted"
    assert process.returncode == 128 + getattr(signal, name)
    check_nothing_is_left(tmp_path / "home", process.pid)


@proc
@pytest.mark.parametrize("phase", [b'"reading"', b'"writing"'])
def test_workers_end_with_a_command_that_was_killed(slow: Path, tmp_path: Path, phase: bytes) -> None:
    process = start(tmp_path / "home", slow)
    read_until(process, phase)
    time.sleep(0.5)
    assert len(corpus.children_of_session(process.pid)) > 1
    process.kill()
    process.communicate(timeout=20)
    stop = time.monotonic() + 10
    while corpus.children_of_session(process.pid):
        assert time.monotonic() < stop, "a process outlives the command"
        time.sleep(0.02)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_events_that_can_not_be_written_stop_the_work_with_one_line(slow: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            corpus.command("update", "--json", "--repos", str(slow)),
            env=corpus.environment(tmp_path / "home"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=20,
        )
    said = b"codelens: error: standard output: No space left on device"
    assert (ended.returncode, ended.stderr.strip()) == (2, said)
