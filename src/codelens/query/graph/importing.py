"""What a file imports, and by which name: of which packages a name in it can be.

Packages are imported by their whole names, by the last parts of them, or by a file's path; ``package:`` of the language
says which, as far as it has to be known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.extract.languages import load_languages
from codelens.query.names.candidates import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.index.records import FileRow
    from codelens.query.graph.code import Code, Symbol
    from codelens.query.reading import IndexedFile

_WHOLE = rb"(?<![\w$])%s(?![\w$])"
_LINES_OF_IMPORT = 40
_PARTS = re.compile(r"[./\\:]+")


class Imports:
    """The imports of the files of some shards."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self._imported: dict[tuple[object, int, str], list[str]] = {}

    def named(self, file: IndexedFile, name: str) -> list[str]:
        """What a file imports on lines that hold a name: the packages that go by that name in it."""
        key = (file.segment, file.number, name)
        if key not in self._imported:
            self._imported[key] = self._find_imports(file, name)
        return self._imported[key]

    def _find_imports(self, file: IndexedFile, name: str) -> list[str]:
        text, imports = self.code.text(file), self.code.uses(file).imports
        if not imports or encoded(name) not in text:
            return []
        lines = self.code.lines(file)
        whole = re.compile(_WHOLE % re.escape(encoded(name)))
        by_line: dict[int, list[str]] = {}
        for offset, word in imports:
            by_line.setdefault(self.code.range_at(file, offset, 0).line, []).append(word)
        given: list[str] = []  # on a line that gives the name itself
        ending: list[tuple[int, str]] = []  # paths that hold it, with how many other words their lines have
        for line, imported in by_line.items():
            shown = text[lines[line] : lines[line + 1] if line + 1 < len(lines) else len(text)]
            if not whole.search(shown):
                continue
            for word in imported:
                shown = re.sub(_WHOLE % re.escape(encoded(word)), b" ", shown)
            if whole.search(shown):
                given += imported
            elif name in imported and not _is_quoted(text, name, lines[line]):
                given += imported if len(imported) > 1 else [name, *self._later_path(by_line, line)]
            else:
                ending += [(len(shown.split()), word) for word in imported if whole.search(encoded(word))]
        fewest = min(ending)[0] if ending else 0
        return list(dict.fromkeys(given or [word for others, word in ending if others == fewest]))

    @staticmethod
    def _later_path(by_line: dict[int, list[str]], line: int) -> list[str]:
        """The path at the end of an import of several lines, as in ``import {`` … ``} from "./file"``."""
        later = (at for at in sorted(by_line) if line < at < line + _LINES_OF_IMPORT)
        return [word for at in later for word in by_line[at] if "/" in word][:1]

    def reach(self, file: IndexedFile, row: FileRow) -> bool:
        """Whether a file imports the package of another."""
        exact, here = _rules_of(row)
        return any(_provides(word, row, here, exact=exact) for _, word in self.code.uses(file).imports)

    def provide(self, imported: Iterable[str], symbol: Symbol) -> bool:
        """Whether some imports are of the package that a symbol is in."""
        exact, here = _rules_of(symbol.file.row)
        return any(_provides(word, symbol.file.row, here, exact=exact) for word in imported)


def _rules_of(row: FileRow) -> tuple[bool, tuple[str, ...]]:
    """Whether packages of a file's language are imported by their whole names, and which words are none."""
    known = load_languages().by_name.get(row.language)
    if known is None:
        return False, ()
    return bool(known.description.package.root) and known.description.package.of != "file", known.relations.here


def _is_quoted(text: bytes, name: str, start: int) -> bool:
    """Whether a name is the whole of a quoted path on the line that starts at an offset."""
    line = text[start : text.find(b"\n", start) if b"\n" in text[start:] else len(text)]
    return any(quote + encoded(name) + quote in line for quote in (b'"', b"'", b"`"))


def _provides(word: str, row: FileRow, here: tuple[str, ...], *, exact: bool) -> bool:
    """Whether what an import names is the package of a file, or the file.

    Args:
        word: As the import has it.
        row: The file.
        here: Words that no package is called by.
        exact: Whether imports have the whole names of packages.
    """
    if word == row.package:
        return True
    if exact and not word.startswith("."):
        return False
    parts = [part for part in _PARTS.split(re.sub(r"\.(?:[jt]sx?|mjs|hh?|hpp|py)$", "", word)) if part]
    while parts and parts[0] in here:
        parts = parts[1:]
    if not parts:
        return False
    package = [part for part in _PARTS.split(row.package) if part]
    path = [part for part in row.path.rpartition(".")[0].split("/") if part]
    return (
        package[-len(parts) :] == parts
        or path[-len(parts) :] == parts
        or path[-len(parts) - 1 :] == [*parts, "index"]
        or (len(parts) > 1 and parts[:-1] == package)
    )
