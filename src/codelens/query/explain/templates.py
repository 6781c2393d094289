"""Whether a template made a text: its literals in their order, what its holes took, how much of the text that tells.

Literals are looked for one after the other, so that no text and no template can make it slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_SPACE = re.compile(r"\s+")
# What a protocol, a log or a terminal puts around a text, or takes away from it.
_BEFORE = re.compile(r"^[\s\-+*!#>\"'`.:,;(\[]+")
_BEHIND = re.compile(r"[\s\"'`.:,;!)\]]+$")
_ALNUM = re.compile(r"[^\W_]")
# What a typed hole may hold; a hole of another code holds anything.
_TYPED = {
    "d": re.compile(r"[-+]?\d+|\[[\d\s]*\]"),
    "x": re.compile(r"(?:0x)?[0-9a-fA-F]+|\(nil\)"),
    "f": re.compile(r"[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)", re.IGNORECASE),
    "1": re.compile(r"."),
    "t": re.compile(r"true|false"),
}
_NUMBER = re.compile(r"\d+")
_MOST_STARTS = 4  # places at which the first literal is tried
_WRONG_HOLE = 0.75  # what is left of a fit for each hole that holds what its verb does not make
_ENOUGH = 12  # letters of literals that tell a template whose end is not there
_OTHER_END = 0.99  # what is left of a fit whose text ends without the template's last mark
_CUT, _MISSING = 0.9, 0.6  # what is left of a fit when a line was cut short, and when its end is another
_LONGEST = 4_000  # characters of a text that are looked at


@dataclass(frozen=True, slots=True)
class Fit:
    """How a template lies in a text.

    Args:
        start: The first character of its first literal.
        end: The one after its last literal.
        spans: The literals, each with its start and end.
        letters: How many letters and digits of the text are literals of the template.
        worth: Those, less what speaks against it.
        whole: Whether nothing stands before it and behind it that is not in a hole.
    """

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    letters: int
    worth: float
    whole: bool


def flat(text: str) -> str:
    """A text on one line."""
    return _SPACE.sub(" ", text[:_LONGEST]).strip()


@lru_cache(maxsize=100_000)
def _literals(pieces: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The literals of a template on one line, and its holes."""
    literals = [_SPACE.sub(" ", piece) for piece in pieces[::2]]
    literals[0] = _BEFORE.sub("", literals[0])
    literals[-1] = _BEHIND.sub("", literals[-1])
    return tuple(literals), tuple(pieces[1::2])


@lru_cache(maxsize=100_000)
def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return len(_ALNUM.findall(text))


def fit(pieces: tuple[str, ...], text: str) -> Fit | None:
    """The best way in which a template lies in a text, which is on one line; None when it does not."""
    literals, holes = _literals(pieces)
    anchor = next((number for number, literal in enumerate(literals) if letters(literal)), None)
    if anchor is None:
        return None
    best: Fit | None = None
    at = -1
    for _ in range(_MOST_STARTS):
        at = text.find(literals[anchor], at + 1)
        if at < 0:
            break
        found = _from(literals, holes, text, anchor, at)
        if found is not None and not text.endswith(flat(pieces[-1])):
            found = replace(found, worth=found.worth * _OTHER_END)
        if found is not None and (best is None or found.worth > best.worth):
            best = found
    return best


def _from(literals: tuple[str, ...], holes: tuple[str, ...], text: str, anchor: int, start: int) -> Fit | None:
    """The way in which a template lies in a text with its first telling literal at a place."""
    spans: list[tuple[int, int]] = []
    at = start
    first = start
    for number in range(anchor - 1, -1, -1):  # literals without a letter before: quotes, brackets
        before = text.rfind(literals[number], 0, first) if literals[number] else 0 if number == 0 else first
        if before < 0:
            return None
        first = before if literals[number] else first
    wrong, told, missing = 0, 0, 1.0
    for number in range(anchor, len(literals)):
        literal = literals[number]
        found = at if number == anchor else _next(literals, number, text, at)
        if found < 0:
            if told < _ENOUGH:
                return None
            missing = _CUT if _ends_within(text[at:], literal) else _MISSING
            break
        if number > anchor:
            wrong += not _holds(holes[number - 1], text[at:found])
        spans.append((found, found + len(literal)))
        told += letters(literal)
        at = found + len(literal)
    opens = anchor > 0 or not letters(text[:start])
    closes = not letters(text[at:]) or (literals[-1] == "" and bool(holes))
    worth = told * _WRONG_HOLE**wrong * missing
    worth *= 1.0 if opens else 0.9 if text[start - 1] in " \"'([{:=" else 0.5
    if not closes:
        worth *= 0.95 if not text[at].isalnum() or (at and not text[at - 1].isalnum()) else 0.6
    return Fit(first, at, tuple(spans), told, worth, opens and closes and not wrong and missing == 1.0)


def _ends_within(rest: str, literal: str) -> bool:
    """Whether a text was cut within a literal."""
    return any(rest.endswith(literal[:size]) for size in range(min(len(rest), len(literal)), 2, -1))


def _next(literals: tuple[str, ...], number: int, text: str, at: int) -> int:
    literal = literals[number]
    if not literal:
        return len(text) if number == len(literals) - 1 else at
    return text.find(literal, at)


def _holds(hole: str, held: str) -> bool:
    typed = _TYPED.get(hole)
    return typed is None or typed.fullmatch(held.strip()) is not None


def masked(text: str) -> str:
    """A text with its numbers masked: two lines of one statement are the same more often then."""
    return _NUMBER.sub("0", text)
