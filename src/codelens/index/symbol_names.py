"""The names of a segment's symbols: whole in lower case, and by their words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from codelens.index.blaming import blaming
from codelens.index.checkpoints import checked
from codelens.index.ranked import Ranked
from codelens.index.segments import ranked_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from whoosh.codec.whoosh3 import W3Segment

    from codelens.index.listing import Searching
    from codelens.index.ranked import Symbols


class SymbolNames:
    """What symbols are looked for by.

    Args:
        generation: The folder that holds the segment.
        segment: As the table of contents has it.
        checkpoint: Called before each look-up; it may raise.
    """

    def __init__(self, generation: Path, segment: W3Segment, checkpoint: Callable[[], None]) -> None:
        self.generation = generation
        self.checkpoint = checkpoint
        self._segment = segment

    def _ranked(self, name: str) -> Ranked:
        terms, symbols = (self.generation / "symbols" / file for file in ranked_names(self._segment, name))
        return Ranked(terms, symbols, frozenset(self._segment.deleted_docs()))

    @cached_property
    def _folded(self) -> Ranked:
        return self._ranked("folded")

    @cached_property
    def _words(self) -> Ranked:
        return self._ranked("words")

    @blaming
    def named(self, folded: bytes) -> Symbols:
        """The symbols that have a folded name."""
        self.checkpoint()
        return self._folded.having(folded)

    @blaming
    def beyond(self, folded: bytes) -> Symbols:
        """The symbols whose folded names start so and go on."""
        self.checkpoint()
        return self._folded.beyond(folded)

    @blaming
    def with_word(self, word: bytes) -> Symbols:
        """The symbols that have a word; or, after ``^``, these letters as initials."""
        self.checkpoint()
        return self._words.having(word)

    @blaming
    def with_words_from(self, prefix: bytes) -> Symbols:
        """The symbols that have a word which starts so, each as often as it has one."""
        self.checkpoint()
        return self._words.starting(prefix)

    @blaming
    def starting(self, prefix: bytes) -> Iterator[bytes]:
        """The folded names that start so, sorted; one whose symbols have all gone may be among them."""
        yield from checked(self._folded.listing.starting(prefix), self.checkpoint)

    @blaming
    def matching(self, pattern: Searching) -> Iterator[bytes]:
        """The folded names in which a pattern is found, sorted; as for :meth:`starting`."""
        yield from checked(self._folded.listing.matching(pattern), self.checkpoint)
