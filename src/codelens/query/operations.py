"""The named operations: what the command line, a recipe's step and a screen can ask of a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codelens.query.filters import Filters
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import parse_name
from codelens.query.references import references
from codelens.query.shards import checked_filters

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.query.graph.graph import Graph
    from codelens.query.matches import Answer
    from codelens.query.session import Session

DEFAULT_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an operation.

    Args:
        name: The name it is about, as typed.
        to: The second name, of an operation between two.
        repositories: Names, globs, aliases or groups; none asks all that the session asks.
        revision: Of the shards; "" takes the session's.
        filters: What a match must be.
        limit: How many matches at the most.
        depth: How many levels a tree has.
    """

    name: str
    to: str = ""
    repositories: tuple[str, ...] = ()
    revision: str = ""
    filters: Filters = field(default_factory=Filters)
    limit: int = DEFAULT_LIMIT
    depth: int = 1


def _where_defined(session: Session, question: Question) -> Answer:
    shards = session.shards(question.repositories, question.revision)
    filters = checked_filters(question.filters, shards)
    return where_defined(shards, parse_name(question.name), filters, question.limit)


def _references(session: Session, question: Question) -> Answer:
    shards = session.shards(question.repositories, question.revision)
    filters = checked_filters(question.filters, shards)
    return references(shards, parse_name(question.name), filters, question.limit, session.blobs)


def _graph(session: Session, question: Question) -> tuple[Graph, Filters]:
    from codelens.query.graph.graph import Graph  # noqa: PLC0415 - it loads the grammars, which most questions don't need

    shards = session.shards(question.repositories, question.revision)
    return Graph(shards, session.blobs), checked_filters(question.filters, shards)


def _callers(session: Session, question: Question) -> Answer:
    from codelens.query.graph.trees import callers  # noqa: PLC0415

    graph, filters = _graph(session, question)
    return callers(graph, parse_name(question.name), filters, question.limit, question.depth)


def _callees(session: Session, question: Question) -> Answer:
    from codelens.query.graph.trees import callees  # noqa: PLC0415

    graph, filters = _graph(session, question)
    return callees(graph, parse_name(question.name), filters, question.limit, question.depth)


def _implementers(session: Session, question: Question) -> Answer:
    from codelens.query.graph.implementing import implementers  # noqa: PLC0415

    graph, filters = _graph(session, question)
    return implementers(graph, parse_name(question.name), filters, question.limit)


def _call_path(session: Session, question: Question) -> Answer:
    from codelens.query.graph.call_path import call_path  # noqa: PLC0415

    graph, filters = _graph(session, question)
    return call_path(graph, parse_name(question.name), parse_name(question.to), filters, question.limit)


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked of a name.

    Args:
        answer: What answers it.
        meaning: One line for a person, said of a name.
        names: How many names it needs.
        unfolds: Whether it can be asked again of each definition in its answer, level by level.
    """

    answer: Callable[[Session, Question], Answer]
    meaning: str
    names: int = 1
    unfolds: bool = False

    def __call__(self, session: Session, question: Question) -> Answer:
        """Answer a question."""
        session.blobs.begin()
        return self.answer(session, question)


# By name, as the command line and recipes spell it.
OPERATIONS = {
    "where-defined": Operation(_where_defined, "where it is defined"),
    "references": Operation(_references, "every place that refers to it"),
    "callers": Operation(_callers, "what calls it", unfolds=True),
    "callees": Operation(_callees, "what it calls", unfolds=True),
    "implementers": Operation(_implementers, "what implements or extends it", unfolds=True),
    "call-path": Operation(_call_path, "how it leads to another", names=2),
}
