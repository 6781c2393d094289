"""A name as people type it: ``Pod``, ``Server.Run``, ``k8s.io/api/core/v1.Pod``, ``PodSp*``, ``NSIF``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.index.names import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS = re.compile(r"::|->|[./#\\$]")
_RECEIVER = re.compile(r"[()*&]|\[[^\]]*\]")
# What a stack frame adds to a function's name: its arguments, and the numbers of the closures within it.
_FRAME = re.compile(r"(?<=\w)\([^()]*\)$|(?:\.func\d+(?:\.\d+)*)+$")


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A name taken apart.

    Args:
        text: As typed.
        base: The last part.
        qualifiers: The parts before it: scopes and packages, outermost first.
        prefix: Whether a star at its end asks for all names that start so.
    """

    text: str
    base: str
    qualifiers: tuple[str, ...]
    prefix: bool

    @property
    def words(self) -> list[str]:
        """The words of the last part, folded."""
        return words_of(self.base)


def parse_name(text: str) -> NamePattern:
    """Take a name apart.

    Raises:
        UsageError: There is no name in it.
    """
    stripped = _FRAME.sub("", _FRAME.sub("", text.strip()))
    prefix = stripped.endswith("*")
    parts = [part for part in _SEPARATORS.split(_RECEIVER.sub("", stripped)) if part]
    if not parts:
        message = f"{text!r} holds no name; type one, such as Pod, Server.Run or PodSp*"
        raise UsageError(message)
    return NamePattern(text, parts[-1], tuple(parts[:-1]), prefix)


def parts_of(name: str) -> list[str]:
    """The parts of a name that separators part."""
    return _SEPARATORS.split(name)


def qualifies(qualifiers: tuple[str, ...], packages: Iterable[str], scope: tuple[str, ...]) -> bool:
    """Whether the qualifiers are the last parts of package and scope, or of a package alone; case does not count.

    Args:
        qualifiers: Outermost first.
        packages: The names that the package goes by.
        scope: Of the definition.
    """
    want = [part.lower() for part in qualifiers]
    inner = [part.lower() for part in _split_each(scope)]
    for package in packages:
        outer = [part.lower() for part in _SEPARATORS.split(package) if part]
        if (outer + inner)[-len(want) :] == want or outer[-len(want) :] == want:
            return True
    return False


def stands_within(qualifiers: tuple[str, ...], package: str) -> bool:
    """Whether a package is within one that the qualifiers name, however deep; case does not count."""
    want = [part.lower() for part in qualifiers]
    parts = [part.lower() for part in _SEPARATORS.split(package) if part]
    return any(parts[at : at + len(want)] == want for at in range(len(parts) - len(want)))


def ends_with_all(scope: tuple[str, ...], qualifiers: tuple[str, ...]) -> bool:
    """Whether the qualifiers, as written, are the last names of a scope; no qualifiers always are."""
    return not qualifiers or tuple(_split_each(scope))[-len(qualifiers) :] == qualifiers


def _split_each(scope: tuple[str, ...]) -> list[str]:
    return [part for name in scope for part in _SEPARATORS.split(name)]
