"""What is read rather than searched: the source of a symbol, the outline of a file, all symbols of a repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from codelens.errors import NotIndexedError
from codelens.model import MAX_BLOB, Role, SkipReason
from codelens.query.file_text import FileText, lines_of
from codelens.query.filters import Filters
from codelens.query.matches import Confidence, Match, Tier
from codelens.query.shards import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.records import FileRow
    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Definition
    from codelens.query.blobs import Blobs
    from codelens.query.matches import Place
    from codelens.query.session import Session

_ANY = Filters()
_UNSHOWN = frozenset({SkipReason.BINARY, SkipReason.TOO_LARGE})
_MOST_NEAR = 2_000  # paths that are compared with one that is gone
_PLACE = re.compile(r"([^:\s]*[./][^:\s]*):(\d+)(?::(\d+))?:?")


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A file of a shard."""

    shard: Shard
    segment: Segment
    number: int

    @property
    def row(self) -> FileRow:
        """What is known of it."""
        return self.segment.row(self.number)


def find_files(shards: Sequence[Shard], path: str, filters: Filters = _ANY) -> list[IndexedFile]:
    """The files that a path means: that one, or those whose path ends so; the best first.

    Args:
        shards: Those to ask.
        path: Of a file, or the end of one.
        filters: What a file must be.

    Raises:
        NotIndexedError: There is none.
    """
    wanted = path.strip("/")
    found = [
        IndexedFile(shard, segment, number)
        for shard in shards
        for segment in shard.segments
        for number in segment.files()
        if ("/" + segment.row(number).path).endswith("/" + wanted) and filters.allows_file(segment.row(number))
    ]
    if not found:
        message = f"{path}: no such file in the index; to look for it: codelens search file:{path.rpartition('/')[2]}"
        raise NotIndexedError(message)
    return sorted(
        found, key=lambda file: (file.row.path != wanted, file.row.penalty, len(file.row.path), file.row.path)
    )


def file_at(shard: Shard, path: str) -> IndexedFile | None:
    """The file of a shard that has exactly this path, if there is one."""
    for segment in shard.segments:
        number = segment.file_at(path)
        if number is not None:
            return IndexedFile(shard, segment, number)
    return None


def read_file(session: Session, place: Place, revision: str = "") -> FileText:
    """Read a whole file, to show it.

    Args:
        session: Where it is asked.
        place: The file, as an answer names it; what is read is the commit that is indexed now.
        revision: Of the same path at another revision; "" reads the place's own.

    Raises:
        NotIndexedError: The repository, the revision, the file or its blob is gone, or it is no text.
    """
    at = revision or place.revision
    (shard,) = session.shards((place.repository,), at)
    file = file_at(shard, place.path)
    if file is None:
        near = _nearest_path(shard, place.path)
        hint = f"the nearest is {near}" if near else f"see: codelens search repo:{shard.name} file:/."
        message = f"{shard.name}: {place.path}: no such file at {shard.manifest.revision}; {hint}"
        raise NotIndexedError(message)
    blob = _shown_blob(session, file)
    lines, starts = lines_of(blob)
    from codelens.extract.lexical import lexical_of  # noqa: PLC0415 - most questions show no whole file

    rules = lexical_of(file.row.language)
    stands = rules.stands(blob) if rules else None
    return FileText(place_of(shard, file.row), lines, tuple(outline(file)), blob, starts, stands)


def _shown_blob(session: Session, file: IndexedFile) -> bytes:
    row, name = file.row, file.shard.name
    if row.skipped in _UNSHOWN or row.size > MAX_BLOB or not row.blob:
        reason = SkipReason(row.skipped) if row.skipped else SkipReason.TOO_LARGE
        message = f"{name}: {row.path} is not shown: {reason}; it {reason.meaning}"
        raise NotIndexedError(message)
    blob = session.blobs.read(file.shard, row)
    if blob is None:
        message = f"{name}: {row.path} can't be read any more; run: codelens update {name}"
        raise NotIndexedError(message)
    return blob


def _nearest_path(shard: Shard, path: str) -> str:
    """The path that is likest to one that is gone: of a file with the same name, or one near it; "" for none."""
    rows = [segment.row(number) for segment in shard.segments for number in segment.files()]
    base = path.rpartition("/")[2]
    same = [row.path for row in rows if row.path.rpartition("/")[2] == base]
    folder = path.rpartition("/")[0]
    beside = [row.path for row in rows if row.path.rpartition("/")[0] == folder]
    close = get_close_matches(path, (same or beside)[:_MOST_NEAR], 1, 0.0 if same else 0.6)
    return close[0] if close else ""


def place_at(shards: Sequence[Shard], place: str, filters: Filters = _ANY) -> tuple[Place, int, int] | None:
    """The file, the line and the column (both 0-based) of a place written as answers have it; None for what is none.

    Args:
        shards: Those to ask.
        place: ``path:line``, 1-based as typed; a column may follow.
        filters: What the file must be.

    Raises:
        NotIndexedError: There is no such file.
    """
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    file = find_files(shards, found[1], filters)[0]
    return place_of(file.shard, file.row), max(int(found[2]) - 1, 0), max(int(found[3] or 1) - 1, 0)


def definition_at(shards: Sequence[Shard], place: str, filters: Filters = _ANY) -> Match | None:
    """The innermost definition around a place written as answers have it; None for what is no place.

    Args:
        shards: Those to ask.
        place: ``path:line``, 1-based as typed; a column may follow.
        filters: What the file must be.

    Raises:
        NotIndexedError: There is no such file, or no definition around this line of it.
    """
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    file = find_files(shards, found[1], filters)[0]
    line = int(found[2]) - 1
    around = [each for each in outline(file) if each.range.line <= line <= each.end_line]
    if not around:
        message = f"{place}: no definition stands around it; those of the file: codelens outline {found[1]}"
        raise NotIndexedError(message)
    return around[-1]


def outline(file: IndexedFile) -> list[Match]:
    """A file's definitions, in the order of their places."""
    return [symbol_match(file.shard, file.row, each) for each in file.segment.definitions(file.number)]


def all_symbols(shards: Sequence[Shard]) -> Iterator[Match]:
    """Every definition of the shards."""
    for shard in shards:
        for segment in shard.segments:
            for number in segment.files():
                row = segment.row(number)
                for definition in segment.definitions(number):
                    yield symbol_match(shard, row, definition)


def symbol_match(shard: Shard, row: FileRow, definition: Definition) -> Match:
    """A definition as a match that nobody asked for by name."""
    return Match(
        place=place_of(shard, row),
        range=definition.range,
        end_line=definition.enclosing.end_line,
        name=definition.name,
        symbol=row.separator.join((*definition.scope, definition.name)),
        kind=definition.kind,
        role=Role.DEFINITION,
        signature=definition.signature,
        tier=Tier.EXACT,
        score=1.0,
        confidence=Confidence.SYNTAX,
    )


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file.

    Args:
        first: The number of the first line, 0-based.
        lines: Their text, without line ends.
    """

    first: int
    lines: list[str]


def source_of(shards: Sequence[Shard], match: Match, blobs: Blobs, comment: str) -> Excerpt:
    """The source of a definition, with the comment lines that stand directly above it.

    Raises:
        NotIndexedError: The blob can't be read any more.
    """
    shard = next(shard for shard in shards if shard.name == match.place.repository)
    file = next(file for file in find_files([shard], match.place.path) if file.row.path == match.place.path)
    blob = blobs.read(shard, file.row)
    if blob is None:
        message = f"{shard.name}: {match.place.path} can't be read any more; run: codelens update {shard.name}"
        raise NotIndexedError(message)
    lines = blob.decode("utf-8", "replace").split("\n")
    definition = next(each for each in file.segment.definitions(file.number) if each.range == match.range)
    first = definition.enclosing.line
    while comment and first > 0 and lines[first - 1].lstrip().startswith(comment):
        first -= 1
    return Excerpt(first, [line.removesuffix("\r") for line in lines[first : definition.enclosing.end_line + 1]])
