"""Declarations as they are written: of a local name, of a variable with its value, of a function's result."""

from __future__ import annotations

import re
from dataclasses import dataclass

from codelens.query.graph.expressions import in_brackets, words

_ASSIGN = re.compile(r"(?<![=!<>])=(?!=)")
_MADE = re.compile(r"\s*(?:await\s+|new\s+|&|\*)*((?:[\w$]+\s*(?:\.|->|::)\s*)*)([\w$]+)\s*(\(|\{|<|\[|$|;)")
_QUALIFYING = re.compile(r"(?<![\w$.])([^\W\d]\w*)\s*(?:\.|::)")
_BODY = re.compile(r"[{;]|=>")


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable is made from.

    Args:
        qualifiers: The words before the name, the nearest first.
        name: Of a type or of a function.
        called: Whether it may be a function that is called.
    """

    qualifiers: tuple[str, ...]
    name: str
    called: bool


def local_declaration(text: str, name: str) -> str:
    """What declares a name in the text of a definition up to a place: a parameter, or the line it is first on; or "".

    A name that is followed by a member or by arguments is used there, not declared.
    """
    first = re.search(rf"(?<![\w$.>\"']){re.escape(name)}(?![\w$\"'])(?!\s*(?:\.|->|::|\(|\[))", text)
    if first is None:
        return ""
    header = text.find("{") if "{" in text else text.find(":\n")
    if first.start() < header or header < 0:
        return _parameter(text, *first.span())
    start, end = text.rfind("\n", 0, first.start()) + 1, text.find("\n", first.end())
    return text[start : end if end >= 0 else len(text)].strip()


def _parameter(text: str, start: int, end: int) -> str:
    """The parameter that a name stands in; of ``a, b Type`` with the type at the end."""
    begin = max(text.rfind("(", 0, start), text.rfind(",", 0, start)) + 1
    end = _first_of(text, ",)\n{", end)
    while not words(text[begin:end])[1:] and text[end : end + 1] == ",":
        end = _first_of(text, ",)\n", end + 1)
    return text[begin:end].replace(",", " ").strip()


def _first_of(text: str, characters: str, start: int) -> int:
    return min((at for at in (text.find(each, start) for each in characters) if at >= 0), default=len(text))


def without(text: str, name: str) -> str:
    """A declaration without the name that it declares."""
    return re.sub(rf"(?<![\w$]){re.escape(name)}(?![\w$])", " ", text, count=1)


def split_value(text: str) -> tuple[str, str]:
    """A declaration before and after its equals sign; the second is "" when there is none."""
    declared, *given = _ASSIGN.split(text, maxsplit=1)
    return declared, "".join(given)


def qualifying_words(text: str) -> list[str]:
    """The words of a declaration that stand before a member: of ``x := pkg.New()`` it is ``pkg``."""
    return _QUALIFYING.findall(text)


def made_from(value: str) -> Value | None:
    """What a value is made from, when that is one name that is called, or filled in."""
    found = _MADE.match(value)
    if found is None:
        return None
    return Value(tuple(reversed(words(found[1]))), found[2], found[3] in ("(", "<", "["))


def result_texts(header: str, name: str) -> tuple[str, str]:
    """What stands after a function's parameters, and what stands before its name: one of them names its result.

    Args:
        header: From the start of the definition, at least up to its body.
        name: Of the function.
    """
    found = re.search(rf"(?<![\w$]){re.escape(name)}(?![\w$])\s*", header)
    if found is None:
        return "", ""
    at = found.end()
    if header[at : at + 1] == "[":
        at = in_brackets(header, at)[1]
    elif header[at : at + 1] == "<":
        at = header.find(">", at) + 1
    _, after = in_brackets(header, at)
    return _BODY.split(header[after:], maxsplit=1)[0], header[: found.start()].partition(")")[0]
