"""The shortest way from one definition to another, searched from both ends.

From the start its calls are followed, from the end its callers; the side with fewer ends goes on. Edges that are
guesses are longer than those that are sure, so that a sure way is preferred. Time and breadth are bounded, and said.
"""

from __future__ import annotations

import heapq
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from codelens.query.graph.calling import calls_of
from codelens.query.graph.code import CALLABLE, TYPES
from codelens.query.graph.values import flows, mentions, uses_of, values_of
from codelens.query.matches import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.filters import Filters
    from codelens.query.graph.code import Symbol
    from codelens.query.graph.graph import Graph

_SECONDS = 8.0
_SECONDS_ALONE = 2.0  # for one side after the other was followed to its end
_MOST_NODES = 6_000
_MOST_BELOW = 40  # implementations of one method that are followed
_MOST_CALLERS = 300  # of one definition
_FARTHEST = 40.0
_COSTS = {Confidence.RESOLVED: 1.0, Confidence.SYNTAX: 1.5, Confidence.HEURISTIC: 4.0}
_TEST = "test"


@dataclass(frozen=True, slots=True)
class Step:
    """An edge of a way.

    Args:
        target: Where it leads.
        edge: How, in a word or two.
        cost: How long it is.
        confidence: How sure.
    """

    target: Symbol
    edge: str
    cost: float
    confidence: Confidence


@dataclass(slots=True)
class Side:
    """What was reached from one end.

    Args:
        distance: Of each definition.
        before: The definition from which it was reached, and by which edge.
        waiting: What is to be followed, the nearest first.
        followed: The definitions whose edges were read.
    """

    distance: dict[Symbol, float] = field(default_factory=dict)
    before: dict[Symbol, tuple[Symbol, Step]] = field(default_factory=dict)
    waiting: list[tuple[float, int, Symbol]] = field(default_factory=list)
    followed: set[Symbol] = field(default_factory=set)
    count: int = 0

    def reach(self, symbol: Symbol, distance: float, before: tuple[Symbol, Step] | None) -> bool:
        """Note that a definition is reached, unless it was on a shorter way."""
        if distance >= self.distance.get(symbol, _FARTHEST):
            return False
        self.distance[symbol] = distance
        if before is not None:
            self.before[symbol] = before
        self.count += 1
        heapq.heappush(self.waiting, (distance, self.count, symbol))
        return True

    def next(self) -> Symbol | None:
        """The nearest definition that was not followed yet."""
        while self.waiting:
            distance, _, symbol = heapq.heappop(self.waiting)
            if symbol not in self.followed and distance <= self.distance[symbol]:
                self.followed.add(symbol)
                return symbol
        return None

    @property
    def nearest(self) -> float:
        """How far the nearest definition that was not followed is; 0 when all were, and the other side goes on."""
        return self.waiting[0][0] if self.waiting else 0


class PathSearch:
    """One search between two sets of definitions."""

    def __init__(self, graph: Graph, starts: Sequence[Symbol], ends: Sequence[Symbol], filters: Filters) -> None:
        self.graph = graph
        self.filters = filters
        self.starts, self.ends = set(starts), set(ends)
        self.forward, self.backward = Side(), Side()
        self.best = _FARTHEST
        self.meeting: Symbol | None = None
        self.stopped = False
        self._alone = False
        self._tests = any(_TEST in each.file.row.classes for each in (*starts, *ends))
        for each in starts:
            self.forward.reach(each, 0, None)
        for each in ends:
            self.backward.reach(each, 0, None)

    def run(self) -> list[Step]:
        """The steps from a start to an end; none when no way was found."""
        until = time.monotonic() + _SECONDS
        for each in self.starts & self.ends:
            self.best, self.meeting = 0.0, each
        forward, backward = self.forward, self.backward
        while (forward.waiting or backward.waiting) and forward.nearest + backward.nearest < self.best:
            now = time.monotonic()
            if not (forward.waiting and backward.waiting):
                until = min(until, now + _SECONDS_ALONE) if not self._alone else until
                self._alone = True
            if now > until or len(forward.distance) + len(backward.distance) > _MOST_NODES:
                self.stopped = True
                break
            ahead = not backward.waiting or 0 < len(forward.waiting) <= len(backward.waiting)
            self._follow(forward if ahead else backward, ahead=ahead)
        return self._steps()

    def _follow(self, side: Side, *, ahead: bool) -> None:
        symbol = side.next()
        if symbol is None:
            return
        other = self.backward if ahead else self.forward
        for step in self._edges_from(symbol) if ahead else self._edges_to(symbol):
            if not self._allows(step.target):
                continue
            distance = side.distance[symbol] + step.cost
            if side.reach(step.target, distance, (symbol, step)):
                whole = distance + other.distance.get(step.target, _FARTHEST)
                if whole < self.best:
                    self.best, self.meeting = whole, step.target

    def _allows(self, symbol: Symbol) -> bool:
        if symbol in self.ends or symbol in self.starts:
            return True
        return (self._tests or _TEST not in symbol.file.row.classes) and self.filters.allows_file(symbol.file.row)

    # --- edges -----------------------------------------------------------------------------------------------------

    def _edges_from(self, symbol: Symbol) -> Iterator[Step]:
        kind = symbol.definition.kind
        if kind in CALLABLE or kind in {"variable", "constant"}:
            yield from self._calls(symbol)
        if kind == "method":
            below = self.graph.overriding(symbol)
            for each in below[:_MOST_BELOW]:
                yield Step(each, "implemented by", 1 + len(below) / 10, Confidence.SYNTAX)
        if kind in {"field", "variable"}:
            for function, edge in values_of(self.graph, symbol):
                if function != symbol:
                    yield Step(function, edge, 1.5, Confidence.HEURISTIC)
        if kind in TYPES:
            for each in self.graph.code.members(symbol):
                if each.definition.name in self.graph.code.relations(symbol.file).constructors:
                    yield Step(each, "is made by", 1, Confidence.RESOLVED)

    def _calls(self, symbol: Symbol) -> Iterator[Step]:
        for call in self.graph.calls_in(symbol):
            for target in call.targets[:_MOST_BELOW]:
                yield Step(target, "calls", _COSTS[call.confidence], call.confidence)
        for offset, kind, name in self.graph.code.uses(symbol.file).between(*self.graph.code.span(symbol)):
            if kind == "name" and self._is_function(name):
                for target in self.graph.resolver.value(self.graph.code.site(symbol.file, offset, name)).symbols:
                    if target != symbol:
                        yield Step(target, "refers to", 2.5, Confidence.HEURISTIC)

    def _is_function(self, name: str) -> bool:
        return any(each.definition.kind in CALLABLE for each in self.graph.code.named(name))

    def _edges_to(self, symbol: Symbol) -> Iterator[Step]:
        """The edges that lead to a definition; the target of each is where it comes from."""
        kind = symbol.definition.kind
        if kind not in CALLABLE | TYPES:
            for around in uses_of(self.graph, symbol):
                yield Step(around, "refers to", 2.5, Confidence.HEURISTIC)
            return
        calls = calls_of(self.graph, [symbol], _MOST_CALLERS, seconds=1.0)
        for caller in calls.callers:
            around_call = caller.site.around
            if around_call is not None and not caller.through:
                yield Step(around_call, "calls", _COSTS[caller.confidence], caller.confidence)
        if kind in CALLABLE:
            yield from self._edges_to_function(symbol)

    def _edges_to_function(self, symbol: Symbol) -> Iterator[Step]:
        for above in self.graph.overridden(symbol):
            yield Step(above, "implemented by", 1.5, Confidence.SYNTAX)
        for flow in flows(self.graph, symbol):
            yield Step(flow.caller, f"through {flow.through}", 2.5, Confidence.HEURISTIC)
        for site in mentions(self.graph, symbol):
            if site.around is not None:
                yield Step(site.around, "refers to", 2.5, Confidence.HEURISTIC)

    # --- the way ---------------------------------------------------------------------------------------------------

    def _steps(self) -> list[Step]:
        if self.meeting is None:
            return []
        steps: list[Step] = []
        at = self.meeting
        while at in self.forward.before:
            before, step = self.forward.before[at]
            steps.append(replace(step, target=at))
            at = before
        steps.append(Step(at, "", 0, Confidence.RESOLVED))
        steps.reverse()
        at = self.meeting
        while at in self.backward.before:
            after, step = self.backward.before[at]
            steps.append(replace(step, target=after))
            at = after
        return steps
