"""The types of some shards as a file names them, what they embed or inherit, and what belongs to them."""

from __future__ import annotations

import re
from posixpath import commonpath
from typing import TYPE_CHECKING

from codelens.extract.relations import Bare
from codelens.query.graph.code import TYPES, package_of
from codelens.query.graph.expressions import qualifiers, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.query.graph.code import Code, Site, Symbol
    from codelens.query.graph.expressions import Part
    from codelens.query.graph.importing import Imports
    from codelens.query.reading import IndexedFile

_DEEPEST = 4  # embedded types
_LONGEST_HEADER = 1_000  # bytes
_COMMENT = re.compile(r"//|#|/\*")


class Types:
    """What the names of types mean."""

    def __init__(self, code: Code, imports: Imports) -> None:
        self.code = code
        self.imports = imports
        self._embedded: dict[Symbol, list[Symbol]] = {}
        self._embedding: set[Symbol] = set()

    def owner_around(self, site: Site) -> Symbol | None:
        """The type whose method a place stands in."""
        scope = scope_of(site)
        for at in range(len(scope) - 1, -1, -1):
            for each in self.code.named(scope[at]):
                if each.definition.kind in TYPES and each.package == package_of(site.file):
                    return each
        return None

    def implementer(self, file: IndexedFile, offset: int, name: str) -> Symbol | None:
        """The type that says at a place, by a name, what it implements: the one around it, or the one that follows."""
        around = self.code.site(file, offset, name).around
        if around is not None and around.definition.kind in TYPES:
            return around
        pattern = self.code.relations(file).implementing
        if not pattern:
            return None
        behind = offset + len(name.encode())
        header = self.code.text(file)[behind : behind + _LONGEST_HEADER].decode("utf-8", "replace")
        found = re.match(pattern, header)
        return self._declared(found["type"], file) if found else None

    def _declared(self, name: str, file: IndexedFile) -> Symbol | None:
        """The type that a part of it names: one that the file can reach, or else the nearest of its repository."""
        reached = self.named([name], file)
        if reached:
            return reached[0]
        same = [
            each for each in self.code.named(name) if each.definition.kind in TYPES and each.file.shard is file.shard
        ]
        return min(
            same, key=lambda each: (-_shared_folders(each.file.row.path, file.row.path), each.order), default=None
        )

    def within(self, text: str, file: IndexedFile) -> list[Symbol]:
        """The types that a piece of a declaration names."""
        return self.named(words(_COMMENT.split(text, maxsplit=1)[0]), file)

    def named(self, names: Iterable[str], file: IndexedFile) -> list[Symbol]:
        """The types that names mean in a file: of its own package, or of one that it imports."""
        package = package_of(file)
        found = []
        for name in dict.fromkeys(names):
            types = [each for each in self.code.named(name) if each.definition.kind in TYPES]
            near = [each for each in types if each.package == package]
            near = near or [each for each in types if self.imports.reach(file, each.file.row)]
            if not near and Bare.REPOSITORY in self.code.relations(file).bare:
                near = [each for each in types if each.file.shard is file.shard]
            same = [each for each in near if each.file.shard is file.shard]
            found += sorted(same or near, key=lambda each: each.order)[:2]
        return found

    def members_of(self, owner: Symbol, name: str, depth: int = 0) -> list[Symbol]:
        """What a type has under a name: its own, a type that it embeds, or what it gets from one or inherits."""
        own = [
            each
            for each in self.code.named(name)
            if each.owner == owner.definition.name and each.package == owner.package
        ]
        if own or depth > _DEEPEST:
            return own
        outer_types = self.embedded(owner)
        if named := [each for each in outer_types if each.definition.name == name]:
            return named
        for outer in outer_types:
            inherited = self.members_of(outer, name, depth + 1)
            if inherited:
                return inherited
        return []

    def embedded(self, owner: Symbol) -> list[Symbol]:
        """The types that a type extends, implements or embeds."""
        if owner in self._embedding:  # a type may, wrongly, lead to itself
            return []
        if owner not in self._embedded:
            self._embedding.add(owner)
            try:
                self._embedded[owner] = self._find_embedded(owner)
            finally:
                self._embedding.remove(owner)
        return self._embedded[owner]

    def _find_embedded(self, owner: Symbol) -> list[Symbol]:
        text, uses = self.code.text(owner.file), self.code.uses(owner.file)
        outside = bool(self.code.relations(owner.file).implementing)
        return [
            each
            for offset, kind, name in (uses.places if outside else uses.between(*self.code.span(owner)))
            if kind == "implementation" and self.implementer(owner.file, offset, name) == owner
            for each in self.meant(name, owner.file, qualifiers(text, offset))
        ]

    def meant(self, name: str, file: IndexedFile, parts: list[Part]) -> list[Symbol]:
        """The types that a name, maybe after a package's, means in a file."""
        if not parts:
            return self.named([name], file)
        imported = self.imports.named(file, parts[0].name)
        types = [each for each in self.code.named(name) if each.definition.kind in TYPES]
        found = [each for each in types if self.imports.provide(imported, each)]
        same = [each for each in found if each.file.shard is file.shard]
        return sorted(same or found, key=lambda each: each.order)[:2] or ([] if imported else self.named([name], file))


def _shared_folders(one: str, other: str) -> int:
    return len(commonpath((f"/{one}", f"/{other}")).split("/"))


def scope_of(site: Site) -> tuple[str, ...]:
    """The names of the definitions around a place, outermost first."""
    around = site.around
    return (*around.definition.scope, around.definition.name) if around else ()
