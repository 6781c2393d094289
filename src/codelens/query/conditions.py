"""What an alternative of a query demands of a definition beside name and file: scope, relations, what is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING

from codelens.index.checkpoints import checked
from codelens.query.filters import Filters
from codelens.query.names.candidates import NAME_TIERS, Candidates, encoded
from codelens.query.names.found import Found
from codelens.query.names.pattern import parse_name, parts_of, qualifies
from codelens.query.regexes import compile_regex, has_capitals
from codelens.query.tree import Name, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Definition
    from codelens.query.blobs import Blobs
    from codelens.query.graph.relations import Related
    from codelens.query.names.found import Candidate
    from codelens.query.plan import Alternative
    from codelens.query.regexes import Pattern


@dataclass(frozen=True)
class Part:
    """An alternative of a query, put to its shards.

    Args:
        alternative: What is asked for.
        shards: Those that ``repo:`` and ``rev:`` leave.
        filters: What a match must be, of the query and of the options.
        blobs: Where files are read.
        case: Whether upper and lower case must agree; None leaves it to the letters.
    """

    alternative: Alternative
    shards: list[Shard]
    filters: Filters
    blobs: Blobs
    case: bool | None

    @cached_property
    def edges(self) -> dict[Relation, Related]:
        """What each relation of the alternative leads to."""
        from codelens.query.graph.relations import related  # noqa: PLC0415 - what follows calls takes 40 ms to load

        leaves = (*self.alternative.wanted, *self.alternative.unwanted)
        return {
            leaf: related(self.shards, leaf.relation, parse_name(leaf.name), self.blobs)
            for leaf in leaves
            if isinstance(leaf, Relation)
        }

    @property
    def notes(self) -> list[str]:
        """What the relations have to say."""
        return [note for edge in self.edges.values() for note in edge.notes]

    @property
    def truncated(self) -> bool:
        """Whether a relation was cut short."""
        return any(edge.truncated for edge in self.edges.values())

    @property
    def demands(self) -> bool:
        """Whether anything is demanded of a definition beside its name, its kind and its file."""
        unwanted = any(isinstance(leaf, Name | Relation) for leaf in self.alternative.unwanted)
        regex = any(name.regex for name in self.alternative.names)
        scopes = self.alternative.values("scope") or self.alternative.left_out("scope")
        return bool(unwanted or regex or scopes or self.alternative.relations)

    def allows(self, segment: Segment, number: int) -> bool:
        """Whether a definition is all that is demanded."""
        if (segment, number) in self._left_out or not all(
            self._has(edge, segment, number) is wanted for wanted, edge in self._demanded
        ):
            return False
        definition = segment.definition(number)[1] if self._looks else None
        return definition is None or (self._allows_name(definition) and self._allows_scope(definition.scope))

    @cached_property
    def _looks(self) -> bool:
        scopes = self.alternative.values("scope") or self.alternative.left_out("scope")
        return bool(scopes or self.regexes)

    @cached_property
    def _demanded(self) -> list[tuple[bool, Related]]:
        return [(leaf in self.alternative.wanted, edge) for leaf, edge in self.edges.items()]

    @staticmethod
    def _has(edge: Related, segment: Segment, number: int) -> bool:
        return number in edge.symbols.get(segment, ()) or segment.file_number(number) in edge.files.get(segment, ())

    @cached_property
    def regexes(self) -> list[Pattern]:
        """The regular expressions that a name must hold; without ``case:`` their own letters decide about case."""
        names = [name for name in self.alternative.names if name.regex]
        return [_regex(name.text, self.case) for name in names]

    def _allows_name(self, definition: Definition) -> bool:
        return all(pattern.search(encoded(definition.name)) for pattern in self.regexes)

    def _allows_scope(self, scope: tuple[str, ...]) -> bool:
        asked, left_out = self.alternative.values("scope"), self.alternative.left_out("scope")
        return (not asked or any(is_scope(scope, each) for each in asked)) and not any(
            is_scope(scope, each) for each in left_out
        )

    @cached_property
    def _left_out(self) -> set[tuple[Segment, int]]:
        """The symbols with a name that is left out."""
        names = [leaf for leaf in self.alternative.unwanted if isinstance(leaf, Name)]
        return {each.key for name in names for each in self._named(name)}

    def _named(self, name: Name) -> Iterator[Candidate]:
        if name.regex:
            pattern = _regex(name.text, self.case)
            found = Candidates(self.shards, parse_name("a"), Filters()).by_regex(_folded(name.text))
            yield from (each for each in found if pattern.search(_name_of(each)))
            return
        candidates = Candidates(self.shards, parse_name(name.text), Filters())
        for tier in NAME_TIERS:
            yield from candidates.tier(tier)

    def candidates_by_regex(self) -> Found:
        """The symbols whose names hold all regular expressions."""
        name = next(name for name in self.alternative.names if name.regex)
        return self.of(Candidates(self.shards, parse_name("a"), self.filters).by_regex(_folded(name.text)))

    def of(self, candidates: Found) -> Found:
        """Those of some candidates that are all that is demanded."""
        if not self.demands:
            return candidates
        some = checked(candidates, self.blobs.checkpoint)
        return Found.of(each for each in some if self.allows(each.segment, each.number))


def is_scope(scope: tuple[str, ...], asked: str) -> bool:
    """Whether a scope ends in the one asked for, which may be a glob; case does not count."""
    if any(mark in asked for mark in "*?"):
        wanted = [part for part in parts_of(asked.lower()) if part]
        named = [part for name in scope for part in parts_of(name.lower())][-len(wanted) :]
        return len(named) == len(wanted) and all(map(fnmatchcase, named, wanted))
    pattern = parse_name(asked)
    return qualifies((*pattern.qualifiers, pattern.base), ("",), scope)


def _name_of(candidate: Candidate) -> bytes:
    return encoded(candidate.segment.definition(candidate.number)[1].name)


def _regex(pattern: str, case: bool | None) -> Pattern:  # noqa: FBT001
    sensitive = case if case is not None else has_capitals(pattern)
    return compile_regex(pattern, folded=not sensitive)


def _folded(pattern: str) -> Pattern:
    """A pattern for folded names that loses no name which the pattern itself finds."""
    # What is no small letter may be a capital, and a flag that is taken away may make case count.
    says_not = re.search(r"\[\[?:?\^|\(\?\w*-|\\[PDWSBp]", pattern)
    return compile_regex("" if says_not else pattern, folded=True)
