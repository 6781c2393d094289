"""Text search: the index of words narrows a question to files that can match, and each is verified on its blob."""

from __future__ import annotations

import re
import signal
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.index.shard import LONGEST_WORD
from codelens.model import Range
from codelens.query.matches import Answer, Confidence, Match, Tier
from codelens.query.references import enclosing
from codelens.query.shards import answer, place_of
from codelens.query.syntax import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.shard import Segment, Shard
    from codelens.query.blobs import Blobs
    from codelens.query.filters import Filters
    from codelens.query.syntax import Text

_WORDS = re.compile(rb"[0-9A-Za-z_\x80-\xff]+")
_MOST_WORDS = 4_000  # words that a part of one may stand for before all files are read instead
_MOST_SECONDS = 30


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A text as a pattern for bytes, and the literal that its files must hold, if it is one."""

    pattern: re.Pattern[bytes]
    literal: bytes
    folded: bool


def search_text(
    shards: Sequence[Shard], texts: Sequence[Text], filters: Filters, limit: int, blobs: Blobs, *, case: bool | None
) -> Answer:
    """The lines that hold any of the texts, in files that hold all of them: code first.

    Args:
        shards: Those to ask.
        texts: What to find.
        filters: What a file must be.
        limit: How many matches at the most; all are counted.
        blobs: Where files are read.
        case: Whether upper and lower case must agree; None if the texts have upper-case letters.
    """
    wanted = [_compile(text, case) for text in texts]
    shown = wanted[0].pattern if len(wanted) == 1 else _any_of(wanted)
    found: list[tuple[tuple[int, bool, str, str], list[Match], int]] = []
    stop = time.monotonic() + _MOST_SECONDS
    notes = []
    for shard, segment, number in _candidates(shards, wanted, filters):
        row = segment.row(number)
        blob = blobs.read(shard, row)
        try:
            with _until(stop):
                if blob is None or not all(each.pattern.search(blob) for each in wanted):
                    continue
                matches, count = _lines(shard, segment, number, blob, shown, limit)
        except TimeoutError:
            notes.append(f"stopped after {_MOST_SECONDS} s in {row.path}; narrow it with repo: lang: or file:")
            break
        found.append(((row.penalty, not row.language, shard.name, row.path), matches, count))
    found.sort(key=lambda file: file[0])
    matches = [match for _, some, _ in found for match in some][:limit]
    total = sum(count for _, _, count in found)
    truncated = len(notes) > 0
    return answer(shards, matches, total, truncated=truncated, notes=notes + blobs.notes())


@contextmanager
def _until(stop: float) -> Iterator[None]:
    """Bound what a regular expression may take: one that backtracks looks at no clock, but it lets an alarm through.

    Raises:
        TimeoutError: The time has come. In a thread that gets no signals only what has ended is seen to be late.
    """
    seconds = stop - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _time_out)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _time_out(_number: int, _frame: object) -> None:
    raise TimeoutError


def _any_of(wanted: Sequence[_Wanted]) -> re.Pattern[bytes]:
    """A pattern for a place of any of the texts, each in its own case."""
    parts = (b"(?%s:%s)" % (b"i" if each.folded else b"", each.pattern.pattern) for each in wanted)
    return re.compile(b"|".join(parts), re.MULTILINE)


def _compile(text: Text, case: bool | None) -> _Wanted:  # noqa: FBT001
    letters = re.sub(r"\\.", "", text.pattern) if text.regex else text.pattern
    sensitive = case if case is not None else letters != letters.lower()
    raw = text.pattern.encode("utf-8", "surrogateescape")
    if not raw:
        message = "the text to search for is empty"
        raise UsageError(message)
    flags = re.MULTILINE | (0 if sensitive else re.IGNORECASE)
    pattern = compiled(text.pattern, flags) if text.regex else re.compile(re.escape(raw), flags)
    return _Wanted(pattern, b"" if text.regex else raw, not sensitive)


def _candidates(
    shards: Sequence[Shard], wanted: Sequence[_Wanted], filters: Filters
) -> Iterator[tuple[Shard, Segment, int]]:
    for shard in shards:
        for segment in shard.segments:
            files: set[int] | None = None
            for each in wanted:
                for some in _narrowings(segment, each):
                    files = some if files is None else files & some
            for number in sorted(files) if files is not None else segment.files():
                row = segment.row(number)
                if row.lines and filters.allows_file(row):  # what was skipped whole has no lines
                    yield shard, segment, number


def _narrowings(segment: Segment, wanted: _Wanted) -> Iterator[set[int]]:
    """Sets of files outside of which the text can't stand."""
    literal = wanted.literal
    for found in _WORDS.finditer(literal):
        word = found[0]
        starts, ends = found.start() > 0, found.end() < len(literal)
        if len(word) < 2:  # noqa: PLR2004 - words of one letter are indexed only where they are names
            continue
        if starts and ends and not wanted.folded:
            yield set(segment.files_with(word[:LONGEST_WORD]))
            continue
        files = _files_with_part(segment, word, starts=starts, ends=ends, folded=wanted.folded)
        if files is not None:
            yield files


def _files_with_part(segment: Segment, word: bytes, *, starts: bool, ends: bool, folded: bool) -> set[int] | None:
    """The files with a word that holds this part of one; None when there are so many that it says nothing."""
    if (len(word) < 3 and not (starts or ends)) or len(word) > LONGEST_WORD:  # noqa: PLR2004
        return None
    text = (rb"^" if starts else b"") + re.escape(word) + (rb"$" if ends else b"")
    pattern = re.compile(text, re.MULTILINE | (re.IGNORECASE if folded else 0))
    files: set[int] = set()
    for count, term in enumerate(segment.words_matching(pattern)):
        if count == _MOST_WORDS:
            return None
        files.update(segment.files_with(term))
    return files if starts else files | segment.files_with_cut_words


def _lines(
    shard: Shard, segment: Segment, number: int, blob: bytes, pattern: re.Pattern[bytes], limit: int
) -> tuple[list[Match], int]:
    """The first matches of a file, one a line, and how many lines match."""
    row = segment.row(number)
    matches: list[Match] = []
    count = 0
    at = 0
    line = 0
    counted = 0
    while at <= len(blob) and (found := pattern.search(blob, at)) is not None:
        line += blob.count(b"\n", counted, found.start())
        start = blob.rfind(b"\n", 0, found.start()) + 1
        counted = found.start()
        end = blob.find(b"\n", found.start())
        end = len(blob) if end < 0 else end
        count += 1
        if len(matches) < limit:
            column = found.start() - start
            around = enclosing(segment.definitions(number), line, column)
            matches.append(
                Match(
                    place=place_of(shard, row),
                    range=Range(line, column, line, min(found.end(), end) - start),
                    end_line=line,
                    name=found[0].decode("utf-8", "replace"),
                    symbol=row.separator.join((*around.scope, around.name)) if around else "",
                    kind="",
                    role=None,
                    signature=blob[start:end].strip().decode("utf-8", "replace"),
                    tier=Tier.TEXT,
                    score=round(1.0 - min(row.penalty, 9) / 10, 4),
                    confidence=Confidence.TEXT,
                )
            )
        at = end + 1
    return matches, count
