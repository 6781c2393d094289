"""A manifest together with its organisations: what is remembered of them, and what their hosts say when they are asked.

Nothing here imports httpx until a host is asked. An organisation that fails costs itself alone; the others go on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, FetchError
from codelens.fetch.organizations.expansion import expand, remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from codelens.fetch.entries import Organization, Repository, Selection
    from codelens.fetch.manifest import Manifest
    from codelens.fetch.organizations.expansion import Expansion

Expanded = tuple["Organization", "Expansion"]


def with_remembered(manifest: Manifest, cache: Path) -> Manifest:
    """The manifest, which lists also what is remembered of its organisations; for names, and without a network."""
    repositories = {entry.name: entry for entry in manifest.repositories}
    for organization in manifest.organizations:
        expansion = remembered(organization, cache, listed=manifest.repositories)
        for repository in expansion.repositories if expansion else ():
            repositories.setdefault(repository.name, repository)
    return replace(manifest, repositories=tuple(repositories.values()))


def ask_organizations(
    manifest: Manifest,
    selection: Selection,
    cache: Path,
    *,
    tell: Callable[[str], None],
    refused: Callable[[str, CodelensError], None],
) -> Iterator[Expanded]:
    """Expand each organisation that was chosen.

    Args:
        manifest: What is listed, without what is remembered.
        selection: What was chosen of it.
        cache: The folder of what is remembered.
        tell: Given a line while there is something to wait for.
        refused: Given the name of an organisation that has no list, and why.
    """
    for organization in selection.organizations:
        try:
            yield organization, expand(organization, cache, listed=manifest.repositories, tell=tell)
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


def all_of(selection: Selection, expanded: Iterator[Expanded]) -> tuple[Repository, ...]:
    """The repositories that were chosen, and those of the organisations, each once."""
    repositories = {entry.name: entry for entry in selection.repositories}
    for _, expansion in expanded:
        for repository in expansion.repositories:
            repositories.setdefault(repository.name, repository)
    return tuple(repositories.values())
