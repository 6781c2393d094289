"""YAML as people write it for codelens: every value is text, and every value knows its line.

``no``, ``1.20`` and ``08`` are what they look like, because nothing is guessed from how a value is spelled. Tags and
aliases are refused and sizes are bounded, so that a stranger's file can do nothing but be wrong. What is wrong is said
as ``file:line: what``, in the error of whoever reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from codelens.errors import CodelensError

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_T = TypeVar("_T", bound=msgspec.Struct)
_LARGEST = 64 * 1024
_DEEPEST = 12
_NOTHING = ("", "~", "null")
_PATH = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_EXPECTED = re.compile(r"Expected `(.*)`, got `(.*)`")
_AT = re.compile(r" - at `(?:key in )?(\$.*)`$")
_WORDS = {
    "str": "text",
    "str | null": "text",
    "array": "a list",
    "object": "a mapping",
    "int": "a number",
    "int | null": "a number",
    "float": "a number",
    "bool": "true or false",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file that has been read.

    Args:
        file: Where it is.
        value: Mappings, lists and text; None of an empty file.
        lines: The place of a value (keys and numbers from the top) to its line, 1-based.
        error: What is raised when something of it is wrong.
    """

    file: Path
    value: object
    lines: dict[tuple[str, ...], int]
    error: type[CodelensError]

    def line(self, *place: object) -> int:
        """The line of a value, or of the nearest thing around it."""
        keys = tuple(str(key) for key in place)
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def line_of(self, path: str) -> int:
        """The same for a path as msgspec writes it: ``$.steps[0].title``."""
        return self.line(*place_of(path))

    def fault(self, message: str, *place: object) -> CodelensError:
        """The error that says what is wrong with a value."""
        return self.error(f"{self.file}:{self.line(*place)}: {message}")

    def mapping(self, value: object, *place: object) -> dict[str, object]:
        """A value that must be a mapping; none is an empty one."""
        if value in (None, ""):
            return {}
        if not isinstance(value, dict):
            name = f"{place[-1]}: " if place else ""
            message = f"{name}must be a mapping"
            raise self.fault(message, *place)
        return value

    def convert(self, value: object, to: type[_T], *place: object) -> _T:
        """A mapping as a structure, each text as the type of its field.

        Raises:
            CodelensError: A field is unknown, missing or of another form; the message names the nearest.
        """
        written = self.mapping(value, *place)
        known = [field.encode_name for field in msgspec.structs.fields(to)]
        for name in written:
            if name not in known:
                message = f'unknown field "{name}"; {nearest(name, known)}'
                raise self.fault(message, *place, name)
        try:
            return msgspec.convert(written, to, strict=False)
        except msgspec.ValidationError as error:
            path, text = said_of(error)
            raise self.fault(text, *place, *place_of(path)) from error


def nearest(word: str, known: Iterable[str]) -> str:
    """What to write instead of a word that is not known."""
    names = sorted(known)
    close = get_close_matches(word, names, 1)
    return f"did you mean {close[0]}?" if close else f"there are {', '.join(names)}"


def place_of(path: str) -> tuple[str, ...]:
    """The place that a path of msgspec means."""
    return tuple(name or number for name, number in _PATH.findall(path))


def said_of(error: msgspec.ValidationError) -> tuple[str, str]:
    """The path of what a conversion refused, and in our words why."""
    said = str(error)
    at = _AT.search(said)
    path = at[1] if at else "$"
    text = said[: at.start()] if at else said
    name = path.rpartition(".")[2]
    if missing := _MISSING.match(text):
        return path, f'"{missing[1]}" is missing'
    if expected := _EXPECTED.match(text):
        wanted, got = (_WORDS.get(word, word) for word in expected.groups())
        return path, f"{name}: must be {wanted}, not {got}"
    text = re.sub("`(.*?)`", lambda found: _WORDS.get(found[1], found[0]), text)
    return path, f"{name}: {text[0].lower()}{text[1:]}"


def read_document(file: Path, error: type[CodelensError]) -> Document:
    """Read a file.

    Raises:
        CodelensError: The one given: it can't be read, is too large, or is no YAML; the message names file and line.
    """
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST + 1)
    except OSError as reason:
        message = f"{file}: can't be read: {reason.strerror}"
        raise error(message) from reason
    if len(text) > _LARGEST:
        message = f"{file}: is larger than {_LARGEST // 1024} KB; split it, or take out what is not needed"
        raise error(message)
    reader = _Reader(file, text, error)
    value = reader.document()
    return Document(file, value, reader.lines, error)


class _Reader:
    """Makes values of events, so that how deep a file nests is known before it costs anything; remembers lines."""

    def __init__(self, file: Path, text: bytes, error: type[CodelensError]) -> None:
        self.lines: dict[tuple[str, ...], int] = {}
        self._file = file
        self._raised = error
        self._events = self._parse(text)

    def document(self) -> object:
        """The value of the one document of the file."""
        started = [self._next(), self._next()]
        if isinstance(started[1], yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), ())
        self._next()
        more = self._next()
        if not isinstance(more, yaml.StreamEndEvent):
            raise self._error(more, "a second document begins; a file holds one")
        return value

    def _parse(self, text: bytes) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = f"{mark.line + 1}: column {mark.column + 1}:" if mark else ""
            message = f"{self._file}:{place} {error.problem or error.context or 'no YAML'}"
            raise self._raised(message) from error
        except (yaml.YAMLError, ValueError) as error:
            message = f"{self._file}: is no YAML: {str(error).splitlines()[0]}"
            raise self._raised(message) from error

    def _next(self) -> yaml.Event:
        return next(self._events)

    def _value(self, event: yaml.Event, place: tuple[str, ...]) -> object:
        self.lines.setdefault(place, _line(event))
        if len(place) > _DEEPEST:
            raise self._error(event, "values stand too deep within each other")
        if isinstance(event, yaml.AliasEvent):
            raise self._error(event, "an alias (*) is not allowed; write it again, or put what begins with * in quotes")
        if event.tag is not None:  # type: ignore[attr-defined]
            raise self._error(event, "a tag (!) is not allowed; put what begins with ! in quotes")
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.implicit[0] and event.value in _NOTHING else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._sequence(place))
        return dict(self._mapping(place))

    def _sequence(self, place: tuple[str, ...]) -> Iterator[object]:
        for number in count():
            event = self._next()
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._value(event, (*place, str(number)))

    def _mapping(self, place: tuple[str, ...]) -> Iterator[tuple[str, object]]:
        seen = set()
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error(event, "a key must be a word; put a placeholder ({…}) in quotes")
            if event.value in seen:
                raise self._error(event, f'"{event.value}" is there twice')
            seen.add(event.value)
            self.lines[(*place, event.value)] = _line(event)
            yield event.value, self._value(self._next(), (*place, event.value))

    def _error(self, event: yaml.Event, message: str) -> CodelensError:
        return self._raised(f"{self._file}:{_line(event)}: {message}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
