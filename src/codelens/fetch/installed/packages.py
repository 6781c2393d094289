"""The packages of a root: found by the looks of their paths, without reading one of them.

A root is listed one folder at a time. A link is followed to a package, and never to look for packages beyond it, so
that links in a circle end.
"""

from __future__ import annotations

import os
import re
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from codelens.fetch.installed.description import filled
from codelens.fetch.installed.reading import said_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.fetch.installed.description import Form, Kind, Said

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it is installed somewhere.

    Args:
        kind: How it was installed.
        form: What it looks like.
        name: As its path writes it, capitals as they are meant.
        root: The folder in which it was found.
        path: Of its marker within the root.
        captured: The version in its path, or "".
    """

    kind: Kind
    form: Form
    name: str
    root: Path
    path: str
    captured: str

    @property
    def marker(self) -> Path:
        """The file or folder that shows it."""
        return self.root / self.path

    @property
    def base(self) -> str:
        """The last part of the marker's path."""
        return self.path.rpartition("/")[2]

    @property
    def title(self) -> str:
        """The name that no package of another kind has."""
        return f"{self.kind.name}/{self.name}"

    def file(self, pattern: str) -> Path:
        """A file that is told as it is seen from the marker, with what stands for the package in it filled in."""
        return Path(os.path.normpath(self.marker / filled(pattern, base=self.base, name=self.name)))

    def said(self, by: tuple[Said, ...]) -> str:
        """What the first of some files says that says it; "" when none does."""
        return next((text for each in by if (text := said_by(self.file(each.file), each, self.name, self.base))), "")

    def version(self) -> str:
        """The version, from the files that say it, or else from the path; "" when neither does."""
        return self.said(self.form.version) or self.captured


def packages_of(kind: Kind, root: Path, *, deep: bool = True) -> Iterator[Package]:
    """The packages that a root holds, then, deep, those that they keep for themselves; none of what can't be listed."""
    yield from _packages(kind, root, 0 if deep else _DEEPEST)


def _packages(kind: Kind, root: Path, depth: int) -> Iterator[Package]:
    waiting = deque([""])
    nested: list[Path] = []
    while waiting:
        within = waiting.popleft()
        for entry in _entries(root / within):
            path = f"{within}/{entry.name}" if within else entry.name
            package = _package(kind, root, path, entry)
            if package is not None:
                yield package
                if package.form.nested and not entry.is_symlink():
                    nested.append(root / path / package.form.nested)
            elif any(form.below and re.fullmatch(form.below, path) for form in kind.forms) and _is_folder(entry):
                waiting.append(path)
    for folder in nested if depth < _DEEPEST else ():
        yield from _packages(kind, folder, depth + 1)


def _package(kind: Kind, root: Path, path: str, entry: os.DirEntry[str]) -> Package | None:
    for form in kind.forms:
        found = re.fullmatch(form.marker, path)
        if found is None:
            continue
        groups = found.groupdict()
        name, version = groups.get("name") or form.name, groups.get("version") or ""
        if form.capitals:
            name, version = (_capitalised(text, form.capitals) for text in (name, version))
        if form.holds and not os.path.lexists(f"{entry.path}/{form.holds}"):
            continue
        is_folder = os.path.isdir(entry.path)  # noqa: PTH112 - a link in a circle or to nowhere is no folder, and no error
        if not form.files and not form.linked and is_folder is bool(form.archive):
            continue
        return Package(kind, form, name, root, path, version)
    return None


def _capitalised(text: str, sign: str) -> str:
    return re.sub(re.escape(sign) + "([a-z])", lambda found: found[1].upper(), text)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
