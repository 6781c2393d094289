"""Who calls a name and what it calls, as matches and as a tree of the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.query.graph.calling import calls_meant, calls_of
from codelens.query.graph.code import BODIES, CALLABLE, TYPES
from codelens.query.graph.naming import elsewhere, uncalled
from codelens.query.matches import Answer, Confidence, Link
from codelens.query.shards import answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.query.filters import Filters
    from codelens.query.graph.calling import Caller
    from codelens.query.graph.code import Symbol
    from codelens.query.graph.graph import Call, Graph
    from codelens.query.matches import Match
    from codelens.query.names.pattern import NamePattern

SHOWN_ABOVE = "shown above"
_BREADTH = 12  # links of one below the first level
MOST_LINKS = 400  # of one tree
_MOST_NAMED = 8  # names that are not indexed, in a note
_SECONDS_BELOW = 1.0  # for the callers of one caller


@dataclass(slots=True)
class Tree:
    """A tree that is being made.

    Args:
        graph: Of whom it is asked.
        filters: What a match must be.
        limit: How many matches at the most.
        depth: How many levels.
    """

    graph: Graph
    filters: Filters
    limit: int
    depth: int
    matches: list[Match]
    notes: list[str]
    total: int = 0
    truncated: bool = False
    links: int = 0

    def add(self, match: Match) -> None:
        """Add a match, or count it when there are enough."""
        self.total += 1
        if len(self.matches) < self.limit:
            self.matches.append(match)

    def allows(self, symbol: Symbol | None) -> bool:
        """Whether a definition passes the filters."""
        if symbol is None:
            return not self.filters.kinds
        return self.filters.allows_file(symbol.file.row) and self.filters.allows_kind(symbol.definition.kind)

    def answer(self, roots: Iterable[Link]) -> Answer:
        """What was found."""
        notes = [*self.notes, *self.graph.code.blobs.notes()]
        truncated = self.truncated or self.graph.truncated
        found = answer(self.graph.shards, self.matches, self.total, truncated=truncated, notes=notes)
        return replace(found, tree=tuple(roots))


# --- callers ---------------------------------------------------------------------------------------------------------


def callers(graph: Graph, name: NamePattern, filters: Filters, limit: int, depth: int) -> Answer:
    """Who calls a name: one match a call, and a tree with one link a caller.

    Args:
        graph: To ask.
        name: Of a function; with a qualifier only the calls that may mean that one are given.
        filters: What a caller must be.
        limit: How many matches at the most.
        depth: How many levels of callers.
    """
    tree = Tree(graph, filters, limit, depth, [], [])
    files = replace(filters, kinds=())
    calls = calls_meant(graph, name, limit if not filters.kinds else 100 * limit, tree.notes, files)
    tree.truncated = calls.truncated
    meant = graph.meant(name, CALLABLE | TYPES)
    if not calls.total:
        if not meant:
            return elsewhere(graph, name, limit)
        tree.notes += uncalled(graph, name)
        return tree.answer([Link(graph.code.match(meant[0]))])
    if not name.qualifiers and len({each.package for each in meant}) > 1:
        tree.notes.append(
            f"by the name alone, which {len(meant):,} definitions have; for one of them: {qualified(meant[0])}"
        )
    tree.total = calls.total - len(calls.callers)
    kept = [each for each in calls.callers if tree.allows(each.site.around)]
    links = _caller_links(tree, kept, 1, dict.fromkeys(meant))
    root = replace(Link(graph.code.match(meant[0])), links=tuple(links)) if meant else None
    return tree.answer([root] if root else links)


def qualified(symbol: Symbol) -> str:
    """A symbol with what tells it from others of its name, as it can be typed."""
    row = symbol.file.row
    if symbol.owner:
        return f"{symbol.owner}{row.separator}{symbol.definition.name}"
    package = row.package_name or row.package.replace("\\", "/").rpartition("/")[2]
    return f"{package}.{symbol.definition.name}" if package else symbol.definition.name


def _caller_links(tree: Tree, callers_: list[Caller], level: int, seen: dict[Symbol, None]) -> list[Link]:
    """A link a caller, its calls gathered; the levels below follow after all of this one."""
    code = tree.graph.code
    by_caller: dict[object, list[tuple[Caller, Match]]] = {}
    for each in callers_:
        match = each.site.match(code, "call", each.confidence)
        tree.add(match)
        by_caller.setdefault(each.site.around or each.site.file, []).append((each, match))
    links: list[Link] = []
    for number, found in enumerate(by_caller.values()):
        if (level > 1 and number == _BREADTH) or tree.links == MOST_LINKS:
            links[-1] = replace(links[-1], note=_more(links[-1].note, len(by_caller) - number))
            break
        tree.links += 1
        caller, match = found[0]
        note = f"{len(found)} calls" if len(found) > 1 else ""
        note = ", ".join(part for part in (note, f"through {caller.through}" if caller.through else "") if part)
        links.append(_with_callers(tree, Link(match, "called by", (), note), caller, level, seen))
    return links


def _with_callers(tree: Tree, link: Link, caller: Caller, level: int, seen: dict[Symbol, None]) -> Link:
    around = caller.site.around
    if level >= tree.depth or around is None or around.definition.kind not in CALLABLE:
        return link
    if around in seen:
        return replace(link, note=_joined(link.note, SHOWN_ABOVE))
    seen[around] = None
    above = calls_of(tree.graph, [around], MOST_LINKS, replace(tree.filters, kinds=()), _SECONDS_BELOW)
    tree.truncated = tree.truncated or above.truncated
    kept = [each for each in above.callers if tree.allows(each.site.around)]
    return replace(link, links=tuple(_caller_links(tree, kept, level + 1, seen)))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _more(note: str, count: int) -> str:
    return _joined(note, f"{count:,} more beside it")


# --- callees ---------------------------------------------------------------------------------------------------------


def callees(graph: Graph, name: NamePattern, filters: Filters, limit: int, depth: int) -> Answer:
    """What a definition calls, in the order of its text: one match a definition that is called.

    Args:
        graph: To ask.
        name: Of the definition; where several have the name, the likeliest is read.
        filters: What a callee must be.
        limit: How many matches at the most.
        depth: How many levels of callees.
    """
    tree = Tree(graph, filters, limit, depth, [], [])
    meant = graph.meant(name, BODIES)
    if not meant:
        return elsewhere(graph, name, limit)
    first = min(meant, key=lambda each: (each.definition.kind not in CALLABLE, meant.index(each)))
    others = [each for each in meant if each != first]
    if others:
        tree.notes.append(
            f"of {qualified(first)} ({first.file.row.path}); {len(others):,} more have the name, such as "
            + ", ".join(dict.fromkeys(f"{qualified(each)} ({each.file.row.path})" for each in others[:3]))
        )
    unknown: Counter[str] = Counter()
    links = _callee_links(tree, first, 1, {first: None}, unknown)
    if unknown:
        names = ", ".join(name for name, _ in unknown.most_common(_MOST_NAMED))
        more = f" and {len(unknown) - _MOST_NAMED:,} more" if len(unknown) > _MOST_NAMED else ""
        tree.notes.append(f"{sum(unknown.values()):,} calls lead out of the index or can't be told: {names}{more}")
    if not links and not unknown:
        tree.notes.append(f"{qualified(first)} calls nothing")
    return tree.answer([Link(graph.code.match(first), links=tuple(links))])


def _callee_links(tree: Tree, body: Symbol, level: int, seen: dict[Symbol, None], unknown: Counter[str]) -> list[Link]:
    first: dict[Symbol, Call] = {}
    for call in tree.graph.calls_in(body):
        if not call.targets:
            unknown[call.site.name] += 1
        elif tree.allows(call.targets[0]):
            first.setdefault(call.targets[0], call)
    links: list[Link] = []
    for number, (target, call) in enumerate(first.items()):
        match = tree.graph.code.match(target, call.confidence)
        tree.add(match)
        if (level > 1 and number >= _BREADTH) or tree.links >= MOST_LINKS:
            if not links or not links[-1].note.endswith("beside it"):
                links[-1:] = [replace(each, note=_more(each.note, len(first) - number)) for each in links[-1:]]
            continue
        tree.links += 1
        others = len(call.targets) - 1
        note = f"or {others} more of the name" if others and call.confidence is Confidence.HEURISTIC else ""
        links.append(_with_callees(tree, Link(match, "calls", (), note), target, level, seen, unknown))
    return links


def _with_callees(
    tree: Tree, link: Link, target: Symbol, level: int, seen: dict[Symbol, None], unknown: Counter[str]
) -> Link:
    if level >= tree.depth or target.definition.kind not in CALLABLE:
        return link
    if target in seen:
        return replace(link, note=_joined(link.note, SHOWN_ABOVE))
    seen[target] = None
    owner = next(iter(tree.graph.owners(target)), None)
    if owner is not None and owner.definition.kind == "interface":
        return replace(link, links=tuple(_implementation_links(tree, target, level, seen, unknown)))
    return replace(link, links=tuple(_callee_links(tree, target, level + 1, seen, unknown)))


def _implementation_links(
    tree: Tree, method: Symbol, level: int, seen: dict[Symbol, None], unknown: Counter[str]
) -> list[Link]:
    """What a call of an interface's method may run."""
    below = [each for each in tree.graph.overriding(method) if tree.allows(each)]
    links = []
    for each in below[:_BREADTH]:
        match = tree.graph.code.match(each)
        tree.add(match)
        tree.links += 1
        link = Link(match, "implemented by")
        links.append(_with_callees(tree, link, each, level + 1, seen, unknown))
    if len(below) > _BREADTH:
        links[-1] = replace(links[-1], note=_more(links[-1].note, len(below) - _BREADTH))
    return links
