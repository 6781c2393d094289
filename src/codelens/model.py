"""The nouns that cross a stage: what a source file is, what stands in it, what is skipped.

The one invariant: offsets and columns are **bytes**, lines and columns are **0-based**, ranges are **half-open**.
``+ 1`` happens once, in ``present/``. Paths are text decoded from the repository's bytes as UTF-8 with
``surrogateescape``, so that any path survives the round trip; ``present/`` escapes what a terminal can't show.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence


class Role(StrEnum):
    """What a name does at its place."""

    DEFINITION = "definition"
    REFERENCE = "reference"


class Stand(StrEnum):
    """What text of a file can stand in."""

    CODE = "code"
    STRING = "string"
    COMMENT = "comment"


class SkipReason(StrEnum):
    """Why a source file, or a part of it, is not in the index. ``meaning`` is the sentence for people."""

    BINARY = "binary"
    TOO_LARGE = "too large"
    MINIFIED = "minified"
    UNPARSABLE = "unparsable part"
    MISSING = "missing object"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    SYMLINK = "symbolic link"
    SUBMODULE = "submodule"
    EXCLUDED = "excluded"
    UNREADABLE = "unreadable"

    @property
    def meaning(self) -> str:
        """One sentence that says what the reason means."""
        return _MEANINGS[self]


_MEANINGS = {
    SkipReason.BINARY: "holds NUL bytes in its first 8,000 bytes; findable by path only",
    SkipReason.TOO_LARGE: "is larger than 2 MiB; findable by path only",
    SkipReason.MINIFIED: "has lines so long that it was made by a program for a program; findable by path only",
    SkipReason.UNPARSABLE: "does not parse everywhere; what does is indexed",
    SkipReason.MISSING: "its object is not in the repository's store; findable by path only",
    SkipReason.TIMEOUT: "took longer to parse than the time guard allows; its words are indexed, its symbols are not",
    SkipReason.CRASHED: "ended the worker that parsed it; its words are indexed, its symbols are not",
    SkipReason.SYMLINK: "is a symbolic link, which is never followed",
    SkipReason.SUBMODULE: "is a submodule, which is fetched only when the manifest lists it",
    SkipReason.EXCLUDED: "is left out by the manifest's include and exclude globs",
    SkipReason.UNREADABLE: "could not be read from the disk; findable by path only",
}


@dataclass(frozen=True, slots=True)
class Skip:
    """A file, or a part of one, that is not indexed."""

    path: str
    reason: SkipReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a repository at a commit, before it is read.

    Args:
        path: Relative to the repository's root, ``/`` between the parts.
        blob: The blob id in hexadecimal; for a plain directory, an id of the same form made from the file's state.
        size: Bytes.
    """

    path: str
    blob: str
    size: int


class Range(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """Half-open, 0-based, columns in bytes."""

    line: int
    column: int
    end_line: int
    end_column: int


class Definition(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A symbol where it is defined.

    Args:
        kind: One of the kinds of definition in ``queries/captures.yaml``.
        name: As written.
        scope: The names of the enclosing definitions, outermost first.
        range: Of the name.
        enclosing: Of the whole definition.
        signature: The line on which the name stands, trimmed, at most 200 bytes.
        exported: Whether other packages can name it, by the language's own rule.
    """

    kind: str
    name: str
    scope: tuple[str, ...]
    range: Range
    enclosing: Range
    signature: str
    exported: bool


# The kinds of ``queries/captures.yaml`` that an operator sees from outside the program.
SURFACE_KINDS = frozenset({"metric", "flag", "env", "config", "route", "gate", "error", "log"})


class Statement(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A text that a program shows, where it is written.

    Args:
        kind: One of the surface kinds of ``queries/captures.yaml``, or ``text`` when no rule says what it is.
        pieces: A literal, a hole, a literal, …, a literal. A hole is the code of what goes into it, or ``$`` and the
            name of a constant that is defined elsewhere.
        call: What the text is given to: what is called, or the type of the table, as written; "" when nothing is.
        key: Of the pair whose value it is, or the name that it is bound to; "" when there is none.
        part: Of what it is given to.
        level: Of a log, or "".
        range: Of its first literal.
        also: What belongs to it, by what that is: ``help``, ``default``, ``bound`` (the field that it is bound to),
            ``prefix`` (the parts before the name, a line feed between).
    """

    kind: str
    pieces: tuple[str, ...]
    call: str
    key: str
    part: str
    level: str
    range: Range
    also: dict[str, str] = {}


class Extraction(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """All that was read from one blob, in the form in which the extraction cache keeps it.

    Args:
        definitions: In the order of their place in the file.
        occurrences: For each name (bytes, as written) its places in order, packed by :func:`pack_places`: the byte
            offset and the code of the role.
        words: The words of the file that are not a key of ``occurrences`` (in comments, strings, or a file without
            a grammar), each once, separated by spaces.
        line_starts: The byte offset of each line's first byte, packed as the places are.
        package: The package that the file itself names, or "".
        generated: Whether the file says that a program wrote it.
        unparsable: How many places of the file the grammar could not read.
        statements: The texts that it may show, in the order of their places.
    """

    definitions: tuple[Definition, ...]
    occurrences: dict[bytes, bytes]
    words: bytes
    line_starts: bytes
    package: str = ""
    generated: bool = False
    unparsable: int = 0
    statements: tuple[Statement, ...] = ()


# Each place of a name in a file is one unsigned 32-bit integer, little-endian: the byte offset of the name's first
# byte, and in the low bits the code of its role. Files above MAX_BLOB bytes are never read, so that the offset fits.
MAX_BLOB = 2 * 1024 * 1024
PLACE_BITS = 4
CODE_MASK = (1 << PLACE_BITS) - 1
DEFINITION_CODE = 0


def pack_places(places: Sequence[int]) -> bytes:
    """Places, each ``offset << PLACE_BITS | code``, as they are stored."""
    if len(places) == 1:  # as most names of a file have, and five times faster
        return places[0].to_bytes(4, "little")
    return _little_endian(array("I", places)).tobytes()


def unpack_places(packed: bytes) -> array[int]:
    """The places of :func:`pack_places`, in the same order."""
    return _little_endian(array("I", packed))


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
