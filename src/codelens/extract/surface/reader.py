"""Finds the statements of a file that show a text: each literal, what takes it, and the rule that says what it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec
import tree_sitter

from codelens.errors import LanguageError
from codelens.extract.definitions import is_within
from codelens.extract.surface.given import Given, Surroundings
from codelens.extract.surface.levels import level_of, level_of_constant
from codelens.extract.surface.path import Path
from codelens.extract.surface.shape import NOTHING, TEXT, Part
from codelens.extract.surface.texts import NAMED, Texts
from codelens.model import Range, Statement

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from codelens.extract.surface.shape import Compiled, Shape

_TELLING = re.compile(r"[^\W_]{2}|^\w$")
_HOLE = "%s"  # how a hole stands in a text that is read for names
_LEVELLED = frozenset({"log", "error"})

_queries: dict[Shape, tuple[tree_sitter.Query, frozenset[str]]] = {}
_LONGEST_ALSO = 120  # characters of what is no text


class SurfaceReader:
    """Reads the statements of one file.

    Args:
        blob: The file.
        lines: Where its lines start.
        shape: Of its language.
        grammar: Its parser's.
    """

    def __init__(self, blob: bytes, lines: array[int], shape: Shape, grammar: tree_sitter.Language) -> None:
        self._blob = blob
        self._lines = lines
        self._shape = shape
        self._surface = shape.surface
        self._query, literals = compiled(shape, grammar)
        self._texts = Texts(blob, shape, literals)
        self._around = Surroundings(blob, shape, self._texts)
        self._path: list[tree_sitter.Node] = []
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def read(self, root: tree_sitter.Node, within: list[tuple[int, int]] | None = None) -> tuple[Statement, ...]:
        """All statements, or those within sorted ranges, in the order of their places."""
        captured = tree_sitter.QueryCursor(self._query).captures(root).get("text", [])
        walked = Path(root)
        found: list[Statement] = []
        done = -1
        for literal in sorted(captured, key=lambda node: node.start_byte):
            if literal.start_byte < done or (within is not None and not is_within(literal.start_byte, within)):
                continue
            self._path = walked.to(literal)
            self._known.clear()
            at = self._around.whole(self._path)
            done = self._path[at].end_byte
            found += self._statements(literal, at)
        return tuple(found)

    def _statements(self, literal: tree_sitter.Node, at: int) -> Iterator[Statement]:
        given = self._around.given(self._path, at)
        whole = self._path[at]
        if given is None:
            return
        if given.part == Part.FIELD:
            yield from self._tags(literal, given)
            return
        for compiled_rule in self._shape.rules_for(given.call):
            statements = self._by_rule(compiled_rule, literal, whole, given)
            if statements:
                yield from (each for each in statements if each.kind != NOTHING)
                return
        pieces = self._pieces(whole)
        if _is_telling(pieces):
            yield self._statement(TEXT, pieces, literal, given, {})

    def _by_rule(
        self, compiled_rule: Compiled, literal: tree_sitter.Node, whole: tree_sitter.Node, given: Given
    ) -> list[Statement]:
        """What a rule makes of a text; nothing when it does not hold."""
        rule = compiled_rule.rule
        if (
            (rule.part and rule.part != given.part)
            or (compiled_rule.key is not None and not compiled_rule.key.fullmatch(given.key))
            or (rule.argument and given.number not in rule.argument)
            or (rule.pairs and not self._is_said(rule.said, given))
        ):
            return []
        pieces = self._pieces(whole, rule.formats)
        if compiled_rule.like is not None and not compiled_rule.like.search("".join(pieces[::2])):
            return []
        if not (rule.names or _is_telling(pieces)) or not self._fits(compiled_rule, pieces, whole, given):
            return []
        also = {name: self._also(wanted, given) for name, wanted in rule.also.items()}
        if compiled_rule.names is not None:
            return self._named(compiled_rule, literal, whole, given, also)
        level = rule.level
        if rule.kind in _LEVELLED and not level:
            level = self._level(pieces, given)
            if pieces[0] == "" and len(pieces) > 1 and level_of_constant(pieces[1].removeprefix(NAMED)):
                pieces = pieces[2:]
        return [self._statement(rule.kind, pieces, literal, given, also, level)]

    def _pieces(self, whole: tree_sitter.Node, formats: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """The pieces of the text that is looked at, read once for all rules."""
        formats = self._surface.formats if formats is None else formats
        found = self._known.get(formats)
        if found is None:
            found = self._known[formats] = self._texts.pieces(whole, formats)
        return found

    def _fits(self, compiled_rule: Compiled, pieces: tuple[str, ...], whole: tree_sitter.Node, given: Given) -> bool:
        """Whether what is around a text is as a rule wants it; asked last, as it costs most."""
        rule = compiled_rule.rule
        if not rule.argument and not rule.pairs and given.part == Part.ARGUMENTS and not self._is_first(whole, given):
            return False
        if rule.filled and (len(pieces) == 1 or given.number + 1 >= len(given.beside)):
            return False
        if compiled_rule.beside is not None:
            others = (each for each in given.beside if not each.start_byte <= whole.start_byte < each.end_byte)
            if not any(compiled_rule.beside.search(self._texts.source(each)) for each in others):
                return False
        return compiled_rule.within is None or bool(compiled_rule.within.search(self._around.scope(self._path)))

    def _named(
        self,
        compiled_rule: Compiled,
        literal: tree_sitter.Node,
        whole: tree_sitter.Node,
        given: Given,
        also: dict[str, str],
    ) -> list[Statement]:
        """A statement for each name that a rule finds in a text, and the text itself when it has several lines."""
        pieces = self._pieces(whole, ())
        text = "".join(_HOLE if number % 2 else piece for number, piece in enumerate(pieces))
        found: list[Statement] = []
        last = whole.start_byte
        for match in compiled_rule.names.finditer(text) if compiled_rule.names is not None else ():
            groups = {key: value for key, value in match.groupdict().items() if value}
            named = sorted((key for key in groups if key.startswith("name")), key=match.start)
            names = [(groups.pop(key), text[match.start() : match.end(key)]) for key in named]
            said = {**also, **{key: value.strip() for key, value in groups.items()}}
            at = last
            for name, before in names:  # a name of one letter is everywhere: it is looked for with what stands before
                end = self._after(before, at, whole.end_byte) or self._after(before.lstrip(), at, whole.end_byte)
                last = max(last, end)
                range_ = self._span(end - len(name.encode()), end) if end else self._range(literal)
                one = Statement(compiled_rule.rule.kind, (name,), given.call, given.key, given.part, "", range_)
                found.append(msgspec.structs.replace(one, also={key: value for key, value in said.items() if value}))
        if found and "\n" in text.strip():
            pieces = self._pieces(whole)
            found.append(self._statement(TEXT, pieces, literal, given, {}))
        return found

    def _after(self, text: str, start: int, end: int) -> int:
        """Where a text ends that the file has between two places; 0 when it has none, as it is written with escapes."""
        sought = text.encode()
        placed = self._blob.find(sought, start, end)
        return 0 if placed < 0 else placed + len(sought)

    def _level(self, pieces: tuple[str, ...], given: Given) -> str:
        """Of a log: what a constant before the text says, or else what is called."""
        if pieces[0] == "" and len(pieces) > 1 and (level := level_of_constant(pieces[1].removeprefix(NAMED))):
            return level
        if given.part == Part.ARGUMENTS:
            for each in given.beside[: given.number]:
                if level := level_of_constant(self._texts.source(each)):
                    return level
        return level_of(given.call)

    def _is_said(self, said: tuple[str, ...], given: Given) -> bool:
        """Whether a text stands behind one of some keys among arguments that are keys and values."""
        if given.number == 0:
            return False
        before = self._texts.source(given.beside[given.number - 1]).strip("\"'`")
        return before in said

    def _is_first(self, whole: tree_sitter.Node, given: Given) -> bool:
        """Whether no argument before has a text."""
        return not any(
            self._texts.has_literal(each) for each in given.beside[: given.number] if each.end_byte <= whole.start_byte
        )

    def _also(self, wanted: list[int | str] | int | str, given: Given) -> str:
        """Others of the arguments or pairs as text; the parts of a prefix one after the other, a line feed between."""
        found = []
        for one in wanted if isinstance(wanted, list) else [wanted]:
            node: tree_sitter.Node | None = None
            if isinstance(one, str):
                node = self._around.pair(given.row, one)
            elif -len(given.beside) <= one < len(given.beside):
                node = given.beside[one]
            if node is not None:
                pieces = self._texts.pieces(node, ())
                is_known = any(pieces[::2]) or any(hole.startswith(NAMED) for hole in pieces[1::2])
                found.append("".join(pieces) if is_known else self._texts.source(node).lstrip("&*")[:_LONGEST_ALSO])
        return "\n".join(found)

    def _tags(self, literal: tree_sitter.Node, given: Given) -> Iterator[Statement]:
        if self._shape.tag is None:
            return
        names: dict[str, str] = {}
        for found in self._shape.tag.finditer(self._texts.source(literal)):
            names.setdefault(found["name"], found["by"])
        for name, by in names.items():
            yield self._statement("config", (name,), literal, Given(Part.FIELD, by, given.key), {"bound": given.key})

    def _statement(
        self,
        kind: str,
        pieces: tuple[str, ...],
        literal: tree_sitter.Node,
        given: Given,
        also: dict[str, str],
        level: str = "",
    ) -> Statement:
        also = {name: value for name, value in also.items() if value}
        return Statement(kind, pieces, given.call, given.key, given.part, level, self._range(literal), also)

    def _range(self, node: tree_sitter.Node) -> Range:
        return self._span(node.start_byte, node.end_byte)

    def _span(self, start: int, end: int) -> Range:
        line = bisect_right(self._lines, start) - 1
        end_line = bisect_right(self._lines, end, line) - 1
        return Range(line, start - self._lines[line], end_line, end - self._lines[end_line])


def _is_telling(pieces: tuple[str, ...]) -> bool:
    return any(_TELLING.search(piece) for piece in pieces[::2]) or any(each.startswith(NAMED) for each in pieces[1::2])


def compiled(shape: Shape, grammar: tree_sitter.Language) -> tuple[tree_sitter.Query, frozenset[str]]:
    """The query of a language's literals, and the types of nodes that it captures.

    Raises:
        LanguageError: It does not compile.
    """
    known = _queries.get(shape)
    if known is None:
        try:
            query = tree_sitter.Query(grammar, shape.query)
        except tree_sitter.QueryError as error:
            message = f"{shape.file.with_suffix('.scm')}: {error}"
            raise LanguageError(message) from error
        types = frozenset(re.findall(r"\((\w+)\)\s*(?=[^()]*@text)", shape.query))
        known = _queries[shape] = (query, types)
    return known
