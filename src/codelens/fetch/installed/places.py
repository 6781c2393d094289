"""Where packages may be on this machine: the roots of a kind, as the environment and the current folder make them.

Everything is looked up, nothing is asked: no program is run to learn where it keeps its packages.
"""

from __future__ import annotations

import glob
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from codelens.fetch.installed.versions import version_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codelens.fetch.installed.description import Kind

_VARIABLE = re.compile(r"\$(\w+)(.*)", re.DOTALL)
_PROGRAM = re.compile(r"<([^>]+)>(.*)", re.DOTALL)
_SETTING = re.compile(r"\s*(\w+)\s*=\s*(.*?)\s*")
_LARGEST = 1 << 20
_MOST_LINKS = 10


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decides which folders are meant.

    Args:
        folder: The current one, absolute.
        environment: The variables.
    """

    folder: Path = field(default_factory=Path.cwd)
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @property
    def upwards(self) -> tuple[Path, ...]:
        """The current folder, and each above it."""
        return (self.folder, *self.folder.parents)

    def expanded(self, path: str) -> str:
        """A path whose ``~`` is the user's home."""
        home = self.environment.get("HOME") or str(Path.home())
        return home + path[1:] if path.startswith("~/") else path


def roots_of(kind: Kind, surroundings: Surroundings) -> list[Path]:
    """The folders that hold packages of a kind, those that are there, the nearest first and each once."""
    found: dict[str, Path] = {}
    for root in kind.roots:
        for pattern in _patterns(root, kind, surroundings):
            for folder in sorted(glob.glob(pattern), key=version_order, reverse=True):  # noqa: PTH207 - patterns are absolute
                if os.path.isabs(folder) and os.path.isdir(folder):  # noqa: PTH112, PTH117 - as above
                    found.setdefault(os.path.realpath(folder), Path(folder))
    return list(found.values())


def _patterns(root: str, kind: Kind, surroundings: Surroundings) -> Iterator[str]:
    """The globs that a root stands for."""
    if root.startswith("./"):
        yield from (f"{glob.escape(str(folder))}/{root[2:]}" for folder in surroundings.upwards)
    elif variable := _VARIABLE.fullmatch(root):
        value = surroundings.environment.get(variable[1]) or _setting(variable[1], kind, surroundings)
        yield from (glob.escape(surroundings.expanded(each)) + variable[2] for each in value.split(os.pathsep) if each)
    elif program := _PROGRAM.fullmatch(root):
        yield from (glob.escape(str(folder)) + program[2] for folder in _prefixes(program[1], surroundings))
    else:
        yield surroundings.expanded(root)


def _setting(name: str, kind: Kind, surroundings: Surroundings) -> str:
    """What a kind's own files say of a variable; "" when they don't."""
    for file in kind.variables:
        try:
            with Path(surroundings.expanded(file)).open("rb") as opened:
                lines = opened.read(_LARGEST).decode("utf-8", "replace").splitlines()
        except OSError:
            continue
        for line in lines:
            if (said := _SETTING.fullmatch(line)) and said[1] == name:
                return said[2].strip("\"'").replace("${HOME}", "~")
    return ""


def _prefixes(program: str, surroundings: Surroundings) -> Iterator[Path]:
    """The folders above those that hold a program: where it is found, and where its links lead to one after the other."""
    for folder in surroundings.environment.get("PATH", "").split(os.pathsep):
        if not os.path.isabs(folder):  # noqa: PTH117 - it may be empty, which is no folder
            continue
        file = Path(folder) / program
        if not os.access(file, os.X_OK):
            continue
        for _ in range(_MOST_LINKS):
            yield file.parent.parent
            if not file.is_symlink():
                break
            file = Path(os.path.normpath(file.parent.resolve() / file.readlink()))
