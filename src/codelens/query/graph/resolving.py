"""What a name means where it is used: by scope, package, imports, and the types that things are declared with.

A definition is *resolved* when one of these leads to it; by its name alone it is a guess, and is said to be one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.extract.relations import Bare
from codelens.query.graph.code import CALLABLE, TYPES, Code, Symbol, package_of
from codelens.query.graph.declaring import (
    local_declaration,
    made_from,
    qualifying_words,
    result_texts,
    split_value,
    without,
)
from codelens.query.graph.expressions import Part, qualifiers, words
from codelens.query.graph.importing import Imports
from codelens.query.graph.ordering import in_order, nearest_first
from codelens.query.graph.types import Types, scope_of
from codelens.query.matches import Confidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.graph.code import Site
    from codelens.query.reading import IndexedFile

_DEEPEST = 4  # declarations that lead to declarations
_MOST_GUESSED = 3  # types with a method of one name, among which guessing makes sense
_MOST_READ = 3  # definitions of one name whose types are read
_LONGEST_HEADER = 2_000  # bytes
_TEST = "test"  # the class of paths.yaml
_MEMBERS = frozenset({"method", "field", "constant"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name means.

    Args:
        symbols: The definitions, the most likely first; none when what it means is not indexed.
        confidence: How sure that is.
    """

    symbols: tuple[Symbol, ...] = ()
    confidence: Confidence = Confidence.RESOLVED


NOTHING = Resolved()


class Resolver:
    """Finds what names mean in the code of some shards."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.imports = Imports(code)
        self.types = Types(code, self.imports)

    def call(self, site: Site) -> Resolved:
        """What is called at a place."""
        return self._meant(site, self.candidates(site.name, site.file))

    def name(self, site: Site) -> Resolved:
        """What is named at a place, of whatever kind; local names are not asked for here."""
        family = self.code.family(site.file)
        return self._meant(site, [each for each in self.code.named(site.name) if self.code.family(each.file) == family])

    def _meant(self, site: Site, found: list[Symbol]) -> Resolved:
        parts = qualifiers(self.code.text(site.file), site.offset)
        return self._bare(site, found) if not parts else self._qualified(site, parts, found)

    def value(self, site: Site) -> Resolved:
        """The function that is named, not called, at a place; nothing where it may as well be a variable."""
        parts = qualifiers(self.code.text(site.file), site.offset)
        found = self.call(site)
        if found.confidence is not Confidence.RESOLVED or (not parts and self._declared(site, site.name)):
            return NOTHING
        return Resolved(tuple(each for each in found.symbols if each.definition.kind in CALLABLE))

    def candidates(self, name: str, file: IndexedFile) -> list[Symbol]:
        """The definitions of a name in languages that a file's own can call: functions, else types, else values."""
        family = self.code.family(file)
        same = [each for each in self.code.named(name) if self.code.family(each.file) == family]
        for kinds in (CALLABLE, TYPES):
            found = [each for each in same if each.definition.kind in kinds]
            if found:
                return found
        return same

    # --- names without a qualifier ---------------------------------------------------------------------------------

    def _bare(self, site: Site, found: list[Symbol]) -> Resolved:
        bare = self.code.relations(site.file).bare
        near = self._in_reach(found, site, bare)
        if near:
            return Resolved(in_order(near))
        owner = self.types.owner_around(site) if Bare.MEMBERS in bare else None
        inherited = self.types.members_of(owner, site.name) if owner else []
        if inherited:
            return Resolved(in_order(inherited))
        outer = [each for each in found if not each.definition.scope]
        imported = self.imports.named(site.file, site.name)
        if imported:
            return Resolved(in_order(each for each in outer if self.imports.provide(imported, each)))
        if Bare.REPOSITORY in bare:
            inside = [each for each in outer if each.file.shard is site.file.shard]
            sure = Confidence.SYNTAX if len(inside) == 1 else Confidence.HEURISTIC
            return Resolved(nearest_first(inside, site.file), sure)
        return NOTHING

    @staticmethod
    def _in_reach(found: list[Symbol], site: Site, bare: tuple[Bare, ...]) -> list[Symbol]:
        """Those of the package that a bare name reaches: of the innermost scope, of the same file before others."""
        scope, package = scope_of(site), package_of(site.file)
        near = [each for each in found if each.package == package and _opens_to(each, scope, bare)]
        deepest = max((len(each.definition.scope) for each in near), default=0)
        near = [each for each in near if len(each.definition.scope) == deepest]
        return [each for each in near if each.file == site.file] or near

    # --- names after a qualifier -----------------------------------------------------------------------------------

    def _qualified(self, site: Site, parts: list[Part], found: list[Symbol]) -> Resolved:
        types = self._types_of(site, parts)
        for each in types:
            members = self.types.members_of(each, site.name)
            if members:
                return Resolved(in_order(members))
        if types:
            return NOTHING
        root = parts[-1]
        if root.name and not root.called and not self._declared(site, root.name):
            imported = self.imports.named(site.file, root.name)
            outer = [each for each in found if not each.definition.scope] if len(parts) == 1 else []
            if imported:  # what a package gives that is not indexed is not guessed at
                return Resolved(in_order(each for each in outer if self.imports.provide(imported, each)))
        if self._is_from_outside(site, parts):
            return NOTHING
        return self._guess([each for each in found if each.definition.scope], site)

    def _is_from_outside(self, site: Site, parts: list[Part]) -> bool:
        """Whether what stands before a name is declared with something of a package that the file imports.

        It is asked where no type was found, so that package is not indexed, and its methods are not to be guessed at.
        """
        texts = [(self._declared(site, parts[0].name), site.file)] if len(parts) == 1 else []
        owners = self._types_of(site, parts[1:]) if len(parts) > 1 else [self.types.owner_around(site)]
        package = package_of(site.file)
        texts += [
            (each.definition.signature, each.file)
            for each in self.code.named(parts[0].name)
            if each.package == package
            and (not each.owner or each.owner in {owner and owner.definition.name for owner in owners})
        ]
        return any(
            self.imports.named(file, word)
            for text, file in texts
            for word in qualifying_words(without(text, parts[0].name))
        )

    def _guess(self, found: Sequence[Symbol], site: Site) -> Resolved:
        """By the name alone: those of the same package or of an imported one, else if there are few.

        What is not in tests does not call tests.
        """
        if _TEST not in site.file.row.classes:
            found = [each for each in found if _TEST not in each.file.row.classes]
        package = package_of(site.file)
        near = [each for each in found if each.package == package]
        near = near or [each for each in found if self.imports.reach(site.file, each.file.row)]
        if not near:
            near = [each for each in found if each.file.shard is site.file.shard] or list(found)
            if len({(each.package, each.owner) for each in near}) > _MOST_GUESSED:
                return Resolved((), Confidence.HEURISTIC)
        sure = Confidence.SYNTAX if len(found) == 1 else Confidence.HEURISTIC
        return Resolved(nearest_first(near, site.file), sure)

    # --- types -----------------------------------------------------------------------------------------------------

    def _types_of(self, site: Site, parts: list[Part], depth: int = 0) -> list[Symbol]:
        """The types that what stands before a name may have, by how it is declared."""
        if depth > _DEEPEST or not parts or not parts[0].name:
            return []
        if len(parts) > 1:
            return self._types_of_last(site, parts[0], parts[1:], depth)
        first, owner = parts[0], self.types.owner_around(site)
        relations = self.code.relations(site.file)
        if owner and first.name in relations.parents:
            return self.types.embedded(owner)
        if owner and (first.name in relations.receivers or _is_receiver(site, first.name)):
            return [owner]
        return self._types_of_word(site, first, depth)

    def _types_of_word(self, site: Site, first: Part, depth: int) -> list[Symbol]:
        """The types of what one word names: what a function returns, a local name, a type itself, a variable."""
        if first.called:
            called = self._bare(replace(site, name=first.name), self.candidates(first.name, site.file)).symbols
            return [type_ for each in called[:_MOST_READ] for type_ in self._results(each)]
        declared = self._declared(site, first.name)
        if declared:
            return self._types_of_declaration(declared, first.name, site, depth)
        return self.types.named([first.name], site.file) or self._types_of_variable(site, first.name, depth)

    def _types_of_last(self, site: Site, last: Part, before: list[Part], depth: int) -> list[Symbol]:
        """The types of a member of what stands before it, or of what a package has under a name."""
        members = [
            member
            for outer in self._types_of(site, before, depth + 1)
            for member in self.types.members_of(outer, last.name)
        ]
        if not members and len(before) == 1 and not before[0].called:
            imported = self.imports.named(site.file, before[0].name)
            members = [each for each in self.code.named(last.name) if self.imports.provide(imported, each)]
        return [type_ for each in members[:_MOST_READ] for type_ in self._types_of_member(each, last)]

    def _types_of_member(self, member: Symbol, part: Part) -> list[Symbol]:
        definition = member.definition
        if definition.kind in TYPES:
            return [member]
        if part.called and definition.kind in CALLABLE:
            return self._results(member)
        return self.types.within(without(definition.signature, definition.name), member.file)

    def _types_of_variable(self, site: Site, name: str, depth: int) -> list[Symbol]:
        """The types of a variable of the package, or of a member that needs no qualifier."""
        package, owner = package_of(site.file), self.types.owner_around(site)
        owners = {"", owner.definition.name if owner else ""}
        declared = [
            each
            for each in self.code.named(name)
            if each.package == package and each.definition.kind not in CALLABLE | TYPES and each.owner in owners
        ]
        return [
            type_
            for each in declared[:_MOST_READ]
            for type_ in self._types_of_declaration(each.definition.signature, name, site, depth)
        ]

    def _types_of_declaration(self, text: str, name: str, site: Site, depth: int) -> list[Symbol]:
        """The types that a declaration names, or those of what its value is made from."""
        declared, value = split_value(text)
        found = self.types.within(without(declared, name), site.file)
        if found or not value:
            return found
        made = made_from(value)
        if made is None:
            return self.types.within(value, site.file)
        types = self.types.within(" ".join((*made.qualifiers, made.name)), site.file)
        if types or (not made.called and not made.qualifiers):
            return types
        parts = [Part(each, called=False) for each in made.qualifiers]
        return self._types_of(site, [Part(made.name, called=made.called), *parts], depth + 1)

    def _results(self, function: Symbol) -> list[Symbol]:
        """The types that a function returns; a type that is called makes one of its own."""
        if function.definition.kind in TYPES:
            return [function]
        start, end = self.code.span(function)
        header = self.code.text(function.file)[start : min(end, start + _LONGEST_HEADER)].decode("utf-8", "replace")
        after, before = result_texts(header, function.definition.name)
        return self.types.within(after, function.file) or self.types.within(before, function.file)

    def _declared(self, site: Site, name: str) -> str:
        """The text that declares a name within the definition around a place, or ""."""
        if site.around is None:
            return ""
        start, _ = self.code.span(site.around)
        return local_declaration(self.code.text(site.file)[start : site.offset].decode("utf-8", "replace"), name)


def _is_receiver(site: Site, name: str) -> bool:
    """Whether a name is that of the object in the header of the method around, before the method's own name."""
    around = site.around
    if around is None or around.definition.kind != "method" or not around.owner or name == around.owner:
        return False
    before = words(around.definition.signature.partition(around.definition.name)[0])
    return name in before and around.owner in before


def _opens_to(symbol: Symbol, scope: tuple[str, ...], bare: tuple[Bare, ...]) -> bool:
    """Whether a definition of the package can be named without a qualifier from within a scope."""
    own = symbol.definition.scope
    if own != scope[: len(own)]:
        return False
    return not own or Bare.MEMBERS in bare or symbol.definition.kind not in _MEMBERS
