"""Puts a query into alternatives: conjunctions of leaves, each of which is answered in one mode.

``(a or b) -c`` is ``a -c`` or ``b -c``. What an alternative asks for decides its mode: text asks for lines, a kind of
reference for references, a kind of what an operator sees for the statements that show it, a name or a relation for
definitions, and filters alone for files.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING

from codelens.errors import QueryError
from codelens.model import SURFACE_KINDS
from codelens.query.tree import And, Field, Leaf, Name, Not, Or, Relation, RelationKind, Text, Tree

if TYPE_CHECKING:
    from collections.abc import Collection

    from codelens.query.tree import Query

_MOST_ALTERNATIVES = 100


class Mode(Enum):
    """What an alternative asks for, in the order in which mixed matches stand."""

    DEFINITIONS = 0
    REFERENCES = 1
    LINES = 2
    FILES = 3
    STATEMENTS = 4


@dataclass(frozen=True, slots=True)
class Alternative:
    """Leaves that must all hold, and leaves none of which may."""

    wanted: tuple[Leaf, ...]
    unwanted: tuple[Leaf, ...] = ()

    @property
    def names(self) -> list[Name]:
        """The names that are asked for."""
        return [leaf for leaf in self.wanted if isinstance(leaf, Name)]

    @property
    def texts(self) -> list[Text]:
        """The texts that are asked for."""
        return [leaf for leaf in self.wanted if isinstance(leaf, Text)]

    @property
    def relations(self) -> list[Relation]:
        """The relations that are asked for."""
        return [leaf for leaf in self.wanted if isinstance(leaf, Relation)]

    def values(self, field: str) -> tuple[str, ...]:
        """The values of a field, any of which a match may have; none lets everything through."""
        return tuple(leaf.value for leaf in self.wanted if isinstance(leaf, Field) and leaf.field == field)

    def left_out(self, field: str) -> tuple[str, ...]:
        """The values of a field that a match must not have."""
        return tuple(leaf.value for leaf in self.unwanted if isinstance(leaf, Field) and leaf.field == field)


def alternatives(query: Query, text: str) -> list[Alternative]:
    """The alternatives of a query, in its order.

    Args:
        query: The query.
        text: As typed, for messages.

    Raises:
        QueryError: There are too many, or one asks for nothing but what is to be left out.
    """
    try:
        found = [_alternative(leaves) for leaves in _disjunction(query.tree, negated=False)]
    except _TooManyError:
        message = (
            f"the groups of this query stand for more than {_MOST_ALTERNATIVES} alternatives; ask in several queries"
        )
        raise QueryError(message, text, 0) from None
    for each in found:
        if not each.wanted:
            message = "there is only something to leave out; say what to find as well"
            raise QueryError(message, text, max(text.find("-"), 0))
    return found


class _TooManyError(Exception):
    pass


_Signed = tuple[bool, Leaf]


def _disjunction(tree: Tree, *, negated: bool) -> list[tuple[_Signed, ...]]:
    """The tree as conjunctions of leaves, each with whether it is negated."""
    match tree:
        case Not(child):
            return _disjunction(child, negated=not negated)
        case And(children) | Or(children):
            parts = [_disjunction(child, negated=negated) for child in children]
            if isinstance(tree, Or) is not negated:
                found = [one for part in parts for one in part]
            else:
                size = 1
                for part in parts:
                    size *= len(part)
                    _require_few(size)
                found = [tuple(leaf for one in chosen for leaf in one) for chosen in product(*parts)]
            _require_few(len(found))
            return found
    return [((negated, tree),)]


def _require_few(count: int) -> None:
    if count > _MOST_ALTERNATIVES:
        raise _TooManyError


def _alternative(leaves: tuple[_Signed, ...]) -> Alternative:
    wanted = dict.fromkeys(leaf for negated, leaf in leaves if not negated)
    unwanted = dict.fromkeys(leaf for negated, leaf in leaves if negated)
    return Alternative(tuple(wanted), tuple(unwanted))


def mode_of(alternative: Alternative, definitions: Collection[str], references: Collection[str]) -> Mode:
    """The mode in which an alternative is answered.

    Args:
        alternative: The alternative.
        definitions: The kinds of definition that there are.
        references: The kinds of reference.
    """
    kinds, roles = alternative.values("kind"), alternative.values("role")
    relations = {leaf.relation for leaf in alternative.relations}
    if kinds and SURFACE_KINDS.issuperset(kinds):
        return Mode.STATEMENTS
    if alternative.texts:
        return Mode.LINES
    if "reference" in roles or any(kind in references and kind not in definitions for kind in kinds):
        return Mode.REFERENCES
    if alternative.names or kinds or roles or alternative.values("scope") or relations - {RelationKind.IMPORTS}:
        return Mode.DEFINITIONS
    return Mode.REFERENCES if relations else Mode.FILES
