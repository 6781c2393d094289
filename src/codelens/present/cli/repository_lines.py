"""A repository of the manifest as ``repos`` shows it: a row of a terminal, a plain line, an object of JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from codelens.fetch.manifest import Organization, Repository, SizeClass
from codelens.fetch.organizations.expansion import remembered
from codelens.fetch.organizations.known import with_brought
from codelens.present.formats import age_text, count_text, printable, size_text
from codelens.query.holdings import Holding, holdings

if TYPE_CHECKING:
    from codelens.fetch.manifest import Manifest, WithoutSource
    from codelens.fetch.organizations.expansion import Expansion
    from codelens.locations import Home

_OWNER = "owner"  # in place of a state: all that one has
_COLUMNS = {"name": 31, "state": 12, "size": 9, "revision": 10}  # cells; groups have the rest
_LEAST = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A repository that is listed or indexed, or an organisation that is listed.

    Args:
        name: Its name.
        entry: Of the manifest; None for what is indexed only.
        holding: Of the revision that the manifest means; None of an organisation.
        shipped: Whether the entry ships with codelens.
        expansion: Of an organisation, what is remembered of it; else None.
    """

    name: str
    entry: Repository | Organization | None
    holding: Holding | None
    shipped: bool
    expansion: Expansion | None = None

    @property
    def state(self) -> str:
        """How far it is."""
        return self.holding.state.value if self.holding else _OWNER

    @property
    def groups(self) -> tuple[str, ...]:
        """Its groups."""
        return self.entry.groups if self.entry else ()

    @property
    def size(self) -> str:
        """What a fetch brings: measured, or its class."""
        if isinstance(self.entry, Repository) and self.entry.size_class:
            return self.entry.size_class.value
        return size_text(self.entry.size) if self.entry and self.entry.size else ""

    @property
    def revision(self) -> str:
        """The one that the manifest means, or that is indexed; "" for the default branch."""
        return self.holding.revision if self.holding else ""

    @property
    def notes(self) -> list[str]:
        """What else is to be said."""
        if self.entry is None:
            return ["not in the manifest"]
        if isinstance(self.entry, Organization):
            return _of_owner(self.expansion)
        return ["in place"] * (self.entry.url is None) + ["archived"] * self.entry.archived

    @property
    def searched(self) -> str:
        """What a filter looks into."""
        words = [self.name, self.state, self.revision, *self.groups, *self.notes]
        if isinstance(self.entry, Repository):
            words += [self.entry.place, *self.entry.aliases]
        elif self.entry is not None:
            words.append(self.entry.url)
        return " ".join(words)


def listed(home: Home, manifest: Manifest) -> list[Listed]:
    """All that a manifest lists and all that is indexed, by name; organisations last, as they are remembered."""
    first: dict[str, Holding] = {}
    for holding in holdings(home, with_brought(manifest, home)):
        first.setdefault(holding.name, holding)
    owners = [
        Listed(
            each.name,
            each,
            None,
            each.name in manifest.shipped,
            remembered(each, home.organizations, listed=manifest.repositories),
        )
        for each in manifest.organizations
    ]
    return [Listed(name, each.entry, each, name in manifest.shipped) for name, each in first.items()] + owners


def _of_owner(expansion: Expansion | None) -> list[str]:
    """How many repositories an organisation has, and how old that is."""
    return [f"{expansion.summary}, {age_text(expansion.age)} ago"] if expansion else ["not asked yet"]


def titles(width: int) -> str:
    """The titles of the columns."""
    return "".join(_cell(name, cells) for name, cells in _fitted(width).items()).rstrip()


def row(each: Listed, width: int) -> str:
    """A row of a terminal."""
    said = " · ".join(filter(None, (*each.notes, ", ".join(each.groups))))
    texts = {"name": each.name, "state": each.state, "size": each.size, "revision": each.revision, "groups": said}
    return "".join(_cell(printable(texts[name]), cells) for name, cells in _fitted(width).items()).rstrip()


def line(each: Listed) -> str:
    """A plain line, for a pipe."""
    measured = each.entry is not None and each.entry.size is not None
    size = f"{each.size} measured" if measured else f"size class {each.size}" if each.size else "size unknown"
    parts = (each.name, each.state, size, each.revision or "default branch", ",".join(each.groups), *each.notes)
    return "  ".join(printable(part) for part in parts if part)


def fields(each: Listed) -> dict[str, object]:
    """An object of JSON."""
    entry, holding = each.entry, each.holding
    repository = entry if isinstance(entry, Repository) else None
    return {
        "name": each.name,
        "state": each.state,
        "reason": printable(holding.reason) if holding else "",
        "revision": each.revision,
        "commit": holding.commit if holding else "",
        "url": entry.url if entry else None,
        "path": str(repository.path) if repository and repository.path else None,
        "groups": list(each.groups),
        "aliases": list(repository.aliases) if repository else [],
        "size": entry.size if entry else None,
        "size_class": repository.size_class if repository else None,
        "archived": repository.archived if repository else False,
        "organization": isinstance(entry, Organization),
        "repositories": len(each.expansion.repositories) if each.expansion else None,
        "seconds_old": round(each.expansion.age) if each.expansion else None,
        "manifest": entry.manifest if entry else None,
        "shipped": each.shipped,
    }


def summary(found: list[Listed]) -> str:
    """How many there are of each state."""
    states = Counter(each.state for each in found if each.holding)
    parts = [count_text(sum(states.values()), "repository", "repositories")]
    parts += [f"{number:,} {state}" for state, number in states.items()]
    owners = len(found) - sum(states.values())
    return ", ".join([*parts, *[count_text(owners, "owner", "owners")] * bool(owners)])


def legend() -> str:
    """What stands in the column of sizes."""
    classes = ", ".join(f"{each} {each.meaning}" for each in SizeClass)
    return f"size to fetch: measured, or a class: {classes}"


def system_text(system: WithoutSource) -> str:
    """A system that has no source, as a plain line."""
    return printable(f"{system.system}: {system.reason}")


def system_fields(system: WithoutSource) -> dict[str, object]:
    """The same as an object of JSON."""
    return {"system": system.system, "reason": system.reason, "aliases": list(system.aliases)}


def _fitted(width: int) -> dict[str, int]:
    """The columns with their widths; the name gives way first, then the revision goes."""
    columns = dict(_COLUMNS)
    if width - sum(columns.values()) < _LEAST:
        columns["name"] = max(20, width - _LEAST - sum(columns.values()) + columns["name"])
    if width - sum(columns.values()) < _LEAST:
        del columns["revision"]
    return {**columns, "groups": max(width - sum(columns.values()), 1)}


def _cell(text: str, width: int) -> str:
    if cell_len(text) >= width:
        text = set_cell_size(text, max(width - 2, 0)).rstrip() + "…"
    return set_cell_size(text, width)
