"""A manifest together with its organisations: what is remembered of them, and what their hosts say when they are asked.

Nothing here imports httpx until a host is asked. An organisation that fails costs itself alone; the others go on.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, FetchError
from codelens.fetch.organizations.expansion import expand, remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence
    from pathlib import Path

    from codelens.fetch.entries import Organization, Repository, Selection
    from codelens.fetch.manifest import Manifest
    from codelens.fetch.organizations.expansion import Expansion
    from codelens.locations import Home

Expanded = tuple["Organization", "Expansion"]


def with_remembered(manifest: Manifest, cache: Path, among: Container[str] | None = None) -> Manifest:
    """The manifest, which lists also what is remembered of its organisations; for names, and without a network.

    Args:
        manifest: As it was read.
        cache: The folder of what is remembered.
        among: The names that count; None for all.
    """
    repositories = {entry.name: entry for entry in manifest.repositories}
    for organization in manifest.organizations:
        expansion = remembered(organization, cache, listed=manifest.repositories)
        for repository in expansion.repositories if expansion else ():
            if among is None or repository.name in among:
                repositories.setdefault(repository.name, repository)
    return replace(manifest, repositories=tuple(repositories.values()))


def with_brought(manifest: Manifest, home: Home) -> Manifest:
    """The manifest, which lists also those repositories of its organisations that were fetched or indexed before."""
    return with_remembered(manifest, home.organizations, names_there(home))


def names_there(home: Home) -> set[str]:
    """The names of what was fetched or indexed before."""
    indexed = {folder.name.partition("@")[0] for folder in home.shards.glob("*@*")}
    return indexed | {folder.name.removesuffix(".git") for folder in home.mirrors.glob("*.git")}


def known_as(word: str, manifest: Manifest, cache: Path) -> list[str]:
    """The names of the repositories that a word means, those that are remembered among them.

    Raises:
        ManifestError: It means none.
    """
    chosen = with_remembered(manifest, cache).choose([word])
    recalled = recall_organizations(manifest, chosen, cache, refused=lambda *_: None)
    return [repository.name for repository in all_of(chosen, recalled)]


def choose_known(manifest: Manifest, cache: Path, names: Sequence[str], groups: Sequence[str]) -> Selection:
    """Choose as the manifest does, and know the names of what is remembered of its organisations, too.

    Raises:
        ManifestError: A word is no name; the message names the nearest.
    """
    chosen = with_remembered(manifest, cache).choose(names, groups)
    listed, typed = {entry.name for entry in manifest.repositories}, {name.lower() for name in names}
    repositories = [  # but for those that an organisation which is chosen may not have any more
        entry
        for entry in chosen.repositories
        if entry.name in listed or not chosen.organizations or typed & {entry.name, *entry.aliases}
    ]
    return replace(chosen, repositories=tuple(repositories))


def ask_organizations(
    manifest: Manifest,
    selection: Selection,
    cache: Path,
    *,
    tell: Callable[[str, str], None],
    refused: Callable[[str, CodelensError], None],
) -> Iterator[Expanded]:
    """Expand each organisation that was chosen.

    Args:
        manifest: What is listed, without what is remembered.
        selection: What was chosen of it.
        cache: The folder of what is remembered.
        tell: Given the name of an organisation, and a line while there is something to wait for.
        refused: Given the name of an organisation that has no list, and why.
    """
    for organization in selection.organizations:
        try:
            yield (
                organization,
                expand(organization, cache, listed=manifest.repositories, tell=partial(tell, organization.name)),
            )
        except CodelensError as error:
            refused(organization.name, error)


def recall_organizations(
    manifest: Manifest, selection: Selection, cache: Path, *, refused: Callable[[str, CodelensError], None]
) -> Iterator[Expanded]:
    """The same without asking anybody: what is remembered of each organisation that was chosen."""
    for organization in selection.organizations:
        expansion = remembered(organization, cache, listed=manifest.repositories)
        if expansion is not None:
            yield organization, expansion
            continue
        message = (
            f"{organization.manifest}: {organization.name}: what it has is not known yet; "
            f"run: codelens fetch '{organization.name}'"
        )
        refused(organization.name, FetchError(message))


def all_of(selection: Selection, expanded: Iterable[Expanded]) -> tuple[Repository, ...]:
    """The repositories that were chosen, and those of the organisations, each once."""
    repositories = {entry.name: entry for entry in selection.repositories}
    for _, expansion in expanded:
        for repository in expansion.repositories:
            repositories.setdefault(repository.name, repository)
    return tuple(repositories.values())
