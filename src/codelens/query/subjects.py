"""What can be followed: a row of an answer, the identifier under a cursor, a name; and what it is known to mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.errors import NotIndexedError, UsageError
from codelens.model import SURFACE_KINDS, Role, Stand
from codelens.query.filters import Filters
from codelens.query.matches import Confidence, Tier
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import parse_name
from codelens.query.reading import definition_at, file_at, place_at, symbol_match
from codelens.query.references import enclosing
from codelens.query.text.standing import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.index.shard import Shard
    from codelens.query.graph.graph import Graph
    from codelens.query.graph.meaning import Meaning
    from codelens.query.matches import Match, Place
    from codelens.query.reading import IndexedFile
    from codelens.query.session import Session

_IMPORT = "import"  # the kind of reference that names a package
_SHOWN = SURFACE_KINDS | {"text"}  # kinds of what a program shows
_ANY = Filters()
_COLUMN = re.compile(r":\d+:\d+:?$")
_IDENTIFIER = re.compile(r"[^\W\d][\w$]*")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is followed.

    Args:
        name: As a person would type it: ``Kubelet.syncLoop``.
        match: Where it was met: a row of an answer, or the place under a cursor; None for a name that was typed.
        definitions: What it is known to mean, the likeliest first; none when it is known by its name alone.
        package: The package that it stands for, when it is the name of one.
        local: Whether it is a name that lives within a definition, which the index does not have.
    """

    name: str
    match: Match | None = None
    definitions: tuple[Match, ...] = ()
    package: str = ""
    local: bool = False


def subject_of(match: Match) -> Subject:
    """What a row of an answer is about: a definition itself, the name that is referred to, what stands around a text.

    Nothing is read; what a reference means is found when it is followed.
    """
    if _is_shown(match):
        return Subject(match.symbol, match)  # until it is resolved to the definition around it
    if match.role is Role.DEFINITION:
        return Subject(match.symbol, match, (match,))
    if match.role is Role.REFERENCE:
        return Subject(match.name, match, package=match.name if match.kind == _IMPORT else "")
    said = match.stands in {Stand.STRING, Stand.COMMENT} and match.symbol
    if not said and match.kind != "file" and _IDENTIFIER.fullmatch(match.name):
        return Subject(match.name, match)
    return Subject(match.symbol, match)


def below(session: Session, match: Match) -> Subject:
    """What a way that unfolds is asked of next, for a row of its answer: the definition, or the one around a use."""
    if match.role is Role.DEFINITION:
        return subject_of(match)
    around = _around(session, match)
    return Subject(around.symbol, match, (around,)) if around else Subject("", match)


def subject_around(session: Session, match: Match) -> Subject:
    """What a row is about, or the definition around it when it is a text that a program shows."""
    around = _around(session, match) if _is_shown(match) else None
    return subject_of(around or match)


def _is_shown(match: Match) -> bool:
    """Whether a match is no symbol but a text that a program shows."""
    return match.role is Role.DEFINITION and match.kind in _SHOWN


def subject_at(session: Session, place: Place, line: int, column: int) -> Subject:
    """What the identifier at a place of a file means, by scope, imports and types where that can be told.

    A word of a string or a comment that names nothing stands for the definition around it.

    Args:
        session: Where it is asked.
        place: The file.
        line: 0-based.
        column: In bytes of the line, 0-based; just behind the identifier will do.

    Raises:
        NotIndexedError: The file or its blob is gone.
        UsageError: No identifier stands there.
    """
    from codelens.query.graph.graph import Graph  # noqa: PLC0415 - it loads the grammars, which most questions don't need
    from codelens.query.graph.meaning import meaning_at  # noqa: PLC0415

    file = file_of(session, place)
    shards = session.shards() if is_asked(session, place) else [file.shard]
    graph = Graph(shards, session.blobs)
    lines = file.segment.line_starts(file.number)
    found = meaning_at(graph, file, lines[line] + column) if line < len(lines) else None
    if found is None:
        message = f"{place.path}:{line + 1}:{column + 1}: no name stands here; choose one"
        raise UsageError(message)
    subject = _subject(graph, found)
    if _is_said(session, file, lines[line] + column) and not _is_known(shards, subject):
        around = enclosing(file.segment.definitions(file.number), line, column)
        match = symbol_match(file.shard, file.row, around) if around else None
        return Subject(match.symbol, subject.match, (match,)) if match else subject
    return subject


def _is_said(session: Session, file: IndexedFile, offset: int) -> bool:
    """Whether a place is within a string or a comment."""
    stands = Places().of(file.row.language, session.blobs.read(file.shard, file.row) or b"")
    return stands is not None and stands.at(offset) in {Stand.STRING, Stand.COMMENT}


def _is_known(shards: Sequence[Shard], subject: Subject) -> bool:
    """Whether a subject means anything that is indexed, be it by its name alone."""
    if subject.definitions or subject.package:
        return True
    found = where_defined(shards, parse_name(subject.name), _ANY, 1).matches
    return bool(found) and found[0].tier in {Tier.EXACT, Tier.FOLDED}


def subject_written(session: Session, text: str, filters: Filters = _ANY) -> Subject | None:
    """What stands at a place written as answers have it; None for what is no place.

    Args:
        session: Where it is asked.
        text: ``path:line:column``, 1-based, or ``path:line`` for the definition around it.
        filters: What the file must be.

    Raises:
        NotIndexedError: There is no such file, or no definition around the line.
        UsageError: No identifier stands there.
    """
    if not _COLUMN.search(text):
        around = definition_at(session.shards(), text, filters)
        return subject_of(around) if around else None
    at = place_at(session.shards(), text, filters)
    return subject_at(session, *at) if at else None


def resolved(session: Session, subject: Subject) -> Subject:
    """The same subject with what it means, as far as that can be told.

    Raises:
        UsageError: It has no name, such as a text that stands in no definition.
    """
    match = subject.match
    if subject.definitions or match is None:
        return subject
    found = subject
    if match.role is Role.REFERENCE or (match.role is None and subject.name == match.name):
        try:
            found = subject_at(session, match.place, match.range.line, match.range.column)
        except (NotIndexedError, UsageError):
            return subject
        return replace(found, match=match) if found.name else subject
    around = _around(session, match)
    return replace(subject, definitions=(around,)) if around else subject


def _subject(graph: Graph, meaning: Meaning) -> Subject:
    here = meaning.site.match(graph.code, meaning.kind, meaning.confidence)
    if meaning.local is not None:
        declared = _declaration(graph, meaning)
        return Subject(declared.symbol, here, (declared,), local=True)
    if meaning.symbols:
        found = tuple(graph.code.match(each, meaning.confidence) for each in meaning.symbols)
        sure = meaning.confidence is not Confidence.HEURISTIC
        return Subject(found[0].symbol if sure else meaning.site.name, found[0] if not meaning.kind else here, found)
    name = f"{meaning.qualifier}.{meaning.site.name}" if meaning.qualifier else meaning.site.name
    return Subject(name, here, package=meaning.package)


def _declaration(graph: Graph, meaning: Meaning) -> Match:
    """The place at which a local name is declared, as if the index had it."""
    code, site, at = graph.code, meaning.site, meaning.local or 0
    found = code.site(site.file, at, site.name).match(code, "variable", meaning.confidence)
    scope = found.symbol or (site.around.symbol if site.around else "")
    symbol = f"{scope}{site.file.row.separator}{site.name}" if scope else site.name
    return replace(found, symbol=symbol, role=Role.DEFINITION)


def _around(session: Session, match: Match) -> Match | None:
    """The innermost definition around a match."""
    try:
        file = file_of(session, match.place)
    except NotIndexedError:
        return None
    found = enclosing(file.segment.definitions(file.number), match.range.line, match.range.column)
    return symbol_match(file.shard, file.row, found) if found else None


def is_asked(session: Session, place: Place) -> bool:
    """Whether a file is among what a question without words is put to."""
    return any((each.name, each.manifest.revision) == (place.repository, place.revision) for each in session.shards())


def shards_beside(session: Session, subject: Subject) -> Sequence[Shard]:
    """The shards that a question about a subject is put to: all, unless it stands at another revision."""
    place = subject.match.place if subject.match else None
    if place is None or is_asked(session, place):
        return session.shards()
    return session.shards((place.repository,), place.revision)


def file_of(session: Session, place: Place) -> IndexedFile:
    """The file of a place.

    Raises:
        NotIndexedError: It is gone.
    """
    (shard,) = session.shards((place.repository,), place.revision)
    file = file_at(shard, place.path)
    if file is None:
        message = f"{place.repository}: {place.path}: no such file at {shard.manifest.revision} any more; search again"
        raise NotIndexedError(message)
    return file
