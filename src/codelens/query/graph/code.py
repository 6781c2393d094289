"""The code of some shards as a graph is read from it: symbols by name, places in a file, the text of a definition.

Nothing here decides what a name means; :mod:`codelens.query.graph.resolving` does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.extract.languages import load_languages
from codelens.extract.relations import Relations
from codelens.index.records import check_of, name_check
from codelens.model import CODE_MASK, PLACE_BITS, Range, Role, SkipReason, unpack_places
from codelens.query.matches import Confidence, Match, Tier
from codelens.query.names.candidates import encoded
from codelens.query.reading import IndexedFile, symbol_match
from codelens.query.references import enclosing
from codelens.query.shards import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Definition
    from codelens.query.blobs import Blobs

TYPES = frozenset({"struct", "class", "interface", "enum", "type", "message", "service"})
CALLABLE = frozenset({"function", "method", "macro", "rpc"})
BODIES = CALLABLE | TYPES | {"variable", "constant", "field"}  # what may hold calls
_NOT_PARSED = frozenset({SkipReason.TIMEOUT, SkipReason.CRASHED})  # what ended a worker once is not read here
_MOST_KEPT = 500  # files


@dataclass(frozen=True, slots=True)
class Symbol:
    """A definition in the index.

    Args:
        file: Where it stands.
        number: Its own, within the file's segment.
    """

    file: IndexedFile
    number: int

    @property
    def definition(self) -> Definition:
        """What was extracted."""
        return self.file.segment.definitions(self.file.number)[self.number - self.file.row.first_symbol]

    @property
    def owner(self) -> str:
        """The name of what it belongs to, or ""."""
        scope = self.definition.scope
        return scope[-1] if scope else ""

    @property
    def symbol(self) -> str:
        """Its name with its scope."""
        definition = self.definition
        return self.file.row.separator.join((*definition.scope, definition.name))

    @property
    def order(self) -> tuple[object, ...]:
        """Where it stands in a stable order: a repository's own code before tests and copies."""
        row = self.file.row
        return row.penalty, len(row.path), self.file.shard.name, row.path, self.number

    @property
    def package(self) -> tuple[str, str, str]:
        """What it shares with the other definitions of its package, in one repository."""
        return package_of(self.file)


def package_of(file: IndexedFile) -> tuple[str, str, str]:
    """What the files of one package have in common: a package's tests may be one of their own."""
    row = file.row
    return file.shard.name, row.package or row.path.rpartition("/")[0], row.package_name


@dataclass(frozen=True, slots=True)
class Site:
    """A place at which a name is used.

    Args:
        file: Where it stands.
        offset: Of the name's first byte in the file.
        name: As written.
        around: The definition that it stands in, or None at the top of a file.
    """

    file: IndexedFile
    offset: int
    name: str
    around: Symbol | None

    def match(self, code: Code, kind: str, confidence: Confidence) -> Match:
        """It as a match; the symbol is the definition around it."""
        row = self.file.row
        place = code.range_at(self.file, self.offset, len(encoded(self.name)))
        start = self.offset - place.column
        return Match(
            place=place_of(self.file.shard, row),
            range=place,
            end_line=place.line,
            name=self.name,
            symbol=self.around.symbol if self.around else "",
            kind=kind,
            role=Role.REFERENCE,
            signature=code.blobs.line(self.file.shard, row, start),
            tier=Tier.EXACT,
            score=round(1.0 - min(row.penalty, 9) / 10, 4),
            confidence=confidence,
        )


@dataclass(frozen=True, slots=True)
class Uses:
    """Where names are used in one file.

    The index is inverted: to look up each word of a file in it takes ten times as long as to extract that file again.

    Args:
        places: Byte offset, kind of reference and name, in order.
        imports: Byte offset and name of those that are imports.
    """

    places: list[tuple[int, str, str]]
    imports: list[tuple[int, str]]

    def between(self, start: int, end: int) -> list[tuple[int, str, str]]:
        """The places from one offset to another."""
        return self.places[bisect_left(self.places, (start,)) : bisect_left(self.places, (end,))]


class Code:
    """The shards of a question, and what was read of them."""

    def __init__(self, shards: Sequence[Shard], blobs: Blobs) -> None:
        self.shards = shards
        self.blobs = blobs
        self._named: dict[str, list[Symbol]] = {}
        self._uses: dict[tuple[Segment, int], Uses] = {}
        self._lines: dict[tuple[Segment, int], Sequence[int]] = {}
        self._relations: dict[str, Relations] = {}
        self._families: dict[str, str] = {}

    def named(self, name: str) -> list[Symbol]:
        """All definitions of exactly this name."""
        found = self._named.get(name)
        if found is None:
            found = self._named[name] = list(self._find(name))
        return found

    def _find(self, name: str) -> Iterator[Symbol]:
        folded, check = encoded(name.lower()), name_check(name)
        for shard in self.shards:
            for segment in shard.segments:
                for number, rank in zip(*segment.names.named(folded), strict=True):
                    if check_of(rank) == check:
                        symbol = Symbol(IndexedFile(shard, segment, segment.file_number(number)), number)
                        if symbol.definition.name == name:
                            yield symbol

    def symbols_of(self, file: IndexedFile) -> Iterator[Symbol]:
        """The definitions of a file, in order."""
        row = file.row
        for number in range(row.first_symbol, row.first_symbol + row.symbols):
            yield Symbol(file, number)

    def members(self, owner: Symbol) -> list[Symbol]:
        """What belongs to a definition: in its text, or in the rest of its file where types have parts outside."""
        whole, scope = owner.definition.enclosing, (*owner.definition.scope, owner.definition.name)
        anywhere = bool(self.relations(owner.file).implementing)
        return [
            each
            for each in self.symbols_of(owner.file)
            if each.definition.scope == scope and (anywhere or _is_within(each.definition.range, whole))
        ]

    def sites(self, name: str, kinds: Sequence[str]) -> Iterator[tuple[IndexedFile, list[int]]]:
        """The files in which a name is used in one of some kinds of reference, with the byte offsets."""
        word = encoded(name)
        for shard in self.shards:
            codes = {code for code, kind in enumerate(shard.manifest.references, 1) if kind in kinds}
            for segment in shard.segments:
                for number, places in segment.places(word):
                    offsets = [place >> PLACE_BITS for place in places if place & CODE_MASK in codes]
                    if offsets:
                        yield IndexedFile(shard, segment, number), offsets

    def uses(self, file: IndexedFile) -> Uses:
        """Every place of a file at which a name is used, read again from its blob; see :class:`Uses`."""
        key = (file.segment, file.number)
        found = self._uses.get(key)
        if found is None:
            if len(self._uses) >= _MOST_KEPT:
                self._uses.clear()
            found = self._uses[key] = self._read_uses(file)
        return found

    def _read_uses(self, file: IndexedFile) -> Uses:
        row, languages = file.row, load_languages()
        is_read = row.language in languages.by_name and row.skipped not in _NOT_PARSED
        extraction = self.blobs.extraction(file.shard, row) if is_read else None
        if extraction is None:
            return Uses([], [])
        kinds = ("", *languages.captures.references)
        places = [
            (place >> PLACE_BITS, kinds[place & CODE_MASK], word.decode("utf-8", "surrogateescape"))
            for word, packed in extraction.occurrences.items()
            for place in unpack_places(packed)
            if place & CODE_MASK
        ]
        places.sort()
        return Uses(places, [(offset, word) for offset, kind, word in places if kind == "import"])

    def site(self, file: IndexedFile, offset: int, name: str) -> Site:
        """A place with the definition around it."""
        place = self.range_at(file, offset, 0)
        definitions = file.segment.definitions(file.number)
        around = enclosing(definitions, place.line, place.column)
        symbol = Symbol(file, file.row.first_symbol + definitions.index(around)) if around else None
        return Site(file, offset, name, symbol)

    def range_at(self, file: IndexedFile, offset: int, length: int) -> Range:
        """A place of a file as a range."""
        lines = self.lines(file)
        line = bisect_right(lines, offset) - 1
        column = offset - lines[line]
        return Range(line, column, line, column + length)

    def lines(self, file: IndexedFile) -> Sequence[int]:
        """The byte offset of each line's first byte."""
        key = (file.segment, file.number)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = file.segment.line_starts(file.number)
        return found

    def text(self, file: IndexedFile) -> bytes:
        """A file's bytes; none when they can't be read any more, which :class:`Blobs` remembers."""
        return self.blobs.read(file.shard, file.row) or b""

    def span(self, symbol: Symbol) -> tuple[int, int]:
        """The byte offsets between which a definition stands."""
        whole, lines = symbol.definition.enclosing, self.lines(symbol.file)
        end = lines[whole.end_line] + whole.end_column if whole.end_line < len(lines) else symbol.file.row.size
        return lines[whole.line] + whole.column, end

    def name_offset(self, symbol: Symbol) -> int:
        """The byte offset of a definition's name."""
        place = symbol.definition.range
        return self.lines(symbol.file)[place.line] + place.column

    def relations(self, file: IndexedFile) -> Relations:
        """How the language of a file ties its names together."""
        name = file.row.language
        if name not in self._relations:
            known = load_languages().by_name.get(name)
            self._relations[name] = known.relations if known else Relations()
        return self._relations[name]

    def family(self, file: IndexedFile) -> str:
        """The same for languages that can call each other as if they were one: those that inherit from one."""
        name = file.row.language
        if name not in self._families:
            known, at = load_languages().by_name, name
            while at in known and known[at].description.inherits:
                at = known[at].description.inherits
            self._families[name] = at
        return self._families[name]

    def match(self, symbol: Symbol, confidence: Confidence = Confidence.SYNTAX) -> Match:
        """A symbol as a match."""
        return replace(symbol_match(symbol.file.shard, symbol.file.row, symbol.definition), confidence=confidence)


def _is_within(inner: Range, outer: Range) -> bool:
    return (outer.line, outer.column) <= (inner.line, inner.column) and (inner.end_line, inner.end_column) <= (
        outer.end_line,
        outer.end_column,
    )
