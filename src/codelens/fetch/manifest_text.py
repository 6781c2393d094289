"""Edits a manifest as a person would: entries come and go as lines, and every other byte stays as it is.

Whatever was edited is read again: unless exactly the one entry came or went, a ManifestError says so, and the file is
left alone.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from codelens.errors import ManifestError
from codelens.fetch.entry_lines import LIST, EntryLines
from codelens.fetch.folder_lock import locked_folder
from codelens.fetch.manifest import load_manifest

if TYPE_CHECKING:
    from collections.abc import Callable

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRESH = """\
# Repositories of your own. In the configuration folder this adds to what ships with codelens: an entry of the same name
# takes the place of the shipped one, and shipped: false leaves all of these out.

defaults:
  exclude: [vendor, third_party, node_modules]

repositories:
"""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to be written: fields that are None or empty are left out, so that the manifest's defaults hold.

    Args:
        name: See :class:`codelens.fetch.entries.Repository`, of all of them.
        url: One of url and path.
        path: Absolute, or relative to the manifest's folder.
        revision: A tag, a branch or a full commit id.
        groups: Names that select it with others.
        aliases: Other names.
        include: Globs.
        exclude: Globs; an empty list reads everything, which None does not.
        installed: ``KIND/PACKAGE``, without a url.

    """

    name: str
    url: str | None = None
    path: str | None = None
    revision: str | None = None
    groups: tuple[str, ...] | None = None
    aliases: tuple[str, ...] | None = None
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    installed: str | None = None

    def written(self) -> dict[str, object]:
        """The fields that are written, as YAML has them."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in values.items()
            if value is not None
        }


def add_entry(file: Path, entry: NewEntry) -> None:
    """Write an entry at the end of a manifest's repositories; a manifest that is not there is made.

    Raises:
        ManifestError: The manifest is wrong or can't be written, the entry is wrong or there already, or the file has
            a form that can't be edited.

    """
    edit(file, lambda text: added(file, text, entry))


def replace_entry(file: Path, entry: NewEntry) -> None:
    """Write an entry in the place of the one of its name, or as another one; raises what :func:`add_entry` does."""

    def change(text: str) -> str:
        there = entry.name in EntryLines.of(file, text).names()
        return added(file, removed(file, text, entry.name) if there else text, entry)

    edit(file, change)


def remove_entry(file: Path, name: str) -> None:
    """Take an entry's lines out of a manifest.

    Raises:
        ManifestError: The manifest is wrong or can't be written, has no such entry, or has a form that can't be edited.

    """
    edit(file, lambda text: removed(file, text, name))


def edit(file: Path, change: Callable[[str], str]) -> None:
    """Change the text of a manifest, unless that makes it wrong; whoever else edits it meanwhile waits."""
    target = file.resolve()  # a link stays a link
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked_folder(target.parent):
            before = target.read_bytes() if target.exists() else _FRESH.encode()
            after = change(before.decode())
            _replace(file, target, after.encode())
    except UnicodeDecodeError as error:
        msg = f"{file}: is no UTF-8; save it as UTF-8"
        raise ManifestError(msg) from error
    except OSError as error:
        msg = f"{file}: can't be written: {error.strerror}"
        raise ManifestError(msg) from error


def added(file: Path, text: str, entry: NewEntry) -> str:
    """A manifest's text with one entry more; ``file`` is for messages."""
    written = entry.written()
    found = EntryLines.of(file, text)
    if entry.name in found.names():
        msg = f"{file}: {entry.name}: is there already; choose another name, or remove it first"
        raise ManifestError(msg)
    after = found.with_lines(_lines(written, found.indentation(), found.newline))
    return _checked(file, text, after, lambda listed: [*listed, written], "add the entry yourself, as lines under it")


def removed(file: Path, text: str, name: str) -> str:
    """A manifest's text with one entry less; ``file`` is for messages."""
    found = EntryLines.of(file, text)
    if name not in found.names():
        msg = f"{file}: {name}: is not there; it lists {', '.join(found.names()) or 'nothing'}"
        raise ManifestError(msg)
    number = found.names().index(name)
    after = found.without(number)
    return _checked(
        file, text, after, lambda listed: [*listed[:number], *listed[number + 1 :]], "take the entry out yourself"
    )


def _lines(written: dict[str, object], indentation: int, newline: str) -> str:
    marks = [f"{' ' * indentation}- ", *[" " * (indentation + 2)] * (len(written) - 1)]
    pairs = zip(marks, written.items(), strict=True)
    return "".join(f"{mark}{name}: {_yaml(value)}{newline}" for mark, (name, value) in pairs)


def _yaml(value: object) -> str:
    """A value on one line, in quotes where it needs them."""
    text: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"))
    return text.removesuffix("...\n").strip()


def _checked(file: Path, before: str, after: str, change: Callable[[list[Any]], list[Any]], otherwise: str) -> str:
    """The text after an edit, if nothing but the one entry is other than before."""
    try:
        was, now = (yaml.load(text, _Loader) or {} for text in (before, after))  # noqa: S506 - it is a safe loader
        expected = {**was, LIST: change(was.get(LIST) or [])}
    except (yaml.YAMLError, ValueError, RecursionError, AttributeError, TypeError):
        now, expected = None, {}
    if now != expected:
        msg = f'{file}: "{LIST}" is written in a way that is not edited; {otherwise}'
        raise ManifestError(msg)
    return after


def _replace(file: Path, target: Path, data: bytes) -> None:
    """Put a text in the place of a manifest at once, if it is one."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".yaml", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)  # a person wrote it; a machine that stops now leaves one or the other
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        try:
            load_manifest(part)
        except ManifestError as error:
            msg = str(error).replace(str(part), str(file))
            raise ManifestError(msg) from error
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
