"""What the screens ask: each function makes a call for an :class:`~codelens.present.tui.asking.Asker`.

Nothing of the index is imported before the first call runs, which is after the first screen is painted.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.query.file_text import FileText
    from codelens.query.following import Follow, Subject
    from codelens.query.matches import Answer, Match, Place
    from codelens.query.session import Session


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, with what the list needs to show it.

    Args:
        answer: The answer.
        words: What the query names, to be highlighted.
        seconds: How long it took.
    """

    answer: Answer
    words: tuple[str, ...]
    seconds: float


def searched(text: str, limit: int) -> Callable[[Session], Found]:
    """A query of the prompt.

    The call raises:
        QueryError: The query is not whole yet, or wrong.
        NotIndexedError: Nothing is indexed of what it asks for.
    """

    def call(session: Session) -> Found:
        from codelens.query.filters import Filters  # noqa: PLC0415 - see above
        from codelens.query.search import search  # noqa: PLC0415
        from codelens.query.syntax import parse  # noqa: PLC0415
        from codelens.query.tree import Name, Text, leaves  # noqa: PLC0415

        begun = time.perf_counter()
        query = parse(text)
        answer = search(session, query, text, Filters(), limit)
        words: list[str] = []
        for leaf in leaves(query.tree):
            if isinstance(leaf, Name) and not leaf.regex:
                words += leaf.text.rstrip("*").replace("::", ".").split(".")
            elif isinstance(leaf, Text) and not leaf.regex:
                words.append(leaf.pattern)
        return Found(answer, tuple(words), time.perf_counter() - begun)

    return call


def opened(session: Session) -> None:
    """All shards, and what a search needs: the first question is as fast as the others."""
    import codelens.query.search  # noqa: PLC0415 - see above
    import codelens.query.syntax  # noqa: PLC0415, F401

    session.shards()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file to read, and where one comes to in it: line and columns in characters, all 0-based."""

    file: FileText
    line: int
    start: int
    end: int


def read(match: Match) -> Callable[[Session], Opened]:
    """The file of a match.

    The call raises:
        NotIndexedError: The file can't be read any more.
    """

    def call(session: Session) -> Opened:
        from codelens.query.reading import read_file  # noqa: PLC0415 - see above

        file = read_file(session, match.place)
        line = match.range.line
        start = file.column_of(line, match.range.column)
        end = file.column_of(line, match.range.end_column) if match.range.end_line == line else len(file.lines[line])
        return Opened(file, line, start, end)

    return call


def followed(follow: Follow, subject: Subject, limit: int) -> Callable[[Session], Found]:
    """What a subject leads to.

    The call raises:
        CodelensError: It leads nowhere, or what it is about is not indexed.
    """

    def call(session: Session) -> Found:
        begun = time.perf_counter()
        answer = follow.ask(session, subject, limit)
        return Found(answer, (subject.name.rpartition(".")[2],), time.perf_counter() - begun)

    return call


def subject_under(place: Place, line: int, column: int) -> Callable[[Session], Subject]:
    """What the identifier at a place of a file means; the column in bytes."""

    def call(session: Session) -> Subject:
        from codelens.query.following import subject_at  # noqa: PLC0415 - see above

        return subject_at(session, place, line, column)

    return call


def subject_of_match(match: Match) -> Callable[[Session], Subject]:
    """What a row stands for."""

    def call(_session: Session) -> Subject:
        from codelens.query.following import subject_of  # noqa: PLC0415 - see above

        return subject_of(match)

    return call
