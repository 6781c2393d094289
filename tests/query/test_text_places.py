"""What a text search can be confined to: code, strings, comments, lines without a text, definitions."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import corpus
from codelens.model import Range
from codelens.query.blobs import Blobs
from codelens.query.filters import Filters
from codelens.query.syntax import Text
from codelens.query.text.finding import find_lines, text_answer, united
from codelens.query.text.lines import TextQuestion

if TYPE_CHECKING:
    from pathlib import Path

MAIN = {
    "wait.go": "package wait\n\n// timeout is in seconds; see timeout\nvar timeout = 5 // the timeout\n\n"
    'func Wait() {\n\tlog("no timeout here")\n\tstop(timeout, "timeout")\n}\n',
    "Makefile": "timeout = 5\nall:\n\t@echo timeout\n",
    "units/wait.service": "[Service]\nTimeoutStartSec=5\n",
    "table.gperf.in": "Service.TimeoutStartSec, config_parse_timeout, 0, 0\n",
    "conf/settings.yaml": "request-timeout: 5s\n",
    "notes/README": "The timeout, in seconds.\n",
    "pump.py": "class Pump:\n    def run(self):\n        self.start()\n",
}
FILES = {"main": MAIN}


def at(answer: object) -> list[tuple[str, int, int, str]]:
    return [(m.place.path, m.range.line + 1, m.range.column, m.stands) for m in answer.matches]


def test_each_match_says_where_it_stands_as_far_as_that_is_known(home: Path) -> None:
    assert at(corpus.find(home, "timeout")) == [
        ("wait.go", 3, 3, "comment"),
        ("wait.go", 4, 4, "code"),
        ("wait.go", 7, 9, "string"),
        ("wait.go", 8, 6, "code"),
        ("notes/README", 1, 4, ""),
        ("table.gperf.in", 1, 38, ""),
        ("Makefile", 1, 0, "code"),
        ("Makefile", 3, 7, "code"),
        ("conf/settings.yaml", 1, 8, ""),  # a configuration says something, and is no code
    ]


def test_only_what_stands_in_the_places_asked_for_marks_a_line(home: Path) -> None:
    def lines(*places: str) -> list[tuple[int, int]]:
        found = at(corpus.find(home, "timeout", places=places))
        return [(line, column) for path, line, column, _ in found if path == "wait.go"]

    assert lines("string") == [(7, 9), (8, 16)]
    assert lines("comment") == [(3, 3), (4, 23)]
    assert lines("code") == [(4, 4), (8, 6)]
    assert lines("string", "comment") == [(3, 3), (4, 23), (7, 9), (8, 16)]


def test_files_of_which_that_is_not_known_are_left_out_and_counted(home: Path) -> None:
    answer = corpus.find(home, "timeout", places=("code",))
    (note,) = answer.notes
    assert note.startswith("left out: 2 files without a grammar")
    left = corpus.find(home, "timeout", without_places=("code", "string"))
    assert {path for path, *_ in at(left)} == {
        "wait.go",
        "conf/settings.yaml",
        "notes/README",
        "table.gperf.in",
    }
    assert left.notes == []


def test_only_files_that_hold_the_text_are_counted_as_left_out(home: Path) -> None:
    (note,) = corpus.find(home, r"t.* s$|in s\w+\.$", regex=True, places=("code",)).notes
    assert note.startswith("left out: 1 file without a grammar")


def test_an_expression_stands_where_its_first_letter_does(home: Path) -> None:
    for regex in (r"^\s*//.*timeout", r"\s*// t"):
        found = corpus.find(home, regex, regex=True, places=("comment",))
        assert {line for _, line, _, _ in at(found)} <= {3, 4}
        assert found.total
    assert [line for _, line, _, _ in at(corpus.find(home, r".*timeout", regex=True, places=("string",)))] == [7, 8]


def test_lines_with_a_text_are_left_out_whatever_their_own_text(home: Path) -> None:
    found = corpus.find(home, "timeout", without=(Text("log", regex=False), Text(r"^\s*//", regex=True)))
    assert [line for path, line, _, _ in at(found) if path == "wait.go"] == [4, 8]


@dataclass
class Ranges:
    by_file: dict[int, list[Range]]

    def files(self, _segment: object) -> dict[int, list[Range]]:
        return self.by_file

    def ranges(self, _segment: object, file: int) -> list[Range]:
        return self.by_file[file]


def test_only_lines_within_ranges_count(home: Path) -> None:
    with corpus.shards(home) as (shard,):
        (segment,) = shard.segments
        numbers = {segment.row(number).path: number for number in segment.files()}
        within = Ranges({numbers["wait.go"]: [Range(5, 0, 8, 1)], numbers["Makefile"]: [Range(0, 0, 0, 9)]})
        with closing(Blobs()) as blobs:
            question = TextQuestion((Text("timeout", regex=False),), within=within)
            answer = text_answer([shard], find_lines([shard], question, Filters(), blobs), 99, blobs)
    assert [(path, line) for path, line, _, _ in at(answer)] == [("wait.go", 7), ("wait.go", 8), ("Makefile", 1)]


def test_lines_of_several_questions_are_united_by_the_first_place_in_each(home: Path) -> None:
    with corpus.shards(home) as shards, closing(Blobs()) as blobs:
        asked = [TextQuestion((Text(text, regex=False),)) for text in ("timeout", "stop", "Service")]
        found = united([find_lines(shards, question, Filters(), blobs) for question in asked])
        answer = text_answer(shards, found, 99, blobs)
    assert answer.total == len(answer.matches) == 11
    assert ("wait.go", 8, 1, "code") in at(answer)
    assert ("table.gperf.in", 1, 0, "") in at(answer)
    assert at(answer)[-1][0] == "units/wait.service"


def test_files_without_a_grammar_are_searched_too_in_any_case(home: Path) -> None:
    assert {path for path, *_ in at(corpus.query(home, '"TIMEOUT" case:no'))} == set(MAIN) - {"pump.py"}
    assert {path for path, *_ in at(corpus.query(home, '"TimeoutStartSec"'))} == {
        "units/wait.service",
        "table.gperf.in",
    }
    assert {path for path, *_ in at(corpus.query(home, r"/^[A-Z]\w+StartSec=\d/"))} == {"units/wait.service"}


def test_a_match_that_begins_with_space_belongs_to_what_its_first_letter_stands_in(home: Path) -> None:
    assert [match.symbol for match in corpus.find(home, r"^\s*log", regex=True).matches] == ["Wait"]
    nested = corpus.find(home, r"^\s+self\.start", regex=True)
    assert [match.symbol for match in nested.matches] == ["Pump.run"]
