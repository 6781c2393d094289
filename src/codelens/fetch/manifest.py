"""The manifest ``repos.yaml``: which repositories there are, from where, at which revision, and what of them is read.

    defaults:                             # of every entry that does not say otherwise
      exclude: [vendor, node_modules]
    repositories:
      - name: etcd
        url: https://github.com/etcd-io/etcd      # or path: a local repository or folder
        revision: v3.5.9                          # a tag, a branch or a full commit id; default: the default branch
        size: 8 MB                                # what a fetch brings, as measured; said before somebody fetches it
        groups: [kv]
        aliases: [coreos/etcd]
        include: [vendor/go.etcd.io]              # globs; see codelens.globs

A list in an entry replaces the one of ``defaults``: ``exclude: []`` reads everything. A relative ``path`` starts at the
manifest's folder. Names, aliases and groups never collide, so each word that a person types means one thing.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from codelens.errors import ManifestError
from codelens.fetch.yaml_text import load_yaml
from codelens.globs import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?) ?(kB|MB|GB)")
_UNITS = {"kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
_TEXTS = ("name", "url", "path", "revision")
_LISTS = ("groups", "include", "exclude", "aliases")
_GLOBS = ("include", "exclude")


@dataclass(frozen=True, slots=True)
class Repository:
    """One entry of the manifest.

    Args:
        name: Unique; letters in lower case, digits, ``.``, ``_`` and ``-``.
        url: Where it is fetched from, or None when it is read in place.
        path: Absolute; where it is read in place, or None when it is fetched.
        revision: A tag, a branch or a full commit id; None is the default branch.
        groups: Names that select this entry together with others.
        include: Globs of what is read even when excluded; see :mod:`codelens.globs`.
        exclude: Globs of what is not read.
        aliases: Other names that people and import paths use.
        manifest: The name of the file that lists it, for messages.
        size: Bytes that a fetch brings, or None when nobody has measured it; no part of what an index is made of.

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


@dataclass(frozen=True, slots=True)
class Manifest:
    """A loaded manifest: its file, and its entries in the order of the file."""

    file: Path
    repositories: tuple[Repository, ...]

    def select(self, names: Sequence[str]) -> tuple[Repository, ...]:
        """Select entries by name, alias or group, each once, in the order asked for; no names selects all.

        Raises:
            ManifestError: A name is none of these; the message names the nearest.

        """
        if not names:
            return self.repositories
        known: dict[str, list[Repository]] = {}
        for repository in self.repositories:
            for word in (repository.name, *repository.aliases, *repository.groups):
                known.setdefault(word.lower(), []).append(repository)
        selected: dict[str, Repository] = {}
        for name in names:
            if name.lower() not in known:
                hint = _nearest(name.lower(), known)
                msg = f'{self.file.name}: no repository or group "{name}"{hint}'
                raise ManifestError(msg)
            selected.update((found.name, found) for found in known[name.lower()])
        return tuple(selected.values())


def load_manifest(file: Path) -> Manifest:
    """Load and validate a manifest.

    Raises:
        ManifestError: The file can't be read or is wrong; the message names file, entry and field.

    """
    top = load_yaml(file)
    if not isinstance(top, dict):
        msg = f'{file}: must be a mapping with a list "repositories"'
        raise ManifestError(msg)
    _check_fields(str(file), top, ("repositories", "defaults"))
    entries = top.get("repositories")
    if not isinstance(entries, list):
        msg = f'{file}: "repositories" must be a list of mappings, each with a name and a url or a path'
        raise ManifestError(msg)
    defaults = _read_defaults(file, top.get("defaults"))
    repositories = tuple(_read_entry(file, number, entry, defaults) for number, entry in enumerate(entries, 1))
    _check_names(file, repositories)
    return Manifest(file, repositories)


def _read_defaults(file: Path, defaults: object) -> dict[str, tuple[str, ...]]:
    if defaults is None:
        return {}
    where = f"{file}: defaults"
    if not isinstance(defaults, dict):
        msg = f"{where}: must be a mapping with include or exclude"
        raise ManifestError(msg)
    _check_fields(where, defaults, _GLOBS)
    return {field: _read_list(where, field, defaults[field]) for field in defaults}


def _read_entry(file: Path, number: int, entry: object, defaults: Mapping[str, tuple[str, ...]]) -> Repository:
    if not isinstance(entry, dict):
        msg = f"{file}: repository {number}: must be a mapping with a name and a url or a path"
        raise ManifestError(msg)
    name = entry.get("name")
    where = f"{file}: {name}" if isinstance(name, str) and name else f"{file}: repository {number}"
    _check_fields(where, entry, (*_TEXTS, *_LISTS, "size"))
    texts = {field: _read_text(where, field, entry[field]) for field in _TEXTS if field in entry}
    lists = {field: _read_list(where, field, entry[field]) for field in _LISTS if field in entry}
    _check_entry(where, texts)
    path = texts.get("path")
    return Repository(
        name=texts["name"],
        url=texts.get("url"),
        path=None if path is None else _expand(where, file, path),
        revision=texts.get("revision"),
        groups=lists.get("groups", ()),
        include=lists.get("include", defaults.get("include", ())),
        exclude=lists.get("exclude", defaults.get("exclude", ())),
        aliases=lists.get("aliases", ()),
        manifest=file.name,
        size=_read_size(where, entry["size"]) if "size" in entry else None,
    )


def _expand(where: str, file: Path, path: str) -> Path:
    try:
        return (file.absolute().parent / Path(path).expanduser()).resolve()
    except (RuntimeError, OSError, ValueError) as error:
        msg = f'{where}: path: "{path}" can\'t be expanded: {error}'
        raise ManifestError(msg) from error


def _check_entry(where: str, texts: Mapping[str, str]) -> None:
    name = texts.get("name")
    if name is None:
        msg = f"{where}: name: is missing"
    elif not _NAME.fullmatch(name):
        msg = f'{where}: name: "{name}" must start with a letter in lower case or a digit, then also "." "_" "-"'
    elif "url" in texts and "path" in texts:
        msg = f"{where}: url and path: there are both; keep one"
    elif "url" not in texts and "path" not in texts:
        msg = f"{where}: url: is missing; give a url to fetch from or a path to read in place"
    elif texts.get("url", "").startswith("-"):
        msg = f'{where}: url: "{texts["url"]}" is no address'
    else:
        return
    raise ManifestError(msg)


def _check_fields(where: str, mapping: Mapping[object, object], known: Sequence[str]) -> None:
    for written in mapping:
        if written not in known:
            hint = _nearest(str(written), known) or f"; the fields are {', '.join(known)}"
            msg = f'{where}: unknown field "{written}"{hint}'
            raise ManifestError(msg)


def _read_text(where: str, field: str, value: object) -> str:
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value.strip()
    if isinstance(value, int | float):
        msg = f"{where}: {field}: YAML reads {value} as {_type_name(value)}; quote it as it was meant"
    elif value is None or value == "":
        msg = f"{where}: {field}: is empty; give a text or leave the field out"
    else:
        msg = f"{where}: {field}: must be a text, not {_type_name(value)}"
    raise ManifestError(msg)


def _read_size(where: str, value: object) -> int:
    found = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        msg = f'{where}: size: "{value}" is no size; write it as 25 MB, or in kB or GB, or leave it out'
        raise ManifestError(msg)
    return round(float(found[1]) * _UNITS[found[2]])


def _read_list(where: str, field: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        msg = f"{where}: {field}: must be a list of texts, not {_type_name(value)}"
        raise ManifestError(msg)
    texts = tuple(_read_text(where, f"{field} {number}", item) for number, item in enumerate(value, 1))
    if field in _GLOBS:
        for glob in texts:
            _check_glob(where, field, glob)
    return texts


def _check_glob(where: str, field: str, glob: str) -> None:
    try:
        re.compile(translate(glob))
    except (ValueError, re.error) as error:
        reason = error if isinstance(error, ValueError) and not isinstance(error, re.error) else f'"{glob}" is no glob'
        msg = f"{where}: {field}: {reason}"
        raise ManifestError(msg) from error


def _check_names(file: Path, repositories: Sequence[Repository]) -> None:
    owner: dict[str, str] = {}
    for repository, where, word in _own_words(repositories):
        if word.lower() in owner:
            there = owner[word.lower()]
            what = "is there twice" if there == repository.name == word or where == "name" else f"is also of {there}"
            msg = f'{file}: {repository.name}: {where}: "{word}" {what}; names and aliases must differ'
            raise ManifestError(msg)
        owner[word.lower()] = repository.name
    for repository in repositories:
        for group in repository.groups:
            if group.lower() in owner:
                msg = (
                    f'{file}: {repository.name}: groups: "{group}" is also a name of the repository '
                    f"{owner[group.lower()]}; rename the group"
                )
                raise ManifestError(msg)


def _own_words(repositories: Sequence[Repository]) -> Iterator[tuple[Repository, str, str]]:
    yield from ((repository, "name", repository.name) for repository in repositories)
    yield from ((repository, "aliases", alias) for repository in repositories for alias in repository.aliases)


def _nearest(word: str, known: Sequence[str] | Mapping[str, object]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _type_name(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "a text", bool: "a truth value", type(None): "nothing"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else "a date")
