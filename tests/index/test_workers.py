"""A file that ends its worker, or takes too long, costs itself and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.errors import FetchError, LanguageError, ShardError
from codelens.fetch.sources import SourceLocation, open_source
from codelens.index.processes import run_each
from codelens.index.workers import Task, read_blobs
from codelens.model import SkipReason, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from codelens.index.cache import ReadFile

# A user's own language whose rule for generated files backtracks for ever: a worker stays in it until it is ended.
LANGUAGE = """
name: slow
title: Slow
grammar: go
files: ["*.slow"]
generated_text: '^(a+)+$'
"""
TAGS = "(function_declaration name: (identifier) @name) @definition.function\n"
STUCK = "a" * 60 + "b\nfunc Stuck() {}\n"


@pytest.fixture
def _slow_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "config" / "codelens" / "queries" / "languages" / "slow"
    corpus.write(folder, {"language.yaml": LANGUAGE, "tags.scm": TAGS})
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def tasks_of(folder: Path, language: str = "") -> tuple[SourceLocation, list[Task]]:
    with closing(open_source(corpus.entry(folder), folder)) as source:
        files = [file for file in source.files() if isinstance(file, SourceFile)]
        tasks = [
            Task(number, file.blob, file.path, language if file.path.endswith(".slow") else "", file.size)
            for number, file in enumerate(files)
        ]
        return source.location, tasks


def told(results: Iterator[tuple[Task, ReadFile]]) -> dict[str, str]:
    answered = [(task.path, read.skipped) for task, read in results]
    assert len(answered) == len(dict(answered)), "a file was answered twice"
    return dict(answered)


FILES = {"a.txt": "one", "b.slow": STUCK, "c.txt": "two", "d.slow": "func Fine() {}\n"}


@pytest.mark.usefixtures("_slow_language")
def test_a_file_that_takes_too_long_is_a_timeout_and_keeps_its_words(tmp_path: Path) -> None:
    location, tasks = tasks_of(corpus.write(tmp_path / "source", FILES), "slow")
    results = {task.path: read for task, read in read_blobs(location, tasks, 1, guard=2.0)}
    assert {path: read.skipped for path, read in results.items()} == {
        "a.txt": "",
        "b.slow": SkipReason.TIMEOUT,
        "c.txt": "",
        "d.slow": "",
    }
    assert results["b.slow"].data


@pytest.mark.usefixtures("_slow_language")
def test_queries_that_are_broken_are_told_instead_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "codelens" / "queries" / "languages" / "slow"
    (folder / "tags.scm").write_text("(no_such_node) @name\n")
    location, tasks = tasks_of(corpus.write(tmp_path / "source", {"d.slow": "func Fine() {}\n"}), "slow")
    with pytest.raises(LanguageError, match=r"tags\.scm"):
        told(read_blobs(location, tasks, 1))


@pytest.mark.usefixtures("_slow_language")
def test_a_file_that_ends_its_worker_is_a_skip_and_the_others_are_read(tmp_path: Path) -> None:
    location, tasks = tasks_of(corpus.write(tmp_path / "source", {"0.txt": "word " * 100_000, **FILES}), "slow")
    results = read_blobs(location, tasks, 1)
    first = next(results)  # a batch of its own, so that the worker has started and takes the others next
    (worker,) = multiprocessing.active_children()
    killer = threading.Timer(0.5, os.kill, (worker.pid, signal.SIGSEGV))
    killer.start()
    found = told(iter([first, *results]))
    killer.join()
    assert found == {"0.txt": "", "a.txt": "", "b.slow": SkipReason.CRASHED, "c.txt": "", "d.slow": ""}


@pytest.mark.usefixtures("_slow_language")
def test_readers_that_stop_early_leave_no_worker(tmp_path: Path) -> None:
    location, tasks = tasks_of(corpus.write(tmp_path / "source", {"0.txt": "word " * 100_000, **FILES}), "slow")
    results = read_blobs(location, tasks, 2)
    next(results)
    results.close()
    assert not multiprocessing.active_children()


def test_a_worker_that_ends_before_it_reads_is_an_error_not_a_loop(tmp_path: Path) -> None:
    location, tasks = tasks_of(corpus.write(tmp_path / "source", FILES))
    killer = threading.Timer(0.02, lambda: [child.kill() for child in multiprocessing.active_children()])
    killer.start()
    with pytest.raises(ShardError, match="ended before it read a file"):
        list(read_blobs(location, tasks, 1))
    killer.join()


def test_a_source_that_is_gone_is_said_in_its_own_words(tmp_path: Path) -> None:
    commit = corpus.commit(tmp_path / "source", {"a.txt": "one"})
    location = SourceLocation(corpus.entry(tmp_path / "gone"), tmp_path / "gone", "main", commit)
    with pytest.raises(FetchError, match="is gone"):
        list(read_blobs(location, [Task(0, "0" * 40, "a.txt", "", 3)], 1))


def test_a_blob_that_is_missing_or_has_changed_is_a_skip(tmp_path: Path) -> None:
    location, tasks = tasks_of(corpus.write(tmp_path / "source", {"a.txt": "one", "b.txt": "two"}))
    corpus.write(tmp_path / "source", {"a.txt": "other"})
    (tmp_path / "source" / "b.txt").unlink()
    assert told(read_blobs(location, tasks, 1)) == {
        "a.txt": SkipReason.UNREADABLE,
        "b.txt": SkipReason.UNREADABLE,
    }


def test_a_process_that_ends_without_a_result_is_an_error() -> None:
    with pytest.raises(ShardError, match="a process that writes the index ended"):
        run_each(os._exit, [3], 1)


def test_an_error_of_a_process_arrives_as_it_was_raised(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run_each(os.listdir, [tmp_path / "nowhere"], 1)


def test_results_come_in_the_order_of_the_arguments() -> None:
    assert run_each(abs, [-3, -2, -1], 2) == [3, 2, 1]
