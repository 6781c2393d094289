"""A graph over the definitions of some shards: what calls, what is called, what implements.

Edges are found when they are asked for. A definition that is meant is chosen here too, by the order of where-defined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.query.filters import Filters, ends_with
from codelens.query.graph.code import CALLABLE, TYPES, Code, Symbol
from codelens.query.graph.expressions import qualifiers
from codelens.query.graph.method_sets import MethodSets
from codelens.query.graph.resolving import Resolver
from codelens.query.matches import Confidence
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import ends_with_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.shard import Shard
    from codelens.query.blobs import Blobs
    from codelens.query.graph.code import Site
    from codelens.query.matches import Match
    from codelens.query.names.pattern import NamePattern

_MOST_SUBTYPES = 5_000
_MOST_MEANT = 200  # definitions that one name stands for


@dataclass(frozen=True, slots=True)
class Call:
    """A call, and what it calls.

    Args:
        site: Where it stands.
        targets: What it may call, the most likely first; none when that is not indexed.
        confidence: How sure the targets are.
    """

    site: Site
    targets: tuple[Symbol, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Subtype:
    """A type that implements, extends or embeds another.

    Args:
        type: It.
        confidence: How sure that is.
        through: The type between the two, or "".
    """

    type: Symbol
    confidence: Confidence
    through: str = ""


class Graph:
    """The edges between definitions."""

    def __init__(self, shards: Sequence[Shard], blobs: Blobs) -> None:
        self.shards = shards
        self.code = Code(shards, blobs)
        self.resolver = Resolver(self.code)
        self.method_sets = MethodSets(self.code, self.resolver)
        self.truncated = False
        self._subtypes: dict[Symbol, list[Subtype]] = {}
        self._supertypes: dict[Symbol, list[Symbol]] = {}

    def meant(self, pattern: NamePattern, kinds: frozenset[str]) -> list[Symbol]:
        """The definitions that a name means, the most likely first."""
        known = {kind for shard in self.shards for kind in shard.manifest.kinds}
        filters = Filters(kinds=tuple(sorted(kinds & known)))
        matches = where_defined(self.shards, pattern, filters, _MOST_MEANT).matches
        places = {_place(match): number for number, match in reversed(list(enumerate(matches)))}
        names = dict.fromkeys(match.name for match in matches if match.confidence is not Confidence.HEURISTIC)
        found = [
            (places[place], symbol)
            for name in names
            for symbol in self.code.named(name)
            if (place := self.place(symbol)) in places
        ]
        ordered = [symbol for _, symbol in sorted(found, key=lambda pair: pair[0])]
        return [each for each in ordered if _is_as_written(each, pattern)] or ordered

    @staticmethod
    def place(symbol: Symbol) -> tuple[object, ...]:
        """What tells a symbol from all others."""
        return symbol.file.shard.name, symbol.file.row.path, symbol.definition.range

    # --- calls -----------------------------------------------------------------------------------------------------

    def calls_in(self, symbol: Symbol) -> Iterator[Call]:
        """The calls in a definition's text, in order, those of the definitions within it among them."""
        for offset, kind, name in self.code.uses(symbol.file).between(*self.code.span(symbol)):
            if kind == "call":
                site = self.code.site(symbol.file, offset, name)
                found = self.resolver.call(site)
                yield Call(site, found.symbols, found.confidence)

    # --- types -----------------------------------------------------------------------------------------------------

    def subtypes(self, symbol: Symbol) -> list[Subtype]:
        """The types that implement, extend or embed a type, at once or through others; in a stable order."""
        if symbol not in self._subtypes:
            found: dict[Symbol, Subtype] = {}
            if symbol.definition.kind == "interface" and self.method_sets.by_methods(symbol.file):
                # What lacks some methods of the interface says nothing sure of who has them all.
                sure = Confidence.HEURISTIC if self.method_sets.incomplete(symbol) else Confidence.RESOLVED
                for each in self.method_sets.implementers(symbol):
                    found[each.type] = Subtype(each.type, sure, each.embedded)
                self.truncated = self.truncated or self.method_sets.truncated
            else:
                self._descend(symbol, found)
            self._subtypes[symbol] = sorted(found.values(), key=lambda each: each.type.order)
        return self._subtypes[symbol]

    def _descend(self, symbol: Symbol, found: dict[Symbol, Subtype]) -> None:
        waiting = [(symbol, "", Confidence.RESOLVED)]
        while waiting:
            above, through, sure = waiting.pop()
            for each, confidence in self.direct_subtypes(above):
                if each in found or each == symbol:
                    continue
                if len(found) == _MOST_SUBTYPES:
                    self.truncated = True
                    return
                weaker = confidence if sure is Confidence.RESOLVED else sure
                found[each] = Subtype(each, weaker, through)
                waiting.append((each, each.definition.name, weaker))

    def direct_subtypes(self, symbol: Symbol) -> Iterator[tuple[Symbol, Confidence]]:
        """The types that name a type as what they implement, extend or embed."""
        name = symbol.definition.name
        alone = len({each.package for each in self.code.named(name) if each.definition.kind in TYPES}) == 1
        for file, offsets in self.code.sites(name, ("implementation",)):
            if self.code.family(file) != self.code.family(symbol.file):
                continue
            text = self.code.text(file)
            for offset in offsets:
                around = self.resolver.types.implementer(file, offset, name)
                if around is None or around == symbol:
                    continue
                meant = self.resolver.types.meant(name, file, qualifiers(text, offset))
                if any(each.package == symbol.package for each in meant):
                    yield around, Confidence.RESOLVED
                elif not meant:
                    yield around, Confidence.SYNTAX if alone else Confidence.HEURISTIC

    def sayers(self, name: str) -> list[Symbol]:
        """The types that say that they implement something of this name, which need not be indexed, nor be a type."""
        found = {
            self.resolver.types.implementer(file, offset, name)
            for file, offsets in self.code.sites(name, ("implementation",))
            for offset in offsets
        }
        return sorted((each for each in found if each is not None), key=lambda each: each.order)

    def overriding(self, method: Symbol) -> list[Symbol]:
        """The methods that a call of a method may run instead of it: those of the types below its own."""
        found: dict[Symbol, None] = {}
        for owner in self.owners(method):
            if owner.definition.kind == "interface" and self.method_sets.by_methods(owner.file):
                for each in self.method_sets.implementers(owner):
                    own_method = each.methods.get(method.definition.name)
                    if own_method is not None:
                        found[own_method] = None
            elif not self.method_sets.by_methods(owner.file):
                for below in self.subtypes(owner):
                    for own in self.code.members(below.type):
                        if own.definition.name == method.definition.name:
                            found[own] = None
        found.pop(method, None)
        return sorted(found, key=lambda each: each.order)

    def overridden(self, method: Symbol) -> list[Symbol]:
        """The methods of interfaces and of types above that a call of may run this one."""
        found: list[Symbol] = []
        for other in self.code.named(method.definition.name):
            if other == method or other.definition.kind not in CALLABLE or not other.owner:
                continue
            if self.code.family(other.file) == self.code.family(method.file) and self._is_above(other, method):
                found.append(other)
        return found

    def _is_above(self, other: Symbol, method: Symbol) -> bool:
        for owner in self.owners(other):
            if self.method_sets.by_methods(owner.file):
                if owner.definition.kind == "interface" and self.method_sets.has_method(owner, method):
                    return True
            elif any(owner in self.supertypes(below) for below in self.owners(method)):
                return True
        return False

    def supertypes(self, symbol: Symbol) -> list[Symbol]:
        """The types that a type implements or extends by name, at once or through others."""
        if symbol not in self._supertypes:
            found: dict[Symbol, None] = {}
            waiting = [symbol]
            while waiting:
                for each in self.resolver.types.embedded(waiting.pop()):
                    if each not in found and each != symbol:
                        found[each] = None
                        waiting.append(each)
            self._supertypes[symbol] = list(found)
        return self._supertypes[symbol]

    def owners(self, member: Symbol) -> list[Symbol]:
        """The types that a member belongs to: one, but for copies within a package."""
        return [
            each
            for each in (self.code.named(member.owner) if member.owner else [])
            if each.definition.kind in TYPES and each.package == member.package
        ]


def _place(match: Match) -> tuple[object, ...]:
    return match.place.repository, match.place.path, match.range


def _is_as_written(symbol: Symbol, pattern: NamePattern) -> bool:
    """Whether the qualifiers are a symbol's scope or package in their own case too."""
    row, definition = symbol.file.row, symbol.definition
    if not pattern.qualifiers or ends_with_all(definition.scope, pattern.qualifiers):
        return True
    last = pattern.qualifiers[-1]
    return last in (row.package_name, *definition.scope[-1:]) or ends_with(row.package, last)
