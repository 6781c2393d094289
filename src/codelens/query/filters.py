"""Filters: what a match must be beside answering the question. Each is a field of the query and an option."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property
from typing import TYPE_CHECKING

from codelens.query.regexes import compile_regex

if TYPE_CHECKING:
    from codelens.index.records import FileRow
    from codelens.query.regexes import Pattern


@dataclass(frozen=True)
class Filters:
    """All filters of a question; an empty one lets everything through.

    Args:
        kinds: Kinds of definition or reference.
        languages: Names of languages.
        files: Globs of a whole path, parts of one, or regular expressions between slashes.
        packages: Import paths, or their last parts.
        without: Filters of the same form; what one of them lets through is left out.
    """

    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    without: tuple[Filters, ...] = ()

    @cached_property
    def _files(self) -> re.Pattern[str] | None:
        parts = [_glob(text) for text in self.files if not _is_regex(text)]
        return re.compile("|".join(parts)) if parts else None

    @cached_property
    def _regexes(self) -> tuple[Pattern, ...]:
        return tuple(compile_regex(text[1:-1]) for text in self.files if _is_regex(text))

    @property
    def names_kinds(self) -> bool:
        """Whether kinds are among what decides."""
        return bool(self.kinds or any(each.names_kinds for each in self.without))

    @property
    def looks_at_files(self) -> bool:
        """Whether a file's row has to be read to decide."""
        return bool(self.languages or self.files or self.packages or any(each.looks_at_files for each in self.without))

    def allows_file(self, row: FileRow) -> bool:
        """Whether a file passes."""
        return (
            (not self.languages or row.language in self.languages)
            and (not self.files or self._allows_path(row.path))
            and (not self.packages or any(ends_with(row.package, package) for package in self.packages))
            and not any(not each.kinds and each.allows_file(row) for each in self.without)
        )

    def _allows_path(self, path: str) -> bool:
        if self._files is not None and self._files.search(path) is not None:
            return True
        return any(regex.search(path.encode("utf-8", "surrogateescape")) is not None for regex in self._regexes)

    def allows_kind(self, kind: str) -> bool:
        """Whether a kind passes."""
        return (not self.kinds or kind in self.kinds) and not any(kind in each.kinds for each in self.without)


def _is_regex(text: str) -> bool:
    return len(text) > 2 and text.startswith("/") and text.endswith("/")  # noqa: PLR2004 - two slashes with something between


def _glob(text: str) -> str:
    if any(character in text for character in "*?["):
        whole = translate(text)
        return whole if text.startswith(("*", "/")) else rf"(?:^|/){whole}"
    return re.escape(text)


def ends_with(package: str, asked: str) -> bool:
    """Whether a package is the one asked for, or its last parts are."""
    return package == asked or package.endswith(tuple(separator + asked for separator in "/.\\:"))
