"""What hosts answered, remembered: one file an owner, so that its names are known without a network.

A file is written beside the old one and takes its place whole; one that is damaged, or of another form, is as if it
were not there. It holds what was checked when it was read from the host.
"""

from __future__ import annotations

import os
import re
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from codelens.fetch.organizations.projects import Project  # noqa: TC001 - msgspec looks it up

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERSION = 1
_LONGEST = 80  # characters of the owner's page in the name of its file


class Page(msgspec.Struct, frozen=True):
    """One page of a list.

    Args:
        address: What was asked.
        tag: What makes asking again conditional; "" for none.
        next: The address of the next page, "" after the last.
        items: How many things it had.
        refused: How many of them can't be used.
        projects: The others.
    """

    address: str
    tag: str
    next: str
    items: int
    refused: int
    projects: tuple[Project, ...]


class Record(msgspec.Struct, frozen=True):
    """All that is remembered of one owner.

    Args:
        url: The owner's page, as the manifest has it.
        had: When the list was had, in seconds of the epoch.
        pages: The list.
        names: Path of a project, in lower case, to the name that it was given; of those that are gone, too.
        version: Of this form.
    """

    url: str
    had: float
    pages: tuple[Page, ...]
    names: dict[str, str] = {}
    version: int = _VERSION

    @property
    def projects(self) -> tuple[Project, ...]:
        """Each project once, in the order of the list."""
        return tuple({project.path.lower(): project for page in self.pages for project in page.projects}.values())


def recall(cache: Path, url: str) -> Record | None:
    """What is remembered of an owner; None for nothing."""
    return _read(_file(cache, url))


def recall_others(cache: Path, url: str) -> Iterator[Record]:
    """What is remembered of all other owners."""
    own = _file(cache, url)
    for file in sorted(cache.glob("*.json")) if cache.is_dir() else ():
        if file != own and (record := _read(file)) is not None:
            yield record


def remember(cache: Path, record: Record) -> None:
    """Keep what a host answered; whoever gives names holds the folder's lock from reading the others to here.

    Raises:
        OSError: It can't be written.
    """
    descriptor, part = tempfile.mkstemp(dir=cache, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(record))
        Path(part).replace(_file(cache, record.url))
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _file(cache: Path, url: str) -> Path:
    """Where an owner is remembered; the name can be read, and is of this owner only."""
    name = re.sub(r"[^a-z0-9.]+", "-", url.partition("://")[2].lower())[:_LONGEST]
    return cache / f"{name}-{sha256(url.encode()).hexdigest()[:12]}.json"


def _read(file: Path) -> Record | None:
    try:
        record = msgspec.json.decode(file.read_bytes(), type=Record)
    except (OSError, msgspec.MsgspecError, RecursionError, ValueError):
        return None
    return record if record.version == _VERSION else None
