"""The places of the names of one file: what stands where, and which use of it counts.

A name that several patterns capture is kept once, by the use that counts most; a definition counts more than any.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import tree_sitter

from codelens.model import CODE_MASK, DEFINITION_CODE, PLACE_BITS, pack_places

if TYPE_CHECKING:
    from codelens.extract.tags_query import TagsQuery

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
        self._uses: dict[int, int] = {}  # by the offset of a name's first byte: the offset of its end, and its code
        self._unwritten: list[tuple[bytes, int]] = []  # names that are written otherwise, and their places

    def define(self, start: int, end: int, name: bytes | None = None) -> None:
        """Note a definition's name; one that is written otherwise is given as it is meant."""
        if name is None or name == self._blob[start:end]:
            self._uses[start] = end << PLACE_BITS | DEFINITION_CODE
        else:
            self._unwritten.append((name, start << PLACE_BITS | DEFINITION_CODE))

    def call(self, start: int, end: int) -> None:
        """Note that the name there is called, by whatever."""
        self._uses[start] = end << PLACE_BITS | self._query.code_of("call")

    def name(self, start: int, name: bytes) -> None:
        """Note a use of a name that is not written there."""
        self._unwritten.append((name, start << PLACE_BITS | self._query.code_of("name")))

    def refer(self, root: tree_sitter.Node) -> None:
        """Note every reference of a parse."""
        captured = tree_sitter.QueryCursor(self._query.references).captures(root)
        uses, blob, start_of = self._uses, self._blob, self._query.start_of
        marked = self._query.sigil is not None  # asked once: this is the hottest loop
        for capture, code in self._query.codes:
            quoted = code in self._query.quoted
            for node in captured.get(capture, ()):
                start, end = start_of(node, blob) if marked else node.start_byte, node.end_byte
                if quoted:
                    start, end = unquoted(blob, start, end)
                if start < end:
                    uses[start] = end << PLACE_BITS | code
        if "types" in captured:
            self._name_types(captured)
        if "unread" in captured:
            self._spell(captured["unread"])

    def _name_types(self, captured: dict[str, list[tree_sitter.Node]]) -> None:
        name, kind = self._query.code_of("name"), self._query.code_of("type")
        starts = sorted(self._query.start_of(node, self._blob) for node in captured.get("reference.name", ()))
        for node in captured["types"]:
            first, last = bisect_left(starts, node.start_byte), bisect_left(starts, node.end_byte)
            for start in starts[first:last]:
                end, code = self._uses[start] >> PLACE_BITS, self._uses[start] & CODE_MASK
                if code == name and not self._blob.startswith(self._query.separator, end):
                    self._uses[start] = end << PLACE_BITS | kind

    def _spell(self, unread: list[tree_sitter.Node]) -> None:
        name, call = self._query.code_of("name"), self._query.code_of("call")
        for node in unread:
            for found in _UNREAD.finditer(self._blob, node.start_byte, node.end_byte):
                if found[1] and found.start() not in self._uses:
                    self._uses[found.start()] = found.end(1) << PLACE_BITS | (call if found[2] else name)

    def add(self, others: Places) -> None:
        """Take over the places of another language's code in the same file."""
        for start, use in others._uses.items():
            if self._blob[start : use >> PLACE_BITS] not in others._query.ignored:
                self._uses[start] = use

    def by_name(self) -> dict[bytes, bytes]:
        """Each name with its places in order, packed."""
        blob, ignored = self._blob, self._query.ignored
        names: dict[bytes, list[int]] = {}
        find = names.get
        for start in sorted(self._uses):
            use = self._uses[start]
            name = blob[start : use >> PLACE_BITS]
            place = start << PLACE_BITS | use & CODE_MASK
            places = find(name)
            if places is not None:
                places.append(place)
            elif name not in ignored:
                names[name] = [place]
        for name, place in self._unwritten:
            names.setdefault(name, []).append(place)
        for name in {name for name, _ in self._unwritten}:
            names[name] = sorted(set(names[name]))
        return {name: pack_places(places) for name, places in names.items()}


def unquoted(blob: bytes, start: int, end: int) -> tuple[int, int]:
    """A name's place without the quotes around it."""
    while end - start > 1 and blob[start] in _QUOTES and blob[end - 1] in _QUOTES:
        start, end = start + 1, end - 1
    return start, end
