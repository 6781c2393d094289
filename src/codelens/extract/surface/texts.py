"""The text that an expression makes: literals joined, formatted and interpolated, with holes for what is not known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.extract.surface.holes import ANY, code_in, joined, split
from codelens.extract.surface.shape import Part

if TYPE_CHECKING:
    import tree_sitter

    from codelens.extract.surface.shape import Shape

NAMED = "$"  # before the name of a constant that is a hole until somebody knows its text
_ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", "a": "", "b": "", "f": "", "v": "", "0": "", "e": "\x1b", "\n": "",
}  # fmt: skip
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|u\{([0-9a-fA-F]+)\}|([0-7]{2,3})|(.))", re.DOTALL
)
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:(?:\.|::|->)[\w$]+)*")
_LINE_END = re.compile(r"(?i)(?:\w+(?:\.|::|_))*(?:linefeed|crlf|newline|eol|endl|linesep|line_?separator(?:\(\))?)")
_PREFIX = re.compile(r"^([A-Za-z]{0,3}R?|[$@]{1,3})(\"\"\"|'''|\"|'|`)")
_OPENED = re.compile(r"(?<!%)(?:%%)*(%[-+ #0]*\d*(?:\.\d+)?)$")
_IN_RAW = re.compile(r'"(?P<text>[^"\\]*(?:\\.[^"\\]*)*)"|\b(?P<name>[A-Za-z_]\w*)', re.DOTALL)
_QUOTES = (b'"', b"'", b"`")
_OPENING = (b"$", b"{", b"#", b"@")  # how a hole begins that has its own sign
_LONGEST = 2_000  # characters of a text
_DEEPEST = 200  # texts that are joined
_INFIX = 3  # children: an operator between two
_LONG_BRACKET = "[["  # a delimiter that is a node of its own


class Texts:
    """Reads the texts of one file.

    Args:
        blob: The file.
        shape: Of its language.
        literals: The types of nodes that are literals.
    """

    def __init__(self, blob: bytes, shape: Shape, literals: frozenset[str]) -> None:
        self._blob = blob
        self._shape = shape
        self._surface = shape.surface
        self._literals = literals
        self._kinds = shape.surface.parts
        self._joins = {kind for kind, part in self._kinds.items() if part in (Part.JOIN, Part.PASS)}

    def source(self, node: tree_sitter.Node) -> str:
        """A node as written."""
        return self._blob[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def is_joined(self, node: tree_sitter.Node) -> bool:
        """Whether a node makes one text of several: by its operator, if it has one."""
        sign = self._sign(node)
        surface = self._surface
        return sign is None or sign in surface.joiners or sign in surface.formatters or sign in surface.streams

    def is_compared(self, node: tree_sitter.Node) -> bool:
        """Whether the operator of a node compares."""
        return self._sign(node) in self._surface.comparers

    def stream(self, node: tree_sitter.Node) -> tree_sitter.Node | None:
        """What a text is written to by operators that do that one after the other; None when none do."""
        if not self._surface.streams or self._sign(node) not in self._surface.streams:
            return None
        while self._sign(node) in self._surface.streams:
            node = node.named_children[0]
        return None if self.has_literal(node) else node

    def has_literal(self, node: tree_sitter.Node) -> bool:
        """Whether a text is written here, or joined of some that are."""
        return node.type in self._literals or (
            node.type in self._joins and any(self.has_literal(each) for each in node.named_children)
        )

    def pieces(self, node: tree_sitter.Node, formats: tuple[str, ...]) -> tuple[str, ...]:
        """The pieces of what an expression makes.

        Args:
            node: The expression.
            formats: How the text has holes.
        """
        parts = self._parts(node, 0)
        if self._surface.streams and len(parts) > 1 and not parts[0] and self.stream(node) is not None:
            parts = parts[2:]
        whole: list[str] = [""]
        for number, part in enumerate(parts):
            if number % 2:
                opened = _OPENED.search(whole[-1])  # the verb itself stands in a constant
                whole[-1], hole = (whole[-1][: opened.start(1)], code_in(part)) if opened else (whole[-1], part)
                whole += [hole, ""]
                continue
            first, *rest = split(part, formats) if formats else [part]
            whole[-1] += first
            whole += rest
        return joined(whole)

    def _sign(self, node: tree_sitter.Node) -> str | None:
        operator = node.child_by_field_name("operator") or node.child_by_field_name("operators")
        if operator is None and node.child_count == _INFIX and not node.children[1].is_named:
            operator = node.children[1]
        return None if operator is None else self.source(operator)

    def _parts(self, node: tree_sitter.Node, depth: int) -> list[str]:
        """Text and holes alternating, the formats not read yet."""
        if node.type in self._literals:
            return self._literal(node)
        part = self._kinds.get(node.type) if depth < _DEEPEST else None
        if part is Part.JOIN:
            return self._join(node, depth)
        if part is Part.PASS and node.named_child_count == 1:
            return self._parts(node.named_children[0], depth + 1)
        wrapped = self._wrapped(node)
        if wrapped is not None and depth < _DEEPEST:
            return self._parts(wrapped, depth + 1)
        return _hole(self.source(node))

    def _wrapped(self, node: tree_sitter.Node) -> tree_sitter.Node | None:
        """The text that a call makes another text of, if that is all that it does."""
        arguments = node.child_by_field_name("arguments")
        called = node.child_by_field_name("function") or node.child_by_field_name("name")
        if arguments is None or called is None or not self._shape.wraps(self.source(called)):
            return None
        owner = called.named_children[0] if called.named_child_count else node.child_by_field_name("object")
        if owner is not None and self.has_literal(owner):
            return owner
        return arguments.named_children[0] if arguments.named_child_count else None

    def _join(self, node: tree_sitter.Node, depth: int) -> list[str]:
        sign = self._sign(node)
        children = node.named_children
        operator = node.child_by_field_name("operator")
        if sign is not None:
            if sign in self._surface.formatters:
                children = children[:1]
            elif not self.is_joined(node):
                return ["", ANY, ""]
        parts = [""]
        for child in children:
            if child.type == "comment" or (operator is not None and child.id == operator.id):
                continue
            first, *rest = self._parts(child, depth + 1)
            parts[-1] += first
            parts += rest
        return parts

    def _literal(self, node: tree_sitter.Node) -> list[str]:
        if node.type in self._surface.raw:
            return self._raw(node)
        kinds = self._surface.holes
        holes = [each for each in node.named_children if each.type in kinds] if kinds else ()
        parts = [""]
        at, end = self._inside(node)
        reads = node.type not in self._surface.fixed
        for hole in holes:
            start, after = hole.start_byte, hole.end_byte
            if self._blob[start - 1 : start] + self._blob[after : after + 1] == b"{}":
                start, after = start - 1, after + 1
            if not self._blob.startswith(_OPENING, hole.start_byte) and self._blob[start - 1 : start] == b"$":
                start -= 1  # the sign stands before the hole
            parts[-1] += self._unescaped(at, start, reads=reads)
            named = _NAME.fullmatch(self.source(hole).strip("${}#@ "))
            parts += [NAMED + named[0] if named else ANY, ""]
            at = after
        parts[-1] += self._unescaped(at, end, reads=reads)
        return parts

    def _raw(self, node: tree_sitter.Node) -> list[str]:
        """The texts of a node that the grammar does not look into, with holes for the names between them."""
        parts = [""]
        written = self.source(node)[:_LONGEST].lstrip()
        for found in _IN_RAW.finditer(written) if written.startswith('"') else ():
            if found["name"]:
                first, *rest = _hole(found["name"])
                parts[-1] += first
                parts += rest
            else:
                parts[-1] += _ESCAPE.sub(_escaped, found["text"])
        return parts

    def _inside(self, node: tree_sitter.Node) -> tuple[int, int]:
        """Where the text within the quotes is; what is within them already has none."""
        last = node.named_children[-1] if node.named_child_count else node
        end = last.start_byte if last.type.endswith("_end") else node.end_byte
        if node.type.endswith(("content", "body")):
            return node.start_byte, end
        if node.child_count and node.children[0].type == _LONG_BRACKET:
            return node.children[0].end_byte, node.children[-1].start_byte
        if node.type in self._surface.fixed:
            for child in node.named_children:
                if child.type.endswith("content"):  # other than the delimiters beside it
                    return child.start_byte, child.end_byte
        start = node.start_byte
        quote = self._blob[start : start + 1]
        if quote in _QUOTES and end - start > 1 and quote != self._blob[start + 1 : start + 2]:
            return start + 1, end - 1 if self._blob.endswith(quote, start, end) else end
        opened = _PREFIX.match(self._blob[start : start + 8].decode("latin-1"))
        if opened is None:
            return start, end
        quote = opened[2].encode()
        start += opened.end()
        return start, max(end - len(quote), start) if self._blob.endswith(quote, start, end) else end

    def _unescaped(self, start: int, end: int, *, reads: bool) -> str:
        text = self._blob[start : min(end, start + _LONGEST)].decode("utf-8", "replace")
        return _ESCAPE.sub(_escaped, text) if reads and "\\" in text else text


def _hole(written: str) -> list[str]:
    """What stands for an expression that is no text: a hole, or the end of a line when its name says that."""
    written = written.lstrip("$")
    if _LINE_END.fullmatch(written):
        return ["\n"]
    return ["", NAMED + written if _NAME.fullmatch(written) else ANY, ""]


def _escaped(found: re.Match[str]) -> str:
    for group in (1, 2, 3, 4):
        if found[group]:
            number = int(found[group], 16)
            return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""  # noqa: PLR2004 - Unicode's
    if found[5]:
        return chr(int(found[5], 8) & 0xFF)
    return _ESCAPES.get(found[6], found[6])
