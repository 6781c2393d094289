"""Names that a preprocessor pastes together: ``#define ENTRY(name) {#name, CMD_ ## name}`` makes two of each argument.

What a macro makes a text of (``#name``) is the name by which the program knows its argument: a use of the macro defines
it. What it pastes (``CMD_ ## name``) is a name that the use refers to. Only macros of the same file are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import tree_sitter

_WORD = re.compile(rb"[A-Za-z_]\w*")
_TEXT = re.compile(rb"(?<!#)#\s*([A-Za-z_]\w*)")
_PASTED = re.compile(rb"\b\w+(?:\s*##\s*\w+)+")
_JOINT = re.compile(rb"\s*##\s*")


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro that makes names of its parameters.

    Args:
        texts: The parameters, by their number, that it makes texts of.
        pasted: Of each name that it pastes, the parts: a parameter's number, or what stands there.
    """

    texts: frozenset[int]
    pasted: tuple[tuple[int | bytes, ...], ...]

    def names(self, arguments: list[bytes]) -> Iterator[tuple[int, bytes]]:
        """The names that a use pastes, each with the number of the argument that it is made of."""
        for parts in self.pasted:
            numbers = [part for part in parts if isinstance(part, int)]
            if numbers and max(numbers) < len(arguments):
                yield numbers[0], b"".join(arguments[part] if isinstance(part, int) else part for part in parts)


def read_macro(parameters: bytes, body: bytes) -> Macro | None:
    """What a macro makes of its parameters, or None when it only passes them on."""
    numbers = {word: number for number, word in enumerate(_WORD.findall(parameters))}
    texts = frozenset(numbers[found[1]] for found in _TEXT.finditer(body) if found[1] in numbers)
    pasted = []
    for found in _PASTED.finditer(body):
        parts = tuple(numbers.get(part, part) for part in _JOINT.split(found[0]))
        if any(isinstance(part, int) for part in parts):
            pasted.append(parts)
    return Macro(texts, tuple(dict.fromkeys(pasted))) if texts or pasted else None


def plain_arguments(arguments: tree_sitter.Node, blob: bytes) -> list[tuple[int, bytes]]:
    """The arguments of a use with their offsets; one that is no plain word is empty."""
    return [
        (node.start_byte, text if _WORD.fullmatch(text := blob[node.start_byte : node.end_byte]) else b"")
        for node in arguments.named_children
    ]
