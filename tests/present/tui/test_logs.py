"""Logs as the app keeps them: packed, bounded, and laid out in rows of which any may be unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from codelens.present.tui import log as logs
from codelens.present.tui.log import NOBODY, Begun, Log, Read, skipped
from codelens.present.tui.log_sources import LogFile, Page, Pasted, typed
from codelens.present.tui.widgets.log_rows import LogRow, LogRows

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def read(texts: list[str], reasons: list[str] | None = None, codes: list[int] | None = None) -> Read:
    return Read(texts, codes or [NOBODY] * len(texts), [], reasons or [], 0, len(texts), 0)


def begun() -> Log:
    log = Log()
    log.take(Begun("a log", 0, "", ["demo"]))
    return log


def test_each_line_is_kept_whatever_it_is_made_of() -> None:
    texts = [f"line {number} \udc80 林檎\r" if number % 3 else "" for number in range(5_000)]
    log = begun()
    for start in range(0, len(texts), 700):
        log.take(read(texts[start : start + 700]))
    assert [log.text(number) for number in range(len(log))] == texts
    assert [log.text(number) for number in range(len(log) - 1, 0, -97)] == texts[:0:-97]


def test_a_log_that_is_begun_anew_has_nothing_of_the_first_time() -> None:
    log = begun()
    log.take(read(["before"]))
    log.take(Begun("a log", 0, "", ["demo"]))
    log.take(read(["after"]))
    assert [log.text(number) for number in range(len(log))] == ["after"]


def test_beyond_the_bound_lines_are_counted_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MOST_LINES", 1_000)
    log = begun()
    for _ in range(3):
        log.take(read(["a line"] * 400))
    log.end = logs.End.WHOLE
    assert len(log) == 1_000
    assert "1,200 lines" in log.progress
    assert "200 more lines are summed up, not listed" in log.progress


def test_a_long_line_is_cut() -> None:
    log = begun()
    log.take(read(["x" * 100_000]))
    assert len(log.text(0)) == logs.LONGEST


def test_why_a_line_was_not_read_is_said() -> None:
    log = begun()
    log.take(read(["a", "b", "c"], ["binary", "too long"], [skipped(1), NOBODY, skipped(0)]))
    assert [log.instead(number) for number in range(3)] == ["not read: too long", "nobody's", "not read: binary"]
    assert (log.next_unknown(0, 1), log.next_unknown(1, 1), log.next_unknown(2, -1)) == (1, None, 1)


def test_a_packed_log_takes_a_fraction_of_its_size() -> None:
    log = begun()
    for start in range(0, 100_000, 1_000):
        log.take(read([f"2024-03-01T10:00:00Z ship {number} moored" for number in range(start, start + 1_000)]))
    size = sum(len(log.text(number)) for number in range(len(log)))
    assert sum(map(len, log._packed)) < size / 4  # noqa: SLF001 - how much it keeps is told nowhere else


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4)), unique_by=lambda each: each[0], max_size=12))
def test_rows_of_unfolded_lines_are_those_of_a_list(unfolded: list[tuple[int, int]]) -> None:
    rows, lines = LogRows(), 31
    for line, places in unfolded:
        rows.turn(line, places)
    wanted = [LogRow(line, place) for line in range(lines) for place in (None, *range(dict(unfolded).get(line, 0)))]
    assert rows.count(lines) == len(wanted)
    assert [rows.at(number) for number in range(len(wanted))] == wanted
    assert [rows.row_of(*each) for each in wanted] == list(range(len(wanted)))
    for line, places in unfolded:
        rows.turn(line, places)
    assert [rows.at(number) for number in range(lines)] == [LogRow(line) for line in range(lines)]


def test_what_is_typed_is_a_file_a_page_or_itself(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("x")
    assert typed(str(tmp_path / "a.log")) == LogFile(tmp_path / "a.log")
    assert typed("http://127.0.0.1:9090/metrics") == Page("http://127.0.0.1:9090/metrics")
    assert typed("GET /api/v1/query failed") == Pasted("GET /api/v1/query failed")
    assert typed("x" * 10_000) == Pasted("x" * 10_000)
    assert typed("~nobody-of-this-name/x\x00").lines() is not None


def test_a_line_without_an_end_is_read_in_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codelens.present.tui.log_sources._LONGEST_LINE", 100)
    (tmp_path / "a.log").write_bytes(b"x" * 1_050 + b"\n" + b"y" * 100 + b"\n" + b"z" * 200)
    file = LogFile(tmp_path / "a.log")
    lines = list(file.lines())
    assert [line for line, _ in lines] == ["x" * 100, "y" * 100, "z" * 100]
    assert sum(size for _, size in lines) == file.size
