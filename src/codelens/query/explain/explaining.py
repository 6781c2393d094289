"""From what production prints to the statement that printed it: each piece of a text with its places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.model import Role
from codelens.query.explain.context import told_apart
from codelens.query.explain.frames import framed
from codelens.query.explain.messages import SAID
from codelens.query.explain.naming import named
from codelens.query.explain.nearest import nearest
from codelens.query.explain.pieces import Kind
from codelens.query.explain.ranking import Ranked
from codelens.query.explain.recent import Recent
from codelens.query.explain.store import Store
from codelens.query.explain.templates import flat, letters
from codelens.query.matches import Confidence, Match, Tier
from codelens.query.reading import symbol_match
from codelens.query.shards import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.model import Range
    from codelens.query.explain.frames import Framed
    from codelens.query.explain.nearest import Nearest
    from codelens.query.explain.pieces import Event, Piece
    from codelens.query.explain.store import Spoken
    from codelens.query.session import Session

_TIE = 0.999  # of the best weight: what has that much is as good
_SAME = 3.0  # for a text that stands in the source to the letter: it is no name of anything
_INNER = 0.15  # more for each frame that a frame of a chain stands in: the innermost is the most particular
_LIKELY = 0.7  # of the best weight: what has less is not what a piece was
_TELLS = {Kind.ENV: 3.0}  # who sets a variable before a command asks about it, not about the command's flags


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one piece of a text comes from.

    Args:
        event: The lines that it stands in.
        piece: What was looked up; of a chain, one frame of it.
        rank: Of the frame in its chain, 0 the outermost.
        spans: The characters of the piece's text, on one line, that are told by the first of the matches.
        matches: The places, the best first; none when nothing was found.
        weight: Of the first; higher is surer, comparable within an answer.
        ties: How many of the matches are as good as the first.
        also: What the first says beside its text: ``help``, ``default``, ``bound``, the constants before its name.
        drift: What does not agree with the indexed revision, or "".
    """

    event: Event
    piece: Piece
    rank: int
    spans: tuple[tuple[int, int], ...]
    matches: tuple[Match, ...]
    weight: float
    ties: int = 1
    also: tuple[tuple[str, str], ...] = ()
    drift: str = ""


class Explainer:
    """Explains texts by the statements of a session's shards.

    Args:
        session: What is asked.
        limit: How many places a piece gets at the most.
    """

    def __init__(self, session: Session, limit: int = 5) -> None:
        self._session = session
        self._limit = limit
        self.store = Store(session.shards())
        self._recent = Recent(self.store)

    def explain(self, event: Event) -> list[Explanation]:
        """What the pieces of an event come from, those that were found first by what tells most."""
        spans: dict[tuple[int, int], list[Explanation]] = {}
        for piece in event.pieces:
            spans.setdefault((piece.start, piece.end), []).extend(self._piece(event, piece))
        found = [each for alternatives in spans.values() for each in _likely(alternatives)]
        names = {_first(each) for each in found if each.piece.kind is not Kind.MESSAGE}
        return [each for each in found if each.piece.kind is not Kind.MESSAGE or _first(each) not in names]

    def nearest(self, event: Event) -> tuple[Match, Nearest] | None:
        """The statement nearest to an event that nothing explains, and what differs; None when none is near."""
        for piece in event.pieces:
            near = nearest(self.store, piece.text)
            if near is not None:
                return _match(Ranked(near.spoken, 0.0, ()), 0), near
        return None

    def _piece(self, event: Event, piece: Piece) -> Iterator[Explanation]:
        self._session.checkpoint()
        if piece.kind is Kind.MESSAGE:
            for rank, frame in enumerate(self._recent.frames(piece)):
                found = self._explained(event, piece, rank, frame)
                inner = 1 + _INNER * min(rank, 3)
                bare = not event.form and _is_same(frame[0], piece)
                yield replace(found, weight=found.weight * inner * (_SAME if bare else 1.0))
        elif piece.kind is Kind.FRAME:
            places = framed(self.store.shards, piece)
            if places:
                yield self._of_frame(event, piece, places)
        else:
            ranked = named(self.store, piece)
            if ranked:
                found = self._explained(event, piece, 0, ranked)
                tells = _TELLS.get(piece.kind, 1.0) if piece.text.isupper() else 1.0
                yield replace(found, weight=found.weight * letters(piece.text) * tells)

    def _explained(self, event: Event, piece: Piece, rank: int, found: Sequence[Ranked]) -> Explanation:
        ranked = told_apart(self.store, found, event.text, piece)
        first = ranked[0]
        matches = tuple(_match(each, number) for number, each in enumerate(ranked[: self._limit]))
        ties = sum(each.weight >= first.weight * _TIE for each in ranked)
        also = tuple(first.spoken.statement.also.items())
        return Explanation(event, piece, rank, first.spans, matches, first.weight, ties, also)

    def _of_frame(self, event: Event, piece: Piece, places: Sequence[Framed]) -> Explanation:
        matches = []
        for place in places[: self._limit]:
            match = symbol_match(place.shard, place.segment.row(place.file), place.definition)
            matches.append(replace(match, score=round(min(place.weight / 5, 1.0), 4)))
        first = places[0]
        ties = sum(each.weight >= first.weight * _TIE for each in places)
        weight = first.weight * max(letters(piece.text), 1)
        return Explanation(event, piece, 0, (), tuple(matches), weight, ties, (), first.drift)


def _first(explanation: Explanation) -> tuple[str, str, Range]:
    match = explanation.matches[0]
    return match.place.repository, match.place.path, match.range


def _is_same(ranked: Ranked, piece: Piece) -> bool:
    """Whether a text is that of a statement to the letter."""
    told = sum(letters(flat(piece.text)[start:end]) for start, end in ranked.spans)
    is_shown = ranked.spoken.statement.kind in SAID
    return is_shown and ranked.whole and told == letters(flat(piece.text))


def _likely(alternatives: list[Explanation]) -> list[Explanation]:
    """What a piece of text is likeliest, where it may have been several things; each place once."""
    if len({each.piece.kind for each in alternatives}) < 2:  # noqa: PLR2004 - one thing
        return alternatives
    best = max(each.weight for each in alternatives)
    seen: set[tuple[str, str, Range]] = set()
    likely = []
    for each in sorted(alternatives, key=lambda one: -one.weight):
        if each.weight >= best * _LIKELY and _first(each) not in seen:
            likely.append(each)
            seen.add(_first(each))
    return likely


def template(pieces: Sequence[str]) -> str:
    """A template as it is shown: holes in braces, named where their name is known."""
    return "".join(piece if number % 2 == 0 else f"{{{_hole(piece)}}}" for number, piece in enumerate(pieces))


def _hole(code: str) -> str:
    return code[1:] if code.startswith("$") else ""


def _match(ranked: Ranked, number: int) -> Match:
    return statement_match(ranked.spoken, number, Tier.EXACT if ranked.whole else Tier.WORDS)


def statement_match(spoken: Spoken, number: int, tier: Tier) -> Match:
    """A statement as one of the places of an answer, its template as its name.

    Args:
        spoken: The statement.
        number: Of the place, 0 the best.
        tier: How it answers.
    """
    statement, row = spoken.statement, spoken.row
    name = template(statement.pieces)
    return Match(
        place_of(spoken.shard, row),
        statement.range,
        statement.range.end_line,
        name,
        statement.call or statement.key or name,
        statement.kind,
        Role.DEFINITION,
        " ".join(name.split()),
        tier,
        round(max(0.0, 1.0 - number / 100), 4),
        Confidence.SYNTAX if tier is Tier.EXACT else Confidence.HEURISTIC,
    )


def explain(session: Session, text: str, limit: int = 5) -> list[Explanation]:
    """What the pieces of a text come from, in its order.

    Args:
        session: What is asked.
        text: Anything that production prints.
        limit: How many places a piece gets at the most.
    """
    from codelens.query.explain.events import events  # noqa: PLC0415 - reads the formats

    explainer = Explainer(session, limit)
    return [each for event in events(text.splitlines()) for each in explainer.explain(event)]


def best_places(explanations: Sequence[Explanation]) -> list[Match]:
    """The places of several explanations as one list: the surest first, each place once."""
    ordered = sorted(explanations, key=lambda each: -each.weight)
    found: dict[tuple[str, str, int], Match] = {}
    for number in range(max((len(each.matches) for each in ordered), default=0)):
        for each in ordered:
            if number < len(each.matches):
                match = each.matches[number]
                found.setdefault((match.place.repository, match.place.path, match.range.line), match)
    return list(found.values())
