"""What a file must hold so that a text can stand in it: a formula over literals, read off a regular expression.

The one thing to know: it may ask for too little, never for too much. Where an expression is not plain, it asks nothing.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A module of Python's that any of its releases may rename; without it nothing is narrowed.
try:
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    parser = codes = None

_MOST_NEEDS = 64  # parts of one formula
# Where Python reads an expression otherwise than RE2: its classes by name, quoted text, a comment.
_OTHERWISE = re.compile(r"\[\[?:|\\[QECz]|\(\?[#aLux]|&&|~~|\|\||--")
_OF_WORDS = re.compile(r"[0-9A-Za-z_\x80-\U0010ffff]")


class Edge(Enum):
    """What of a word can adjoin a literal."""

    OPEN = auto()
    """Anything."""
    ASCII = auto()
    """No letter, digit or underscore of ASCII; the index takes other letters for a word's too."""
    CLOSED = auto()
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A text that must stand in the file.

    Args:
        text: Its bytes.
        folded: Whether upper and lower case are one.
        before: What can adjoin it there.
        after: What can adjoin it there.
    """

    text: bytes
    folded: bool = False
    before: Edge = Edge.OPEN
    after: Edge = Edge.OPEN


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold."""

    parts: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part must hold."""

    parts: tuple[Need, ...]


Need = Literal | AllOf | AnyOf
NOTHING = AllOf(())

# A piece of a sequence: a character with its folding, what the literals beside it see, or the need of what stands here.
_Piece = tuple[str, bool] | Edge | Need


def needs_of_regex(pattern: str, *, folded: bool) -> Need:
    """What every match of a regular expression holds.

    Args:
        pattern: As typed; RE2 takes it.
        folded: Whether upper and lower case are one.
    """
    if parser is None or _OTHERWISE.search(pattern):
        return NOTHING
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what may mean something else in a Python to come
            parsed = parser.parse(pattern)
        return _joined(_pieces(parsed, folded or bool(parsed.state.flags & re.IGNORECASE)))
    except (re.error, RecursionError, OverflowError, UnicodeError):
        return NOTHING


def _pieces(sequence: Iterable[tuple[Any, Any]], folded: bool) -> Iterator[_Piece]:  # noqa: FBT001
    for code, argument in sequence:
        if code is codes.LITERAL:
            yield chr(argument), folded
        elif code is codes.SUBPATTERN:
            _, add, remove, inner = argument
            inside = (folded or bool(add & re.IGNORECASE)) and not remove & re.IGNORECASE
            yield from _pieces(inner, inside)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            least, _, inner = argument
            if least:
                yield from _pieces(inner, folded)
            yield Edge.OPEN
        elif code is codes.BRANCH:
            yield _branched([_joined(_pieces(inner, folded)) for inner in argument[1]])
        elif code is codes.AT:
            yield _EDGES.get(str(argument), Edge.OPEN)
        elif code is codes.IN:
            yield max((_edge_of(member) for member in argument), key=_OPENNESS.index)
        else:
            yield Edge.OPEN


_OPENNESS = (Edge.CLOSED, Edge.ASCII, Edge.OPEN)
_EDGES = {
    "AT_BEGINNING": Edge.CLOSED,
    "AT_BEGINNING_STRING": Edge.CLOSED,
    "AT_END": Edge.CLOSED,
    "AT_BOUNDARY": Edge.ASCII,
    "CATEGORY_SPACE": Edge.CLOSED,  # RE2's is ASCII's alone
    "CATEGORY_NOT_WORD": Edge.ASCII,
}


def _edge_of(member: tuple[Any, Any]) -> Edge:
    """What a member of a class of characters is to a word beside it."""
    code, argument = member
    if code is codes.LITERAL:
        return Edge.OPEN if _OF_WORDS.match(chr(argument)) else Edge.CLOSED
    return _EDGES.get(str(argument), Edge.OPEN) if code is codes.CATEGORY else Edge.OPEN


def _branched(needs: list[Need]) -> _Piece:
    return Edge.OPEN if NOTHING in needs or len(needs) > _MOST_NEEDS else AnyOf(tuple(needs))


def _joined(pieces: Iterable[_Piece]) -> Need:
    """What a sequence holds: its characters in runs, and what is held between them."""
    parts: list[Need] = []
    run: list[str] = []
    before = Edge.OPEN
    run_folded = False

    def close(after: Edge) -> None:
        if run:
            parts.append(Literal("".join(run).encode("utf-8", "surrogateescape"), run_folded, before, after))
            run.clear()

    for piece in pieces:
        if isinstance(piece, tuple):
            character, folded = piece
            if run and folded != run_folded:
                close(Edge.OPEN)
                before = Edge.OPEN
            run.append(character)
            run_folded = folded
            continue
        edge = piece if isinstance(piece, Edge) else Edge.OPEN
        close(edge)
        before = edge
        if not isinstance(piece, Edge):
            parts.append(piece)
    close(Edge.OPEN)
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts[:_MOST_NEEDS]))
