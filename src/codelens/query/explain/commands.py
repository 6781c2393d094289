"""Flags and environment variables: command lines, help output, and single ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.query.explain.pieces import Hints, Kind, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.query.explain.rows import Row

_TOKEN = re.compile(r"""(?:[^\s"']|"(?:[^"\\]|\\.)*+"?|'[^']*+'?)++""")
_FLAG = re.compile(r"--?(?P<off>\[no-\]|\(no-\))?(?P<name>[A-Za-z0-9?][\w.:-]{0,120})(?:\[?=(?P<value>.*))?", re.DOTALL)
_WITHIN = re.compile(
    r"(?<![\w/=.-])--?(?:\[no-\]|\(no-\))?(?P<name>[A-Za-z?][\w.-]{0,120}(?<![.-])|[A-Za-z0-9?])(?![\w])"
)
_ASSIGNED = re.compile(r"(?P<name>[A-Z_][A-Z0-9_]{1,120})=(?P<value>.*)", re.DOTALL)
_PROGRAM = re.compile(r"(?:[\w.+~-]*/)*[a-z0-9_.][\w.+-]{0,80}")
_HELPED = re.compile(r"\s*-{1,2}(?:\[no-\])?[\w?][^\s,|]*")
_GAP = re.compile(r"(?:\s{2,}|\t)(?=\S)|(?<=[\]>\w\"]):? {1,2}: |\n\s*")
_USAGE = re.compile(r"\s*(?:[Uu]sage|USAGE): *(?:\S*/)?(?P<program>[\w.+-]{1,80})")
_PROMPT = re.compile(r"\s*(?:[$>%]|[\w.@~:/-]{1,60}[$#%])\s+(?=\S)")
_MOST_LOOSE = 4  # words of a command line that are no flags and no values
_MOST_FLAGS = 200


def command_pieces(row: Row) -> tuple[list[Piece], bool]:
    """The variables and flags of a command line, long flags first, and whether the line may as well be a sentence."""
    text = row.inner
    at = prompt.end() if (prompt := _PROMPT.match(text)) else 0
    words = [*_TOKEN.finditer(text, at)][:_MOST_FLAGS]
    program = ""
    variables: list[Piece] = []
    flags: list[Piece] = []
    loose = 0
    takes = False  # whether the flag before may take this word for its value
    for word in words:
        token = word[0]
        if token.startswith("-") and (found := _FLAG.fullmatch(token)) and not _is_number(token):
            start = word.start() + found.start("name")
            flags.append(_flag(row, found["name"], start, found["value"] or "", program))
            takes = found["value"] is None
        elif takes:
            flags[-1] = _with_value(flags[-1], token)
            takes = False
        elif not program and not flags and (found := _ASSIGNED.fullmatch(token)):
            variables.append(_variable(row, found["name"], word.start(), found["value"]))
        else:
            loose += 1
            if loose == 1 and not flags and _PROGRAM.fullmatch(token):
                program = token.rpartition("/")[2]
    if not flags and not (variables and (program or len(words) == len(variables))):
        return [], True
    sentence = loose > (_MOST_LOOSE if program else 1) or (not program and loose > 0)
    flags.sort(key=lambda piece: len(piece.text) == 1)
    return variables + flags, sentence


def _is_number(token: str) -> bool:
    return token[1:2].isdigit() and token[:2] != "--"


def _flag(row: Row, name: str, start: int, value: str, program: str) -> Piece:
    said = f"flag of {program}" if program else "flag"
    return Piece(Kind.FLAG, name, *row.span(start, start + len(name)), said, Hints(program=program), value)


def _with_value(piece: Piece, value: str) -> Piece:
    return Piece(piece.kind, piece.text, piece.start, piece.end, piece.said, piece.hints, value.strip("\"'"))


def _variable(row: Row, name: str, start: int, value: str) -> Piece:
    return Piece(Kind.ENV, name, *row.span(start, start + len(name)), "environment variable", detail=value.strip("\"'"))


def is_help(text: str) -> bool:
    """Whether a line explains flags, as help output does."""
    if not _HELPED.match(text):
        return False
    gap = _GAP.search(text, len(text) - len(text.lstrip()))
    return gap is not None and not text[gap.end() :].lstrip().startswith("-")


def usage_program(text: str) -> str:
    """The program of a line that says how it is used, "" when it is none."""
    found = _USAGE.match(text)
    return found["program"] if found else ""


def help_pieces(row: Row, at: int, program: str, more: str = "") -> Iterator[Piece]:
    """The flags of a line of help output.

    Args:
        row: The line.
        at: Its place in the event's text.
        program: Whose help it is.
        more: What the lines below add to the help.
    """
    text = row.inner
    gap = None if usage_program(text) or "[-" in text else _GAP.search(text, len(text) - len(text.lstrip()))
    stop = gap.start() if gap else len(text)
    # A flag of one letter may be followed by a second name: "-d, --daemon".
    while gap and text[gap.end() :].lstrip().startswith("-"):
        gap = _GAP.search(text, gap.end() + 1)
        stop = gap.start() if gap else len(text)
    detail = " ".join((text[stop:] + " " + more).split()) if gap or more else ""
    names = [*_WITHIN.finditer(text, 0, stop)][:_MOST_FLAGS]
    for found in sorted(names, key=lambda each: len(each["name"]) == 1) if not usage_program(text) else names:
        start, end = row.span(*found.span("name"))
        said = f"flag in the help of {program}" if program else "flag in help output"
        yield Piece(Kind.FLAG, found["name"], at + start, at + end, said, Hints(program=program), detail)
