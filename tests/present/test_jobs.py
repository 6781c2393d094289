"""Jobs: one command a repository in a process of its own, and whatever becomes of it is told in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.locations import Home
from codelens.present.jobs import Job, Jobs, JobState, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOW = {f"big{number}.c": "int a(void) { return 1; }\n" * 60_000 for number in range(8)}
proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


class Told:
    """Keeps what is told of jobs, and waits for it."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self._news = threading.Condition()

    def __call__(self, job: Job) -> None:
        with self._news:
            self.jobs.append(job)
            self._news.notify_all()

    def until(self, wanted: Callable[[Job], bool]) -> Job:
        with self._news:
            assert self._news.wait_for(lambda: any(map(wanted, self.jobs)), 30), self.jobs[-5:]
            return next(job for job in self.jobs if wanted(job))

    def end(self, name: str) -> Job:
        return self.until(lambda job: job.repository == name and job.state.is_over)

    def states(self, name: str) -> list[JobState]:
        """The states of a repository's job, each change once."""
        states = [job.state for job in self.jobs if job.repository == name]
        return [state for at, state in enumerate(states) if at == 0 or states[at - 1] is not state]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    monkeypatch.setenv("PYTHONPATH", str(corpus.SOURCE))
    return Told()


@contextmanager
def jobs(home: Path, told: Told, repos: Path | None = None, **more: object) -> Iterator[Jobs]:
    with closing(Jobs(Home(home), told, repos, **more)) as opened:
        yield opened


def script(text: str) -> tuple[str, ...]:
    """A program that says something else than codelens would."""
    return (sys.executable, "-c", textwrap.dedent(text))


def sessions(home: Path) -> list[int]:
    """The sessions of the commands that work in a home."""
    found = set()
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = file.read_bytes().split(b"\0")
            if b"--json" in words and os.fsencode(home) in words:
                found.add(os.getsid(int(file.parent.name)))  # one that is being started has its parent's words
        except OSError:
            continue
    return sorted(found)


def check_gone(session: int) -> None:
    stop = time.monotonic() + 10
    while corpus.children_of_session(session):
        assert time.monotonic() < stop, "a process is left"
        time.sleep(0.02)


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A manifest with a repository that takes a while."""
    return corpus.manifest(tmp_path / "repos.yaml", slow=corpus.write(tmp_path / "source", SLOW))


def test_a_job_tells_how_far_it_is_and_ends_with_a_sentence(tmp_path: Path, told: Told) -> None:
    repos = corpus.manifest(tmp_path / "repos.yaml", one=corpus.write(tmp_path / "one", {"a.py": "def a(): pass\n"}))
    with jobs(tmp_path / "home", told, repos) as opened:
        assert opened.start("one", Work.UPDATE)
        done = told.end("one")
    assert told.states("one") == [JobState.WAITING, JobState.RUNNING, JobState.DONE]
    assert [job.phase for job in told.jobs if job.phase] == ["listing", "reading", "writing"]
    assert done.text.startswith("indexed 1 files")
    assert corpus.ask(tmp_path / "home", "a").total == 1


def test_there_is_one_job_a_repository_and_others_wait_for_their_turn(tmp_path: Path, told: Told) -> None:
    folders = {
        name: corpus.write(tmp_path / name, {"a.py": f"def {name}(): pass\n"}) for name in ("one", "two", "three")
    }
    repos = corpus.manifest(tmp_path / "repos.yaml", **folders)
    with jobs(tmp_path / "home", told, repos, at_once=1) as opened:
        assert [opened.start(name, Work.INDEX) for name in ("one", "one", "two", "three")] == [True, False, True, True]
        assert [job.state for job in opened.unfinished()] == [JobState.RUNNING, JobState.WAITING, JobState.WAITING]
        assert opened.cancel("two")
        told.end("three")
        assert not opened.cancel("three")
        assert opened.start("one", Work.INDEX)
    assert told.states("two") == [JobState.WAITING, JobState.STOPPED]
    ends = [job.repository for job in told.jobs if job.state is JobState.DONE]
    assert ends[:2] == ["one", "three"]
    assert not opened.start("one", Work.INDEX), "it is closed"


def test_another_revision_is_indexed_beside_the_manifests(tmp_path: Path, told: Told) -> None:
    commit = corpus.commit(tmp_path / "one", {"a.py": "def a(): pass\n"})
    repos = corpus.manifest(tmp_path / "repos.yaml", one=tmp_path / "one")
    with jobs(tmp_path / "home", told, repos) as opened:
        opened.start("one", Work.INDEX, commit)
        assert told.end("one").state is JobState.DONE
    assert [folder.name for folder in (tmp_path / "home" / "shards").iterdir()] == [f"one@{commit}"]


def test_a_repository_that_fails_says_why_and_the_others_go_on(tmp_path: Path, told: Told) -> None:
    good = corpus.write(tmp_path / "good", {"a.py": "def a(): pass\n"})
    repos = corpus.manifest(tmp_path / "repos.yaml", bad=tmp_path / "nowhere", good=good)
    with jobs(tmp_path / "home", told, repos) as opened:
        for name in ("bad", "good", "unknown"):
            opened.start(name, Work.UPDATE)
        bad, good, unknown = map(told.end, ("bad", "good", "unknown"))
    assert (bad.state, good.state, unknown.state) == (JobState.FAILED, JobState.DONE, JobState.FAILED)
    assert bad.text.startswith("repos.yaml: bad: path: ")
    assert unknown.text == 'repos.yaml: no repository or group "unknown"'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "import os; os.kill(os.getpid(), 9)",
            "one: update was ended by SIGKILL, perhaps for want of memory; start it",
        ),
        ("import os; os.kill(os.getpid(), 11)", "one: update was ended by SIGSEGV; start it again"),
        ("raise SystemExit(3)", "one: update ended with 3"),
        ("raise SystemExit('codelens: error: one: no room')", "one: no room"),
        ("raise SystemExit('codelens: error: no room')", "one: no room"),
        ("print('hello'); print('world')", 'one: update ended without saying what it did, but "hello"; start it again'),
        ("print('{}'); print('[' * 99999)", 'one: update ended without saying what it did, but "{}"; start it again'),
        ("import os; os.write(1, b'\\xff' * 200_000)", "one: update ended without saying what it did, but"),
        ("pass", "one: update ended without saying what it did; start it again"),
    ],
)
def test_a_job_that_dies_or_says_what_nobody_understands_is_one_line(
    tmp_path: Path, told: Told, text: str, said: str
) -> None:
    with jobs(tmp_path / "home", told, program=script(text)) as opened:
        opened.start("one", Work.UPDATE)
        ended = told.end("one")
    assert ended.state is JobState.FAILED
    assert ended.text.startswith(said)
    assert ended.text.isprintable()


def test_what_is_no_event_does_no_harm_to_a_job_that_goes_well(tmp_path: Path, told: Told) -> None:
    line = '{"event": "ended", "repository": "one", "work": "index", "changed": true, "text": "well"}'
    with jobs(tmp_path / "home", told, program=script(f"print('a warning'); print({line!r})")) as opened:
        opened.start("one", Work.INDEX)
        assert (told.end("one").state, told.end("one").text) == (JobState.DONE, "well")


def test_a_program_that_is_not_there_is_one_line(tmp_path: Path, told: Told) -> None:
    with jobs(tmp_path / "home", told, program=(str(tmp_path / "none"),)) as opened:
        opened.start("one", Work.UPDATE)
        assert told.end("one").text == "one: can't be started (No such file or directory); try again"


def test_what_stands_in_the_current_folder_is_not_run(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = "raise SystemExit('hostile code ran')\n"
    here = corpus.write(tmp_path / "here", {"codelens/__init__.py": hostile, "click.py": hostile, "yaml.py": hostile})
    monkeypatch.chdir(here)
    repos = corpus.manifest(tmp_path / "repos.yaml", one=here)
    with jobs(tmp_path / "home", told, repos) as opened:
        opened.start("one", Work.INDEX)
        assert told.end("one").state is JobState.DONE


@proc
@pytest.mark.parametrize("phase", ["listing", "reading", "writing"])
def test_cancelling_leaves_no_process_and_nothing_half_written(
    tmp_path: Path, told: Told, slow: Path, phase: str
) -> None:
    home = tmp_path / "home"
    with jobs(home, told, slow) as opened:
        opened.start("slow", Work.UPDATE)
        told.until(lambda job: job.phase == phase)
        (session,) = sessions(home)
        assert opened.cancel("slow")
        assert told.end("slow").state is JobState.STOPPED
        check_gone(session)
        assert told.states("slow")[-2:] == [JobState.STOPPING, JobState.STOPPED]
        assert opened.unfinished() == []
    assert list(home.glob("shards/*/tmp-*")) == []


@proc
@pytest.mark.usefixtures("told")
def test_a_job_that_does_not_end_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    deaf = """
        import os, signal, subprocess, sys, time
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        print('{"event": "progress", "repository": "one", "phase": "deaf"}', flush=True)
        time.sleep(60)
    """
    for again in (False, True):
        heard = Told()
        with jobs(tmp_path / "home", heard, program=script(deaf), patience=60 if again else 0.2) as opened:
            opened.start("one", Work.UPDATE)
            heard.until(lambda job: job.phase == "deaf")
            (session,) = sessions(tmp_path / "home")
            assert len(corpus.children_of_session(session)) == 2
            opened.cancel("one")
            if again:
                opened.cancel("one")
            assert heard.end("one").state is JobState.STOPPED
            check_gone(session)


@proc
def test_closing_ends_every_job(tmp_path: Path, told: Told, slow: Path) -> None:
    with jobs(tmp_path / "home", told, slow) as opened:
        opened.start("slow", Work.UPDATE)
        opened.start("other", Work.UPDATE)
        opened.start("third", Work.UPDATE)
        told.until(lambda job: job.phase == "reading")
        found = sessions(tmp_path / "home")
    for session in found:
        check_gone(session)
    assert told.end("slow").state is JobState.STOPPED
    assert all(told.end(name).state.is_over for name in ("other", "third"))


OWNER = """
import sys, time
from pathlib import Path
from codelens.locations import Home
from codelens.present.jobs import Jobs, Work

jobs = Jobs(Home(Path(sys.argv[1])), lambda job: print(job.phase, flush=True), Path(sys.argv[2]))
jobs.start("slow", Work.UPDATE)
time.sleep(60)
"""


@proc
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_a_job_ends_with_its_owner(tmp_path: Path, slow: Path, number: int) -> None:
    home = tmp_path / "home"
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(home), str(slow)],
        env=corpus.environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert owner.stdout
    assert any(b"reading" in line for line in owner.stdout)
    (session,) = sessions(home)
    os.killpg(owner.pid, number)  # as a terminal does that is closed
    owner.wait(20)
    owner.stdout.close()
    check_gone(session)
    assert list(home.glob("shards/*/tmp-*")) == []
