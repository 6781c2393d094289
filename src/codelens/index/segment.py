"""Reads a segment of a shard, through plain Whoosh readers.

Everything is opened when it is first needed. A reader belongs to one thread, because Whoosh seeks in shared files.
"""

from __future__ import annotations

import re
import zlib
from array import array
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import msgspec
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader, TermNotFound

from codelens.index.blaming import blaming
from codelens.index.checkpoints import AT_ONCE, checked
from codelens.index.listing import Listing
from codelens.index.ranked import Ranked
from codelens.index.records import FILES, NO_PLACES, SYMBOLS, FileRow
from codelens.index.segments import listing_name, ranked_names
from codelens.index.symbol_names import SymbolNames
from codelens.model import Definition, Statement, unpack_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from whoosh.codec.whoosh3 import W3Segment
    from whoosh.columns import ColumnReader

    from codelens.index.kept import Kept
    from codelens.index.listing import Searching
    from codelens.index.ranked import Symbols

_R = TypeVar("_R")
LONGEST_WORD = 64  # bytes; of a longer word the index knows these
_MOST_ROWS = 20_000  # kept of a segment
_MOST_COUNTS = 20_000  # words of a segment

_FILE_ROW = msgspec.msgpack.Decoder(FileRow)
_DEFINITIONS = msgspec.msgpack.Decoder(list[Definition])
_STATEMENTS = msgspec.msgpack.Decoder(list[msgspec.Raw])
_STATEMENT = msgspec.msgpack.Decoder(Statement)


def statement_of(raw: msgspec.Raw) -> Statement:
    """One of the statements of a file."""
    return _STATEMENT.decode(raw)


class Segment:
    """One segment of the symbols and the one of the files that belongs to it.

    Args:
        generation: The folder that holds both.
        symbols: As the table of contents has it.
        files: The same.
        checkpoint: Called between records; it may raise, and whatever is kept here is whole or not there at all.
        kept: Bounds what is kept of this segment and others together.
    """

    def __init__(
        self, generation: Path, symbols: W3Segment, files: W3Segment, checkpoint: Callable[[], None], kept: Kept
    ) -> None:
        self.generation = generation
        self.checkpoint = checkpoint
        self._kept = kept
        self._symbols_segment = symbols
        self._files_segment = files
        self._rows: dict[int, FileRow] = {}
        self._definitions: dict[int, list[Definition]] = {}
        self._counts: dict[bytes, int] = {}

    @cached_property
    def _symbols(self) -> SegmentReader:
        return SegmentReader(FileStorage(str(self.generation / "symbols")), SYMBOLS, self._symbols_segment)

    @cached_property
    def _files(self) -> SegmentReader:
        return SegmentReader(FileStorage(str(self.generation / "files")), FILES, self._files_segment)

    @cached_property
    def _file_of_symbol(self) -> ColumnReader:
        return self._symbols.column_reader("file", translate=False)

    @cached_property
    def _column_row(self) -> ColumnReader:
        return self._files.column_reader("row", translate=False)

    @cached_property
    def _column_definitions(self) -> ColumnReader:
        return self._files.column_reader("definitions", translate=False)

    @cached_property
    def _column_statements(self) -> ColumnReader:
        return self._files.column_reader("statements", translate=False)

    @cached_property
    def _column_lines(self) -> ColumnReader:
        return self._files.column_reader("lines", translate=False)

    @cached_property
    def _words(self) -> Listing:
        return Listing(self.generation / "files" / listing_name(self._files_segment))

    @cached_property
    def names(self) -> SymbolNames:
        """The names of its symbols."""
        return SymbolNames(self.generation, self._symbols_segment, self.checkpoint)

    @blaming
    def symbols_of_kind(self, kind: bytes) -> Iterator[tuple[int, int]]:
        """Number and static rank of each symbol of a kind."""
        for number, rank in self._postings(self._symbols, "kind", kind):
            yield number, int.from_bytes(rank, "big")

    @blaming
    def file_number(self, symbol: int) -> int:
        """The number of the file in which a symbol stands."""
        number: int = self._file_of_symbol[symbol]
        return number

    @blaming
    def definition(self, symbol: int) -> tuple[int, Definition]:
        """A symbol: the number of its file, and what was extracted."""
        file = self.file_number(symbol)
        return file, self.definitions(file)[symbol - self.row(file).first_symbol]

    @blaming
    def row(self, file: int) -> FileRow:
        """A file's row."""
        row = self._rows.get(file)
        if row is None:
            self.checkpoint()
            if len(self._rows) > _MOST_ROWS:
                self._rows.clear()
            row = self._rows[file] = _FILE_ROW.decode(self._column_row[file])
        return row

    @blaming
    def definitions(self, file: int) -> list[Definition]:
        """All definitions of a file, in the order of their places."""
        self.checkpoint()
        found = self._definitions.get(file)
        if found is None:
            packed = self._column_definitions[file]
            found = _DEFINITIONS.decode(zlib.decompress(packed)) if packed else []
            self._kept.add(self._definitions, file, found)
        return found

    @blaming
    def statements(self, file: int) -> list[msgspec.Raw]:
        """All statements of a file that show a text, in the order of their places, each for :func:`statement_of`.

        Of a file's hundreds few are looked at, so they are decoded one by one. Those of tests are not kept.
        """
        self.checkpoint()
        packed = self._column_statements[file]
        return _STATEMENTS.decode(zlib.decompress(packed)) if packed else []

    @cached_property
    def _terms_of_statements(self) -> Ranked:
        folder = self.generation / "files"
        terms, places = ranked_names(self._files_segment, "statements")
        return Ranked(folder / terms, folder / places, frozenset(self._files_segment.deleted_docs()))

    @blaming
    def statements_with(self, term: bytes) -> Symbols:
        """The statements that have a term: numbers of files, and beside each the statement's key."""
        self.checkpoint()
        return self._terms_of_statements.having(term)

    @blaming
    def line_starts(self, file: int) -> array[int]:
        """The byte offset of each line's first byte."""
        packed = self._column_lines[file]
        return unpack_places(zlib.decompress(packed)) if packed else array("I")

    @blaming
    def file_at(self, path: str) -> int | None:
        """The number of the file with a path, if there is one: files are written in the order of their paths."""
        low, high = 0, self.file_count
        while low < high:
            middle = (low + high) // 2
            if self.row(middle).path < path:
                low = middle + 1
            else:
                high = middle
        found = low < self.file_count and self.row(low).path == path and not self._files.is_deleted(low)
        return low if found else None

    @blaming
    def files(self) -> Iterator[int]:
        """The numbers of all files."""
        yield from self._checked(self._files.all_doc_ids())

    @property
    def file_count(self) -> int:
        """How many files it has, those included that are deleted."""
        return int(self._files_segment.doc_count_all())

    @blaming
    def places(self, word: bytes) -> Iterator[tuple[int, array[int]]]:
        """Each file in which a word stands and its places there; none where it is only in a comment or a string."""
        for file, packed in self._postings(self._files, "word", word):
            yield file, array("I") if packed == NO_PLACES else unpack_places(packed)

    @blaming
    def files_with(self, word: bytes) -> Iterator[int]:
        """The files in which a word stands."""
        with suppress(TermNotFound):
            yield from self._checked(self._files.postings("word", word).all_ids())

    @blaming
    def count_files_with(self, word: bytes) -> int:
        """How many files a word stands in; kept, because ranking asks it of the same packages again and again."""
        count = self._counts.get(word)
        if count is None:
            if self._files.has_deletions():
                count = sum(1 for _ in self.files_with(word))
            else:
                count = int(self._files.doc_frequency("word", word))
            if len(self._counts) > _MOST_COUNTS:
                self._counts.clear()
            self._counts[word] = count
        return count

    @blaming
    def words_matching(self, pattern: Searching) -> Iterator[bytes]:
        """The words in which a pattern is found; a line feed in it is the edge of a word, at its start or its end."""
        yield from self._checked(self._words.matching_edges(pattern))

    @cached_property
    def files_with_cut_words(self) -> set[int]:
        """The files with a word so long that the index knows only how it starts."""
        long = re.compile(rb"^[^\n]{%d}" % LONGEST_WORD, re.MULTILINE)
        return {file for word in self.words_matching(long) for file in self.files_with(word)}

    def close(self) -> None:
        """Close what was opened."""
        for name in ("_symbols", "_files"):
            if name in self.__dict__:
                with suppress(OSError):
                    self.__dict__[name].close()

    def _postings(self, reader: SegmentReader, field: str, term: bytes) -> Iterator[tuple[int, bytes]]:
        self.checkpoint()
        try:
            matcher = reader.postings(field, term)
        except TermNotFound:
            return
        count = 0
        while matcher.is_active():
            count += 1
            if count == AT_ONCE:
                self.checkpoint()
                count = 0
            yield matcher.id(), matcher.value()
            matcher.next()

    def _checked(self, found: Iterable[_R], at_once: int = AT_ONCE) -> Iterator[_R]:
        return checked(found, self.checkpoint, at_once)
