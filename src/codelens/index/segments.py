"""Writes segments of a shard's two Whoosh indexes, term by term through Whoosh's codec.

Documents are never given to an ``IndexWriter``: building its postings from fields costs four times what writing them
costs. A batch of files becomes one segment of each index; the segment of the symbols and that of the files have the
same place in their index, so that a symbol names its file by a number within the segment.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from codelens.index.cache import DamagedCacheError
from codelens.index.classes import load_path_classes
from codelens.index.codec import CompactCodec
from codelens.index.listing import write_listing
from codelens.index.names import initials_of, words_of
from codelens.index.ranked import write_ranked
from codelens.index.records import FILES, NO_PLACES, RANK_BYTES, SYMBOLS, FileRow, static_rank
from codelens.index.statement_terms import PLACE_BITS, terms_of
from codelens.model import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from whoosh.codec.whoosh3 import W3Segment
    from whoosh.fields import Schema

INDEX_NAMES = {"symbols": SYMBOLS, "files": FILES}

# Postings of one field: for each term the number of a record, the posting's value, the number of the next record, …
_Postings = dict[bytes, list[Any]]


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A file on its way into a segment: what is known of it, and its extraction as the cache keeps it."""

    row: FileRow
    extraction: bytes | None


@dataclass(slots=True)
class _Batch:
    """Collects the records of one segment of each index."""

    kinds: dict[str, int]
    files: list[dict[str, bytes]] = field(default_factory=list)
    symbols: list[dict[str, int]] = field(default_factory=list)
    word: _Postings = field(default_factory=dict)
    folded: _Postings = field(default_factory=dict)
    words: _Postings = field(default_factory=dict)
    kind: _Postings = field(default_factory=dict)
    statements: _Postings = field(default_factory=dict)
    rows: list[FileRow] = field(default_factory=list)

    def add(self, file: IndexedFile) -> None:
        number = len(self.files)
        record = {"row": b"", "definitions": b"", "lines": b"", "statements": b""}
        first = len(self.symbols)
        if file.extraction is not None:
            extraction = _unpack(file)
            self._add_words(number, extraction)
            self._add_symbols(number, file.row, extraction)
            record["definitions"] = zlib.compress(_ENCODER.encode(extraction.definitions), 1)
            record["lines"] = zlib.compress(extraction.line_starts, 1)
            if extraction.statements and load_path_classes().silent.isdisjoint(file.row.classes):
                self._add_statements(number, extraction)
                record["statements"] = zlib.compress(_ENCODER.encode(extraction.statements), 1)
        row = msgspec.structs.replace(file.row, first_symbol=first, symbols=len(self.symbols) - first)
        record["row"] = _ENCODER.encode(row)
        self.rows.append(row)
        self.files.append(record)

    def _add_words(self, number: int, extraction: Extraction) -> None:
        postings = self.word
        for name, places in extraction.occurrences.items():
            if name in postings:
                postings[name] += (number, places)
            else:
                postings[name] = [number, places]
        for word in extraction.words.split(b" "):
            if word in postings:
                postings[word] += (number, NO_PLACES)
            elif word:
                postings[word] = [number, NO_PLACES]

    def _add_statements(self, number: int, extraction: Extraction) -> None:
        for place, statement in enumerate(extraction.statements):
            for term in terms_of(statement):
                self.statements.setdefault(term, []).extend((number, number << PLACE_BITS | place))

    def _add_symbols(self, number: int, row: FileRow, extraction: Extraction) -> None:
        for definition in extraction.definitions:
            record = len(self.symbols)
            name = definition.name
            rank = static_rank(row.penalty, self.kinds[definition.kind], definition.exported, row.path, name)
            self.symbols.append({"file": number})
            folded, words = _terms_of(name)
            self.folded.setdefault(folded, []).extend((record, rank))
            self.kind.setdefault(definition.kind.encode(), []).extend((record, rank))
            for word in words:
                self.words.setdefault(word, []).extend((record, rank))


@lru_cache(maxsize=100_000)
def _terms_of(name: str) -> tuple[bytes, frozenset[bytes]]:
    """A name in lower case, and its words with its initials among them."""
    words = words_of(name)
    initials = initials_of(words)
    terms = {word.encode() for word in words} | ({b"^" + initials.encode()} if initials else set())
    return name.lower().encode(), frozenset(terms)


def _unpack(file: IndexedFile) -> Extraction:
    try:
        return _DECODER.decode(file.extraction or b"")
    except msgspec.DecodeError as error:
        message = f"{file.row.path}: damaged in the extraction cache ({error}); remove it, then index again"
        raise DamagedCacheError(message) from error


_DECODER = msgspec.msgpack.Decoder(Extraction)
_ENCODER = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class WrittenSegments:
    """One segment of each index, and the rows of its files in the order of their numbers."""

    segments: dict[str, W3Segment]
    rows: list[FileRow]


def write_segments(files: Iterable[IndexedFile], kinds: dict[str, int], folders: dict[str, Path]) -> WrittenSegments:
    """Write one segment of each index.

    Args:
        files: In the order of their numbers.
        kinds: Each kind of definition with its rank.
        folders: Where each index of :data:`INDEX_NAMES` stands.
    """
    batch = _Batch(kinds)
    for file in files:
        batch.add(file)
    symbols = _write(
        folders["symbols"],
        SYMBOLS,
        batch.symbols,
        {"kind": {kind: _packed(postings) for kind, postings in batch.kind.items()}},
    )
    for name, postings in (("folded", batch.folded), ("words", batch.words)):
        terms, ranked = ranked_names(symbols, name)
        write_ranked(folders["symbols"] / terms, folders["symbols"] / ranked, postings)
    written = _write(folders["files"], FILES, batch.files, {"word": batch.word})
    write_listing(folders["files"] / listing_name(written), batch.word)
    terms, ranked = ranked_names(written, "statements")
    write_ranked(folders["files"] / terms, folders["files"] / ranked, batch.statements)
    return WrittenSegments({"symbols": symbols, "files": written}, batch.rows)


def _packed(postings: list[Any]) -> list[Any]:
    """The same postings with their ranks as Whoosh stores values."""
    return [each if number % 2 == 0 else each.to_bytes(RANK_BYTES, "big") for number, each in enumerate(postings)]


def _write(
    folder: Path, schema: Schema, rows: Sequence[Mapping[str, object]], fields: dict[str, _Postings]
) -> W3Segment:
    folder.mkdir(parents=True, exist_ok=True)
    storage = FileStorage(str(folder))
    writes = CompactCodec()
    segment: W3Segment = writes.new_segment(storage, "MAIN")
    documents = writes.per_document_writer(storage, segment)
    for number, row in enumerate(rows):
        documents.start_doc(number)
        for name, value in row.items():
            documents.add_column_value(name, schema[name].column_type, value)
        documents.finish_doc()
    documents.close()
    segment.set_doc_count(len(rows))
    terms = writes.field_writer(storage, segment)
    for name in sorted(fields):
        terms.start_field(name, schema[name])
        field = fields[name]
        for term in sorted(field):
            postings = field[term]
            terms.add_term(term, postings[::2], postings[1::2])
        terms.finish_field()
    terms.close()
    return segment


def commit_segments(folder: Path, name: str, segments: list[W3Segment]) -> None:
    """Write the table of contents that makes the segments of a folder one index."""
    folder.mkdir(parents=True, exist_ok=True)
    TOC(INDEX_NAMES[name], segments, 1).write(FileStorage(str(folder)), "MAIN")


def listing_name(segment: W3Segment) -> str:
    """The name of the file that lists the words of a segment of files."""
    return f"{segment.segment_id()}.listing"


def ranked_names(segment: W3Segment, name: str) -> tuple[str, str]:
    """The names of the files with the terms of a segment of symbols, and with the symbols that have them."""
    return f"{segment.segment_id()}.{name}", f"{segment.segment_id()}.{name}-symbols"


def read_segments(folder: Path, name: str) -> list[W3Segment]:
    """The segments of an index, in their order."""
    segments: list[W3Segment] = TOC.read(FileStorage(str(folder)), "MAIN", schema=INDEX_NAMES[name]).segments
    return segments
