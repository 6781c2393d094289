"""Whoosh's codec, writing the same format term by term: in fewer bytes, and in a fraction of the time.

Whoosh takes postings one at a time, and pickles them by a protocol that has no bytes: each value becomes a call that
makes it from text. Here a term is written at once, by the next protocol, which readers take as well; and a term with a
single posting, as half of all words are, is kept within its entry of the term table, for which the format has a place
that Whoosh's own writer never uses.
"""

from __future__ import annotations

import pickle
import struct
import zlib
from operator import sub
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3FieldWriter, W3TermInfo
from whoosh.system import pack_int, pack_long, pack_ushort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whoosh.codec.whoosh3 import W3Segment
    from whoosh.fields import FieldType
    from whoosh.filedb.filestore import Storage
    from whoosh.filedb.structfile import StructFile

_PROTOCOL = 3  # the first with bytes, the last without frames around each pickle
_BLOCK = 256  # postings; Whoosh's own blocks have 128
_WORTH_COMPRESSING = 100  # bytes of a block
_LEVEL = 1
_WEIGHT = 1.0  # fields are not scored, so all postings weigh the same and no lengths are kept
_NO_LENGTHS = (0, 0)
_KEY_AND_VALUE = struct.Struct("!ii")  # their lengths, before them in the table
_TAIL = 1 << 20  # bytes kept before they are written


class CompactCodec(W3Codec):
    """The codec of every segment."""

    def field_writer(self, storage: Storage, segment: W3Segment) -> CompactFieldWriter:
        """A writer of terms and their postings."""
        return CompactFieldWriter(self, storage, segment)


class CompactFieldWriter(W3FieldWriter):
    """Writes terms; between ``start_field`` and ``finish_field``, in their order."""

    def start_field(self, fieldname: str, fieldobj: FieldType) -> None:
        """Begin a field."""
        super().start_field(fieldname, fieldobj)
        self._prefix = pack_ushort(self._fieldid)
        form: Any = fieldobj.format
        self._joined = form.fixed_value_size() is not None
        self._terms = _Tail(self._tindex.dbfile)
        self._posts = _Tail(self._postfile)

    def add_term(self, term: bytes, numbers: Sequence[int], values: Sequence[bytes]) -> None:
        """Write a term.

        Args:
            term: After the one before.
            numbers: Of the records that have it, ascending.
            values: The posting's value for each of them.
        """
        count = len(numbers)
        single = count == 1
        if single:
            place = pickle.dumps(((numbers[0],), (_WEIGHT,), (values[0],)), _PROTOCOL)
        else:
            place = self._write_postings(numbers, values)
        info = W3TermInfo._struct.pack(  # noqa: SLF001 - the format's own layout
            single, float(count), count, *_NO_LENGTHS, _WEIGHT, numbers[0], numbers[-1]
        )
        key = self._prefix + term
        value = info + place
        # What the table's own `add` does, without asking the file for its position three times a term.
        table = self._tindex
        at = self._terms.write(_KEY_AND_VALUE.pack(len(key), len(value)) + key + value)
        table.index.append(at)
        hashed = table.hashfn(key)
        table.buckets[hashed & 255].append((hashed, at))

    def finish_field(self) -> None:
        """End a field."""
        self._terms.flush()
        self._posts.flush()
        super().finish_field()

    def _write_postings(self, numbers: Sequence[int], values: Sequence[bytes]) -> bytes:
        """Write the blocks of a term; returns where they are."""
        parts = [WHOOSH3_HEADER_MAGIC]
        for first in range(0, len(numbers), _BLOCK):
            some = numbers[first : first + _BLOCK]
            head, block = self._block(some, values[first : first + _BLOCK])
            size = len(head) + len(block)
            parts += (pack_int(-size if first + _BLOCK >= len(numbers) else size), head, block)
        written = b"".join(parts)
        packed: bytes = pack_long(self._posts.write(written)) + pack_int(len(written))
        return packed

    def _block(self, numbers: Sequence[int], values: Sequence[bytes]) -> tuple[bytes, bytes]:
        """A block of postings and what stands before it."""
        deltas = (numbers[0], *map(sub, numbers[1:], numbers))
        block = pickle.dumps((deltas, None, b"".join(values) if self._joined else tuple(values)), _PROTOCOL)
        level = _LEVEL if len(block) >= _WORTH_COMPRESSING else 0
        head = pickle.dumps((len(numbers), numbers[-1], _WEIGHT, level, *_NO_LENGTHS), _PROTOCOL)
        return head, zlib.compress(block, level) if level else block


class _Tail:
    """The end of a file, written in large pieces."""

    def __init__(self, file: StructFile) -> None:
        self._file = file
        self._at: int = file.tell()
        self._pieces: list[bytes] = []
        self._size = 0

    def write(self, piece: bytes) -> int:
        """Add a piece; returns its position in the file."""
        at = self._at
        self._at += len(piece)
        self._size += len(piece)
        self._pieces.append(piece)
        if self._size > _TAIL:
            self.flush()
        return at

    def flush(self) -> None:
        """Write what is kept."""
        self._file.write(b"".join(self._pieces))
        self._pieces.clear()
        self._size = 0
