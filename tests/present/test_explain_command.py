"""``codelens explain`` names the statements of what is pasted, in a file or on standard input."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

import corpus
import explain_corpus

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return explain_corpus.build(tmp_path_factory.mktemp("explained"))


def _piped(home: Path, text: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Explain what comes on standard input."""
    command, env = corpus.command("explain", *arguments), corpus.environment(home)
    return subprocess.run(command, env=env, input=text, capture_output=True, check=False, timeout=60)


def test_a_line_has_its_place_and_what_it_was_taken_for(home: Path) -> None:
    ran = corpus.run(home, "explain", "ship Calypso moored at berth 7")
    lines = ran.stdout.decode().splitlines()
    assert (ran.returncode, lines[0]) == (0, "1: ship Calypso moored at berth 7")
    assert lines[1].startswith("    harbour.go:16:13: log: ship {} moored at berth {}")
    assert "1 of 1 explained; searched: harbour, pilot" in ran.stderr.decode()


def test_a_chain_has_its_frames(home: Path) -> None:
    ran = corpus.run(home, "explain", "--json", explain_corpus.CHAIN)
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(each["frame"], each["rank"], each["name"]) for each in found] == [
        (1, 1, "cannot let the ship in: {}"),
        (2, 1, "no such berth: {}"),
    ]
    assert {each["input"] for each in found} == {explain_corpus.CHAIN}


def test_a_file_and_standard_input_are_the_same(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text(explain_corpus.LOG)
    by_name = corpus.run(home, "explain", str(tmp_path / "a.log"))
    by_pipe = _piped(home, explain_corpus.LOG.encode(), "-")
    assert (by_name.returncode, by_name.stdout) == (0, by_pipe.stdout)
    assert b"nobody's: no statement of what is indexed has this text" in by_name.stdout


def test_lines_that_differ_in_numbers_alone_are_told_apart_by_theirs(home: Path) -> None:
    ran = _piped(home, b"ship Argo moored at berth 7\nship Argo moored at berth 8\n", "-", "--json", "-n", "1")
    assert [json.loads(line)["event"] for line in ran.stdout.splitlines()] == [1, 2]


def test_a_summary_says_which_statements_produced_a_log(home: Path) -> None:
    ran = _piped(home, explain_corpus.LOG.encode(), "-", "--summary")
    rows = [line.split(None, 3) for line in ran.stdout.decode().splitlines()]
    assert rows[0] == ["times", "first", "last", "statement"]
    assert (rows[1][:3], rows[1][3].split(":")[0]) == (["2", "10:00:00", "10:00:05"], "harbour.go")


def test_what_is_nobody_s_ends_with_1_and_says_what_is_nearest(home: Path) -> None:
    ran = corpus.run(home, "explain", "ship moored at quay")
    assert ran.returncode == 1
    assert b"nearest: harbour.go:16:13: ship {} moored at berth {}" in ran.stdout
    assert b"there berth, here quay" in ran.stdout


@pytest.mark.parametrize(
    "text", [b"", b"\n\n", b"\x00\x01\x02" * 50, b"\xff\xfe bad \xff", b"x" * 1_000_000, b'{"msg": "broken\n{"a":']
)
def test_no_input_is_a_traceback(home: Path, text: bytes) -> None:
    ran = _piped(home, text, "-")
    assert ran.returncode in (0, 1)
    assert b"Traceback" not in ran.stderr
    assert b"explained; searched:" in ran.stderr


def test_a_file_that_is_not_there_is_said(home: Path) -> None:
    ran = corpus.run(home, "explain", "./no-such.log")
    assert ran.returncode == 1
    assert ran.stderr.endswith(b"codelens: nor is there a file ./no-such.log\n")


def test_an_address_where_nobody_answers_is_one_line(home: Path) -> None:
    ran = corpus.run(home, "explain", "http://127.0.0.1:1/metrics")
    assert ran.returncode == 2
    assert ran.stderr.decode().count("\n") == 1
    assert "is the program there" in ran.stderr.decode()


def test_a_reader_that_has_enough_is_no_error(home: Path) -> None:
    command = " ".join((*corpus.command("explain", "-"), "| head -n 1"))
    text = explain_corpus.LOG.encode() * 2_000
    env = corpus.environment(home)
    ran = subprocess.run(command, env=env, shell=True, input=text, capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in ran.stderr
