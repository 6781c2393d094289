"""Which indexed repositories a word means: a name, a glob over names, or an alias, a group or an organisation."""

from __future__ import annotations

from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, NotIndexedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.locations import Home

_MOST_NAMED = 12  # repositories in a message


def meant(words: Sequence[str], indexed: Sequence[str], home: Home) -> set[str]:
    """The indexed repositories that any of some words means; no words mean all.

    Args:
        words: Names, globs, aliases, groups or organisations.
        indexed: The names of what is indexed.
        home: Where what is remembered of organisations is.

    Raises:
        NotIndexedError: A word means nothing that is indexed; the message says what would bring it.
    """
    return {name for word in words for name in _named(word, indexed, home)} if words else set(indexed)


def left_out(words: Sequence[str], indexed: Sequence[str], home: Home) -> set[str]:
    """The indexed repositories that any of some words means, of which a known one need not be indexed.

    Raises:
        NotIndexedError: A word means nothing at all.
    """
    known = [word for word in words if _there(word, indexed, home) or not _listed(word, home)]
    return meant(known, indexed, home) if known else set()


def _there(word: str, indexed: Sequence[str], home: Home) -> list[str]:
    found = [name for name in indexed if fnmatchcase(name, word)]
    return found or [name for name in _listed(word, home) if name in indexed]


def _named(word: str, indexed: Sequence[str], home: Home) -> list[str]:
    found = _there(word, indexed, home)
    if found:
        return found
    listed = _listed(word, home)
    close = get_close_matches(word, indexed, 1)
    if listed and listed != [word]:
        hint = f"it is {_some(listed)}; run: codelens update {word}"
    elif listed:
        hint = f"run: codelens update {word}"
    elif close:
        hint = f"did you mean {close[0]}?"
    else:
        hint = f"run: codelens update {word} (indexed are {_some(indexed)})"
    message = f"{word}: not indexed; {hint}"
    raise NotIndexedError(message)


def _listed(word: str, home: Home) -> list[str]:
    """The names of the manifest's entries that go by a word; none when there is no manifest that can be read."""
    from codelens.fetch.manifest import find_manifest  # noqa: PLC0415 - most words are names of what is indexed
    from codelens.fetch.organizations.known import known_as  # noqa: PLC0415

    try:
        return known_as(word, find_manifest(), home.organizations)
    except CodelensError:
        return []


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
