"""Globs over paths, compiled: which paths of a repository are read, which are tests, which a language claims.

A glob is written as in ``.gitignore``, over paths with ``/`` between the parts: a glob without a ``/`` before its end
matches a file or folder of that name at any depth; one with a ``/`` at its start or inside starts at the root; a ``/``
at the end matches folders only; ``*`` and ``?`` stay within a part, ``[a-z]`` is one character of a set, ``**`` spans
parts. A glob that matches a folder matches all that is in it. There is no ``!``: that is what ``include`` is for.

The rule of include and exclude: **what is included is read; else what is excluded is not; else it is read, unless
there are only includes.**

    exclude: [vendor]                                        all but what is in a vendor folder
    exclude: [vendor], include: [vendor/golang.org/x/net]    the same, and that one vendored folder
    include: [pkg, cmd]                                      nothing but pkg and cmd at any depth
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TOKENS = re.compile(
    r"(?P<span>(?<![^/])\*\*/)|(?P<star>\*+)|(?P<any>\?)|(?P<set>\[!?\]?[^\]]*\])|\\?(?P<literal>.)", re.DOTALL
)


def selection(include: Sequence[str], exclude: Sequence[str]) -> Callable[[str], bool]:
    """Compile globs to a function that says whether a path is read; see the module for the rule.

    Raises:
        ValueError: A glob is empty, negated or leaves the repository; the message says which and why.

    """
    included = _any_of(include)
    excluded = _any_of(exclude)
    if included is None and excluded is None:
        return lambda _path: True
    if excluded is None:
        return lambda path: included(path) is not None  # type: ignore[misc]
    if included is None:
        return lambda path: excluded(path) is None
    return lambda path: included(path) is not None or excluded(path) is None


def _any_of(globs: Sequence[str]) -> Callable[[str], re.Match[str] | None] | None:
    return any_glob(globs).search if globs else None


def any_glob(globs: Sequence[str]) -> re.Pattern[str]:
    """Compile globs to a pattern to be searched for in a path; no globs match nothing.

    Raises:
        ValueError: A glob is empty, negated or leaves the repository.

    """
    return re.compile("|".join(translate(glob) for glob in globs) or r"(?!)", re.DOTALL)


def translate(glob: str) -> str:
    """Translate one glob to a regular expression to be searched for in a path.

    Raises:
        ValueError: The glob is empty, negated or leaves the repository.

    """
    if glob.startswith("!"):
        msg = f'"{glob}" is negated; write what is kept under include'
        raise ValueError(msg)
    parts = glob.rstrip("/")
    if not parts.strip("/"):
        msg = f'"{glob}" matches nothing'
        raise ValueError(msg)
    if ".." in parts.split("/"):
        msg = f'"{glob}" leaves the repository'
        raise ValueError(msg)
    start = r"\A" if "/" in parts else r"(?:\A|/)"
    end = "/" if glob.endswith("/") else r"(?:/|\Z)"
    if parts.endswith("/**"):
        parts, end = parts.removesuffix("/**"), "/"
    return start + _TOKENS.sub(_translate_token, parts.removeprefix("/")) + end


def _translate_token(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "span":
            return "(?:.*/)?"
        case "star":
            return "[^/]*"
        case "any":
            return "[^/]"
        case "set":
            inside = token["set"][1:-1].replace("\\", r"\\").replace("[", r"\[")
            return f"(?!/)[{'^' + inside[1:] if inside.startswith('!') else inside}]"
        case _:
            return re.escape(token["literal"])
