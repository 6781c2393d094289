"""Remembers which statements made the last messages: most lines of a log are made by few, with other values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.query.explain.messages import frames, unfolded
from codelens.query.explain.templates import fit, flat, masked

if TYPE_CHECKING:
    from codelens.query.explain.pieces import Piece
    from codelens.query.explain.ranking import Ranked
    from codelens.query.explain.store import Store

_WORDS = 2  # that a message begins with, by which it is told
_MOST_ALIKE = 24  # messages that begin alike
_MOST = 5_000  # beginnings

# The place and the type that a message comes with, and how it begins.
_Key = tuple[str, int | None, str, str]


class Recent:
    """The frames of messages, from memory where one statement made all of a message.

    Args:
        store: Of what is asked.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[_Key, list[tuple[tuple[str, ...], list[list[Ranked]]]]] = {}

    def frames(self, piece: Piece) -> list[list[Ranked]]:
        """The frames of a message, as :func:`codelens.query.explain.messages.frames` has them."""
        line = flat(piece.text)
        start = masked(" ".join(line.split(" ", _WORDS)[:_WORDS]))
        key = (piece.hints.path, piece.hints.line, piece.detail, start)
        alike = self._known.get(key, [])
        for pieces, known in alike:
            found = fit(pieces, line)
            if found is not None and found.whole:
                return known
        made = frames(self._store, piece.text, piece.hints, piece.detail)
        if len(made) == 1 and made[0][0].whole and len(alike) < _MOST_ALIKE:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known.setdefault(key, []).append((unfolded(self._store, made[0][0].spoken), made))
        return made
