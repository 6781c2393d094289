"""What a language's ``surface.yaml`` says: which nodes pass a text on, and which texts are shown as what.

``surface.scm`` captures the literals (``@text``). How they are joined, and to what a text is given, is told by the types
of the nodes around it; what that makes of it is told by rules, the first that holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import LanguageError
from codelens.extract.surface.holes import FORMATS
from codelens.extract.yaml_file import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Part(StrEnum):
    """What a node is to the texts within it."""

    JOIN = "join"  # makes one text of several
    PASS = "pass"  # noqa: S105 - stands between a text and what it is given to
    ARGUMENTS = "arguments"  # of a call, which is around it
    PAIR = "pair"  # a key with its value
    TABLE = "table"  # pairs, or a row of values
    CASE = "case"  # what a value is compared with
    BINDING = "binding"  # gives a text a name
    RETURN = "return"
    RAISE = "raise"
    FIELD = "field"  # of a type; a text in it is its tag
    PARAMETER = "parameter"  # of a function, with a default
    NOTHING = "nothing"  # a text in it is shown to nobody


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is shown, and as what.

    Args:
        kind: Of the statement, one of the surface kinds of captures.yaml.
        call: A regular expression that is found in what is called, as written; of a table, in the name of its type.
        key: A regular expression for the whole key of a pair, or the name that a text is bound to.
        part: Where the text stands; "" for anywhere.
        argument: The numbers of the arguments, or of the values of a row, that may be it, 0 the first; none for the first
            text.
        like: A regular expression that the text is matched by.
        also: Others of the arguments (by number) or pairs (by key) that belong to it, by what they are: ``help``,
            ``default``, ``bound``, ``prefix`` (in order, those before the name).
        level: Of a log; "" when what is called says it.
        formats: Of the text, in the order in which they are tried; none for the language's own.
        pairs: Whether the texts at every second argument from the first are keys, and the text that ``said`` names is the
            value after it.
        said: The keys of ``pairs`` whose value is the text.
    """

    kind: str
    call: str = ""
    key: str = ""
    part: str = ""
    argument: tuple[int, ...] = ()
    like: str = ""
    also: dict[str, list[int | str] | int | str] = {}
    level: str = ""
    formats: tuple[str, ...] | None = None
    pairs: bool = False
    said: tuple[str, ...] = ()


class Surface(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of ``surface.yaml``.

    Args:
        parts: For a type of node, what it is to the texts within it.
        joiners: The operators of a ``join`` that put texts one after the other; another makes no text of several.
        formatters: The operators of a ``join`` whose right side fills the holes of its left.
        holes: The types of nodes in a literal that a value goes into.
        fixed: The types of nodes in a literal that are not read for what backslashes escape.
        callee: The fields of a call that name what is called, the first that is there.
        names: The fields of a pair, a binding or a type's field that name it.
        formats: How texts have holes, in the order in which they are tried.
        tag: A regular expression for the entries of a field's tag, with the groups ``by`` and ``name``.
        rules: The first that holds counts.
    """

    parts: dict[str, Part]
    joiners: tuple[str, ...] = ("+",)
    formatters: tuple[str, ...] = ()
    holes: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    callee: tuple[str, ...] = ("function", "name", "constructor", "type")
    names: tuple[str, ...] = ("key", "name", "left", "declarator")
    formats: tuple[str, ...] = ()
    tag: str = ""
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule with its expressions."""

    rule: Rule
    call: re.Pattern[str] | None
    key: re.Pattern[str] | None
    like: re.Pattern[str] | None


@dataclass(frozen=True)
class Shape:
    """A language's surface, ready to be applied.

    Args:
        file: Where it was read from, for messages.
        query: The text of ``surface.scm``.
        surface: Its ``surface.yaml``.
        rules: Compiled.
        tag: The same.
    """

    file: Path
    query: str
    surface: Surface
    rules: tuple[Compiled, ...] = field(repr=False)
    tag: re.Pattern[str] | None = field(repr=False)

    def rules_for(self, call: str) -> tuple[Compiled, ...]:
        """The rules that what is called, or a type of this name, does not rule out."""
        return _rules_for(self, call)

    def __hash__(self) -> int:
        """One a language."""
        return id(self)

    def __eq__(self, other: object) -> bool:
        """The same."""
        return self is other


@lru_cache(maxsize=20_000)
def _rules_for(shape: Shape, call: str) -> tuple[Compiled, ...]:
    return tuple(each for each in shape.rules if each.call is None or (call and each.call.search(call)))


def load_shape(folders: Iterable[Path], kinds: Iterable[str]) -> Shape | None:
    """The surface of a language: its own files, or the parts that it inherits; None when there is none.

    Args:
        folders: Its own first, then those that it inherits from.
        kinds: Of definitions, of captures.yaml.

    Raises:
        LanguageError: A file is broken.
    """
    queries: list[str] = []
    surface: Surface | None = None
    file: Path | None = None
    for folder in folders:
        if (folder / "surface.scm").is_file():
            queries.append((folder / "surface.scm").read_text("utf-8"))
        if surface is None and (folder / "surface.yaml").is_file():
            file = folder / "surface.yaml"
            surface = _load(file)
    if surface is None or file is None or not queries:
        return None
    _check(file, surface, set(kinds))
    rules = tuple(
        Compiled(rule, _pattern(rule.call, file), _pattern(rule.key, file), _pattern(rule.like, file))
        for rule in surface.rules
    )
    return Shape(file, "\n".join(queries), surface, rules, _pattern(surface.tag, file))


def _load(file: Path) -> Surface:
    try:
        return msgspec.convert(load_yaml(file), Surface)
    except msgspec.ValidationError as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error


def _check(file: Path, surface: Surface, kinds: set[str]) -> None:
    for number, rule in enumerate(surface.rules, 1):
        for what, given, known in (
            ("kind", (rule.kind,), kinds),
            ("part", (rule.part,) if rule.part else (), set(Part)),
            ("format", rule.formats or (), set(FORMATS)),
        ):
            for one in given:
                if one not in known:
                    message = f"{file}: rule {number}: {one!r} is no {what}; there are {', '.join(sorted(known))}"
                    raise LanguageError(message)


def _pattern(text: str, file: Path) -> re.Pattern[str] | None:
    try:
        return re.compile(text) if text else None
    except re.error as error:
        message = f"{file}: {text!r} is not a regular expression: {error}"
        raise LanguageError(message) from error
