"""What a text is given to: from an expression upwards to the call, the table, the comparison, … that takes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from codelens.extract.surface.shape import Part

if TYPE_CHECKING:
    import tree_sitter

    from codelens.extract.surface.shape import Shape
    from codelens.extract.surface.texts import Texts

_HIGHEST = 40  # nodes between a literal and what it is given to
_SPACE = re.compile(r"\s+")
_LONG = 16  # values of a row
_LONGEST_CALL = 120  # characters of what is called, from its end
_UPPER = frozenset({Part.JOIN, Part.PASS})
_NAMED = frozenset({Part.BINDING, Part.FIELD, Part.PARAMETER})
_QUOTES = "\"'`*[]$. "


class Given:
    """What a text is given to.

    Args:
        part: Of what.
        call: What is called, the type and name of the table, or what the text is compared with, as written.
        key: Of a pair, or the name that the text is bound to.
        number: Of the argument or of the value in its row.
        beside: The arguments, or the values of the row.
        pairs: The values of a table by their keys.
    """

    __slots__ = ("beside", "call", "key", "number", "pairs", "part")

    def __init__(self, part: str, call: str = "", key: str = "", number: int = 0) -> None:
        self.part = part
        self.call = call
        self.key = key
        self.number = number
        self.beside: list[tree_sitter.Node] = []
        self.pairs: dict[str, tree_sitter.Node] = {}


class Row:
    """The values of a table or the arguments of a call, read once.

    Args:
        beside: The values.
        ends: Where each of them ends.
        pairs: Those with a key, by it.
        table: The call and the key of a table, once they are known.
    """

    __slots__ = ("beside", "ends", "pairs", "table")

    def __init__(self, beside: list[tree_sitter.Node], pairs: dict[str, tree_sitter.Node]) -> None:
        self.beside = beside
        self.ends = [each.end_byte for each in beside]
        self.pairs = pairs
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
        self._parents: dict[int, tree_sitter.Node] = {}
        self._scope = (0, 0, "")

    def whole(self, node: tree_sitter.Node) -> tuple[tree_sitter.Node, tree_sitter.Node | None]:
        """The largest expression that makes one text of a literal and others, and what is around it."""
        whole, parent = node, self._above(node)
        for _ in range(_HIGHEST):
            if parent is None or self._parts.get(parent.type) != Part.JOIN or not self._texts.is_joined(parent):
                break
            whole, parent = parent, self._above(parent)
        return whole, parent

    def given(self, whole: tree_sitter.Node, parent: tree_sitter.Node) -> Given | None:
        """What a text is given to; None when that shows it to nobody."""
        streamed = self._texts.stream(whole)
        if streamed is not None:
            return Given(Part.STREAM, self._short(streamed))
        child, node = whole, parent
        key, wrapped = "", None
        for _ in range(_HIGHEST):
            part = self._parts.get(node.type)
            if part is Part.NOTHING:
                return None
            if part is Part.ARGUMENTS and node.parent is not None:
                given = self._argument(node, child, key)
                if not self._is_wrapper(given, node.parent):
                    return given
                wrapped, child, node = wrapped or given, node.parent, node.parent.parent or node.parent
                continue
            if part is Part.PAIR:
                key = key or self._key(node, child)
            elif part is Part.TABLE:
                return self._in_table(node, child, key)
            elif part is Part.ACCESS:
                accessed = self._accessed(node, child)
                if accessed is not None:
                    return accessed
            elif part in _NAMED:
                return Given(str(part), wrapped.call if wrapped else "", key or self._key(node, child))
            elif part not in _UPPER:
                return wrapped or Given(part or "", key=key)
            elif part is Part.JOIN and (compared := self._compared(node, child)) is not None:
                return compared
            if node.parent is None:
                break
            child, node = node, node.parent
        return wrapped or Given("", key=key)

    def scope(self, node: tree_sitter.Node) -> str:
        """The name of the function around a node, or ""."""
        start, end, name = self._scope
        if start <= node.start_byte < end:
            return name
        above = node.parent
        while above is not None and above.type not in self._surface.scopes:
            above = above.parent
        if above is None:
            return ""
        named: tree_sitter.Node | None = above
        while named is not None and named.child_count:
            named = named.child_by_field_name("name") or named.child_by_field_name("declarator")
        name = self._texts.source(named) if named is not None else ""
        self._scope = (above.start_byte, above.end_byte, name)
        return name

    def _argument(self, node: tree_sitter.Node, child: tree_sitter.Node, key: str) -> Given:
        call = node.parent
        given = Given(Part.ARGUMENTS, self._callee(call) if call is not None else "", key)
        self._fill(given, node, child)
        return given

    def _fill(self, given: Given, node: tree_sitter.Node, child: tree_sitter.Node) -> Row:
        """Tell what stands beside a text."""
        row = self._row(node)
        given.beside = row.beside
        given.number = min(bisect_left(row.ends, child.end_byte), max(len(row.ends) - 1, 0))
        given.pairs = row.pairs
        return row

    def _row(self, node: tree_sitter.Node) -> Row:
        found = self._rows.get(node.id)
        if found is None:
            beside = [each for each in node.named_children if each.type != "comment"]
            pairs: dict[str, tree_sitter.Node] = {}
            for each in beside:
                if self._parts.get(each.type) is Part.PAIR and each.named_child_count > 1:
                    value = each.named_children[-1]
                    pairs.setdefault(self._key(each, value), value)
            found = self._rows[node.id] = Row(beside, pairs)
            if len(beside) > _LONG:  # to find a parent, the parser counts all children before: here it is known
                self._parents.update((each.id, node) for each in beside)
        return found

    def _above(self, node: tree_sitter.Node) -> tree_sitter.Node | None:
        known = self._parents.get(node.id)
        return node.parent if known is None else known

    def _is_wrapper(self, given: Given, call: tree_sitter.Node) -> bool:
        """Whether a call makes a text of the one that it is given, so that what takes the call takes the text."""
        return self._shape.wraps(given.call) and call.parent is not None and not given.key

    def _accessed(self, node: tree_sitter.Node, child: tree_sitter.Node) -> Given | None:
        """A member that the text names, or the method of a text; None when that makes another text of it."""
        if node.named_children[0].id != child.id:
            return Given(Part.ACCESS, self._short(node.named_children[0]))
        call = node.parent
        arguments = node.child_by_field_name("arguments")
        if arguments is None and call is not None:
            arguments = call.child_by_field_name("arguments")
        called = self._short(node if node.child_by_field_name("arguments") is None else self._named(node))
        if arguments is None or arguments.id == child.id or self._shape.wraps(called):
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

    def _in_table(self, node: tree_sitter.Node, child: tree_sitter.Node, key: str) -> Given:
        given = Given(Part.TABLE, key=key)
        row = self._fill(given, node, child)
        if row.table is None:
            row.table = self._table(node)
        given.call, outer = row.table
        given.key = key or outer
        return given

    def _table(self, node: tree_sitter.Node) -> tuple[str, str]:
        """The type of a table, or what takes it, and its key where it is the value of a pair."""
        above, key = node, ""
        for _ in range(_HIGHEST):  # a row of a table has the type of the table
            parent = self._above(above)
            if parent is None:
                break
            part = self._parts.get(parent.type)
            if part is Part.ARGUMENTS and parent.parent is not None:
                return self._callee(parent.parent), key
            if part is Part.TABLE:
                row = self._row(parent)
                if row.table is None:
                    row.table = self._table(parent)
                return row.table[0], key or row.table[1]
            written = parent.child_by_field_name("type")
            if written is not None:
                return self._short(written), key
            if part is Part.BINDING:
                return self._bound(parent, above), key
            if part is None:
                break
            if part is Part.PAIR:
                key = key or self._key(parent, above)
            above = parent
        return "", key

    def _bound(self, binding: tree_sitter.Node, child: tree_sitter.Node) -> str:
        """The type and the name that a table is bound to."""
        declared = binding.parent.child_by_field_name("type") if binding.parent is not None else None
        name = self._key(binding, child)
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
        owner = call.child_by_field_name("object") or call.child_by_field_name("scope")
        name = self._short(called)
        return f"{self._short(owner)}.{name}" if owner is not None and owner.id != called.id else name

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
