"""What a program in Scala shows, with the values that stand in its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('log.info(s"got $x from ${peer.name}")', [("log", "got {$x} from {$peer.name}")]),
    ('logger.warn("slow disk {}", disk)', [("log", "slow disk {s}")]),
    ('warn("no leader for " + partition)', [("log", "no leader for {$partition}")]),
    pytest.param(
        'warn("no leader for " + s"$topic at all")',
        [("log", "no leader for {$topic} at all")],
        marks=pytest.mark.xfail(strict=True, reason="a filled string stands beside its interpolator's name"),
    ),
    ('log.debug("%d left in %s", n, queue)', [("log", "{d} left in {s}")]),
    ('throw new IllegalStateException(s"no such $x")', [("error", "no such {$x}")]),
    ('require(n > 0, "n must be positive")', [("error", "n must be positive")]),
    ('Future.failed(new StoreError("""disk "a" is full"""))', [("error", 'disk "a" is full')]),
    ('sys.error("cannot happen")', [("error", "cannot happen")]),
    (
        'sys.env("HOME_DIR"); sys.env.getOrElse("MODE", "x"); System.getenv("STORE_KEY")',
        [("env", "HOME_DIR"), ("env", "MODE"), ("text", "x"), ("env", "STORE_KEY")],
    ),
    ('val zk = opt[String]("zk_hosts", descr = "where it is")', [("flag", "zk_hosts"), ("text", "where it is")]),
    ('flag("addr", new Address(1), "listens there")', [("flag", "addr"), ("text", "listens there")]),
    ('parser.accepts("topic", "its name")', [("flag", "topic"), ("text", "its name")]),
    (
        'stats.counter("requests", "failed"); metricsGroup.newGauge("Queue", f)',
        [("metric", "requests"), ("text", "failed"), ("metric", "Queue")],
    ),
    ('@Path("/v2/apps") class Apps', [("route", "/v2/apps")]),
    ('pathPrefix("v2") { f }', [("route", "v2")]),
    ('api.get("/some/key"); req.path == "/other"', [("text", "/some/key"), ("text", "/other")]),
    (
        'config.getString("store.path"); val SizeProp = "store.max.size"',
        [("config", "store.path"), ("config", "store.max.size")],
    ),
    ('val text = """one\n  |two""".stripMargin', [("text", "one\n  |two")]),
    ('call("anything at all")', [("text", "anything at all")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("scala", f"class A {{ {source} }}" if not source.startswith("@") else source) == expected
