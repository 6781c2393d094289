"""Any process may be killed at any moment; the next start serves the last complete generation."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

import corpus
from codelens.errors import NotIndexedError

KILLS = 20
FILES = {f"p{number}/f{number}.go": f"package p{number}\n\nfunc Name{number}() {{}}\n" for number in range(30)}
pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


def start(home: Path, repos: Path, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        corpus.command("index", "--repos", str(repos), "--jobs", "2", *more),
        env=corpus.environment(home),
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def complete(home: Path, repos: Path) -> None:
    process = start(home, repos)
    _, errors = process.communicate()
    assert process.returncode == 0, errors


def check_nobody_is_left(session: int) -> None:
    stop = time.monotonic() + 10
    while corpus.children_of_session(session):
        assert time.monotonic() < stop, "a worker outlives its parent"
        time.sleep(0.02)


def version(number: int) -> dict[str, str]:
    return {f"p{part}/v.go": f"package p{part}\n\nfunc Version{number}() {{}}\n" for part in range(3)}


def versions(home: Path) -> list[str]:
    return sorted({match.name for match in corpus.ask(home, "Version*").matches})


def test_twenty_kills_leave_a_home_that_answers_and_the_next_run_completes(tmp_path: Path) -> None:
    moments = random.Random(20)
    source = corpus.write(tmp_path / "source", {**FILES, **version(0)})
    home, repos = tmp_path / "home", corpus.manifest(tmp_path / "repos.yaml", demo=source)
    began = time.monotonic()
    complete(home, repos)
    took = time.monotonic() - began
    served = 0
    for number in range(1, KILLS + 1):
        corpus.write(source, version(number))
        process = start(home, repos)
        time.sleep(moments.uniform(0.1, 1.1) * took)
        if number % 2:
            process.kill()  # its workers see that it is gone
        else:
            os.killpg(process.pid, signal.SIGKILL)
        _, errors = process.communicate()
        assert b"Traceback" not in errors
        check_nobody_is_left(process.pid)
        (found,) = versions(home)
        assert served <= int(found.removeprefix("Version")) <= number
        served = int(found.removeprefix("Version"))
        assert corpus.ask(home, "Name*").total == len(FILES)
    complete(home, repos)
    corpus.index(source, tmp_path / "clean")
    assert corpus.answers(home, ["Version"]) == corpus.answers(tmp_path / "clean", ["Version"])


def test_a_first_run_that_is_killed_leaves_a_home_that_says_what_to_run(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "source", FILES)
    home, repos = tmp_path / "home", corpus.manifest(tmp_path / "repos.yaml", demo=source)
    process = start(home, repos)
    while not list(home.glob("shards/*/lock")):
        time.sleep(0.005)
    process.kill()
    process.communicate()
    check_nobody_is_left(process.pid)
    with pytest.raises(NotIndexedError, match="run: codelens update"):
        corpus.ask(home, "Name1")
    complete(home, repos)
    assert corpus.ask(home, "Name1").total == 1


@pytest.mark.parametrize("moment", [0.0, 0.15, 0.4])
def test_an_interrupt_ends_with_130_one_line_and_no_worker(tmp_path: Path, moment: float) -> None:
    slow = {f"big{number}.c": "int a(void) { return 1; }\n" * 60_000 for number in range(12)}
    source = corpus.write(tmp_path / "source", slow)
    process = start(tmp_path / "home", corpus.manifest(tmp_path / "repos.yaml", demo=source))
    while not list(tmp_path.glob("home/shards/*/lock")):
        time.sleep(0.005)
    time.sleep(moment)
    os.killpg(process.pid, signal.SIGINT)
    out, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert (out, errors.strip()) == (b"", b"codelens: error: interrupted")
    check_nobody_is_left(process.pid)
