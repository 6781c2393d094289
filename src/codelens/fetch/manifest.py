"""The manifest ``repos.yaml``: which repositories there are, from where, at which revision, and what of them is read.

    defaults:                             # of every entry that does not say otherwise
      exclude: [vendor, node_modules]
    repositories:
      - name: etcd
        url: https://github.com/etcd-io/etcd      # or path: a local repository or folder
        revision: v3.5.9                          # a tag, a branch or a full commit id; default: the default branch
        size: 8 MB                                # what a fetch brings, as measured, or S, M, L; said before a fetch
        groups: [kv]
        aliases: [coreos/etcd]
        include: [vendor/go.etcd.io]              # globs; see codelens.globs
        archived: true                            # nothing new comes any more
      - name: requests
        installed: pypi/requests                  # read where this machine has it; with path: there and nowhere else
    organizations:
      - name: prometheus/*                        # all repositories of an owner; see Organization
        url: https://github.com/prometheus
    without_source:
      - {system: SQS, reason: a service}          # what people look for in vain
    shipped: false                                # of one's own manifest: it replaces the shipped one

A list in an entry replaces the one of ``defaults``: ``exclude: []`` reads everything. A relative ``path`` starts at the
manifest's folder. Names and aliases never collide; a group may have a repository's name, and then the bare word means
the repository.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from codelens.errors import ManifestError
from codelens.fetch.entries import Organization, Repository, Selection, SizeClass, WithoutSource
from codelens.fetch.entry_reading import read_list, read_organization, read_repository, read_without_source
from codelens.fetch.fields import check_fields, nearest, read_truth
from codelens.fetch.yaml_text import load_yaml
from codelens.locations import edited_manifest, manifest_files, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = [
    "Manifest",
    "Organization",
    "Repository",
    "Selection",
    "SizeClass",
    "WithoutSource",
    "find_edited",
    "find_manifest",
    "load_manifest",
]

_REPOSITORIES, _ORGANIZATIONS, _WITHOUT_SOURCE, _SHIPPED = "repositories", "organizations", "without_source", "shipped"
_FIELDS = (_REPOSITORIES, "defaults", _ORGANIZATIONS, _WITHOUT_SOURCE, _SHIPPED)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A loaded manifest, or one's own and the shipped one as one.

    Args:
        file: Where it was read; of two, one's own.
        repositories: In the order of the file; of two, one's own first.
        organizations: The same.
        without_source: The same.
        shipped: The names of those entries that ship with codelens.
        replaces: Whether it is to be used without the shipped one.

    """

    file: Path
    repositories: tuple[Repository, ...]
    organizations: tuple[Organization, ...] = ()
    without_source: tuple[WithoutSource, ...] = ()
    shipped: frozenset[str] = frozenset()
    replaces: bool = False

    @property
    def entries(self) -> tuple[Repository | Organization, ...]:
        """All that can be chosen."""
        return *self.repositories, *self.organizations

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that there are, each once, in the order in which entries name them."""
        return tuple(dict.fromkeys(group for entry in self.entries for group in entry.groups))

    def select(self, names: Sequence[str], groups: Sequence[str] = ()) -> tuple[Repository, ...]:
        """Select repositories as :meth:`choose` does, without the organisations."""
        return self.choose(names, groups).repositories

    def choose(self, names: Sequence[str], groups: Sequence[str] = ()) -> Selection:
        """Choose entries, each once, in the order asked for; no words at all choose everything.

        Args:
            names: Of repositories or organisations, failing that aliases, failing that groups; in any case.
            groups: Of groups, which may be called as a repository is.

        Raises:
            ManifestError: A word is none of these; the message names the nearest, or says why there is no source.

        """
        if not names and not groups:
            return Selection(self.repositories, self.organizations)
        chosen: dict[str, Repository | Organization] = {}
        words, members = self._words(), self._members()
        for name in names:
            found = [words[name.lower()]] if name.lower() in words else members.get(name.lower(), [])
            chosen.update((entry.name, entry) for entry in found or self._refuse(name, (*words, *members)))
        for group in groups:
            chosen.update((entry.name, entry) for entry in members.get(group.lower()) or self._refuse_group(group))
        return Selection(
            tuple(entry for entry in chosen.values() if isinstance(entry, Repository)),
            tuple(entry for entry in chosen.values() if isinstance(entry, Organization)),
        )

    def named(self, word: str) -> Repository | Organization | None:
        """The entry of a name, failing that of an alias, in any case; None when there is none."""
        return self._words().get(word.lower())

    def _words(self) -> dict[str, Repository | Organization]:
        """Each name, alias and url; names come before aliases, and one's own before those that are shipped."""
        words: dict[str, Repository | Organization] = {}
        for entry in self.entries:
            words.setdefault(entry.name.lower(), entry)
        for repository in self.repositories:
            for alias in repository.aliases:
                words.setdefault(alias.lower(), repository)
            if repository.url and "://" in repository.url:
                words.setdefault(repository.url.lower(), repository)
        return words

    def _members(self) -> dict[str, list[Repository | Organization]]:
        members: dict[str, list[Repository | Organization]] = {}
        for entry in self.entries:
            for group in dict.fromkeys(group.lower() for group in entry.groups):
                members.setdefault(group, []).append(entry)
        return members

    def _refuse(self, name: str, known: Iterable[str]) -> NoReturn:
        for system in self.without_source:
            if name.lower() in {word.lower() for word in (system.system, *system.aliases)}:
                msg = f"{self.file.name}: {system.system} has no public source: {system.reason}"
                raise ManifestError(msg)
        places = "://" in name or name.startswith((".", "/", "~"))
        hint = f"; to list it: codelens repos add {name}" if places else nearest(name.lower(), known)
        msg = f'{self.file.name}: no repository or group "{name}"{hint}'
        raise ManifestError(msg)

    def _refuse_group(self, group: str) -> NoReturn:
        hint = nearest(group.lower(), self.groups) or f"; the groups are {', '.join(self.groups)}"
        msg = f'{self.file.name}: no group "{group}"{hint if self.groups else ""}'
        raise ManifestError(msg)


def find_manifest(asked: str | None = None) -> Manifest:
    """Load the manifest that is meant: the one asked for, else ``./repos.yaml``, else one's own with the shipped one.

    Raises:
        ManifestError: A file can't be read or is wrong; the message names file, entry and field.

    """
    first, *second = map(load_manifest, manifest_files(asked))
    return _joined(first, second[0]) if second and not first.replaces else first


def find_edited(asked: str | None = None) -> Manifest:
    """Load what an edit has to fit into: the manifest in use, or an empty one when the one asked for is not there yet.

    Raises:
        ManifestError: A file can't be read or is wrong.

    """
    file = edited_manifest(asked)
    return find_manifest(asked) if asked is None or file.exists() else Manifest(file, ())


def load_manifest(file: Path) -> Manifest:
    """Load and validate the manifest of one file.

    Raises:
        ManifestError: The file can't be read or is wrong; the message names file, entry and field.

    """
    top = load_yaml(file)
    if not isinstance(top, dict):
        msg = f'{file}: must be a mapping with a list "repositories"'
        raise ManifestError(msg)
    check_fields(str(file), top, _FIELDS)
    manifest = Manifest(
        file,
        read_list(file, top, _REPOSITORIES, read_repository),
        read_list(file, top, _ORGANIZATIONS, read_organization),
        read_list(file, top, _WITHOUT_SOURCE, read_without_source),
        replaces=not read_truth(str(file), _SHIPPED, top.get(_SHIPPED, True)),
    )
    _check_words(manifest)
    is_shipped = file.resolve() == shipped("repos.yaml").resolve()
    return replace(manifest, shipped=frozenset(entry.name for entry in manifest.entries)) if is_shipped else manifest


def _joined(own: Manifest, other: Manifest) -> Manifest:
    """One's own entries, and those of another manifest that are not called the same."""
    mine = {entry.name for entry in own.entries}
    return replace(
        own,
        repositories=(*own.repositories, *(each for each in other.repositories if each.name not in mine)),
        organizations=(*own.organizations, *(each for each in other.organizations if each.name not in mine)),
        without_source=(*own.without_source, *other.without_source),
        shipped=other.shipped - mine,
    )


def _check_words(manifest: Manifest) -> None:
    """Refuse a name or an alias that means two things."""
    owner: dict[str, str] = {}
    for name, where, word in _own_words(manifest):
        if word.lower() in owner:
            there = owner[word.lower()]
            what = "is there twice" if there == name == word or where == "name" else f"is also of {there}"
            msg = f'{manifest.file}: {name}: {where}: "{word}" {what}; names and aliases must differ'
            raise ManifestError(msg)
        owner[word.lower()] = name


def _own_words(manifest: Manifest) -> Iterator[tuple[str, str, str]]:
    yield from ((entry.name, "name", entry.name) for entry in manifest.entries)
    yield from ((entry.name, "aliases", alias) for entry in manifest.repositories for alias in entry.aliases)
