"""Whether explain names the statement that printed what production prints: artefacts of real runs, put to it.

    python benchmarks/artefacts.py [RECORDS] [--home FOLDER] [--misses] [--only WORD]

RECORDS (default: the environment variable CODELENS_BENCH_ARTEFACTS) holds a JSON object a line: ``id``, ``program``,
``kind``, ``input``, ``answers`` (``path``, ``line`` from 1, ``primary``) and, where a text is made by a library that is
not among the program's sources, ``library``. Each is asked in two ways: told which program it is, which is the name of
its repository in the home, and not told, over all that is indexed there.

A reply is right at the line of an answer. A statement may go on, so a reply further down is right too when its own line
holds what tells: a literal of the input or, of a frame, the name of the function. A record of a library is right when
no statement of the program is claimed with certainty.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from measuring import percentile
from source_lines import SourceLines

from codelens.errors import CodelensError
from codelens.locations import home
from codelens.query.explain.explaining import best_places, explain
from codelens.query.matches import Confidence
from codelens.query.session import Session
from codelens.query.shards import indexed_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codelens.locations import Home
    from codelens.query.explain.explaining import Explanation
    from codelens.query.matches import Match

VARIABLE = "CODELENS_BENCH_ARTEFACTS"
LIMIT = 10
RECALL = 5
WANTED = (0.90, 0.97)
FURTHER = 12  # lines from the start of a statement to what tells it
TOLD, UNTOLD = "told which program", "not told"
_CERTAIN = frozenset({Confidence.RESOLVED, Confidence.SYNTAX})
_MESSAGES = frozenset({"log", "error"})
_FEWEST = 8  # characters of a literal that tells a message: the keys of structured logs do not
_FEWEST_OF_NAMES = 3
_AROUND = " -/:;,.!?()[]'\"\\"  # at the ends of a literal, where a protocol adds or takes away
_QUOTED = re.compile(r""""((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`""")
_GAP = re.compile(r"%[-+ #0-9.*hlqjzt]*[a-zA-Z]|\\.|\{[^{}]*\}|\$\{?\w+\}?")
_CALLED = re.compile(r"([A-Za-z_]\w*)\s*(?:=\s*(?:async\s*)?)?\(")
_WIDTH = 34
_SHOWN = 160  # characters of an input
_SHOWN_ANSWERS = 3


class Place(msgspec.Struct, frozen=True):
    """Where an acceptable statement starts; ``line`` from 1."""

    path: str
    line: int
    primary: bool = False


class Record(msgspec.Struct, frozen=True):
    """Something that a program printed, and where."""

    id: str
    program: str
    kind: str
    input: str
    answers: list[Place]
    library: bool = False
    library_name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record.

    Args:
        record: The record.
        rank: Of the first right reply; 0 when there is none among the first.
        explanations: All that was said.
        error: Why nothing was said.
        seconds: That it took.
    """

    record: Record
    rank: int
    explanations: Sequence[Explanation]
    error: str
    seconds: float


def main() -> int:
    """Ask all and print what became of it."""
    parser = argparse.ArgumentParser(description="Artefacts of real runs, put to explain.")
    parser.add_argument("records", metavar="RECORDS", nargs="?", default=os.environ.get(VARIABLE), help="JSON lines")
    parser.add_argument("--home", metavar="FOLDER", help="where the programs are indexed (or CODELENS_HOME)")
    parser.add_argument("--misses", action="store_true", help="print each that is not first, and what is in its place")
    parser.add_argument("--only", metavar="WORD", default="", help="ask those whose id holds this")
    asked = parser.parse_args()
    if not asked.records:
        print(f"artefacts: name a file of records, or set {VARIABLE} to one")
        return 2
    try:
        records = [each for each in load(Path(asked.records)) if asked.only in each.id]
        measure(home(asked.home), records, misses=asked.misses)
    except (CodelensError, OSError, msgspec.DecodeError) as error:
        print(f"artefacts: {error}")
        return 2
    return 0


def load(file: Path) -> list[Record]:
    """Read the records."""
    return [msgspec.json.decode(line, type=Record) for line in file.read_bytes().splitlines() if line.strip()]


def measure(where: Home, records: Sequence[Record], *, misses: bool = False) -> None:
    """Ask the records whose programs are indexed, in both ways, and print what became of them."""
    names = indexed_names(where)
    known = [each for each in records if each.program in names]
    left_out = len(records) - len(known)
    print(
        f"\n{len(known)} artefacts over {', '.join(names) or 'an empty home'}"
        + (f"; {left_out} of programs not indexed" * bool(left_out))
    )
    if not known:
        return
    ways = {TOLD: ask(where, known, told=True), UNTOLD: ask(where, known, told=False)}
    report(ways)
    if misses:
        for way, outcomes in ways.items():
            for each in outcomes:
                if each.rank != 1:
                    print(f"\n{way}: {describe(each)}")


def ask(where: Home, records: Sequence[Record], *, told: bool) -> list[Outcome]:
    """Ask each record, those of one program in one session when they are told."""
    if told:
        programs = dict.fromkeys(each.program for each in records)
        return [
            outcome
            for program in programs
            for outcome in _ask(where, [each for each in records if each.program == program], [program])
        ]
    return _ask(where, records, [])


def _ask(where: Home, records: Sequence[Record], repositories: Sequence[str]) -> list[Outcome]:
    outcomes = []
    with closing(Session(where, repositories)) as session:
        session.shards()  # an index that can't be read is no record's fault
        source = SourceLines(session)
        for record in records:
            started = time.perf_counter()
            explanations: Sequence[Explanation] = ()
            error = ""
            try:
                explanations = explain(session, record.input, LIMIT)
            except CodelensError as raised:
                error = str(raised)
            seconds = time.perf_counter() - started
            rank = 0 if error else rank_of(record, replies(explanations), source)
            outcomes.append(Outcome(record, rank, explanations, error, seconds))
    return outcomes


def replies(explanations: Iterable[Explanation]) -> list[Match]:
    """What is said in answer to a record: the places in the order in which they are the surest."""
    return best_places(list(explanations))


def rank_of(record: Record, matches: Sequence[Match], source: SourceLines) -> int:
    """The rank of the first right reply, 0 for none; a library's record has 1 when the program is not blamed."""
    if record.library:
        claims = (each.place.repository == record.program and each.confidence in _CERTAIN for each in matches)
        return int(not any(claims))
    ranks = (rank for rank, match in enumerate(matches, 1) if is_right(record, match, source))
    return next(ranks, 0)


def is_right(record: Record, match: Match, source: SourceLines) -> bool:
    """Whether a reply is one of a record's answers."""
    if match.place.repository != record.program:
        return False
    line = match.range.line + 1
    starts = [place.line for place in record.answers if place.path == match.place.path]
    if line in starts:
        return True
    lines = source.lines(match.place.repository, match.place.path)
    return any(line in told_at(lines, start, record) for start in starts)


def told_at(lines: Sequence[str], start: int, record: Record) -> range:
    """The lines, from 1, of what tells a statement: the first that do from its start on; no neighbour counts."""
    tells = [is_telling(line, record) for line in lines[start - 1 : start + FURTHER]]
    if True not in tells:
        return range(0)
    first = tells.index(True)
    more = takewhile(bool, tells[first + 1 :]) if record.kind in _MESSAGES else ()  # a message may go over lines
    return range(start + first, start + first + 1 + len(list(more)))


def is_telling(line: str, record: Record) -> bool:
    """Whether a line of a source holds a literal of the input or, of a frame, the name of its function."""
    if record.kind == "frame":
        return any(re.search(rf"\b{name}\b", record.input) for name in _CALLED.findall(line))
    quoted = ["".join(found) for found in _QUOTED.findall(line)] or [line]
    runs = [run.strip(_AROUND) for text in quoted for run in _GAP.split(text)]
    if record.kind not in _MESSAGES:
        return any(len(run) >= _FEWEST_OF_NAMES and _has_name(record.input, run) for run in runs)
    longest = max(runs, key=len)
    return len(longest) >= _FEWEST and longest in record.input


def _has_name(text: str, name: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", text) is not None


def report(ways: dict[str, list[Outcome]]) -> None:
    """Print recall by kind and by program, both ways beside each other, and how long an answer took."""
    print(f"{'':{_WIDTH}}{'asked':>7}" + "".join(f"{way:>24}" for way in ways))
    print(f"{'':{_WIDTH}}{'':7}" + f"{'recall@1':>14}{'recall@5':>10}" * len(ways))
    groups = {"all": "", **dict.fromkeys(sorted({each.record.kind for each in next(iter(ways.values()))}), "kind")}
    groups |= dict.fromkeys(sorted({each.record.program for each in next(iter(ways.values()))}), "program")
    for group, field in groups.items():
        columns = [_shares([each for each in some if not field or _in(each, field, group)]) for some in ways.values()]
        wanted = "   wanted: " + ", ".join(f">= {share}" for share in WANTED) if group == "all" else ""
        print(
            f"{group:{_WIDTH}}{columns[0][0]:7}"
            + "".join(f"{at1:14.3f}{at5:10.3f}" for _, at1, at5 in columns)
            + wanted
        )
    for way, outcomes in ways.items():
        seconds = [each.seconds for each in outcomes]
        p50, p95 = (percentile(seconds, share) * 1000 for share in (0.5, 0.95))
        failed = sum(bool(each.error) for each in outcomes)
        print(f"{way}: p50 {p50:.0f} ms, p95 {p95:.0f} ms, most {max(seconds) * 1000:.0f} ms; {failed} failed")


def _in(outcome: Outcome, field: str, group: str) -> bool:
    return bool(getattr(outcome.record, field) == group)


def _shares(outcomes: Sequence[Outcome]) -> tuple[int, float, float]:
    asked = max(len(outcomes), 1)
    first = sum(each.rank == 1 for each in outcomes)
    among = sum(0 < each.rank <= RECALL for each in outcomes)
    return len(outcomes), first / asked, among / asked


def describe(outcome: Outcome) -> str:
    """Say what was pasted, what it was taken for, what is right and what was answered instead."""
    record = outcome.record
    text = record.input if len(record.input) <= _SHOWN else record.input[:_SHOWN] + "…"
    right = ", ".join(f"{place.path}:{place.line}" for place in record.answers) or f"none: {record.library_name}"
    lines = [f"{record.id}: rank {outcome.rank or 'none'}  {text!r}", f"    right  {right}"]
    if record.note:
        lines.append(f"    note   {record.note}")
    for explanation in outcome.explanations:
        piece = explanation.piece
        lines.append(f"    taken  {piece.kind} {piece.text[:_SHOWN]!r} ({piece.said})")
    lines += [
        f"    said   {match.place.repository}: {match.place.path}:{match.range.line + 1} {match.confidence} "
        f"{match.signature[:_SHOWN]}"
        for match in replies(outcome.explanations)[:_SHOWN_ANSWERS]
    ]
    if outcome.error:
        lines.append(f"    error  {outcome.error}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
