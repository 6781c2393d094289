"""The text that an expression makes: literals joined, formatted and interpolated, with holes for what isn't known here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.extract.surface.holes import ANY, joined, split
from codelens.extract.surface.shape import Part

if TYPE_CHECKING:
    import tree_sitter

    from codelens.extract.surface.shape import Surface

NAMED = "$"  # before the name of a constant that is a hole until somebody knows its text
_ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", "a": "", "b": "", "f": "", "v": "", "0": "", "e": "\x1b", "\n": "",
}  # fmt: skip
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|u\{([0-9a-fA-F]+)\}|([0-7]{2,3})|(.))", re.DOTALL
)
_NAME = re.compile(r"[\w$]+(?:(?:\.|::|->)[\w$]+)*")
_PREFIX = re.compile(r"^([A-Za-z]{0,3}R?)(\"\"\"|'''|\"|'|`)")
_LONGEST = 2_000  # characters of a text
_DEEPEST = 200  # texts that are joined


class Texts:
    """Reads the texts of one file.

    Args:
        blob: The file.
        surface: Of its language.
    """

    def __init__(self, blob: bytes, surface: Surface) -> None:
        self._blob = blob
        self._surface = surface
        self._joins = {kind for kind, part in surface.parts.items() if part in (Part.JOIN, Part.PASS)}

    def source(self, node: tree_sitter.Node) -> str:
        """A node as written."""
        return self._blob[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def pieces(self, node: tree_sitter.Node, literals: frozenset[str], formats: tuple[str, ...]) -> tuple[str, ...]:
        """The pieces of what an expression makes.

        Args:
            node: The expression.
            literals: The types of nodes that are literals.
            formats: How the text has holes.
        """
        parts = self._parts(node, literals, 0)
        whole: list[str] = [""]
        for number, part in enumerate(parts):
            if number % 2:
                whole += [part, ""]
                continue
            first, *rest = split(part, formats) if formats else [part]
            whole[-1] += first
            whole += rest
        return joined(whole)

    def _parts(self, node: tree_sitter.Node, literals: frozenset[str], depth: int) -> list[str]:
        """Text and holes alternating, the formats not read yet."""
        if node.type in literals:
            return self._literal(node)
        if node.type in self._joins and depth < _DEEPEST:
            return self._join(node, literals, depth)
        written = self.source(node)
        return ["", NAMED + written if _NAME.fullmatch(written) else ANY, ""]

    def _join(self, node: tree_sitter.Node, literals: frozenset[str], depth: int) -> list[str]:
        operator = node.child_by_field_name("operator")
        children = node.named_children
        if operator is not None:
            sign = self.source(operator)
            if sign in self._surface.formatters:
                children = children[:1]
            elif sign not in self._surface.joiners:
                return ["", ANY, ""]
        parts = [""]
        for child in children:
            if child.type == "comment":
                continue
            first, *rest = self._parts(child, literals, depth + 1)
            parts[-1] += first
            parts += rest
        return parts

    def _literal(self, node: tree_sitter.Node) -> list[str]:
        holes = [child for child in node.named_children if child.type in self._surface.holes]
        parts = [""]
        at, end = self._inside(node)
        reads = node.type not in self._surface.fixed
        for hole in holes:
            parts[-1] += self._unescaped(at, hole.start_byte, reads=reads)
            named = _NAME.fullmatch(self.source(hole).strip("${}#@ "))
            parts += [NAMED + named[0] if named else ANY, ""]
            at = hole.end_byte
        parts[-1] += self._unescaped(at, end, reads=reads)
        return parts

    def _inside(self, node: tree_sitter.Node) -> tuple[int, int]:
        """Where the text within the quotes is."""
        start, end = node.start_byte, node.end_byte
        opened = _PREFIX.match(self._blob[start : start + 8].decode("latin-1"))
        if opened is None:
            return start, end
        quote = opened[2].encode()
        start += opened.end()
        return start, max(end - len(quote), start) if self._blob.endswith(quote, start, end) else end

    def _unescaped(self, start: int, end: int, *, reads: bool) -> str:
        text = self._blob[start : min(end, start + _LONGEST)].decode("utf-8", "replace")
        return _ESCAPE.sub(_escaped, text) if reads and "\\" in text else text


def _escaped(found: re.Match[str]) -> str:
    for group in (1, 2, 3, 4):
        if found[group]:
            number = int(found[group], 16)
            return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""  # noqa: PLR2004 - Unicode's
    if found[5]:
        return chr(int(found[5], 8) & 0xFF)
    return _ESCAPES.get(found[6], found[6])
