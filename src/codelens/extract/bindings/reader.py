"""Reads what a file binds: definitions under the names by which others call them, and the names that macros paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tree_sitter

from codelens.extract.bindings.pasting import Macro, plain_arguments, read_macro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.extract.bindings.query import BindingsQuery, Pattern
    from codelens.extract.definitions import DefinitionReader
    from codelens.extract.places import Places

_Captured = dict[str, list[tree_sitter.Node]]
_LONGEST_CHAIN = 4  # tables that refer to tables


class BindingsReader:
    """Reads the bindings of one file, after its definitions."""

    def __init__(self, blob: bytes, query: BindingsQuery, definitions: DefinitionReader, places: Places) -> None:
        self._blob = blob
        self._query = query
        self._definitions = definitions
        self._places = places
        self._scopes: dict[str, tuple[str, ...]] = {}  # by table; "" is the file's
        self._named: set[int] = set()  # where scopes are named
        self._within: dict[str, str] = {}
        self._macros: dict[bytes, Macro] = {}
        self._bound: set[tuple[int, str]] = set()  # offset and kind

    def read(self, *roots: tree_sitter.Node) -> None:
        """Add what is bound in any parse of the file to the definitions and the places."""
        bound: list[tuple[Pattern, _Captured]] = []
        uses: list[tuple[Pattern, _Captured]] = []
        for number, captured in (
            match for root in roots for match in tree_sitter.QueryCursor(self._query.query).matches(root)
        ):
            pattern = self._query.patterns[number]
            if "use" in captured:
                uses.append((pattern, captured))
            elif "macro" in captured:
                self._note_macro(captured)
            elif pattern.kind and "name" in captured:
                bound.append((pattern, captured))
            if "name" not in captured:
                self._note_scope(pattern, captured)
        for pattern, captured in bound:
            self._bind(pattern, captured)
        for pattern, captured in uses:
            self._paste(pattern, captured)
        self._definitions.arrange()

    def _note_macro(self, captured: _Captured) -> None:
        made = read_macro(self._bytes(captured["parameters"][0]), self._bytes(captured["body"][0]))
        if made:
            self._macros[self._bytes(captured["macro"][0])] = made

    def _note_scope(self, pattern: Pattern, captured: _Captured) -> None:
        tables = [self._text(node) for node in captured.get("table", ())] or [""]
        for table in tables:
            if "scope" in captured:
                self._named.update(node.start_byte for node in captured["scope"])
                scope = tuple(part for node in captured["scope"] for part in pattern.parted(self._text(node)))
                self._scopes.setdefault(table, scope)
            elif "within" in captured:
                self._within.setdefault(table, self._text(captured["within"][0]))

    def _scope_of(self, table: str) -> tuple[str, ...]:
        """The scope of a table: its own, that of the table that lists it, the file's, or else its name."""
        at = table
        for _ in range(_LONGEST_CHAIN):
            if at in self._scopes:
                return self._scopes[at]
            if at not in self._within:
                break
            at = self._within[at]
        return self._scopes.get("", (table,) if table else ())

    def _bind(self, pattern: Pattern, captured: _Captured) -> None:
        whole = captured[f"definition.{pattern.kind}"]
        span = whole[0].start_byte, whole[-1].end_byte
        for node in captured["name"]:
            for start, end, written in self._spelled(pattern, node):
                scope = self._own_scope(pattern, captured) or pattern.parted(written)
                if not scope and start not in self._named:
                    scope = self._scope_of(self._text(captured["table"][0]) if "table" in captured else "")
                name = pattern.before + pattern.plain(self._blob[start:end].decode("utf-8", "replace"))
                self._define(pattern.kind, name, scope, (start, end), span)
        for target in captured.get("reference.call", ()):
            self._places.call(target.start_byte, target.end_byte)

    def _own_scope(self, pattern: Pattern, captured: _Captured) -> tuple[str, ...]:
        return tuple(part for node in captured.get("scope", ()) for part in pattern.parted(self._text(node)))

    def _spelled(self, pattern: Pattern, node: tree_sitter.Node) -> Iterator[tuple[int, int, str]]:
        """Where names stand in a node, and the scopes that are written there."""
        if pattern.spelled is None:
            yield node.start_byte, node.end_byte, ""
            return
        for found in pattern.spelled.finditer(self._bytes(node)):
            groups = found.groupdict()
            start, end = found.span("name")
            yield (
                node.start_byte + start,
                node.start_byte + end,
                (groups.get("scope") or b"").decode("utf-8", "replace"),
            )

    def _paste(self, pattern: Pattern, captured: _Captured) -> None:
        macro = self._macros.get(self._bytes(captured["use"][0]))
        if macro is None:
            return
        use = captured["use"][0].start_byte, captured["arguments"][0].end_byte
        arguments = plain_arguments(captured["arguments"][0], self._blob)
        for number in sorted(macro.texts):
            if number < len(arguments) and arguments[number][1] and pattern.kind:
                start, text = arguments[number]
                span = start, start + len(text)
                self._define(pattern.kind, text.decode(), self._own_scope(pattern, captured), span, use)
        for number, name in macro.names([text for _, text in arguments]):
            if arguments[number][1]:
                self._places.name(arguments[number][0], name)

    def _define(
        self, kind: str, name: str, scope: tuple[str, ...], span: tuple[int, int], whole: tuple[int, int]
    ) -> None:
        if (span[0], kind) not in self._bound:
            self._bound.add((span[0], kind))
            self._definitions.bind(kind, name, scope, span, whole)
            self._places.define(*span, name.encode())

    def _bytes(self, node: tree_sitter.Node) -> bytes:
        return self._blob[node.start_byte : node.end_byte]

    def _text(self, node: tree_sitter.Node) -> str:
        return self._bytes(node).decode("utf-8", "replace")
