"""What a program in Python shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('log.warning("slow: %s took %d" % (q, n))', [("log", "slow: {s} took {d}")]),
    ('logging.info(f"read {n:>3} of {name!r} in {{x}}")', [("log", "read {s} of {s} in {x}")]),
    ('logging.error("no " "such %(name)s")', [("log", "no such {s}")]),
    ('raise ValueError("bad {} and {!r}".format(a, b))', [("error", "bad {s} and {q}")]),
    ('raise KeyError("no " + key + " in " "table")', [("error", "no {$key} in table")]),
    ('assert x, "must be x"', [("error", "must be x")]),
    ('warnings.warn("old " + LIMIT)', [("log", "old {$LIMIT}")]),
    ('parser.error("need a file")', [("error", "need a file")]),
    ('print("done", n)', [("log", "done")]),
    ('y = "a" + ("b" if z else "c") + "d"', [("text", "a{s}d")]),
    (
        'parser.add_argument("-v", "--verbose", help="say more", default=LIMIT)',
        [("flag", "v"), ("flag", "verbose"), ("text", "say more")],
    ),
    (
        'x = click.option("--shout/--no-shout", help="loud")',
        [("flag", "shout"), ("flag", "no-shout"), ("text", "loud")],
    ),
    (
        'os.environ["APP_A"]; os.environ.get("APP_B"); os.getenv("APP_C")',
        [("env", "APP_A"), ("env", "APP_B"), ("env", "APP_C")],
    ),
    (
        'Counter("jobs_total", "Jobs.", ["kind"]); Counter("letters")',
        [("metric", "jobs_total"), ("text", "Jobs."), ("text", "kind"), ("text", "letters")],
    ),
    ('statsd.incr("jobs.done")', [("metric", "jobs.done")]),
    ('app.route("/users/<id>"); store.get("/users")', [("route", "/users/<id>"), ("text", "/users")]),
    ('urls = [path("admin/", admin)]', [("route", "admin/")]),
    ('config["debug"]; cfg.get("server", "port")', [("config", "debug"), ("config", "server"), ("config", "port")]),
    ('LIMIT = "too many"', [("text", "too many")]),
    ('def f(): "A docstring."', []),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("python", source) == expected
