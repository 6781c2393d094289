"""Names that live within a definition, which the index does not have: where the text of the definition declares one.

It is told by what stands beside the name, in ways that most languages share; what a block hides from the place is left
out where blocks are braces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words between which a name is used, not declared.
_BEFORE = frozenset({
    "and", "assert", "await", "case", "catch", "defer", "delete", "do", "echo", "elif", "else", "extends", "from",
    "goto", "if", "implements", "import", "in", "instanceof", "is", "new", "not", "of", "or", "package", "print",
    "raise", "range", "return", "select", "sizeof", "switch", "then", "throw", "typeof", "until", "unless", "when",
    "where", "while", "with", "yield",
})  # fmt: skip
_AFTER = frozenset({"and", "as", "else", "do", "if", "in", "instanceof", "is", "not", "of", "or", "then"})
_WORD_BEFORE = re.compile(r"(?:^|[^\w$.])([^\W\d][\w$.]*(?:<[^<>\n]*>|\[\w*]*\])*)[ \t]+[*&]*$")
_LOOP = re.compile(r"\b(?:for|foreach)\b[\s(]+(?:[\w$]+\s*,\s*)*$")
_MORE = r"(?:\s*,\s*[\w$]+)*"
_SHORT = re.compile(_MORE + r"\s*:=")
_TYPE_AFTER = re.compile(r"(?:,\s*[\w$]+)*[ \t]+[*&\[\].]*([^\W\d][\w$]*)")
_ENDS = re.compile(r"\s*(?:=(?!=)|[;,):\]]|$)", re.MULTILINE)
_GIVEN = re.compile(_MORE + r"\s*=(?!=)")


def declared_at(text: str, name: str, at: int) -> tuple[int, bool] | None:
    """Where a definition declares one of its own names: the offset, and whether what stands beside it says so.

    Args:
        text: Of the definition.
        name: Used in it.
        at: The offset of the place where it is used.
    """
    end = text.find("\n", at)
    text = text[: end if end >= 0 else len(text)]
    sigil = text[:at].endswith("$")
    found = _declared(text, "$" * sigil + name, at - sigil)
    return found and (found[0] + sigil, found[1])


def _declared(text: str, name: str, at: int) -> tuple[int, bool] | None:
    mentions = [each for each in _mentions(text, name) if each <= at]
    sure = [each for each in mentions if _declares(text, name, each)]
    inside = [each for each in sure if _reaches(text, each, at)]
    if inside or sure:
        return (inside or sure)[-1], True
    given = [each for each in mentions if _GIVEN.match(text, each + len(name))]
    return (given[0], False) if given else None


def _mentions(text: str, name: str) -> Iterator[int]:
    for found in re.finditer(rf"(?<![\w$.])(?<!->)(?<!::){re.escape(name)}(?![\w$])", text):
        yield found.start()


def _declares(text: str, name: str, start: int) -> bool:
    """Whether a mention is a declaration by what stands on either side of it."""
    after = start + len(name)
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if _SHORT.match(text, after) or _LOOP.search(line):
        return True
    typed = _TYPE_AFTER.match(text, after)
    if typed and typed[1] not in _AFTER and not line.rstrip().endswith(("return", "case", "=", "+", "&&", "||")):
        return True
    before = _WORD_BEFORE.search(line)
    if before and before[1] not in _BEFORE and _ENDS.match(text, after):
        return True
    return _is_parameter(text, start, after)


def _is_parameter(text: str, start: int, after: int) -> bool:
    """Whether a mention stands alone between the parentheses of the header."""
    header = text.find("{") if "{" in text else text.find(":\n")
    if header >= 0 and start > header:
        return False
    before = text[:start].rstrip(" \t\n*&")
    return before.endswith(("(", ",")) and before.count("(") > before.count(")") and bool(_ENDS.match(text, after))


def _reaches(text: str, start: int, at: int) -> bool:
    """Whether no block that a declaration stands in is closed before a place."""
    depth = 0
    for character in text[start:at]:
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth < 0:
                return False
    return True


def literal_owner(text: str, at: int) -> list[str]:
    """The words of the type before the braces in which a name is given a value: of ``Type{name: 1}`` it is ``Type``.

    Args:
        text: Before the name.
        at: Where the name begins.
    """
    depth = 0
    while at > 0:
        at -= 1
        character = text[at]
        if character in ")]}":
            depth += 1
        elif character in "([{":
            depth -= 1
            if depth < 0 and character != "{":
                return []
            if depth < 0:
                found = re.search(r"([\w$.]+)(?:\[[^\[\]]*\])?\s*$", text[max(0, at - 200) : at])
                if found:
                    return found[1].split(".")
                if not text[:at].rstrip().endswith(("{", ",", ":", "&")):
                    return []
                depth = 0
    return []
