"""What a row says in the room that it has."""

from __future__ import annotations

import pytest

from codelens.model import Range, Role
from codelens.present.tui.rows import Row
from codelens.present.tui.widgets.row_text import row_pieces
from codelens.query.matches import Confidence, Match, Place, Tier

_SYMBOL = "Orchard.convertToHarvestStatuses"
_LINE = 'o.log("cannot harvest %v: %v", tree, err)'


def told(symbol: str, line: str, width: int, *, role: Role | None = None, note: str = "") -> str:
    match = Match(
        Place("orchard", "v1", "", "pkg/orchard/picking/orchard_trees.go", "", ""),
        Range(25, 0, 25, 1),
        25,
        "",
        symbol,
        "",
        role,
        line,
        Tier.EXACT,
        1.0,
        Confidence.TEXT,
        "string",
    )
    text = "".join(piece for piece, _ in row_pieces(Row(match, note=note), width, (), several=False))
    assert len(text) == width
    return text


def test_where_a_line_would_be_a_scrap_the_symbol_has_its_room() -> None:
    row = told(_SYMBOL, _LINE, 80)
    assert "Orchard.convertToHarvestSt" in row
    assert "o.log" not in row


def test_symbol_and_line_share_where_there_is_room_for_both() -> None:
    row = told(_SYMBOL, _LINE, 120)
    assert "Orchard.convert" in row
    assert 'o.log("cannot harv' in row


def test_a_short_symbol_leaves_room_for_its_line() -> None:
    assert 'main  o.log("cannot harv' in told("main", _LINE, 80)


def test_a_line_without_a_symbol_has_all_the_room() -> None:
    assert 'string   o.log("cannot harvest' in told("", _LINE, 80)


def test_a_definition_is_followed_by_no_scrap_of_its_line() -> None:
    assert "func" not in told("Orchard.convertStatuses", f"func {_LINE}", 80, role=Role.DEFINITION)


def test_a_short_line_stands_whole() -> None:
    assert "Orchard.convertStatus  x++ " in told("Orchard.convertStatus", "x++", 90)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_why_nothing_follows_is_said_at_any_width(width: int) -> None:
    assert "(sh" in told(_SYMBOL, _LINE, width, note="shown above")
