"""Comments and strings of a file, found by the rules of its language alone: nothing is parsed.

The rules are data, ``lexical.yaml`` of a language's folder or of the one that it inherits from. They are few regular
expressions, put to the whole file one after the other, so that a megabyte takes some ten milliseconds.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import LanguageError
from codelens.extract.yaml_file import load_yaml
from codelens.locations import queries_folders
from codelens.model import Stand

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


_APART = (Stand.STRING, Stand.COMMENT)


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A string with code in it, which may hold such strings in turn.

    Args:
        start: A regular expression for what opens it.
        text: For what stands in it up to its end or a hole; it may match nothing.
        hole: For what opens a hole.
        open: For what opens a pair within a hole.
        close: For what closes such a pair, and the hole.
        end: For what closes the string.
    """

    start: str
    text: str
    hole: str
    open: str
    close: str
    end: str


class LexicalRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of ``lexical.yaml``: regular expressions of Python's for bytes; ``.`` matches a line's end too.

    Groups are named, because their numbers are not known here.

    Args:
        code: What looks like a comment or a string and is none; tried first.
        comment: Comments.
        string: Strings, with their quotes.
        template: A string with code in it.
        declares: Whether what is neither comment nor string is no code either, but says something: a configuration.
    """

    code: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    string: tuple[str, ...] = ()
    template: Template | None = None
    declares: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Alternatives as one expression: after each an empty group, whose number is a key of ``kinds``."""

    expression: re.Pattern[bytes]
    kinds: dict[int | None, str]


@dataclass(frozen=True, slots=True)
class Lexical:
    """The rules of a language, compiled.

    Args:
        outside: What begins a comment, a string or a template.
        inside: The same, and the pairs of a hole; None without templates.
        text: The text of a template, with the kind ``hole`` when it ends in one.
        rest: What all else is.
    """

    outside: _Pattern
    inside: _Pattern | None = None
    text: _Pattern | None = None
    rest: str = Stand.CODE

    def stands(self, blob: bytes) -> Stands:
        """Where the bytes of a file stand."""
        found = Stands(rest=self.rest)
        for kind, start, end in self._pieces(blob):
            if kind in _APART and end > start:
                found.starts.append(start)
                found.ends.append(end)
                found.kinds.append(kind)
        return found

    def _pieces(self, blob: bytes) -> Iterator[tuple[str, int, int]]:
        """Each piece that a rule finds: its kind, its first byte and the one after its last."""
        if self.inside is not None and self.text is not None:
            yield from _with_templates(blob, self.outside, self.inside, self.text)
            return
        kinds = self.outside.kinds
        for found in self.outside.expression.finditer(blob):
            start, end = found.span()
            yield kinds[found.lastindex], start, end


def _with_templates(blob: bytes, outside: _Pattern, inside: _Pattern, text: _Pattern) -> Iterator[tuple[str, int, int]]:
    """The pieces of a file with templates: of each hole around, the number of pairs that are open is kept."""
    holes: list[int] = []
    at = 0
    while True:
        rules = inside if holes else outside
        found = rules.expression.search(blob, at)
        if found is None:
            return
        kind = rules.kinds[found.lastindex]
        start, at = found.span()
        if kind == "open":
            holes[-1] += 1
        elif kind == "close" and holes[-1]:
            holes[-1] -= 1
        elif kind in ("template", "close"):
            if kind == "close":
                holes.pop()
            rest = text.expression.match(blob, at)
            if rest is not None:
                at = rest.end()
                if text.kinds[rest.lastindex] == "hole":
                    holes.append(0)
            yield Stand.STRING, start, at
        else:
            yield kind, start, at
        at += at == start  # a rule may match nothing


@dataclass(frozen=True, slots=True)
class Stands:
    """Where the bytes of one file stand: the comments and strings, in order; all else is code, or "" for no code."""

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    kinds: list[str] = field(default_factory=list)
    rest: str = Stand.CODE

    def at(self, offset: int) -> str:
        """What a byte stands in."""
        index = bisect_right(self.starts, offset) - 1
        return self.kinds[index] if index >= 0 and offset < self.ends[index] else self.rest

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The comments and strings from one byte to another, cut where they leave it."""
        for index in range(max(bisect_right(self.starts, start) - 1, 0), len(self.starts)):
            first, last = max(self.starts[index], start), min(self.ends[index], end)
            if self.starts[index] >= end:
                return
            if first < last:
                yield first, last, self.kinds[index]

    def next(self, offset: int, wanted: Collection[str], end: int) -> int:
        """The first byte after an offset that stands in one of some kinds, or the end."""
        at = offset + 1
        for index in range(max(bisect_right(self.starts, offset) - 1, 0), len(self.starts)):
            if at < self.starts[index] and self.rest in wanted:
                break
            if at < self.ends[index]:
                if self.kinds[index] in wanted:
                    return max(at, self.starts[index])
                at = self.ends[index]
        return at if self.rest in wanted else end


@lru_cache
def lexical_of(language: str) -> Lexical | None:
    """The rules of a language; None where there are none.

    Raises:
        LanguageError: They are wrong, or can't be read.
    """
    seen = set()
    while language and language not in seen:
        seen.add(language)
        file = _first_file(language, "lexical.yaml")
        if file is not None:
            return load_lexical(file)
        described = _first_file(language, "language.yaml")
        language = _inherited(described) if described else ""
    return None


def load_lexical(file: Path) -> Lexical:
    """Read and compile a ``lexical.yaml``.

    Raises:
        LanguageError: It is wrong, or can't be read.
    """
    try:
        return _compiled(msgspec.convert(load_yaml(file), LexicalRules))
    except (msgspec.ValidationError, re.error) as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error


def _first_file(language: str, name: str) -> Path | None:
    files = (queries / "languages" / language / name for queries in queries_folders())
    return next((file for file in files if file.is_file()), None)


def _inherited(file: Path) -> str:
    fields = load_yaml(file)
    return str(fields.get("inherits", "")) if isinstance(fields, dict) else ""


def _compiled(rules: LexicalRules) -> Lexical:
    kinds: list[tuple[str, str]] = [(kind, each) for kind in Stand for each in getattr(rules, kind)]
    template, rest = rules.template, "" if rules.declares else Stand.CODE
    if template is None:
        return Lexical(_any_of(kinds), rest=rest)
    kinds.append(("template", template.start))
    text = f"(?:{template.text})"
    ends = [("hole", text + template.hole), ("end", f"{text}(?:{template.end})?")]
    return Lexical(
        _any_of(kinds), _any_of([*kinds, ("open", template.open), ("close", template.close)]), _any_of(ends), rest
    )


def _any_of(kinds: list[tuple[str, str]]) -> _Pattern:
    """Python skips quickly to where one of several alternatives can begin, if none of them begins with a group."""
    by_group: dict[int | None, str] = {}
    groups = 0
    for kind, each in kinds:
        groups += re.compile(each.encode(), re.DOTALL).groups + 1
        by_group[groups] = kind
    joined = "|".join(f"(?:{each})()" for _, each in kinds)
    return _Pattern(re.compile(joined.encode(), re.DOTALL), by_group)
