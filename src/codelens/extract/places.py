"""The places of the names of one file: what stands where, and which use of it counts.

A name that several patterns capture is kept once, by the use that counts most; a definition counts more than any.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import tree_sitter

from codelens.model import DEFINITION_CODE, PLACE_BITS, pack_places

if TYPE_CHECKING:
    from codelens.extract.tags_query import TagsQuery

_IMPORT_CODE = 1  # what counts most among references, by captures.yaml; its name may stand in quotes
_QUOTES = b"\"'`<>"
_UNREAD = re.compile(
    rb"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\d[\w.]*|([A-Za-z_\x80-\xff][\w\x80-\xff]*)(\s*\()?""",
    re.DOTALL,
)


class Places:
    """The places of one file, filled by every parse of it."""

    def __init__(self, blob: bytes, query: TagsQuery) -> None:
        self._blob = blob
        self._query = query
        self._codes: dict[int, int] = {}  # by the offset of a name's first byte
        self._ends: dict[int, int] = {}

    def define(self, start: int, end: int) -> None:
        """Note a definition's name."""
        self._codes[start] = DEFINITION_CODE
        self._ends[start] = end

    def refer(self, root: tree_sitter.Node) -> None:
        """Note every reference of a parse."""
        captured = tree_sitter.QueryCursor(self._query.references).captures(root)
        codes, ends = self._codes, self._ends
        for capture, code in self._query.codes:
            for node in captured.get(capture, ()):
                start, end = node.start_byte, node.end_byte
                if code == _IMPORT_CODE:
                    start, end = self._unquoted(start, end)
                if start < end:
                    codes[start] = code
                    ends[start] = end
        if "types" in captured:
            self._name_types(captured)
        if "unread" in captured:
            self._spell(captured["unread"])

    def _unquoted(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self._blob[start] in _QUOTES:
            start += 1
        while end > start and self._blob[end - 1] in _QUOTES:
            end -= 1
        return start, end

    def _name_types(self, captured: dict[str, list[tree_sitter.Node]]) -> None:
        name, kind = self._query.code_of("name"), self._query.code_of("type")
        starts = sorted(node.start_byte for node in captured.get("reference.name", ()))
        for node in captured["types"]:
            first, last = bisect_left(starts, node.start_byte), bisect_left(starts, node.end_byte)
            for start in starts[first:last]:
                if self._codes[start] == name and not self._blob.startswith(self._query.separator, self._ends[start]):
                    self._codes[start] = kind

    def _spell(self, unread: list[tree_sitter.Node]) -> None:
        name, call = self._query.code_of("name"), self._query.code_of("call")
        for node in unread:
            for found in _UNREAD.finditer(self._blob, node.start_byte, node.end_byte):
                if found[1] and found.start() not in self._codes:
                    self._codes[found.start()] = call if found[2] else name
                    self._ends[found.start()] = found.end(1)

    def by_name(self) -> dict[bytes, bytes]:
        """Each name with its places in order, packed."""
        blob, codes, ends, ignored = self._blob, self._codes, self._ends, self._query.ignored
        names: dict[bytes, list[int]] = {}
        for start in sorted(codes):
            name = blob[start : ends[start]]
            place = start << PLACE_BITS | codes[start]
            if name in names:
                names[name].append(place)
            elif name not in ignored:
                names[name] = [place]
        return {name: pack_places(places) for name, places in names.items()}
