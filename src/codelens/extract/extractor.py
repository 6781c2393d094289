"""Bytes and a language in, an :class:`~codelens.model.Extraction` out. The only module that touches tree-sitter.

A tags query is compiled twice. Its patterns with ``@definition.<kind>`` are read match by match, because a name belongs
to its definition; all others capture names alone and are read in one sweep, which costs half as much.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import tree_sitter
import tree_sitter_language_pack

from codelens.errors import LanguageError
from codelens.model import DEFINITION_CODE, PLACE_BITS, Definition, Extraction, Range, pack_places

if TYPE_CHECKING:
    from codelens.extract.languages import Captures, Language

MAX_WORD = 64  # bytes; a longer word is known by its first 64
MAX_SIGNATURE = 200  # bytes
GENERATED_LINES = 40  # how many of a file's first lines may say that a program wrote it

_WORD = re.compile(rb"([0-9A-Za-z_\x80-\xff]{2,64})[0-9A-Za-z_\x80-\xff]*")
_DEFINING = re.compile(rb"@definition\.(\w+)|@(package)\b")
_COMMENT = re.compile(rb";[^\n]*")
_QUOTES = b"\"'`<>"


@dataclass(frozen=True, slots=True)
class _Queries:
    """A language's tags query, compiled and taken apart."""

    grammar: tree_sitter.Language
    definitions: tree_sitter.Query
    kinds: tuple[str, ...]  # of each pattern: its kind, or "" for a pattern without a definition
    references: tree_sitter.Query
    codes: tuple[tuple[str, int], ...]  # captures of references with their codes, the one that counts most last
    ignored: frozenset[bytes]


def check_language(language: Language, captures: Captures) -> tuple[str, ...]:
    """Compile a language's tags query.

    Returns:
        The kinds it defines.

    Raises:
        LanguageError: The grammar is unknown, the query does not compile or uses a capture that is none of ours.
    """
    return tuple(dict.fromkeys(kind for kind in _compile(language, captures).kinds if kind))


_compiled: dict[str, _Queries] = {}


def _compile(language: Language, captures: Captures) -> _Queries:
    if language.fingerprint not in _compiled:
        _compiled[language.fingerprint] = _take_apart(language, captures)
    return _compiled[language.fingerprint]


def _take_apart(language: Language, captures: Captures) -> _Queries:
    file = language.folder / "tags.scm"
    try:
        grammar = tree_sitter_language_pack.get_language(language.description.grammar)  # type: ignore[arg-type]
        definitions = tree_sitter.Query(grammar, language.tags)
        references = tree_sitter.Query(grammar, language.tags)
    except LookupError as error:
        message = f"{language.folder / 'language.yaml'}: no grammar {language.description.grammar!r}"
        raise LanguageError(message) from error
    except tree_sitter.QueryError as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error
    names = [definitions.capture_name(index) for index in range(definitions.capture_count)]
    _refuse_unknown(names, captures, str(file))
    kinds = []
    tags = language.tags.encode()
    for pattern in range(definitions.pattern_count):
        kind = _kind_of(definitions, pattern, tags)
        kinds.append(kind)
        (references if kind else definitions).disable_pattern(pattern)
    codes = [(f"reference.{kind}", captures.code(kind)) for kind in reversed(captures.references)]
    ignored = frozenset(word.encode() for word in language.description.ignored)
    used = tuple(pair for pair in codes if pair[0] in names)
    return _Queries(grammar, definitions, tuple(kinds), references, used, ignored)


def _kind_of(query: tree_sitter.Query, pattern: int, tags: bytes) -> str:
    text = tags[query.start_byte_for_pattern(pattern) : query.end_byte_for_pattern(pattern)]
    found = _DEFINING.search(_COMMENT.sub(b"", text))
    return (found[1] or found[2]).decode() if found else ""


def _refuse_unknown(names: list[str], captures: Captures, file: str) -> None:
    known = {"name", "scope", "package"}
    known |= {f"definition.{kind}" for kind in captures.definitions}
    known |= {f"reference.{kind}" for kind in captures.references}
    for name in names:
        if name not in known and not name.startswith("_"):
            message = f"{file}: unknown capture @{name}; captures.yaml lists the kinds, and @name, @scope, @package"
            raise LanguageError(message)


def extract(blob: bytes, language: Language | None, captures: Captures) -> Extraction:
    """All that is to be known of one blob.

    Args:
        blob: The file's bytes, any encoding; at most :data:`codelens.model.MAX_BLOB`.
        language: Its language, or None for one without a grammar: then its words are all there is.
        captures: The closed list of kinds.
    """
    lines = line_starts(blob)
    words = set(_WORD.findall(blob))
    if language is None:
        return Extraction((), {}, b" ".join(words), pack_places(lines))
    queries = _compile(language, captures)
    tree = tree_sitter.Parser(queries.grammar).parse(blob)
    root = tree.root_node
    codes: dict[int, int] = {}
    ends: dict[int, int] = {}
    _references(queries, root, blob, codes, ends)
    reader = _Reader(blob, lines, language)
    package = reader.read(queries, root, codes, ends)
    occurrences = _by_name(blob, codes, ends, queries.ignored)
    return Extraction(
        definitions=tuple(reader.definitions),
        occurrences={name: pack_places(places) for name, places in occurrences.items()},
        words=b" ".join(words.difference(occurrences)),
        line_starts=pack_places(lines),
        package=package,
        generated=_is_generated(blob, lines, language),
        unparsable=_errors(queries.grammar, root) if root.has_error else 0,
    )


def line_starts(blob: bytes) -> array[int]:
    """The byte offset of each line's first byte; a carriage return alone ends no line."""
    starts = array("I", [0])
    find = blob.find
    at = find(b"\n") + 1
    append = starts.append
    while at:
        append(at)
        at = find(b"\n", at) + 1
    return starts


def _references(
    queries: _Queries, root: tree_sitter.Node, blob: bytes, codes: dict[int, int], ends: dict[int, int]
) -> None:
    captured = tree_sitter.QueryCursor(queries.references).captures(root)
    for capture, code in queries.codes:
        for node in captured.get(capture, ()):
            start, end = node.start_byte, node.end_byte
            if code == 1:
                start, end = _unquoted(blob, start, end)
            if start < end:
                codes[start] = code
                ends[start] = end


def _unquoted(blob: bytes, start: int, end: int) -> tuple[int, int]:
    while start < end and blob[start] in _QUOTES:
        start += 1
    while end > start and blob[end - 1] in _QUOTES:
        end -= 1
    return start, end


def _by_name(
    blob: bytes, codes: dict[int, int], ends: dict[int, int], ignored: frozenset[bytes]
) -> dict[bytes, list[int]]:
    names: dict[bytes, list[int]] = {}
    for start in sorted(codes):
        name = blob[start : ends[start]]
        place = start << PLACE_BITS | codes[start]
        if name in names:
            names[name].append(place)
        elif name not in ignored:
            names[name] = [place]
    return names


class _Reader:
    """Reads the definitions of one file."""

    def __init__(self, blob: bytes, lines: array[int], language: Language) -> None:
        self.blob = blob
        self.lines = lines
        self.exported = language.exported
        self.definitions: list[Definition] = []

    def read(
        self, queries: _Queries, root: tree_sitter.Node, codes: dict[int, int], ends: dict[int, int]
    ) -> str:
        """Fill in ``definitions`` and their places; returns the package that the file names."""
        found: dict[int, tuple[int, int, int, int, str, tuple[str, ...]]] = {}
        package = ""
        for pattern, captured in tree_sitter.QueryCursor(queries.definitions).matches(root):
            kind = queries.kinds[pattern]
            if kind == "package":
                package = package or _text(self.blob, captured["package"][0])
                continue
            whole = captured[f"definition.{kind}"][0]
            for name in captured.get("name", (whole,)):
                start = name.start_byte
                if start in found and found[start][4] <= pattern:
                    continue
                scope = tuple(_text(self.blob, node) for node in captured.get("scope", ()))
                found[start] = (whole.start_byte, -whole.end_byte, start, name.end_byte, pattern, scope)
        self._nest(sorted(found.values()), queries, codes, ends)
        return package

    def _nest(self, found: list, queries: _Queries, codes: dict[int, int], ends: dict[int, int]) -> None:
        open_scopes: list[tuple[int, str]] = []
        for whole_start, negative_end, start, end, pattern, given in found:
            whole_end = -negative_end
            while open_scopes and open_scopes[-1][0] <= whole_start:
                open_scopes.pop()
            raw = self.blob[start:end]
            name = raw.decode("utf-8", "replace")
            if not raw or raw in queries.ignored:
                continue
            enclosing = tuple(scope for _, scope in open_scopes) + given
            codes[start] = DEFINITION_CODE
            ends[start] = end
            self._add(queries.kinds[pattern], name, enclosing, (start, end), (whole_start, whole_end))
            open_scopes.append((whole_end, ".".join((*given, name)) if given else name))

    def _add(
        self, kind: str, name: str, scope: tuple[str, ...], span: tuple[int, int], whole: tuple[int, int]
    ) -> None:
        place = self._range(*span)
        line_start = self.lines[place.line]
        line_end = self.lines[place.line + 1] if place.line + 1 < len(self.lines) else len(self.blob)
        line = self.blob[line_start:line_end].strip()[:MAX_SIGNATURE]
        exported = self.exported is None or self.exported.search(self.blob[span[0] : span[1]]) is not None
        signature = line.decode("utf-8", "replace")
        self.definitions.append(Definition(kind, name, scope, place, self._range(*whole), signature, exported))

    def _range(self, start: int, end: int) -> Range:
        line = bisect_right(self.lines, start) - 1
        end_line = bisect_right(self.lines, end, line) - 1
        return Range(line, start - self.lines[line], end_line, end - self.lines[end_line])


def _text(blob: bytes, node: tree_sitter.Node) -> str:
    return blob[node.start_byte : node.end_byte].decode("utf-8", "replace")


def _is_generated(blob: bytes, lines: array[int], language: Language) -> bool:
    if language.generated_text is None:
        return False
    end = lines[GENERATED_LINES] if len(lines) > GENERATED_LINES else len(blob)
    return language.generated_text.search(blob, 0, end) is not None


def _errors(grammar: tree_sitter.Language, root: tree_sitter.Node) -> int:
    """How many places the grammar could not read."""
    found = tree_sitter.QueryCursor(_error_query(grammar)).captures(root)
    return len(found.get("error", ())) or 1


@cache
def _error_query(grammar: tree_sitter.Language) -> tree_sitter.Query:
    return tree_sitter.Query(grammar, "(ERROR) @error (MISSING) @error")
