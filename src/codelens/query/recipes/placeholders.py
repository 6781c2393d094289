"""Placeholders, ``{repo}`` and ``{started.symbol}``: put in where a query has been parsed already, never into its text.

So a value can't add a term, close a quote or widen a query, whatever it holds: in a name, a field and a literal it
stands as it is, in a regular expression it is escaped. What uses a value that is not given drops out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.query.names.pattern import parse_name
from codelens.query.recipes.forms import FORMS, Expression
from codelens.query.recipes.recipe import ParameterType
from codelens.query.tree import And, Field, Name, Not, Or, Query, Relation, Text, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from codelens.query.matches import Match
    from codelens.query.names.pattern import NamePattern
    from codelens.query.recipes.recipe import Parameter
    from codelens.query.tree import Leaf, Tree

    Values = Mapping[str, tuple[str, ...]]

# A quantifier, {2} or {2,3}, begins with no letter; \{ is a brace.
_HOLE = re.compile(r"(?<!\\)\{([A-Za-z][\w-]*)(?:\.([a-z]*))?\}")
_ASKS = (Name, Text, Relation)

# What of a match a later step can refer to.
ATTRIBUTES: dict[str, Callable[[Match], str]] = {
    "symbol": lambda match: match.symbol,  # of text: the definition around it
    "name": lambda match: match.name,  # of text: what matched
    "text": lambda match: match.signature,
    "path": lambda match: match.place.path,
    "package": lambda match: match.place.package,
    "repository": lambda match: match.place.repository,
    "scope": lambda match: "".join(_scope(match.symbol)),  # the type, package or service that the symbol is of
}


@dataclass(frozen=True, slots=True, order=True)
class Placeholder:
    """A placeholder: a parameter, a part of one, or an attribute of an earlier step's results.

    Args:
        name: Of the parameter or of the step.
        attribute: One of ATTRIBUTES, of a parameter one of its type's PARTS; None of a whole parameter.
    """

    name: str
    attribute: str | None = None

    def __str__(self) -> str:
        return self.name if self.attribute is None else f"{self.name}.{self.attribute}"


def _parsed(symbol: str) -> NamePattern | None:
    try:
        return parse_name(symbol)
    except UsageError:
        return None


def _base(symbol: str) -> Iterable[str]:
    parsed = _parsed(symbol)
    return (parsed.base,) if parsed else ()


def _scope(symbol: str) -> Iterable[str]:
    parsed = _parsed(symbol)
    return parsed.qualifiers[-1:] if parsed else ()


# Parts of what is typed for a parameter, by its type: of ``KV/Put`` the name ``Put`` and the scope ``KV``.
PARTS: dict[ParameterType, Mapping[str, Callable[[str], Iterable[str]]]] = {
    ParameterType.SYMBOL: {"name": _base, "scope": _scope},
    ParameterType.TEXT: FORMS,
}


def with_parts(values: Values, parameters: Iterable[Parameter]) -> dict[str, tuple[str, ...]]:
    """Values of parameters, and beside them their parts: ``{rpc.name}`` and ``{rpc.scope}``, ``{flag.words}``."""
    more = {
        f"{parameter.name}.{part}": tuple(found for value in values.get(parameter.name, ()) for found in take(value))
        for parameter in parameters
        for part, take in PARTS.get(parameter.type, {}).items()
    }
    return {**values, **more}


def placeholders(texts: Iterable[str]) -> Iterator[Placeholder]:
    """All that texts hold, in their order."""
    for text in texts:
        for found in _HOLE.finditer(text):
            yield Placeholder(found[1], found[2])


def query_texts(query: Query) -> list[str]:
    """The texts of a query that may hold placeholders."""
    return [_text_of(leaf) for leaf in leaves(query.tree)]


def plain_texts(query: Query) -> list[str]:
    """Those of them that are no regular expressions."""
    return [_text_of(leaf) for leaf in leaves(query.tree) if _spelling(leaf) is str]


def fill(text: str, values: Values, spell: Callable[[str], str] = str) -> tuple[str, ...]:
    """A text with its placeholders put in: none when one has no value, several when one has several.

    Args:
        text: With placeholders or without.
        values: Placeholder, as written between the braces, to its values.
        spell: What becomes of a value before it is put in.
    """
    wanted = list(dict.fromkeys(str(each) for each in placeholders([text])))
    filled = []
    for chosen in product(*(values.get(name, ()) for name in wanted)):
        by_name = dict(zip(wanted, chosen, strict=True))
        filled.append(_HOLE.sub(lambda found, by_name=by_name: spell(by_name[found[0][1:-1]]), text))  # type: ignore[misc]
    return tuple(filled)


def fill_query(query: Query, values: Values) -> Query | None:
    """A query with its placeholders put in; None when nothing of what it asks for is left."""
    tree = _filled(query.tree, values)
    return None if tree is None or (_asks(query.tree) and not _asks(tree)) else replace(query, tree=tree)


def _asks(tree: Tree) -> bool:
    """Whether there is more than fields, which only say where, and than what is to be left out."""
    match tree:
        case Not():
            return False
        case And(children) | Or(children):
            return any(map(_asks, children))
    return isinstance(tree, _ASKS)


def _filled(tree: Tree, values: Values) -> Tree | None:
    match tree:
        case Not(child):
            filled = _filled(child, values)
            return None if filled is None else Not(filled)
        case And(children):
            joined = _joined(And, (_filled(child, values) for child in children))
            # An alternative that has lost what it asks for must not become one that asks for all files of a place.
            return None if joined is None or (_asks(tree) and not _asks(joined)) else joined
        case Or(children):
            return _joined(Or, (_filled(child, values) for child in children))
    return _joined(Or, (_with_text(tree, text) for text in fill(_text_of(tree), values, _spelling(tree))))


def _joined(join: type[And | Or], found: Iterable[Tree | None]) -> Tree | None:
    trees = tuple(tree for tree in found if tree is not None)
    return join(trees) if len(trees) > 1 else (trees[0] if trees else None)


def _text_of(leaf: Leaf) -> str:
    match leaf:
        case Name(text=text) | Text(pattern=text) | Field(value=text) | Relation(name=text):
            return text


def _with_text(leaf: Leaf, text: str) -> Leaf:
    match leaf:
        case Name():
            return replace(leaf, text=text)
        case Text():
            return replace(leaf, pattern=text)
        case Field():
            return replace(leaf, value=text)
        case Relation():
            return replace(leaf, name=text)


def _spelling(leaf: Leaf) -> Callable[[str], str]:
    match leaf:
        case Name(regex=True) | Text(regex=True):
            return _escaped
        case Field(field="file", value=value) if value.startswith("/") and value.endswith("/"):
            return _escaped
    return str


def _escaped(value: str) -> str:
    return value if isinstance(value, Expression) else re.escape(value)
