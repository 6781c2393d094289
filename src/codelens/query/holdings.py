"""What is there: the repositories that the manifest lists, joined with what is fetched and what is indexed.

One holding is one line of ``codelens status`` and of the app's screen: a shard, or an entry of the manifest that has
none yet. What can't be read is a holding too, with the reason; nothing here fails because of one repository.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

from codelens.errors import CodelensError, ShardError
from codelens.index.generations import is_whole, pointed, unpack_location
from codelens.index.shard import open_current
from codelens.locations import require_own
from codelens.model import Skip, SkipReason
from codelens.query.matches import Place
from codelens.query.shards import place_of, shard_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from codelens.fetch.manifest import Manifest, Repository
    from codelens.fetch.sources import SourceLocation
    from codelens.index.generations import Manifest as Indexed
    from codelens.locations import Home


class State(StrEnum):
    """How far a repository is. ``meaning`` is the sentence for people."""

    MISSING = "not fetched"
    FETCHED = "fetched"
    INDEXED = "indexed"
    STALE = "out of date"
    BROKEN = "broken"

    @property
    def meaning(self) -> str:
        """One sentence that says what the state means."""
        return _MEANINGS[self]


_MEANINGS = {
    State.MISSING: "the manifest lists it, and its source is not on this machine",
    State.FETCHED: "its source is on this machine and not indexed yet",
    State.INDEXED: "it answers",
    State.STALE: "it answers, at another commit or revision than the one that is to be had",
    State.BROKEN: "its index can't be read and answers nothing",
}


@dataclass(frozen=True, slots=True)
class Holding:
    """A repository at a revision, as it stands.

    Args:
        name: The repository's.
        revision: Of the index; of what is not indexed, the one that the manifest means, "" for the default branch.
        commit: What that resolved to; "" when it is not known, and for a plain folder.
        state: How far it is.
        reason: Why, in one line, where the state does not say it all; else "".
        entry: Of the manifest; None when that does not list it.
        folder: The shard's, or None when it is not indexed.
        indexed: What the shard says of itself, or None when there is none that can be read.
    """

    name: str
    revision: str
    commit: str
    state: State
    reason: str = ""
    entry: Repository | None = None
    folder: Path | None = None
    indexed: Indexed | None = None


def holdings(home: Home, manifest: Manifest | None = None) -> list[Holding]:
    """All that is indexed, and all that a manifest lists; ordered by name, of one name the manifest's revision first.

    Args:
        home: Where mirrors and shards are.
        manifest: None for what is indexed alone.

    Raises:
        HomeError: The home belongs to somebody else.
    """
    home.trusted()
    shards: dict[str, list[Holding]] = {}
    for folder in shard_folders(home):
        shard = _shard(folder)
        shards.setdefault(shard.name, []).append(shard)
    entries = {entry.name: entry for entry in manifest.repositories} if manifest else {}
    found: list[Holding] = []
    for name in sorted({*shards, *entries}):
        there = sorted(shards.get(name, []), key=lambda shard: -shard.indexed.indexed_at if shard.indexed else 0)
        found += _joined(entries[name], there, home) if name in entries else there
    return found


def _shard(folder: Path) -> Holding:
    """A shard as it is, whatever a manifest says."""
    name, _, revision = folder.name.partition("@")
    while True:
        try:
            require_own(folder)
            shard = open_current(folder)
        except (CodelensError, OSError) as error:
            return Holding(name, unquote(revision), "", State.BROKEN, str(error), folder=folder)
        indexed = shard.manifest
        if is_whole(shard.generation, indexed):
            return Holding(name, indexed.revision, indexed.commit, State.INDEXED, folder=folder, indexed=indexed)
        if pointed(folder) == shard.generation:  # and it was not replaced meanwhile
            reason = f"{folder.name}: files of the index are missing; run: codelens index {name}"
            return Holding(name, indexed.revision, indexed.commit, State.BROKEN, reason, folder=folder)


def _joined(entry: Repository, shards: list[Holding], home: Home) -> list[Holding]:
    """The shards of an entry of the manifest, or that it has none."""
    location, trouble = _located(entry, home)
    if not shards:
        revision, commit = (location.revision, location.commit) if location else (entry.revision or "", "")
        state = State.FETCHED if location else State.MISSING
        return [Holding(entry.name, revision, commit, state, trouble if _was_there(entry, home) else "", entry)]
    revision = location.revision if location else entry.revision or shards[0].revision
    meant = [shard for shard in shards if shard.revision == revision]
    others = [replace(shard, entry=entry) for shard in shards if shard.revision != revision]
    if meant:
        first = _compared(replace(meant[0], entry=entry, reason=meant[0].reason or trouble), location)
        return [first, *others]
    reason = f"{entry.manifest} means {revision}; run: codelens update {entry.name}"
    latest = others[0]
    return [latest if latest.indexed is None else replace(latest, state=State.STALE, reason=reason), *others[1:]]


def _compared(shard: Holding, location: SourceLocation | None) -> Holding:
    """The shard of the manifest's revision beside the commit that the source has now."""
    if shard.indexed is None or location is None or location.commit == shard.commit:
        return shard
    reason = f"{location.revision} is {location.commit[:12]} now; run: codelens index {shard.name}"
    return replace(shard, state=State.STALE, reason=reason)


def _located(entry: Repository, home: Home) -> tuple[SourceLocation | None, str]:
    """Where the source of an entry is, or why it is nowhere."""
    from codelens.fetch.sources import locate  # noqa: PLC0415 - pygit2 is dear

    try:
        return locate(entry, home.mirrors), ""
    except CodelensError as error:
        return None, str(error)


def _was_there(entry: Repository, home: Home) -> bool:
    """Whether more is to be said of an entry that can't be located than that it is not fetched."""
    from codelens.fetch.mirrors import mirror_folder  # noqa: PLC0415 - pygit2 is dear

    return entry.url is None or mirror_folder(home.mirrors, entry.name).exists()


def skipped_files(holding: Holding, home: Home, reasons: Sequence[str] = ()) -> Iterator[tuple[Place, SkipReason]]:
    """The files of a shard that are not, or not wholly, indexed, each with its reason.

    Args:
        holding: With a shard that can be read.
        home: Where its source is.
        reasons: Which ones; none asks all. Files that are excluded stand in no index: they are listed from the source.

    Raises:
        ShardError: The shard can't be read.
        FetchError: The source is gone, and excluded files are asked for.
    """
    if holding.folder is None or holding.indexed is None:
        message = f"{holding.name}: is not indexed, so nothing of it was skipped; run: codelens update {holding.name}"
        raise ShardError(message)
    with closing(open_current(holding.folder)) as shard:
        for segment in shard.segments:
            for row in map(segment.row, segment.files()):
                if row.skipped and (not reasons or row.skipped in reasons):
                    yield place_of(shard, row), SkipReason(row.skipped)
    if holding.indexed.skips.get(SkipReason.EXCLUDED) and (not reasons or SkipReason.EXCLUDED in reasons):
        yield from _excluded_files(holding.indexed, home)


def _excluded_files(indexed: Indexed, home: Home) -> Iterator[tuple[Place, SkipReason]]:
    from codelens.fetch.sources import open_location  # noqa: PLC0415 - pygit2 is dear

    with closing(open_location(unpack_location(indexed, home))) as source:
        for file in source.files():
            if isinstance(file, Skip) and file.reason is SkipReason.EXCLUDED:
                yield Place(indexed.repository, indexed.revision, indexed.commit, file.path, "", ""), file.reason
