"""A log of 100,000 lines put to explain: lines a second and memory, beside rg with the literals of all templates.

    python benchmarks/explain_stream.py [--home FOLDER] [--lines 100000] [--save FILE]

The log is made of the templates of the home: six lines of ten are rendered templates, most of them of a few that repeat
with other arguments, as in production; two repeat a line of before word for word; two are nobody's. Their headers are
those of common formats. It is explained by the command, in full and as a summary, its first line and a tenth of it
before: memory is flat when ten times the lines take no more. Lines a second leave out what the first line takes, which
is mostly the start of the process. The peer counts the lines that hold the longest literal of any template; it names
none.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from checkout import SEED
from measuring import CODELENS, last_line, run
from peers import RIPGREP
from templates import messages, render, unknown

from codelens.errors import CodelensError
from codelens.locations import home
from codelens.query.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from measuring import Cost
    from templates import Template

    from codelens.locations import Home

LINES = 100_000
WANTED = 5_000  # lines a second
_BEGAN = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)
_FAMILIAR = 60  # templates that most of the lines are of
_KEPT = 200  # lines that may be repeated
_RENDERED, _REPEATED = 0.6, 0.8  # of the lines; the rest are nobody's
_OF_FAMILIAR = 0.7  # of the rendered ones
_FEWEST = 6  # characters of a literal that the peer looks for
_ANSWERED = frozenset({0, 1})  # statuses of an answer; 1 says that there is none
_MEGABYTE = 1_000_000
_WIDTH = 44


def main() -> int:
    """Make a log and time it."""
    parser = argparse.ArgumentParser(description="The speed of explain over a log.")
    parser.add_argument("--home", metavar="FOLDER", help="where the indexes are (or CODELENS_HOME)")
    parser.add_argument("--lines", type=int, default=LINES, help="of the log")
    parser.add_argument("--save", metavar="FILE", type=Path, help="write the log here, and time nothing")
    asked = parser.parse_args()
    try:
        if asked.save:
            save(home(asked.home), asked.save, asked.lines)
        else:
            with tempfile.TemporaryDirectory(prefix="codelens-bench-") as work:
                measure(home(asked.home), Path(work), asked.lines)
    except CodelensError as error:
        print(f"explain_stream: {error}")
        return 2
    return 0


def save(where: Home, file: Path, lines: int) -> None:
    """Write the log of a home, and beside it the longest literal of each template."""
    with closing(Session(where)) as session:
        templates = messages(session)
    write_log(file, templates, lines if templates else 0)
    literals = {max(statement.pieces[::2], key=len).strip() for _, statement in templates}
    kept = (each for each in sorted(literals) if len(each) >= _FEWEST and "\n" not in each)
    literals_of(file).write_text("".join(f"{each}\n" for each in kept), "utf-8", "replace")


def literals_of(log: Path) -> Path:
    """Where the literals are that a log was made with."""
    return log.with_suffix(".literals")


def measure(where: Home, work: Path, lines: int = LINES) -> None:
    """Print the time and the memory of explaining a log.

    Args:
        where: The home of the index.
        work: A folder for the log.
        lines: Of the log.
    """
    # In a process of its own: what a program weighs is counted from before it starts, when it is a copy of this one.
    log = work / f"{lines}.log"
    made = run([sys.executable, __file__, f"--home={where.folder}", f"--lines={lines}", f"--save={log}"])
    if made.status or not log.stat().st_size:
        print(last_line(made) if made.status else "explain_stream: no program with messages is indexed")
        return
    files = {count: _head(log, count) for count in (1, lines // 10)} | {lines: log}
    size = log.stat().st_size / _MEGABYTE
    count_of_literals = literals_of(log).read_bytes().count(b"\n")
    print(f"\na log of {lines:,} lines, {size:.1f} MB, {count_of_literals:,} literals; wanted: >= {WANTED:,} lines/s")
    print(f"{'':{_WIDTH}}{'wall s':>10}{'CPU s':>10}{'lines/s':>10}{'peak MB':>10}{'printed':>10}")
    more = {"CODELENS_HOME": str(where.folder)}
    for what, options in (("codelens explain", ()), ("codelens explain --summary", ("--summary",))):
        idle = 0.0
        for count, file in files.items():
            cost = run([*CODELENS, "explain", *options, str(file)], more=more)
            if cost.status not in _ANSWERED:
                print(f"{what}: exit status {cost.status}: {last_line(cost)}")
                break
            idle = idle or cost.wall
            rate = f"{count / (cost.wall - idle):,.0f}" if cost.wall > idle else ""
            _print(f"{what}, lines: {count:,}", cost, rate)
        else:
            print(f"  {last_line(cost)[:120]}")
    if RIPGREP.is_there:
        _peer(log, lines)


def _print(what: str, cost: Cost, rate: str) -> None:
    memory = cost.memory / _MEGABYTE
    print(f"{what:{_WIDTH}}{cost.wall:10.2f}{cost.cpu:10.2f}{rate:>10}{memory:10.0f}{cost.lines:10,}", flush=True)


def _head(log: Path, count: int) -> Path:
    """The first lines of a log, as a file."""
    head = log.with_name(f"{count}.log")
    with log.open("rb") as lines:
        head.write_bytes(b"".join(islice(lines, count)))
    return head


def _peer(log: Path, lines: int) -> None:
    cost = run(["rg", "--no-config", "--count", "--text", "-F", "-f", str(literals_of(log)), str(log)])
    _print("rg --count, the longest literal of each", cost, f"{lines / cost.wall:,.0f}")
    print(f"  {last_line(cost)} lines hold one")


def write_log(file: Path, templates: Sequence[Template], count: int) -> None:
    """Write the log: always the same lines, the first of them whatever the count."""
    with file.open("w", encoding="utf-8", errors="replace") as log:
        log.writelines(f"{line}\n" for line in islice(lines_of(templates), count))


def lines_of(templates: Sequence[Template]) -> Iterator[str]:
    """A log without end."""
    chosen = random.Random(SEED)  # noqa: S311 - once and for all
    familiar = chosen.sample(templates, min(_FAMILIAR, len(templates)))
    kept: list[str] = []
    moment = _BEGAN
    while True:
        moment += timedelta(milliseconds=chosen.randrange(2_000))
        lot = chosen.random()
        if kept and _RENDERED <= lot < _REPEATED:
            yield chosen.choice(kept)
            continue
        if lot < _RENDERED:
            place, statement = chosen.choice(familiar if chosen.random() < _OF_FAMILIAR else templates)
            text = " ".join(render(statement.pieces, chosen).split())
            level = statement.level or "info"
            at = f"{place.path.rpartition('/')[2]}:{statement.range.line + 1}"
        else:
            text, level, at = unknown(chosen), "info", "nobody.go:7"
        line = chosen.choice(_HEADERS)(moment, level, text, at)
        if len(kept) < _KEPT:
            kept.append(line)
        else:
            kept[chosen.randrange(_KEPT)] = line
        yield line


def _plain(moment: datetime, level: str, text: str, _: str) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S},{moment.microsecond // 1000:03} {level.upper()} {text}"


def _klog(moment: datetime, level: str, text: str, at: str) -> str:
    return f"{level[:1].upper()}{moment:%m%d %H:%M:%S.%f} 1 {at}] {text}"


def _logfmt(moment: datetime, level: str, text: str, _: str) -> str:
    return f"ts={moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z level={level} msg={json.dumps(text)}"


def _json(moment: datetime, level: str, text: str, _: str) -> str:
    return json.dumps({"level": level, "ts": f"{moment:%Y-%m-%dT%H:%M:%S.%fZ}", "msg": text})


def _syslog(moment: datetime, _: str, text: str, __: str) -> str:
    return f"{moment:%b %d %H:%M:%S} host program[812]: {text}"


_HEADERS: tuple[Callable[[datetime, str, str, str], str], ...] = (_plain, _klog, _logfmt, _json, _syslog)


if __name__ == "__main__":
    sys.exit(main())
