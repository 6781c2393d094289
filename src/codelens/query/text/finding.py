"""Text search: the index of words narrows a question to files that can match, and each is verified on its blob.

Lines are found as offsets and counted to the last; a match is made only of what is shown.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from codelens.model import Stand
from codelens.query.shards import answer
from codelens.query.text.lines import FileLines, LinesFound
from codelens.query.text.matching import first_visible, has_line, line_end, line_start, matcher_of
from codelens.query.text.narrowing import files_with
from codelens.query.text.needs import AllOf
from codelens.query.text.showing import matches_of
from codelens.query.text.standing import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.extract.lexical import Stands
    from codelens.index.records import FileRow
    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Range
    from codelens.query.blobs import Blobs
    from codelens.query.filters import Filters
    from codelens.query.matches import Answer, Match
    from codelens.query.text.lines import TextQuestion
    from codelens.query.text.matching import Matcher

_MOST_SECONDS = 30.0
_MOST_LINES = 3_000_000
_LINES_AT_ONCE = 1_000  # between two looks at the clock
_NARROW = "narrow it with repo: lang: or file:"


class _CutShortError(Exception):
    """A bound is reached; says which."""


def find_lines(shards: Sequence[Shard], question: TextQuestion, filters: Filters, blobs: Blobs) -> LinesFound:
    """Find every line: a repository's own code first, then what its path says less of.

    Raises:
        UsageError: A text is empty or no regular expression.
    """
    search = _Search(question, filters, blobs)
    found = LinesFound([])
    try:
        for file in search.files(shards):
            found.files.append(file)
    except _CutShortError as bound:
        found.truncated = True
        found.notes.append(f"stopped after {bound}; {_NARROW}")
    found.files.sort(key=lambda file: file.order)
    found.notes += search.notes()
    return found


def united(found: Sequence[LinesFound]) -> LinesFound:
    """What several questions found, each line once, with the first place in it."""
    by_file: dict[tuple[Segment, int], list[FileLines]] = {}
    for file in (file for each in found for file in each.files):
        by_file.setdefault((file.segment, file.number), []).append(file)
    files = [_merged(same) if len(same) > 1 else same[0] for same in by_file.values()]
    notes = list(dict.fromkeys(note for each in found for note in each.notes))
    return LinesFound(sorted(files, key=lambda file: file.order), any(each.truncated for each in found), notes)


def text_answer(shards: Sequence[Shard], found: LinesFound, limit: int, blobs: Blobs) -> Answer:
    """The first lines that were found, as matches; the total counts all of them."""
    places = Places()
    matches: list[Match] = []
    for file in found.files:
        if len(matches) >= limit:
            break
        matches += matches_of(file, limit - len(matches), blobs, places)
    notes = found.notes + blobs.notes()
    return answer(shards, matches, found.total, truncated=found.truncated, notes=notes)


class _Search:
    """One question, file by file."""

    def __init__(self, question: TextQuestion, filters: Filters, blobs: Blobs) -> None:
        self._question = question
        self._filters = filters
        self._blobs = blobs
        self._texts = [matcher_of(text, question.case) for text in question.texts]
        self._without = [matcher_of(text, question.case) for text in question.without]
        self._allowed = set(question.places or (*Stand, "")) - set(question.without_places)
        self._asks_places = bool(question.places or question.without_places)
        self._places = Places()
        self._placeless = 0
        self._stop = time.monotonic() + _MOST_SECONDS
        self._lines = 0

    def files(self, shards: Sequence[Shard]) -> Iterator[FileLines]:
        """The files with such lines."""
        for shard, segment, number, row in self._candidates(shards):
            blob = self._blobs.read(shard, row)
            self._look_at_clock()
            if blob is None or (len(self._texts) > 1 and not all(text.find(blob, 0) for text in self._texts)):
                continue
            file = FileLines((row.penalty, not row.language, shard.name, row.path), shard, segment, number)
            try:
                self._add_lines(file, row, blob)
            finally:
                if file.starts:
                    yield file

    def notes(self) -> list[str]:
        """What a person should know of the search."""
        if not self._placeless:
            return []
        files = "1 file" if self._placeless == 1 else f"{self._placeless:,} files"
        return [f"left out: {files} without a grammar, where strings and comments are not known; ask without in:"]

    def _candidates(self, shards: Sequence[Shard]) -> Iterator[tuple[Shard, Segment, int, FileRow]]:
        need = AllOf(tuple(text.need for text in self._texts))
        within = self._question.within
        for shard in shards:
            for segment in shard.segments:
                inside = None if within is None else within.files(segment)
                if inside is not None and not inside:
                    continue
                files = files_with(segment, need, None if inside is None else set(inside))
                for number in sorted(files) if files is not None else segment.files():
                    row = segment.row(number)
                    if row.lines and self._filters.allows_file(row):  # what was skipped whole has no lines
                        yield shard, segment, number, row

    def _add_lines(self, file: FileLines, row: FileRow, blob: bytes) -> None:
        found = self._found(row, blob)
        if self._question.within is not None:
            ranges = _offsets(file.segment, file.number, self._question.within.ranges(file.segment, file.number))
            found = (each for each in found if any(start <= each[0] < end for start, end in ranges))
        if self._without:
            found = (each for each in found if not self._is_left_out(blob[line_start(blob, each[0]) : each[2]]))
        for count, (start, end, line) in enumerate(found):
            if count % _LINES_AT_ONCE == _LINES_AT_ONCE - 1:
                self._look_at_clock()
            file.add(start, end, line)
        self._lines += len(file.starts)
        if self._lines > _MOST_LINES:
            message = f"{self._lines:,} lines"
            raise _CutShortError(message)

    def _found(self, row: FileRow, blob: bytes) -> Iterator[tuple[int, int, int]]:
        """The first place in each line that counts, in order."""
        places = None
        if self._asks_places:
            places = self._places.of(row.language, blob)
            if places is None and "" not in self._allowed:
                self._placeless += any(text.find(blob, 0) for text in self._texts)
                return iter(())
        each = [text.lines(blob) if places is None else self._standing(text, places, blob) for text in self._texts]
        return each[0] if len(each) == 1 else _first_of_line(each)

    def _standing(self, text: Matcher, places: Stands, blob: bytes) -> Iterator[tuple[int, int, int]]:
        """As :meth:`Matcher.lines`, of what stands where it may."""
        at = 0
        while at <= len(blob) and (span := text.find(blob, at)) is not None and has_line(blob, span[0]):
            self._look_at_clock()
            start = span[0]
            first = first_visible(blob, *span)
            if places.at(first) in self._allowed:
                end = line_end(blob, start)
                yield *span, end
                at = end + 1
            else:  # what begins with space may stand where its first letter does
                at = start + max(1, len(blob[start : places.next(first, self._allowed, len(blob))].rstrip()))

    def _is_left_out(self, line: bytes) -> bool:
        return any(text.find(line, 0) is not None for text in self._without)

    def _look_at_clock(self) -> None:
        self._blobs.checkpoint()
        if time.monotonic() > self._stop:
            message = f"{_MOST_SECONDS:g} s"
            raise _CutShortError(message)


def _first_of_line(each: Sequence[Iterator[tuple[int, int, int]]]) -> Iterator[tuple[int, int, int]]:
    lines: dict[int, tuple[int, int, int]] = {}
    for found in (found for one in each for found in one):
        lines[found[2]] = min(found, lines.get(found[2], found))
    return iter(sorted(lines.values()))


def _merged(same: Sequence[FileLines]) -> FileLines:
    first = same[0]
    merged = FileLines(first.order, first.shard, first.segment, first.number)
    for found in _first_of_line([zip(file.starts, file.ends, file.line_ends, strict=True) for file in same]):
        merged.add(*found)
    return merged


def _offsets(segment: Segment, number: int, ranges: Sequence[Range]) -> list[tuple[int, int]]:
    """Where the first line of each range starts, and the line after its last."""
    lines = segment.line_starts(number)
    ends = [*lines[1:], 1 << 32]
    return [(lines[each.line], ends[each.end_line]) for each in ranges if each.end_line < len(lines)]
