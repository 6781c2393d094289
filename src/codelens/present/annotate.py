"""A source file with its occurrences written beneath each line, as comments of its own language.

    func (s *Server) Run() error {
    //               ^^^ definition.method Server.Run

A name that stands where the comment token would be is pointed at by its column and length: ``// @0+4 …``. The same
text is the expectation of a tags test: :func:`strip` takes the annotations out again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.model import CODE_MASK, DEFINITION_CODE, PLACE_BITS, unpack_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.extract.language import Captures, Language
    from codelens.model import Extraction

_ANNOTATION = r"^{comment} *(\^+|@\d+\+\d+) (definition|reference)\.\w+ .*\n?"


def strip(text: str, language: Language) -> str:
    """The source without its annotations."""
    comment = re.escape(language.description.comment)
    return re.sub(_ANNOTATION.format(comment=comment), "", text, flags=re.MULTILINE)


def annotate(blob: bytes, extraction: Extraction, language: Language, captures: Captures) -> str:
    """The source with an annotation line for each occurrence, in the order of their columns."""
    notes: dict[int, list[tuple[int, int, str]]] = {}
    for line, column, length, note in _notes(blob, extraction, language, captures):
        notes.setdefault(line, []).append((column, length, note))
    out = []
    for number, text in enumerate(blob.split(b"\n")):
        out.append(text.decode("utf-8", "replace"))
        for column, length, note in sorted(notes.get(number, ())):
            before = text[:column].decode("utf-8", "replace").expandtabs(1)
            width = len(text[column : column + length].decode("utf-8", "replace"))
            out.append(_line(language.description.comment, len(before), width, note))
    return "\n".join(out)


def _notes(
    blob: bytes, extraction: Extraction, language: Language, captures: Captures
) -> Iterator[tuple[int, int, int, str]]:
    starts = unpack_places(extraction.line_starts)
    symbols = {(definition.range.line, definition.range.column): definition for definition in extraction.definitions}
    kinds = tuple(captures.references)
    for name, packed in extraction.occurrences.items():
        for place in unpack_places(packed):
            offset, code = place >> PLACE_BITS, place & CODE_MASK
            line = blob.count(b"\n", 0, offset)
            column = offset - starts[line]
            note = f"reference.{kinds[code - 1]} {name.decode('utf-8', 'replace')}"
            if code == DEFINITION_CODE:
                symbol = symbols[line, column]
                parts = (*symbol.scope, symbol.name)
                note = f"definition.{symbol.kind} {language.description.separator.join(parts)}"
            yield line, column, len(name), note


def _line(comment: str, column: int, width: int, note: str) -> str:
    if column < len(comment):
        return f"{comment} @{column}+{width} {note}"
    return f"{comment}{' ' * (column - len(comment))}{'^' * width} {note}"
