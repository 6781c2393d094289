"""Whoosh's codec, writing the same format in fewer bytes.

Whoosh pickles posting blocks by a protocol that has no bytes: each value becomes a call that makes it from text. The
next protocol has them, and readers take any. A term with a single posting, as half of all words are, is kept within its
entry of the term table, for which the format has a place that Whoosh's writer never uses.
"""

from __future__ import annotations

import pickle
import zlib
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3PostingsWriter, W3TermInfo

if TYPE_CHECKING:
    from whoosh.filedb.structfile import StructFile
    from whoosh.formats import Format

_PROTOCOL = 3  # the first with bytes, the last without frames around each pickle
_WORTH_COMPRESSING = 100  # bytes of a block
_LEVEL = 1
_NO_LENGTHS = (0, 0)  # fields are not scored, so their lengths are not kept


class CompactCodec(W3Codec):
    """The codec of every segment."""

    def __init__(self) -> None:
        super().__init__(blocklimit=256, compression=_LEVEL)

    def postings_writer(self, dbfile: StructFile, byteids: bool = False) -> CompactPostings:  # noqa: FBT001, FBT002
        """A writer of one field's postings."""
        return CompactPostings(dbfile, self._blocklimit, byteids=byteids, compression=_LEVEL)


class CompactPostings(W3PostingsWriter):
    """Writes postings term by term."""

    def start_postings(self, format_: Format, _terminfo: W3TermInfo) -> None:
        """Begin a term."""
        super().start_postings(format_, CompactInfo())

    def finish_postings(self) -> W3TermInfo:
        """End a term; its only posting goes into the term's own entry."""
        if self.written() or len(self) != 1:
            ended: W3TermInfo = super().finish_postings()
            return ended
        info: Any = self._terminfo
        info.add_block(self)
        info.set_inlined(self._ids, self._weights, self._values)
        self._terminfo = None
        inlined: W3TermInfo = info
        return inlined

    def _write_block(self, last: bool = False) -> None:  # noqa: FBT001, FBT002 - Whoosh's signature
        if not self._blockcount:
            self._postfile.write(WHOOSH3_HEADER_MAGIC)
        info: Any = self._terminfo
        info.add_block(self)
        block = pickle.dumps((self._mini_ids(), self._mini_weights(), self._mini_values()), _PROTOCOL)
        level = _LEVEL if len(block) >= _WORTH_COMPRESSING else 0
        if level:
            block = zlib.compress(block, level)
        numbers: tuple[Any, ...] = (len(self._ids), self._ids[-1], self._maxweight, level, *_NO_LENGTHS)
        head = pickle.dumps(numbers, _PROTOCOL)
        size = len(head) + len(block)
        self._postfile.write_int(-size if last else size)
        self._postfile.write(head)
        self._postfile.write(block)
        self._blockcount += 1
        self._new_block()


class CompactInfo(W3TermInfo):
    """What the term table says of a term."""

    def to_bytes(self) -> bytes:
        """As it is stored."""
        packed: bytes = super().to_bytes()
        if not self.is_inlined():
            return packed
        return packed[: self._struct.size] + pickle.dumps(self.inlined_postings(), _PROTOCOL)
