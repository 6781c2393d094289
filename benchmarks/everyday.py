"""Whether everyday questions are answered: each is put to the command line as one would type it.

    python benchmarks/everyday.py [--home FOLDER] [--questions FILE] [--all]

A question counts when its place is among the first five of the answer, of a recipe of any of its steps: the line, or
the definition that the line stands in. Printed are the share by kind, and each miss with what it waits for. Questions
about repositories that are not indexed are counted apart.
"""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import yaml
from measuring import CODELENS, environment

from codelens.errors import CodelensError
from codelens.locations import home
from codelens.query.shards import open_shards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.locations import Home

QUESTIONS = Path(__file__).with_name("everyday.yaml")
RECALL = 5
WANTED = 0.85
_SEPARATORS = re.compile(r"::|->|[./#\\$]")


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """The place that answers a question; line 0 where only the file is known."""

    repository: str
    path: str
    line: int
    symbol: str


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question as ``everyday.yaml`` explains it."""

    id: str
    kind: str
    ask: str
    answer: Answer
    waits: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of a question.

    Args:
        question: The question.
        rank: Of its place, in the step of a recipe where it stands highest; 0 when it is nowhere.
        said: The last line on standard error, for one that has no answer.
    """

    question: Question
    rank: int
    said: str

    @property
    def is_answered(self) -> bool:
        """Whether the place is among the first."""
        return 0 < self.rank <= RECALL


def main() -> None:
    """Ask, and print what became of it."""
    parser = argparse.ArgumentParser(description="Everyday questions, put to the command line.")
    parser.add_argument("--home", metavar="FOLDER", help="where the indexes are (or CODELENS_HOME)")
    parser.add_argument("--questions", metavar="FILE", type=Path, default=QUESTIONS, help="the questions")
    parser.add_argument("--all", action="store_true", help="print the questions that are answered, too")
    asked = parser.parse_args()
    ask_all(home(asked.home), asked.questions, everything=asked.all)


def ask_all(where: Home, file: Path = QUESTIONS, *, everything: bool = False) -> None:
    """Ask every question whose repository is indexed, and print what became of them."""
    questions = msgspec.convert(yaml.safe_load(file.read_text()), list[Question])
    try:
        indexed = {shard.name for shard in open_shards(where)}
    except CodelensError as error:
        print(f"everyday: {error}")
        return
    there = [each for each in questions if each.answer.repository in indexed]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda question: _ask(question, where), there))
    _print(outcomes, len(questions) - len(there), everything=everything)


def _ask(question: Question, where: Home) -> Outcome:
    command = [*CODELENS, *shlex.split(question.ask), "--json", "--home", str(where.folder)]
    done = subprocess.run(command, check=False, capture_output=True, env=environment(), timeout=300)
    ranks: dict[str, int] = defaultdict(int)
    best = 0
    for line in done.stdout.splitlines():
        match = msgspec.json.decode(line)
        if "path" not in match:
            continue
        step = str(match.get("step", ""))
        ranks[step] += 1
        if _is_at(match, question.answer) and (best == 0 or ranks[step] < best):
            best = ranks[step]
    said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return Outcome(question, best, said)


def _is_at(match: dict[str, object], answer: Answer) -> bool:
    if (match["repository"], match["path"]) != (answer.repository, answer.path):
        return False
    if not answer.line or match["line"] == answer.line:
        return True
    named = _SEPARATORS.split(str(match["symbol"]))[-1] == _SEPARATORS.split(answer.symbol)[-1]
    return named and int(str(match["line"])) <= answer.line <= int(str(match["end_line"]))


def _print(outcomes: Sequence[Outcome], absent: int, *, everything: bool) -> None:
    reachable = [each for each in outcomes if not each.question.waits]
    print(f"\n{len(outcomes)} everyday questions; {absent} more ask repositories that are not indexed")
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        by_kind[each.question.kind.partition(" (")[0]].append(each)
    for kind, some in sorted(by_kind.items()):
        print(f"  {kind:24}{sum(each.is_answered for each in some):4} of {len(some)} in the first {RECALL}")
    for name, some in (("all", outcomes), ("reachable by symbols and text", reachable)):
        share = sum(each.is_answered for each in some) / max(1, len(some))
        print(f"  {name}: {share:.3f} of {len(some)}" + (f" (wanted: {WANTED})" if some is reachable else ""))
    for each in outcomes:
        if everything or not each.is_answered:
            _print_one(each)


def _print_one(outcome: Outcome) -> None:
    question = outcome.question
    found = f"rank {outcome.rank}" if outcome.rank else f"not found ({outcome.said[:100]})"
    print(f"  {question.id:6}{question.ask}: {found}")
    print(
        f"        {question.answer.repository} {question.answer.path}:{question.answer.line} {question.answer.symbol}"
    )
    if question.waits:
        print(f"        waits: {question.waits}")


if __name__ == "__main__":
    main()
