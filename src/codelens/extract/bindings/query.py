"""``bindings.scm``: what a file defines under the name that another language, or a macro, gives it.

A pattern with ``@definition.<kind>`` and ``@name`` binds a name; ``@reference.call`` stands on what it is bound to. The
scope of the name is what the pattern itself has as ``@scope``, or else what a pattern without a definition says of the
file:

- ``@scope`` with ``@table``: what is bound in the table of that name has this scope;
- ``@within`` with ``@table``: it has the scope of that other table;
- ``@scope`` alone: all that the file binds has it.

A pattern with ``@macro``, ``@parameters`` and ``@body`` is a macro, one with ``@use`` and ``@arguments`` its use: see
:mod:`codelens.extract.bindings.pasting`.

What tree-sitter's captures can't say stands in ``#set!``: ``needs`` is a text without which a file has nothing for the
pattern; ``spelled`` is an expression for the text of ``@name`` whose group ``name`` is the name, and whose group
``scope``, if it has one, the scope; ``before`` is a text that others put before the name; ``parts`` is an expression
for what parts a scope; ``escaped`` and ``meant`` are a spelling and what it stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tree_sitter

from codelens.errors import LanguageError
from codelens.extract.patterns import said_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from codelens.extract.language import Captures, Language

_CAPTURES = frozenset(
    ("name", "scope", "table", "within", "reference.call", "macro", "parameters", "body", "use", "arguments")
)
_SETTINGS = frozenset(("needs", "spelled", "before", "parts", "escaped", "meant"))
_TOGETHER = {"use": ("arguments",), "macro": ("parameters", "body")}
_DEFINING = re.compile(rb"@definition\.(\w+)")
_SET = re.compile(rb'\(#set!\s+(\S+)\s+"((?:[^"\\]|\\.)*)"\s*\)')
_ESCAPED = re.compile(r"\\(.)")
_CAPTURED = re.compile(r"@([\w.]+)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one pattern says beside its captures.

    Args:
        kind: Of what it defines, or "" where it defines nothing.
        spelled: Finds the name, and maybe the scope, in the text of ``@name``.
        before: What others put before the name.
        parts: Parts a scope.
        escaped: A spelling, in names and scopes, of ...
        meant: ... this.
    """

    kind: str
    spelled: re.Pattern[bytes] | None
    before: str
    parts: re.Pattern[str]
    escaped: str
    meant: str

    def parted(self, text: str) -> tuple[str, ...]:
        """The parts of a scope."""
        return tuple(self.plain(part) for part in self.parts.split(text) if part)

    def plain(self, text: str) -> str:
        """A name or a part of a scope as it is meant."""
        return text.replace(self.escaped, self.meant) if self.escaped else text


@dataclass(frozen=True, slots=True)
class BindingsQuery:
    """The patterns of one language.

    Args:
        query: All of them.
        patterns: What each says, in their order.
        needs: Texts one of which a file has that binds anything; empty when any file may.
    """

    query: tree_sitter.Query
    patterns: tuple[Pattern, ...]
    needs: tuple[bytes, ...]

    def asked_of(self, blob: bytes) -> bool:
        """Whether a file can bind anything."""
        return not self.needs or any(need in blob for need in self.needs)


_compiled: dict[str, BindingsQuery] = {}


def compile_bindings(language: Language, grammar: tree_sitter.Language, captures: Captures) -> BindingsQuery | None:
    """Compile a language's bindings, once; None when it has none.

    Raises:
        LanguageError: The query does not compile, or says what nobody knows.
    """
    if not language.bindings:
        return None
    if language.fingerprint not in _compiled:
        _compiled[language.fingerprint] = _compile(language, grammar, captures)
    return _compiled[language.fingerprint]


def _compile(language: Language, grammar: tree_sitter.Language, captures: Captures) -> BindingsQuery:
    file = language.folder / "bindings.scm"
    text = language.bindings.encode()
    try:
        # Settings are read here: a query that has them beside predicates brings tree-sitter down when it is freed.
        query = tree_sitter.Query(grammar, _SET.sub(lambda found: b" " * len(found[0]), text).decode())
    except tree_sitter.QueryError as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error
    for index in range(query.capture_count):
        _refuse_unknown(query.capture_name(index), f"{file}: unknown capture @", captures)
    patterns, needs = [], []
    for number in range(query.pattern_count):
        own = said_by(text[query.start_byte_for_pattern(number) : query.end_byte_for_pattern(number)])
        settings = {found[1].decode(): _ESCAPED.sub(r"\1", found[2].decode()) for found in _SET.finditer(own)}
        for name in settings.keys() - _SETTINGS:
            message = f"{file}: unknown setting {name}; there are {', '.join(sorted(_SETTINGS))}"
            raise LanguageError(message)
        needs.append(settings.get("needs", "").encode())
        _refuse_halves(own, file)
        patterns.append(_pattern(own, settings, str(file)))
    return BindingsQuery(query, tuple(patterns), tuple(dict.fromkeys(needs)) if all(needs) else ())


def _refuse_unknown(name: str, what: str, captures: Captures) -> None:
    kind = name.removeprefix("definition.") if name.startswith("definition.") else ""
    if name not in _CAPTURES and kind not in captures.definitions and not name.startswith("_"):
        message = f"{what}{name}; there are definition.<kind>, {', '.join(sorted(_CAPTURES))}"
        raise LanguageError(message)


def _pattern(text: bytes, settings: Mapping[str, str], file: str) -> Pattern:
    found = _DEFINING.search(text)
    spelled = settings.get("spelled")
    try:
        pattern = Pattern(
            found[1].decode() if found else "",
            re.compile(spelled.encode(), re.DOTALL) if spelled else None,
            settings.get("before", ""),
            re.compile(settings.get("parts", r"[.]|::")),
            settings.get("escaped", ""),
            settings.get("meant", ""),
        )
    except re.error as error:
        message = f"{file}: {error.pattern!r} is not a regular expression: {error}"
        raise LanguageError(message) from error
    if pattern.spelled is not None and "name" not in pattern.spelled.groupindex:
        message = f"{file}: spelled {spelled!r}: must have a group (?P<name>…)"
        raise LanguageError(message)
    return pattern


def _refuse_halves(text: bytes, file: Path) -> None:
    """Refuse a pattern that lacks what is read together with what it captures."""
    captured = set(_CAPTURED.findall(text.decode()))
    for name, others in _TOGETHER.items():
        if name in captured and not captured.issuperset(others):
            message = f"{file}: a pattern with @{name} must have @{' and @'.join(others)}, too"
            raise LanguageError(message)
