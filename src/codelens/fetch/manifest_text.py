"""Edits a manifest as a person would: entries come and go as lines, and every other byte stays as it is.

PyYAML's marks say where entries begin and end; indexes, not lines, because YAML knows more line breaks than an editor.
Whatever was edited is read again: unless exactly the one entry came or went, the file is left alone.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from codelens.errors import ManifestError
from codelens.fetch.manifest import load_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LIST = "repositories"
_FRESH = """\
# Your own repositories, beside those that ship with codelens; one of the same name replaces the shipped one.
# shipped: false here leaves all the shipped ones out.

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

    """

    name: str
    url: str | None = None
    path: str | None = None
    revision: str | None = None
    groups: tuple[str, ...] | None = None
    aliases: tuple[str, ...] | None = None
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None

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
        with _locked(target.parent):
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
    found = _Found.of(file, text)
    if entry.name in found.names():
        msg = f"{file}: {entry.name}: is there already; choose another name, or remove it first"
        raise ManifestError(msg)
    after = found.with_lines(_lines(written, found.indentation(), found.newline))
    return _checked(file, text, after, lambda listed: [*listed, written], "add the entry yourself, as lines under it")


def removed(file: Path, text: str, name: str) -> str:
    """A manifest's text with one entry less; ``file`` is for messages."""
    found = _Found.of(file, text)
    if name not in found.names():
        msg = f"{file}: {name}: is not there; it lists {', '.join(found.names()) or 'nothing'}"
        raise ManifestError(msg)
    number = found.names().index(name)
    after = found.without(number)
    return _checked(
        file, text, after, lambda listed: [*listed[:number], *listed[number + 1 :]], "take the entry out yourself"
    )


class _Found:
    """A manifest's text with its list of repositories, as it is written.

    Args:
        file: For messages.
        text: All of it.
        key: Of the list; None when there is none.
        node: The list; None when nothing is there.
    """

    def __init__(self, file: Path, text: str, key: yaml.Node | None, node: yaml.SequenceNode | None) -> None:
        self.file, self.text, self.key, self.node = file, text, key, node
        self.newline = "\r\n" if "\r\n" in text else "\n"

    @classmethod
    def of(cls, file: Path, text: str) -> _Found:
        """Find the list.

        Raises:
            ManifestError: It is no YAML, or written in brackets.
        """
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            msg = f"{file}: is no YAML; run: codelens repos, which says what is wrong"
            raise ManifestError(msg) from error
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        key, node = next(((key, node) for key, node in pairs if key.value == _LIST), (None, None))
        in_brackets = next((each for each in (root, node) if _is_in_brackets(each)), None)
        if in_brackets is not None:
            msg = (
                f'{file}: line {in_brackets.start_mark.line + 1}: "{_LIST}" is written in brackets, which is not '
                "edited; write each entry on lines of its own that begin with a dash"
            )
            raise ManifestError(msg)
        return cls(file, text, key, node if isinstance(node, yaml.SequenceNode) else None)

    def names(self) -> list[str]:
        """The names of the entries, in their order; "" for what has none."""
        items = self.node.value if self.node else []
        return [
            next((value.value for key, value in item.value if key.value == "name"), "")
            if isinstance(item, yaml.MappingNode)
            else ""
            for item in items
        ]

    def indentation(self) -> int:
        """The column of the dashes."""
        return self.node.start_mark.column if self.node and self.node.value else 2

    def with_lines(self, lines: str) -> str:
        """The text with lines after the last entry."""
        text = self.text
        if self.key is None:
            text = self._ended(text)
            return f"{text}{_LIST}:{self.newline}{lines}"
        if self.node is None or not self.node.value:
            start, end = self._emptiness()
            text = text[:start] + text[end:]
            at = self._line_end(start, text)
            return self._ended(text[:at]) + lines + text[at:]
        at = self._entry_end(len(self.node.value) - 1)
        spaced = len(self.node.value) > 1 and not self._line_before(self._entry_start(len(self.node.value) - 1)).strip()
        return self._ended(text[:at]) + (self.newline if spaced else "") + lines + text[at:]

    def without(self, number: int) -> str:
        """The text without the lines of one entry, and without what set it apart."""
        text, start, end = self.text, self._entry_start(number), self._entry_end(number)
        before, after = self._line_before(start), text[end : self._line_end(end)]
        is_last = self.node is not None and number == len(self.node.value) - 1
        if before and not before.strip() and (is_last or not after.strip()):
            start -= len(before)
        text = text[:start] + text[end:]
        if self.key is not None and self.node is not None and len(self.node.value) == 1:
            colon = text.index(":", self.key.end_mark.index) + 1
            text = f"{text[:colon]} []{text[colon:]}"
        return text

    def _emptiness(self) -> tuple[int, int]:
        """Where it says that the list is empty, with the space before."""
        colon = self.text.index(":", self.key.end_mark.index) + 1 if self.key else 0
        return colon, self.node.end_mark.index if self.node else colon

    def _entry_start(self, number: int) -> int:
        """The beginning of the line with an entry's dash."""
        nodes = self.node.value if self.node else []
        at = nodes[number].start_mark.index
        dash = self.text.rindex("-", 0, at)
        while self.text[self._line_start(dash) : dash].strip():  # a dash in a comment, say
            dash = self.text.rindex("-", 0, dash)
        return self._line_start(dash)

    def _entry_end(self, number: int) -> int:
        """The beginning of the line after an entry and the comments that are indented as it is."""
        nodes = self.node.value if self.node else []
        leaf = nodes[number]
        while isinstance(leaf, yaml.MappingNode | yaml.SequenceNode) and not leaf.flow_style and leaf.value:
            leaf = leaf.value[-1][1] if isinstance(leaf, yaml.MappingNode) else leaf.value[-1]
        end = leaf.end_mark.index
        while end > leaf.start_mark.index and self.text[end - 1] in "\r\n":  # of a block of text
            end -= 1
        at = self._line_end(end)
        while True:
            line = self.text[at : self._line_end(at)]
            shift = len(line) - len(line.lstrip(" "))
            if not line[shift:].startswith("#") or shift <= self.indentation():
                return at
            at += len(line)

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_before(self, start: int) -> str:
        return self.text[self._line_start(start - 1) : start] if start else ""

    def _line_end(self, at: int, text: str | None = None) -> int:
        text = self.text if text is None else text
        return text.find("\n", at) + 1 or len(text)

    def _ended(self, text: str) -> str:
        return text if not text or text.endswith("\n") else text + self.newline


def _is_in_brackets(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style and node.value)


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
        expected = {**was, _LIST: change(was.get(_LIST) or [])}
    except (yaml.YAMLError, ValueError, RecursionError, AttributeError, TypeError):
        now, expected = None, {}
    if now != expected:
        msg = f'{file}: "{_LIST}" is written in a way that is not edited; {otherwise}'
        raise ManifestError(msg)
    return after


def _replace(file: Path, target: Path, data: bytes) -> None:
    """Put a text in the place of a manifest at once, if it is one."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".yaml", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        try:
            load_manifest(part)
        except ManifestError as error:
            msg = str(error).replace(str(part), str(file))
            raise ManifestError(msg) from error
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
