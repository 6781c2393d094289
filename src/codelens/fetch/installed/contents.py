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
from codelens.fetch.installed.reading import text_of

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
    written = package.said(package.form.linked)
    if not written:
        return None
    path = unquote(_path_of(written)) if written.startswith("file:") else written
    folder = Path(os.path.normpath(package.root / path))
    if not os.path.isdir(folder):  # noqa: PTH112 - what no folder can be called is not there, either
        message = f"{package.title}: is installed from {folder}, which is not there; bring it back, or install it anew"
        raise FetchError(message)
    return folder


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return url


def folder_of(package: Package) -> Path:
    """The folder that the paths of a package's files begin at.

    Raises:
        FetchError: It can't be read as it is.
    """
    form = package.form
    if form.archive:
        values = {"file": str(package.marker), "folder": str(package.root), "name": package.name, "base": package.base}
        message = f"{package.title}: {package.marker} {filled(form.archive, **values)}"
        raise FetchError(message)
    if form.files:
        return Path(form.base) if form.base else package.root
    return package.marker.resolve()


def contents_of(package: Package) -> Contents:
    """Say which files belong to a package.

    Raises:
        FetchError: It can't be read as it is, or which files are its is not known.
    """
    folder = folder_of(package)
    if not package.form.files:
        return Contents(folder, None)
    for listing, file, written in _lists(package):
        if paths := sorted(set(_there(written, listing, file.parent if listing.beside else folder, folder))):
            return Contents(folder, tuple(paths))
    paths = sorted(name for name in _otherwise(package) if (folder / name).exists())
    if not paths:
        lists = ", ".join(listing.file for listing in package.form.files)
        what = f"which files are its is not known: {package.marker} lists none ({lists})"
        message = f"{package.title}: {what}; install it anew"
        raise FetchError(message)
    return Contents(folder, tuple(paths))


def holds_at_top(package: Package, name: str) -> bool:
    """Whether a package, by what is written of it, has a folder or file of that name where its paths begin."""
    tops = {filled(each, name=name) for each in package.form.otherwise}
    if not any(os.path.lexists(package.root / top) for top in tops):
        return False
    return any(
        (written + ending).partition("/")[0] in tops
        for listing, _, lines in _lists(package)
        for written in lines
        for ending in listing.endings
    )


def _otherwise(package: Package) -> list[str]:
    written = re.fullmatch(package.form.marker, package.path)
    name = written["name"] if written and not package.form.name else package.name
    return [filled(each, name=name) for each in package.form.otherwise]


def _lists(package: Package) -> Iterator[tuple[Listing, Path, list[str]]]:
    """The lists that are there, with what is written in them."""
    for listing in package.form.files:
        file = package.file(listing.file)
        pattern = re.compile(listing.match)
        found = (pattern.match(line) for line in (text_of(file) or "").splitlines())
        written = (next((group for group in each.groups() if group), "").strip() for each in found if each)
        yield listing, file, [path for path in written if path and "\0" not in path]


def _there(written: list[str], listing: Listing, start: Path, base: Path) -> Iterator[str]:
    """The paths of a list that are there, within the folder that they begin at."""
    inside = os.path.join(str(base), "")  # noqa: PTH118 - the separator at its end counts
    for path in (os.path.normpath(start / (each + ending)) for each in written for ending in listing.endings):
        if path.startswith(inside) and _counts(path, listing):
            yield path.removeprefix(inside)


def _counts(path: str, listing: Listing) -> bool:
    try:
        return not stat.S_ISDIR(os.lstat(path).st_mode) or listing.folders
    except (OSError, ValueError):
        return False
