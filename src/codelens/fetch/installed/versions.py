"""The order of versions: numbers by their size, a release after its candidates.

No kind's own rule is followed to the letter; what is asked is which one of several is the newest.
"""

from __future__ import annotations

import re

_PARTS = re.compile(r"\d+|[a-z]+", re.IGNORECASE)
_BEFORE = {"dev": 0, "a": 1, "alpha": 1, "b": 2, "beta": 2, "pre": 3, "preview": 3, "rc": 4}
_FINAL = 1


def version_order(version: str) -> list[tuple[int, int, str]]:
    """What versions, and paths with versions in them, are sorted by; the newest last."""
    found = [_part(part) for part in _PARTS.findall(version)]
    return [*found, (_FINAL, 0, "")]


def _part(part: str) -> tuple[int, int, str]:
    if part.isdigit():
        return (_FINAL + 2, int(part[:18]), "")
    stage = _BEFORE.get(part.lower())
    return (_FINAL + 1, 0, part) if stage is None else (_FINAL - 1, stage, "")
