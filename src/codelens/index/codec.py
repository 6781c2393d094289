"""Whoosh's codec, writing the same format term by term: in fewer bytes, and in a fraction of the time.

Whoosh takes postings one at a time, and pickles them by a protocol that has no bytes: each value becomes a call that
makes it from text. Here a term is written at once, by the next protocol, which readers take as well; and a term with a
single posting, as half of all words are, is kept within its entry of the term table, for which the format has a place
that Whoosh's own writer never uses.
"""

from __future__ import annotations

import pickle
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3FieldWriter, W3TermInfo
from whoosh.system import pack_int, pack_long, pack_ushort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whoosh.codec.whoosh3 import W3Segment
    from whoosh.fields import FieldType
    from whoosh.filedb.filestore import Storage

_PROTOCOL = 3  # the first with bytes, the last without frames around each pickle
_BLOCK = 256  # postings; Whoosh's own blocks have 128
_WORTH_COMPRESSING = 100  # bytes of a block
_LEVEL = 1
_WEIGHT = 1.0  # fields are not scored, so all postings weigh the same and no lengths are kept
_NO_LENGTHS = (0, 0)


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
        self._tindex.add(self._prefix + term, info + place)

    def _write_postings(self, numbers: Sequence[int], values: Sequence[bytes]) -> bytes:
        """Write the blocks of a term; returns where they are."""
        file = self._postfile
        start = file.tell()
        parts = [WHOOSH3_HEADER_MAGIC]
        for first in range(0, len(numbers), _BLOCK):
            some = numbers[first : first + _BLOCK]
            head, block = self._block(some, values[first : first + _BLOCK])
            size = len(head) + len(block)
            parts += (pack_int(-size if first + _BLOCK >= len(numbers) else size), head, block)
        written = b"".join(parts)
        file.write(written)
        packed: bytes = pack_long(start) + pack_int(len(written))
        return packed

    def _block(self, numbers: Sequence[int], values: Sequence[bytes]) -> tuple[bytes, bytes]:
        """A block of postings and what stands before it."""
        deltas = (numbers[0], *(after - before for before, after in pairwise(numbers)))
        block = pickle.dumps((deltas, None, b"".join(values) if self._joined else tuple(values)), _PROTOCOL)
        level = _LEVEL if len(block) >= _WORTH_COMPRESSING else 0
        head = pickle.dumps((len(numbers), numbers[-1], _WEIGHT, level, *_NO_LENGTHS), _PROTOCOL)
        return head, zlib.compress(block, level) if level else block
