"""Worker processes that read blobs, and that may die: a file that ends its worker is a skip and nothing else.

A worker says in shared memory which file it is reading. When it dies, that file is read again for its words alone, and
the other files of its batch go to another worker. The time guard is an alarm that is left to kill the worker: no Python
runs while a parser does, so nothing else would stop it.
"""

from __future__ import annotations

import gc
import multiprocessing.connection
import signal
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec

from codelens.errors import CodelensError, LanguageError, ShardError
from codelens.extract.languages import load_languages
from codelens.fetch.sources import MissingObject, Unreadable, open_location
from codelens.index.cache import ReadFile
from codelens.index.processes import SPAWN, end_with_parent, send, start_quietly
from codelens.index.reading import read_file
from codelens.model import SkipReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection

    from codelens.fetch.sources import Source, SourceLocation

TIME_GUARD = 20.0  # seconds for one file
_BATCH_BYTES = 400_000
_BATCH_FILES = 64
_STARTING, _BETWEEN = -2, -1  # what a worker that reads no file says instead of the file's number


@dataclass(frozen=True, slots=True)
class Task:
    """One blob to read.

    Args:
        number: The caller's own, given back with the result.
        blob: Its id.
        path: A path that has it.
        language: The name of its language, or "".
        size: Bytes.
        silent: Whether what it says is not wanted.
        words_only: The skip reason of a file that is not to be parsed again, or "".
    """

    number: int
    blob: str
    path: str
    language: str
    size: int
    silent: bool = False
    words_only: str = ""


def read_blobs(
    location: SourceLocation, tasks: Iterable[Task], jobs: int, guard: float = TIME_GUARD
) -> Iterator[tuple[Task, ReadFile]]:
    """Read blobs in worker processes, in no certain order; each task is answered once.

    Args:
        location: Where the blobs are.
        tasks: What to read.
        jobs: Worker processes.
        guard: Seconds for one file.

    Raises:
        ShardError: Workers end before they read anything.
        FetchError: The source is no longer there.
        LanguageError: The queries of a language are broken.
    """
    queue = deque(_batches(tasks))
    workers: list[_Worker] = []
    try:
        while queue or workers:
            while queue and len(workers) < jobs:
                workers.append(_Worker.start(location, queue.popleft(), guard))
            ready = multiprocessing.connection.wait([worker.pipe for worker in workers])
            for worker in [worker for worker in workers if worker.pipe in ready]:
                try:
                    yield from worker.results()
                except EOFError:
                    workers.remove(worker)
                    yield from worker.bury(queue)
                    continue
                if not worker.batch:
                    if queue:
                        worker.give(queue.popleft())
                    else:
                        workers.remove(worker)
                        worker.dismiss()
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.join()


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@dataclass(eq=False)
class _Worker:
    process: Any
    pipe: Connection
    current: Any
    batch: list[Task] = field(default_factory=list)

    @classmethod
    def start(cls, location: SourceLocation, batch: list[Task], guard: float) -> _Worker:
        here, there = SPAWN.Pipe()
        current = SPAWN.Value("q", _STARTING, lock=False)
        process = SPAWN.Process(target=_work, args=(location, there, current, guard), daemon=True)
        start_quietly(process)
        there.close()
        worker = cls(process, here, current)
        worker.give(batch)
        return worker

    def give(self, batch: list[Task]) -> None:
        self.batch = batch
        with suppress(OSError):  # a worker that died is seen when its results are read
            self.pipe.send(batch)

    def results(self) -> Iterator[tuple[Task, ReadFile]]:
        """The answers to the batch.

        Raises:
            EOFError: The worker died.
            CodelensError: The worker could not open the source, or the queries of a language are broken.
        """
        try:
            answers = self.pipe.recv()
        except (EOFError, OSError):
            raise EOFError from None
        if isinstance(answers, CodelensError):
            raise answers
        batch, self.batch = self.batch, []
        return zip(batch, answers, strict=True)

    def bury(self, queue: deque[list[Task]]) -> Iterator[tuple[Task, ReadFile]]:
        """Find the file that ended the worker; hand on all others, and that one for its words, once.

        Raises:
            ShardError: The worker ended before it read anything, so another would as well.
        """
        self.process.join()
        reason = SkipReason.TIMEOUT if self.process.exitcode == -signal.SIGALRM else SkipReason.CRASHED
        at = self.current.value
        if at == _STARTING:
            message = f"a worker process ended before it read a file (exit status {self.process.exitcode}); try again"
            raise ShardError(message)
        rest = [task for task in self.batch if task.number != at]
        if rest:
            queue.append(rest)
        for task in self.batch:
            if task.number == at and task.words_only:
                yield task, ReadFile(None, skipped=task.words_only)
            elif task.number == at:
                queue.append([replace(task, words_only=reason.value)])

    def dismiss(self) -> None:
        with suppress(OSError):
            self.pipe.send(None)
        self.pipe.close()
        self.process.join()


def _work(location: SourceLocation, pipe: Connection, current: Any, guard: float) -> None:  # noqa: ANN401 - shared
    """What a worker runs."""
    gc.disable()  # nothing here refers to itself, and looking for what does costs a sixth of the time
    end_with_parent()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    try:
        source = open_location(location)
    except CodelensError as error:
        send(pipe, error)
        return
    current.value = _BETWEEN
    while (batch := _receive(pipe)) is not None:
        try:
            answers = list(_answers(source, batch, current, guard))
        except LanguageError as error:
            send(pipe, error)
            return
        current.value = _BETWEEN
        send(pipe, answers)


def _answers(source: Source, batch: list[Task], current: Any, guard: float) -> Iterator[ReadFile]:  # noqa: ANN401 - as above
    try:
        for task in batch:
            current.value = task.number
            signal.setitimer(signal.ITIMER_REAL, guard)
            yield _read(source, task)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _receive(pipe: Connection) -> list[Task] | None:
    try:
        batch: list[Task] | None = pipe.recv()
    except (EOFError, OSError):  # the parent is gone
        return None
    return batch


def _read(source: Source, task: Task) -> ReadFile:
    languages = load_languages()
    try:
        blob = source.read(task.blob, task.path)
    except MissingObject:
        return ReadFile(None, skipped=SkipReason.MISSING)
    except Unreadable:
        return ReadFile(None, skipped=SkipReason.UNREADABLE)
    language = languages.by_name.get(task.language)
    skipped = task.words_only
    try:
        read = read_file(blob, language, languages, words_only=bool(skipped), silent=task.silent)
    except LanguageError:  # no file is to blame
        raise
    except Exception:  # noqa: BLE001 - whatever a hostile file brings out costs that file's symbols alone
        skipped = SkipReason.CRASHED
        read = read_file(blob, language, languages, words_only=True)
    return msgspec.structs.replace(read, skipped=skipped) if skipped else read
