"""One line of what was pasted: without colours and what others put before it, the header of its format read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codelens.query.explain.structured import Field, has_pairs, members_of, pairs_of, salvaged

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.query.explain.formats import Format, Formats
    from codelens.query.explain.tracing import Told

LONGEST = 65_536  # characters of a line that are read
_COLOURS = re.compile(
    r"(?:\x1b|\x9b|#033|\\x1b|\\u001b|\^\[)"
    r"(?:\[[0-9;?]{0,40}[A-Za-z]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[()][A-Z0-9])"
)
# Colours that lost their escape on the way; a reset shows that they are none of the text.
_ORPHANS = re.compile(r"\[(?:0|1|[34]9|[0-2]?;?[349][0-7]|[01];[349][0-7]|[34]8;[25](?:;\d{1,3}){1,3})m(?!\])")
_RESET = "[0m"
_COLOURED = ("#033[", "\\x1b[", "\\u001b[", "^[[", _RESET)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9a\x9c-\x9f\ufffd\ud800-\udfff]")
_SHARE = 10  # a line is binary when one character in so many can't be shown
_NOTHING: dict[str, int] = {}
_LAYERS = 4  # of what is put around a line
_OF_A_LOG = {"level", "source"}  # what fields of a log mean, when it has no message


@dataclass(slots=True)
class Row:
    """A line.

    Args:
        number: In the input, 0-based.
        text: Without colours, and cut where it is too long.
        inner: What the program wrote, without headers.
        at: Where that begins in the text.
        exact: Whether it stands there as it is; else, decoded, as a whole between `at` and `stop`.
        stop: Where it ends in the text.
        form: The format of the innermost header, "" for none.
        said: What it is, for people.
        header: What the headers say, the inner ones before the outer ones.
        headed: Whether the program itself wrote a header, so that a new event begins.
        around: What was put around it, to tell the lines of one program from those of others.
        pairs: Whether key=value after the message is no part of it.
        fields: Those of a structured line.
        skipped: Why it was not read, or not all of it.
        told: What it is in a trace.
    """

    number: int
    text: str
    inner: str
    at: int
    stop: int
    exact: bool = True
    form: str = ""
    said: str = ""
    header: dict[str, str] = field(default_factory=dict)
    headed: bool = False
    around: tuple[str, ...] = ()
    pairs: bool = False
    fields: list[Field] | None = None
    skipped: str = ""
    told: Told | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of a place in `inner`."""
        if self.exact:
            return self.at + start, min(self.at + end, max(self.stop, len(self.text)))
        return self.at, self.stop

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.inner or self.inner.isspace()

    @property
    def indent(self) -> int:
        """How many characters of white space it begins with."""
        return len(self.inner) - len(self.inner.lstrip())


def read_row(formats: Formats, number: int, line: str) -> Row:
    """Read a line."""
    skipped = ""
    if len(line) > LONGEST:
        line = line[:LONGEST]
        skipped = f"longer than {LONGEST:,} characters; the rest was not read"
    text = line.rstrip("\r\n")
    if not text.isprintable():
        if is_binary(text):
            return Row(number, _CONTROL.sub("\ufffd", text), "", 0, 0, skipped="binary")
        text = _COLOURS.sub("", text)
    if "[" in text and any(mark in text for mark in _COLOURED):
        text = _COLOURS.sub("", text)
        text = _ORPHANS.sub("", text) if _RESET in text else text
    row = Row(number, text, text, 0, len(text), skipped=skipped)
    _peel(formats, row)
    return row


def is_binary(text: str) -> bool:
    """Whether a line is none that a program wrote for people."""
    return "\x00" in text or len(_CONTROL.findall(text[:2000])) * _SHARE > len(text[:2000])


def _peel(formats: Formats, row: Row) -> None:
    for _ in range(_LAYERS):
        if not row.inner:
            return
        if row.inner[0] == "{" and row.inner.endswith("}") and _is_json(formats, row):
            if row.headed:
                return
            continue
        found = _header(formats, row)
        if found is None:
            break
        if not found.wraps:
            return
    if row.fields is None and row.inner:
        _structured(formats, row)


def _header(formats: Formats, row: Row) -> Format | None:
    for form in formats.of_line(row.inner, 0):
        if header := form.read(row.inner, 0):
            for name, value in header.said.items():
                if value:
                    bare = name.rstrip("0123456789")
                    if not form.wraps or bare not in row.header:
                        row.header[bare] = value
            _narrow(row, header.end, header.stop)
            row.form, row.said = form.name, form.said
            row.pairs = form.pairs
            if form.wraps:
                row.around = (*row.around, form.name, header.said.get("program") or "")
            else:
                row.headed = True
            return form
    return None


def _narrow(row: Row, start: int, stop: int) -> None:
    if row.exact:
        row.at, row.stop = row.at + start, row.at + stop
    row.inner = row.inner[start:stop]


def _is_json(formats: Formats, row: Row) -> bool:
    """Read a line of JSON; what it wraps takes its place."""
    fields = members_of(row.inner)
    if fields is None:
        return False
    meanings = formats.meanings
    wrapped = next((each for each in fields if "wrapped" in meanings.get(each.name, ()) and each.is_text), None)
    if wrapped and not any("message" in meanings.get(each.name, ()) for each in fields):
        row.header.update(_known(formats, fields, lambda meaning: meaning in ("time", "program")))
        row.at, row.stop = row.span(wrapped.start, wrapped.end)
        row.inner, row.exact = wrapped.value.rstrip("\r\n"), False
        row.around = (*row.around, "json")
        row.form, row.said = "json", "line of JSON"
        return True
    _take(formats, row, fields, "json", "line of JSON")
    return True


def _structured(formats: Formats, row: Row) -> None:
    if row.inner[0] == "{" and row.inner[1:2] in ('"', " ") and '":' in row.inner:
        fields = salvaged(row.inner)
        if _telling(formats, fields):
            _take(formats, row, fields, "json", "broken line of JSON")
            row.skipped = row.skipped or "broken JSON; the fields that can be told were read"
    elif "=" in row.inner and has_pairs(row.inner):
        fields, loose = pairs_of(row.inner)
        many = len(fields) > 1 or row.inner.endswith('"')
        if many and loose <= len(fields) and _telling(formats, fields):
            _take(formats, row, fields, "logfmt", "line of logfmt")


def _telling(formats: Formats, fields: list[Field]) -> bool:
    told = {meaning for each in fields for meaning in formats.meanings.get(each.name, ())}
    return bool(told & {"message", "error"}) or told >= _OF_A_LOG


def _take(formats: Formats, row: Row, fields: list[Field], form: str, said: str) -> None:
    row.fields, row.form, row.said, row.headed = fields, form, said, True
    row.header.update(_known(formats, fields, lambda _: True))


def _known(formats: Formats, fields: list[Field], wanted: Callable[[str], bool]) -> dict[str, str]:
    """What fields say of the place that they come from; of those with one meaning the likeliest counts."""
    best: dict[str, tuple[int, str]] = {}
    for each in fields:
        for meaning, rank in formats.meanings.get(each.name, _NOTHING).items():
            if each.value and wanted(meaning) and (meaning not in best or rank < best[meaning][0]):
                best[meaning] = (rank, each.value)
    known = {meaning: value for meaning, (_, value) in best.items()}
    path, colon, line = known.get("source", "").rpartition(":")
    if colon and line.isdigit():
        known["path"], known["line"] = path, line
    return known
