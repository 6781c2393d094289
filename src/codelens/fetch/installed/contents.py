"""What belongs to a package: a folder and, where packages share one, the paths in it that are this package's.

A list of files was written by an installer and may say anything: what it names outside the folder is no part of it.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from codelens.errors import FetchError
from codelens.fetch.installed.description import filled
from codelens.fetch.installed.reading import said_by, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.fetch.installed.description import Listing
    from codelens.fetch.installed.packages import Package


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of a package.

    Args:
        folder: What their paths begin at.
        paths: Files and folders within it, ordered; None when all of it is the package.
    """

    folder: Path
    paths: tuple[str, ...] | None


def linked_folder(package: Package) -> Path | None:
    """The folder that a package was installed from and is still read from; None for one that was copied.

    Raises:
        FetchError: It is gone.
    """
    for said in package.form.linked:
        written = said_by(os.path.normpath(package.marker / said.file), said, package.name, package.base)
        if not written:
            continue
        path = unquote(urlsplit(written).path) if written.startswith("file:") else written
        folder = Path(os.path.normpath(package.root / path))
        if not folder.is_dir():
            message = f"{package.title}: is installed from {folder}, which is not there; bring it back, or install it anew"
            raise FetchError(message)
        return folder
    return None


def contents_of(package: Package) -> Contents:
    """Say which files belong to a package.

    Raises:
        FetchError: It can't be read as it is, or which files are its is not known.
    """
    form = package.form
    if form.archive:
        values = {"file": str(package.marker), "folder": str(package.root), "name": package.name, "base": package.base}
        message = f"{package.title}: {package.marker} {filled(form.archive, **values)}"
        raise FetchError(message)
    if not form.files:
        return Contents(package.marker.resolve(), None)
    base = Path(form.base) if form.base else package.root
    for listing in form.files:
        text = text_of(os.path.normpath(package.marker / listing.file))
        if text is None:
            continue
        if paths := sorted(set(_listed(text, listing, package, base))):
            return Contents(base, tuple(paths))
    written = re.fullmatch(form.marker, package.path)
    names = (filled(each, name=written["name"] if written else package.name) for each in form.otherwise)
    paths = [name for name in names if (base / name).exists()]
    if not paths:
        lists = ", ".join(listing.file for listing in form.files)
        message = f"{package.title}: which files are its is not known: {package.marker} lists none ({lists}); install it anew"
        raise FetchError(message)
    return Contents(base, tuple(paths))


def _listed(text: str, listing: Listing, package: Package, base: Path) -> Iterator[str]:
    """The paths of a list that are there, within the folder that they begin at."""
    start = Path(os.path.normpath(package.marker / listing.file)).parent if listing.beside else base
    pattern = re.compile(listing.match)
    inside = os.path.join(str(base), "")  # noqa: PTH118 - the separator at its end counts
    for line in text.splitlines():
        found = pattern.match(line)
        written = next((group for group in found.groups() if group), "").strip() if found else ""
        if not written or "\0" in written:
            continue
        for ending in listing.endings:
            path = os.path.normpath(start / (written + ending))
            if path.startswith(inside) and _counts(path, listing):
                yield path.removeprefix(inside)


def _counts(path: str, listing: Listing) -> bool:
    try:
        return not stat.S_ISDIR(os.lstat(path).st_mode) or listing.folders
    except (OSError, ValueError):
        return False
