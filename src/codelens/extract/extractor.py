"""Bytes and a language in, an :class:`~codelens.model.Extraction` out."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import tree_sitter

from codelens.extract.bindings.query import compile_bindings
from codelens.extract.bindings.reader import BindingsReader
from codelens.extract.branches import preprocessed
from codelens.extract.definitions import DefinitionReader
from codelens.extract.embedded import EmbeddedReader
from codelens.extract.places import Places
from codelens.extract.surface.reader import SurfaceReader
from codelens.extract.tags_query import compile_tags
from codelens.model import Extraction, pack_places

if TYPE_CHECKING:
    from codelens.extract.language import Captures, Language
    from codelens.model import Range, Statement

MAX_WORD = 64  # bytes; a longer word is known by its first 64
GENERATED_LINES = 40  # how many of a file's first lines may say that a program wrote it

_NO_UTF8 = re.compile("[\udc80-\udcff]")
# Every byte that is no part of a word becomes a space: letters, digits, _ and what is not ASCII stay.
_SPACED = bytes(
    byte if not chr(byte).isascii() or chr(byte).isalnum() or byte == ord("_") else ord(" ") for byte in range(256)
)


def extract(blob: bytes, language: Language | None, captures: Captures, *, silent: bool = False) -> Extraction:
    """All that is to be known of one blob.

    Args:
        blob: The file's bytes, any encoding; at most :data:`codelens.model.MAX_BLOB`.
        language: Its language, or None for one without a grammar: then its words are all there is.
        captures: The closed list of kinds.
        silent: Whether its statements are not wanted.
    """
    lines = line_starts(blob)
    words = words_in(blob)
    if language is None:
        return Extraction((), {}, b" ".join(words), pack_places(lines))
    query, text = compile_tags(language, captures), _as_utf8(blob)
    parsed = _parsed(blob, text, language, query.grammar)
    places, reader = Places(blob, query), DefinitionReader(blob, lines, language, query)
    if parsed.dropped is not None:
        places.refer(parsed.first)
        reader.find(parsed.first, within=parsed.dropped)
    places.refer(parsed.root)
    reader.find(parsed.root)
    reader.nest(places)
    bindings = compile_bindings(language, query.grammar, captures)
    if bindings and bindings.asked_of(blob):
        BindingsReader(blob, bindings, reader, places).read(*dict.fromkeys((parsed.root, parsed.first)))
    inner = EmbeddedReader(blob, text, lines, silent=silent)
    for others in inner.read(parsed.root, language, query, captures):
        places.add(others)
    occurrences = places.by_name()
    shape = None if silent else language.surface(captures)
    shown = _statements(parsed, SurfaceReader(blob, lines, shape, query.grammar)) if shape else ()
    if inner.definitions:
        reader.definitions += inner.definitions
        reader.arrange()
    return Extraction(
        definitions=tuple(reader.definitions),
        occurrences=occurrences,
        words=b" ".join(words.difference(occurrences)),
        line_starts=pack_places(lines),
        package=reader.package,
        generated=_is_generated(blob, lines, language),
        unparsable=sum(len(_errors(each)) for each in (parsed.root, *inner.roots) if each.has_error),
        statements=tuple(sorted((*shown, *inner.statements), key=_place)) if inner.statements else shown,
    )


@dataclass(frozen=True, slots=True)
class _Parsed:
    """The parses of a file.

    Args:
        root: The one that counts.
        first: The one before a preprocessor chose, or the same.
        dropped: The ranges of the text that the preprocessor dropped, and that the first parse is read for; None when
            it is the one that counts.
    """

    root: tree_sitter.Node
    first: tree_sitter.Node
    dropped: list[tuple[int, int]] | None = None


def _parsed(blob: bytes, text: bytes, language: Language, grammar: tree_sitter.Language) -> _Parsed:
    """Parse a file, and once more as a preprocessor leaves it when that can be read better."""
    parser = tree_sitter.Parser(grammar)
    root = parser.parse(text).root_node
    if language.branches and (root.has_error or (language.misread and language.misread.search(blob))):
        chosen, dropped = preprocessed(text, language.branches, language.noise)
        again = parser.parse(chosen).root_node if chosen != text else root
        if again is not root and _unread_bytes(again) <= _unread_bytes(root):
            return _Parsed(again, root, dropped)
    return _Parsed(root, root)


def _statements(parsed: _Parsed, surface: SurfaceReader) -> tuple[Statement, ...]:
    """What a file shows, in order."""
    shown = surface.read(parsed.root)
    if parsed.dropped is None:
        return shown
    others = surface.read(parsed.first, within=parsed.dropped)  # what was dropped may be what runs
    return tuple(sorted((*shown, *others), key=_place))


def _place(statement: Statement) -> Range:
    return statement.range


def words_in(blob: bytes) -> set[bytes]:
    """The words of a text, of two letters and more, each by its first 64 bytes."""
    return {word[:MAX_WORD] for word in set(blob.translate(_SPACED).split(b" ")) if len(word) > 1}


def _as_utf8(blob: bytes) -> bytes:
    """A text of the same length that the parser can take: each byte that is no UTF-8 becomes a question mark."""
    try:
        blob.decode()
    except UnicodeDecodeError:
        return _NO_UTF8.sub("?", blob.decode("utf-8", "surrogateescape")).encode()
    return blob


def line_starts(blob: bytes) -> array[int]:
    """The byte offset of each line's first byte; a carriage return alone ends no line."""
    lengths = map(len, blob.split(b"\n"))
    starts = array("I", accumulate(map((1).__add__, lengths), initial=0))
    starts.pop()
    return starts


def _unread_bytes(root: tree_sitter.Node) -> int:
    return sum(node.end_byte - node.start_byte + 1 for node in _errors(root))


def _is_generated(blob: bytes, lines: array[int], language: Language) -> bool:
    if language.generated_text is None:
        return False
    end = lines[GENERATED_LINES] if len(lines) > GENERATED_LINES else len(blob)
    return language.generated_text.search(blob, 0, end) is not None


def _errors(root: tree_sitter.Node) -> list[tree_sitter.Node]:
    """The places that the grammar could not read: what it left out, and where it misses something."""
    found = []
    ahead = [root]
    while ahead:
        node = ahead.pop()
        if node.is_error or node.is_missing:
            found.append(node)
        if node.has_error:
            ahead.extend(node.children)
    return found
