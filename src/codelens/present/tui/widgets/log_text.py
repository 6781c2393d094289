"""What a row of a log says: the line with the literals of its statement marked, and the place that it comes from."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from codelens.present.formats import one_based, printable
from codelens.present.tui.widgets.row_text import highlighted, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.present.tui.log import Log, Source, Told
    from codelens.query.explain.streaming import Seen
    from codelens.query.matches import Match

Piece = tuple[str, str]  # a text, and the part of the row that it is

_HOLE = re.compile(r"\{\w*\}")
_MOST_PLACE = 0.4  # of the width
_LEAST_PLACE = 24  # cells
_LEAST_LITERAL = 3  # characters of one that is marked
_BEFORE = 12  # characters before the first words that are seen
_COUNT = 9  # cells
_MOMENT = 12
_KIND = 7
_TAB = "    "


def literals_of(match: Match) -> list[str]:
    """The literals of a statement, as far as they tell anything."""
    return [each for each in _HOLE.split(match.name) if len(each.strip()) >= _LEAST_LITERAL]


def line_pieces(log: Log, line: int, width: int, *, unfolded: bool, several: bool) -> Iterator[Piece]:
    """The pieces of a row that stands for a line.

    Args:
        log: The log.
        line: Its number, 0-based.
        width: In cells.
        unfolded: Whether its places stand below it.
        several: Whether the repository is named.
    """
    told = log.told(line)
    number = f"{one_based(line):>{max(len(str(len(log))), 2)}} "
    turns = told is not None and len(told.places) > 1
    mark = ("▾ " if unfolded else "▸ ") if turns else "  "
    most = max(int(width * _MOST_PLACE), _LEAST_PLACE)
    place = _place(told, most, several=several) if told else log.instead(line)
    room = max(width - cell_len(number) - 2 - cell_len(place) - (2 if place else 0), 0)
    text = printable(log.text(line).replace("\t", _TAB))
    words = [word for each in told.sources for word in literals_of(each.matches[0])] if told else []
    yield number, "number"
    yield mark, "mark"
    yield from highlighted(set_cell_size(_from_words(text, words, room), room), words, "known" if told else "text")
    if place:
        yield f"  {place}", "place" if told else "note"


def _from_words(text: str, words: list[str], room: int) -> str:
    """A text; of one whose first words would not be seen, what stands around them."""
    starts = [(at, at + len(word)) for word in words if (at := text.lower().find(word.lower())) >= 0]
    start, end = min(starts, default=(0, 0))
    if end <= room or start <= _BEFORE:
        return text
    return f"…{text[min(start - _BEFORE, max(len(text) - room + 1, 0)) :]}"


def _place(told: Told, width: int, *, several: bool) -> str:
    """The likeliest place; what else there is, is said before it."""
    source = told.source
    pieces = f"{len(told.sources)} pieces: " if len(told.sources) > 1 else ""
    tie = f"1 of {source.ties}: " if source.ties > 1 else pieces
    return tie + place_of(source.matches[0], width - len(tie), several=several)


def place_pieces(told: Told, place: int, width: int, *, several: bool) -> Iterator[Piece]:
    """The pieces of a row that stands for one of the places of a line."""
    at, number = told.places[place]
    source = told.sources[at]
    match = source.matches[number]
    where = place_of(match, max(int(width * _MOST_PLACE), _LEAST_PLACE), several=several)
    before = "     " if number == 0 else "  or " if number >= source.ties else "   = "
    kind = f"{match.kind[:_KIND]:{_KIND}} "
    room = max(width - len(before) - len(kind) - cell_len(where) - 2, 0)
    yield before, "mark"
    yield kind, "kind"
    yield set_cell_size(printable(match.signature), room), "symbol" if number < source.ties else "text"
    yield f"  {where}", "place"


def about_place(told: Told, place: int | None) -> str:
    """What there is to say of one of the places of a line, or of the likeliest one.

    Args:
        told: What the line comes from.
        place: Its number; None is the likeliest.
    """
    at, number = (told.first, 0) if place is None else told.places[place]
    source = told.sources[at]
    parts = [source.said]
    if len(told.sources) > 1:
        parts.append(f"piece {at + 1} of {len(told.sources)}")
    parts += _said_of(source, number)
    return " · ".join(printable(" ".join(part.split())) for part in parts if part)


def _said_of(source: Source, number: int) -> Iterator[str]:
    if number < source.ties and source.ties > 1:
        yield f"{source.ties} places are as likely"
    elif number:
        yield "less likely"
    elif len(source.matches) > 1:
        yield f"the likeliest of {len(source.matches)} places"
    if number == 0:
        yield source.drift
        yield from (f"{what}: {text}" for what, text in source.also)


def statement_pieces(statement: Seen, width: int, *, several: bool) -> Iterator[Piece]:
    """The pieces of a row that stands for a statement: how often, from when to when, what, and where."""
    match = statement.match
    yield f"{statement.count:>{_COUNT - 1},} ", "number"
    yield f"{_moment(statement.first_seconds, statement.first):<{_MOMENT}} ", "mark"
    yield f"{_moment(statement.last_seconds, statement.last):<{_MOMENT}} ", "mark"
    left = max(width - _COUNT - 2 * (_MOMENT + 1), 0)
    if match is None:
        yield (
            set_cell_size(printable(statement.sample.partition("\n")[0].replace("\t", _TAB)), max(left - 10, 0)),
            "text",
        )
        yield "  nobody's", "note"
        return
    tie = f"1 of {statement.ties}: " if statement.ties > 1 else ""
    place = tie + place_of(match, max(int(width * _MOST_PLACE), _LEAST_PLACE) - len(tie), several=several)
    yield set_cell_size(printable(match.signature), max(left - cell_len(place) - 2, 0)), "symbol"
    yield f"  {place}", "place"


def titles() -> str:
    """What the columns of the statements are."""
    return f"{'times':>{_COUNT - 1}} {'first':<{_MOMENT}} {'last':<{_MOMENT}} statement"


def _moment(seconds: float | None, line: int) -> str:
    if seconds is None:
        return f"line {one_based(line)}"
    return time.strftime("%H:%M:%S", time.gmtime(seconds))
