"""What the screens ask: each function makes a call for an :class:`~codelens.present.tui.asking.Asker`.

Nothing of the index is imported before the first call runs, which is after the first screen is painted.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, QueryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codelens.fetch.manifest import Repository
    from codelens.query.file_text import FileText
    from codelens.query.following import Follow, Subject
    from codelens.query.holdings import Holding
    from codelens.query.matches import Answer, Match, Place
    from codelens.query.session import Session
    from codelens.query.spots import Spot


_QUOTED = re.compile("'([^']+)'")

_AT_ONCE = 1_000  # files of a long list


def now() -> float:
    """Seconds of the clock by which answers are timed."""
    return time.perf_counter()


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
        from codelens.query.syntax import parse_typed  # noqa: PLC0415
        from codelens.query.tree import Name, Text, leaves  # noqa: PLC0415

        begun = now()
        query, whole = parse_typed(text)
        try:
            answer = search(session, query, whole, Filters(), limit)
        except UsageError as error:
            raise _pointed(error, text) from error
        words: list[str] = []
        for leaf in leaves(query.tree):
            if isinstance(leaf, Name) and not leaf.regex:
                words += leaf.text.rstrip("*").replace("::", ".").split(".")
            elif isinstance(leaf, Text) and not leaf.regex:
                words.append(leaf.pattern)
        return Found(answer, tuple(words), now() - begun)

    return call


def _pointed(error: UsageError, text: str) -> UsageError:
    """The same error, with the column of the word that it quotes, where the query has that once."""
    quoted = _QUOTED.search(str(error))
    if isinstance(error, QueryError) or quoted is None or text.count(quoted[1]) != 1:
        return error
    return QueryError(str(error), text, text.index(quoted[1]))


def opened(session: Session) -> None:
    """All shards, and what a search needs: the first question is as fast as the others."""
    import codelens.query.search  # noqa: PLC0415 - see above
    import codelens.query.syntax  # noqa: PLC0415, F401

    session.shards()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file to read, and where one comes to in it.

    Args:
        file: The file.
        line: 0-based.
        start: The first character to mark.
        end: The one after the last to mark; nothing is marked when that is the first.
        is_exact: Whether that is the line that was asked for, not one where it would be.
    """

    file: FileText
    line: int
    start: int
    end: int
    is_exact: bool = True


def read(match: Match) -> Callable[[Session], Opened]:
    """The file of a match.

    The call raises:
        NotIndexedError: The file can't be read any more.
    """

    def call(session: Session) -> Opened:
        from codelens.query.reading import read_file  # noqa: PLC0415 - see above

        file = read_file(session, match.place)
        line = min(match.range.line, len(file.lines) - 1)
        start = file.column_of(line, match.range.column)
        end = file.column_of(line, match.range.end_column) if match.range.end_line == line else len(file.lines[line])
        return Opened(file, line, start, end)

    return call


def read_again(spot: Spot, revision: str = "") -> Callable[[Session], Opened]:
    """The file of a spot, as it is now or at another revision, at the same line.

    The call raises:
        NotIndexedError: There is no such file there, or it can't be read any more.
    """

    def call(session: Session) -> Opened:
        from codelens.query.reading import read_file  # noqa: PLC0415 - see above
        from codelens.query.spots import found_again  # noqa: PLC0415

        file = read_file(session, spot.place, revision)
        line, is_exact = found_again(spot, file)
        column = min(spot.column, len(file.lines[line]))
        return Opened(file, line, column, column, is_exact)

    return call


def revisions(repository: str) -> Callable[[Session], list[str]]:
    """The revisions at which a repository is indexed."""

    def call(session: Session) -> list[str]:
        from codelens.query.shards import revisions_of  # noqa: PLC0415 - see above

        return revisions_of(session.home, repository)

    return call


def followed(follow: Follow, subject: Subject, limit: int) -> Callable[[Session], Found]:
    """What a subject leads to.

    The call raises:
        CodelensError: It leads nowhere, or what it is about is not indexed.
    """

    def call(session: Session) -> Found:
        begun = now()
        answer = follow.ask(session, subject, limit)
        return Found(answer, (subject.name.rpartition(".")[2],), now() - begun)

    return call


def followed_on(follow: Follow, match: Match, limit: int) -> Callable[[Session], Found]:
    """The next level below a row of what a follow that unfolds has answered.

    The call raises:
        CodelensError: It leads nowhere, or what it is about is not indexed.
    """

    def call(session: Session) -> Found:
        from codelens.query.following import below  # noqa: PLC0415 - see above

        return followed(follow, below(session, match), limit)(session)

    return call


def subject_under(place: Place, line: int, column: int) -> Callable[[Session], Subject]:
    """What the identifier at a place of a file means; the column in bytes."""

    def call(session: Session) -> Subject:
        from codelens.query.following import subject_at  # noqa: PLC0415 - see above

        return subject_at(session, place, line, column)

    return call


def subject_of_match(match: Match) -> Callable[[Session], Subject]:
    """What a row stands for."""

    def call(session: Session) -> Subject:
        from codelens.query.following import subject_around  # noqa: PLC0415 - see above

        return subject_around(session, match)

    return call


@dataclass(frozen=True, slots=True)
class Held:
    """All repositories.

    Args:
        holdings: What the manifest lists and what is indexed.
        entries: Of the manifest, in its order.
        trouble: What is wrong with the manifest, in one line, or "".
    """

    holdings: tuple[Holding, ...]
    entries: tuple[Repository, ...]
    trouble: str


def held(repos: str | None) -> Callable[[Session], Held]:
    """All that the manifest lists and all that is indexed; without a manifest that can be read, the latter.

    The call raises:
        HomeError: The home belongs to somebody else.
    """

    def call(session: Session) -> Held:
        from codelens.fetch.manifest import find_manifest  # noqa: PLC0415 - see above
        from codelens.fetch.organizations.known import with_brought  # noqa: PLC0415
        from codelens.query.holdings import holdings  # noqa: PLC0415

        trouble, listed = "", None
        try:
            listed = with_brought(find_manifest(repos), session.home)
        except CodelensError as error:
            trouble = str(error)
        else:
            if not listed.repositories:
                trouble = f"{listed.file} lists no repository; add one with a name and a url or path"
        return Held(tuple(holdings(session.home, listed)), listed.repositories if listed else (), trouble)

    return call


def skipped(holding: Holding, reason: str) -> Callable[[Session], Iterator[list[Place]]]:
    """The files of a repository that were skipped for a reason, some thousand at a time.

    The call raises:
        CodelensError: The shard can't be read, or its source is gone.
    """

    def call(session: Session) -> Iterator[list[Place]]:
        from codelens.query.holdings import skipped_files  # noqa: PLC0415 - see above

        places: list[Place] = []
        for place, _ in skipped_files(holding, session.home, [reason]):
            session.checkpoint()
            places.append(place)
            if len(places) == _AT_ONCE:
                yield places
                places = []
        yield places

    return call


def read_place(place: Place) -> Callable[[Session], FileText]:
    """A file.

    The call raises:
        NotIndexedError: It can't be read.
    """

    def call(session: Session) -> FileText:
        from codelens.query.reading import read_file  # noqa: PLC0415 - see above

        return read_file(session, place)

    return call
