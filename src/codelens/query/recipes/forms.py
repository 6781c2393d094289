"""The forms of a text that a recipe is given: the same thing as other places spell it.

What is seen of a program is seldom written in its source as it is seen: a flag has lost its dashes, a setting is a
field in camel case, a metric's name is put together from three, a path has values in place of its holes. Most forms are
an :class:`Expression`, which means itself in a regular expression; whatever it takes from the text is escaped in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.index.names import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_MOST = 24  # words, pieces or segments of a text that count
_BETWEEN = "[-_. ]?"  # what stands between the words of a name in some spelling of it
_METRIC_BETWEEN = "[-_.]"
_KEPT = 2  # words at its end that tell a name from others
_NO_NAME = re.compile(r"^--?(?=\w)|(?<=\w)[=\s].*$", re.DOTALL)
_PARTS = re.compile(r"[-_.\s]+")

# What a metric's series have behind its name: parts of a histogram, and what a library adds to a counter.
_SERIES = re.compile(r"_(?:bucket|count|sum|total|created|info)$")

_WRAPPED = re.compile(r":\s+|\s+desc = ")
_WRAPPED_WITH = re.compile(f"({_WRAPPED.pattern})")
_SHORTEST_PIECE = 4

# A word of a message, or what stands between quotes; and one that can't be told from what fills a hole.
_TOKEN = re.compile(r"""[(\[]*(?:"[^"]*"|'[^']*'|`[^`]*`)[\])]*[.,:;!]*|\S+""")
_MAY_BE_FILLED = re.compile(r"""[\d"'`/_<>%@\\]|\w=|=\w|\w[A-Z]|^\W*[A-Z]|\.{3}|\w[.:]\w""")
_AROUND = re.compile(r"""^([(\["'`]*)(.*?)([)\]"'`]*)([.,:;!]*)$""", re.DOTALL)
# A hole of a message, as format texts write it, and as it is put together from strings.
_FILLER = r"""(?:%[-+ #0-9.*]*(?:l{0,2}|z)[a-zA-Z]|\{[^{}"]*\}|\$\{[^}]*\}|\$\w+|["'`]\s*[+.][^"'`\n]*[+.]\s*["'`])"""
_NUMBERS = re.compile(r"([0-9]+)")
_FEWEST_WORDS = 3  # of a message that must be there as they are

_BEFORE_PATH = re.compile(r"^\s*(?:[A-Z]+\s+)?(?:[a-z][a-z0-9+.-]*://[^/]*)?")
_AFTER_PATH = re.compile(r"[?#].*$|\s.*$", re.DOTALL)
_IS_HOLE = re.compile(r"\{.*\}|:\w.*|<.*>|\*.*|\$\w+|%[a-z]|\[.*\]|\.\.\.")
_MAY_FILL_HOLE = re.compile(r".*\d")  # an identifier, a number or a version; a word names a part of the program
# A hole as routers, specifications and format texts write it, and as a path is put together from strings.
_HOLES = (
    r"""\{[^}"'`]*\}""",
    r":\w+",
    r"""<[^>"'`]+>""",
    r"\*\w*",
    r"%[a-z]",
    r"\$\{[^}]*\}",
    r"""\([^"'`\s]*\)""",
    r"""["'`]\s*[+.]\s*[^"'`\n]{1,60}[+.]\s*["'`]""",
)
_HOLE = f"(?:{'|'.join(_HOLES)})"
_VERSION = re.compile(r"\(\?:v\d")
_ANY_SEGMENT = r"""[^/"'`\s]+"""


class Expression(str):
    """A regular expression, to be put into another one as it is."""

    __slots__ = ()


def _name(text: str) -> str:
    """Of a flag or a setting as typed, its name: no dashes before it, no value behind it."""
    return _NO_NAME.sub("", text.strip())


def _words(text: str) -> list[str]:
    return [re.escape(word) for word in words_of(_name(text))[:_MOST]]


def _spelled(text: str) -> Iterable[str]:
    if words := _words(text):
        yield _of_any_case(_BETWEEN.join(words))


def _dotted(text: str) -> Iterable[str]:
    if parts := [re.escape(part) for part in re.split(r"[./]", text.strip()) if part]:
        yield Expression("[./]".join(parts))


def _tail(text: str) -> Iterable[str]:
    words = _words(text)
    kept = max(min(_KEPT, len(words) - 1), 1)
    if words:
        yield _of_any_case(_optional(words[:-kept], _BETWEEN) + _BETWEEN.join(words[-kept:]))


def _most(text: str) -> Iterable[str]:
    words = _words(text)
    if len(words) > _KEPT:
        yield _of_any_case("|".join(_BETWEEN.join(words[:at] + words[at + 1 :]) for at in range(len(words))))


def _metric(text: str) -> Iterable[str]:
    series = _SERIES.sub("", text)
    words = _words(series if len(words_of(series)) > _KEPT else text)
    if words:
        first, last = words[:-_KEPT], words[-_KEPT:]
        yield Expression(f"(?i:{_optional(first, _METRIC_BETWEEN)}{_METRIC_BETWEEN.join(last)})(?:_total)?")


def _head(text: str) -> Iterable[str]:
    first, *more = [re.escape(part) for part in _PARTS.split(_name(text)) if part][:_MOST] or [""]
    rest = ""
    for part in reversed(more[:-1]):
        rest = f"(?:{part}{_BETWEEN}{rest})?"
    if more:
        yield Expression(f"{first}{_BETWEEN}{rest}")


def _pieces(text: str) -> Iterable[str]:
    """The layers of a message that has several."""
    pieces = (piece.strip() for piece in _WRAPPED.split(text))
    found = list(dict.fromkeys(piece for piece in pieces if len(piece) >= _SHORTEST_PIECE))[:_MOST]
    yield from found if len(found) > 1 else ()


def _templates(text: str) -> Iterable[str]:
    """What the message, each of its layers, and two that follow each other may have been made of."""
    layers = _WRAPPED_WITH.split(text.strip())  # and what parts them
    pairs = ("".join(layers[at : at + 3]) for at in range(0, len(layers) - 2, 2))
    for part in list(dict.fromkeys((text.strip(), *layers[::2], *pairs)))[:_MOST]:
        tokens = _TOKEN.findall(part)[:_MOST]
        if sum(not _MAY_BE_FILLED.search(token) for token in tokens) >= _FEWEST_WORDS:
            yield _of_any_case(r"\s+".join(map(_or_filler, tokens)))


def _or_filler(token: str) -> str:
    if not _MAY_BE_FILLED.search(token):
        return re.escape(token)
    around = _AROUND.match(token)
    before, _, behind, end = around.groups() if around else ("", "", "", "")
    opening, closing = (f"[{re.escape(each)}]*" if each else "" for each in (before, behind))
    numbers = "".join(
        f"(?:{part}|{_FILLER})" if part.isdigit() else re.escape(part) for part in _NUMBERS.split(token) if part
    )
    return f"(?:{numbers}|{opening}{_FILLER}\\w{{0,3}}{closing}{re.escape(end)})"


def _path(text: str) -> Iterable[str]:
    segments = _segments(text)
    if len(segments) > 1 and _VERSION.match(segments[0]):  # which routers take off
        segments = [f"(?:{segments[0]}/)?{segments[1]}", *segments[2:]]
    if segments:
        yield Expression("/?" + "/".join(segments))


def _ending(text: str) -> Iterable[str]:
    segments = _segments(text)
    words = [number for number, segment in enumerate(segments) if _HOLE not in segment]
    if words:
        yield Expression("/" + _optional(segments[: words[-1]], "/") + "/".join(segments[words[-1] :]))


def _segments(text: str) -> list[str]:
    """The segments of a path, each as an expression of what it may be in a source."""
    path = _AFTER_PATH.sub("", _BEFORE_PATH.sub("", text))
    return [_segment(each) for each in path.split("/") if each][:_MOST]


def _segment(segment: str) -> str:
    if _IS_HOLE.fullmatch(segment):
        return f"(?:{_HOLE}|{_ANY_SEGMENT})"
    return f"(?:{re.escape(segment)}|{_HOLE})" if _MAY_FILL_HOLE.match(segment) else re.escape(segment)


def _optional(parts: Sequence[str], between: str) -> str:
    """What may stand before something: all of the parts, or those that follow one of them, or none."""
    before = ""
    for part in parts:
        before = f"(?:{before}{part}{between})?"
    return before


def _of_any_case(expression: str) -> Expression:
    return Expression(f"(?i:{expression})")


# Each with what it makes of a text; none where the text has nothing of the kind.
FORMS: dict[str, Callable[[str], Iterable[str]]] = {
    "bare": lambda text: filter(None, [_name(text)]),
    "words": lambda text: filter(None, [" ".join(words_of(_name(text))[:_MOST])]),
    "spelled": _spelled,
    "dotted": _dotted,
    "tail": _tail,
    "most": _most,
    "metric": _metric,
    "head": _head,
    "pieces": _pieces,
    "templates": _templates,
    "path": _path,
    "ending": _ending,
    "last": lambda text: filter(None, [text.strip().rstrip("/").rpartition("/")[2]]),
}
EXPRESSIONS = frozenset(FORMS) - {"bare", "last", "words", "pieces"}
