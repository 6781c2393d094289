"""Code of other languages in a file, such as a script in a page: where it is, the tags query says.

It is parsed where it stands, so that every offset is one of the file. What it embeds in turn is not looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import tree_sitter

from codelens.extract.definitions import DefinitionReader
from codelens.extract.places import Places
from codelens.extract.surface.reader import SurfaceReader
from codelens.extract.tags_query import EMBEDDED, compile_tags

if TYPE_CHECKING:
    from array import array

    from codelens.extract.language import Captures, Language
    from codelens.extract.tags_query import TagsQuery
    from codelens.model import Definition, Statement


class EmbeddedReader:
    """Reads all code of other languages in one file.

    Args:
        blob: The file.
        text: The same as the parser takes it.
        lines: Where its lines start.
        silent: Whether statements are not wanted.
    """

    def __init__(self, blob: bytes, text: bytes, lines: array[int], *, silent: bool) -> None:
        self._blob = blob
        self._text = text
        self._lines = lines
        self._silent = silent
        self.definitions: list[Definition] = []
        self.statements: list[Statement] = []
        self.roots: list[tree_sitter.Node] = []

    def read(self, root: tree_sitter.Node, language: Language, query: TagsQuery, captures: Captures) -> list[Places]:
        """Read what a parse holds of other languages: the places of their names, one object a language."""
        if query.embedding is None:
            return []
        found = tree_sitter.QueryCursor(query.embedding).captures(root)
        inner = {name.removeprefix(EMBEDDED): nodes for name, nodes in found.items() if name.startswith(EMBEDDED)}
        return [self._read(language.embedded[name], nodes, captures) for name, nodes in sorted(inner.items())]

    def _read(self, language: Language, nodes: list[tree_sitter.Node], captures: Captures) -> Places:
        query = compile_tags(language, captures)
        parser = tree_sitter.Parser(query.grammar)
        places = Places(self._blob, query)
        reader = DefinitionReader(self._blob, self._lines, language, query)
        shape = None if self._silent else language.surface(captures)
        for node in nodes:
            parser.included_ranges = [node.range]
            root = parser.parse(self._text).root_node
            self.roots.append(root)
            places.refer(root)
            reader.find(root)
            if shape:
                self.statements += SurfaceReader(self._blob, self._lines, shape, query.grammar).read(root)
        reader.nest(places)
        self.definitions += reader.definitions
        return places
