"""Fetching and indexing as processes of their own, so that whoever asks meanwhile keeps an interpreter to itself.

A job is one command for one repository. What it says becomes a :class:`Job`, a value that is told anew whenever it
changes, from a thread. A job ends with its owner, whatever ends that: nobody reads its events any more, and it stops.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import IO, TYPE_CHECKING

from codelens.present.events import Ended, Failed, Progress, Work, one_line, read_event

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from codelens.locations import Home

__all__ = ["Job", "JobState", "Jobs", "Work"]

PROGRAM = (sys.executable, "-P", "-m", "codelens")  # -P: what stands in the current folder is not imported
PATIENCE = 4.0  # seconds for a job to end in good order
_AT_ONCE = 2
_NICENESS = 10  # whoever asks comes first
_LONGEST_LINE = 65_536
_QUOTED = 60  # characters of what is no event


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be told of it."""
        return self in {JobState.DONE, JobState.FAILED, JobState.STOPPED}


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with a repository, as far as it is.

    Args:
        repository: Its name in the manifest.
        work: What is done.
        revision: Another one than the manifest's, of indexing only; "" for that.
        state: How far it is.
        phase: Of a running one, as the events name it.
        done: Objects of a fetch, files of indexing.
        total: The same; 0 when it is not known.
        bytes: Received so far.
        text: What it said last: a sentence when it is done, the error line when it has failed.
    """

    repository: str
    work: Work
    revision: str = ""
    state: JobState = JobState.WAITING
    phase: str = ""
    done: int = 0
    total: int = 0
    bytes: int = 0
    text: str = ""


@dataclass(eq=False)
class _Running:
    """A job with its process, once that has been started."""

    job: Job
    process: subprocess.Popen[bytes] | None = None
    thread: threading.Thread | None = None
    timer: threading.Timer | None = None
    noise: str = ""
    failed: list[str] = field(default_factory=list)


class Jobs:
    """The jobs of one owner: at most one a repository, some at once, the others wait for their turn.

    Args:
        home: Whose mirrors and shards.
        tell: Told of each job whenever it changes, from any thread; it must not wait for another one.
        manifest: The file that lists the repositories; None for the one that the command finds.
        at_once: How many run side by side.
        program: What runs a command of codelens.
        patience: Seconds that a job has to end in good order before it is killed.
    """

    def __init__(
        self,
        home: Home,
        tell: Callable[[Job], None],
        manifest: Path | None = None,
        *,
        at_once: int = _AT_ONCE,
        program: Sequence[str] = PROGRAM,
        patience: float = PATIENCE,
    ) -> None:
        self._options = ["--json", "--home", str(home.folder), "--jobs", str(max(1, (os.cpu_count() or 1) - 1))]
        if manifest is not None:
            self._options += ["--repos", str(manifest)]
        self._tell = tell
        self._at_once = at_once
        self._program = tuple(program)
        self._patience = patience
        self._lock = threading.RLock()
        self._jobs: dict[str, _Running] = {}  # in the order in which they were asked for
        self._closed = False

    def start(self, repository: str, work: Work, revision: str = "") -> bool:
        """Let a job begin as soon as there is room; False when one of this repository is not over yet."""
        with self._lock:
            if self._closed or repository in self._jobs:
                return False
            running = self._jobs[repository] = _Running(Job(repository, work, revision))
            self._tell(running.job)
            self._start_waiting()
        return True

    def unfinished(self) -> list[Job]:
        """The jobs that wait or run, in the order in which they were asked for."""
        with self._lock:
            return [running.job for running in self._jobs.values()]

    def cancel(self, repository: str) -> bool:
        """Stop a job, in good order, or by force when it takes too long or is cancelled again.

        Returns:
            Whether there was one.
        """
        with self._lock:
            running = self._jobs.get(repository)
            if running is None:
                return False
            if running.thread is None:
                del self._jobs[repository]
                self._change(running, state=JobState.STOPPED)
            elif running.job.state is JobState.STOPPING:
                _kill(running)
            else:
                self._change(running, state=JobState.STOPPING)
                self._interrupt(running)
        return True

    def close(self) -> None:
        """End all jobs and wait until that has happened."""
        with self._lock:
            self._closed = True
            for job in self.unfinished():
                if job.state is not JobState.STOPPING:
                    self.cancel(job.repository)
            threads = [running.thread for running in self._jobs.values() if running.thread]
        for thread in threads:
            thread.join()

    def _start_waiting(self) -> None:
        begun = sum(running.thread is not None for running in self._jobs.values())
        waiting = [running for running in self._jobs.values() if running.thread is None]
        for running in waiting[: max(0, self._at_once - begun)]:
            self._change(running, state=JobState.RUNNING)
            running.thread = threading.Thread(target=self._run, args=(running,), daemon=True)
            running.thread.start()

    def _interrupt(self, running: _Running) -> None:
        if running.process is not None:
            running.process.send_signal(signal.SIGINT)
            running.timer = threading.Timer(self._patience, _kill, (running,))
            running.timer.daemon = True
            running.timer.start()

    def _change(self, running: _Running, **fields: object) -> None:
        with self._lock:
            running.job = replace(running.job, **fields)  # type: ignore[arg-type]
            self._tell(running.job)

    def _run(self, running: _Running) -> None:
        """What the thread of a job does, from its beginning to its end."""
        try:
            with tempfile.TemporaryFile() as errors:
                status = self._follow(running, errors)
                said = _last_line(errors)
            text = _failure(running, status, said)
        except OSError as error:
            text = f"{running.job.repository}: can't be started ({error.strerror or error}); try again"
        with self._lock:
            self._jobs.pop(running.job.repository, None)
            if running.timer is not None:
                running.timer.cancel()
            if running.job.state is JobState.STOPPING:
                self._change(running, state=JobState.STOPPED, text="")
            elif text:
                self._change(running, state=JobState.FAILED, text=one_line(text))
            else:
                self._change(running, state=JobState.DONE)
            if not self._closed:
                self._start_waiting()

    def _follow(self, running: _Running, errors: IO[bytes]) -> int:
        """Run the command and tell what it says; returns its exit status."""
        job = running.job
        command = [*self._program, job.work.value, job.repository, *self._options]
        if job.revision and job.work is Work.INDEX:
            command += ["--rev", job.revision]
        with subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
        ) as process:
            with suppress(OSError):  # it has ended already
                os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
            with self._lock:
                running.process = process
                if running.job.state is JobState.STOPPING:  # cancelled before there was a process
                    self._interrupt(running)
            if process.stdout is not None:
                while line := process.stdout.readline(_LONGEST_LINE):
                    self._take(running, line)
            return process.wait()

    def _take(self, running: _Running, line: bytes) -> None:
        event = read_event(line)
        if isinstance(event, Progress):
            self._change(running, phase=event.phase, done=event.done, total=event.total, bytes=event.bytes)
        elif isinstance(event, Ended):
            self._change(running, phase="", done=0, total=0, text=event.text)
        elif isinstance(event, Failed):
            running.failed.append(event.text)
        elif not running.noise:
            running.noise = line.decode("utf-8", "replace").strip()[:_QUOTED]


def _kill(running: _Running) -> None:
    """End a job's process and all that it has started."""
    process = running.process
    if process is not None and process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _last_line(errors: IO[bytes]) -> str:
    errors.seek(0, os.SEEK_END)
    errors.seek(max(0, errors.tell() - _LONGEST_LINE))
    lines = errors.read().decode("utf-8", "replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), "").removeprefix("codelens: error: ")


def _failure(running: _Running, status: int, said: str) -> str:
    """Why a job has failed, in a sentence that names its repository; "" when it has not."""
    job = running.job
    if running.failed:
        return running.failed[0]
    if status < 0:
        ended = signal.Signals(-status).name if -status in set(signal.Signals) else str(-status)
        memory = ", perhaps for want of memory" if -status == signal.SIGKILL else ""
        return f"{job.repository}: {job.work} was ended by {ended}{memory}; start it again"
    if status:
        return said if job.repository in said else f"{job.repository}: {said or f'{job.work} ended with {status}'}"
    if not job.text:
        noise = f', but "{running.noise}"' if running.noise else ""
        return f"{job.repository}: {job.work} ended without saying what it did{noise}; start it again"
    return ""
