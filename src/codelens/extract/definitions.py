"""The definitions of one file: what is defined where, within what."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

import tree_sitter

from codelens.extract.places import unquoted
from codelens.model import DEFINITION_CODE, MAX_BLOB, Definition, Range

if TYPE_CHECKING:
    from array import array

    from codelens.extract.language import Language
    from codelens.extract.places import Places
    from codelens.extract.tags_query import TagsQuery

MAX_SIGNATURE = 200  # bytes

_CALLABLE = frozenset({"function", "method", "local"})
_TYPES = frozenset({"struct", "class", "interface", "enum"})

# A definition before it is known what encloses it, in the order in which definitions nest: where it starts, where it
# ends (negative, so that the larger of two comes first), where its name starts and ends, its pattern, its given scope.
_Found = tuple[int, int, int, int, int, tuple[str, ...]]
_LAST: _Found = (0, 0, 0, 0, sys.maxsize, ())

# What encloses: where it starts, where it ends (negative), its kind, the names that it adds to a scope.
_Scope = tuple[int, int, str, tuple[str, ...]]


class DefinitionReader:
    """Reads the definitions of one file: ``find`` on every parse of it, then ``nest``."""

    def __init__(self, blob: bytes, lines: array[int], language: Language, query: TagsQuery) -> None:
        self._blob = blob
        self._lines = lines
        self._exported = language.exported
        self._branches = language.branches is not None
        self._query = query
        self._quoted = DEFINITION_CODE in query.quoted
        self.definitions: list[Definition] = []
        self.package = ""
        self._found: dict[int, _Found] = {}

    def find(self, root: tree_sitter.Node, within: list[tuple[int, int]] | None = None) -> None:
        """Note every definition of a parse, or only macros and those whose name is within sorted ranges."""
        kinds, found = self._query.kinds, self._found
        for pattern, captured in tree_sitter.QueryCursor(self._query.definitions).matches(root):
            kind = kinds[pattern]
            if kind == "package":
                self.package = self.package or self._text(captured["package"][0])
                continue
            wholes = captured["local" if kind == "local" else f"definition.{kind}"]
            for node in captured.get("undefined", ()):
                start, _ = self._place(node)
                if found.get(start, _LAST)[4] > pattern:
                    found[start] = (0, 0, 0, 0, pattern, ())
            for name in captured.get("name", wholes[:1]):
                start, end = self._place(name)
                if start in found and found[start][4] <= pattern:
                    continue
                if within is not None and kind != "macro" and not is_within(start, within):
                    continue
                scope = tuple(self._text(node) for node in captured.get("scope", ()))
                whole = wholes[0].start_byte, -wholes[-1].end_byte
                found[start] = (*whole, start, end, pattern, scope)

    def nest(self, places: Places) -> None:
        """Give each definition its scope, and fill in ``definitions`` and their places."""
        open_scopes: list[_Scope] = []
        for whole_start, negative_end, start, end, pattern, given in self._joined():
            kind = self._query.kinds[pattern]
            while open_scopes and -open_scopes[-1][1] <= whole_start:
                open_scopes.pop()
            if pattern in self._query.outside and open_scopes and open_scopes[-1][2] in _CALLABLE:
                continue
            raw = self._blob[start:end]
            if not raw or raw in self._query.ignored:
                continue
            name = raw.decode("utf-8", "replace") if kind != "local" else ""
            inner = (whole_start, negative_end, kind, (*given, name) if name else given)
            beside = bool(open_scopes) and self._are_beside(open_scopes[-1], inner)
            around = open_scopes[:-1] if beside else open_scopes
            while pattern in self._query.member and around and around[-1][2] in _CALLABLE:
                around = around[:-1]
            if around and around[-1][2] in _TYPES:
                kind = self._query.members.get(kind, kind)
            if name:
                scope = tuple(part for _, _, _, parts in around for part in parts) + given
                if kind == "macro":  # a preprocessor knows no scope
                    scope = ()
                places.define(start, end)
                self._add(kind, name, scope, (start, end), (whole_start, -negative_end))
            if not beside:
                open_scopes.append((whole_start, negative_end, kind, inner[3]))

    def bind(self, kind: str, name: str, scope: tuple[str, ...], span: tuple[int, int], whole: tuple[int, int]) -> None:
        """Add a definition that nesting says nothing of, under the name that others give it; then ``arrange``."""
        self._add(kind, name, scope, span, whole)

    def arrange(self) -> None:
        """Put the definitions in the order of their places, one that encloses others before them."""
        self.definitions.sort(key=_placed)

    def _joined(self) -> list[_Found]:
        """What was found, in order, the parts of a definition as one that stretches over all of them."""
        continued, parts = self._query.continued, sorted(self._found.values())
        if not continued:
            return parts
        joined: list[_Found] = []
        last: dict[bytes, int] = {}
        for part in parts:
            name = self._blob[part[2] : part[3]]
            if part[4] in continued and name in last:
                first = joined[last[name]]
                joined[last[name]] = (first[0], part[1], *first[2:])
                continue
            last[name] = len(joined)
            joined.append(part)
        return joined

    def _are_beside(self, outer: _Scope, inner: _Scope) -> bool:
        """Whether two definitions share one declaration, as in `int a, b`, or are two branches of one function."""
        return outer[:2] == inner[:2] or (self._branches and outer[2:] == inner[2:] and inner[3] != ())

    def _add(self, kind: str, name: str, scope: tuple[str, ...], span: tuple[int, int], whole: tuple[int, int]) -> None:
        place = self._range(*span)
        line_start = self._lines[place.line]
        line_end = self._lines[place.line + 1] if place.line + 1 < len(self._lines) else len(self._blob)
        line = self._blob[line_start:line_end].strip()[:MAX_SIGNATURE]
        exported = self._exported is None or self._exported.search(self._blob[span[0] : span[1]]) is not None
        signature = line.decode("utf-8", "replace")
        self.definitions.append(Definition(kind, name, scope, place, self._range(*whole), signature, exported))

    def _place(self, node: tree_sitter.Node) -> tuple[int, int]:
        start, end = self._query.start_of(node, self._blob), node.end_byte
        return unquoted(self._blob, start, end) if self._quoted else (start, end)

    def _text(self, node: tree_sitter.Node) -> str:
        start, end = self._place(node)
        return self._blob[start:end].decode("utf-8", "replace")

    def _range(self, start: int, end: int) -> Range:
        line = bisect_right(self._lines, start) - 1
        end_line = bisect_right(self._lines, end, line) - 1
        return Range(line, start - self._lines[line], end_line, end - self._lines[end_line])


def _placed(definition: Definition) -> tuple[int, int, int, int, Range]:
    whole = definition.enclosing
    return whole.line, whole.column, -whole.end_line, -whole.end_column, definition.range


def is_within(offset: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether an offset is in one of some sorted ranges."""
    index = bisect_right(ranges, (offset, MAX_BLOB)) - 1
    return index >= 0 and offset < ranges[index][1]
