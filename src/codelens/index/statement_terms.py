"""The terms by which statements are found: the words of their texts, whole names, and the names of constants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.model import Statement

_WORD = re.compile(r"[^\W_]{2,}")
_MOST_WORDS = 60  # of a statement
_LONGEST_NAME = 120  # characters
_LONGEST_WORD = 40
PLACE_BITS = 20  # of a statement's key: its number in its file; the number of the file stands above
WHOLE = "="  # before a text that is one name
CONSTANT = "$"  # before the name of a constant whose text a statement is
_BINDING = "binding"


def words_of_text(text: str) -> list[str]:
    """The words of a text in lower case, in their order, as statements are found by them."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(text.lower())]


def whole_name(text: str) -> str:
    """A text as the name of a flag, a metric or a key, in lower case, without what stands before it; "" for none."""
    name = text.strip().lower().lstrip("-/").rstrip(":=")
    return name if name and len(name) <= _LONGEST_NAME and not re.search(r"\s", name) else ""


def terms_of(statement: Statement) -> Iterator[bytes]:
    """The terms of a statement, each once."""
    found: dict[str, None] = {}
    literals = statement.pieces[::2]
    for literal in literals:
        found.update(dict.fromkeys(words_of_text(literal)[: _MOST_WORDS - len(found)]))
    if len(literals) == 1 and (name := whole_name(literals[0])):
        found[WHOLE + name] = None
    if statement.part == _BINDING and statement.key and len(literals) == 1:
        found[CONSTANT + statement.key.rpartition(".")[2].lower()] = None
    for term in found:
        yield term.encode("utf-8", "surrogatepass")
