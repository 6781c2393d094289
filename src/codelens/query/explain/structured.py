"""Structured lines: JSON and ``key=value``. What the names of fields mean is ``queries/formats/structured.yaml``.

A line that was cut or is broken gives the fields that can still be told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 4  # fields within fields
_MOST = 400  # fields of a line
_PAIR = re.compile(
    r'([^\s="{}\[\](),;]{1,100})=("(?:[^"\\]|\\.)*+(?:"|\\?$)|<\n(?:[\t ].*\n)*+ ?>|[^\s"]\S*|)', re.MULTILINE
)
_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s*+,?\s*+")
_FIRST_PAIR = re.compile(r"[\w.@/-]{1,100}=")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')
_MEMBER = re.compile(
    r'"([^"\\]{1,100})"\s{0,20}:\s{0,20}("(?:[^"\\]|\\.)*+(?:"|\\?$)|-?\d[\d.eE+-]{0,30}|true|false|null)', re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "a": "\a", "v": "\v", "0": "\0"}


class Field(NamedTuple):
    """A field of a line; a tuple, because a log has millions.

    Args:
        name: With a dot before it of each field that it stands in.
        value: Decoded.
        start: Where the value starts in the line, without quotes.
        end: Where it ends.
        is_text: Whether it was text, and no number or the like.
    """

    name: str
    value: str
    start: int
    end: int
    is_text: bool = True


def pairs_of(text: str, at: int = 0) -> tuple[list[Field], int]:
    """The fields of a line of ``key=value``, and how many words between them are none.

    Args:
        text: The line, or several.
        at: Where to start.
    """
    fields: list[Field] = []
    loose = 0
    while at < len(text) and len(fields) < _MOST:
        at = skipped.end() if (skipped := _SPACE.match(text, at)) else at
        if found := _PAIR.match(text, at):
            fields.append(_pair(found))
            at = found.end()
        elif word := _WORD.match(text, at):
            loose += 1
            at = word.end()
    return fields, loose


def has_pairs(text: str) -> bool:
    """Whether a line begins with ``key=``."""
    return _FIRST_PAIR.match(text) is not None


def quoted_at(text: str, at: int) -> Field | None:
    """The text in quotation marks that begins at a place, as a field without a name."""
    found = _QUOTED.match(text, at)
    return found and Field("", unquoted(found[0]), at + 1, found.end() - 1)


def _pair(found: re.Match[str]) -> Field:
    name, value = found.groups()
    start, end = found.span(2)
    if value.startswith('"'):
        closed = len(value) > 1 and value.endswith('"')
        return Field(name, unquoted(value), start + 1, end - closed)
    if value.startswith("<\n"):
        return Field(
            name, "\n".join(line.removeprefix("\t") for line in value[2:-1].rstrip("\n ").split("\n")), start, end
        )
    value = value.rstrip(",")
    return Field(name, value, start, start + len(value))


def unquoted(text: str) -> str:
    """What a text in quotation marks says."""
    inner = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    return _ESCAPE.sub(_unescaped, inner) if "\\" in inner else inner


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])


def members_of(text: str) -> list[Field] | None:
    """The fields of a JSON object, None when it is none."""
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    fields: list[Field] = []
    at = 0
    for name, each, is_text in _flattened(value, "", 0):
        start, end = _place(text, name, each, at)
        at = max(start, at)
        fields.append(Field(name, each, start, end, is_text))
        if len(fields) == _MOST:
            break
    return fields


def salvaged(text: str) -> list[Field]:
    """The fields of a JSON object that is broken or cut."""
    fields = []
    for found in _MEMBER.finditer(text):
        name, value = found.groups()
        start, end = found.span(2)
        if value.startswith('"'):
            fields.append(Field(name, unquoted(value), start + 1, end - (len(value) > 1 and value.endswith('"'))))
        else:
            fields.append(Field(name, value, start, end, is_text=False))
        if len(fields) == _MOST:
            break
    return fields


def _flattened(value: object, name: str, depth: int) -> Iterator[tuple[str, str, bool]]:
    if isinstance(value, str):
        yield name, value, True
    elif isinstance(value, dict) and depth < _DEEPEST:
        for key, each in value.items():
            yield from _flattened(each, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST:
        for each in value[:20]:
            yield from _flattened(each, name, depth + 1)
    elif value is not None and not isinstance(value, (dict, list)):
        yield name, "true" if value is True else "false" if value is False else str(value), False


def _place(text: str, name: str, value: str, at: int) -> tuple[int, int]:
    """Where the value of a field stands, from a place on where it can."""
    key = name.rpartition(".")[2]
    found = text.find(f'"{key}"', at)
    found = max(text.find(":", found + len(key) + 2) if found >= 0 else at, 0)
    if (start := text.find('"' + value + '"', found)) >= 0:
        return start + 1, start + 1 + len(value)
    quote = text.find('"', found + 1)
    if quote >= 0 and (whole := _QUOTED.match(text, quote)):
        return quote + 1, whole.end() - 1
    return found, found
