"""The way from one definition to another as an answer: its steps, or how far each end was followed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.query.graph.code import BODIES, CALLABLE
from codelens.query.graph.naming import elsewhere
from codelens.query.graph.paths import PathSearch
from codelens.query.matches import Confidence, Link
from codelens.query.shards import answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.filters import Filters
    from codelens.query.graph.code import Symbol
    from codelens.query.graph.graph import Graph
    from codelens.query.graph.paths import Side, Step
    from codelens.query.matches import Answer
    from codelens.query.names.pattern import NamePattern

_LONGEST_CHAIN = 7  # names, in a note
_MOST_CHAINS = 4


def call_path(graph: Graph, start: NamePattern, end: NamePattern, filters: Filters, limit: int = 1_000) -> Answer:
    """The shortest way by which one definition leads to another.

    Args:
        graph: To ask.
        start: Where it begins.
        end: Where it ends.
        filters: What the files between must be.
        limit: How many matches at the most.
    """
    starts, ends = (_ends(graph, name) for name in (start, end))
    for name, there in ((start, starts), (end, ends)):
        if not there:
            return elsewhere(graph, name, limit)
    search = PathSearch(graph, starts, ends, filters)
    steps = search.run()
    notes = graph.code.blobs.notes()
    if not steps:
        notes = [*_not_found(search, start, end), *notes]
        return answer(graph.shards, [], 0, truncated=search.stopped, notes=notes)
    unsure = [step for step in steps if step.confidence is Confidence.HEURISTIC]
    if unsure:
        notes.insert(0, _guesses(unsure, len(steps) - 1))
    matches = [graph.code.match(step.target, step.confidence) for step in steps]
    link: Link | None = None
    for step, match in reversed(list(zip(steps, matches, strict=True))):
        link = Link(match, step.edge, (link,) if link else ())
    found = answer(graph.shards, matches[:limit], len(matches), notes=notes)
    return replace(found, tree=(link,) if link else ())


def _ends(graph: Graph, name: NamePattern) -> list[Symbol]:
    """The definitions at one end: functions when there are any."""
    meant = graph.meant(name, BODIES)
    return [each for each in meant if each.definition.kind in CALLABLE] or meant


def _not_found(search: PathSearch, start: NamePattern, end: NamePattern) -> Iterator[str]:
    forward, backward = len(search.forward.followed), len(search.backward.followed)
    if search.stopped:
        why = "and the search was cut short"
    elif not search.backward.waiting:
        why = f"and nothing else leads to {end.text}"
    else:
        why = f"and nothing else is called from {start.text}"
    yield (
        f"no way was found from {start.text} to {end.text}: {forward:,} definitions were followed from the first and "
        f"{backward:,} from the second, {why}; channels, queues, processes and remote calls are not followed"
    )
    for chain in _chains(search.backward):
        names = [each.symbol for each in chain]
        shown = names if len(names) <= _LONGEST_CHAIN else [names[0], "…", *names[1 - _LONGEST_CHAIN :]]
        yield f"{end.text} is reached by: {' -> '.join(shown)}"


def _chains(side: Side) -> list[list[Symbol]]:
    """What leads to the end: by each of its nearest callers the longest chain, first to last; the first few."""
    longest: dict[Symbol, list[Symbol]] = {}
    for symbol in sorted(side.followed, key=lambda each: each.order):
        chain = [symbol]
        while chain[-1] in side.before:
            chain.append(side.before[chain[-1]][0])
        if len(chain) > 1 and len(chain) > len(longest.get(chain[-2], ())):
            longest[chain[-2]] = chain
    return list(longest.values())[:_MOST_CHAINS]


def _guesses(unsure: Sequence[Step], steps: int) -> str:
    names = ", ".join(step.target.symbol for step in unsure)
    return f"guesses are {len(unsure)} of {steps} steps: to {names}"
