"""How a name is taken apart, so that parts, prefixes and initials of it can be asked for."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_a-zA-Z]+")


def words_of(name: str) -> list[str]:
    """The words of a name in its own order, folded: ``NewHTTPServer`` is new, http, server."""
    return [part.lower() for part in _PARTS.findall(name)]


def initials_of(words: list[str]) -> str:
    """The first letters of a name's words: ``nsif`` for NewSharedInformerFactory; "" for fewer than three words."""
    return "".join(word[0] for word in words) if len(words) > 2 else ""  # noqa: PLR2004
