"""Languages are data: a folder with ``language.yaml`` and ``tags.scm``, read here and checked here.

No language's name appears in Python. What a language needs beyond its patterns (its file types, its rule for exported
names, how its packages are named) is a field of ``language.yaml``; :class:`Language` lists them all.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import LanguageError
from codelens.extract.description import Description
from codelens.extract.relations import Relations
from codelens.extract.surface.shape import Shape, load_shape
from codelens.extract.yaml_file import load_yaml
from codelens.globs import any_glob
from codelens.locations import queries_folders

if TYPE_CHECKING:
    from collections.abc import Sequence

# Goes up whenever the same blob and the same queries would give another extraction.
EXTRACTOR_VERSION = 4


@dataclass(frozen=True, slots=True)
class Language:
    """One folder under ``queries/languages``.

    Args:
        folder: Where it was read from.
        description: Its ``language.yaml``.
        relations: The part of it that questions follow; it is no part of the fingerprint.
        tags: The text of its tags query, the inherited one last.
        surface: What it shows, its own or inherited; None when nothing says it.
        fingerprint: Changes when an extraction of the same blob could.
    """

    folder: Path
    description: Description
    relations: Relations
    tags: str
    surface: Shape | None
    fingerprint: str
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


class Languages:
    """All languages that are there, and which of them a file is in."""

    def __init__(self, languages: Sequence[Language], captures: Captures) -> None:
        self.captures = captures
        seed = "".join(sorted(f"{language.name} {language.fingerprint}" for language in languages))
        self.fingerprint = hashlib.sha256(seed.encode()).hexdigest()[:16]
        self.by_name = {language.name: language for language in languages}
        self._extensions: dict[str, Language] = {}
        self._globs: list[tuple[re.Pattern[str], Language]] = []
        self._interpreters: dict[str, Language] = {}
        self._takers: dict[str, list[tuple[re.Pattern[bytes], Language]]] = {}
        for language in self.by_name.values():
            self._claim(language)

    def _claim(self, language: Language) -> None:
        patterns = []
        for pattern in language.description.files:
            if re.fullmatch(r"\*\.\w+", pattern):
                self._extensions.setdefault(pattern[1:].lower(), language)
            else:
                patterns.append(pattern)
        if patterns:
            self._globs.append((any_glob(patterns), language))
        for interpreter in language.description.interpreters:
            self._interpreters.setdefault(interpreter, language)
        for other, line in language.takes.items():
            self._takers.setdefault(other, []).append((line, language))

    def of_path(self, path: str) -> Language | None:
        """The language that claims this path, if any; a more exact glob goes before an extension."""
        name = path[path.rfind("/") + 1 :]
        for pattern, language in self._globs:
            if pattern.search(name):
                return language
        return self._extensions.get(name[name.rfind(".") :].lower())

    def fingerprint_of(self, path: str) -> str:
        """Changes when an extraction of the same blob at this path could, whichever language its text is in."""
        language = self.of_path(path)
        if language is None:
            return self.fingerprint
        takers = (taker.fingerprint for _, taker in self._takers.get(language.name, ()))
        return "".join(sorted((language.fingerprint, *takers)))

    def of_blob(self, blob: bytes, language: Language | None) -> Language | None:
        """The language of a blob whose path is in ``language``: its text may tell better than its path."""
        if language is None:
            return self.of_text(blob)
        for line, taker in self._takers.get(language.name, ()):
            if line.search(blob):
                return taker
        return language

    def of_text(self, text: bytes) -> Language | None:
        """The language that a ``#!`` line names, if any."""
        if not text.startswith(b"#!"):
            return None
        line = text[2:200].split(b"\n", 1)[0].decode("utf-8", "replace").split()
        if not line:
            return None
        program = PurePosixPath(line[0]).name
        if program == "env":
            program = next((word for word in line[1:] if not word.startswith("-") and "=" not in word), "")
        return self._interpreters.get(re.sub(r"[\d.]+$", "", PurePosixPath(program).name))


@lru_cache(maxsize=1)
def load_languages() -> Languages:
    """Read every language folder, a user's own first.

    Raises:
        LanguageError: A file is missing, broken or names what does not exist.
    """
    folders: dict[str, Path] = {}
    captures_file = None
    for queries in queries_folders():
        captures_file = captures_file or _existing(queries / "captures.yaml")
        for file in sorted(queries.glob("languages/*/language.yaml")):
            folders.setdefault(file.parent.name, file.parent)
    if captures_file is None:
        message = "queries/captures.yaml: not found; the installation is incomplete, install codelens again"
        raise LanguageError(message)
    captures = _load_captures(captures_file)
    loaded = {name: _load_description(folder / "language.yaml") for name, folder in folders.items()}
    descriptions = {name: description for name, (description, _) in loaded.items()}
    for file in (file for queries in queries_folders() for file in sorted(queries.glob("languages/*/tags.scm"))):
        folders.setdefault(file.parent.name, file.parent)
    seed = f"{EXTRACTOR_VERSION} {version('tree-sitter')} {version('tree-sitter-language-pack')} {captures}"
    languages = [
        _assemble(name, folders, descriptions, relations, captures, seed) for name, (_, relations) in loaded.items()
    ]
    return Languages(languages, captures)


def _existing(file: Path) -> Path | None:
    return file if file.is_file() else None


def _load_captures(file: Path) -> Captures:
    try:
        parts = msgspec.convert(load_yaml(file), dict[str, dict[str, str]])
        return Captures(parts["definitions"], parts["references"])
    except (msgspec.ValidationError, KeyError) as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error


def _load_description(file: Path) -> tuple[Description, Relations]:
    try:
        fields = msgspec.convert(load_yaml(file), dict[str, object])
        relations = msgspec.convert(fields.pop("relations", {}), Relations)
        description = msgspec.convert(fields, Description)
    except msgspec.ValidationError as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error
    if description.name != file.parent.name:
        message = f"{file}: name is {description.name!r}, but the folder is {file.parent.name!r}"
        raise LanguageError(message)
    return description, relations


def _assemble(
    name: str,
    folders: dict[str, Path],
    descriptions: dict[str, Description],
    relations: Relations,
    captures: Captures,
    seed: str,
) -> Language:
    description = descriptions[name]
    line = _line_of(name, folders, descriptions)
    tags = _texts_of(line)
    surface = load_shape(_surfaces_of(line), captures.definitions)
    shown = (surface.query, repr(surface.surface)) if surface else ()
    print_of = hashlib.sha256("\0".join((seed, repr(description), tags, *shown)).encode()).hexdigest()[:16]
    file = folders[name] / "language.yaml"
    return Language(
        folders[name],
        description,
        relations,
        tags,
        surface,
        print_of,
        _pattern(description.exported, file),
        _pattern(description.generated_text, file),
        _pattern(description.branches, file),
        _pattern(description.noise, file),
        _pattern(description.sigil, file),
        _pattern(description.misread, file),
        {other: pattern for other, text in description.takes.items() if (pattern := _pattern(text, file))},
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


def _texts_of(line: Sequence[Path]) -> str:
    """The tags queries of some folders, one after the other."""
    try:
        return "\n".join((folder / "tags.scm").read_text("utf-8") for folder in line)
    except OSError as error:
        message = f"{error.filename}: {error.strerror}"
        raise LanguageError(message) from error


def _pattern(text: str, file: Path) -> re.Pattern[bytes] | None:
    try:
        return re.compile(text.encode(), re.MULTILINE) if text else None
    except re.error as error:
        message = f"{file}: {text!r} is not a regular expression: {error}"
        raise LanguageError(message) from error
