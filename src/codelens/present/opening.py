"""The file that an editor opens: the real one where it is what was indexed, else a copy that is removed again.

A copy is the only thing of a repository that is ever written as a file, so it is made to be harmless: one file in a
private folder, of no name that a tool knows, without a character that means something to a shell, not writable, never
executable. Its name carries the commit, as in ``lessor@c34dc7ee.go``: it says which version is being read, and an
editor's plugins do not take it for the configuration file that it may have been called.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from codelens.errors import EditorError, NotIndexedError
from codelens.index.generations import unpack_location
from codelens.locations import scratch
from codelens.present.editors import Caret
from codelens.query.reading import read_file

if TYPE_CHECKING:
    from codelens.query.file_text import FileText
    from codelens.query.matches import Place
    from codelens.query.session import Session

_UNSAFE = re.compile(r"[^\w.+@=, -]")
_COMMIT = 8  # digits
_LONGEST = 100  # characters of a name
_MOST_FOLDERS = 20
_KEPT = 24 * 3600  # seconds that a copy whose owner died is left alone


@dataclass(frozen=True, slots=True)
class Laid:
    """A file that an editor can open.

    Args:
        file: Absolute.
        caret: Where it is to be opened.
        folder: What is removed when it is closed; None of a real file.
        note: What a person should know of it, or "".
    """

    file: Path
    caret: Caret
    folder: Path | None
    note: str = ""

    @property
    def is_copy(self) -> bool:
        """Whether it was made for the editor."""
        return self.folder is not None

    def clear(self) -> None:
        """Remove what was made."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def lay_out(session: Session, place: Place, line: int, byte: int = 0) -> Laid:
    """The file of a place, for an editor.

    Args:
        session: Where it is asked.
        place: The file.
        line: Where it is to be opened, 0-based.
        byte: The column in bytes, 0-based.

    Raises:
        NotIndexedError: It can't be read any more.
        EditorError: No copy of it can be written.
    """
    real = _real_file(session, place)
    try:
        file = read_file(session, place)
    except NotIndexedError:
        if real is None or place.commit:
            raise
        note = "the file has changed since it was indexed: the line may have moved"
        return Laid(real, Caret(line, byte, byte), None, note)
    line = min(line, len(file.lines) - 1)
    caret = Caret(line, file.column_of(line, byte), byte)
    if real is not None and _is_unchanged(real, file):
        return Laid(real, caret, None)
    return copied(file, caret)


def _real_file(session: Session, place: Place) -> Path | None:
    """The file of a repository that is read in place, when it is a plain file within its folder."""
    (shard,) = session.shards((place.repository,), place.revision)
    location = unpack_location(shard.manifest, shard.home)
    if location.repository.path is None:
        return None
    root = location.folder
    try:
        file = Path(os.path.realpath(root / place.path))
        inside = file.is_relative_to(os.path.realpath(root))
        return file if inside and file.is_file() and not (root / place.path).is_symlink() else None
    except (OSError, ValueError):
        return None


def _is_unchanged(real: Path, file: FileText) -> bool:
    try:
        return real.stat().st_size == len(file.blob) and real.read_bytes() == file.blob
    except OSError:
        return False


def copied(file: FileText, caret: Caret) -> Laid:
    """A copy of a file, made to be read.

    Raises:
        EditorError: It can't be written.
    """
    folder = _own_folder()
    try:
        name = folder.joinpath(file.place.repository, *_parts(file.place))
        name.parent.mkdir(mode=0o700, parents=True)
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o400)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(file.blob)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        message = f"{folder}: a copy for the editor can't be written: {error.strerror or error}"
        raise EditorError(message) from error
    return Laid(name, caret, folder)


def _parts(place: Place) -> list[str]:
    """The path of a copy: folders as they are called, as far as that is safe, and a name that no tool knows."""
    *folders, last = [part for part in place.path.split("/") if part.strip(". ")] or ["file"]
    name = PurePosixPath(_safe(last))
    mark = f"@{place.commit[:_COMMIT] or 'copy'}"
    return [*map(_safe, folders[-_MOST_FOLDERS:]), f"{name.stem[:_LONGEST]}{mark}{name.suffix[:_LONGEST]}"]


def _safe(name: str) -> str:
    return _UNSAFE.sub("_", name.encode("utf-8", "replace").decode())[:_LONGEST]


def _own_folder() -> Path:
    """A folder that nobody else can look into."""
    error: OSError | None = None
    for above in (scratch(), Path(tempfile.gettempdir())):
        try:
            if above == scratch():
                above.mkdir(mode=0o700, parents=True, exist_ok=True)
                _sweep(above)
            return Path(tempfile.mkdtemp(prefix=f"codelens-{os.getpid()}-", dir=above))
        except OSError as found:
            error = error or found
    message = f"{scratch()}: a copy for the editor can't be written: {error.strerror if error else ''}"
    raise EditorError(message)


def _sweep(above: Path) -> None:
    """Remove the copies of those who died before they could."""
    for folder in above.glob("codelens-*-*"):
        with suppress(OSError, ValueError):
            if time.time() - folder.stat().st_mtime < _KEPT:
                continue
            try:
                os.kill(int(folder.name.split("-")[1]), 0)
            except ProcessLookupError:
                shutil.rmtree(folder, ignore_errors=True)
