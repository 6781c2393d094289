"""What implements an interface or extends a type, as matches and as a tree of one level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.query.graph.code import TYPES
from codelens.query.graph.naming import elsewhere, others_named
from codelens.query.graph.trees import MOST_LINKS, Tree, qualified
from codelens.query.matches import Answer, Confidence, Link

if TYPE_CHECKING:
    from codelens.query.filters import Filters
    from codelens.query.graph.code import Symbol
    from codelens.query.graph.graph import Graph, Subtype
    from codelens.query.names.pattern import NamePattern

_SURE = (Confidence.RESOLVED, Confidence.SYNTAX, Confidence.HEURISTIC)


def implementers(graph: Graph, name: NamePattern, filters: Filters, limit: int) -> Answer:
    """The types that implement an interface or extend a type; of a method, the methods that a call of it may run.

    Args:
        graph: To ask.
        name: Of an interface, of another type, or of a method of one.
        filters: What a match must be; interfaces that extend it are given when they are asked for by kind.
        limit: How many matches at the most.
    """
    tree = Tree(graph, filters, limit, 1, [], [])
    languages = filters.languages
    meant = [each for each in graph.meant(name, TYPES) if not languages or each.file.row.language in languages]
    if not any(each.definition.name == name.base for each in meant) and (sayers := graph.sayers(name.base)):
        return _of_what_is_no_type(tree, name.base, sayers)
    if not meant:
        methods = [each for each in graph.meant(name, frozenset({"method", "rpc"})) if graph.owners(each)]
        return _method_implementers(tree, methods) if methods else elsewhere(graph, name, limit)
    chosen, notes = others_named(meant)
    tree.notes += notes
    first = chosen[0]
    found: dict[Symbol, Subtype] = {}
    for each in chosen:
        found.update((below.type, below) for below in graph.subtypes(each) if below.type not in found)
    _say_what(tree, first, found)
    is_asked = "interface" in filters.kinds or first.definition.kind != "interface"
    outer = [each for each in found if each.definition.kind == "interface" and not is_asked]
    if outer:
        tree.notes.append(f"{len(outer):,} interfaces extend it: {', '.join(each.symbol for each in outer[:5])}")
    links = []
    for type_, below in sorted(found.items(), key=_rank):
        if type_ in outer or not tree.allows(type_):
            continue
        match = graph.code.match(type_, below.confidence)
        tree.add(match)
        note = f"by {below.through}" if below.through else ""
        links.append(Link(match, _edge(first), (), note))
    return tree.answer([Link(graph.code.match(first), links=tuple(links[:MOST_LINKS]))])


def _of_what_is_no_type(tree: Tree, name: str, sayers: list[Symbol]) -> Answer:
    """The types that name something as what they implement which is not indexed, or is no type."""
    there = next(iter(tree.graph.code.named(name)), None)
    what = f"{there.symbol} is no type but a {there.definition.kind}" if there else f"{name} itself is not indexed"
    tree.notes.append(f"{what}; these types name it as what they implement")
    for each in sayers:
        if tree.allows(each):
            tree.add(tree.graph.code.match(each, Confidence.SYNTAX))
    return tree.answer([])


def _rank(found: tuple[Symbol, Subtype]) -> tuple[object, ...]:
    """Sure ones first, code before its tests, and what has the methods itself before what gets them by embedding."""
    type_, below = found
    return _SURE.index(below.confidence), type_.file.row.penalty, bool(below.through), type_.order


def _edge(above: Symbol) -> str:
    return "implemented by" if above.definition.kind == "interface" else "extended by"


def _say_what(tree: Tree, first: Symbol, found: dict[Symbol, Subtype]) -> None:
    graph, kind = tree.graph, first.definition.kind
    if kind != "interface":
        what = "embeds it" if graph.method_sets.by_methods(first.file) else "extends it"
        tree.notes.append(
            f"{first.symbol} is no interface but a {kind}; " + (f"what {what}:" if found else f"nothing {what}")
        )
        return
    if graph.method_sets.by_methods(first.file):
        missing = graph.method_sets.incomplete(first)
        if missing:
            tree.notes.append(f"{first.symbol} embeds {', '.join(missing)}, not indexed: its methods were not compared")
        if not graph.method_sets.of_interface(first):
            tree.notes.append(f"{first.symbol} has no methods that are indexed, so every type implements it")
            return
    if not found:
        tree.notes.append(f"nothing that is indexed implements {first.symbol}")


def _method_implementers(tree: Tree, methods: list[Symbol]) -> Answer:
    first = min(methods, key=lambda each: _is_concrete(tree, each))
    alike = [each for each in methods if each.symbol == first.symbol and not _is_concrete(tree, each)]
    links = []
    for each in sorted({below for one in alike or [first] for below in tree.graph.overriding(one)}, key=_order):
        if tree.allows(each):
            match = tree.graph.code.match(each, Confidence.RESOLVED)
            tree.add(match)
            links.append(Link(match, "implemented by"))
    if not links:
        tree.notes.append(f"nothing that is indexed implements {qualified(first)}")
    return tree.answer([Link(tree.graph.code.match(first), links=tuple(links[:MOST_LINKS]))])


def _is_concrete(tree: Tree, method: Symbol) -> bool:
    """Whether it belongs to no interface."""
    return all(owner.definition.kind != "interface" for owner in tree.graph.owners(method))


def _order(method: Symbol) -> tuple[object, ...]:
    return method.order
