"""The query language: text to a :class:`~codelens.query.tree.Query`. It knows nothing of the index.

``docs/query-syntax.md`` is its reference, and each row of it is run as a test. A query is read from left to right:
alternatives are parted by ``or``, and what stands side by side must all hold. Every error knows its column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from codelens.errors import QueryError, RegexError
from codelens.query.regexes import compile_regex
from codelens.query.tree import And, Field, Name, Not, Or, Query, Relation, RelationKind, Sort, Text, Tree

FIELDS = ("name", "text", "kind", "role", "repo", "lang", "file", "package", "scope", "in", "rev")
RELATIONS = tuple(RelationKind)
SETTINGS = ("case", "sort", "limit")
CHOICES = {"in": ("code", "string", "comment"), "role": ("definition", "reference"), "case": ("yes", "no")}
KEYS = FIELDS + RELATIONS + SETTINGS
_LEAST_TYPED = 3  # characters within quotes that are not closed yet
_DEEPEST = 50  # groups within each other

_KEY = re.compile(r"([A-Za-z]+):(?=[^\s:)])")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)("?)', re.DOTALL)
_REGEX = re.compile(r"/((?:[^/\\]|\\.)+)/(?=[\s)]|$)")
_RECEIVER = re.compile(r"\([*&]?\w[\w.]*\)[.:]")  # the type before a method's name, as stack traces write it

_ARGUMENTS = re.compile(r"\([^()]*\)")


def parse(text: str) -> Query:
    """Parse a query.

    Raises:
        QueryError: It is empty, a field is unknown, a quote or a group is not closed, or a value is wrong.
    """
    reader = _Reader(text)
    tree = reader.alternatives(0)
    if reader.at < len(text):
        message = "this parenthesis closes nothing; put it in quotes to find it as text"
        raise QueryError(message, text, reader.at)
    if tree is None:
        message = "the query is empty; type a name, or text in quotes"
        raise QueryError(message, text, 0)
    return Query(tree, **reader.settings)  # type: ignore[arg-type]


def parse_typed(text: str) -> tuple[Query, str]:
    """Parse a query that is still being typed: quotes and groups that are open are closed at its end.

    Returns:
        The query, and the text that it is the query of.

    Raises:
        QueryError: It is wrong, or what is in open quotes is too short to be looked for.
    """
    try:
        return parse(text), text
    except QueryError as error:
        if not error.missing or len(text.rstrip()) - error.column <= _LEAST_TYPED:
            raise
        return parse_typed(text + error.missing)


def is_left_out(word: str) -> bool:
    """Whether a word of a command line is a part of a query that leaves something out, and no option."""
    found = re.match(r"""-(?:([A-Za-z]+):|["/(]|[A-Z]\w)""", word)  # no option has a capital
    return found is not None and (found[1] is None or found[1].lower() in KEYS)


@dataclass(slots=True)
class _Reader:
    """Reads a text once, from left to right; ``at`` is the next character."""

    text: str
    at: int = 0
    settings: dict[str, bool | Sort | int] = field(default_factory=dict)

    def alternatives(self, depth: int) -> Tree | None:
        """What stands up to the end, or to the parenthesis that closes this group; None when nothing does."""
        found = [self._all(depth)]
        while (start := self._or()) is not None:
            if found[-1] is None:
                message = "there is nothing before this or; put it in quotes to find the word"
                raise self._error(message, start)
            found.append(self._all(depth))
            if found[-1] is None:
                message = "there is nothing after this or; put it in quotes to find the word"
                raise self._error(message, start)
        trees = [tree for tree in found if tree is not None]
        return Or(tuple(trees)) if len(trees) > 1 else (trees[0] if trees else None)

    def _all(self, depth: int) -> Tree | None:
        found: list[Tree] = []
        while self._more() and self._peek_or() is None:
            tree = self._term(depth)
            if tree is not None:
                found.append(tree)
        return And(tuple(found)) if len(found) > 1 else (found[0] if found else None)

    def _more(self) -> bool:
        """Skip spaces; whether anything follows that belongs to this group."""
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text) and self.text[self.at] != ")"

    def _peek_or(self) -> int | None:
        found = re.compile(r"(?:or|OR)(?=[\s()]|$)").match(self.text, self.at)
        return found.end() if found else None

    def _or(self) -> int | None:
        end = self._peek_or() if self._more() else None
        start = self.at
        if end is None:
            return None
        self.at = end
        return start

    def _term(self, depth: int) -> Tree | None:
        start = self.at
        minus = self.text[start] == "-" and not self.text.startswith("--", start)
        self.at += minus
        if minus and (self.at == len(self.text) or self.text[self.at].isspace()):
            message = "a minus leaves out what follows it without a space; put it in quotes to find it as text"
            raise self._error(message, start, ")")
        tree = self._group(depth) if self._opens_group() else self._leaf(minus=minus, depth=depth, start=start)
        return Not(tree) if minus and tree is not None else tree

    def _opens_group(self) -> bool:
        return self.text[self.at] == "(" and _RECEIVER.match(self.text, self.at) is None

    def _group(self, depth: int) -> Tree:
        start = self.at
        if depth == _DEEPEST:
            message = "groups stand too deep within each other"
            raise self._error(message, start)
        self.at += 1
        tree = self.alternatives(depth + 1)
        if self.at == len(self.text):
            message = "this parenthesis is not closed; put it in quotes to find it as text"
            raise self._error(message, start, ")")
        self.at += 1
        if tree is None:
            message = "there is nothing between the parentheses"
            raise self._error(message, start)
        return tree

    def _leaf(self, *, minus: bool, depth: int, start: int) -> Tree | None:
        key = self._key()
        begin = self.at
        value = self._value()
        if key in SETTINGS:
            if minus or depth:
                message = f"{key}: is of the whole query; it takes no minus and stands in no group"
                raise self._error(message, start)
            self._set(key, value, begin)
            return None
        if isinstance(value, Text):
            return self._of_text(key, value, begin)
        return self._of_word(key, value, begin)

    def _of_text(self, key: str, value: Text, begin: int) -> Tree:
        """A value in quotes, or a regular expression."""
        if key in ("", "text"):
            return value
        if value.regex and key == "name":
            return Name(value.pattern, regex=True)
        if value.regex and key == "file":
            return Field(key, f"/{value.pattern}/")
        if value.regex:
            message = f"{key}: takes no regular expression; file: name: and text: do"
            raise self._error(message, begin)
        return self._of_word(key, value.pattern, begin)

    def _of_word(self, key: str, value: str, begin: int) -> Tree:
        if key in ("", "name"):
            return Name(value)
        if key == "text":
            return Text(value, regex=False)
        if key in RELATIONS:
            return Relation(RelationKind(key), value)
        self._check_choice(key, value, begin)
        return Field(key, value)

    def _check_choice(self, key: str, value: str, begin: int) -> None:
        choices = CHOICES.get(key, ())
        if choices and value not in choices:
            close = get_close_matches(value, choices, 1)
            hint = f"; did you mean {close[0]}?" if close else ""
            message = f"{key}: is {' or '.join(choices)}{hint}"
            raise self._error(message, begin)

    def _set(self, key: str, value: str | Text, begin: int) -> None:
        word = value.pattern if isinstance(value, Text) else value
        if key == "case":
            self._check_choice(key, word, begin)
            self.settings[key] = word == "yes"
        elif key == "sort":
            if word not in tuple(Sort):
                message = f"sort: is {', '.join(Sort)}"
                raise self._error(message, begin)
            self.settings[key] = Sort(word)
        else:
            if not (word.isascii() and word.isdigit() and 0 < int(word[:10]) <= 1_000_000):  # noqa: PLR2004 - said in the message
                message = "limit: is a number from 1 to 1000000"
                raise self._error(message, begin)
            self.settings[key] = int(word)

    def _key(self) -> str:
        """The field that starts here, "" for none; reads it."""
        found = _KEY.match(self.text, self.at)
        if found is None:
            self._require_value()
            return ""
        key = found[1].lower()
        if key not in KEYS:
            close = get_close_matches(key, KEYS, 1)
            hint = f"did you mean {close[0]}: ?" if close else f"there are {', '.join(KEYS)}"
            message = f"unknown field {key!r}; {hint}; text goes in quotes"
            raise self._error(message, self.at)
        self.at = found.end()
        return key

    def _require_value(self) -> None:
        word = re.compile(r"([A-Za-z]+):(?=[\s)]|$)").match(self.text, self.at)
        if word is not None and word[1].lower() in KEYS:
            message = f"a value is missing after {word[0]}"
            raise self._error(message, word.end())

    def _value(self) -> str | Text:
        start = self.at
        if self.text[start] == '"':
            return self._quoted(start)
        found = _REGEX.match(self.text, start)
        if found is not None:
            self.at = found.end()
            try:
                compile_regex(found[1])
            except RegexError as error:
                raise self._error(str(error), found.start(1) + error.at) from error
            return Text(found[1].replace(r"\/", "/"), regex=True)
        return self._bare()

    def _quoted(self, start: int) -> Text:
        found = _QUOTED.match(self.text, start)
        if found is None or not found[2]:
            message = 'a quote is not closed; write \\" for a quote inside of quotes'
            raise self._error(message, start, '"')
        if not found[1]:
            message = "there is nothing between the quotes"
            raise self._error(message, start)
        self.at = found.end()
        return Text(re.sub(r"\\([\"\\])", r"\1", found[1]), regex=False)

    def _bare(self) -> str:
        """Up to a space, or to a parenthesis that closes a group; arguments that follow a name belong to it."""
        start = self.at
        while self.at < len(self.text) and not self.text[self.at].isspace() and self.text[self.at] != ")":
            arguments = _ARGUMENTS.match(self.text, self.at) if self.text[self.at] == "(" else None
            self.at = arguments.end() if arguments else self.at + 1
        return self.text[start : self.at]

    def _error(self, message: str, column: int, missing: str = "") -> QueryError:
        return QueryError(message, self.text, column, missing)
