"""Tells equals apart: what else was printed stands near the statement that printed it, or names what encloses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.index.names import words_of
from codelens.index.statement_terms import words_of_text
from codelens.query.explain.pieces import Kind
from codelens.query.explain.ranking import order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.explain.pieces import Piece
    from codelens.query.explain.ranking import Ranked
    from codelens.query.explain.store import Spoken, Store

_EQUAL = 0.8  # of the best weight: what has less is no rival
_RIVALS = 12
_NEAR = 12  # lines
_BESIDE = 0.5  # of what a word tells that names what encloses a statement, one that stands beside it
_MOST = 0.25  # what all that stands near can add to a weight


def told_apart(store: Store, ranked: Sequence[Ranked], text: str, piece: Piece) -> list[Ranked]:
    """The statements in the order in which they explain a text best, all that was printed taken into account.

    Args:
        store: Of what is asked.
        ranked: The best first.
        text: All that was printed.
        piece: The part of it that they were found by, and what was read with it, such as the section of a key.
    """
    if len(ranked) < 2 or ranked[1].weight < ranked[0].weight * _EQUAL:  # noqa: PLR2004 - there is no rival
        return list(ranked)
    words = set(map(_stem, words_of_text(text))).difference(map(_stem, words_of_text(piece.text)))
    detail = set(map(_stem, words_of_text(piece.detail)))
    words = words | detail if piece.kind is Kind.CONFIG else words - detail  # a value is nobody's, a section encloses
    rivals = [each for each in ranked[:_RIVALS] if each.weight >= ranked[0].weight * _EQUAL]
    weighed = [replace(each, weight=each.weight * (1 + _MOST * _share(store, each.spoken, words))) for each in rivals]
    weighed.sort(key=order)
    return [*weighed, *ranked[len(rivals) :]]


def _share(store: Store, spoken: Spoken, words: set[str]) -> float:
    """Which part of some words, by what they tell, stands near a statement."""
    weights: dict[str, float] = {word: (1 + store.count(word)) ** -0.25 for word in words}
    total = sum(weights.values())
    if not total:
        return 0.0
    line = spoken.statement.range.line
    near: set[str] = set()
    for other, said in store.words_beside(spoken):
        if abs(other - line) <= _NEAR:
            near.update(map(_stem, said))
    near.update(map(_stem, words_of_text(spoken.row.path)))
    around: set[str] = set()
    for definition in spoken.segment.definitions(spoken.file):
        if definition.enclosing.line < line <= definition.enclosing.end_line:
            around.update(map(_stem, words_of(definition.name)))
    told = sum(
        weight if word in around else weight * _BESIDE if word in near else 0 for word, weight in weights.items()
    )
    return told / total


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word  # noqa: PLR2004 - "is" stays
