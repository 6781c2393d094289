"""A place as both sides of a comparison see it, and how our extraction and Go's parser give theirs."""

from __future__ import annotations

import json
import subprocess
import tempfile
from bisect import bisect_right
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from codelens.extract.extractor import extract
from codelens.model import DEFINITION_CODE, MAX_BLOB, PLACE_BITS, unpack_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.extract.language import Captures, Language

GO_PROGRAM = Path(__file__).with_name("golang_definitions") / "main.go"


class Place(NamedTuple):
    """An identifier in a file; lines and columns are 0-based, columns are bytes.

    Args:
        role: ``definition`` or a kind of reference.
        kind: Of a definition, else "".
        scope: Of a definition, else empty.
    """

    line: int
    column: int
    name: str
    role: str
    kind: str = ""
    scope: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The place for people, 1-based."""
        role = f"{self.kind} {'.'.join((*self.scope, self.name))}" if self.kind else f"{self.role} {self.name}"
        return f"{self.line + 1}:{self.column + 1}: {role}"


class RefusedError(Exception):
    """The independent parser does not read the file."""


def source_files(folders: list[Path], suffix: str) -> list[Path]:
    """The files of a suffix under folders (or given as such), sorted, those that are never read left out."""
    found = {file for folder in folders for file in (folder.rglob(f"*{suffix}") if folder.is_dir() else [folder])}
    regular = (file for file in found if file.suffix == suffix and file.is_file() and not file.is_symlink())
    return sorted(file for file in regular if file.stat().st_size <= MAX_BLOB)


def our_places(blob: bytes, language: Language, captures: Captures) -> tuple[list[Place], int]:
    """What our extraction finds, and how many places of the file its grammar could not read."""
    extraction = extract(blob, language, captures)
    starts = unpack_places(extraction.line_starts)
    kinds = tuple(captures.references)
    places = [
        Place(d.range.line, d.range.column, d.name, "definition", d.kind, d.scope) for d in extraction.definitions
    ]
    for name, packed in extraction.occurrences.items():
        for place in unpack_places(packed):
            offset, code = place >> PLACE_BITS, place & (1 << PLACE_BITS) - 1
            if code != DEFINITION_CODE:
                line = bisect_right(starts, offset) - 1
                places.append(Place(line, offset - starts[line], name.decode("utf-8", "replace"), kinds[code - 1]))
    return places, extraction.unparsable


def go_places(files: list[Path], *, references: bool) -> Iterator[tuple[Path, list[Place] | RefusedError]]:
    """What Go's own parser finds, file by file; needs ``go`` on the path."""
    command = ["go", "run", str(GO_PROGRAM), *(["-references"] if references else [])]
    with tempfile.TemporaryFile("w+") as names:  # a pipe would fill up while the program waits for us to read
        names.writelines(f"{file}\n" for file in files)
        names.seek(0)
        yield from _go_rows(command, names)


def _go_rows(command: list[str], names: IO[str]) -> Iterator[tuple[Path, list[Place] | RefusedError]]:
    with subprocess.Popen(command, stdin=names, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        places: list[Place] = []
        for line in program.stdout:
            row = json.loads(line)
            if "error" in row:
                yield Path(row["file"]), RefusedError(row["error"])
            elif row["role"] == "end":
                yield Path(row["file"]), places
                places = []
            else:
                scope = tuple(row.get("scope", ()))
                places.append(Place(row["line"], row["column"], row["name"], row["role"], row.get("kind", ""), scope))
    if program.returncode:
        message = f"{GO_PROGRAM.name}: ended with status {program.returncode}"
        raise SystemExit(message)
