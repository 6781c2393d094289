"""The names of repositories that no manifest lists: short ones, and each of one repository alone.

A repository is called as its host calls it, in lower case; when another is called that, the owner stands before the
name. A name that was given is kept, because mirrors and indexes are found by it.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from codelens.fetch.fields import is_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from codelens.fetch.organizations.projects import Project

_TOLD_APART = 8  # digits


def give_names(projects: Iterable[Project], given: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """A name for each project.

    Args:
        projects: To be named.
        given: Path, in lower case, to the name of before; nobody else gets it.
        taken: Names, in lower case, that others have.

    Returns:
        Path, in lower case, to name.
    """
    ordered = sorted(projects, key=lambda project: project.path)
    shared = Counter(project.name.lower() for project in ordered)
    names: dict[str, str] = {}
    used = set(taken)
    for project in ordered:
        path = project.path.lower()
        if path in given and given[path] not in used:
            names[path] = given[path]
            used.add(given[path])
    used |= set(given.values())
    for project in ordered:
        path = project.path.lower()
        if path not in names:
            names[path] = _name(project, used, alone=shared[project.name.lower()] == 1)
            used.add(names[path])
    return names


def _name(project: Project, used: Collection[str], *, alone: bool) -> str:
    short, whole = project.name.lower(), project.path.replace("/", "-").lower()
    for name in (short, whole) if alone else (whole,):
        if name not in used and is_name(name):
            return name
    apart = sha256(project.path.encode()).hexdigest()[:_TOLD_APART]
    return f"{re.sub(r'^[^a-z0-9]+', '', whole)[:100]}-{apart}".lstrip("-")
