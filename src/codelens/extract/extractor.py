"""Bytes and a language in, an :class:`~codelens.model.Extraction` out. The only module that touches tree-sitter.

A tags query is compiled twice. Its patterns with ``@definition.<kind>`` are read match by match, because a name belongs
to its definition; all others capture names alone and are read in one sweep, which costs half as much. A definition
captured on several nodes stretches from the first to the last of them. Six captures say what nodes don't: a pattern
with ``@outside`` defines nothing within a function; one with ``@member`` defines a member of what encloses the function
that it stands in, as a constructor's parameter may be a field; ``@local`` marks code of a function that the grammar did not
recognise as one; the names in an ``@unread`` node, such as a macro's body, are found by their spelling; a plain name in
a ``@types`` node, such as an annotation, stands for a type, unless it only qualifies the name after it; what a pattern
has as ``@undefined`` no later pattern defines.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tree_sitter
import tree_sitter_language_pack

from codelens.errors import LanguageError
from codelens.extract.branches import preprocessed
from codelens.model import (
    DEFINITION_CODE,
    MAX_BLOB,
    PLACE_BITS,
    Definition,
    Extraction,
    Range,
    pack_places,
)

if TYPE_CHECKING:
    from codelens.extract.languages import Captures, Language

MAX_WORD = 64  # bytes; a longer word is known by its first 64
MAX_SIGNATURE = 200  # bytes
GENERATED_LINES = 40  # how many of a file's first lines may say that a program wrote it

_WORD = re.compile(rb"([0-9A-Za-z_\x80-\xff]{2,64})[0-9A-Za-z_\x80-\xff]*")
_DEFINING = re.compile(rb"@definition\.(\w+)|@(package|local)\b")
_OUTSIDE = re.compile(rb"@outside\b")
_MEMBER = re.compile(rb"@member\b")
_COMMENT = re.compile(rb";[^\n]*")
_QUOTES = b"\"'`<>"
_UNREAD = re.compile(
    rb"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\d[\w.]*|([A-Za-z_\x80-\xff][\w\x80-\xff]*)(\s*\()?""",
    re.DOTALL,
)
_CALLABLE = frozenset({"function", "method", "local"})
_TYPES = frozenset({"struct", "class", "interface", "enum"})


@dataclass(frozen=True, slots=True)
class _Queries:
    """A language's tags query, compiled and taken apart."""

    grammar: tree_sitter.Language
    definitions: tree_sitter.Query
    kinds: tuple[str, ...]  # of each pattern: its kind, or "" for a pattern without a definition
    outside: frozenset[int]  # the patterns that define nothing within a function
    member: frozenset[int]  # the patterns that define a member of what encloses the function
    references: tree_sitter.Query
    codes: tuple[tuple[str, int], ...]  # captures of references with their codes, the one that counts most last
    ignored: frozenset[bytes]
    members: dict[str, str]  # a kind, and what it is within a type
    separator: bytes


def check_language(language: Language, captures: Captures) -> tuple[str, ...]:
    """Compile a language's tags query.

    Returns:
        The kinds it defines.

    Raises:
        LanguageError: The grammar is unknown, the query does not compile or uses a capture that is none of ours.
    """
    kinds = {*_compile(language, captures).kinds, *language.description.members.values()}
    return tuple(kind for kind in captures.definitions if kind in kinds)


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
    outside, member = (_patterns_with(capture, definitions, tags) for capture in (_OUTSIDE, _MEMBER))
    _refuse_unknown_members(language, captures)
    members, separator = language.description.members, language.description.separator.encode()
    return _Queries(grammar, definitions, tuple(kinds), outside, member, references, used, ignored, members, separator)


def _patterns_with(capture: re.Pattern[bytes], query: tree_sitter.Query, tags: bytes) -> frozenset[int]:
    return frozenset(
        pattern for pattern in range(query.pattern_count) if capture.search(_text_of(query, pattern, tags))
    )


def _kind_of(query: tree_sitter.Query, pattern: int, tags: bytes) -> str:
    found = _DEFINING.search(_text_of(query, pattern, tags))
    return (found[1] or found[2]).decode() if found else ""


def _text_of(query: tree_sitter.Query, pattern: int, tags: bytes) -> bytes:
    return _COMMENT.sub(b"", tags[query.start_byte_for_pattern(pattern) : query.end_byte_for_pattern(pattern)])


def _refuse_unknown(names: list[str], captures: Captures, file: str) -> None:
    known = {"name", "scope", "package", "outside", "member", "local", "unread", "types", "undefined"}
    known |= {f"definition.{kind}" for kind in captures.definitions}
    known |= {f"reference.{kind}" for kind in captures.references}
    for name in names:
        if name not in known and not name.startswith("_"):
            message = f"{file}: unknown capture @{name}; captures.yaml lists what there is"
            raise LanguageError(message)


def _refuse_unknown_members(language: Language, captures: Captures) -> None:
    for kind in (*language.description.members, *language.description.members.values()):
        if kind not in captures.definitions:
            message = f"{language.folder / 'language.yaml'}: members: {kind!r} is no kind of definition in captures.yaml"
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
    root = tree_sitter.Parser(queries.grammar).parse(blob).root_node
    codes: dict[int, int] = {}
    ends: dict[int, int] = {}
    reader = _Reader(blob, lines, language, queries)
    if language.branches and (root.has_error or (language.misread and language.misread.search(blob))):
        root = _reread(language, queries, root, reader, codes, ends)
    _references(queries, root, blob, codes, ends)
    reader.find(root)
    reader.nest(codes, ends)
    occurrences = _by_name(blob, codes, ends, queries.ignored)
    return Extraction(
        definitions=tuple(reader.definitions),
        occurrences={name: pack_places(places) for name, places in occurrences.items()},
        words=b" ".join(words.difference(occurrences)),
        line_starts=pack_places(lines),
        package=reader.package,
        generated=_is_generated(blob, lines, language),
        unparsable=len(_errors(root)) if root.has_error else 0,
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
    if "types" in captured:
        _name_types(queries, blob, captured, codes, ends)
    if "unread" in captured:
        names, calls = (_code_of(queries, kind) for kind in ("name", "call"))
        for node in captured["unread"]:
            for found in _UNREAD.finditer(blob, node.start_byte, node.end_byte):
                if found[1] and found.start() not in codes:
                    codes[found.start()] = calls if found[2] else names
                    ends[found.start()] = found.end(1)


def _name_types(
    queries: _Queries,
    blob: bytes,
    captured: dict[str, list[tree_sitter.Node]],
    codes: dict[int, int],
    ends: dict[int, int],
) -> None:
    name, kind = (_code_of(queries, reference) for reference in ("name", "type"))
    starts = sorted(node.start_byte for node in captured.get("reference.name", ()))
    for node in captured["types"]:
        first, last = bisect_left(starts, node.start_byte), bisect_left(starts, node.end_byte)
        for start in starts[first:last]:
            if codes[start] == name and not blob.startswith(queries.separator, ends[start]):
                codes[start] = kind


def _code_of(queries: _Queries, kind: str) -> int:
    return next(code for capture, code in queries.codes if capture == f"reference.{kind}")


def _reread(
    language: Language,
    queries: _Queries,
    root: tree_sitter.Node,
    reader: _Reader,
    codes: dict[int, int],
    ends: dict[int, int],
) -> tree_sitter.Node:
    """Parse once more without what a preprocessor might drop; what it drops is read from the first parse.

    Returns:
        The root of the parse that is to be read, the first one if the second is not better.
    """
    blob = reader.blob
    text, dropped = preprocessed(blob, language.branches, language.noise)
    if text == blob:
        return root
    again = tree_sitter.Parser(queries.grammar).parse(text).root_node
    if _unread_bytes(again) > _unread_bytes(root):
        return root
    _references(queries, root, blob, codes, ends)
    reader.find(root, within=dropped)
    return again


def _unread_bytes(root: tree_sitter.Node) -> int:
    return sum(node.end_byte - node.start_byte + 1 for node in _errors(root))


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


# A definition before it is known what encloses it, in the order in which definitions nest: where it starts, where it
# ends (negative, so that the larger of two comes first), where its name starts and ends, its pattern, its given scope.
_Found = tuple[int, int, int, int, int, tuple[str, ...]]
_LAST: _Found = (0, 0, 0, 0, sys.maxsize, ())

# What encloses: where it starts, where it ends (negative), its kind, the names that it adds to a scope.
_Scope = tuple[int, int, str, tuple[str, ...]]


class _Reader:
    """Reads the definitions of one file: ``find`` on every parse of it, then ``nest``."""

    def __init__(self, blob: bytes, lines: array[int], language: Language, queries: _Queries) -> None:
        self.blob = blob
        self.lines = lines
        self.exported = language.exported
        self.branches = language.branches is not None
        self.queries = queries
        self.definitions: list[Definition] = []
        self.package = ""
        self._found: dict[int, _Found] = {}

    def find(self, root: tree_sitter.Node, within: list[tuple[int, int]] | None = None) -> None:
        """Note every definition of a parse, or only macros and those whose name is within sorted ranges."""
        kinds, found = self.queries.kinds, self._found
        for pattern, captured in tree_sitter.QueryCursor(self.queries.definitions).matches(root):
            kind = kinds[pattern]
            if kind == "package":
                self.package = self.package or _text(self.blob, captured["package"][0])
                continue
            wholes = captured["local" if kind == "local" else f"definition.{kind}"]
            for node in captured.get("undefined", ()):
                if found.get(node.start_byte, _LAST)[4] > pattern:
                    found[node.start_byte] = (0, 0, 0, 0, pattern, ())
            for name in captured.get("name", wholes[:1]):
                start = name.start_byte
                if start in found and found[start][4] <= pattern:
                    continue
                if within is not None and kind != "macro" and not _is_within(start, within):
                    continue
                scope = tuple(_text(self.blob, node) for node in captured.get("scope", ()))
                whole = wholes[0].start_byte, -wholes[-1].end_byte
                found[start] = (*whole, start, name.end_byte, pattern, scope)

    def nest(self, codes: dict[int, int], ends: dict[int, int]) -> None:
        """Give each definition its scope, and fill in ``definitions`` and their places."""
        open_scopes: list[_Scope] = []
        for whole_start, negative_end, start, end, pattern, given in sorted(self._found.values()):
            kind = self.queries.kinds[pattern]
            while open_scopes and -open_scopes[-1][1] <= whole_start:
                open_scopes.pop()
            if pattern in self.queries.outside and open_scopes and open_scopes[-1][2] in _CALLABLE:
                continue
            raw = self.blob[start:end]
            if not raw or raw in self.queries.ignored:
                continue
            name = raw.decode("utf-8", "replace") if kind != "local" else ""
            inner = (whole_start, negative_end, kind, (*given, name) if name else given)
            beside = bool(open_scopes) and self._are_beside(open_scopes[-1], inner)
            around = open_scopes[:-1] if beside else open_scopes
            while pattern in self.queries.member and around and around[-1][2] in _CALLABLE:
                around = around[:-1]
            if around and around[-1][2] in _TYPES:
                kind = self.queries.members.get(kind, kind)
            if name:
                scope = tuple(part for _, _, _, parts in around for part in parts) + given
                if kind == "macro":  # a preprocessor knows no scope
                    scope = ()
                codes[start] = DEFINITION_CODE
                ends[start] = end
                self._add(kind, name, scope, (start, end), (whole_start, -negative_end))
            if not beside:
                open_scopes.append((whole_start, negative_end, kind, inner[3]))

    def _are_beside(self, outer: _Scope, inner: _Scope) -> bool:
        """Whether two definitions share one declaration, as in `int a, b`, or are two branches of one function."""
        return outer[:2] == inner[:2] or (self.branches and outer[2:] == inner[2:] and inner[3] != ())

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


def _is_within(offset: int, ranges: list[tuple[int, int]]) -> bool:
    index = bisect_right(ranges, (offset, MAX_BLOB)) - 1
    return index >= 0 and offset < ranges[index][1]


def _text(blob: bytes, node: tree_sitter.Node) -> str:
    return blob[node.start_byte : node.end_byte].decode("utf-8", "replace")


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
