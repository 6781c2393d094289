"""Colours for source text, by Pygments, line by line and no further than one has read.

A lexer is a generator: it is asked for as much as is in sight and goes on from there, so a file of any size costs what
is shown of it. Lines that it has not come to yet are plain.
"""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING

from pygments.lexers import find_lexer_class_for_filename
from pygments.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

# What has a colour of its own, the first that fits; each is a component class ``code--<name>``.
PARTS = {
    "comment": (Token.Comment,),
    "string": (Token.Literal.String, Token.Literal.Date),
    "number": (Token.Literal.Number,),
    "keyword": (Token.Keyword, Token.Operator.Word),
    "function": (Token.Name.Function,),
    "type": (Token.Name.Class, Token.Name.Namespace, Token.Name.Tag),
    "constant": (Token.Name.Builtin, Token.Name.Constant, Token.Name.Decorator, Token.Name.Attribute),
}
_LONGEST_LINE = 2_000  # characters: lines beyond that are data, and a lexer is slow on them

# A piece of a line: first and last column, in characters, and its part.
Span = tuple[int, int, str]


class Highlighting:
    """The colours of one file."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self._lines = lines
        self._spans: list[list[Span]] = [[]]
        self._tokens = self._lexed(path)
        self._ended = False

    def spans(self, line: int) -> list[Span]:
        """The coloured pieces of a line; none when it was not come to yet."""
        return self._spans[line] if line < len(self._spans) else []

    def advance(self, line: int, seconds: float) -> bool:
        """Go on to the end of a line.

        Args:
            line: Its number, 0-based.
            seconds: How long to go on at the most.

        Returns:
            Whether it was reached.
        """
        stop = time.perf_counter() + seconds
        for count, (part, text) in enumerate(self._tokens):
            self._add(part, text)
            if len(self._spans) > line + 1:
                return True
            if count % 64 == 0 and time.perf_counter() > stop:
                return False
        self._ended = True
        return True

    def reached(self, line: int) -> bool:
        """Whether a line has its colours."""
        return self._ended or len(self._spans) > line + 1

    def _lexed(self, path: str) -> Iterator[tuple[str, str]]:
        lexer = _lexer(path.rpartition("/")[2])
        if lexer is None or any(len(line) > _LONGEST_LINE for line in self._lines):
            return
        at = 0
        for start, token, text in lexer.get_tokens_unprocessed("\n".join(self._lines)):
            if start >= at:  # what a lexer says twice counts once
                yield _part(token), text
                at = start + len(text)

    def _add(self, part: str, text: str) -> None:
        first, *others = text.split("\n")
        self._put(part, first)
        for other in others:
            self._spans.append([])
            self._column = 0
            self._put(part, other)

    _column = 0

    def _put(self, part: str, text: str) -> None:
        if part and text:
            self._spans[-1].append((self._column, self._column + len(text), part))
        self._column += len(text)


@cache
def _lexer(name: str) -> Lexer | None:
    found = find_lexer_class_for_filename(name)
    return None if found is None else found()


@cache
def _part(token: _TokenType) -> str:
    return next((name for name, kinds in PARTS.items() if any(token in kind for kind in kinds)), "")
