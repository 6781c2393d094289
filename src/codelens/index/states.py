"""Finds out what each file of a commit is: lists it, reads its blob unless the cache knows it, names its package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import CodelensError
from codelens.extract.languages import load_languages
from codelens.index.cache import ReadFile
from codelens.index.classes import Packages, extraction_key, is_silent, load_path_classes
from codelens.index.generations import FileState
from codelens.index.records import FileRow
from codelens.index.workers import Task, read_blobs
from codelens.model import MAX_BLOB, Skip, SkipReason, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.fetch.sources import Source
    from codelens.index.cache import ExtractionCache

_CACHED_AT_ONCE = 200  # files in one transaction
_NOT_CACHED = (SkipReason.CRASHED, SkipReason.MISSING, SkipReason.UNREADABLE)  # may be otherwise next time


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the indexing of a repository is.

    Args:
        repository: Its name.
        phase: ``listing``, ``reading`` or ``writing``.
        done: Files so far.
        total: Files in all.
    """

    repository: str
    phase: str
    done: int
    total: int


class StateReader:
    """Reads one commit; ``read`` counts the files that had to be parsed, ``excluded`` those that globs leave out."""

    def __init__(self, source: Source, cache: ExtractionCache, jobs: int, tell: Callable[[Progress], None]) -> None:
        self.read = 0
        self.excluded = 0
        self._source = source
        self._cache = cache
        self._jobs = jobs
        self._tell = tell
        self._languages = load_languages()

    def states(self) -> list[FileState]:
        """The state of every file that is not excluded, ordered by path; segment and number are still open."""
        files: list[SourceFile] = []
        states: list[FileState] = []
        self._say("listing", 0, 0)
        for entry in self._source.files():
            if isinstance(entry, SourceFile):
                files.append(entry)
            elif entry.reason is SkipReason.EXCLUDED:
                self.excluded += 1
            else:
                states.append(_unread(entry))
        keys = [self._key(file) for file in files]
        reads = self._read_all(dict(zip(keys, files, strict=True)))
        by_path = {file.path: file for file in files}
        packages = Packages(by_path, lambda path: self._bytes(by_path[path]))
        states += [self._state(file, key, reads[key], packages) for file, key in zip(files, keys, strict=True)]
        states.sort(key=lambda state: state.row.path)
        return states

    def _key(self, file: SourceFile) -> bytes:
        return extraction_key(file.blob, file.path, self._languages)

    def _bytes(self, file: SourceFile) -> bytes:
        try:
            return self._source.read(file.blob, file.path) if file.size <= MAX_BLOB else b""
        except CodelensError:
            return b""

    def _read_all(self, by_key: dict[bytes, SourceFile]) -> dict[bytes, ReadFile]:
        """What became of each blob, by its key: from the cache, or else from the workers."""
        reads = self._cache.summaries(list(by_key))
        missing = [(key, file) for key, file in by_key.items() if key not in reads]
        tasks: list[Task] = []
        for key, file in missing:
            if file.size > MAX_BLOB:
                reads[key] = ReadFile(None, skipped=SkipReason.TOO_LARGE)
            else:
                language = self._languages.of_path(file.path)
                name, silent = language.name if language else "", is_silent(file.path, self._languages)
                tasks.append(Task(len(tasks), file.blob, file.path, name, file.size, silent))
        self._read_missing(tasks, [key for key, file in missing if file.size <= MAX_BLOB], reads)
        self.read = len(tasks)
        return reads

    def _read_missing(self, tasks: list[Task], keys: list[bytes], reads: dict[bytes, ReadFile]) -> None:
        fresh: list[tuple[bytes, ReadFile]] = []
        self._say("reading", 0, len(tasks))
        try:
            for done, (task, read) in enumerate(read_blobs(self._source.location, tasks, self._jobs), 1):
                key = keys[task.number]
                reads[key] = msgspec.structs.replace(read, data=None)
                if read.skipped not in _NOT_CACHED:
                    fresh.append((key, read))
                if len(fresh) >= _CACHED_AT_ONCE:
                    self._cache.add(fresh)
                    fresh.clear()
                    self._say("reading", done, len(tasks))
        finally:
            self._cache.add(fresh)

    def _say(self, phase: str, done: int, total: int) -> None:
        self._tell(Progress(self._source.repository.name, phase, done, total))

    def _state(self, file: SourceFile, key: bytes, read: ReadFile, packages: Packages) -> FileState:
        language = self._languages.by_name.get(read.language)
        bare = read.skipped in _NOT_CACHED or not read.lines
        classes, penalty = load_path_classes().of(file.path, language, generated=read.generated)
        row = FileRow(
            raw_path=_raw(file.path),
            blob=file.blob,
            size=file.size,
            language=read.language,
            package=_storable(packages.of(file.path, language, read.package)) if language else "",
            separator=language.description.separator if language else "",
            classes=classes,
            penalty=penalty,
            first_symbol=0,
            symbols=0,
            lines=0 if bare else read.lines,
            skipped=read.skipped,
        )
        return FileState(row, key, bare)


def _raw(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _storable(package: str) -> str:
    """A package whose folders may have names that are no text."""
    return package.encode("utf-8", "replace").decode()


def _unread(skip: Skip) -> FileState:
    row = FileRow(_raw(skip.path), skipped=skip.reason)
    return FileState(row, b"", bare=True)
