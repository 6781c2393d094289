"""A name as a stack trace prints it is the name of the function."""

from __future__ import annotations

import pytest

from codelens.query.names.pattern import parse_name


@pytest.mark.parametrize(
    ("frame", "qualifiers", "base"),
    [
        ("example.org/pkg/agent.(*Agent).sync(0xc0004a8000, 0x1)", ("example", "org", "pkg", "agent", "Agent"), "sync"),
        ("example.org/pkg/agent.(*Agent).Run.func1", ("example", "org", "pkg", "agent", "Agent"), "Run"),
        ("main.main.func2.1()", ("main",), "main"),
        ("org.example.Peer.run(Peer.java:1486)", ("org", "example", "Peer"), "run"),
    ],
)
def test_a_frame_of_a_stack_trace_is_the_name_of_its_function(
    frame: str, qualifiers: tuple[str, ...], base: str
) -> None:
    pattern = parse_name(frame)
    assert (pattern.qualifiers, pattern.base) == (qualifiers, base)
