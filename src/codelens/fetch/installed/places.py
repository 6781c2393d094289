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

from codelens.fetch.installed.reading import said_by
from codelens.fetch.installed.versions import version_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codelens.fetch.installed.description import Kind

_VARIABLE = re.compile(r"\$(\w+)")
_PROGRAM = re.compile(r"<([^>]+)>(.*)", re.DOTALL)
_MOST_LINKS = 10


def _here() -> Path:
    """The current folder; one that was deleted has nothing in it and nothing above it."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decides which folders are meant.

    Args:
        folder: The current one, absolute.
        environment: The variables.
    """

    folder: Path = field(default_factory=_here)
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @property
    def upwards(self) -> tuple[Path, ...]:
        """The current folder, and each above it."""
        return (self.folder, *self.folder.parents)

    def expanded(self, path: str) -> str:
        """A path whose ``~`` is the user's home."""
        home = self.environment.get("HOME") or str(Path.home())
        return home + path[1:] if path.startswith("~/") else path

    def files(self, path: str) -> Iterator[Path]:
        """The files that a path means which are there: absolute, of the home, or here and in the folders above."""
        folders = self.upwards if path.startswith("./") else (self.folder,)
        yield from (file for folder in folders if (file := folder / self.expanded(path)).is_file())


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
    if variable := _VARIABLE.search(root):
        before, after = root[: variable.start()], root[variable.end() :]
        for value in _values(variable[1], kind, surroundings):
            start = surroundings.expanded(value) if not before else value
            yield from _patterns(before + glob.escape(start) + after, kind, surroundings)
    elif root.startswith("./"):
        yield from (f"{glob.escape(str(folder))}/{root[2:]}" for folder in surroundings.upwards)
    elif program := _PROGRAM.fullmatch(root):
        yield from (glob.escape(str(folder)) + program[2] for folder in _prefixes(program[1], surroundings))
    else:
        yield surroundings.expanded(root)


def _values(name: str, kind: Kind, surroundings: Surroundings) -> list[str]:
    """The folders of a variable; what would be a variable once more is none."""
    value = surroundings.environment.get(name)
    if value is None:
        files = kind.variables.get(name, ())
        value = next(
            (text for said in files for file in surroundings.files(said.file) if (text := said_by(file, said))), ""
        )
    value = value.replace("${HOME}/", "~/")
    return [each for each in value.split(os.pathsep) if each and "$" not in each]


def _prefixes(program: str, surroundings: Surroundings) -> Iterator[Path]:
    """The folders above those that hold a program: where PATH has it, and where its links lead to."""
    folders = (Path(folder) for folder in surroundings.environment.get("PATH", "").split(os.pathsep) if folder)
    file = next((file for folder in folders if os.access(file := folder / program, os.X_OK)), None)
    for _ in range(_MOST_LINKS):
        if file is None or not file.is_absolute():
            return
        yield file.parent.parent
        file = Path(os.path.normpath(file.parent.resolve() / file.readlink())) if file.is_symlink() else None
