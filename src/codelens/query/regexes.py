"""Regular expressions as text search understands them: RE2's, put to bytes one line at a time.

RE2 takes time in proportion to the text, whatever the expression, so nothing has to guard it from outside. It knows no
look-around and no back-references, which can't be had in such time. The library is loaded with the first expression.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from codelens.errors import RegexError

if TYPE_CHECKING:
    import mmap

_MOST_MEMORY = 32 * 1024 * 1024  # bytes, of one expression
_MOST_TIMES = 1000  # that RE2 repeats something
_TIMES = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_TOO_LARGE = ("pattern too large - compile failed", "expression nests too deeply")
_PIECE = re.compile(
    r"""\\Q(?:.*?\\E|.*)                                          # quoted text
      | \\(?:[pPx]\{[^}]*\}|[pP].|.)
      | \[\^?\]?(?:\[:\^?\w+:\]|\\[pPx]\{[^}]*\}|\\.|[^\]\\])*\]  # a class of characters
      | \(\?P?<\w+>
      | .""",
    re.VERBOSE | re.DOTALL,
)
_SPECIAL = re.compile(r"\\(?:[pPx]\{[^}]*\}|[pP].|x[0-9A-Fa-f]{2}|.)|\[:\^?\w+:\]|\(\?[^)>:]*[)>:]", re.DOTALL)
# What RE2 says is followed by the piece that is wrong; it says nothing of where that is.
_MEANINGS = {
    "missing )": "a parenthesis is not closed",
    "unexpected )": "a parenthesis is closed that was not opened",
    "missing ]": "a class of characters is not closed",
    "no argument for repetition operator": "there is nothing to repeat",
    "bad repetition operator": "a repetition is repeated",
    "invalid repetition size": f"the times of a repetition are out of order, or more than {_MOST_TIMES:,}",
    "invalid character class range": "there is no such class of characters",
    "invalid escape sequence": "there is no such escape",
    "invalid named capture group": "the name of a group is wrong",
    "duplicate capture group name": "two groups have one name",
    "trailing \\": "it ends in a backslash",
    "invalid UTF-8": "it is no UTF-8",
}


class Found(Protocol):
    """Where a pattern is found."""

    def start(self) -> int:
        """The offset of the first byte."""

    def end(self) -> int:
        """The offset after the last byte."""


class Pattern(Protocol):
    """A compiled expression, of RE2 or of Python."""

    def search(self, text: bytes | mmap.mmap, at: int = ..., /) -> Found | None:
        """Where it is first found at an offset or after it."""


def compile_regex(pattern: str, *, folded: bool = False) -> Pattern:
    """Compile a regular expression that is put to the bytes of files; a match never leaves its line.

    ``$`` stands before a line's end, which may be a carriage return and a line feed.

    Args:
        pattern: As typed.
        folded: Whether upper and lower case are one.

    Raises:
        RegexError: It is none, or asks for what can't be had in linear time.
    """
    _require_bounds(pattern)
    ends = "".join(r"(?:\r?$)" if piece == "$" else piece for piece in _pieces(pattern))
    try:
        return _compiled(b"(?m)" + ends.encode("utf-8", "surrogateescape"), folded=folded, lines=True, latin=False)
    except RegexError as error:
        raise _explained(str(error), pattern) from error


def compile_folded(text: bytes) -> Pattern:
    """A pattern for a literal in upper or lower case; what is no UTF-8 is compared by the case of ASCII alone."""
    try:
        return compile_bytes(b"(?i)" + quoted(text), latin=False)
    except RegexError:
        return re.compile(re.escape(text), re.IGNORECASE)


def compile_bytes(pattern: bytes, *, latin: bool) -> Pattern:
    """Compile an expression of ours, which may leave a line.

    Args:
        pattern: In RE2's syntax.
        latin: Whether a byte is a character, rather than UTF-8.

    Raises:
        RegexError: It is none, or is no UTF-8.
    """
    return _compiled(pattern, folded=False, lines=False, latin=latin)


def has_capitals(pattern: str) -> bool:
    """Whether a regular expression names a letter in upper case: those of escapes and groups' names are none."""
    letters = _SPECIAL.sub("", pattern)
    return letters != letters.lower()


def quoted(text: bytes) -> bytes:
    """A literal as an expression."""
    return re.sub(rb"[^0-9A-Za-z_\x80-\xff]", lambda found: b"\\x{%x}" % ord(found[0]), text)


@lru_cache(maxsize=64)
def _compiled(pattern: bytes, *, folded: bool, lines: bool, latin: bool) -> Pattern:
    import re2  # noqa: PLC0415 - 12 ms that most questions do not need

    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.never_nl = lines
    options.case_sensitive = not folded
    options.max_mem = _MOST_MEMORY
    if latin:
        options.encoding = re2.Options.Encoding.LATIN1
    try:
        compiled: Pattern = re2.compile(pattern, options)
    except re2.error as error:
        (said,) = error.args
        raise RegexError(said.decode("utf-8", "replace") if isinstance(said, bytes) else said, 0) from error
    return compiled


def _pieces(pattern: str) -> list[str]:
    return _PIECE.findall(pattern)


def _require_bounds(pattern: str) -> None:
    """Refuse what RE2 would take for text that is found nowhere, or for a literal."""
    at = 0
    for piece in _pieces(pattern):
        if piece in ("\n", r"\n"):
            message = r"a match never leaves its line, so \n finds nothing; ask for each line's text"
            raise RegexError(message, at)
        times = _TIMES.match(pattern, at) if piece == "{" else None
        if times and max(map(int, filter(None, times.groups()))) > _MOST_TIMES:
            message = f"not a regular expression: {_MEANINGS['invalid repetition size']}: {times[0]}"
            raise RegexError(message, at)
        at += len(piece)


def _explained(said: str, pattern: str) -> RegexError:
    """What is wrong, and where: RE2 repeats the piece that is wrong, and stops at the first."""
    what, _, wrong = said.partition(": ")
    if what in ("missing )", "unexpected )"):
        return RegexError(f"not a regular expression: {_MEANINGS[what]}", _unbalanced(pattern))
    at = max(_place_of(wrong, pattern), 0) if wrong else 0
    if pattern.startswith("(?P=", at) or re.fullmatch(r"\\[1-9k]", wrong):
        return RegexError(f"back-references are not supported: {wrong}; write out what is repeated", at)
    if what == "invalid perl operator":
        around = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at)
        problem = "look-around is not supported" if around else "there is no such group"
        return RegexError(f"{problem}: {wrong}" + ("; ask for the text itself" if around else ""), at)
    if what in _TOO_LARGE:
        return RegexError("the regular expression is too large", 0)
    return RegexError(f"not a regular expression: {_MEANINGS.get(what, what)}" + (f": {wrong}" if wrong else ""), at)


def _place_of(wrong: str, pattern: str) -> int:
    """Where a piece of the pattern starts with what is wrong, or -1."""
    at = 0
    for piece in _pieces(pattern):
        if pattern.startswith(wrong, at):
            return at
        at += len(piece)
    return pattern.find(wrong)


def _unbalanced(pattern: str) -> int:
    """Where the first parenthesis stands that lacks its other half."""
    opened: list[int] = []
    at = 0
    for piece in _pieces(pattern):
        if piece.startswith("("):
            opened.append(at)
        elif piece == ")":
            if not opened:
                return at
            opened.pop()
        at += len(piece)
    return opened[0] if opened else 0
