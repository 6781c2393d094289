"""The index of words narrows what a text needs to the files of a segment that can hold it; it never hides one.

Finding and reading a word's list of files costs about what reading and searching two files costs, so narrowing ends
where it no longer pays: the rarest words come first.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from codelens.index.segment import LONGEST_WORD
from codelens.query.regexes import compile_bytes, compile_folded
from codelens.query.text.needs import AllOf, AnyOf, Edge, Literal

if TYPE_CHECKING:
    from codelens.index.listing import Searching
    from codelens.index.segment import Segment
    from codelens.query.text.needs import Need

_WORDS = re.compile(rb"[0-9A-Za-z_\x80-\xff]+")
_FEW = 24  # files that are searched as fast as they are narrowed further
_FILES_A_LIST = 2  # files that are read and searched while one list of files is found and read
_FILES_PER_LIST = 40  # numbers in a list that are read while one file is read and searched
_SHORTEST_PART = 3  # bytes of a part of a word that tells anything, when both its ends are open
_MOST_FOLDED = 3  # bytes that a letter of ASCII has in another case: the Kelvin sign
_EDGES = {Edge.CLOSED: rb"\n", Edge.ASCII: rb"[\n\x80-\xff]", Edge.OPEN: b""}
# What letters of ASCII are beyond ASCII, when case does not count.
_FOLDED = ((b"[kK]", rb"(?:k|\\xe2\\x84\\xaa)"), (b"[sS]", rb"(?:s|\\xc5\\xbf)"))


def files_with(segment: Segment, need: Need, among: set[int] | None = None) -> set[int] | None:
    """The files of a segment that can hold what is needed; None when all of them can.

    Args:
        segment: Of a shard.
        need: Of a text.
        among: Those that something else has left, to begin with.
    """
    if isinstance(need, Literal):
        return _files_with_literal(segment, need, among)
    if isinstance(need, AllOf):
        for part in sorted(need.parts, key=_length, reverse=True):
            if among is not None and len(among) <= _FEW:
                break
            among = files_with(segment, part, among)
        return among
    found: set[int] = set()
    for part in need.parts:
        some = files_with(segment, part, among)
        if some is None:
            return None
        found |= some
    return found


def _length(need: Need) -> int:
    """How long the longest literal is: a long one narrows more."""
    if isinstance(need, Literal):
        return len(need.text)
    lengths = map(_length, need.parts)
    return min(lengths, default=0) if isinstance(need, AnyOf) else max(lengths, default=0)


def _files_with_literal(segment: Segment, literal: Literal, among: set[int] | None) -> set[int] | None:
    whole, parts = _taken_apart(literal)
    counted = sorted((segment.count_files_with(word), word) for word in whole)
    for count, word in counted:
        if among is not None and (len(among) <= _FEW or count > len(among) * _FILES_PER_LIST):
            break
        files = set(segment.files_with(word))
        among = files if among is None else among & files
    for part in sorted(parts, key=lambda part: len(part.text), reverse=True):
        if among is not None and len(among) <= _FEW:
            break
        most = (len(among) if among is not None else segment.file_count) // _FILES_A_LIST
        some = _files_with_part(segment, part, most)
        if some is not None:
            among = some if among is None else among & some
    return among


def _taken_apart(literal: Literal) -> tuple[set[bytes], list[Literal]]:
    """The words of a literal as the index has them, and what is only a part of a word or folded."""
    whole: set[bytes] = set()
    parts = []
    for found in _WORDS.finditer(literal.text):
        word = found[0]
        before = Edge.CLOSED if found.start() else literal.before
        after = Edge.CLOSED if found.end() < len(literal.text) else literal.after
        if len(word.decode("utf-8", "replace") if literal.folded else word) < 2:  # noqa: PLR2004
            continue  # words of one letter are indexed only where they are names
        if before is after is Edge.CLOSED and not literal.folded:
            whole.add(word[:LONGEST_WORD])
        elif len(word) >= _SHORTEST_PART or Edge.OPEN not in (before, after):
            parts.append(Literal(word, literal.folded, before, after))
    return whole, parts


def _files_with_part(segment: Segment, part: Literal, most: int) -> set[int] | None:
    """The files with a word that has this part; None when it says nothing, or there are more than so many words."""
    pattern = _pattern(part)
    if pattern is None:
        return None
    words = list(islice(segment.words_matching(pattern), most + 1))
    if len(words) > most:
        return None
    files = {file for word in words for file in segment.files_with(word)}
    surely_kept = part.before is Edge.CLOSED and (not part.folded or len(part.text) * _MOST_FOLDED < LONGEST_WORD)
    return files if surely_kept else files | segment.files_with_cut_words


def _pattern(part: Literal) -> Searching | None:
    """What finds the words that have a part; None when there is no telling."""
    text, before, after = part.text, _EDGES[part.before], _EDGES[part.after]
    if len(text) > LONGEST_WORD:
        return None
    if not part.folded and Edge.ASCII not in (part.before, part.after):
        return re.compile(before + text + after)
    if text.isascii() or not part.folded:
        return compile_bytes(before + (_in_any_case(text) if part.folded else text) + after, latin=True)
    return compile_folded(text)


def _in_any_case(text: bytes) -> bytes:
    """A word of ASCII in any case, as bytes."""
    for letter, any_case in _FOLDED:
        text = re.sub(letter, any_case, text)
    return b"(?i:%s)" % text
