"""The query language: text to a :class:`Query`. It knows nothing of the index.

``Pod`` is a name, ``"exact words"`` and ``/regex/`` are text, ``kind:struct`` is a field, ``-file:test`` leaves out
what the field lets through, ``case:yes`` makes upper and lower case count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from codelens.errors import QueryError, RegexError
from codelens.query.regexes import compile_regex

FIELDS = ("name", "kind", "role", "repo", "lang", "file", "package", "text", "rev", "case")
LEAVES_OUT = ("kind", "lang", "file", "package")
_TOKEN = re.compile(
    r"""\s*(?P<minus>-)?(?:(?P<field>[A-Za-z]+):(?=[^\s:]))?(?:
        "(?P<quoted>(?:[^"\\]|\\.)*)(?P<closed>")?
      | /(?P<regex>(?:[^/\\]|\\.)+)/(?=\s|$)
      | (?P<bare>\S+))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """Text to find.

    Args:
        pattern: A literal, or a regular expression.
        regex: Which of them it is.
    """

    pattern: str
    regex: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart.

    Args:
        names: Names of symbols; all must match.
        texts: What must stand in a file; the first one's lines are the matches.
        fields: Filters by field, in their order.
        without: The same, to be left out.
        case: Whether upper and lower case must agree; None leaves it to the query's own letters.
    """

    names: tuple[str, ...] = ()
    texts: tuple[Text, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    without: tuple[tuple[str, str], ...] = ()
    case: bool | None = None

    def values(self, field: str) -> tuple[str, ...]:
        """All values given for a field."""
        return tuple(value for name, value in self.fields if name == field)


def parse(text: str) -> Query:
    """Parse a query.

    Raises:
        QueryError: It is empty, a field is unknown, a quote is not closed or a regular expression is wrong.
    """
    names: list[str] = []
    texts: list[Text] = []
    fields: list[tuple[str, str]] = []
    without: list[tuple[str, str]] = []
    case: bool | None = None
    at = 0
    while at < len(text.rstrip()):
        start = at + len(text[at:]) - len(text[at:].lstrip())
        token = _TOKEN.match(text, at)
        if token is None:
            message = "a value is missing"
            raise QueryError(message, text, start)
        at = token.end()
        field = _field(token, text, start)
        value = _value(token, text)
        if field == "case":
            case = _case(value, text, start)
        elif field in ("", "name", "text"):
            if isinstance(value, Text) or field == "text":
                texts.append(value if isinstance(value, Text) else Text(value, regex=False))
            else:
                names.append(value)
        else:
            plain = value.pattern if isinstance(value, Text) else value
            (without if token["minus"] else fields).append((field, plain))
    if not (names or texts or fields):
        message = "the query is empty; type a name, or text in quotes"
        raise QueryError(message, text, 0)
    return Query(tuple(names), tuple(texts), tuple(fields), tuple(without), case)


def _value(token: re.Match[str], text: str) -> str | Text:
    if token["quoted"] is not None:
        if not token["closed"]:
            message = 'a quote is not closed; write \\" for a quote inside of quotes'
            raise QueryError(message, text, token.start("quoted") - 1)
        if not token["quoted"]:
            message = "there is nothing between the quotes"
            raise QueryError(message, text, token.start("quoted") - 1)
        return Text(re.sub(r"\\([\"\\])", r"\1", token["quoted"]), regex=False)
    if token["regex"] is not None:
        try:
            compile_regex(token["regex"])
        except RegexError as error:
            raise QueryError(str(error), text, token.start("regex") + error.at) from error
        return Text(token["regex"].replace(r"\/", "/"), regex=True)
    return token["bare"]


def _field(token: re.Match[str], text: str, start: int) -> str:
    field = (token["field"] or "").lower()
    if not field and (token["bare"] or "").endswith(":") and token["bare"][:-1].lower() in FIELDS:
        message = f"a value is missing after {token['bare']}"
        raise QueryError(message, text, token.end())
    if field and field not in FIELDS:
        close = get_close_matches(field, FIELDS, 1)
        hint = f"did you mean {close[0]}: ?" if close else f"there are {', '.join(FIELDS)}"
        message = f"unknown field {field!r}; {hint}; text goes in quotes"
        raise QueryError(message, text, token.start("field"))
    if token["minus"] and field not in LEAVES_OUT:
        message = f"a minus goes before {', '.join(LEAVES_OUT)} only, such as -file:test"
        raise QueryError(message, text, start)
    return field


def _case(value: str | Text, text: str, start: int) -> bool:
    if value not in ("yes", "no"):
        message = "case: is yes or no"
        raise QueryError(message, text, start)
    return value == "yes"
