"""Which types have all methods of an interface, in languages where that is what implementing means.

A method counts with its parameters and results as they are written; what a type embeds gives it its methods.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codelens.extract.relations import Implements
from codelens.query.graph.code import TYPES, Code, Symbol, package_of
from codelens.query.graph.expressions import qualifiers, words
from codelens.query.graph.signatures import Signature, agree, parse_signature, type_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codelens.query.graph.resolving import Resolver
    from codelens.query.reading import IndexedFile

_DEEPEST = 6  # types embedded in types
_MOST_TYPES = 20_000  # that have the rarest method
_LONGEST = 4_000  # bytes of a signature
TypeKey = tuple[tuple[str, str, str], str]  # package and name: one type may have its methods in several files


@dataclass(frozen=True, slots=True)
class Implementer:
    """A type that implements an interface.

    Args:
        type: Its definition.
        methods: The method for each name of the interface's, its own or promoted, but for those from outside the index.
        embedded: The name of the embedded type that gives it all or some of them, or "".
    """

    type: Symbol
    methods: dict[str, Symbol] = field(hash=False)
    embedded: str = ""


@dataclass(frozen=True, slots=True)
class Required:
    """A method that an interface asks for.

    Args:
        exported: Whether other packages can have it.
        signature: None when it can't be read.
        symbol: Its definition; None when it is of an interface outside of the index whose methods are known.
    """

    exported: bool
    signature: Signature | None
    symbol: Symbol | None = None


class MethodSets:
    """Answers which types implement an interface by their methods."""

    def __init__(self, code: Code, resolver: Resolver) -> None:
        self.code = code
        self.resolver = resolver
        self.truncated = False
        self._signatures: dict[Symbol, Signature | None] = {}
        self._by_name: dict[str, dict[TypeKey, Symbol]] = {}

    def of_interface(self, interface: Symbol, depth: int = 0) -> dict[str, Required]:
        """The methods of an interface, those of the interfaces that it embeds among them."""
        methods = {name: Required(True, signature) for name, signature in self._from_outside(interface)}  # noqa: FBT003
        if depth < _DEEPEST:
            for outer in self.resolver.types.embedded(interface):
                if outer.definition.kind == "interface" and outer != interface:
                    methods.update(self.of_interface(outer, depth + 1))
        for each in self.code.members(interface):
            if _is_method(each):
                methods[each.definition.name] = Required(each.definition.exported, self._signature(each), each)
        return methods

    def _unknown(self, interface: Symbol) -> Iterator[tuple[str, list[str]]]:
        """What an interface embeds and the index does not have: the name, and what it may be called in full."""
        text, imports = self.code.text(interface.file), self.resolver.imports
        for offset, kind, name in self.code.uses(interface.file).between(*self.code.span(interface)):
            if kind == "implementation":
                parts = qualifiers(text, offset)
                if not self.resolver.types.meant(name, interface.file, parts):
                    packages = imports.named(interface.file, parts[0].name) if parts else []
                    yield name, [f"{package}.{name}" for package in packages] if parts else [name]

    def _from_outside(self, interface: Symbol) -> Iterator[tuple[str, Signature | None]]:
        known = self.code.relations(interface.file).interfaces
        for _, names in self._unknown(interface):
            for name in names:
                for method in known.get(name, ()):
                    head = method.partition("(")[0]
                    yield head, parse_signature(method[len(head) :])

    def incomplete(self, interface: Symbol) -> list[str]:
        """The names of what an interface embeds, at once or through others, and whose methods are not known."""
        known = self.code.relations(interface.file).interfaces
        missing: dict[str, None] = {}
        seen, waiting = {interface}, [interface]
        while waiting:
            each = waiting.pop()
            missing.update((name, None) for name, names in self._unknown(each) if known.keys().isdisjoint(names))
            outer = [other for other in self.resolver.types.embedded(each) if other not in seen]
            seen.update(outer)
            waiting += outer
        return list(missing)

    def implementers(self, interface: Symbol) -> list[Implementer]:
        """The types, interfaces left out, that have all methods of an interface."""
        wanted = self.of_interface(interface)
        if not wanted:
            return []
        inside = [name for name, method in wanted.items() if method.symbol is not None]
        rarest = min(inside or wanted, key=lambda name: len(self.code.named(name)))
        holders = dict(self._holders(rarest))
        found: list[Implementer] = []
        waiting = list(holders)
        seen = set(holders)
        while waiting:
            key = waiting.pop()
            if len(seen) > _MOST_TYPES:
                self.truncated = True
                break
            for embedder in self._embedders(key):
                if embedder not in seen:
                    seen.add(embedder)
                    waiting.append(embedder)
        for key in seen:
            each = self._implementer(key, interface, wanted)
            if each is not None:
                found.append(each)
        return sorted(found, key=lambda each: each.type.order)

    def has_method(self, interface: Symbol, method: Symbol) -> bool:
        """Whether a call of an interface's method may run this one: its type has all methods of the interface."""
        key = (method.package, method.owner)
        return self._implementer(key, interface, self.of_interface(interface)) is not None

    def _holders(self, name: str) -> dict[TypeKey, Symbol]:
        """The types and interfaces that have a method of a name themselves."""
        if name not in self._by_name:
            self._by_name[name] = {
                (each.package, each.owner): each
                for each in sorted(self.code.named(name), key=lambda each: each.order, reverse=True)
                if _is_method(each) and each.owner and self.by_methods(each.file)
            }
        return self._by_name[name]

    def by_methods(self, file: IndexedFile) -> bool:
        """Whether the language of a file has implementation by method sets."""
        return self.code.relations(file).implements is Implements.METHOD_SETS

    def _embedders(self, key: TypeKey) -> Iterable[TypeKey]:
        """The types that embed a type or an interface."""
        package, name = key
        for file, offsets in self.code.sites(name, ("implementation",)):
            if not self.by_methods(file):
                continue
            for offset in offsets:
                around = self.code.site(file, offset, name).around
                if around is None or around.definition.kind not in TYPES:
                    continue
                parts = qualifiers(self.code.text(file), offset)
                if any(each.package == package for each in self.resolver.types.meant(name, file, parts)):
                    yield around.package, around.definition.name

    def _type(self, key: TypeKey) -> Symbol | None:
        package, name = key
        found = [each for each in self.code.named(name) if each.package == package and each.definition.kind in TYPES]
        return min(found, key=lambda each: each.order, default=None)

    def _implementer(self, key: TypeKey, interface: Symbol, wanted: dict[str, Required]) -> Implementer | None:
        type_ = self._type(key)
        if type_ is None or type_.definition.kind == "interface":
            return None
        methods: dict[str, Symbol] = {}
        embedded = ""
        for name, method in wanted.items():
            found, through = self._method(type_, name, 0)
            if found is None and self._gets_from_outside(type_, name, method):
                continue
            if found is None or not self._agree(method, interface, found, type_):
                return None
            if not method.exported and found.package[:2] != interface.package[:2]:
                return None
            methods[name] = found
            embedded = embedded or through
        return Implementer(type_, methods, embedded)

    def _gets_from_outside(self, type_: Symbol, name: str, method: Required) -> bool:
        """Whether a type embeds an interface outside of the index that is known to have a method."""
        same = self.code.relations(type_.file).same_types
        return any(
            head == name and signature and method.signature and agree(signature, method.signature, same, frozenset())
            for head, signature in self._from_outside(type_)
        )

    def _method(self, type_: Symbol, name: str, depth: int) -> tuple[Symbol | None, str]:
        """A method of a type, and the name of the embedded type that gives it."""
        own = self._holders(name).get((type_.package, type_.definition.name))
        if own is not None:
            return own, ""
        if depth < _DEEPEST:
            for inner in self.resolver.types.embedded(type_):
                found, _ = self._method(inner, name, depth + 1) if inner != type_ else (None, "")
                if found is not None:
                    return found, inner.definition.name
        return None, ""

    # --- signatures ------------------------------------------------------------------------------------------------

    def _agree(self, method: Required, interface: Symbol, found: Symbol, type_: Symbol) -> bool:
        if method.symbol == found:
            return True
        one, other = method.signature, self._signature(found)
        if one is None or other is None:  # unreadable: by their names alone
            return True
        same = self.code.relations(interface.file).same_types
        open_types = frozenset(self._type_parameters(interface) + self._type_parameters(type_))
        if agree(one, other, same, open_types):
            file = method.symbol.file if method.symbol else None
            return file is None or self._are_of_one_package(one, file, other, found.file)
        aliases = {**same, **self._aliases((*one.parameters, *one.results, *other.parameters, *other.results))}
        return aliases != same and agree(one, other, aliases, open_types)

    def _are_of_one_package(self, one: Signature, file: IndexedFile, other: Signature, found: IndexedFile) -> bool:
        """Whether types of one name are of one package, as far as both packages are known."""
        for left, right in zip(type_names(one), type_names(other), strict=False):
            if left[1] != right[1]:
                return True
            packages = self._packages(*left, file), self._packages(*right, found)
            if all(packages) and packages[0].isdisjoint(packages[1]) and not self._aliases([left[1]]):
                return False
        return True

    def _packages(self, qualifier: str, name: str, file: IndexedFile) -> set[str]:
        if qualifier:
            return set(self.resolver.imports.named(file, qualifier))
        own = package_of(file)
        is_own = any(each.package[:2] == own[:2] for each in self.code.named(name) if each.definition.kind in TYPES)
        return {file.row.package} if is_own and file.row.package else set()

    def _signature(self, method: Symbol) -> Signature | None:
        if method not in self._signatures:
            start = self.code.name_offset(method) + len(method.definition.name.encode())
            text = self.code.text(method.file)[start : start + _LONGEST]
            self._signatures[method] = parse_signature(text.decode("utf-8", "replace")) if text else None
        return self._signatures[method]

    def _aliases(self, types: Iterable[str]) -> dict[str, str]:
        """The types that are but another name of one, by how they are defined: ``type Name = Other``."""
        found = {}
        for name in {word for each in types for word in words(each)}:
            for each in self.code.named(name):
                alias = re.search(rf"\b{re.escape(name)}\s*=\s*(.+)$", each.definition.signature)
                if each.definition.kind == "type" and alias:
                    found[name] = re.sub(r"\b\w+\.(?=\w)", "", alias[1].partition("//")[0]).strip()
        return found

    def _type_parameters(self, type_: Symbol) -> list[str]:
        header = type_.definition.signature
        found = re.search(rf"\b{re.escape(type_.definition.name)}\s*\[([^\]]*)\]", header)
        return words(found[1]) if found else []


def _is_method(symbol: Symbol) -> bool:
    return symbol.definition.kind == "method"
