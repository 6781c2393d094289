"""Writes the segments of a generation: all of them from the extraction cache, or one for what changed.

The segments of the generation before that still hold a file are hard-linked, and what is gone from them is marked in
the new tables of contents. When segments or deletions pile up, everything is written anew.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from codelens.index.cache import CHUNK, DamagedCacheError, ExtractionCache
from codelens.index.generations import identity
from codelens.index.processes import run_each
from codelens.index.segments import INDEX_NAMES, IndexedFile, commit_segments, read_segments, write_segments

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from whoosh.codec.whoosh3 import W3Segment

    from codelens.index.generations import FileState
    from codelens.index.segments import WrittenSegments

_BATCH_BYTES = 64_000_000  # of source in one segment, which bounds the memory of its writer
_SMALL = 4_000_000  # bytes of source that are not worth starting a process for
_MOST_SEGMENTS = 8
_MOST_STALE = 0.3  # of the records in the segments that stay


@dataclass(frozen=True, slots=True)
class Means:
    """What segments are written with.

    Args:
        cache: The extraction cache's file.
        jobs: Worker processes.
        kinds: Each kind of definition with its rank.
    """

    cache: Path
    jobs: int
    kinds: dict[str, int]


def write_segments_of(
    written: Path, current: Path | None, old: list[FileState], states: list[FileState], means: Means
) -> list[FileState]:
    """Write both indexes of a generation.

    Args:
        written: Its folder, empty.
        current: The folder of the generation before, if its segments can be kept.
        old: The states of that one.
        states: All files, ordered by path.
        means: What it is written with.

    Returns:
        The states with segment and number filled in.
    """
    kept, changed, stale = _compare(old, states)
    if current is None or not kept:
        return _write_batches(written, {}, states, means)
    segments = {name: read_segments(current / name, name) for name in INDEX_NAMES}
    live = sorted({state.segment for state in kept})
    stored = sum(segments["files"][number].doc_count_all() for number in live)
    if len(live) >= _MOST_SEGMENTS or stored - len(kept) > _MOST_STALE * stored:
        return _write_batches(written, {}, states, means)
    _delete(segments, stale)
    linked = {name: _link(written, current, name, [segments[name][number] for number in live]) for name in INDEX_NAMES}
    numbers = {number: place for place, number in enumerate(live)}
    kept = [msgspec.structs.replace(state, segment=numbers[state.segment]) for state in kept]
    fresh = _write_batches(written, linked, changed, means)
    return sorted(kept + fresh, key=lambda state: state.row.path)


def _delete(segments: dict[str, list[W3Segment]], stale: list[FileState]) -> None:
    for state in stale:
        segments["files"][state.segment].delete_document(state.number)
        for number in range(state.row.first_symbol, state.row.first_symbol + state.row.symbols):
            segments["symbols"][state.segment].delete_document(number)


def _compare(old: list[FileState], states: list[FileState]) -> tuple[list[FileState], list[FileState], list[FileState]]:
    """The old states that stay, the new ones that differ, and the old ones that are gone or differ."""
    before = {state.row.path: state for state in old}
    kept, changed = [], []
    for state in states:
        same = before.get(state.row.path)
        if same is not None and identity(same) == identity(state):
            kept.append(same)
        else:
            changed.append(state)
    staying = {state.row.path for state in kept}
    return kept, changed, [state for state in old if state.row.path not in staying]


def _link(written: Path, current: Path, name: str, segments: list[W3Segment]) -> list[W3Segment]:
    """Link the files of some segments of an index into the new generation; returns the segments."""
    (written / name).mkdir()
    stays = tuple(f"{segment.segment_id()}." for segment in segments)
    for file in (current / name).iterdir():
        if file.name.startswith(stays):
            try:
                os.link(file, written / name / file.name)
            except OSError:  # a file system without hard links
                shutil.copy2(file, written / name / file.name)
    return segments


def _write_batches(
    written: Path, segments: dict[str, list[W3Segment]], states: list[FileState], means: Means
) -> list[FileState]:
    """Write states in segments of their own, after those that are there; writes the tables of contents too."""
    batches = list(_batches(states, means.jobs))
    write = partial(_write_batch, folder=written, means=means)
    results = run_each(write, batches, means.jobs) if len(batches) > 1 else [write(batch) for batch in batches]
    found = []
    for name in INDEX_NAMES:
        mine = segments.get(name, [])
        first = len(mine)
        commit_segments(written / name, name, mine + [result.segments[name] for result in results])
    for offset, (batch, result) in enumerate(zip(batches, results, strict=True)):
        for number, (state, row) in enumerate(zip(batch, result.rows, strict=True)):
            found.append(msgspec.structs.replace(state, row=row, segment=first + offset, number=number))
    return found


def _batches(states: list[FileState], jobs: int) -> Iterator[list[FileState]]:
    total = sum(state.row.size for state in states if not state.bare)
    most = total if total < _SMALL else min(_BATCH_BYTES, total // jobs + 1)
    batch: list[FileState] = []
    size = 0
    for state in states:
        batch.append(state)
        size += 0 if state.bare else state.row.size
        if size > most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write_batch(batch: list[FileState], folder: Path, means: Means) -> WrittenSegments:
    opened = ExtractionCache(means.cache)
    try:
        return write_segments(_extracted(batch, opened), means.kinds, {name: folder / name for name in INDEX_NAMES})
    finally:
        opened.close()


def _extracted(batch: list[FileState], cache: ExtractionCache) -> Iterator[IndexedFile]:
    for start in range(0, len(batch), CHUNK):
        chunk = batch[start : start + CHUNK]
        keys = [state.key for state in chunk if not state.bare]
        found = cache.extractions(keys)
        for state in chunk:
            if state.bare:
                yield IndexedFile(state.row, None)
                continue
            data = found.get(state.key)
            if data is None:
                message = f"{state.row.path}: gone from the extraction cache while indexing; run codelens index again"
                raise DamagedCacheError(message)
            yield IndexedFile(state.row, data)
