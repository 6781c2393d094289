"""Indexes one repository at one revision: what changed is read in workers, and a new generation is written.

Nothing is done twice: an unchanged commit costs one comparison; an unchanged blob comes from the extraction cache; an
unchanged file keeps its record, in a segment that the new generation hard-links.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import ShardError
from codelens.extract.languages import load_languages
from codelens.index.cache import DamagedCacheError, ExtractionCache, discard
from codelens.index.classes import load_path_classes
from codelens.index.generations import (
    Manifest,
    ShardFolder,
    checksums,
    is_whole,
    pack_location,
    read_manifest,
    read_state,
    same_states,
    write_state,
)
from codelens.index.records import FORMAT_VERSION
from codelens.index.states import Progress, StateReader
from codelens.index.writing import Means, write_segments_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from codelens.fetch.sources import Source
    from codelens.index.generations import FileState
    from codelens.locations import Home


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing a repository did.

    Args:
        manifest: Of the generation that is current now.
        changed: Whether that is a new one.
        read: How many files had to be parsed.
    """

    manifest: Manifest
    changed: bool
    read: int


def index_source(
    source: Source,
    home: Home,
    *,
    jobs: int,
    tell: Callable[[Progress], None] = lambda _: None,
    rebuild: bool = False,
) -> IndexReport:
    """Bring a repository's shard up to date with its source.

    Args:
        source: The repository at its commit.
        home: Where the shard and the extraction cache are kept.
        jobs: Worker processes.
        tell: Told now and then how far it is.
        rebuild: Write everything anew, from the cache where that has it.

    Raises:
        LockedError: Another process is writing the shard.
        ShardError: The shard could not be written.
    """
    name = source.repository.name
    folder = ShardFolder(home.shards, name, source.revision)
    try:
        with folder.locked():
            try:
                return _update(source, home, folder, jobs, tell, rebuild=rebuild)
            except DamagedCacheError:
                discard(home.cache)
                return _update(source, home, folder, jobs, tell, rebuild=rebuild)
    except OSError as error:
        what = error.strerror or str(error)
        message = f"{name}: the index can't be written ({what}); the last complete one is kept"
        raise ShardError(message) from error


def _update(
    source: Source, home: Home, folder: ShardFolder, jobs: int, tell: Callable[[Progress], None], *, rebuild: bool
) -> IndexReport:
    started = time.monotonic()
    rules = _rules(source)
    before = None if rebuild else _readable(folder.current())
    if before and source.commit and (before.commit, before.rules) == (source.commit, rules):
        return IndexReport(before, changed=False, read=0)
    cache = ExtractionCache(home.cache)
    try:
        reader = StateReader(source, cache, jobs, tell)
        states = reader.states()
    finally:
        cache.close()
    current = folder.current()
    old = _comparable(current, before)
    if before and before.rules == rules and not source.commit and old is not None and same_states(old, states):
        return IndexReport(before, changed=False, read=reader.read)
    with folder.begun() as written:
        tell(Progress(source.repository.name, "writing", 0, len(states)))
        kinds = {kind: rank for rank, kind in enumerate(load_languages().captures.definitions)}
        means = Means(home.cache, jobs, kinds)
        states = write_segments_of(written, current if old is not None else None, old or [], states, means)
        write_state(written, states)
        manifest = _describe(source, rules, states, reader.excluded, checksums(written), time.monotonic() - started)
        (written / "manifest.json").write_bytes(msgspec.json.encode(manifest))
        folder.commit(written)
    return IndexReport(manifest, changed=True, read=reader.read)


def _rules(source: Source) -> str:
    """A digest of all that decides what is indexed and how."""
    languages = load_languages()
    parts = (
        FORMAT_VERSION,
        languages.fingerprint,
        load_path_classes().digest,
        replace(source.location, commit=""),
    )
    return sha256(repr(parts).encode()).hexdigest()[:16]


def _readable(generation: Path | None) -> Manifest | None:
    """The manifest of a generation whose files are all there."""
    try:
        manifest = read_manifest(generation) if generation else None
    except ShardError:
        return None
    return manifest if generation and manifest and is_whole(generation, manifest) else None


def _comparable(generation: Path | None, before: Manifest | None) -> list[FileState] | None:
    """The states of the generation before, if its segments can be kept: a damaged one is not handed on."""
    captures = load_languages().captures
    ranked = [list(captures.definitions), list(captures.references)]
    if generation is None or before is None or [before.kinds, before.references] != ranked:
        return None
    return read_state(generation) if checksums(generation) == before.checksums else None


def _describe(
    source: Source,
    rules: str,
    states: list[FileState],
    excluded: int,
    sums: dict[str, tuple[int, int]],
    seconds: float,
) -> Manifest:
    captures = load_languages().captures
    skips = Counter(state.row.skipped for state in states if state.row.skipped)
    if excluded:
        skips["excluded"] = excluded
    return Manifest(
        format=FORMAT_VERSION,
        repository=source.repository.name,
        revision=source.revision,
        commit=source.commit,
        rules=rules,
        location=pack_location(source.location),
        indexed_at=time.time(),
        seconds=round(seconds, 3),
        files=len(states),
        symbols=sum(state.row.symbols for state in states),
        lines=sum(state.row.lines for state in states),
        source_bytes=sum(state.row.size for state in states if state.row.lines),
        index_bytes=sum(size for size, _ in sums.values()),
        skips=dict(sorted(skips.items())),
        languages=dict(Counter(state.row.language for state in states if state.row.language).most_common()),
        kinds=list(captures.definitions),
        references=list(captures.references),
        checksums=sums,
    )
