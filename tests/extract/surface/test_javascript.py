"""What a program in JavaScript shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ("throw new Error(`cannot open ${file}: ${e.code + 1}`);", [("error", "cannot open {$file}: {s}")]),
    ('console.error("failed: " + why);', [("log", "failed: {$why}")]),
    ("logger.info('took %d ms', n);", [("log", "took {d} ms")]),
    ('process.env.APP_A; process.env["APP_B"];', [("env", "APP_A"), ("env", "APP_B")]),
    ('app.get("/users/:id", f);', [("route", "/users/:id")]),
    ('new client.Counter({name: "jobs_total", help: "Jobs."});', [("metric", "jobs_total"), ("text", "Jobs.")]),
    (
        'program.option("-p, --port <n>", "where to listen");',
        [("flag", "p"), ("flag", "port"), ("text", "where to listen")],
    ),
    ('if (argv[2] === "--fast") {}', [("flag", "fast")]),
    ('config.get("db.host");', [("config", "db.host")]),
    ('cb({code: 5, message: "not found here"});', [("error", "not found here")]),
    ('x = <p title="a tip">Hello you</p>;', [("text", "a tip"), ("text", "Hello you")]),
    ('y = a ? "two words" : "b";', [("text", "two words"), ("text", "b")]),
    ('const LIMIT = "too many";', [("text", "too many")]),
    ('"use strict"; const fs = require("fs"); import x from "y";', []),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("javascript", source) == expected
