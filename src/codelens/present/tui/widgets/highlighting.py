"""Colours for source text, by Pygments: of the lines in sight, and no others.

A lexer begins a little above what is in sight, at a line that begins in no comment and no string, and goes on as far as
one reads. So a file of any size costs what is shown of it. Lines that the lexer has not come to yet are plain.
"""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING

from pygments.lexers import find_lexer_class_for_filename
from pygments.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

    from codelens.query.file_text import FileText

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
_ABOVE = 20  # lines before those in sight from which on a beginning is looked for
_TOKENS = 64  # between two looks at the clock
_FAR = 500  # lines that a lexer goes on through; to what is further off it begins anew

# A piece of a line: first and last column, in characters, and its part.
Span = tuple[int, int, str]


class Highlighting:
    """The colours of one file."""

    def __init__(self, file: FileText) -> None:
        self._file = file
        self._spans: dict[int, list[Span]] = {}
        self._line = 0  # that the lexer is in
        self._column = 0
        self._tokens: Iterator[tuple[str, str]] = iter(())
        self._lexer = _lexer(file.place.path.rpartition("/")[2])
        self._reached: set[int] = set()
        if any(len(line) > _LONGEST_LINE for line in file.lines):
            self._lexer = None

    def spans(self, line: int) -> list[Span]:
        """The coloured pieces of a line; none when it was not come to yet."""
        return self._spans.get(line, [])

    def reached(self, line: int) -> bool:
        """Whether a line has its colours."""
        return self._lexer is None or line in self._reached

    def advance(self, line: int, last: int, seconds: float) -> bool:
        """Colour some lines.

        Args:
            line: The first one, 0-based.
            last: The one up to which it is worth going on.
            seconds: How long at the most.

        Returns:
            Whether the first one has its colours.
        """
        if not self._line <= line < self._line + _FAR or not self._spans:
            self._begin(line)
        stop = time.perf_counter() + seconds
        for count, (part, text) in enumerate(self._tokens):
            self._add(part, text)
            if self._line > last:
                break
            if not count % _TOKENS and time.perf_counter() > stop:
                return self.reached(line)
        else:
            self._reached.update(range(self._line, len(self._file.lines)))
        return True

    def _begin(self, line: int) -> None:
        """Begin at the last line above one that begins in code."""
        first = max(line - _ABOVE, 0)
        while first > 0 and self._begins_inside(first):
            first -= 1
        self._line, self._column = first, 0
        self._spans[first] = []
        self._tokens = self._lexed("\n".join(self._file.lines[first:]) if self._lexer else "")

    def _begins_inside(self, line: int) -> bool:
        """Whether a line goes on with a comment or a string of the line before."""
        before = list(self._file.parts(line - 1))
        ends_inside = bool(before) and before[-1][1] >= len(self._file.lines[line - 1])
        return ends_inside and any(start == 0 for start, _, _ in self._file.parts(line))

    def _lexed(self, text: str) -> Iterator[tuple[str, str]]:
        if self._lexer is None:
            return
        at = 0
        for start, token, piece in self._lexer.get_tokens_unprocessed(text):
            if start >= at:  # what a lexer says twice counts once
                yield _part(token), piece
                at = start + len(piece)

    def _add(self, part: str, text: str) -> None:
        first, *others = text.split("\n")
        self._put(part, first)
        for other in others:
            self._reached.add(self._line)
            self._line, self._column = self._line + 1, 0
            self._spans[self._line] = []
            self._put(part, other)

    def _put(self, part: str, text: str) -> None:
        if part and text:
            self._spans[self._line].append((self._column, self._column + len(text), part))
        self._column += len(text)


@cache
def _lexer(name: str) -> Lexer | None:
    found = find_lexer_class_for_filename(name)
    return None if found is None else found()


@cache
def _part(token: _TokenType) -> str:
    return next((name for name, kinds in PARTS.items() if any(token in kind for kind in kinds)), "")
