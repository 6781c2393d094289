"""What a language's ``surface.yaml`` says: which nodes pass a text on, and which texts are shown as what.

``surface.scm`` captures the literals (``@text``). How they are joined, and to what a text is given, is told by the
types of the nodes around it; what that makes of it is told by rules, the first that holds.
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
    ACCESS = "access"  # a member of a value, which the text names; or a member of the text
    RECEIVER = "receiver"  # a method of the text is called
    STREAM = "stream"  # operators write texts to it, one after the other
    NOTHING = "nothing"  # a text in it is shown to nobody


TEXT = "text"  # the kind of a statement of which no rule says what it shows
NOTHING = "nothing"  # the kind of a rule for texts that are shown to nobody


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is shown, and as what.

    Args:
        kind: Of the statement, one of the surface kinds of captures.yaml; ``text`` for one of which nothing is claimed,
            ``nothing`` for what is shown to nobody.
        call: A regular expression that is found in what is called, as written; of a table, in its type and the
            name that it is bound to; of an access, in what it is a member of; of a comparison, in what the text is
            compared with.
        key: A regular expression for the whole key of a pair, or the name that a text is bound to.
        part: Where the text stands; "" for anywhere.
        argument: The numbers of the arguments, or of the values of a row, that may be it, 0 the first; none for the
            first text.
        like: A regular expression that the text is matched by.
        also: Others of the arguments (by number) or pairs (by key) that belong to it, by what they are: ``help``,
            ``default``, ``bound``, ``prefix`` (in order, those before the name).
        level: Of a log; "" when what is called says it.
        formats: Of the text, in the order in which they are tried; none for the language's own.
        pairs: Whether the texts at every second argument from the first are keys, and the text that ``said`` names is
            the value after it.
        said: The keys of ``pairs`` whose value is the text.
        names: A regular expression for the names in a text: each that it finds is a statement of its own, at its place.
            Its groups that begin with ``name`` are the names, others belong to them as those of ``also`` do. A hole
            stands as ``%s``. Where there is none, the rule does not hold.
        within: A regular expression that is found in the name of the function around.
        beside: A regular expression that is found in another argument or value of the row, as written.
        filled: Whether the text must have holes, and arguments behind it.
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
    names: str = ""
    within: str = ""
    beside: str = ""
    filled: bool = False


class Surface(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of ``surface.yaml``.

    Args:
        parts: For a type of node, what it is to the texts within it.
        joiners: The operators of a ``join`` that put texts one after the other; another makes no text of several.
        formatters: The operators of a ``join`` whose right side fills the holes of its left.
        comparers: The operators that compare.
        streams: The operators of a ``join`` that write its texts to the leftmost.
        wrapper: A regular expression for the calls that make a text of a text: what takes the call takes that text.
        scopes: The types of nodes that are functions.
        tokens: The types of ``arguments`` that the grammar does not take apart, as those of a macro: the word before
            their bracket is what is called, and the word before a text and its ``=`` or ``:`` its key.
        raw: The types of literals that the grammar does not look into, such as the body of a macro.
        holes: The types of nodes in a literal that a value goes into.
        fixed: The types of nodes in a literal that are not read for what backslashes escape.
        callee: The fields of a call that name what is called, the first that is there.
        names: The fields of a pair, a binding or a type's field that name it.
        formats: How texts have holes, in the order in which they are tried.
        tag: A regular expression for the entries of a field's tag, with the groups ``by`` and ``name``.
        rules: The first that holds counts.
    """

    parts: dict[str, Part] = {}
    joiners: tuple[str, ...] = ("+",)
    formatters: tuple[str, ...] = ()
    comparers: tuple[str, ...] = ("==", "!=", "===", "!==")
    streams: tuple[str, ...] = ()
    wrapper: str = ""
    scopes: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    holes: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    callee: tuple[str, ...] = ("function", "name", "constructor", "type")
    names: tuple[str, ...] = ("key", "name", "left", "declarator", "designator", "pattern")
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
    names: re.Pattern[str] | None
    within: re.Pattern[str] | None
    beside: re.Pattern[str] | None


@dataclass(frozen=True)
class Shape:
    """A language's surface, ready to be applied.

    Args:
        file: Where it was read from, for messages.
        query: The text of ``surface.scm``.
        surface: Its ``surface.yaml``.
        rules: Compiled.
        tag: The same.
        wrapper: The same.
    """

    file: Path
    query: str
    surface: Surface
    rules: tuple[Compiled, ...] = field(repr=False)
    tag: re.Pattern[str] | None = field(repr=False)
    wrapper: re.Pattern[str] | None = field(repr=False)

    def rules_for(self, call: str) -> tuple[Compiled, ...]:
        """The rules that what is called, or a type of this name, does not rule out."""
        return _rules_for(self, call)

    def wraps(self, call: str) -> bool:
        """Whether a call makes a text of a text."""
        return _wraps(self, call)

    def __hash__(self) -> int:
        """One a language."""
        return id(self)

    def __eq__(self, other: object) -> bool:
        """The same."""
        return self is other


@lru_cache(maxsize=20_000)
def _rules_for(shape: Shape, call: str) -> tuple[Compiled, ...]:
    return tuple(each for each in shape.rules if each.call is None or (call and each.call.search(call)))


@lru_cache(maxsize=20_000)
def _wraps(shape: Shape, call: str) -> bool:
    return shape.wrapper is not None and shape.wrapper.search(call) is not None


def load_shape(folders: Iterable[Path], kinds: Iterable[str]) -> Shape | None:
    """The surface of a language: what its own files say, then what it inherits; None when there is none.

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
        said = folder / "surface.yaml"
        if said.is_file():
            inherited = _load(said)
            _check(said, inherited, set(kinds))
            surface = inherited if surface is None else _merged(surface, inherited)
            file = file or said
    if surface is None or file is None or not queries:
        return None
    rules = tuple(_compiled(rule, file) for rule in surface.rules)
    return Shape(file, "\n".join(queries), surface, rules, _pattern(surface.tag, file), _pattern(surface.wrapper, file))


def _merged(own: Surface, inherited: Surface) -> Surface:
    """What a file says, and where it says nothing, what the one says that it inherits; its rules come first."""
    unsaid = Surface()
    fields = {
        name: getattr(inherited if getattr(own, name) == getattr(unsaid, name) else own, name)
        for name in Surface.__struct_fields__
    }
    fields["parts"] = {**inherited.parts, **own.parts}
    fields["rules"] = (*own.rules, *inherited.rules)
    return Surface(**fields)


def _compiled(rule: Rule, file: Path) -> Compiled:
    return Compiled(
        rule,
        _pattern(rule.call, file),
        _pattern(rule.key, file),
        _pattern(rule.like, file),
        _pattern(rule.names, file),
        _pattern(rule.within, file),
        _pattern(rule.beside, file),
    )


def _load(file: Path) -> Surface:
    try:
        return msgspec.convert(load_yaml(file), Surface)
    except msgspec.ValidationError as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error


def _check(file: Path, surface: Surface, kinds: set[str]) -> None:
    for number, rule in enumerate(surface.rules, 1):
        for what, given, known in (
            ("kind", (rule.kind,), kinds | {TEXT, NOTHING}),
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
