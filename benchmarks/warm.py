"""Questions put to an index in one process that stays, as the terminal app and a server do."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkout import SEED
from measuring import clock, percentile

from codelens.query.blobs import Blobs
from codelens.query.filters import Filters
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import parse_name
from codelens.query.references import references
from codelens.query.search import search
from codelens.query.session import Session
from codelens.query.shards import open_shards
from codelens.query.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkout import Checkout

    from codelens.index.shard import Shard
    from codelens.locations import Home

NAMES = 300
LITERALS = 20
LIMIT = 50
_NAME = re.compile(r"[A-Za-z_]\w+")
_LITERAL = re.compile(rb'"([A-Za-z][ -!#-\[\]-~]{10,38}[A-Za-z])"')


@dataclass(frozen=True, slots=True)
class Timing:
    """How long questions of one kind took.

    Args:
        what: The kind.
        seconds: Of each question.
        hits: Of all of them.
    """

    what: str
    seconds: list[float]
    hits: int

    @property
    def p50(self) -> float:
        """Half of the questions took no longer."""
        return percentile(self.seconds, 0.5)

    @property
    def p95(self) -> float:
        """All but one in twenty took no longer."""
        return percentile(self.seconds, 0.95)


def sample_names(home: Home, repository: str, count: int = NAMES) -> list[str]:
    """Names of definitions, so chosen that one that is defined often is asked for often; always the same ones."""
    names = [
        definition.name
        for shard in open_shards(home, [repository])
        for segment in shard.segments
        for file in segment.files()
        for definition in segment.definitions(file)
        if _NAME.fullmatch(definition.name)
    ]
    names.sort()
    return random.Random(SEED).sample(names, min(count, len(names)))  # noqa: S311 - chosen once and for all


def sample_literals(checkout: Checkout, count: int = LITERALS) -> list[str]:
    """Texts of string literals with a space in them, as log lines and errors are; always the same ones."""
    chosen = random.Random(SEED)  # noqa: S311
    literals: list[str] = []
    paths = checkout.sources
    for path in chosen.sample(paths, len(paths)):
        found = [text for text in _LITERAL.findall((checkout.folder / path).read_bytes()) if b" " in text]
        if found:
            literals.append(chosen.choice(found).decode())
        if len(literals) == count:
            break
    return literals


def ask_names(home: Home, repositories: Sequence[str], names: Sequence[str]) -> list[Timing]:
    """Definitions, references and prefixes of some names, each kind over shards that are freshly opened."""
    blobs = Blobs()
    questions: dict[str, Callable[[list[Shard], str], int]] = {
        "definitions": lambda shards, name: where_defined(shards, parse_name(name), Filters(), LIMIT).total,
        "references": lambda shards, name: references(shards, parse_name(name), Filters(), LIMIT, blobs).total,
        "prefix": lambda shards, name: where_defined(shards, parse_name(_prefix(name)), Filters(), LIMIT).total,
    }
    timings = []
    for what, question in questions.items():
        shards = open_shards(home, repositories)
        question(shards, names[0])
        timings.append(_time(what, [lambda name=name: question(shards, name) for name in names]))  # type: ignore[misc] # noqa: B023
    blobs.close()
    return timings


def ask_texts(home: Home, repository: str, literals: Sequence[str]) -> Timing:
    """The lines that hold each literal."""
    session = Session(home, [repository])

    def ask(literal: str) -> int:
        text = f'"{literal}" case:yes'
        return search(session, parse(text), text, Filters(), LIMIT).total

    ask(literals[0])
    timing = _time("text", [lambda literal=literal: ask(literal) for literal in literals])  # type: ignore[misc]
    session.close()
    return timing


def _prefix(name: str) -> str:
    return f"{name[: max(4, len(name) * 2 // 3)]}*"


def _time(what: str, calls: Sequence[Callable[[], int]]) -> Timing:
    clocked = [clock(call) for call in calls]
    return Timing(what, [seconds for seconds, _ in clocked], sum(hits for _, hits in clocked))
