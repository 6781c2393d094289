"""Languages are data: all folders under ``queries/languages``, and which of them a file is in.

No language's name appears in Python. What a language needs beyond its patterns (its file types, its rule for exported
names, how its packages are named) is a field of ``language.yaml``; :class:`~codelens.extract.description.Description`
lists them all.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import LanguageError
from codelens.extract.embedding import with_embedded
from codelens.extract.language import Captures, Language, assembled, load_description
from codelens.extract.yaml_file import load_yaml
from codelens.globs import any_glob
from codelens.locations import queries_folders

if TYPE_CHECKING:
    from collections.abc import Sequence

# Goes up whenever the same blob and the same queries would give another extraction.
EXTRACTOR_VERSION = 8


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

    def called(self, word: str) -> Language | None:
        """The language that people call so: by its name, its title, an alias, or the ending of its files."""
        folded = word.lower()
        for language in self.by_name.values():
            description = language.description
            if folded in (language.name, description.title.lower(), *description.aliases):
                return language
        return self._extensions.get(f".{folded.removeprefix('.')}")

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
    loaded = {name: load_description(folder / "language.yaml") for name, folder in folders.items()}
    descriptions = {name: description for name, (description, _) in loaded.items()}
    for file in (file for queries in queries_folders() for file in sorted(queries.glob("languages/*/tags.scm"))):
        folders.setdefault(file.parent.name, file.parent)
    seed = f"{EXTRACTOR_VERSION} {version('tree-sitter')} {version('tree-sitter-language-pack')} {captures}"
    languages = [assembled(name, folders, descriptions, relations, seed) for name, (_, relations) in loaded.items()]
    return Languages([with_embedded(language, languages) for language in languages], captures)


def _existing(file: Path) -> Path | None:
    return file if file.is_file() else None


def _load_captures(file: Path) -> Captures:
    try:
        parts = msgspec.convert(load_yaml(file), dict[str, dict[str, str]])
        return Captures(parts["definitions"], parts["references"])
    except (msgspec.ValidationError, KeyError) as error:
        message = f"{file}: {error}"
        raise LanguageError(message) from error
