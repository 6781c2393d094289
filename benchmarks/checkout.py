"""A tree that holds just the files that codelens reads, as a git repository: what codelens and its peers all get."""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from codelens.errors import CodelensError
from codelens.extract.languages import load_languages
from codelens.fetch.sources import open_source
from codelens.index.reading import SNIFFED, is_minified
from codelens.model import MAX_BLOB, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.fetch.manifest import Repository

CHANGED = 10
SEED = 20
_IDENTITY = ("-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false")


@dataclass(frozen=True, slots=True)
class Checkout:
    """A tree on the disk.

    Args:
        folder: Its root, a git repository.
        files: How many there are.
        parsed: The paths that have a grammar, by the grammar's name.
        bytes: Of all files.
        left_out: How many files of the repository are not in it.
    """

    folder: Path
    files: int
    parsed: dict[str, list[str]]
    bytes: int
    left_out: int

    @property
    def sources(self) -> list[str]:
        """The paths that have a grammar."""
        return sorted(path for paths in self.parsed.values() for path in paths)


def write_checkout(repository: Repository, folder: Path) -> Checkout:
    """Write out what codelens reads of a repository, and commit it.

    Args:
        repository: An entry of a manifest with a path, read with its globs.
        folder: To be made.
    """
    languages = load_languages()
    parsed: dict[str, list[str]] = {}
    files = size = left_out = 0
    for path, blob in _read(repository):
        if blob is None or not _write(folder / path, blob):
            left_out += 1
            continue
        language = languages.of_blob(blob, languages.of_path(path))
        if language is not None:
            parsed.setdefault(language.description.grammar, []).append(path)
        files += 1
        size += len(blob)
    _git(folder, "init", "-q")
    _commit(folder, "all")
    return Checkout(folder, files, parsed, size, left_out)


def change_files(checkout: Checkout) -> list[str]:
    """Commit a change of ten source files, chosen once and for all: each gets a copy of its first line at its end."""
    paths = random.Random(SEED).sample(checkout.sources, min(CHANGED, len(checkout.sources)))  # noqa: S311
    for path in paths:
        file = checkout.folder / path
        blob = file.read_bytes()
        file.write_bytes(blob + b"\n" + blob.split(b"\n", 1)[0] + b"\n")
    _commit(checkout.folder, "ten")
    return paths


def _read(repository: Repository) -> Iterator[tuple[str, bytes | None]]:
    """Each file with its bytes, or None when codelens does not read it."""
    languages = load_languages()
    source = open_source(repository, Path())
    try:
        for entry in source.files():
            if not isinstance(entry, SourceFile) or entry.size > MAX_BLOB:
                yield entry.path, None
                continue
            try:
                blob = source.read(entry.blob, entry.path)
            except CodelensError:
                yield entry.path, None
                continue
            minified = languages.of_blob(blob, languages.of_path(entry.path)) is not None and is_minified(blob)
            yield entry.path, None if minified or b"\0" in blob[:SNIFFED] else blob
    finally:
        source.close()


def _write(file: Path, blob: bytes) -> bool:
    """Write one file; a name that this disk does not take leaves it out."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(blob)
    except (OSError, ValueError):
        return False
    return True


def _commit(folder: Path, message: str) -> None:
    _git(folder, "add", "--all", "--force")
    _git(folder, *_IDENTITY, "commit", "-q", "--no-verify", "-m", message)


def _git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "core.autocrlf=false", "-c", "gc.auto=0", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(folder), *settings, *arguments], check=True, stdout=subprocess.DEVNULL)
