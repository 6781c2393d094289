"""What a text is given to: from an expression upwards to the call, the table, the comparison, … that takes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from codelens.extract.surface.shape import Part

if TYPE_CHECKING:
    import tree_sitter

    from codelens.extract.surface.shape import Shape
    from codelens.extract.surface.texts import Texts

_HIGHEST = 40  # nodes between a text and what it is given to
_DEEPEST = 200  # nodes that join texts
_SPACE = re.compile(r"\s+")
_LONGEST_CALL = 120  # characters of what is called, from its end
_UPPER = frozenset({Part.JOIN, Part.PASS, Part.ACCESS})
_NAMED = frozenset({Part.BINDING, Part.FIELD, Part.PARAMETER})
_CALLED = re.compile(r"([\w.:]+!?)\s*\Z")
_KEYED = re.compile(r"(\w+)\s*(?:=>?|:)\s*\Z")
_OWNERS = ("object", "scope", "receiver")  # how grammars name what a member is called of
_QUOTES = "\"'`*[]$. "


class Given:
    """What a text is given to.

    Args:
        part: Of what.
        call: What is called, the type and name of the table, or what the text is compared with, as written.
        key: Of a pair, or the name that the text is bound to.
        number: Of the argument or of the value in its row.
        beside: The arguments, or the values of the row.
        row: Of which it is one.
    """

    __slots__ = ("beside", "call", "key", "number", "part", "row")

    def __init__(self, part: str, call: str = "", key: str = "", number: int = 0) -> None:
        self.part = part
        self.call = call
        self.key = key
        self.number = number
        self.beside: list[tree_sitter.Node] = []
        self.row: Row | None = None


class Row:
    """The values of a table or the arguments of a call, read once.

    Args:
        beside: The values.
        ends: Where each of them ends.
        pairs: Those with a key, by it, once somebody asks.
        table: The call and the key of a table, once they are known.
    """

    __slots__ = ("beside", "ends", "pairs", "table")

    def __init__(self, beside: list[tree_sitter.Node]) -> None:
        self.beside = beside
        self.ends = [each.end_byte for each in beside]
        self.pairs: dict[str, tree_sitter.Node] | None = None
        self.table: tuple[str, str] | None = None


class Surroundings:
    """Climbs from the texts of one file.

    Args:
        blob: The file.
        shape: Of its language.
        texts: Reads the texts of the same file.
    """

    def __init__(self, blob: bytes, shape: Shape, texts: Texts) -> None:
        self._blob = blob
        self._shape = shape
        self._surface = shape.surface
        self._parts = shape.surface.parts
        self._texts = texts
        self._rows: dict[int, Row] = {}

    def whole(self, path: list[tree_sitter.Node]) -> int:
        """Where in the path to a literal the largest expression is that makes one text of it and others."""
        at = len(path) - 1
        lowest = max(at - _DEEPEST, 0)
        while at > lowest and self._parts.get(path[at - 1].type) is Part.JOIN and self._texts.is_joined(path[at - 1]):
            at -= 1
        return at

    def given(self, path: list[tree_sitter.Node], at: int) -> Given | None:
        """What the text at a place of a path is given to; None when that shows it to nobody."""
        streamed = self._texts.stream(path[at])
        if streamed is not None:
            return Given(Part.STREAM, self._short(streamed))
        key, wrapped = "", None
        highest = max(at - _HIGHEST, 0)
        while at > highest:
            at -= 1
            node, child, part = path[at], path[at + 1], self._parts.get(path[at].type)
            if part is Part.PAIR:
                key = key or self._key(node, child)
            elif part is Part.ARGUMENTS and at:
                given = self._argument(path[at - 1], node, child, key)
                if not given.key and self._shape.wraps(given.call):
                    wrapped = wrapped or given
                    # What takes the call takes the text; among tokens, nothing stands for the call.
                    at -= path[at - 1].type not in self._surface.tokens
                    continue
                return given
            elif part in _UPPER:
                found = self._upper(path, at, part)
                if found is not None:
                    return found
            else:
                return self._end(path, at, part, key, wrapped)
        return wrapped or Given("", key=key)

    def scope(self, path: list[tree_sitter.Node]) -> str:
        """The name of the function around the end of a path, or ""."""
        named = next((node for node in islice(reversed(path), _DEEPEST) if node.type in self._surface.scopes), None)
        while named is not None and named.child_count:
            named = named.child_by_field_name("name") or named.child_by_field_name("declarator")
        return self._texts.source(named) if named is not None else ""

    def pair(self, row: Row | None, key: str) -> tree_sitter.Node | None:
        """The value in a row that has this key."""
        if row is None:
            return None
        if row.pairs is None:
            row.pairs = {}
            for each in row.beside:
                if self._parts.get(each.type) is Part.PAIR and each.named_child_count > 1:
                    value = each.named_children[-1]
                    row.pairs.setdefault(self._key(each, value), value)
        return row.pairs.get(key)

    def _upper(self, path: list[tree_sitter.Node], at: int, part: Part | None) -> Given | None:
        """What takes a text here rather than further up."""
        if part is Part.ACCESS:
            return self._accessed(path, at)
        return self._compared(path[at], path[at + 1]) if part is Part.JOIN else None

    def _end(
        self, path: list[tree_sitter.Node], at: int, part: Part | None, key: str, wrapped: Given | None
    ) -> Given | None:
        """What takes a text that nothing passes on."""
        if part is Part.NOTHING:
            return wrapped
        if part is Part.TABLE:
            return self._in_table(path, at, key)
        if part in _NAMED:
            call = wrapped.call if wrapped else ""
            written = path[at].child_by_field_name("type") if part is Part.BINDING and not call else None
            call = self._short(written) if written is not None else call
            return Given(str(part), call, key or self._key(path[at], path[at + 1]))
        return wrapped or Given(part or "", key=key)

    def _argument(self, call: tree_sitter.Node, node: tree_sitter.Node, child: tree_sitter.Node, key: str) -> Given:
        if node.type in self._surface.tokens:
            given = Given(Part.ARGUMENTS, self._before(node, _CALLED), key or self._before(child, _KEYED))
        else:
            given = Given(Part.ARGUMENTS, self._callee(call), key)
        self._fill(given, node, child)
        return given

    def _fill(self, given: Given, node: tree_sitter.Node, child: tree_sitter.Node) -> Row:
        """Tell what stands beside a text."""
        row = self._row(node)
        given.beside = row.beside
        given.number = bisect_left(row.ends, child.end_byte) if len(row.ends) > 1 else 0
        given.row = row
        return row

    def _row(self, node: tree_sitter.Node) -> Row:
        found = self._rows.get(node.id)
        if found is None:
            beside = [each for each in node.named_children if each.type != "comment"]
            found = self._rows[node.id] = Row(beside)
        return found

    def _accessed(self, path: list[tree_sitter.Node], at: int) -> Given | None:
        """A member that the text names, or the method of a text; None when that makes another text of it."""
        node, child = path[at], path[at + 1]
        if node.named_children[0].id != child.id:
            return Given(Part.ACCESS, self._short(node.named_children[0]))
        arguments = node.child_by_field_name("arguments")
        called = self._short(node if arguments is None else self._named(node))
        if arguments is None and at:
            arguments = path[at - 1].child_by_field_name("arguments")
        if arguments is None or self._shape.wraps(called):
            return None
        given = Given(Part.RECEIVER, called)
        given.beside = arguments.named_children
        return given

    def _named(self, node: tree_sitter.Node) -> tree_sitter.Node:
        return node.child_by_field_name("name") or node

    def _compared(self, node: tree_sitter.Node, child: tree_sitter.Node) -> Given | None:
        """What a text is compared with; None when an operator does not compare."""
        if not self._texts.is_compared(node):
            return None
        given = Given(Part.CASE)
        given.beside = [each for each in node.named_children if each.id != child.id]
        given.call = self._short(given.beside[0]) if given.beside else ""
        return given

    def _in_table(self, path: list[tree_sitter.Node], at: int, key: str) -> Given:
        given = Given(Part.TABLE, key=key)
        row = self._fill(given, path[at], path[at + 1])
        if row.table is None:
            row.table = self._table(path, at)
        given.call, outer = row.table
        given.key = key or outer
        return given

    def _table(self, path: list[tree_sitter.Node], at: int) -> tuple[str, str]:
        """The type of a table, or what takes it, and its key where it is the value of a pair."""
        key = ""
        highest = max(at - _HIGHEST, 0)
        while at > highest:  # a row of a table has the type of the table
            at -= 1
            node, part = path[at], self._parts.get(path[at].type)
            if part is Part.ARGUMENTS and at:
                return self._callee(path[at - 1]), key
            if part is Part.TABLE:
                row = self._row(node)
                if row.table is None:
                    row.table = self._table(path, at)
                return row.table[0], key or row.table[1]
            written = node.child_by_field_name("type") if part is not Part.PAIR else None
            if written is not None:
                return self._short(written), key
            if part is Part.BINDING:
                return self._bound(path, at), key
            if part is None:
                break
            if part is Part.PAIR:
                key = key or self._key(node, path[at + 1])
        return "", key

    def _bound(self, path: list[tree_sitter.Node], at: int) -> str:
        """The type and the name that a table is bound to."""
        declared = path[at - 1].child_by_field_name("type") if at else None
        name = self._key(path[at], path[at + 1])
        return f"{self._type(declared)} {name}" if declared else name

    def _type(self, node: tree_sitter.Node) -> str:
        """A type as written, without what is in it."""
        body = node.child_by_field_name("body")
        end = node.end_byte if body is None else body.start_byte
        return _SPACE.sub(" ", self._blob[node.start_byte : end].decode("utf-8", "replace")[:_LONGEST_CALL]).strip()

    def _callee(self, call: tree_sitter.Node) -> str:
        fields = (call.child_by_field_name(name) for name in self._surface.callee)
        called = next((each for each in fields if each is not None), None)
        if called is None:
            first = call.named_children[0]
            return self._short(first) if self._parts.get(first.type) is not Part.ARGUMENTS else ""
        owners = (call.child_by_field_name(name) for name in _OWNERS)
        owner = next((each for each in owners if each is not None), None)
        name = self._short(called)
        return f"{self._short(owner)}.{name}" if owner is not None and owner.id != called.id else name

    def _before(self, node: tree_sitter.Node, wanted: re.Pattern[str]) -> str:
        """The first group of what is written right before a node."""
        start = node.start_byte
        found = wanted.search(self._blob[max(start - _LONGEST_CALL, 0) : start].decode("utf-8", "replace"))
        return found[1] if found else ""

    def _short(self, node: tree_sitter.Node) -> str:
        start = max(node.start_byte, node.end_byte - _LONGEST_CALL)
        return _SPACE.sub("", self._blob[start : node.end_byte].decode("utf-8", "replace"))

    def _key(self, node: tree_sitter.Node, child: tree_sitter.Node) -> str:
        for name in self._surface.names:
            named = node.child_by_field_name(name)
            if named is not None:
                return "" if named.id == child.id else self._texts.source(named).strip(_QUOTES)
        first = node.named_children[0] if node.named_child_count > 1 else None
        return self._texts.source(first).strip(_QUOTES) if first is not None and first.id != child.id else ""
