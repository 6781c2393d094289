"""What an installed package is called in a manifest, so that it means one thing there.

A package that is in it already keeps its name. Else it is the last part of its own name that says something; when
another entry goes by that, all of it, and at last its kind is put behind. One that is pinned carries its version.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.fetch.manifest_text import NewEntry

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from codelens.fetch.entries import Repository
    from codelens.fetch.installed.finding import Found

_UNWRITABLE = re.compile(r"[^a-z0-9._-]+")
_MAJOR = re.compile(r"/v\d+$")


def entry_of(found: Found, listed: Iterable[Repository], shipped: Container[str] = ()) -> NewEntry:
    """The entry of a manifest that stands for a package.

    Args:
        found: The package.
        listed: What the manifest has.
        shipped: The names of those that ship with codelens: an alias of theirs means one's own entry that has it, too.
    """
    entries = list(listed)
    package, version = found.chosen.package, found.chosen.version
    revision = version if found.pinned and version else None
    before = next((entry for entry in entries if _is_same(entry, found)), None)
    others = [entry for entry in entries if entry is not before]
    taken = {word.lower() for entry in others for word in (entry.name, *entry.aliases)}
    name = before.name if before else next(name for name in _names(found) if name not in taken)
    words = (f"{package.name}@{version}",) if found.asked else (package.name, found.word)
    own = {alias.lower() for entry in others if entry.name not in shipped for alias in entry.aliases}
    unfree = {name, *own, *(entry.name for entry in others)}
    free = {word.lower(): word for word in words if word.lower() not in unfree}
    aliases = before.aliases if before else tuple(free.values())
    return NewEntry(
        name=name,
        path=str(package.root.resolve()),
        revision=revision,
        groups=(before.groups if before else ()) or None,
        aliases=aliases or None,
        include=before.include or None if before else None,
        exclude=before.exclude if before else (),
        installed=package.title,
    )


def _is_same(entry: Repository, found: Found) -> bool:
    """Whether an entry stands for the same package; one whose version was asked for stands beside the others."""
    if entry.installed is None:
        return False
    kind = found.chosen.package.kind
    if kind.folded(entry.installed) != kind.folded(found.chosen.package.title):
        return False
    of_version = entry.name.endswith(f"-{_written(entry.revision or '/')}")
    return entry.revision == found.chosen.version if found.asked else not of_version


def _names(found: Found) -> Iterator[str]:
    """Names, the best first; the last ones are counted."""
    package = found.chosen.package
    end = f"-{_written(found.chosen.version)}" if found.asked else ""
    bare = _MAJOR.sub("", package.name)
    short, whole = _written(bare.rpartition("/")[2]), _written(package.name)
    stems = (short, whole, f"{short}-{package.kind.name}", f"{whole}-{package.kind.name}")
    yield from (stem + end for stem in stems)
    yield from (f"{stems[-1]}{end}-{number}" for number in range(2, 1000))


def _written(name: str) -> str:
    """A text in the letters of a name."""
    return _UNWRITABLE.sub("-", name.lower()).strip("-._") or "package"
