"""What a program in Kotlin shows, its texts between parentheses or in the function that follows a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('log.warn("slow disk {}", disk)', [("log", "slow disk {s}")]),
    ('logger.info { "started in time" }', [("log", "started in time")]),
    ('logger.error(cause) { "not started" }', [("log", "not started")]),
    ('System.err.println("no such file")', [("log", "no such file")]),
    ('throw IllegalStateException("no disk" + name)', [("error", "no disk{$name}")]),
    ('require(n > 0) { "n must be positive" }', [("error", "n must be positive")]),
    ('error("cannot happen")', [("error", "cannot happen")]),
    ('System.getenv("STORE_HOME") ?: "none"', [("env", "STORE_HOME"), ("text", "none")]),
    ('System.getenv()["STORE_MODE"]', [("env", "STORE_MODE")]),
    ('System.getProperty("store.path", "x")', [("config", "store.path"), ("text", "x")]),
    (
        'option("--force", "-f", help = "whatever happens")',
        [("flag", "force"), ("flag", "f"), ("text", "whatever happens")],
    ),
    ('when (arg) { "--help" -> usage() }', [("flag", "help")]),
    ('if (args[0] == "--fast") go()', [("flag", "fast")]),
    ('get("/users/{id}") { call.respond("hello") }', [("route", "/users/{s}"), ("text", "hello")]),
    ('registry.counter("requests.total")', [("metric", "requests.total")]),
    ('@Path("/v2/apps") class Apps', [("route", "/v2/apps")]),
    ('val m = mapOf("key" to "a value")', [("text", "key"), ("text", "a value")]),
    ('val text = """one\n  two""".trimIndent()', [("text", "one\n  two")]),
    ('fun f() { val x = "some text" }', [("text", "some text")]),
    ('log.info("got $x from ${peer.name}")', [("log", "got {$x} from {$peer.name}")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("kotlin", source) == expected
