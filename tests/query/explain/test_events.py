"""What holds of events whatever is pasted: nothing is lost, nothing raises, and what can't be read is said."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codelens.errors import SettingsError
from codelens.query.explain import formats
from codelens.query.explain.events import MOST_LINES, Event, Kind, events

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FRAGMENTS = [
    "",
    "   ",
    "\tat org.dam.Pump.start(Pump.java:42)",
    "Caused by: org.dam.Dry: x",
    "goroutine 1 [running]:",
    "dam.start(0x1)",
    "\t/app/pump.go:42 +0x1",
    "panic: x",
    "Traceback (most recent call last):",
    '  File "a.py", line 3, in start',
    "ValueError: x",
    "During handling of the above exception, another exception occurred:",
    "#0 /a.php(3): f()",
    "[    1.345678]  ? f+0x1/0x2",
    "[    1.345678] Call Trace:",
    "I0704 08:01:02.345678 1 a.go:1] x",
    'I0704 08:01:02.345678 1 a.go:1] "x" err=<',
    'level=info msg="x',
    '{"msg":"x","stack":"a\\nb"}',
    '{"log":"{\\"msg\\":1}\\n"}',
    '{"msg":',
    "{",
    "}",
    "[section]",
    "key: value",
    "key:",
    "- a: b",
    "server {",
    "a=b",
    "  -d, --daemon  text",
    "Usage: x [-h]",
    "# HELP a b",
    "a_b 3",
    "a-1  | x",
    "2026-07-04T08:01:02.000000000Z stderr F  x",
    "GET /a",
    "\x00\x01\x02",
    "\x1b[31m",
]
LINES = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=60)), max_size=25)


def assert_whole(lines: list[str], found: list[Event]) -> None:
    at = 0
    for event in found:
        assert event.line == at
        assert event.text.count("\n") >= event.lines - 1
        at += event.lines
        for piece in event.pieces:
            assert 0 <= piece.start <= piece.end <= len(event.text)
    assert at == len(lines)


@settings(max_examples=400, deadline=None)
@given(LINES)
def test_each_line_is_in_exactly_one_event_and_pieces_stand_within_it(lines: list[str]) -> None:
    assert_whole(lines, list(events(lines)))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FRAGMENTS), st.text(max_size=80), st.integers(0, 40))
def test_a_line_that_was_cut_or_goes_on_with_anything_is_read(start: str, end: str, cut: int) -> None:
    lines = [start[:cut] + end, start + end, end + start]
    assert_whole(lines, list(events(lines)))


def test_lines_of_many_events_are_read_one_after_the_other() -> None:
    lines = iter([f"I0704 08:01:02.345678 1 a.go:1] number {n}" for n in range(1000)])
    assert next(events(lines)).pieces[0].text == "number 0"
    assert len(list(lines)) == 998


def test_a_trace_without_an_end_is_cut_into_events() -> None:
    lines = chain(["panic: x"], repeat("\t/app/pump.go:42 +0x1", MOST_LINES * 2))
    found = list(events(lines))
    assert [event.lines for event in found] == [MOST_LINES, MOST_LINES, 1]


def test_a_line_of_ten_megabytes_is_cut_and_says_so() -> None:
    (event,) = events(["I0704 08:01:02.345678 1 a.go:1] " + "x" * 10_000_000])
    assert "longer than 65,536 characters" in event.skipped
    assert len(event.text) == 65_536
    assert event.pieces[0].kind is Kind.MESSAGE


def test_what_is_binary_is_said_and_the_rest_is_read() -> None:
    binary, line = events(["\x7fELF\x00\x00\x01", "valve open"])
    assert (binary.skipped, binary.pieces) == ("binary", ())
    assert line.pieces[0].text == "valve open"


@pytest.mark.parametrize(
    "text",
    [
        "a=" * 30_000,
        "[" * 60_000,
        '{"a":' * 12_000,
        '"\\' * 30_000,
        "- " * 30_000,
        "a." * 30_000 + "!",
        " " * 60_000 + "x",
        "a{" + "}" * 60_000,
        "--" + "a" * 60_000,
        "x(" * 30_000,
        "in /a:" * 10_000,
        "Error: " * 9_000,
        "#0 0x1 in " + "f(" * 400,
        "level=x msg=" + '"' * 60_000,
        "a=b\v\xa0c",
        "[2026-07-04 08:01:02] a.INFO: " + " {" * 20_000,
        "2026-07-04 08:01:02 " + "[a] " * 15_000,
        "<1>1 - - - - - " + "[a " + '"b" ' * 15_000,
    ],
    ids=lambda text: text[:12],
)
def test_bait_for_regular_expressions_is_read_like_any_line(text: str) -> None:
    (event,) = events([text])
    assert event.lines == 1


def write(folder: Path, text: str) -> None:
    (folder / "formats").mkdir()
    (folder / "formats" / "own.yaml").write_text(text)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shipped = formats.queries_folders()[-1]
    monkeypatch.setattr(formats, "queries_folders", lambda: (tmp_path, shipped))
    formats.load_formats.cache_clear()
    yield tmp_path
    formats.load_formats.cache_clear()


def test_formats_of_ones_own_are_asked_first(own: Path) -> None:
    write(
        own,
        """\
formats:
  dam: {header: '%(?P<level>\\w)% (?P<program>\\w+): '}
levels: {fatal: [x]}
fields: {message: [speech]}
""",
    )
    first, second = events(["%X% pumpd: no water", 'speech="no water" a=b'])
    assert (first.form, first.pieces[0].text, first.pieces[0].hints.level) == ("dam", "no water", "fatal")
    assert first.pieces[0].hints.program == "pumpd"
    assert second.pieces[0].text == "no water"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("formats: {dam: {header: '('}}", "own.yaml:1: header: is no regular expression"),
        ("formats: {dam: {header: 'a', strats: b}}", 'unknown field "strats"; did you mean starts?'),
        ("formats: {dam: {header: '(?P<levl>a)'}}", "nothing is known as levl; did you mean level?"),
        ("fields: {mesage: [a]}", "nothing is known as mesage; did you mean message?"),
        ("traces: {dam: {frame: [a, '(']}}", "frame: is no regular expression"),
        ("paths: [{drop: '('}]", "drop: is no regular expression"),
    ],
)
def test_a_format_that_is_wrong_says_where(own: Path, text: str, said: str) -> None:
    write(own, text)
    with pytest.raises(SettingsError) as raised:
        list(events(["x"]))
    assert said in str(raised.value)
