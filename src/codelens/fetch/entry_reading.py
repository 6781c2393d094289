"""From what stands in a manifest to its entries.

Whatever is wrong raises a ManifestError, which names file, entry and field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from codelens.errors import ManifestError
from codelens.fetch.entries import Organization, Reading, Repository, SizeClass, WithoutSource
from codelens.fetch.fields import (
    check_fields,
    check_name,
    check_owner,
    check_place,
    expand_path,
    read_globs,
    read_size,
    read_text,
    read_texts,
    read_truth,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_Entry = TypeVar("_Entry")
_NAME, _URL, _PATH, _REVISION = "name", "url", "path", "revision"
_GROUPS, _ALIASES, _INCLUDE, _EXCLUDE = "groups", "aliases", "include", "exclude"
_SIZE, _ARCHIVED, _FORKS, _SYSTEM, _REASON = "size", "archived", "forks", "system", "reason"
_INSTALLED = "installed"

_OF_REPOSITORY = (_NAME, _URL, _PATH, _REVISION, _GROUPS, _INCLUDE, _EXCLUDE, _ALIASES, _SIZE, _ARCHIVED, _INSTALLED)
_OF_ORGANIZATION = (_NAME, _URL, _GROUPS, _ARCHIVED, _FORKS, _INCLUDE, _EXCLUDE, _SIZE)
_OF_WITHOUT_SOURCE = (_SYSTEM, _REASON, _ALIASES)


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of one entry, each read when it is asked for."""

    where: str
    written: Mapping[object, object]

    def text(self, field: str) -> str | None:
        return read_text(self.where, field, self.written[field]) if field in self.written else None

    def texts(self, field: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        read = read_globs if field in {_INCLUDE, _EXCLUDE} else read_texts
        return read(self.where, field, self.written[field]) if field in self.written else default

    def truth(self, field: str) -> bool:
        return read_truth(self.where, field, self.written[field]) if field in self.written else False

    def size(self) -> int | SizeClass | None:
        return read_size(self.where, self.written.get(_SIZE))


def read_defaults(file: Path, defaults: object) -> Reading:
    """Read what holds for every repository that does not say otherwise."""
    if defaults is None:
        return Reading()
    where = f"{file}: defaults"
    if not isinstance(defaults, dict):
        msg = f"{where}: must be a mapping with include or exclude"
        raise ManifestError(msg)
    check_fields(where, defaults, (_INCLUDE, _EXCLUDE))
    fields = _Fields(where, defaults)
    return Reading(fields.texts(_INCLUDE), fields.texts(_EXCLUDE))


def read_repository(file: Path, number: int, entry: object, defaults: Reading) -> Repository:
    """Read one repository; ``number`` counts from 1."""
    what = f"repository {number}", "a name and a url or a path"
    fields = _fields(file, what, entry, (_NAME, _OF_REPOSITORY))
    known = (_NAME, _URL, _PATH, _REVISION, _INSTALLED)
    texts = {field: text for field in known if (text := fields.text(field)) is not None}
    lists = {field: fields.texts(field) for field in (_GROUPS, _ALIASES)}
    include, exclude = fields.texts(_INCLUDE, defaults.include), fields.texts(_EXCLUDE, defaults.exclude)
    name = check_name(fields.where, texts.get(_NAME))
    check_place(fields.where, texts)
    size = fields.size()
    return Repository(
        name=name,
        url=texts.get(_URL),
        path=expand_path(fields.where, file.absolute().parent, texts[_PATH]) if _PATH in texts else None,
        revision=texts.get(_REVISION),
        groups=lists[_GROUPS],
        include=include,
        exclude=exclude,
        aliases=lists[_ALIASES],
        manifest=file.name,
        size=size if isinstance(size, int) else None,
        size_class=size if isinstance(size, SizeClass) else None,
        archived=fields.truth(_ARCHIVED),
        installed=texts.get(_INSTALLED),
    )


def read_organization(file: Path, number: int, entry: object, defaults: Reading) -> Organization:
    """Read one organisation; ``number`` counts from 1."""
    what = f"organization {number}", "a name, as owner/*, and a url"
    fields = _fields(file, what, entry, (_NAME, _OF_ORGANIZATION))
    name, url = check_owner(fields.where, fields.text(_NAME), fields.text(_URL))
    size = fields.size()
    if isinstance(size, SizeClass):
        msg = f'{fields.where}: size: "{size}" is the class of one repository; write what all of them bring, as 250 MB'
        raise ManifestError(msg)
    return Organization(
        name=name,
        url=url,
        groups=fields.texts(_GROUPS),
        archived=fields.truth(_ARCHIVED),
        forks=fields.truth(_FORKS),
        include=fields.texts(_INCLUDE, ("*",)),
        exclude=fields.texts(_EXCLUDE),
        manifest=file.name,
        reading=defaults,
        size=size,
    )


def read_without_source(file: Path, number: int, entry: object, _: Reading) -> WithoutSource:
    """Read one system that has no source; ``number`` counts from 1."""
    what = f"without_source {number}", "a system and a reason"
    fields = _fields(file, what, entry, (_SYSTEM, _OF_WITHOUT_SOURCE))
    system, reason = fields.text(_SYSTEM), fields.text(_REASON)
    if system is None or reason is None:
        msg = f"{fields.where}: {_SYSTEM if system is None else _REASON}: is missing"
        raise ManifestError(msg)
    return WithoutSource(system, reason, fields.texts(_ALIASES))


def read_list(
    file: Path, top: Mapping[object, object], of: str, read: Callable[[Path, int, object, Reading], _Entry]
) -> tuple[_Entry, ...]:
    """Read one of the manifest's lists; one that is not there is empty."""
    listed = top.get(of, [])
    if not isinstance(listed, list):
        what = "must be a list of mappings, each with a name and a url or a path"
        msg = f'{file}: "{of}" {what if of == "repositories" else "must be a list of mappings"}'
        raise ManifestError(msg)
    defaults = read_defaults(file, top.get("defaults"))
    return tuple(read(file, number, entry, defaults) for number, entry in enumerate(listed, 1))


def _fields(file: Path, what: tuple[str, str], entry: object, known: tuple[str, Sequence[str]]) -> _Fields:
    numbered, needed = what
    if not isinstance(entry, dict):
        msg = f"{file}: {numbered}: must be a mapping with {needed}"
        raise ManifestError(msg)
    named, fields = known
    name = entry.get(named)
    where = f"{file}: {name}" if isinstance(name, str) and name else f"{file}: {numbered}"
    check_fields(where, entry, fields)
    return _Fields(where, entry)
