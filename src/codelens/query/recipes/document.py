"""YAML as recipes are written in: every value is text, and every value knows its line.

``no``, ``1.20`` and ``08`` are what they look like, because nothing is guessed from how a value is spelled. Tags and
aliases are refused and sizes are bounded, so that a stranger's file can do nothing but be wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import yaml

from codelens.errors import RecipeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LARGEST = 64 * 1024
_DEEPEST = 12
_NOTHING = ("", "~", "null")
_PATH = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Document:
    """A file that has been read.

    Args:
        file: Where it is.
        value: Mappings, lists and text.
        lines: The place of a value (keys and numbers from the top) to its line, 1-based.
    """

    file: Path
    value: object
    lines: dict[tuple[str, ...], int]

    def line(self, *place: object) -> int:
        """The line of a value, or of the nearest thing around it."""
        keys = tuple(str(key) for key in place)
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def line_of(self, path: str) -> int:
        """The same for a path as msgspec writes it: ``$.steps[0].title``."""
        return self.line(*(name or number for name, number in _PATH.findall(path)))


def read_document(file: Path) -> Document:
    """Read a file.

    Raises:
        RecipeError: It can't be read, is too large, or is no YAML; the message names file and line.
    """
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST + 1)
    except OSError as error:
        message = f"{file}: can't be read: {error.strerror}"
        raise RecipeError(message) from error
    if len(text) > _LARGEST:
        message = f"{file}: is larger than {_LARGEST // 1024} KB; split it into recipes that a step of another can name"
        raise RecipeError(message)
    reader = _Reader(file, text)
    value = reader.document()
    return Document(file, value, reader.lines)


class _Reader:
    """Makes values of events, so that how deep a file nests is known before it costs anything; remembers lines."""

    def __init__(self, file: Path, text: bytes) -> None:
        self.lines: dict[tuple[str, ...], int] = {}
        self._file = file
        self._events = self._parse(text)

    def document(self) -> object:
        """The value of the one document of the file."""
        started = [self._next(), self._next()]
        if isinstance(started[1], yaml.StreamEndEvent):
            message = f"{self._file}: is empty; see queries/README.md for what a recipe has"
            raise RecipeError(message)
        value = self._value(self._next(), ())
        self._next()
        more = self._next()
        if not isinstance(more, yaml.StreamEndEvent):
            raise self._error(more, "a second document begins; a file holds one recipe")
        return value

    def _parse(self, text: bytes) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = f"{mark.line + 1}: column {mark.column + 1}:" if mark else ""
            message = f"{self._file}:{place} {error.problem or error.context or 'no YAML'}"
            raise RecipeError(message) from error
        except (yaml.YAMLError, ValueError) as error:
            message = f"{self._file}: is no YAML: {str(error).splitlines()[0]}"
            raise RecipeError(message) from error

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

    def _error(self, event: yaml.Event, message: str) -> RecipeError:
        return RecipeError(f"{self._file}:{_line(event)}: {message}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
