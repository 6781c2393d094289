"""What a program in Lua shows is told by its calls; the parts of a message are joined, or are arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.model import Statement

SHOWN = [
    ('ngx.log(ngx.ERR, "failed to run: ", err, " at the end")', [("log", "failed to run: "), ("log", " at the end")]),
    ('ngx_log(ngx_WARN, "no row " .. name .. " here")', [("log", "no row {$name} here")]),
    ('kong.log.err("cannot connect to ", host)', [("log", "cannot connect to ")]),
    ('error(fmt("row %d is bad", id))', [("error", "row {d} is bad")]),
    ('error(("no table %s"):format(name))', [("error", "no table {s}")]),
    ('assert(ok, "must be there")', [("error", "must be there")]),
    ('local home = os.getenv("APP_HOME")', [("env", "APP_HOME")]),
    (
        'local c = prometheus:counter("runs_total", "All runs", { "by" })',
        [("metric", "runs_total"), ("text", "All runs"), ("text", "by")],
    ),
    ('cmd:option("-c --conf", "where it is")', [("flag", "c"), ("flag", "conf"), ("text", "where it is")]),
    ('if arg[1] == "--fast" then end', [("flag", "fast")]),
    ('local port = config["port"]', [("config", "port")]),
    ('local m = require "store"; describe("a store", f)', []),
    ("local TEXT = [[all\nof it]]", [("text", "all\nof it")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("lua", source) == expected


def test_the_level_of_a_log_is_that_of_its_constant_or_of_what_is_called(
    statements: Callable[[str, str], list[Statement]],
) -> None:
    found = statements("lua", 'ngx.log(ngx.WARN, "not good")\nkong.log.err("very bad")')
    assert [one.level for one in found] == ["warning", "error"]
