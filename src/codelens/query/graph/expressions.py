"""What stands before a name and what stands within brackets: the few things that are read of the text itself.

Brackets, separators and words are alike in most languages; what differs between them is data (``relations``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST = 400  # bytes before a name that may belong to it
_SEPARATOR = re.compile(rb"(?:\?\.|!\.|\.|->|::|\\)\s*$")
_WORD = re.compile(rb"([A-Za-z_$\x80-\xff][\w$\x80-\xff]*)$")
_COMMENT = re.compile(rb"//|#|/\*|^\s*\*")  # the end of a sentence is no separator
_OPENS = {ord(")"): ord("("), ord("]"): ord("["), ord(">"): ord("<")}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
WORDS = re.compile(r"[^\W\d][\w$]*")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what stands before a name.

    Args:
        name: As written.
        called: Whether it is followed by arguments.
    """

    name: str
    called: bool


def qualifiers(text: bytes, offset: int) -> list[Part]:
    """The parts before a name, the nearest first: of ``a.b(1).c`` before ``c`` they are ``b`` (called) and ``a``."""
    before = text[max(0, offset - _LONGEST) : offset]
    parts: list[Part] = []
    while (separator := _SEPARATOR.search(before)) is not None:
        if b"\n" in separator[0] and _COMMENT.search(before[before.rfind(b"\n", 0, separator.start()) + 1 :]):
            break
        before = before[: separator.start()].rstrip()
        called = False
        while before and before[-1] in b")]":
            called = called or before[-1:] == b")"
            before = _before_bracket(before).rstrip()
        word = _WORD.search(before)
        if word is None:
            parts.append(Part("", called=True))
            break
        parts.append(Part(word[1].decode("utf-8", "replace"), called))
        before = before[: word.start()]
    return parts


def _before_bracket(text: bytes) -> bytes:
    """What stands before the bracket that the last byte closes."""
    closing, opening, depth = text[-1], _OPENS[text[-1]], 0
    for at in range(len(text) - 1, -1, -1):
        if text[at] == closing:
            depth += 1
        elif text[at] == opening:
            depth -= 1
            if depth == 0:
                return text[:at]
    return b""


def in_brackets(text: str, start: int) -> tuple[str, int]:
    """What stands in the brackets that open at an offset, and the offset after them; ("", start) where none do."""
    closing = _BRACKETS.get(text[start : start + 1])
    if closing is None:
        return "", start
    stack = [closing]
    quote = ""
    at = start + 1
    while at < len(text):
        character = text[at]
        if quote:
            if character == "\\" and quote != "`":
                at += 1
            elif character == quote:
                quote = ""
        elif character in "\"'`":
            quote = character
        elif character in _BRACKETS:
            stack.append(_BRACKETS[character])
        elif character == stack[-1]:
            stack.pop()
            if not stack:
                return text[start + 1 : at], at + 1
        at += 1
    return text[start + 1 :], len(text)


def parts_of(text: str, separator: str = ",") -> list[str]:
    """What separators outside of brackets divide, trimmed; nothing is no part."""
    parts, depth, start = [], 0, 0
    quote = ""
    for at, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'`":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == separator and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return WORDS.findall(text)
