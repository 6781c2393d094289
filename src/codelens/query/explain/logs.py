"""Reads the lines of a log: the message without its header, the errors beside it, and what the header says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.query.explain.pieces import Hints, Kind, Piece, with_article
from codelens.query.explain.rows import Row
from codelens.query.explain.structured import Field, pairs_of, quoted_at
from codelens.query.explain.times import seconds_of
from codelens.query.explain.traces import trace_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.explain.formats import Formats
    from codelens.query.explain.tracing import Beginnings

_MOST_ROWS = 30  # lines of a message
_MOST_DIGITS = 9
_MOST_TRACED = 1_000  # lines of a trace that is a field
_TRAILING = re.compile(r"[ \t]++(?=[A-Za-z_][\w.@/-]{0,60}=)")
_ERROR = re.compile(r'(?:^|[\s\[(,])((?i:err|error|reason|cause))=("(?:[^"\\]|\\.)*+"|.+)')
_NEXT = re.compile(r",? [A-Za-z_][\w.-]{0,60}=")


def log_pieces(formats: Formats, rows: Sequence[tuple[Row, int]], beginnings: Beginnings) -> list[Piece]:
    """The pieces of an event of a log: the message, then its errors, then what else it names.

    Args:
        formats: What is known of formats.
        rows: The line with the header and those that continue it, each with its place in the event's text.
        beginnings: To read traces that are fields.
    """
    row, at = rows[0]
    hints = hints_of(formats, row)
    if row.fields is not None:
        return _of_fields(formats, row, row.fields, hints, beginnings)
    pieces = _of_text(formats, rows, hints, beginnings)
    if route := row.header.get("route"):
        start = row.text.find(route, row.at)
        path = route.partition("?")[0]
        said = f"request in {with_article(row.said)}"
        pieces.insert(
            0, Piece(Kind.ROUTE, path, at + start, at + start + len(path), said, hints, row.header.get("method", ""))
        )
    return pieces


def hints_of(formats: Formats, row: Row) -> Hints:
    """What the header of a line says."""
    said = row.header
    if not said:
        return Hints()
    line = said.get("line", "")
    path = said.get("path", "")
    time = said.get("time")
    return Hints(
        formats.level(said.get("level", "")),
        said.get("logger", ""),
        said.get("program", ""),
        formats.normalised(path) if "/" in path or "\\" in path else path,
        int(line) - 1 if line.isdecimal() and len(line) <= _MOST_DIGITS and int(line) else None,
        said.get("function", ""),
        seconds_of(time) if time else None,
    )


def _of_text(formats: Formats, rows: Sequence[tuple[Row, int]], hints: Hints, beginnings: Beginnings) -> list[Piece]:
    row, at = rows[0]
    text = row.inner.rstrip()
    said = f"message of {with_article(row.said)}"
    if row.pairs and text.startswith('"') and (quoted := quoted_at(text, 0)):
        rest = "\n".join([text, *(each.inner for each, _ in rows[1:])])
        if row.exact and not row.around:
            row.stop = row.at + len(rest)
        fields, _ = pairs_of(rest, quoted.end + 1)
        start, end = row.span(quoted.start, quoted.end)
        message = Piece(Kind.MESSAGE, quoted.value, at + start, at + end, said, hints)
        return [message, *_errors(formats, row, fields, hints), *_traces(formats, row, fields, beginnings, hints)]
    stop = len(text)
    if row.pairs and "=" in text and (found := _TRAILING.search(text)):
        fields, loose = pairs_of(text, found.end())
        stop = found.start() if not loose else stop
    errors = _errors_within(row, text, hints, at) if "=" in text else []
    start, end = row.span(0, stop)
    text = text[:stop]
    for more, place in rows[1:_MOST_ROWS]:
        text += "\n" + more.inner.rstrip()
        end = place - at + more.span(0, len(more.inner))[1]
    return ([Piece(Kind.MESSAGE, text, at + start, at + end, said, hints)] if text else []) + errors


def _errors_within(row: Row, text: str, hints: Hints, at: int) -> list[Piece]:
    pieces = []
    for found in _ERROR.finditer(text):
        value, start = found[2], found.start(2)
        if quoted := quoted_at(text, start):
            value, start, end = quoted.value, quoted.start, quoted.end
        else:
            next_pair = _NEXT.search(value)
            value = (value[: next_pair.start()] if next_pair else value).rstrip()
            end = start + len(value)
        begin, close = row.span(start, end)
        pieces.append(Piece(Kind.MESSAGE, value, at + begin, at + close, f"field {found[1]}", hints))
    return pieces


def _errors(formats: Formats, row: Row, fields: list[Field], hints: Hints) -> list[Piece]:
    return [
        Piece(Kind.MESSAGE, each.value, *row.span(each.start, each.end), f"field {each.name}", hints)
        for each in fields
        if each.value
        and each.is_text
        and "error" in formats.meanings.get(each.name, ())
        and each.value not in ("null", "nil", "<nil>")
    ]


def _of_fields(formats: Formats, row: Row, fields: list[Field], hints: Hints, beginnings: Beginnings) -> list[Piece]:
    pieces = []
    order = formats.fields["message"]
    messages = [
        each for each in fields if each.is_text and each.value and "message" in formats.meanings.get(each.name, ())
    ]
    if messages:
        best = min(messages, key=lambda each: order.index(each.name))
        said = f"message of {with_article(row.said)}"
        pieces.append(Piece(Kind.MESSAGE, best.value.rstrip(), *row.span(best.start, best.end), said, hints))
    pieces += _errors(formats, row, fields, hints)
    pieces += _traces(formats, row, fields, beginnings, hints)
    if not pieces and hints.path:
        said = f"where {with_article(row.said)} without a message was logged"
        pieces.append(Piece(Kind.FRAME, "", *row.span(fields[0].start, fields[-1].end), said, hints))
    if not pieces:
        said = f"key in {with_article(row.said)}"
        for each in fields:
            section, _, key = each.name.rpartition(".")
            pieces.append(Piece(Kind.CONFIG, key, *row.span(each.start, each.end), said, hints, section))
    return pieces


def _traces(formats: Formats, row: Row, fields: list[Field], beginnings: Beginnings, hints: Hints) -> list[Piece]:
    pieces: list[Piece] = []
    for each in fields:
        if "\n" in each.value and "trace" in formats.meanings.get(each.name, ()):
            pieces += _traced(formats, row, each, beginnings, hints)
    return pieces


def _traced(formats: Formats, row: Row, field: Field, beginnings: Beginnings, hints: Hints) -> list[Piece]:
    """The pieces of a stack trace that is a field; all of them stand where the field does."""
    start, end = row.span(field.start, field.end)
    lines = field.value.split("\n")[:_MOST_TRACED]
    style = next((told.style for line in lines if (told := beginnings.told(line))), None)
    style = style or next(
        (each for each in formats.styles if (told := each.told(lines[0])) and told.role == "bare"), None
    )
    rows = []
    for number, line in enumerate(lines):
        each = Row(number, row.text, line, start, end, exact=False)
        each.told = (style.told(line) if style else None) or beginnings.told(line)
        style = each.told.style if each.told else style
        rows.append((each, 0))
    return trace_pieces(formats, rows, hints.program)
