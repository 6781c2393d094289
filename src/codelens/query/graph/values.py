"""Functions that are not called where they are named: kept in a field, given to a parameter, and called from there.

It is read of the text: ``field: function``, ``x.field = function``, the i-th argument of a call for the i-th parameter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.query.graph.calling import calls_of
from codelens.query.graph.code import CALLABLE, Symbol, package_of
from codelens.query.graph.expressions import in_brackets, parts_of, qualifiers, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.query.graph.code import Site
    from codelens.query.graph.graph import Graph
    from codelens.query.reading import IndexedFile

_LONGEST = 4_000  # bytes of arguments, or of a header
_MOST_SITES = 60  # uses of one name that are looked at
_MOST_FILES = 30
_GIVEN = re.compile(r"\s*(?::=|:|=)(?!=)\s*&?([\w$]+(?:\s*(?:\.|->|::)\s*[\w$]+)*)\s*([,;}\n)(]|$)")
_KEPT = re.compile(r"([\w$]+)\s*(?::=|:|=)\s*&?(?:[\w$]+\s*(?:\.|->|::)\s*)*$")
_VALUES = frozenset({"field", "variable", "constant"})


@dataclass(frozen=True, slots=True)
class Flow:
    """Where a function that is named goes.

    Args:
        caller: What calls it there.
        through: The field or the parameter by which it is called.
    """

    caller: Symbol
    through: str


def mentions(graph: Graph, symbol: Symbol) -> Iterator[Site]:
    """The places that name a function without calling it, in files of its package or that import it."""
    count = 0
    for file, offsets in graph.code.sites(symbol.definition.name, ("name",)):
        near = package_of(file) == symbol.package or file.shard is symbol.file.shard
        if not near or graph.code.family(file) != graph.code.family(symbol.file):
            continue
        for offset in offsets:
            count += 1
            if count > _MOST_SITES:
                return
            site = graph.code.site(file, offset, symbol.definition.name)
            if site.around is not None and symbol in graph.resolver.value(site).symbols:
                yield site


def uses_of(graph: Graph, holder: Symbol) -> Iterator[Symbol]:
    """The definitions that name a variable, in its package or in one that imports it."""
    for count, (file, offsets) in enumerate(graph.code.sites(holder.definition.name, ("name",))):
        if count == _MOST_SITES:
            return
        if package_of(file) != holder.package and not graph.resolver.imports.reach(file, holder.file.row):
            continue
        for offset in offsets:
            around = graph.code.site(file, offset, holder.definition.name).around
            if around is not None and around != holder:
                yield around


def flows(graph: Graph, symbol: Symbol) -> Iterator[Flow]:
    """Where a function that is named somewhere is called under another name."""
    for site in mentions(graph, symbol):
        yield from _flows_from(graph, site)


def _flows_from(graph: Graph, site: Site) -> Iterator[Flow]:
    field = _kept_in(graph, site.file, site.offset)
    if field:
        yield from _calls_of_field(graph, field, site.file)
        return
    for function, parameter in _parameters_given(graph, site):
        body = _body(graph, function)
        if re.search(rf"(?<![\w$.]){re.escape(parameter)}\s*\(", body):
            yield Flow(function, parameter)
        for other in re.finditer(rf"(?<![\w$.]){re.escape(parameter)}(?![\w$(])", body):
            start, _ = graph.code.span(function)
            kept = _kept_in(graph, function.file, start + len(body[: other.start()].encode()))
            if kept:
                yield from _calls_of_field(graph, kept, function.file)


def _kept_in(graph: Graph, file: IndexedFile, offset: int) -> str:
    """The name of the field that a value at a place is given to, or ""."""
    text = graph.code.text(file)[max(0, offset - 200) : offset].decode("utf-8", "replace")
    found = _KEPT.search(text.rpartition("\n")[2])
    return found[1] if found else ""


def _calls_of_field(graph: Graph, name: str, near: IndexedFile) -> Iterator[Flow]:
    """What calls a field of a name, in the package that fills it in or in that of the field."""
    packages = {package_of(near)} | {
        each.package
        for each in graph.code.named(name)
        if each.definition.kind in _VALUES and graph.resolver.imports.reach(near, each.file.row)
    }
    for file, offsets in graph.code.sites(name, ("call",)):
        if package_of(file) not in packages:
            continue
        for offset in offsets:
            around = graph.code.site(file, offset, name).around
            if around is not None and qualifiers(graph.code.text(file), offset):
                yield Flow(around, name)


def _parameters_given(graph: Graph, site: Site) -> Iterator[tuple[Symbol, str]]:
    """The functions that a value is an argument of, with the names of the parameters that it is for."""
    if site.around is None:
        return
    start, end = graph.code.span(site.around)
    for offset, kind, name in reversed(graph.code.uses(site.file).between(start, site.offset)):
        if kind != "call" or site.offset - offset > _LONGEST:
            continue
        text = graph.code.text(site.file)[offset + len(name.encode()) : min(end, offset + _LONGEST)]
        arguments, after = in_brackets(text.decode("utf-8", "replace"), 0)
        if offset + len(name.encode()) + after <= site.offset or not arguments:
            continue
        before = text[1 : site.offset - offset - len(name.encode())].decode("utf-8", "replace")
        index = len(parts_of(before + "x")) - 1
        for function in graph.resolver.call(graph.code.site(site.file, offset, name)).symbols[:4]:
            parameter = _parameter(graph, function, index)
            if parameter and function.definition.kind in CALLABLE:
                yield function, parameter
        return


def _body(graph: Graph, symbol: Symbol) -> str:
    start, end = graph.code.span(symbol)
    return graph.code.text(symbol.file)[start:end].decode("utf-8", "replace")


def _parameter(graph: Graph, function: Symbol, index: int) -> str:
    """The name of a function's parameter; by how languages put it, the first or the last word of it."""
    start = graph.code.name_offset(function) + len(function.definition.name.encode())
    header = graph.code.text(function.file)[start : start + _LONGEST].decode("utf-8", "replace")
    inner, _ = in_brackets(header, header.find("(")) if "(" in header else ("", 0)
    parameters = parts_of(inner)
    if index >= len(parameters):
        return ""
    body = _body(graph, function).partition(inner)[2]
    parameter = parameters[index]
    pointer = re.search(r"\(\s*\*\s*([\w$]+)\s*\)", parameter)
    if pointer:
        return pointer[1]
    used = [word for word in words(parameter) if re.search(rf"(?<![\w$.]){re.escape(word)}(?![\w$])", body)]
    return used[0] if used else ""


def values_of(graph: Graph, holder: Symbol) -> Iterator[tuple[Symbol, str]]:
    """The functions that a field or a variable may hold: each with how it gets there."""
    name = holder.definition.name
    files = 0
    for file, offsets in graph.code.sites(name, ("name",)):
        if package_of(file) != holder.package and not graph.resolver.imports.reach(file, holder.file.row):
            continue
        files += 1
        if files > _MOST_FILES:
            return
        for offset in offsets:
            yield from _given_at(graph, file, offset, name)


def _given_at(graph: Graph, file: IndexedFile, offset: int, name: str) -> Iterator[tuple[Symbol, str]]:
    text = graph.code.text(file)
    after = text[offset + len(name.encode()) : offset + 300].decode("utf-8", "replace")
    given = _GIVEN.match(after)
    if given is None:
        return
    last = words(given[1])[-1] if words(given[1]) else ""
    around = graph.code.site(file, offset, name).around
    if given[2] == "(":  # a function written there, whose calls are those of the definition around it
        if around is not None and not graph.code.named(last):
            yield around, "is set in"
        return
    at = offset + len(name.encode()) + len(after[: given.start(1) + given[1].rfind(last)].encode())
    site = graph.code.site(file, at, last)
    for function in graph.resolver.value(site).symbols:
        yield function, "is set to"
    if around is not None and around.definition.kind in CALLABLE:
        yield from _given_to_parameter(graph, around, last)


def _given_to_parameter(graph: Graph, function: Symbol, parameter: str) -> Iterator[tuple[Symbol, str]]:
    """The functions that are given to a parameter where a function is called."""
    header = graph.code.text(function.file)[graph.code.name_offset(function) :][:_LONGEST].decode("utf-8", "replace")
    inner, _ = in_brackets(header, header.find("(")) if "(" in header else ("", 0)
    index = next((at for at, part in enumerate(parts_of(inner)) if parameter in words(part)), None)
    if index is None:
        return
    for caller in calls_of(graph, [function], _MOST_SITES, seconds=0.5).callers:
        site = caller.site
        start = site.offset + len(site.name.encode())
        text = graph.code.text(site.file)[start : start + _LONGEST].decode("utf-8", "replace")
        arguments, _ = in_brackets(text, 0)
        parts = parts_of(arguments)
        if index >= len(parts) or not words(parts[index]):
            continue
        last = words(parts[index])[-1]
        found = re.search(rf"(?<![\w$]){re.escape(last)}(?![\w$])", text[text.find(parts[index]) :])
        if found is None:
            continue
        at = start + len(text[: text.find(parts[index]) + found.start()].encode())
        for value in graph.resolver.value(graph.code.site(site.file, at, last)).symbols:
            yield value, "is set to"
