"""The search screen in all its states, as it is painted."""

from __future__ import annotations

from terminal import Terminal, snapshot


@snapshot("search-empty")
async def test_nothing_is_typed_yet(terminal: Terminal) -> None:
    await terminal.shows("stack trace")


@snapshot("search-name")
async def test_a_name_is_found_and_its_source_previewed(terminal: Terminal) -> None:
    await terminal.type("Ripen")
    await terminal.shows("3 matches", "type Fruit interface")


@snapshot("search-text")
async def test_a_text_is_found_in_both_repositories(terminal: Terminal) -> None:
    await terminal.type('"cannot')
    await terminal.type('"')
    await terminal.shows("2 matches", "o.log(")


@snapshot("search-error")
async def test_a_query_is_wrong_and_the_message_points_at_where(terminal: Terminal) -> None:
    await terminal.type("Ripen")
    await terminal.shows("3 matches")
    await terminal.type(" kind:fnction")
    await terminal.shows("^")


@snapshot("search-nothing")
async def test_nothing_is_found(terminal: Terminal) -> None:
    await terminal.type('"no such text anywhere"')
    await terminal.shows("nothing found")


@snapshot("search-code")
async def test_the_source_is_read(terminal: Terminal) -> None:
    await terminal.type("Harvest")
    await terminal.shows("matches", "picks what is ripe")
    await terminal.press("enter")
    await terminal.press("down", "down", "w")
