"""The template nearest to a text that no template made, and the words in which the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from codelens.index.statement_terms import words_of_text

if TYPE_CHECKING:
    from codelens.query.explain.store import Spoken, Store

_LIKELY = 40
_LEAST = 0.4  # of the words that two texts share, or they are not near
_MOST_SAID = 6  # words


@dataclass(frozen=True, slots=True)
class Nearest:
    """A statement that is near.

    Args:
        spoken: The statement.
        missing: Words of its literals that the text does not have.
        other: Words that the text has instead.
    """

    spoken: Spoken
    missing: tuple[str, ...]
    other: tuple[str, ...]


def nearest(store: Store, text: str) -> Nearest | None:
    """The nearest statement of two words and more; None when none is near."""
    words = words_of_text(text)
    best: tuple[float, Nearest] | None = None
    for spoken in store.like(text, _LIKELY):
        has = words_of_text(" ".join(spoken.statement.pieces[::2]))
        if len(has) < 2:  # noqa: PLR2004 - a word alone is near to everything
            continue
        shared = sum(block.size for block in SequenceMatcher(None, has, words, autojunk=False).get_matching_blocks())
        share = shared / len(has)
        if share >= _LEAST and (best is None or share * shared > best[0]):
            missing = tuple(word for word in has if word not in words)[:_MOST_SAID]
            other = tuple(word for word in words if word not in has)[:_MOST_SAID]
            best = (share * shared, Nearest(spoken, missing, other))
    return best[1] if best else None
