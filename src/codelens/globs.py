"""Globs over ``/`` paths as regular expressions: ``*`` stays inside a part, ``**`` crosses parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKENS = re.compile(r"(\*\*/|\*\*|\*|\?|\[[^\]]+\])")


def glob_pattern(glob: str) -> str:
    """One glob as the text of a regular expression, to be matched against a whole path."""
    pieces = []
    for piece in _TOKENS.split(glob):
        if piece == "**/":
            pieces.append("(?:[^/]+/)*")
        elif piece == "**":
            pieces.append(".*")
        elif piece == "*":
            pieces.append("[^/]*")
        elif piece == "?":
            pieces.append("[^/]")
        elif piece.startswith("[") and len(piece) > 1:
            pieces.append(piece.replace("[!", "[^"))
        else:
            pieces.append(re.escape(piece))
    return "".join(pieces)


def any_glob(globs: Iterable[str]) -> re.Pattern[str]:
    """A regular expression that fully matches what any of the globs matches; no globs match nothing."""
    return re.compile("|".join(f"(?:{glob_pattern(glob)})" for glob in globs) or r"(?!)", re.DOTALL)
