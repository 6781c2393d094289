"""The editor that a person wants, and how it is told a place. What is known of editors is ``queries/editors.yaml``.

Which one: the setting ``editor``, else ``VISUAL``, else ``EDITOR``, else the first usual one that is installed. Nothing
goes through a shell: a command is split into words as a shell would, and run.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from codelens.document import nearest, read_document
from codelens.errors import EditorError, SettingsError
from codelens.locations import queries_folders
from codelens.present.formats import one_based

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codelens.document import Document

FILE = "editors.yaml"
_NAMES = ("file", "line", "column", "byte")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_FILE_ONLY = ("{file}",)


class Preset(msgspec.Struct, frozen=True):
    """How an editor is told a place; see ``queries/editors.yaml``."""

    programs: tuple[str, ...]
    place: tuple[str, ...]
    guard: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()
    wait: tuple[str, ...] = ()
    window: bool = False


class _Written(msgspec.Struct, frozen=True):
    editors: dict[str, object] = {}
    usual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Presets:
    """All of ``editors.yaml``, a user's own first.

    Args:
        by_name: The presets, in the order in which they are asked.
        usual: Programs to look for when nobody says which.
    """

    by_name: dict[str, Preset]
    usual: tuple[str, ...]

    def of_program(self, program: str) -> Preset | None:
        """The preset of a program: what it really is counts before what it is called."""
        names = (os.path.basename(os.path.realpath(program)), os.path.basename(program))  # noqa: PTH119 - may be no path
        for name in names:
            bare = name.removesuffix(".exe")
            for preset in self.by_name.values():
                if bare in preset.programs or any(fnmatchcase(bare, glob) for glob in preset.programs if "*" in glob):
                    return preset
        return None


@dataclass(frozen=True, slots=True)
class Caret:
    """Where an editor is to open a file, all 0-based.

    Args:
        line: The line.
        column: In characters.
        byte: The same in bytes.
    """

    line: int
    column: int = 0
    byte: int = 0


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor that is there.

    Args:
        program: Its file.
        words: The command as it was said, in words.
        preset: What is known of it; None of one that is not listed.
    """

    program: str
    words: tuple[str, ...]
    preset: Preset | None

    @property
    def has_window(self) -> bool:
        """Whether it needs no terminal."""
        return self.preset is not None and self.preset.window

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return Path(self.words[0]).name

    def command(self, file: Path, caret: Caret, *, copy: bool) -> list[str]:
        """The command that opens a file.

        Args:
            file: Absolute.
            caret: Where.
            copy: Whether the file is a copy, made to be read.
        """
        values = {
            "file": str(file),
            "line": str(one_based(caret.line)),
            "column": str(one_based(caret.column)),
            "byte": str(one_based(caret.byte)),
        }
        given = self.words[1:]
        if any("{file}" in word for word in given):
            return [self.program, *(_filled(word, values) for word in given)]
        preset = self.preset or Preset((), _FILE_ONLY)
        wait = () if any(word in given for word in preset.wait) else preset.wait[:1]
        place = (_filled(word, values) for word in preset.place)
        return [self.program, *given, *wait, *preset.guard, *(preset.copy if copy else ()), *place]


def _filled(word: str, values: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), word)


def load_presets() -> Presets:
    """Read ``queries/editors.yaml``.

    Raises:
        SettingsError: One is wrong; the message names file and line.
    """
    by_name: dict[str, Preset] = {}
    usual: tuple[str, ...] = ()
    for folder in queries_folders():
        file = folder / FILE
        if file.is_file():
            document = read_document(file, SettingsError)
            written = document.convert(document.value, _Written)
            for name, preset in written.editors.items():
                by_name.setdefault(name, _preset(document, name, preset))
            usual = usual or written.usual
    return Presets(by_name, usual)


def _preset(document: Document, name: str, written: object) -> Preset:
    preset = document.convert(written, Preset, "editors", name)
    for word in preset.place:
        for wanted in _PLACEHOLDER.findall(word):
            if wanted not in _NAMES:
                message = f"place: nothing is known as {{{wanted}}}; {nearest(wanted, _NAMES)}"
                raise document.fault(message, "editors", name, "place")
    return preset


def find_editor(setting: str = "", environment: Mapping[str, str] = os.environ) -> Editor:
    """The editor to open files with.

    Args:
        setting: The command of the settings, "" for none.
        environment: Where ``VISUAL`` and ``EDITOR`` are looked for.

    Raises:
        EditorError: It is not there, or the command is no command; the message says where it was named.
        SettingsError: ``editors.yaml`` is wrong.
    """
    presets = load_presets()
    for where, command in _said(setting, environment):
        try:
            words = tuple(shlex.split(command))
        except ValueError as error:
            message = f"{where}: {command}: is no command: {str(error).lower()}"
            raise EditorError(message) from error
        if not words:
            continue
        program = shutil.which(os.path.expanduser(words[0]), path=environment.get("PATH"))  # noqa: PTH111 - not a path yet
        if program is None:
            message = f"{where}: {words[0]}: no such program; name another editor in {where}, or install it"
            raise EditorError(message)
        return Editor(program, words, presets.of_program(program))
    for name in presets.usual:
        if program := shutil.which(name, path=environment.get("PATH")):
            return Editor(program, (name,), presets.of_program(program))
    message = f"no editor is known and none of {', '.join(presets.usual)} is installed; set VISUAL or EDITOR"
    raise EditorError(message)


def _said(setting: str, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "the setting editor", setting
    for name in ("VISUAL", "EDITOR"):
        yield name, environment.get(name, "")
