"""One language: a folder under ``queries/languages``, put together with those that it inherits from.

Nothing is compiled here but expressions: patterns of a grammar are, when a file of the language is first read.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import LanguageError
from codelens.extract.description import Description
from codelens.extract.relations import Relations
from codelens.extract.surface.shape import Shape, load_shape
from codelens.extract.yaml_file import load_yaml
from codelens.locations import queries_folders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Language:
    """One folder under ``queries/languages``.

    Args:
        folder: Where it was read from.
        description: Its ``language.yaml``.
        relations: The part of it that questions follow; it is no part of the fingerprint.
        tags: The text of its tags query, the inherited one last.
        bindings: The text of what it binds names of others with, its own and inherited; "" when there is none.
        shown: The folders that say what it shows, its own and those that it inherits from.
        embedded: By name, the languages of which code is in its files.
        fingerprint: Changes when an extraction of the same blob could.
    """

    folder: Path
    description: Description
    relations: Relations
    tags: str
    bindings: str
    shown: tuple[Path, ...]
    fingerprint: str
    embedded: dict[str, Language] = field(repr=False)
    exported: re.Pattern[bytes] | None = field(repr=False)
    generated_text: re.Pattern[bytes] | None = field(repr=False)
    branches: re.Pattern[bytes] | None = field(repr=False)
    noise: re.Pattern[bytes] | None = field(repr=False)
    sigil: re.Pattern[bytes] | None = field(repr=False)
    misread: re.Pattern[bytes] | None = field(repr=False)
    takes: dict[str, re.Pattern[bytes]] = field(repr=False)

    @property
    def name(self) -> str:
        """Of the folder."""
        return self.description.name

    def surface(self, captures: Captures) -> Shape | None:
        """What it shows; None when nothing says it. It is read when it is first asked for, because it is dear.

        Raises:
            LanguageError: A file of it is broken.
        """
        return _surface(self.shown, tuple(captures.definitions))


@dataclass(frozen=True, slots=True)
class Captures:
    """The closed list of ``queries/captures.yaml``, in its order.

    Args:
        definitions: Kind of definition to its meaning, in ranking order.
        references: Kind of reference to its meaning, in the order in which they outrank each other.
    """

    definitions: dict[str, str]
    references: dict[str, str]

    def code(self, reference: str) -> int:
        """The code that a place of this kind of reference carries; definitions have 0."""
        return list(self.references).index(reference) + 1


def load_description(file: Path) -> tuple[Description, Relations]:
    """Read a ``language.yaml``: what it says of files, and how its names are followed.

    Raises:
        LanguageError: It is broken, or of another name than its folder.
    """
    try:
        fields = msgspec.convert(load_yaml(file), dict[str, object])
        relations = msgspec.convert(fields.pop("relations", {}), Relations)
        description = msgspec.convert(fields, Description)
    except msgspec.ValidationError as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error
    implementing = _pattern(relations.implementing, file)
    if implementing is not None and "type" not in implementing.groupindex:
        message = f"{file}: relations: implementing: {relations.implementing!r} must have a group (?P<type>…)"
        raise LanguageError(message)
    if description.name != file.parent.name:
        message = f"{file}: name is {description.name!r}, but the folder is {file.parent.name!r}"
        raise LanguageError(message)
    return description, relations


def assembled(
    name: str,
    folders: dict[str, Path],
    descriptions: dict[str, Description],
    relations: Relations,
    seed: str,
) -> Language:
    """Put a language together of its own files and those that it inherits from.

    Args:
        name: Of its folder.
        folders: Of all languages, and of bases that are none.
        descriptions: Of all languages.
        relations: Its own.
        seed: Of the fingerprint: what an extraction depends on beside the language.

    Raises:
        LanguageError: A file is missing or broken, or it inherits from what does not exist.
    """
    description = descriptions[name]
    line = _line_of(name, folders, descriptions)
    tags = _texts_of([folder / "tags.scm" for folder in line])
    bindings = _texts_of([file for folder in line if (file := folder / "bindings.scm").is_file()])
    shown = tuple(_surfaces_of(line))
    surface = _texts_of([file for folder in shown for file in sorted(folder.glob("surface.*"))])
    print_of = hashlib.sha256("\0".join((seed, repr(description), tags, bindings, surface)).encode()).hexdigest()[:16]
    file = folders[name] / "language.yaml"
    return Language(
        folder=folders[name],
        description=description,
        relations=relations,
        tags=tags,
        bindings=bindings,
        shown=shown,
        fingerprint=print_of,
        embedded={},
        exported=_pattern(description.exported, file),
        generated_text=_pattern(description.generated_text, file),
        branches=_pattern(description.branches, file),
        noise=_pattern(description.noise, file),
        sigil=_pattern(description.sigil, file),
        misread=_pattern(description.misread, file),
        takes={other: pattern for other, text in description.takes.items() if (pattern := _pattern(text, file))},
    )


def _line_of(name: str, folders: dict[str, Path], descriptions: dict[str, Description]) -> list[Path]:
    """The folder of a language, and those that it inherits from."""
    line: list[Path] = []
    seen: set[str] = set()
    while name:
        if name in seen or name not in folders:
            message = f"{folders[next(iter(seen))] / 'language.yaml'}: inherits {name!r}, which " + (
                "inherits it in turn" if name in seen else "does not exist"
            )
            raise LanguageError(message)
        seen.add(name)
        line.append(folders[name])
        name = descriptions[name].inherits if name in descriptions else ""
    return line


def _surfaces_of(line: Sequence[Path]) -> list[Path]:
    """Folders of a language's surface: before each of its own, one of the same name that only adds rules to it."""
    found: list[Path] = []
    for folder in line:
        others = (queries / "languages" / folder.name for queries in queries_folders())
        found += [
            other
            for other in others
            if other != folder and (other / "surface.yaml").is_file() and not (other / "language.yaml").is_file()
        ]
        found.append(folder)
    return found


@cache
def _surface(folders: tuple[Path, ...], kinds: tuple[str, ...]) -> Shape | None:
    return load_shape(folders, kinds)


def _texts_of(files: Sequence[Path]) -> str:
    """The texts of some files, one after the other."""
    try:
        return "\n".join(file.read_text("utf-8") for file in files)
    except OSError as error:
        message = f"{error.filename}: {error.strerror}"
        raise LanguageError(message) from error
    except UnicodeDecodeError as error:
        message = f"{' or '.join(map(str, files))}: is no UTF-8; save it as UTF-8"
        raise LanguageError(message) from error


def _pattern(text: str, file: Path) -> re.Pattern[bytes] | None:
    try:
        return re.compile(text.encode(), re.MULTILINE) if text else None
    except re.error as error:
        message = f"{file}: {text!r} is not a regular expression: {error}"
        raise LanguageError(message) from error
