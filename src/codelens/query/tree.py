"""A query as a tree: what :mod:`codelens.query.syntax` makes of text. It knows nothing of the index."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a symbol, as a person types it.

    Args:
        text: The name, or a regular expression.
        regex: Whether it is one; it is put to the last part of names.
    """

    text: str
    regex: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Text to find.

    Args:
        pattern: A literal, or a regular expression.
        regex: Which of them it is.
    """

    pattern: str
    regex: bool


@dataclass(frozen=True, slots=True)
class Field:
    """What a match must be: ``kind:struct``."""

    field: str
    value: str


class RelationKind(StrEnum):
    """The edges that a query can follow."""

    CALLS = "calls"
    CALLED_BY = "calledby"
    IMPLEMENTS = "implements"
    IMPORTS = "imports"

    @property
    def meaning(self) -> str:
        """One line for a person, said of a name."""
        return _MEANINGS[self]


_MEANINGS = {
    RelationKind.CALLS: "the definitions that call it",
    RelationKind.CALLED_BY: "the definitions that it calls",
    RelationKind.IMPLEMENTS: "the types that implement or extend it",
    RelationKind.IMPORTS: "where its package is imported",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge that a match must have: ``calls:Errorf``."""

    relation: RelationKind
    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """What a match must not be."""

    child: Tree


@dataclass(frozen=True, slots=True)
class And:
    """All of several."""

    children: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of several."""

    children: tuple[Tree, ...]


Leaf = Name | Text | Field | Relation
Tree = Leaf | Not | And | Or


class Sort(StrEnum):
    """The order of matches; what is equal in it keeps the order of ranking."""

    RANK = "rank"
    NAME = "name"
    PATH = "path"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query.

    Args:
        tree: What is asked for.
        case: Whether upper and lower case must agree; None leaves it to the query's own letters.
        sort: The order of the matches.
        limit: How many matches at the most; None leaves it to who asks.
    """

    tree: Tree
    case: bool | None = None
    sort: Sort = Sort.RANK
    limit: int | None = None


def leaves(tree: Tree) -> list[Leaf]:
    """All leaves of a tree, in their order, those that are left out among them."""
    match tree:
        case Not(child):
            return leaves(child)
        case And(children) | Or(children):
            return [leaf for child in children for leaf in leaves(child)]
    return [tree]
