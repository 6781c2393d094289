"""A text as it is put to the bytes of one file: where it stands, one line at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.query.regexes import compile_folded, compile_regex, has_capitals
from codelens.query.text.needs import Literal, needs_of_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codelens.query.regexes import Pattern
    from codelens.query.text.needs import Need
    from codelens.query.tree import Text

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matcher:
    """A text, compiled.

    Args:
        find: The first byte and the one after the last of the first place at or after an offset, or None.
        need: What a file must hold so that it can stand there.
    """

    find: Callable[[bytes, int], Span | None]
    need: Need

    def lines(self, blob: bytes) -> Iterator[tuple[int, int, int]]:
        """The first place in each line: its first byte, the one after its last, and where its line ends."""
        at = 0
        while at <= len(blob) and (span := self.find(blob, at)) is not None and has_line(blob, span[0]):
            end = line_end(blob, span[0])
            yield *span, end
            at = end + 1


def matcher_of(text: Text, case: bool | None) -> Matcher:  # noqa: FBT001
    """Compile a text.

    Args:
        text: A literal or a regular expression.
        case: Whether upper and lower case must agree; None if the text has upper-case letters.

    Raises:
        UsageError: It is empty.
        RegexError: It is no regular expression.
    """
    raw = text.pattern.encode("utf-8", "surrogateescape")
    if not raw:
        message = "the text to search for is empty"
        raise UsageError(message)
    capitals = has_capitals(text.pattern) if text.regex else text.pattern != text.pattern.lower()
    folded = not (capitals if case is None else case)
    if text.regex:
        need = needs_of_regex(text.pattern, folded=folded)
        return Matcher(_searching(compile_regex(text.pattern, folded=folded)), need)
    return Matcher(_searching(compile_folded(raw)) if folded else _finding(raw), Literal(raw, folded))


def _finding(literal: bytes) -> Callable[[bytes, int], Span | None]:
    length = len(literal)

    def find(blob: bytes, at: int) -> Span | None:
        start = blob.find(literal, at)
        return (start, start + length) if start >= 0 else None

    return find


def _searching(pattern: Pattern) -> Callable[[bytes, int], Span | None]:
    search = pattern.search

    def find(blob: bytes, at: int) -> Span | None:
        found = search(blob, at)
        return (found.start(), found.end()) if found is not None else None

    return find


def has_line(blob: bytes, offset: int) -> bool:
    """Whether there is a line at an offset: after the last line feed there is none."""
    return offset < len(blob) or (offset > 0 and blob[-1:] != b"\n")


def line_start(blob: bytes, offset: int) -> int:
    """Where the line around an offset starts."""
    return blob.rfind(b"\n", 0, offset) + 1


def line_end(blob: bytes, offset: int) -> int:
    """Where the line around an offset ends, before its line feed."""
    end = blob.find(b"\n", offset)
    return end if end >= 0 else len(blob)


def first_visible(blob: bytes, start: int, end: int) -> int:
    """The first byte of a place that is no space; where that stands, the place stands."""
    return end - len(blob[start:end].lstrip()) if blob[start : start + 1].isspace() else start
