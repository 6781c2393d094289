"""What a manifest lists: repositories, organisations of repositories, and systems whose source nobody can have.

These are values: where they were read, and what is wrong with them, is :mod:`codelens.fetch.manifest`'s to know.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class SizeClass(StrEnum):
    """How large a repository is, where nobody has measured it. ``typical`` is what a fetch of such a one brings."""

    SMALL = "S"
    MEDIUM = "M"
    LARGE = "L"

    @property
    def meaning(self) -> str:
        """One sentence that says what is of this class."""
        return _MEANINGS[self]

    @property
    def typical(self) -> int:
        """Bytes: the mean of what was measured in this class, so that sums are about right.

        Of the large ones one was measured, which is among the smallest; for them it is a guess.
        """
        return _TYPICAL[self]


_MEANINGS = {
    SizeClass.SMALL: "under 5,000 files",
    SizeClass.MEDIUM: "under 20,000",
    SizeClass.LARGE: "more",
}
_TYPICAL = {SizeClass.SMALL: 3_000_000, SizeClass.MEDIUM: 11_000_000, SizeClass.LARGE: 100_000_000}


@dataclass(frozen=True, slots=True)
class Repository:
    """One repository of the manifest.

    Args:
        name: Unique; letters in lower case, digits, ``.``, ``_`` and ``-``.
        url: Where it is fetched from, or None when it is read in place.
        path: Absolute; where it is read in place, or None when it is fetched. Of what is installed, where it was found,
            or None to look for it each time.
        revision: A tag, a branch or a full commit id; None is the default branch.
        groups: Names that select this entry together with others.
        include: Globs of what is read even when excluded; see :mod:`codelens.globs`.
        exclude: Globs of what is not read.
        aliases: Other names that people and import paths use.
        manifest: The name of the file that lists it, for messages.
        size: Bytes that a fetch brings, or None when nobody has measured it; no part of what an index is made of.
        size_class: How large it is about, where nobody has measured it; None when that is not known either.
        archived: Whether nothing new comes any more.
        installed: ``KIND/PACKAGE``, of a package that is read where this machine has it; see
            :mod:`codelens.fetch.installed`.

    """

    name: str
    url: str | None
    path: Path | None
    revision: str | None
    groups: tuple[str, ...]
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    manifest: str = "repos.yaml"
    size: int | None = field(default=None, repr=False, compare=False)
    size_class: SizeClass | None = field(default=None, repr=False, compare=False)
    archived: bool = field(default=False, repr=False, compare=False)
    installed: str | None = None

    @property
    def place(self) -> str:
        """Where it is from: its url, what is installed, or its path."""
        return self.url or self.installed or str(self.path)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of each repository that does not say otherwise, as globs; see :mod:`codelens.globs`."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """Repositories of one owner as one entry; which these are, its host says when it is asked.

    Args:
        name: What selects it: ``owner/*``; of a nested group ``owner/group/*``.
        url: The owner's page: ``https://host/owner``, without a slash at the end.
        groups: Names that select it together with others.
        archived: Whether archived repositories are among them.
        forks: Whether forks are.
        include: Globs of names of repositories; those that match none are left out.
        exclude: The same; those that match one are left out.
        manifest: The name of the file that lists it, for messages.
        reading: What is read of its repositories, which is what the manifest's defaults say.
        size: Bytes that a fetch of them all brings, or None when nobody has measured it.

    """

    name: str
    url: str
    groups: tuple[str, ...] = ()
    archived: bool = False
    forks: bool = False
    include: tuple[str, ...] = ("*",)
    exclude: tuple[str, ...] = ()
    manifest: str = "repos.yaml"
    reading: Reading = Reading()
    size: int | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class WithoutSource:
    """A system that people look for and whose source is not to be had.

    Args:
        system: What people call it.
        reason: Why, in one line.
        aliases: What else they call it.

    """

    system: str
    reason: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """What some words of a person mean: repositories, and organisations that are still to be asked for theirs."""

    repositories: tuple[Repository, ...] = ()
    organizations: tuple[Organization, ...] = ()
