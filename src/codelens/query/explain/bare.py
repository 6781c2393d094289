"""Reads a single line that has no header: a metric, a route, flags, a name, a line of a config file, or just a message.

Short texts can be several of these, and what they are only the index can tell: they give all that they can be, the most
likely first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.query.explain.commands import command_pieces, help_pieces, is_help, usage_program
from codelens.query.explain.logs import hints_of, log_pieces
from codelens.query.explain.metrics import figure_name, is_sample, metric_piece
from codelens.query.explain.pieces import NO_HINTS, Hints, Kind, Piece
from codelens.query.explain.tracing import Beginnings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.query.explain.formats import Formats
    from codelens.query.explain.metrics import Help
    from codelens.query.explain.rows import Row

_REQUEST = re.compile(
    r'\s*"?(?P<method>GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|QUERY) (?P<host>https?://[^\s/]+)?(?P<route>/[^\s?"#]*)(?:\?\S*)?(?P<rest>.*)'
)
_CALLED = re.compile(r"\s*(/[A-Za-z_][\w.]*/[A-Za-z_]\w*)\s*")
_ADDRESS = re.compile(r"\s*(?P<host>https?://[^\s/?#]+|[\w.-]+:\d{2,5}(?=/))?(?P<route>/[^\s?#]*)(?:[?#]\S*)?\s*")
_SPOT = re.compile(
    r"\s*(?P<path>(?:[A-Za-z]:)?[\w./@+\\-]{1,300}\.[A-Za-z]\w{0,5})(?::|\()(?P<line>\d{1,7})(?::\d{1,6})?\)?:?\s*"
)
_VARIABLE = re.compile(
    r"\s*(?:export |- |-e |set )?\$?\{?(?P<name>[A-Z_][A-Z0-9_]{1,120})\}?(?:=(?P<value>.*))?", re.DOTALL
)
_TOKEN = re.compile(r"\s*(?P<token>[^\s:=]\S{0,300})\s*")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_METRIC = re.compile(r"[A-Za-z_:][\w:.]*")
_FUNCTION = re.compile(r"[A-Za-z_(*][\w.:$<>*()/~-]*[\w)>]")
_FIGURES = ("_total", "_seconds", "_bytes", "_count", "_sum", "_bucket", "_info", "_ratio", "_created")
_MANY = 2  # underscores of a name that is rather a metric's
_ASSIGNMENT = re.compile(
    r"\s*(?:- )?(?P<key>[A-Za-z_\"'][\w.\[\]\"'/-]{0,150})\s{0,40}(?P<sign>=>|:=|=|:(?=\s|$))\s{0,40}(?P<value>.*)",
    re.DOTALL,
)
_SECTION = re.compile(r"\s*(?:\[{1,2}(?P<name>[^\[\]{}=]{1,120})\]{1,2}|(?P<words>[A-Za-z_][^{}=]{0,200}?)\s*\{)\s*")
_DIRECTIVE = re.compile(r"\s*(?P<key>[A-Za-z][\w.-]{0,80})\s+(?P<value>\S.*?)(?P<end>;)?\s*")
_PLAIN_VALUE = re.compile(r"(?:\d|yes\b|no\b|on\b|off\b|true\b|false\b|\"|'|/|\$)")
_OPENING = tuple("\"'[{|>")
_FEW_WORDS = 3  # of a value after a colon; more make a sentence
_MOST_WORDS = 5  # of a line of a config file without a sign between key and value


def bare_pieces(row: Row, formats: Formats, known: Help) -> list[Piece]:
    """What a line without a header may be, the most likely first.

    Args:
        row: The line.
        formats: What is known of formats.
        known: The help of metrics that stood above.
    """
    if row.fields is not None:
        return log_pieces(formats, [(row, 0)], Beginnings(()))
    text = row.inner
    if not text.strip():
        return []
    if program := usage_program(text):
        known.program = program
    message = _message(row, hints_of(formats, row))
    if metric := metric_piece(row, known):
        return [metric]
    if route := _route(row):
        return [route, message]
    return _flags(row, message, known) or _unique([*_spots(row, formats), *_names(row, message)])


def _flags(row: Row, message: Piece, known: Help) -> list[Piece]:
    """The flags and variables of a line, nothing when it has none."""
    text = row.inner
    if "-" in text and (is_help(text) or usage_program(text)):
        return [*help_pieces(row, 0, known.program), message]
    if " -" not in text and "=" not in text and text.lstrip()[0] not in "-$":
        return []
    flags, sentence = command_pieces(row)
    return ([message, *flags] if sentence else [*flags, message]) if flags else []


def _message(row: Row, hints: Hints = NO_HINTS) -> Piece:
    text = row.inner.strip()
    start = row.inner.find(text)
    return Piece(Kind.MESSAGE, text, *row.span(start, start + len(text)), "message", hints)


def _unique(pieces: Iterable[Piece]) -> list[Piece]:
    return list({(piece.kind, piece.text): piece for piece in reversed(list(pieces))}.values())[::-1]


def _route(row: Row) -> Piece | None:
    text = row.inner
    if found := _REQUEST.fullmatch(text):
        return Piece(Kind.ROUTE, found["route"], *row.span(*found.span("route")), "request", detail=found["method"])
    if (found := _CALLED.fullmatch(text)) and ("." in found[1] or found[1][1].isupper()):
        return Piece(Kind.ROUTE, found[1], *row.span(*found.span(1)), "remote procedure call", detail="RPC")
    if "/" in text and (found := _ADDRESS.fullmatch(text)):
        return Piece(Kind.ROUTE, found["route"], *row.span(*found.span("route")), "path of a request")
    return None


def _spots(row: Row, formats: Formats) -> list[Piece]:
    """The file and line that a line consists of."""
    if found := _SPOT.fullmatch(row.inner):
        hints = Hints(path=formats.normalised(found["path"]), line=max(int(found["line"]) - 1, 0))
        return [Piece(Kind.FRAME, "", *row.span(*found.span("path")), "file and line", hints)]
    return []


def _names(row: Row, message: Piece) -> list[Piece]:
    text = row.inner
    if (found := _VARIABLE.fullmatch(text)) and (
        found["value"] is not None or "_" in found["name"] or found["name"].isupper()
    ):
        name, span = found["name"], found.span("name")
        value = found["value"] or ""
        several = [
            (Kind.ENV, "environment variable", value),
            (Kind.CONFIG, "config key", ""),
            (Kind.METRIC, "metric", ""),
        ]
        return [*(Piece(kind, name, *row.span(*span), said, detail=detail) for kind, said, detail in several), message]
    if found := _TOKEN.fullmatch(text):
        return [*_token(row, found["token"].rstrip(":,;"), found.start("token")), message]
    return _line(row, message)


def _token(row: Row, token: str, at: int) -> list[Piece]:
    """What a single word may be."""
    bare = token.strip("\"'`[]{}")
    start = at + token.find(bare)
    if figure := figure_name(bare):
        return _kinds(row, figure, start, (Kind.METRIC, Kind.CONFIG))
    if assigned := _ASSIGNMENT.fullmatch(bare):
        key = assigned["key"].strip("\"'")
        return _kinds(row, key, start + bare.find(key), (Kind.CONFIG, Kind.METRIC, Kind.FLAG))
    kinds: list[Kind] = []
    if _NAME.fullmatch(bare):
        kinds = [Kind.CONFIG, Kind.FLAG]
        if _METRIC.fullmatch(bare):
            likely = bare.endswith(_FIGURES) or bare.count("_") > _MANY
            kinds.insert(0 if likely else 1, Kind.METRIC)
        if "_" in bare:
            kinds.append(Kind.ENV)
    elif _METRIC.fullmatch(bare):
        kinds = [Kind.METRIC]
    if _FUNCTION.fullmatch(bare):
        kinds.insert(0 if "::" in bare or "(" in bare else len(kinds), Kind.FRAME)
    return _kinds(row, bare.removesuffix("()"), start, tuple(kinds))


_SAID = {
    Kind.CONFIG: "config key",
    Kind.METRIC: "metric",
    Kind.FLAG: "flag",
    Kind.ENV: "environment variable",
    Kind.FRAME: "function",
}


def _kinds(row: Row, text: str, start: int, kinds: tuple[Kind, ...]) -> list[Piece]:
    span = row.span(start, start + len(text))
    return [
        Piece(kind, text, *span, _SAID[kind], Hints(function=text) if kind is Kind.FRAME else NO_HINTS)
        for kind in kinds
    ]


def _line(row: Row, message: Piece) -> list[Piece]:
    """What a line of several words may be."""
    text = row.inner
    if section := section_of(text):
        words = dict.fromkeys((section, section.split()[0], section.split()[-1]))
        return [*(piece for word in words for piece in _kinds(row, word, text.find(word), (Kind.CONFIG,))), message]
    key, start, likely = key_of(text)
    if not key:
        return [message]
    kinds = [Kind.CONFIG]
    if is_sample(text):
        kinds.insert(0 if "_" in key and "-" not in key else 1, Kind.METRIC)
    elif "=" in text and not text[start + len(key) :].lstrip("\"' ").startswith("=>"):
        kinds += [Kind.METRIC, Kind.FLAG]
    pieces = _kinds(row, key, start, tuple(kinds))
    return [*pieces, message] if likely else [message, *pieces]


def section_of(text: str) -> str:
    """The name of the section that a line opens with brackets or a brace, "" when it opens none."""
    found = _SECTION.fullmatch(text) if "[" in text or "{" in text else None
    return (found["name"] or found["words"] or "").strip() if found else ""


def key_of(text: str) -> tuple[str, int, bool]:
    """The key of a line of a config file, where it starts, and whether that is what the line is; "" for none."""
    if found := _ASSIGNMENT.fullmatch(text):
        written, value = found["key"], found["value"].strip()
        key = written.strip("\"'")
        if found["sign"] == ":" and value[:1] not in _OPENING and len(value.split(None, _FEW_WORDS)) > _FEW_WORDS:
            return "", 0, False
        sure = found["sign"] != ":" or len(value.split(None, 2)) < 2 or value[0] in _OPENING  # noqa: PLR2004 - one word
        return key, found.start("key") + written.find(key), sure and bool(key)
    if found := _DIRECTIVE.fullmatch(text):
        key, value = found["key"], found["value"]
        if found["end"]:
            return key, found.start("key"), True
        likely = bool(_PLAIN_VALUE.match(value)) or "-" in key or "_" in key
        words = len(value.split(None, _MOST_WORDS))
        if key[0].islower() and words < (_MOST_WORDS if likely else _FEW_WORDS):
            return key, found.start("key"), likely
    return "", 0, False
