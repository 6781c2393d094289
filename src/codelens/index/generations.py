"""A shard on disk: immutable generations in folders, and a pointer that is swapped atomically.

    shards/<repository>@<revision>/
      lock        held by the one process that writes
      current     the name of the generation to read
      g-000007/   manifest.json  state.msgpack  symbols/  files/
      tmp-<pid>/  a generation being written; garbage once its writer is gone

A reader keeps the generation that it opened; the one before the current is left for it.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

import msgspec

from codelens.errors import LockedError, ShardError
from codelens.index.records import FORMAT_VERSION, FileRow
from codelens.locations import is_still_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.fetch.sources import SourceLocation
    from codelens.locations import Home

_GENERATION = re.compile(r"g-\d{6,}")


class Manifest(msgspec.Struct, frozen=True):
    """What a generation is and holds.

    Args:
        format: :data:`codelens.index.records.FORMAT_VERSION` of its writer.
        repository: Its name.
        revision: What was asked for.
        commit: What it resolved to, hexadecimal; "" for a plain directory.
        rules: A digest of all that decides what is indexed and how: languages, globs, classes.
        location: Where blobs are read, packed; see :func:`pack_location`.
        indexed_at: Seconds since 1970.
        seconds: How long it took.
        files: Files that are in the index, those that are findable by path only included.
        symbols: Definitions.
        lines: Of the files that were read.
        source_bytes: Of the same.
        index_bytes: Of this generation.
        skips: Skip reason to the number of files.
        languages: Name to the number of files.
        kinds: Kinds of definition in ranking order.
        references: Kinds of reference in the order of their codes.
        checksums: Path inside the generation to size and CRC-32.
    """

    format: int
    repository: str
    revision: str
    commit: str
    rules: str
    location: msgspec.Raw
    indexed_at: float
    seconds: float
    files: int
    symbols: int
    lines: int
    source_bytes: int
    index_bytes: int
    skips: dict[str, int]
    languages: dict[str, int]
    kinds: list[str]
    references: list[str]
    checksums: dict[str, tuple[int, int]]


def pack_location(location: SourceLocation) -> msgspec.Raw:
    """A source's location as a manifest keeps it."""
    return msgspec.Raw(msgspec.json.encode(location, enc_hook=str))


def unpack_location(manifest: Manifest, home: Home) -> SourceLocation:
    """Where the blobs of a generation are read.

    Args:
        manifest: Of the generation.
        home: In which it stands now, wherever that was when it was written: mirrors move with their home.
    """
    from codelens.fetch.manifest import Repository  # noqa: PLC0415 - most answers need no blob, and these are dear
    from codelens.fetch.sources import SourceLocation  # noqa: PLC0415

    packed: dict[str, Any] = msgspec.json.decode(manifest.location)
    entry: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in packed["repository"].items()
    }
    entry["path"] = Path(entry["path"]) if entry["path"] else None
    folder = Path(packed["folder"]) if entry["path"] else home.mirrors / Path(packed["folder"]).name
    return SourceLocation(Repository(**entry), folder, packed["revision"], packed["commit"])


def origins(manifest: Manifest, home: Home) -> tuple[str, ...]:
    """The urls that a generation's repository is known by, as they are written; none for one without any.

    Args:
        manifest: Of the generation.
        home: In which it stands.
    """
    url = msgspec.json.decode(manifest.location, type=_Packed).repository.url
    if url:
        return (url,)
    from codelens.fetch.origins import origin_urls  # noqa: PLC0415 - 50 ms, and only for what is read in place

    return origin_urls(unpack_location(manifest, home).folder)


class _PackedRepository(msgspec.Struct):
    url: str | None


class _Packed(msgspec.Struct):
    repository: _PackedRepository


class FileState(msgspec.Struct, frozen=True, array_like=True):
    """What the next update has to know of a file.

    Args:
        row: Its record.
        key: Its key in the extraction cache.
        bare: Whether nothing of it but its path is indexed.
        segment: The number of the segment that holds it.
        number: Of its record there.
    """

    row: FileRow
    key: bytes
    bare: bool
    segment: int = -1
    number: int = -1


def same_states(one: list[FileState], other: list[FileState]) -> bool:
    """Whether two commits would be indexed alike."""
    return list(map(identity, one)) == list(map(identity, other))


def identity(state: FileState) -> tuple[FileRow, bytes]:
    """All of a file that its record depends on, its numbers left out."""
    return msgspec.structs.replace(state.row, first_symbol=0, symbols=0), state.key


class ShardFolder:
    """One shard's folder."""

    def __init__(self, shards: Path, repository: str, revision: str) -> None:
        self.folder = shards / f"{repository}@{quote(revision, safe='')}"
        self.lock = self.folder / "lock"

    def current(self) -> Path | None:
        """The generation to read, if there is one."""
        return pointed(self.folder)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the one that writes; what dead writers left is removed first.

        Raises:
            LockedError: Another process is writing.
        """
        lock = self._lock()
        while not is_still_at(lock.fileno(), self.lock):  # whoever removed the shard removed what was locked here
            lock.close()
            lock = self._lock()
        with lock:
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            self._sweep(keep=set())
            yield

    def _lock(self) -> TextIO:
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = self.lock.open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with lock:
                lock.seek(0)
                holder = lock.read().strip() or "another one"
            message = f"{self.folder.name}: is being indexed by process {holder}; wait for it, then run again"
            raise LockedError(message) from None
        return lock

    @contextmanager
    def begun(self) -> Iterator[Path]:
        """An empty folder for a new generation; removed unless it is committed, as a full disk needs it."""
        folder = self.folder / f"tmp-{os.getpid()}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def commit(self, written: Path) -> Path:
        """Make a written generation the current one, and remove those that nobody reads any more."""
        before = self.current()
        numbers = [int(folder.name[2:]) for folder in self.folder.iterdir() if _GENERATION.fullmatch(folder.name)]
        generation = self.folder / f"g-{max(numbers, default=0) + 1:06}"
        written.rename(generation)
        pointer = self.folder / "current.new"
        pointer.write_text(generation.name + "\n")
        pointer.replace(self.folder / "current")
        self._sweep(keep={generation.name, before.name if before else ""})
        return generation

    def _sweep(self, keep: set[str]) -> None:
        for leftover in self.folder.glob("tmp-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        if keep:
            for generation in self.folder.glob("g-*"):
                if generation.name not in keep:
                    shutil.rmtree(generation, ignore_errors=True)


def pointed(shard: Path) -> Path | None:
    """The generation of a shard's folder that is to be read.

    Returns:
        None when none was ever written. A pointer that is damaged points into nowhere, so that its reader says so.
    """
    try:
        name = (shard / "current").read_text("ascii", "replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return shard / (name if _GENERATION.fullmatch(name) else "g-damaged")


def read_manifest(generation: Path) -> Manifest:
    """The manifest of a generation.

    Raises:
        ShardError: It is missing, damaged or of another format version.
    """
    shard = generation.parent.name
    again = f"run: codelens index {shard.partition('@')[0]}"
    try:
        text = (generation / "manifest.json").read_bytes()
        found = msgspec.json.decode(text, type=_Versioned)
        if found.format == FORMAT_VERSION:
            return msgspec.json.decode(text, type=Manifest)
    except FileNotFoundError as error:
        message = f"{shard}: the index is incomplete; {again}"
        raise ShardError(message) from error
    except (OSError, msgspec.DecodeError) as error:
        message = f"{shard}: the index is damaged ({error}); {again}"
        raise ShardError(message) from error
    message = f"{shard}: the index has format {found.format}, this codelens reads {FORMAT_VERSION}; {again}"
    raise ShardError(message)


class _Versioned(msgspec.Struct):
    format: int


def write_state(generation: Path, states: list[FileState]) -> None:
    """Keep what the next update has to know."""
    (generation / "state.msgpack").write_bytes(zlib.compress(msgspec.msgpack.encode(states), 1))


def read_state(generation: Path) -> list[FileState] | None:
    """What :func:`write_state` kept, or None when it is gone or damaged: then everything is indexed anew."""
    with suppress(OSError, zlib.error, msgspec.DecodeError):
        packed = (generation / "state.msgpack").read_bytes()
        return msgspec.msgpack.decode(zlib.decompress(packed), type=list[FileState])
    return None


def is_whole(generation: Path, manifest: Manifest) -> bool:
    """Whether every file is there and as long as it was; what it holds is not read."""
    try:
        return all((generation / path).stat().st_size == size for path, (size, _) in manifest.checksums.items())
    except OSError:
        return False


def checksums(generation: Path) -> dict[str, tuple[int, int]]:
    """Size and CRC-32 of every file of a generation, its manifest excepted."""
    found = {}
    for file in sorted(generation.rglob("*")):
        if file.is_file() and file.name != "manifest.json":
            crc = 0
            with file.open("rb") as stream:
                while chunk := stream.read(1 << 20):
                    crc = zlib.crc32(chunk, crc)
            found[file.relative_to(generation).as_posix()] = (file.stat().st_size, crc)
    return found
