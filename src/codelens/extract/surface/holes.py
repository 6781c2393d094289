"""Takes a format apart: what stands in it as it is, and the holes that a value goes into.

The pieces of a template alternate: a literal, a hole, a literal, …, a literal. A hole is a short code: what its verb
says of the value.
"""

from __future__ import annotations

import re

ANY = "s"  # any text
# The verb of a printf-like format, as far as it says what a value looks like.
_CODES = {
    **dict.fromkeys("diuDLzA", "d"),
    **dict.fromkeys("xXp", "x"),
    **dict.fromkeys("eEfFgGa", "f"),
    **dict.fromkeys("qr", "q"),
    **dict.fromkeys("cC", "1"),
    "t": "t",
    "w": "w",
}
# Some write the sign of a number before its length, and say behind a pointer what to show of what it leads to.
_PRINTF = re.compile(
    r"%(?:(?P<escaped>%)|(?:\d+\$)?(?:\([^()]*\))?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?"
    r"(?:hh|h|ll|l|q(?=[diouxX])|j|z|Z|t(?=[diouxX])|L)?(?:\[\d+\])?"
    r"(?:[ux](?=[iDLAz]\b))?(?P<verb>[a-zA-Z])(?P<more>(?<=p)(?:[A-Z]\w*|[sfKx]\b))?)"
)
_NAMED = re.compile(r"%(?:\{\w+\}|<\w+>[-+ #0]*\d*(?:\.\d+)?(?P<verb>[a-zA-Z]))")
_TILDE = re.compile(r"~(?:-?\d+|\*)?(?:\.(?:\d+|\*)?)?(?:\..)?(?:t|l|K|k)*(?P<verb>[pPwWsBbxX#+cefgin~])")
_TILDE_TEXTS = {"n": "\n", "~": "~", "i": ""}
_TILDE_CODES = {**dict.fromkeys("BbxX#+", "d"), **dict.fromkeys("efg", "f"), "c": "1"}
_BRACES = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}\s\"']*)\}")


def printf(text: str) -> list[str]:
    """The pieces of a format with ``%`` verbs."""
    pieces, literal, at = [], "", 0
    for found in _PRINTF.finditer(text):
        literal += text[at : found.start()]
        at = found.end()
        if found["escaped"]:
            literal += "%"
            continue
        pieces += [literal, ANY if found["more"] else _CODES.get(found["verb"], ANY)]
        literal = ""
    return [*pieces, literal + text[at:]]


def braces(text: str) -> list[str]:
    """The pieces of a format with ``{}`` or ``{name}``."""
    pieces, literal, at = [], "", 0
    for found in _BRACES.finditer(text):
        literal += text[at : found.start()]
        at = found.end()
        if found["name"] is None:
            literal += found[0][0]
            continue
        pieces += [literal, "q" if found["name"].endswith("!r") else ANY]
        literal = ""
    return [*pieces, literal + text[at:]]


def named(text: str) -> list[str]:
    """The pieces of a format with ``%{name}`` or ``%<name>d``."""
    pieces, literal, at = [], "", 0
    for found in _NAMED.finditer(text):
        pieces += [literal + text[at : found.start()], _CODES.get(found["verb"] or "", ANY)]
        at = found.end()
    return [*pieces, literal + text[at:]]


def tilde(text: str) -> list[str]:
    """The pieces of a format with ``~p``; ``~n`` ends a line."""
    pieces, literal, at = [], "", 0
    for found in _TILDE.finditer(text):
        literal += text[at : found.start()]
        at = found.end()
        if found["verb"] in _TILDE_TEXTS:
            literal += _TILDE_TEXTS[found["verb"]]
            continue
        pieces += [literal, _TILDE_CODES.get(found["verb"], ANY)]
        literal = ""
    return [*pieces, literal + text[at:]]


FORMATS = {"printf": printf, "braces": braces, "named": named, "tilde": tilde}


def code_in(name: str) -> str:
    """The code of a verb that stands in a constant, such as one for an integer of 64 bits: its first small letter."""
    return next((_CODES.get(letter, ANY) for letter in name if letter.islower()), ANY)


def split(text: str, formats: tuple[str, ...]) -> list[str]:
    """The pieces of a text by the first of some formats that finds a hole in it; a single literal when none does."""
    for name in formats:
        pieces = FORMATS[name](text)
        if len(pieces) > 1 or pieces[0] != text:
            return pieces
    return [text]


def joined(parts: list[str]) -> tuple[str, ...]:
    """Pieces in which no literal is between two holes by accident: adjacent holes become one."""
    pieces = list(parts)
    at = 1
    while at + 2 < len(pieces):
        if pieces[at + 1] == "":
            both = pieces[at] if pieces[at] == pieces[at + 2] else ANY
            pieces[at : at + 3] = [both]
        else:
            at += 2
    return tuple(pieces)
