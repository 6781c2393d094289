"""What the identifier at a place of a file means: the definitions in the index, a local name, or a package."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.query.filters import ends_with
from codelens.query.graph.code import TYPES
from codelens.query.graph.expressions import qualifiers
from codelens.query.graph.local_names import declared_at, literal_owner
from codelens.query.graph.ordering import in_order
from codelens.query.graph.resolving import NOTHING, Resolved
from codelens.query.matches import Confidence
from codelens.query.names.candidates import encoded

if TYPE_CHECKING:
    from codelens.query.graph.code import Site, Symbol
    from codelens.query.graph.graph import Graph
    from codelens.query.reading import IndexedFile

_NAME = re.compile(r"[\w$]+")
_WORD = re.compile(rb"[\w$\x80-\xff]+")
_KEY = re.compile(rb"\s*:(?![:=])")
_LINE = 400  # bytes
_LONGEST = 20_000  # bytes before a place that its literal may have


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an identifier means.

    Args:
        site: Where it stands.
        kind: Of the reference; "" for a definition's own name, and for a word of a comment or a string.
        symbols: The definitions, the likeliest first; none when what it means is not indexed.
        confidence: How sure they are.
        local: The byte offset at which a local name is declared.
        package: What it stands for, of the name of an imported package.
        qualifier: The imported package by which it is reached, as written before it, or "".
    """

    site: Site
    kind: str
    symbols: tuple[Symbol, ...] = ()
    confidence: Confidence = Confidence.RESOLVED
    local: int | None = None
    package: str = ""
    qualifier: str = ""


def meaning_at(graph: Graph, file: IndexedFile, offset: int) -> Meaning | None:
    """What the identifier at a byte of a file means; None where none stands."""
    start, kind, name = _identifier(graph, file, offset)
    if not name:
        return None
    site = graph.code.site(file, start, name)
    own = [each for each in graph.code.symbols_of(file) if graph.code.name_offset(each) == start]
    if own:
        return Meaning(site, "", (own[0],))
    if kind == "import":
        return Meaning(site, kind, _imported(graph, site), package=name)
    if not kind:
        return Meaning(site, "", *_alone(graph, site))
    return _of_reference(graph, site, kind)


def _identifier(graph: Graph, file: IndexedFile, offset: int) -> tuple[int, str, str]:
    """The offset, the kind of reference and the name of what stands at a byte, or just before it."""
    places = graph.code.uses(file).places
    for start, kind, name in reversed(places[: bisect_right(places, (offset, "\uffff"))][-1:]):
        if offset <= start + len(encoded(name)):
            return start, kind, name
    text = graph.code.text(file)
    for found in _WORD.finditer(text, max(0, text.rfind(b"\n", 0, offset) + 1)):
        if found.start() > offset:
            break
        if offset <= found.end():
            return found.start(), "", found[0].decode("utf-8", "surrogateescape")
    return 0, "", ""


def _alone(graph: Graph, site: Site) -> tuple[tuple[Symbol, ...], Confidence]:
    """The one definition of a word of a comment, if there is one in the file's repository alone."""
    found = [each for each in graph.code.named(site.name) if each.file.shard is site.file.shard]
    near = [each for each in found if each.file.row.package == site.file.row.package] or found
    return (tuple(near), Confidence.HEURISTIC) if len(near) == 1 else ((), Confidence.HEURISTIC)


def _imported(graph: Graph, site: Site) -> tuple[Symbol, ...]:
    """The definition that an import names, where it names one rather than a package."""
    if not _NAME.fullmatch(site.name):
        return ()
    found = graph.resolver.name(site)
    if found.confidence is Confidence.RESOLVED and found.symbols:
        return found.symbols
    imports = graph.resolver.imports
    imported = imports.named(site.file, site.name)
    outer = [each for each in graph.code.named(site.name) if not each.definition.scope]
    return in_order(each for each in outer if imports.provide(imported, each))


def _of_reference(graph: Graph, site: Site, kind: str) -> Meaning:
    resolver = graph.resolver
    parts = qualifiers(graph.code.text(site.file), site.offset)
    if kind in ("type", "implementation"):
        found = resolver.types.meant(site.name, site.file, parts)
        if found:
            return Meaning(site, kind, tuple(found))
    if not parts and (bare := _of_bare(graph, site, kind)) is not None:
        return bare
    resolved = resolver.call(site) if kind == "call" else NOTHING
    if not resolved.symbols:  # a variable may be called, too
        resolved = resolver.name(site)
    package = "" if parts else _package(graph, site)
    if not resolved.symbols and package:
        return Meaning(site, kind, package=package)
    outer = parts[-1].name if len(parts) == 1 and not parts[0].called else ""
    qualifier = outer if outer and resolver.imports.named(site.file, outer) else ""
    return Meaning(site, kind, resolved.symbols, resolved.confidence, qualifier=qualifier)


def _of_bare(graph: Graph, site: Site, kind: str) -> Meaning | None:
    """What a name without a qualifier means, when it is a key of a literal, the object itself, or a local name."""
    text = graph.code.text(site.file)
    if kind == "name" and _KEY.match(text, site.offset + len(encoded(site.name))):
        keyed = _of_key(graph, site)
        if keyed.symbols:
            return Meaning(site, kind, keyed.symbols)
    if site.name in graph.code.relations(site.file).receivers:
        owner = graph.resolver.types.owner_around(site)
        return Meaning(site, kind, (owner,)) if owner else None
    local = _local(graph, site)
    if local is None or kind == "type":
        return None
    offset, sure = local
    if not sure and (found := graph.resolver.name(site)).symbols:
        return Meaning(site, kind, found.symbols, found.confidence)
    return Meaning(site, kind, local=offset, confidence=Confidence.SYNTAX if sure else Confidence.HEURISTIC)


def _of_key(graph: Graph, site: Site) -> Resolved:
    """The field that is given a value in the literal of a type."""
    before = graph.code.text(site.file)[max(0, site.offset - _LONGEST) : site.offset].decode("utf-8", "replace")
    owner = literal_owner(before, len(before))
    if not owner:
        return NOTHING
    imports, code, file = graph.resolver.imports, graph.code, site.file
    if len(owner) > 1:
        imported = imports.named(file, owner[0])
        types = [each for each in code.named(owner[-1]) if each.definition.kind in TYPES]
        found = [each for each in types if imports.provide(imported, each)]
    else:
        found = graph.resolver.types.named(owner, file)
    return Resolved(tuple(each for type_ in found for each in graph.resolver.types.members_of(type_, site.name)))


def _local(graph: Graph, site: Site) -> tuple[int, bool] | None:
    """Where the definitions around a place declare a name of their own, the innermost first."""
    text, line = graph.code.text(site.file), graph.code.range_at(site.file, site.offset, 0)
    weak = None
    if site.around is None:
        return _in_statement(text, site)
    for around in reversed(list(graph.code.symbols_of(site.file))):
        whole = around.definition.enclosing
        inside = (whole.line, whole.column) <= (line.line, line.column) < (whole.end_line, whole.end_column)
        if not inside or around.definition.kind in TYPES:
            continue
        start, end = graph.code.span(around)
        head = text[start : site.offset].decode("utf-8", "surrogateescape")
        body = head + text[site.offset : end].decode("utf-8", "surrogateescape")
        found = declared_at(body, site.name, len(head))
        if found is not None:
            place = start + len(body[: found[0]].encode("utf-8", "surrogateescape"))
            if found[1]:
                return place, True
            weak = weak or (place, False)
    return weak


def _in_statement(text: bytes, site: Site) -> tuple[int, bool] | None:
    """The same of what stands in no definition: between parentheses, as the parameters of a declaration do."""
    start = max(text.rfind(mark, 0, site.offset) for mark in (b";", b"}", b"\n\n")) + 1
    head = text[start : site.offset].decode("utf-8", "surrogateescape")
    body = head + text[site.offset : site.offset + _LINE].decode("utf-8", "surrogateescape")
    inside = head.count("(") > head.count(")") and not head[head.rfind("\n") + 1 :].lstrip().startswith("#")
    found = declared_at(body, site.name, len(head)) if inside else None
    return (start + len(body[: found[0]].encode("utf-8", "surrogateescape")), True) if found and found[1] else None


def _package(graph: Graph, site: Site) -> str:
    """The package that a name stands for in its file, or ""."""
    imported = graph.resolver.imports.named(site.file, site.name)
    if imported:
        return imported[0] if len(imported) == 1 else ""
    row = site.file.row
    own = site.name == row.package_name or ends_with(row.package, site.name)
    return row.package if own and site.around is None else ""
