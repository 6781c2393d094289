"""What a shard stores: the schemas of its two Whoosh indexes, and the rows that answers are made of.

Postings are written through Whoosh's codec with values of our own (:class:`Packed`), so that what a question needs of a
match (its places, or its static rank) is read with the posting, without a second look-up.
"""

from __future__ import annotations

import zlib
from typing import Any

import msgspec
from whoosh import columns, fields, formats

# Goes up whenever a shard written before can't be read by what reads it now.
FORMAT_VERSION = 7

RANK_BYTES = 6
CHECK_BITS = 16
_CHECK = (1 << CHECK_BITS) - 1
NO_PLACES = b"\0"  # a word without an identifier; Whoosh drops empty values, which would shift the others


_NO_ANALYZER: Any = None  # terms come from the extractor


class Packed(formats.Format):
    """A posting's value is bytes that codelens packs and unpacks itself.

    Args:
        size: Of each value, in bytes; -1 where they differ.
    """

    def __init__(self, size: int) -> None:
        super().__init__()
        self.posting_size = size


class Postings(fields.FieldType):
    """Terms that are bytes, with packed postings."""

    def __init__(self, size: int) -> None:
        super().__init__(Packed(size), _NO_ANALYZER)

    def to_bytes(self, value: str | bytes) -> bytes:
        """A term as it is stored."""
        return value if isinstance(value, bytes) else value.encode("utf-8", "surrogateescape")


class Column(fields.FieldType):
    """One value a record, outside of the postings."""

    def __init__(self, column: columns.Column) -> None:
        super().__init__(formats.Existence(), _NO_ANALYZER)
        self.indexed = False
        self.column_type = column


def _packed() -> Column:
    return Column(columns.VarBytesColumn(write_offsets_cutoff=512))


# One record a definition. The values of its postings are its static rank (:func:`static_rank`); its folded name and its
# words stand beside them (:mod:`codelens.index.ranked`). The definition itself is stored with those of its file, so
# that they are compressed together: `file` is the number of the file's record within the segment of the same number.
SYMBOLS = fields.Schema(
    kind=Postings(RANK_BYTES),
    file=Column(columns.NumericColumn("I")),
)
# One record a file. The values of ``word`` are the places of the identifier, or NO_PLACES.
FILES = fields.Schema(word=Postings(-1), row=_packed(), definitions=_packed(), lines=_packed(), statements=_packed())


class FileRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file as it is stored.

    Args:
        raw_path: Relative to the repository's root, as the repository has it: any bytes.
        blob: Its id, hexadecimal.
        size: Bytes.
        language: Its name, or "" for a file without a grammar.
        package: The import path that its definitions are reached by.
        package_name: The name that the file itself states for its package, or "".
        separator: Between scope and name in its language.
        classes: What its path and its text say of it: test, generated, …
        penalty: Of its classes.
        first_symbol: The number of its first symbol's record in the segment of the same number.
        symbols: How many it has; they are consecutive.
        lines: How many it has.
        skipped: The reason for which it, or a part of it, was skipped, or "".
    """

    raw_path: bytes
    blob: str = ""
    size: int = 0
    language: str = ""
    package: str = ""
    package_name: str = ""
    separator: str = ""
    classes: tuple[str, ...] = ()
    penalty: int = 0
    first_symbol: int = 0
    symbols: int = 0
    lines: int = 0
    skipped: str = ""

    @property
    def path(self) -> str:
        """The path as text that survives the round trip; see :mod:`codelens.model`."""
        return self.raw_path.decode("utf-8", "surrogateescape")


def static_rank(penalty: int, kind: int, exported: bool, path: str, name: str) -> int:  # noqa: FBT001
    """The static rank of a definition, smaller is better, and in its last 16 bits the check of its exact name.

    In order, of eight bits each: the penalty of its file's classes, its kind, whether it is not exported, the length of
    its path.
    """
    rank = min(penalty, 255) << 24 | kind << 16 | (not exported) << 8 | min(len(path), 255)
    return rank << CHECK_BITS | name_check(name)


def kind_of(rank: int) -> int:
    """The number of the kind in a static rank."""
    return rank >> (CHECK_BITS + 16) & 0xFF


def check_of(rank: int) -> int:
    """The check of the exact name in a static rank."""
    return rank & _CHECK


def name_check(name: str) -> int:
    """16 bits that tell ``Pod`` from ``pod`` among the symbols of the folded name, but for one in 65,536."""
    return zlib.crc32(name.encode("utf-8", "surrogateescape")) & _CHECK
