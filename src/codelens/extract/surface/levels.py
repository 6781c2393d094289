"""The level of a log, by the name of what is called."""

from __future__ import annotations

import re
from functools import lru_cache

_LEVELS = (
    ("fatal", re.compile(r"fatal|panic|emerg|exit|die|abort|crit", re.IGNORECASE)),
    ("error", re.compile(r"err(?:or)?|severe|fail|alert", re.IGNORECASE)),
    ("warning", re.compile(r"warn", re.IGNORECASE)),
    ("info", re.compile(r"info|notice|print|\bv\(", re.IGNORECASE)),
    ("debug", re.compile(r"debug|trace|verbose|fine", re.IGNORECASE)),
)
# The last part of the name of a constant begins with a capital.
_CONSTANT = re.compile(r"(?:\w+(?:\.|::|->))*[A-Z]\w*")


@lru_cache(maxsize=10_000)
def level_of(call: str) -> str:
    """``fatal``, ``error``, ``warning``, ``info`` or ``debug``, by the last of the names that says one; else ""."""
    for name in reversed(re.split(r"[.:>(\[]+", call)):
        for level, pattern in _LEVELS:
            if pattern.search(name):
                return level
    return ""


@lru_cache(maxsize=10_000)
def level_of_constant(written: str) -> str:
    """The level that a constant names, such as the first argument of a log; "" for what is no constant."""
    return level_of(written) if _CONSTANT.fullmatch(written) else ""
