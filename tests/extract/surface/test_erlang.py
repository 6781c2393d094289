"""What a program in Erlang shows is told by its calls and macros; a tilde begins a hole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('lager:error("bad ~p of ~s~n", [N, X])', [("log", "bad {s} of {s}\n")]),
    ('?LOG_ERROR("cannot ~tp after ~-5.2f s, ~~", [X])', [("log", "cannot {s} after {f} s, ~")]),
    ('error_logger:info_msg("started" " by ~w", [X])', [("log", "started by {s}")]),
    ('logger:warning("peer " ++ Name ++ " is gone")', [("log", "peer {$Name} is gone")]),
    ('store_log:notice("row ~B is old", [N])', [("log", "row {d} is old")]),
    ('lager:log(error, self(), "no table ~p", [X])', [("log", "no table {s}")]),
    ('erlang:error(io_lib:format("odd ~p", [X]))', [("error", "odd {s}")]),
    ('throw({error, "no such table"})', [("error", "no such table")]),
    ('{error, "no such row"}', [("error", "no such row")]),
    ('{ok, "all of it"}', [("text", "all of it")]),
    ('os:getenv("APP_HOME")', [("env", "APP_HOME")]),
    ("application:get_env(app, port), application:get_env(app, host, none)", [("config", "port"), ("config", "host")]),
    ("cowboy_router:compile([{'_', [{\"/api/rows\", rows, []}]}])", [("route", "/api/rows")]),
    ('re:run(X, "a b c"), <<"some bytes">>', [("text", "some bytes")]),
    ('?LOG_INFO(#{what => "all done"})', [("text", "all done")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("erlang", f"f(X) -> {source}.\n") == expected
