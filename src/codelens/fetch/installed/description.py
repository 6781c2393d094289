"""``queries/installed.yaml``: the ways of installing packages, where each keeps them, and what one looks like there.

Everything in the file is checked when it is read, so that a pattern which is wrong is said with its line. A user's own
file comes first: its kinds replace those of the same name, and go before the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from codelens.document import read_document
from codelens.errors import SettingsError
from codelens.globs import any_glob
from codelens.locations import queries_folders

if TYPE_CHECKING:
    from codelens.document import Document

FILE = "installed.yaml"
_KIND = re.compile(r"[a-z][a-z0-9-]*")
_PLACEHOLDERS = {
    "match": {"name", "base"},
    "file": {"name", "base"},
    "otherwise": {"name"},
    "archive": {"name", "base", "file", "folder"},
}
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
_ROOT = re.compile(r"/|~/|\./|\$\w+|<[\w.+-]+>(?:/|$)")


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that says something, and where in it: a regular expression, or a key of JSON."""

    file: str
    match: str = ""
    key: str = ""


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that lists what belongs to a package, a line each; see ``queries/installed.yaml``."""

    file: str
    match: str
    beside: bool = False
    folders: bool = False
    endings: tuple[str, ...] = ("",)


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a package looks like within a root; see ``queries/installed.yaml``."""

    marker: str
    name: str = ""
    holds: str = ""
    below: str = ""
    nested: str = ""
    capitals: str = ""
    version: tuple[Said, ...] = ()
    linked: tuple[Said, ...] = ()
    files: tuple[Listing, ...] = ()
    otherwise: tuple[str, ...] = ()
    base: str = ""
    leave: tuple[str, ...] = ()
    archive: str = ""


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    meaning: str
    roots: tuple[str, ...]
    forms: tuple[Form, ...]
    variables: dict[str, tuple[Said, ...]] = {}
    same: str = ""
    pinned: Said | None = None
    last: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of installing packages.

    Args:
        name: What stands before the ``/`` when somebody says which kind is meant.
        meaning: What people call such packages.
        roots: Where they may be, as written.
        forms: What one looks like.
        variables: What says a variable that the environment lacks.
        same: What matches this in a name is a ``-``; "" for nothing.
        pinned: What says which version is used.
        last: Whether it is asked only when no other kind has the package.
    """

    name: str
    meaning: str
    roots: tuple[str, ...]
    forms: tuple[Form, ...]
    variables: dict[str, tuple[Said, ...]]
    same: str
    pinned: Said | None
    last: bool

    def folded(self, name: str) -> str:
        """A name as names are compared."""
        return (re.sub(self.same, "-", name) if self.same else name).lower()


@lru_cache(maxsize=1)
def load_kinds() -> dict[str, Kind]:
    """Read ``queries/installed.yaml``, a user's own first; by name, in the order in which they are asked.

    Raises:
        SettingsError: One is wrong; the message names file and line.
    """
    kinds: dict[str, Kind] = {}
    for folder in queries_folders():
        if not (file := folder / FILE).is_file():
            continue
        document = read_document(file, SettingsError)
        for name in document.mapping(document.value):
            kind = _kind(document, name)
            kinds.setdefault(name, kind)
    return kinds


def _kind(document: Document, name: str) -> Kind:
    if not _KIND.fullmatch(name):
        message = f"{name}: a kind must be letters in lower case, digits and dashes"
        raise document.fault(message, name)
    written = document.convert(document.mapping(document.value)[name], _Written, name)
    _check(document, name, written)
    return Kind(
        name,
        written.meaning,
        written.roots,
        written.forms,
        written.variables,
        written.same,
        written.pinned,
        written.last,
    )


def _check(document: Document, name: str, kind: _Written) -> None:
    for number, root in enumerate(kind.roots):
        if not _ROOT.match(root):
            message = f'roots: "{root}" must begin with /, ~/, ./, $NAME or <program>/'
            raise document.fault(message, name, "roots", number)
    if not kind.roots or not kind.forms:
        message = f"{name}: roots and forms must not be empty"
        raise document.fault(message, name)
    _pattern(document, kind.same, name, "same")
    for variable, files in kind.variables.items():
        for number, said in enumerate(files):
            _check_said(document, said, name, "variables", variable, number)
    if kind.pinned is not None:
        _check_said(document, kind.pinned, name, "pinned")
    for number, form in enumerate(kind.forms):
        _check_form(document, form, (name, "forms", number))


def _check_form(document: Document, form: Form, place: tuple[object, ...]) -> None:
    groups = _pattern(document, form.marker, *place, "marker")
    if bool(form.name) == ("name" in groups):
        message = 'marker: must capture a group "name", unless there is a name: (not both)'
        raise document.fault(message, *place, "marker")
    _pattern(document, form.below, *place, "below")
    _placeholders(document, form.archive, "archive", *place, "archive")
    for number, path in enumerate(form.otherwise):
        _placeholders(document, path, "otherwise", *place, "otherwise", number)
    for field in ("version", "linked"):
        for number, said in enumerate(getattr(form, field)):
            _check_said(document, said, *place, field, number)
    for number, listing in enumerate(form.files):
        _placeholders(document, listing.file, "file", *place, "files", number)
        if not _pattern(document, listing.match, *place, "files", number):
            message = "match: must capture the path in a group"
            raise document.fault(message, *place, "files", number, "match")
    try:
        any_glob(form.leave)
    except (ValueError, re.error) as error:
        message = f"leave: is no glob: {error}"
        raise document.fault(message, *place, "leave") from error


def _check_said(document: Document, said: Said, *place: object) -> None:
    if bool(said.match) == bool(said.key):
        message = f"{place[-1]}: needs a match or a key, and not both"
        raise document.fault(message, *place)
    _placeholders(document, said.file, "file", *place)
    _placeholders(document, said.match, "match", *place)
    if said.match and not _pattern(document, filled(said.match, name="name", base="base"), *place):
        message = "match: must capture what is said in a group"
        raise document.fault(message, *place, "match")


def _placeholders(document: Document, text: str, what: str, *place: object) -> None:
    known = _PLACEHOLDERS[what]
    for found in _PLACEHOLDER.findall(text):
        if found not in known:
            message = f"{what}: nothing is known as {{{found}}}; there are {', '.join(sorted(known))}"
            raise document.fault(message, *place)


def _pattern(document: Document, pattern: str, *place: object) -> set[str]:
    """The groups that a regular expression captures: names, and numbers of those without one."""
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        message = f"{place[-1]}: is no regular expression: {error}"
        raise document.fault(message, *place) from error
    return {*compiled.groupindex, *map(str, range(1, compiled.groups + 1))}


def filled(pattern: str, **values: str) -> str:
    """A text with the placeholders filled in that are given."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), pattern)
