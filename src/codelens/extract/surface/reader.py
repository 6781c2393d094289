"""Finds the statements of a file that show a text: from each literal upwards to what it is given to."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import tree_sitter

from codelens.errors import LanguageError
from codelens.extract.surface.levels import level_of
from codelens.extract.surface.shape import Part
from codelens.extract.surface.texts import NAMED, Texts
from codelens.model import Range, Statement

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from codelens.extract.surface.shape import Compiled, Shape

TEXT = "text"  # the kind of a statement of which no rule says what it shows
_HIGHEST = 40  # nodes between a literal and what it is given to
_SPACE = re.compile(r"\s+")
_TELLING = re.compile(r"[^\W_]{2}|^\w$")
_LONGEST_CALL = 120  # characters of what is called, from its end
_UPPER = frozenset({Part.JOIN, Part.PASS})

_queries: dict[int, tuple[tree_sitter.Query, frozenset[str]]] = {}


class Given:
    """What a text is given to: a call, a pair of a table, a comparison, a binding, …

    Args:
        part: Of what.
        call: What is called, or the type of the table, as written.
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


class SurfaceReader:
    """Reads the statements of one file.

    Args:
        blob: The file.
        lines: Where its lines start.
        shape: Of its language.
    """

    def __init__(self, blob: bytes, lines: array[int], shape: Shape, grammar: tree_sitter.Language) -> None:
        self._blob = blob
        self._lines = lines
        self._shape = shape
        self._surface = shape.surface
        self._parts = shape.surface.parts
        self._texts = Texts(blob, shape.surface)
        self._query, self._literals = compiled(shape, grammar)
        self._tables: dict[int, dict[str, tree_sitter.Node]] = {}

    def read(self, root: tree_sitter.Node) -> tuple[Statement, ...]:
        """All statements, in the order of their places."""
        captured = tree_sitter.QueryCursor(self._query).captures(root).get("text", [])
        found: list[Statement] = []
        done = -1
        for literal in sorted(captured, key=lambda node: node.start_byte):
            if literal.start_byte < done:
                continue
            whole, parent = self._whole(literal)
            done = whole.end_byte
            if parent is not None:
                found += self._statements(literal, whole, parent)
        return tuple(found)

    def _whole(self, node: tree_sitter.Node) -> tuple[tree_sitter.Node, tree_sitter.Node | None]:
        """The largest expression that makes one text of a literal and others, and what is around it."""
        whole, parent = node, node.parent
        for _ in range(_HIGHEST):
            if parent is None or self._parts.get(parent.type) != Part.JOIN or not self._is_joined(parent):
                break
            whole, parent = parent, parent.parent
        return whole, parent

    def _is_joined(self, node: tree_sitter.Node) -> bool:
        operator = node.child_by_field_name("operator")
        if operator is None:
            return True
        return self._texts.source(operator) in (*self._surface.joiners, *self._surface.formatters)

    def _statements(
        self, literal: tree_sitter.Node, whole: tree_sitter.Node, parent: tree_sitter.Node
    ) -> Iterator[Statement]:
        given = self._given(whole, parent)
        if given is None:
            return
        if given.part == Part.FIELD:
            yield from self._tags(literal, given)
            return
        for compiled_rule in self._shape.rules_for(given.call):
            statement = self._by_rule(compiled_rule, literal, whole, given)
            if statement is not None:
                yield statement
                return
        pieces = self._texts.pieces(whole, self._literals, self._surface.formats)
        if _is_telling(pieces):
            yield self._statement(TEXT, pieces, literal, given, {})

    def _given(self, whole: tree_sitter.Node, parent: tree_sitter.Node) -> Given | None:
        """What a text is given to; None when that shows it to nobody."""
        child, node = whole, parent
        key = ""
        for _ in range(_HIGHEST):
            part = self._parts.get(node.type)
            if part is None:
                return Given("", key=key)
            if part is Part.NOTHING:
                return None
            if part is Part.ARGUMENTS and node.parent is not None:
                given = Given(part, self._callee(node.parent), key)
                given.beside = [each for each in node.named_children if each.type != "comment"]
                given.number = _number(given.beside, child)
                given.pairs = self._pairs(node)
                return given
            if part is Part.PAIR:
                key = key or self._key(node, child)
            elif part is Part.TABLE:
                return self._in_table(node, child, key)
            elif part in (Part.BINDING, Part.FIELD, Part.PARAMETER):
                return Given(part, key=key or self._key(node, child))
            elif part not in _UPPER:
                return Given(part, key=key)
            if node.parent is None:
                break
            child, node = node, node.parent
        return Given("", key=key)

    def _in_table(self, node: tree_sitter.Node, child: tree_sitter.Node, key: str) -> Given:
        given = Given(Part.TABLE, key=key)
        given.beside = [each for each in node.named_children if each.type != "comment"]
        given.number = _number(given.beside, child)
        given.pairs = self._pairs(node)
        above = node
        for _ in range(_HIGHEST):  # a row of a table has the type of the table
            parent = above.parent
            if parent is None:
                break
            part = self._parts.get(parent.type)
            if part is Part.ARGUMENTS and parent.parent is not None:
                given.call = self._callee(parent.parent)
                break
            written = parent.child_by_field_name("type")
            if written is not None:
                given.call = self._short(written)
                break
            if part is Part.PAIR and not given.key:
                given.key = self._key(parent, above)
            if part is Part.BINDING:
                given.call = self._key(parent, above)
                break
            above = parent
        return given

    def _callee(self, call: tree_sitter.Node) -> str:
        fields = (call.child_by_field_name(name) for name in self._surface.callee)
        called = next((each for each in fields if each is not None), None)
        if called is None:
            return ""
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
                return "" if named.id == child.id else self._texts.source(named).strip("\"'`*[] ")
        first = node.named_children[0] if node.named_child_count > 1 else None
        return self._texts.source(first).strip("\"'`*[] ") if first is not None and first.id != child.id else ""

    def _pairs(self, node: tree_sitter.Node) -> dict[str, tree_sitter.Node]:
        found = self._tables.get(node.id)
        if found is None:
            found = self._tables[node.id] = {}
            for each in node.named_children:
                if self._parts.get(each.type) is Part.PAIR and each.named_child_count > 1:
                    value = each.named_children[-1]
                    found.setdefault(self._key(each, value), value)
        return found

    def _by_rule(
        self, compiled_rule: Compiled, literal: tree_sitter.Node, whole: tree_sitter.Node, given: Given
    ) -> Statement | None:
        rule = compiled_rule.rule
        if rule.part and rule.part != given.part:
            return None
        if compiled_rule.key is not None and not compiled_rule.key.fullmatch(given.key):
            return None
        if rule.argument and given.number not in rule.argument:
            return None
        if rule.pairs and not self._is_said(rule.said, given):
            return None
        pieces = self._texts.pieces(whole, self._literals, self._formats(rule.formats))
        if compiled_rule.like is not None and not compiled_rule.like.search("".join(pieces[::2])):
            return None
        if not _is_telling(pieces):
            return None
        if not rule.argument and not rule.pairs and given.part == Part.ARGUMENTS and not self._is_first(whole, given):
            return None
        also = {name: self._also(wanted, given) for name, wanted in rule.also.items()}
        return self._statement(rule.kind, pieces, literal, given, also, rule.level or level_of(given.call))

    def _formats(self, formats: tuple[str, ...] | None) -> tuple[str, ...]:
        return self._surface.formats if formats is None else formats

    def _is_said(self, said: tuple[str, ...], given: Given) -> bool:
        """Whether a text stands behind one of some keys among arguments that are keys and values."""
        if given.number == 0:
            return False
        before = self._texts.source(given.beside[given.number - 1]).strip("\"'`")
        return before in said

    def _is_first(self, whole: tree_sitter.Node, given: Given) -> bool:
        """Whether no argument before has a text."""
        return not any(
            each.type in self._literals or (self._parts.get(each.type) is Part.JOIN and b'"' in (each.text or b""))
            for each in given.beside[: given.number]
            if each.end_byte <= whole.start_byte
        )

    def _also(self, wanted: list[int | str] | int | str, given: Given) -> str:
        """Others of the arguments or pairs as text; the parts of a prefix one after the other, a line feed between."""
        found = []
        for one in wanted if isinstance(wanted, list) else [wanted]:
            node: tree_sitter.Node | None = None
            if isinstance(one, str):
                node = given.pairs.get(one)
            elif one < len(given.beside):
                node = given.beside[one]
            if node is not None:
                pieces = self._texts.pieces(node, self._literals, ())
                found.append("".join(pieces))
        return "\n".join(found)

    def _tags(self, literal: tree_sitter.Node, given: Given) -> Iterator[Statement]:
        if self._shape.tag is None:
            return
        names: dict[str, str] = {}
        for found in self._shape.tag.finditer(self._texts.source(literal)):
            names.setdefault(found["name"], found["by"])
        for name, by in names.items():
            yield self._statement("config", (name,), literal, Given(Part.FIELD, by, given.key), {"bound": given.key})

    def _statement(
        self,
        kind: str,
        pieces: tuple[str, ...],
        literal: tree_sitter.Node,
        given: Given,
        also: dict[str, str],
        level: str = "",
    ) -> Statement:
        also = {name: value for name, value in also.items() if value}
        return Statement(kind, pieces, given.call, given.key, given.part, level, self._range(literal), also)

    def _range(self, node: tree_sitter.Node) -> Range:
        start, end = node.start_byte, node.end_byte
        line = bisect_right(self._lines, start) - 1
        end_line = bisect_right(self._lines, end, line) - 1
        return Range(line, start - self._lines[line], end_line, end - self._lines[end_line])


def _number(beside: list[tree_sitter.Node], child: tree_sitter.Node) -> int:
    return next((number for number, each in enumerate(beside) if each.end_byte >= child.end_byte), 0)


def _is_telling(pieces: tuple[str, ...]) -> bool:
    return any(_TELLING.search(piece) for piece in pieces[::2]) or any(each.startswith(NAMED) for each in pieces[1::2])


def compiled(shape: Shape, grammar: tree_sitter.Language) -> tuple[tree_sitter.Query, frozenset[str]]:
    """The query of a language's literals, and the types of nodes that it captures.

    Raises:
        LanguageError: It does not compile.
    """
    known = _queries.get(id(shape))
    if known is None:
        try:
            query = tree_sitter.Query(grammar, shape.query)
        except tree_sitter.QueryError as error:
            message = f"{shape.file.with_suffix('.scm')}: {error}"
            raise LanguageError(message) from error
        types = frozenset(re.findall(r"\((\w+)\)\s*(?=[^()]*@text)", shape.query))
        known = _queries[id(shape)] = (query, types)
    return known
