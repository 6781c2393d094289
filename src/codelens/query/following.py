"""Following code: the ways that lead on from a row of an answer, or from the identifier under a cursor.

They are taken from the operations and from the relations of the query language: a new one is here by itself. Names are
made as exact as the subject allows, so that the definition that is meant is the one that is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.query.filters import Filters
from codelens.query.matches import Tier
from codelens.query.names.defined import where_defined
from codelens.query.names.fuzzy import is_defined
from codelens.query.names.pattern import parse_name
from codelens.query.operations import OPERATIONS, Question
from codelens.query.reading import outline
from codelens.query.search import search
from codelens.query.shards import answer
from codelens.query.subjects import (
    Subject,
    below,
    file_of,
    is_asked,
    resolved,
    shards_beside,
    subject_around,
    subject_at,
    subject_of,
    subject_written,
)
from codelens.query.tree import And, Field, Query, Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.query.matches import Answer, Match
    from codelens.query.operations import Operation
    from codelens.query.session import Session
    from codelens.query.tree import Leaf

__all__ = ["Follow", "Subject", "below", "follows", "subject_around", "subject_at", "subject_of", "subject_written"]

DEFINITION, OUTLINE = "definition", "outline"
_UPWARDS = re.compile(r"^(?:\.{1,2}/)+")
_DEFINED = "where-defined"  # the operation that is followed as "definition"
# The relations that an operation follows as well, and more exactly.
_FOLLOWED = frozenset({RelationKind.CALLS, RelationKind.CALLED_BY, RelationKind.IMPLEMENTS})


@dataclass(frozen=True, slots=True)
class Follow:
    """A way that leads on.

    Args:
        name: In a word: "definition", "callers".
        meaning: One line for a person.
        unfolds: Whether it can be asked again of the rows of its answer, level by level; see :func:`below`.
        ask: The answer for a subject, of so many matches at the most.
    """

    name: str
    meaning: str
    unfolds: bool
    ask: Callable[[Session, Subject, int], Answer]


def follows() -> tuple[Follow, ...]:
    """All ways that lead on from a subject."""
    ways = [_by_operation(name, each) for name, each in OPERATIONS.items() if each.names == 1]
    ways += [_by_relation(each) for each in RelationKind if each not in _FOLLOWED]
    return (*ways, Follow(OUTLINE, "the definitions of its file", unfolds=False, ask=_outline))


def _by_operation(name: str, operation: Operation) -> Follow:
    if name == _DEFINED:
        return Follow(DEFINITION, operation.meaning, operation.unfolds, definition)

    def ask(session: Session, subject: Subject, limit: int) -> Answer:
        known = resolved(session, subject)
        return operation(session, _question(session, known, _exact_name(session, known), limit))

    return Follow(name, operation.meaning, operation.unfolds, ask)


def _by_relation(relation: RelationKind) -> Follow:
    def ask(session: Session, subject: Subject, limit: int) -> Answer:
        known = resolved(session, subject)
        name = _package(known) if relation is RelationKind.IMPORTS else _exact_name(session, known)
        query = _query(session, known, Relation(relation, _named(name)))
        return search(session, query, f"{relation}:{name}", Filters(), limit)

    return Follow(relation.value, relation.meaning, unfolds=False, ask=ask)


def definition(session: Session, subject: Subject, limit: int) -> Answer:
    """What a subject means first, then what else has its name."""
    known = resolved(session, subject)
    if known.package and not known.definitions:
        return _files_of_package(session, known, limit)
    first = list(known.definitions)
    if known.local:
        return answer(shards_beside(session, known), first, len(first), notes=session.blobs.notes())
    name = first[0].name if first else _named(known.name)
    if known.match is not None and not is_defined(shards_beside(session, known), parse_name(name).base):
        return answer(shards_beside(session, known), first, len(first), notes=[f"{name} is not in the index"])
    others = OPERATIONS[_DEFINED](session, _question(session, known, name, limit))
    places = {(match.place, match.range) for match in first}
    left = [match for match in others.matches if (match.place, match.range) not in places]
    total = max(others.total, len(first) + len(left))
    return replace(others, matches=(first + left)[:limit], total=total)


def _files_of_package(session: Session, subject: Subject, limit: int) -> Answer:
    """The files of the package, or the file, that a name stands for; where none is, the place that names it."""
    query = _query(session, subject, Field("package", subject.package))
    found = search(session, query, f"package:{subject.package}", Filters(), limit)
    if found.total or subject.match is None:
        return found
    place, path = subject.match.place, _UPWARDS.sub("", subject.package)
    if path:
        leaf = Field("file", rf"/(^|\/){re.escape(path)}(\.\w+|\/index\.\w+)?$/")
        query = Query(And((leaf, Field("repo", place.repository), Field("rev", place.revision))))
        files = search(session, query, f"file:{path}", Filters(), limit)
        if files.total:
            return files
    return replace(found, matches=[subject.match], notes=[f"{subject.package} is not in the index"])


def _outline(session: Session, subject: Subject, limit: int) -> Answer:
    place = subject.match.place if subject.match else None
    if place is None:
        found = definition(session, subject, 1).matches
        place = found[0].place if found else None
    if place is None:
        message = f"{subject.name}: stands in no file that is indexed; ask for its definition"
        raise UsageError(message)
    file = file_of(session, place)
    matches = outline(file)
    notes = [f"{place.path} of {place.repository}"]
    return answer([file.shard], matches[:limit], len(matches), notes=notes)


def _question(session: Session, subject: Subject, name: str, limit: int) -> Question:
    """A question about a name, put to the shards that the subject stands among."""
    place = subject.match.place if subject.match else None
    if place is None or is_asked(session, place):
        return Question(name, limit=limit)
    return Question(name, repositories=(place.repository,), revision=place.revision, limit=limit)


def _query(session: Session, subject: Subject, leaf: Leaf) -> Query:
    """The same for a leaf of the query language."""
    place = subject.match.place if subject.match else None
    if place is None or is_asked(session, place):
        return Query(leaf)
    return Query(And((leaf, Field("repo", place.repository), Field("rev", place.revision))))


def _exact_name(session: Session, subject: Subject) -> str:
    """The most exact name by which the index finds what a subject means."""
    if not subject.definitions or subject.local:
        return _named(subject.name if not subject.local else subject.definitions[0].name)
    first: Match = subject.definitions[0]
    shards = shards_beside(session, subject)
    names = [f"{first.place.package}.{first.symbol}", first.symbol] if first.place.package else [first.symbol]
    for name in names:
        found = where_defined(shards, parse_name(name), Filters(), 1).matches
        if found and found[0].tier is Tier.EXACT and found[0].name == first.name:
            return name
    return first.name


def _package(subject: Subject) -> str:
    """The package of what a subject means; of a file without one, the name by which it is included."""
    if subject.package:
        return subject.package
    met = subject.definitions or ((subject.match,) if subject.match else ())
    if not met:
        return subject.name
    place = met[0].place
    return place.package or place.path.rpartition("/")[2]


def _named(name: str) -> str:
    if not name:
        message = "nothing is named here; choose a definition, or a name in the code"
        raise UsageError(message)
    return name
