"""Which statements made a message: one, or a chain of them in which each fills a hole of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.query.explain.ranking import Ranked, message_weight, order, typed
from codelens.query.explain.templates import fit, flat, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.model import Range
    from codelens.query.explain.pieces import Hints
    from codelens.query.explain.store import Spoken, Store
    from codelens.query.explain.templates import Fit

_LIKELY = 60  # statements that are laid on a text
_LIKELY_LINK = 60  # of those, on one link of a chain
_WHOLE_WORTH = 1.15  # more for a statement that is known to be shown and made all of a text
_WHOLE = 0.9  # of a line: one statement that tells as much leaves nothing to its links
_MOST_LINKS = 16
SAID = frozenset({"log", "error"})
_LEAST_LETTERS = 4  # of literals that tell anything
_LEAST_SHARE = 0.2  # of a text that a frame beside the best has to tell, or a dozen letters, or its begin
_ENOUGH = 12
_MOST_FRAMES = 12
_MOST_TIES = 10


def frames(store: Store, text: str, hints: Hints, error: str = "") -> list[list[Ranked]]:
    """The frames of a message, outermost first; of each the statements that may be it, the best first.

    Args:
        store: Of what is asked.
        text: The message, without header.
        hints: What its header says.
        error: The type of the error that it is the text of, or "".
    """
    line = flat(text)
    ranked = sorted(_fitting(store, line, hints, error), key=order)
    chosen: list[list[Ranked]] = []
    taken: list[tuple[int, int]] = []
    for each in ranked:
        if len(chosen) < _MOST_FRAMES and _tells(each, line) and not _overlaps(each.spans, taken):
            chosen.append([each])
            taken += each.spans
    for frame in chosen:
        best = frame[0]
        rivals = [
            other
            for other in ranked
            if other is not best and other.spans[0][0] <= best.spans[-1][1] and _overlaps(other.spans, list(best.spans))
        ]
        frame.extend(rivals[:_MOST_TIES])
    return sorted(chosen, key=lambda frame: frame[0].spans[0])


def _fitting(store: Store, line: str, hints: Hints, error: str) -> Iterator[Ranked]:
    told = 0
    for spoken, of_link in _candidates(store, line):
        if of_link and told >= _WHOLE * letters(line):
            return
        pieces = unfolded(store, spoken)
        found = fit(pieces, line)
        if found is not None and found.whole:
            told = max(told, found.letters)
        if found is not None and found.letters >= min(_LEAST_LETTERS, letters(line)) and _is_said(spoken, found, line):
            worth = found.worth * (_WHOLE_WORTH if found.whole and spoken.statement.kind in SAID else 1.0)
            weight = message_weight(spoken, worth, hints) * typed(spoken, error)
            yield Ranked(spoken, weight, found.spans, found.whole)


def _is_said(spoken: Spoken, found: Fit, line: str) -> bool:
    """Whether a text may have been printed: one that no rule knows to be shown must be more than a word of a line."""
    if spoken.statement.kind in SAID or found.whole:
        return True
    return any(" " in line[start:end].strip() for start, end in found.spans)


def _candidates(store: Store, line: str) -> Iterator[tuple[Spoken, bool]]:
    """The statements with most of the words of a line; of a chain, then those with most of the words of each link."""
    links = [link for link in line.split(": ") if letters(link) >= _LEAST_LETTERS][:_MOST_LINKS]
    seen: set[tuple[int, int, Range]] = set()
    for text, limit in ((line, _LIKELY), *((link, _LIKELY_LINK) for link in links if len(links) > 1)):
        for spoken in store.like(text, limit):
            key = (id(spoken.segment), spoken.file, spoken.statement.range)
            if key not in seen:
                seen.add(key)
                yield spoken, text is not line


def unfolded(store: Store, spoken: Spoken) -> tuple[str, ...]:
    """The pieces of a statement with the constants that are known."""
    pieces = spoken.statement.pieces
    if not any(hole.startswith("$") for hole in pieces[1::2]):
        return pieces
    parts = [pieces[0]]
    for hole, literal in zip(pieces[1::2], pieces[2::2], strict=True):
        text = store.constant(hole[1:], spoken) if hole.startswith("$") else None
        if text is None:
            parts += [hole, literal]
        else:
            parts[-1] += text + literal
    return tuple(parts)


def _tells(each: Ranked, line: str) -> bool:
    told = sum(letters(line[start:end]) for start, end in each.spans)
    return told >= _ENOUGH or told >= _LEAST_SHARE * letters(line) or (each.spans[0][0] == 0 and each.whole)


def _overlaps(spans: tuple[tuple[int, int], ...], taken: list[tuple[int, int]]) -> bool:
    return any(start < end2 and start2 < end for start, end in spans for start2, end2 in taken if end > start)
