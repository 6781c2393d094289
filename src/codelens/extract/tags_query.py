"""A language's tags query, compiled and taken apart.

It is compiled in parts. Its patterns with ``@definition.<kind>`` are read match by match, because a name belongs to its
definition; all others capture names alone and are read in one sweep, which costs half as much.

A definition captured on several nodes stretches from the first to the last of them. Beside definitions, references,
``@name``, ``@scope`` and ``@package``, seven captures say what nodes don't:

- a pattern with ``@outside`` defines nothing within a function;
- a pattern with ``@member`` defines a member of what encloses the function that it stands in, as a constructor's
  parameter may be a field;
- ``@local`` marks code of a function that the grammar did not recognise as one;
- what a pattern has as ``@undefined`` no later pattern defines;
- a pattern with ``@continued`` finds a further part of the definition of that name before, such as another clause;
- the names in an ``@unread`` node, such as a macro's body, are found by their spelling;
- a plain name in a ``@types`` node, such as an annotation, stands for a type, unless it only qualifies the name after.

The node of an ``@embedded.<language>`` holds code of another language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tree_sitter
import tree_sitter_language_pack

from codelens.errors import LanguageError
from codelens.extract.bindings.query import compile_bindings
from codelens.extract.patterns import chosen, patterns_of, said_by
from codelens.model import DEFINITION_CODE

if TYPE_CHECKING:
    from codelens.extract.language import Captures, Language

_DEFINING = re.compile(rb"@definition\.(\w+)|@(package|local)\b")
EMBEDDED = "embedded."
_EMBEDDED = re.compile(rb"@embedded\.")
_OUTSIDE = re.compile(rb"@outside\b")
_MEMBER = re.compile(rb"@member\b")
_CONTINUED = re.compile(rb"@continued\b")
_OTHER_CAPTURES = frozenset(
    ("name", "scope", "package", "outside", "member", "local", "unread", "types", "undefined", "continued")
)


@dataclass(frozen=True, slots=True)
class TagsQuery:
    """What the patterns of one language ask for.

    Args:
        grammar: That the blob is to be parsed with.
        definitions: The patterns that define.
        kinds: Of each of them its kind, ``package`` or ``local``.
        outside: The patterns that define nothing within a function.
        member: The patterns that define a member of what encloses the function.
        continued: The patterns that find further parts of a definition.
        references: The patterns that do not define.
        codes: Captures of references with their codes, the one that counts most last.
        ignored: Words that the grammar takes for names and that are none.
        members: A kind, and what it is within a type.
        separator: Between scope and name.
        embedding: The patterns that say where code of another language is; None when there are none.
        quoted: The codes of places whose names may stand in quotes; definitions are among them or not.
        sigil: How a name may begin in the text without being part of it; None where names stand as they are.
    """

    grammar: tree_sitter.Language
    definitions: tree_sitter.Query
    kinds: tuple[str, ...]
    outside: frozenset[int]
    member: frozenset[int]
    continued: frozenset[int]
    references: tree_sitter.Query
    codes: tuple[tuple[str, int], ...]
    ignored: frozenset[bytes]
    members: dict[str, str]
    separator: bytes
    quoted: frozenset[int]
    embedding: tree_sitter.Query | None
    sigil: re.Pattern[bytes] | None

    def start_of(self, name: tree_sitter.Node, blob: bytes) -> int:
        """Where a name begins, behind what marks it as one."""
        start = name.start_byte
        marked = self.sigil.match(blob, start, name.end_byte) if self.sigil is not None else None
        return start if marked is None else marked.end()

    def code_of(self, kind: str) -> int:
        """The code of a kind of reference."""
        return next(code for capture, code in self.codes if capture == f"reference.{kind}")


_compiled: dict[str, TagsQuery] = {}


def compile_tags(language: Language, captures: Captures) -> TagsQuery:
    """Compile a language's tags query, once.

    Raises:
        LanguageError: The grammar is unknown, the query does not compile or uses a capture that is none of ours.
    """
    if language.fingerprint not in _compiled:
        _compiled[language.fingerprint] = _take_apart(language, captures)
    return _compiled[language.fingerprint]


def check_language(language: Language, captures: Captures) -> tuple[str, ...]:
    """Compile all that a language says.

    Returns:
        The kinds it defines, in the order of captures.yaml.

    Raises:
        LanguageError: As :func:`compile_tags`.
    """
    language.surface(captures)
    tags = compile_tags(language, captures)
    bindings = compile_bindings(language, tags.grammar, captures)
    bound = {pattern.kind for pattern in bindings.patterns} if bindings else set()
    kinds = {*tags.kinds, *bound, *language.description.members.values()}
    return tuple(kind for kind in captures.definitions if kind in kinds)


def _take_apart(language: Language, captures: Captures) -> TagsQuery:
    texts = [said_by(pattern) for pattern in patterns_of(language.tags.encode())]
    defining = [number for number, text in enumerate(texts) if _DEFINING.search(text)]
    embedding = [number for number, text in enumerate(texts) if _EMBEDDED.search(text) and number not in defining]
    others = [number for number in range(len(texts)) if number not in defining and number not in embedding]
    grammar, definitions, references, embedded = _compile(language, defining, others, embedding)
    for query in (definitions, references, embedded):
        _refuse_unknown([query.capture_name(index) for index in range(query.capture_count)], language, captures)
    codes = [(f"reference.{kind}", captures.code(kind)) for kind in reversed(captures.references)]

    def having(mark: re.Pattern[bytes]) -> frozenset[int]:
        return frozenset(pattern for pattern, number in enumerate(defining) if mark.search(texts[number]))

    return TagsQuery(
        grammar,
        definitions,
        tuple(_kind_in(texts[number]) for number in defining),
        having(_OUTSIDE),
        having(_MEMBER),
        having(_CONTINUED),
        references,
        tuple(codes),
        frozenset(word.encode() for word in language.description.ignored),
        language.description.members,
        language.description.separator.encode(),
        _quoted(language, captures),
        embedded if embedding else None,
        language.sigil,
    )


def _quoted(language: Language, captures: Captures) -> frozenset[int]:
    """An import's name may stand in quotes in every language."""
    if not language.description.quoted:
        return frozenset((captures.code("import"),))
    return frozenset((DEFINITION_CODE, *(captures.code(kind) for kind in captures.references)))


def _compile(
    language: Language, *groups: list[int]
) -> tuple[tree_sitter.Language, tree_sitter.Query, tree_sitter.Query, tree_sitter.Query]:
    """The grammar, and a query of each of three groups of patterns."""
    text = language.tags.encode()
    try:
        grammar = tree_sitter_language_pack.get_language(language.description.grammar)  # type: ignore[arg-type]
        one, two, three = (tree_sitter.Query(grammar, chosen(text, group)) for group in groups)
    except LookupError as error:
        message = f"{language.folder / 'language.yaml'}: no grammar {language.description.grammar!r}"
        raise LanguageError(message) from error
    except tree_sitter.QueryError as error:
        message = f"{language.folder / 'tags.scm'}: {error}"
        raise LanguageError(message) from error
    return grammar, one, two, three


def _kind_in(text: bytes) -> str:
    found = _DEFINING.search(text)
    return (found[1] or found[2]).decode() if found else ""


def _refuse_unknown(names: list[str], language: Language, captures: Captures) -> None:
    known = _OTHER_CAPTURES.union(
        (f"definition.{kind}" for kind in captures.definitions), (f"reference.{kind}" for kind in captures.references)
    )
    for name in names:
        if name not in known and not name.startswith(("_", EMBEDDED)):
            message = f"{language.folder / 'tags.scm'}: unknown capture @{name}; captures.yaml lists what there is"
            raise LanguageError(message)
    for kind in (*language.description.members, *language.description.members.values()):
        if kind not in captures.definitions:
            message = f"{language.folder / 'language.yaml'}: members: {kind!r} is no kind of captures.yaml"
            raise LanguageError(message)
