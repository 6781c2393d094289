"""The parameters and results of a method as they are written, and whether two methods have the same.

Types are compared by how they are written, without the packages before their names; :func:`type_names` gives those.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from codelens.query.graph.expressions import in_brackets, parts_of, words

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_QUALIFIER = re.compile(r"\b\w+\.(?=\w)")
_NAMES = re.compile(r"(?:(\w+)\.)?([^\W\d]\w*)")
_SPACES = re.compile(r" ?([^\w ]) ?")
_NAMED = re.compile(r"^([^\W\d]\w*)\s+(?=\S)")
_TYPE_WORDS = re.compile(r"^(?:chan|func|map|struct|interface)\b")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a method takes and gives: types as they are written, without the names of parameters.

    Args:
        parameters: In order.
        results: In order.
    """

    parameters: tuple[str, ...]
    results: tuple[str, ...]


def parse_signature(text: str) -> Signature | None:
    """Read a signature from the text after a method's name; None when there is none.

    Args:
        text: Starts at the end of the name, and holds at least all up to the body.
    """
    text = _COMMENT.sub(" ", text)
    at = len(text) - len(text.lstrip(" \t"))
    if text[at : at + 1] == "[":
        at = in_brackets(text, at)[1]
    if text[at : at + 1] != "(":
        return None
    inner, at = in_brackets(text, at)
    rest = text[at:].lstrip(" \t")
    if rest.startswith("("):
        return Signature(_types(inner), _types(in_brackets(rest, 0)[0]))
    return Signature(_types(inner), _types(_until_body(rest)))


def _until_body(text: str) -> str:
    """What stands before a body or the end of the line, but not the braces of a type within it."""
    at = 0
    while at < len(text):
        character = text[at]
        if character in "\n;`}":
            break
        if character == "{":
            if not re.search(r"\b(?:interface|struct)\s*$", text[:at]):
                break
            at = in_brackets(text, at)[1]
            continue
        if character in "([":
            at = in_brackets(text, at)[1]
            continue
        at += 1
    return text[:at]


def _types(inner: str) -> tuple[str, ...]:
    """The types of a list of parameters: in ``a, b string`` both are strings."""
    parts = parts_of(inner)
    named = [_named(part) for part in parts]
    if not any(named):
        return tuple(_plain(part) for part in parts)
    types: list[str] = []
    after = ""
    for part, found in zip(reversed(parts), reversed(named), strict=True):
        after = found or after or part
        types.append(_plain(after))
    return tuple(reversed(types))


def _named(part: str) -> str:
    """The type of a part that has a name before it, or ""."""
    if _TYPE_WORDS.match(part):
        return ""
    found = _NAMED.match(part)
    return part[found.end() :] if found else ""


def _plain(text: str) -> str:
    """A type without spaces that mean nothing, and without the names of a function's parameters."""
    text = re.sub(r"\bfunc\s*\((.*)\)", _plain_function, text, flags=re.DOTALL)
    return _SPACES.sub(r"\1", re.sub(r"\s+", " ", text)).strip()


def type_names(signature: Signature) -> list[tuple[str, str]]:
    """The words of a signature's types in order, each with the word for its package or ""."""
    return [pair for each in (*signature.parameters, *signature.results) for pair in _NAMES.findall(each)]


def _plain_function(found: re.Match[str]) -> str:
    return f"func({','.join(_types(found[1]))})" if ")" not in found[1] and "(" not in found[1] else found[0]


def agree(one: Signature, other: Signature, same: dict[str, str], open_types: frozenset[str]) -> bool:
    """Whether two signatures are of the same types.

    Args:
        one: A signature.
        other: Another one.
        same: Names of types that mean another one.
        open_types: Names of type parameters, which stand for any type.
    """
    return _agree_all(one.parameters, other.parameters, same, open_types) and _agree_all(
        one.results, other.results, same, open_types
    )


def _agree_all(
    ones: tuple[str, ...], others: tuple[str, ...], same: dict[str, str], open_types: frozenset[str]
) -> bool:
    return len(ones) == len(others) and all(
        _told(one, same) == _told(other, same) or not open_types.isdisjoint(words(one) + words(other))
        for one, other in zip(ones, others, strict=True)
    )


def _told(text: str, same: dict[str, str]) -> str:
    return re.sub(r"[^\W\d]\w*", lambda found: same.get(found[0], found[0]), _QUALIFIER.sub("", text)).replace(" ", "")
