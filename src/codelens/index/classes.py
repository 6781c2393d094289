"""What a path says of its file, and which package a file belongs to: rules from data, applied here.

The classes come from ``queries/paths.yaml`` and each language's own globs, the packages from each language's
``package:`` rule and the files of the repository that it names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from codelens.errors import LanguageError
from codelens.extract.yaml_file import load_yaml
from codelens.globs import any_glob
from codelens.index.cache import cache_key
from codelens.locations import queries_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from codelens.extract.description import PackageRule
    from codelens.extract.language import Language
    from codelens.extract.languages import Languages


_LONGEST_NAME = 500  # characters of a package root: it is stored with every file


class _PathClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    penalty: int
    globs: tuple[str, ...]
    silent: bool = False


@dataclass(frozen=True, slots=True)
class PathClasses:
    """The classes of ``queries/paths.yaml``.

    Args:
        penalties: How far each lowers a match.
        patterns: Whole paths.
        silent: Those whose files show nothing in production: they have no statements.
    """

    penalties: dict[str, int]
    patterns: dict[str, re.Pattern[str]]
    silent: frozenset[str]

    @property
    def digest(self) -> str:
        """Changes when what a path says of its file could; the text of a pattern alone is cut short."""
        patterns = {name: pattern.pattern for name, pattern in self.patterns.items()}
        return sha256(repr((self.penalties, patterns, sorted(self.silent))).encode()).hexdigest()

    def of(self, path: str, language: Language | None, *, generated: bool) -> tuple[tuple[str, ...], int]:
        """The classes of a file, in the order of the data, and the sum of their penalties."""
        found = {name for name, pattern in self.patterns.items() if pattern.search(path)}
        if language is not None:
            own_test, own_generated = _own_patterns(language.description.test, language.description.generated)
            if own_test.search(path):
                found.add("test")
            generated = generated or own_generated.search(path) is not None
        if generated:
            found.add("generated")
        classes = tuple(name for name in self.penalties if name in found)
        return classes, sum(self.penalties[name] for name in classes)


def is_silent(path: str, languages: Languages) -> bool:
    """Whether a file shows nothing in production, by its path: it is extracted without its statements."""
    classes = load_path_classes()
    return not classes.silent.isdisjoint(classes.of(path, languages.of_path(path), generated=False)[0])


def extraction_key(blob: str, path: str, languages: Languages) -> bytes:
    """The key of what is extracted of a blob at a path."""
    silent = "00" if is_silent(path, languages) else ""  # hexadecimal, as fingerprints are
    return cache_key(blob, languages.fingerprint_of(path) + silent)


@lru_cache(maxsize=256)
def _own_patterns(test: tuple[str, ...], generated: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return any_glob(test), any_glob(generated)


@lru_cache(maxsize=1)
def load_path_classes() -> PathClasses:
    """Read ``queries/paths.yaml``, a user's own first.

    Raises:
        LanguageError: It is missing or wrong.
    """
    for folder in queries_folders():
        file = folder / "paths.yaml"
        if file.is_file():
            try:
                classes = msgspec.convert(load_yaml(file), dict[str, _PathClass])
            except msgspec.ValidationError as error:
                message = f"{file}: {error}"
                raise LanguageError(message) from error
            penalties = {name: found.penalty for name, found in classes.items()}
            silent = frozenset(name for name, found in classes.items() if found.silent)
            return PathClasses(penalties, {name: any_glob(found.globs) for name, found in classes.items()}, silent)
    message = "queries/paths.yaml: not found; the installation is incomplete, install codelens again"
    raise LanguageError(message)


class Packages:
    """Names the packages of one repository's files.

    Args:
        paths: All files of the repository.
        read: Gives the bytes of a path.
    """

    def __init__(self, paths: Iterable[str], read: Callable[[str], bytes]) -> None:
        self._by_base: dict[str, set[str]] = {}
        for path in paths:
            folder, _, base = path.rpartition("/")
            self._by_base.setdefault(base, set()).add(folder)
        self._read = read
        self._roots: dict[tuple[str, str], tuple[str, str] | None] = {}

    def of(self, path: str, language: Language, named: str) -> str:
        """The import path of a file's definitions.

        Args:
            path: The file.
            language: Its language.
            named: The package that the file itself states, or "". It is the import path, unless the language has a
                rule for roots: then it is but the name that the package goes by where it is imported.
        """
        rule = language.description.package
        if named and not rule.root:
            return named
        folder = path.rpartition("/")[0]
        copied = _within_last(folder, rule.copies)
        root, prefix = ("", "") if copied else self._root(folder, rule)
        inside = copied or (folder[len(root) :].strip("/") if root else folder)
        parts = [part for part in (prefix, *inside.split("/")) if part]
        if not prefix:
            parts = _stripped(parts, rule.strip)
        if rule.of == "file":
            stem = PurePosixPath(path).name.split(".")[0]
            if stem + PurePosixPath(path).suffix != rule.marker:
                parts.append(stem)
        return rule.separator.join(parts)

    def _root(self, folder: str, rule: PackageRule) -> tuple[str, str]:
        """The folder in which the package's names start, and the name that it has itself."""
        if rule.root:
            for above in _upwards(folder):
                found = self._named_root(above, rule)
                if found is not None:
                    return above, found
            return "", ""
        if not rule.marker:
            return "", ""
        marked = self._by_base.get(rule.marker, set())
        top = folder
        while top in marked:
            top = top.rpartition("/")[0] if "/" in top else ""
            if not top:
                break
        return top, ""

    def _named_root(self, folder: str, rule: PackageRule) -> str | None:
        if folder not in self._by_base.get(rule.root, set()):
            return None
        key = (folder, rule.root)
        if key not in self._roots:
            text = self._read(f"{folder}/{rule.root}" if folder else rule.root).decode("utf-8", "replace")
            found = re.search(rule.name, text) if rule.name else None
            self._roots[key] = (folder, found[1][:_LONGEST_NAME] if found else "")
        root = self._roots[key]
        return root[1] if root else None


def _within_last(folder: str, names: tuple[str, ...]) -> str:
    """What follows the last of the named folders in a path; "" when there is none."""
    parts = folder.split("/")
    last = max((at for at, part in enumerate(parts) if part in names), default=len(parts))
    return "/".join(parts[last + 1 :])


def _stripped(parts: list[str], leading: tuple[str, ...]) -> list[str]:
    for strip in leading:
        count = len(strip.split("/"))
        if "/".join(parts[:count]) == strip:
            return parts[count:]
    return parts


def _upwards(folder: str) -> Iterable[str]:
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
    yield ""
