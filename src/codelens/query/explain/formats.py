"""What is known of formats: ``queries/formats/*.yaml``, a user's own files first, compiled once.

The expressions there are Python's. Each is put to the beginning of one line of bounded length, so that what a stranger
pastes can't make it slow as long as repetitions in it are bounded; RE2 would cost more than a line may.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from codelens.document import nearest, read_document
from codelens.errors import SettingsError
from codelens.locations import queries_folders
from codelens.query.explain.tracing import ROLES, TraceStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from codelens.document import Document

FOLDER = "formats"
FIELDS = (
    "wrapped",
    "message",
    "error",
    "trace",
    "source",
    "path",
    "line",
    "function",
    "level",
    "time",
    "logger",
    "program",
)
_GROUPS = ("message", "level", "logger", "program", "path", "line", "function", "time", "method", "route", "thread")
_HEADER = 1200  # characters of a line in which a header ends
_TAIL = 4_000  # characters at the end of a line in which what follows the message begins
_ASCII = 128


class _WrittenFormat(msgspec.Struct, frozen=True):
    header: str
    said: str = ""
    starts: str = ""
    tail: str = ""
    wraps: bool = False
    pairs: bool = False


class _WrittenTrace(msgspec.Struct, frozen=True):
    said: str = ""
    start: tuple[str, ...] = ()
    message: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


class _WrittenPath(msgspec.Struct, frozen=True, rename={"meaning": "for"}):
    drop: str
    meaning: str = ""


class _Written(msgspec.Struct, frozen=True):
    formats: dict[str, object] = {}
    levels: dict[str, tuple[str, ...]] = {}
    fields: dict[str, tuple[str, ...]] = {}
    traces: dict[str, object] = {}
    paths: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What a format's header says.

    Args:
        end: Where the message begins.
        stop: Where it ends.
        said: Group to text.
    """

    end: int
    stop: int
    said: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Format:
    """How the lines of a kind of log begin; see ``queries/formats/logs.yaml``."""

    name: str
    said: str
    header: re.Pattern[str]
    tail: re.Pattern[str] | None
    wraps: bool
    pairs: bool

    def read(self, text: str, at: int) -> Header | None:
        """The header of what begins at a place of a line, None when it has none."""
        whole = "message" in self.header.groupindex
        found = self.header.match(text, at) if whole else self.header.match(text, at, at + _HEADER)
        if found is None or found.end() == at:
            return None
        end, stop = (found.start("message"), found.end("message")) if whole else (found.end(), len(text))
        if self.tail and (tail := self.tail.search(text, max(end, stop - _TAIL), stop)):
            return Header(end, tail.start(), {**found.groupdict(), **tail.groupdict()})
        return Header(end, stop, found.groupdict())


@dataclass(frozen=True, slots=True)
class Formats:
    """All that is known of formats.

    Args:
        by_start: For each character of ASCII, and last for all others, the formats whose lines can begin with it.
        levels: What a level is written as, in lower case, to what it is called.
        fields: What a field of structured lines can mean to the fields that do, the first that is there counts.
        meanings: A field to all that it can mean, each with its place among those that do.
        styles: How stack traces are written.
        normalised: Takes from a path what is known to come from a build or an installation.
    """

    by_start: tuple[tuple[Format, ...], ...]
    levels: dict[str, str]
    fields: dict[str, tuple[str, ...]]
    meanings: dict[str, dict[str, int]]
    styles: tuple[TraceStyle, ...]
    normalised: Callable[[str], str]

    def of_line(self, text: str, at: int) -> Iterable[Format]:
        """The formats that what begins at a place of a line can have."""
        start = ord(text[at]) if at < len(text) else _ASCII
        return self.by_start[min(start, _ASCII)]

    def level(self, written: str) -> str:
        """What a level is called, "" when it is none that is known."""
        return self.levels.get(written.lower(), "")


@lru_cache(maxsize=1)
def load_formats() -> Formats:
    """Read ``queries/formats``, once for a process.

    Raises:
        SettingsError: A file is wrong; the message names file and line.
    """
    files = [file for folder in queries_folders() for file in sorted(folder.glob(f"{FOLDER}/*.yaml"))]
    documents = [read_document(file, SettingsError) for file in files]
    written = [(document, document.convert(document.value, _Written)) for document in documents]
    formats: dict[str, tuple[Format, frozenset[int]]] = {}
    styles: dict[str, TraceStyle] = {}
    levels: dict[str, str] = {}
    for document, each in written:
        for name, value in each.formats.items():
            if name not in formats:
                formats[name] = _format(document, name, value)
        for name, value in each.traces.items():
            if name not in styles:
                styles[name] = _style(document, name, value)
        for level, spellings in each.levels.items():
            for spelled in (level, *spellings):
                levels.setdefault(spelled.lower(), level)
    by_start = tuple(tuple(each for each, starts in formats.values() if start in starts) for start in range(_ASCII + 1))
    fields = _fields(written)
    return Formats(
        by_start, levels, fields, _meanings(fields), tuple(styles.values()), _normalising(tuple(_paths(written)))
    )


def _fields(written: list[tuple[Document, _Written]]) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = dict.fromkeys(FIELDS, ())
    for document, each in written:
        for meaning, names in each.fields.items():
            if meaning not in fields:
                message = f"nothing is known as {meaning}; {nearest(meaning, FIELDS)}"
                raise document.fault(message, "fields", meaning)
            fields[meaning] += names
    return fields


def _meanings(fields: dict[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for meaning, names in fields.items():
        for place, name in enumerate(names):
            found.setdefault(name, {}).setdefault(meaning, place)
    return found


def _format(document: Document, name: str, value: object) -> tuple[Format, frozenset[int]]:
    place = ("formats", name)
    written = document.convert(value, _WrittenFormat, *place)
    header = _compiled(document, written.header, *place, "header")
    for group in header.groupindex:
        if group.rstrip("0123456789") not in _GROUPS:
            message = f"header: nothing is known as {group}; {nearest(group, _GROUPS)}"
            raise document.fault(message, *place, "header")
    starts = _compiled(document, written.starts or ".", *place, "starts")
    firsts = frozenset(code for code in range(_ASCII + 1) if starts.fullmatch(chr(code)))
    tail = _compiled(document, written.tail, *place, "tail") if written.tail else None
    return Format(name, written.said or f"line of {name}", header, tail, written.wraps, written.pairs), firsts


def _style(document: Document, name: str, value: object) -> TraceStyle:
    written = document.convert(value, _WrittenTrace, "traces", name)
    rows = []
    for role in ROLES:
        for number, pattern in enumerate(getattr(written, role)):
            rows.append((role, _compiled(document, pattern, "traces", name, role, str(number))))
    return TraceStyle(name, written.said or name, tuple(rows))


def _paths(written: list[tuple[Document, _Written]]) -> Iterator[re.Pattern[str]]:
    for document, each in written:
        for number, value in enumerate(each.paths):
            rule = document.convert(value, _WrittenPath, "paths", str(number))
            yield _compiled(document, rule.drop, "paths", str(number), "drop")


def _normalising(dropped: tuple[re.Pattern[str], ...]) -> Callable[[str], str]:
    @lru_cache(maxsize=4096)
    def normalised(path: str) -> str:
        path = path.replace("\\", "/")
        for each in dropped:
            path = each.sub("", path, count=1) or path
        return path

    return normalised


def _compiled(document: Document, pattern: str, *place: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        message = f"{place[-2] if place[-1].isdigit() else place[-1]}: is no regular expression: {error}"
        raise document.fault(message, *place) from error
