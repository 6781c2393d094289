"""The patterns of a query's text, told apart without compiling it: compiling is dear, so each pattern is compiled once.

What is not wanted of a text is blanked, and its lines stay where they are: an error names the place in the file.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TOKEN = re.compile(
    rb'(?P<comment>;[^\n]*)|(?P<open>[(\[])|(?P<close>[)\]])|"(?:[^"\\]|\\.)*"|(?P<after>[@+*?.][\w.-]*)|[^\s()\[\]";]+'
)
_BLANKED = re.compile(rb"[^\n]")


def patterns_of(text: bytes) -> list[bytes]:
    """The patterns in order, each with what stands up to the next: together they are the text, but for its start."""
    return [text[start:end] for start, end in pairwise((*_starts(text), len(text)))]


def said_by(pattern: bytes) -> bytes:
    """A pattern without its comments."""
    return _TOKEN.sub(lambda found: b"" if found["comment"] is not None else found[0], pattern)


def chosen(text: bytes, numbers: Collection[int]) -> str:
    """A text with nothing but some of its patterns, by their numbers, in their places."""
    patterns = patterns_of(text)
    head = len(text) - sum(map(len, patterns))
    kept = [pattern if number in numbers else _BLANKED.sub(b" ", pattern) for number, pattern in enumerate(patterns)]
    return (_BLANKED.sub(b" ", text[:head]) + b"".join(kept)).decode()


def _starts(text: bytes) -> Iterator[int]:
    depth = 0
    for token in _TOKEN.finditer(text):
        if token["comment"] is not None:
            continue
        if not depth and token["after"] is None and token["close"] is None:
            yield token.start()
        if token["open"] is not None:
            depth += 1
        elif token["close"] is not None:
            depth = max(depth - 1, 0)
