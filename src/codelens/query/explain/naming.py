"""Which statement defines a name that a program shows: a metric, a flag, an environment variable, a key, a route."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.index.statement_terms import whole_name
from codelens.query.explain.messages import unfolded
from codelens.query.explain.pieces import Kind
from codelens.query.explain.ranking import Ranked, hinted, order
from codelens.query.explain.templates import fit, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.query.explain.pieces import Piece
    from codelens.query.explain.store import Spoken, Store

_SUFFIXES = re.compile(r"_(?:bucket|sum|count|total|created|info)$")
_SHARED = 0.98  # for each step of a file's penalty
_LIKELY = 80
_LEAST_PART = 3  # letters of the end of a composed name
# What a statement of a kind is worth for a name of another.
_WORTH = {
    Kind.METRIC: {"metric": 1.0, "text": 0.55, "log": 0.5, "config": 0.4, "error": 0.3},
    Kind.FLAG: {"flag": 1.0, "config": 0.8, "text": 0.55, "env": 0.3, "error": 0.3, "log": 0.3},
    Kind.ENV: {"env": 1.0, "flag": 0.7, "config": 0.6, "text": 0.6},
    Kind.CONFIG: {"config": 1.0, "flag": 0.7, "text": 0.6, "env": 0.4},
    Kind.ROUTE: {"route": 1.0, "text": 0.5},
}
_METHOD = 1.1  # more for a route that is registered for the method that was asked with
_DISAGREES = 0.3
_LEAST = 0.2


def named(store: Store, piece: Piece) -> list[Ranked]:
    """The statements that may define a name, the best first."""
    found: dict[tuple[int, int, int], Ranked] = {}
    for spoken, share in _candidates(store, piece):
        weight = _WORTH[piece.kind].get(spoken.statement.kind, _LEAST) * share
        weight *= hinted(spoken, piece.hints) * _SHARED ** min(spoken.row.penalty, 10)
        weight *= _beside(spoken, piece)
        key = (id(spoken.segment), spoken.file, spoken.statement.range.line)
        if key not in found or found[key].weight < weight:
            found[key] = Ranked(spoken, weight, ((0, len(piece.text)),), share == 1.0)
    return sorted(found.values(), key=order)


def _candidates(store: Store, piece: Piece) -> Iterator[tuple[Spoken, float]]:
    """Statements, and what share of the name each of them tells."""
    match piece.kind:
        case Kind.ROUTE:
            yield from _routes(store, piece.text)
            return
        case Kind.METRIC:
            names = list(dict.fromkeys((piece.text, _SUFFIXES.sub("", piece.text))))
        case Kind.FLAG:
            names = [
                piece.text,
                re.sub(r"^-*no-", "", piece.text),
                piece.text.replace("-", "_"),
                piece.text.replace("_", "-"),
            ]
        case _:
            names = [piece.text]
    seen: dict[str, float] = {}
    for number, name in enumerate(names):
        seen.setdefault(whole_name(name), 1.0 - 0.02 * number)
    if piece.kind is Kind.ENV:
        seen.update({name: share for name, share in _flags_of(piece.text) if name not in seen})
    for name, share in seen.items():
        if name:
            yield from ((spoken, share) for spoken in store.named(name))
    for name in names[:2]:
        yield from _composed(store, name)


def _flags_of(name: str) -> Iterator[tuple[str, float]]:
    """The flags that an environment variable may stand for: without the program's prefix, in their spelling."""
    words = name.lower().split("_")
    for first in range(min(3, len(words))):
        rest = words[first:]
        if sum(map(len, rest)) >= _LEAST_PART:
            for join in "-._":
                yield join.join(rest), 0.9 - 0.1 * first


def _composed(store: Store, name: str) -> Iterator[tuple[Spoken, float]]:
    """Names that are put together: a last part that is written so, or a text with holes that fits."""
    whole = letters(name)
    for found in re.finditer(r"(?<=[_.:/-])(?=\w)", name):
        last = whole_name(name[found.start() :])
        if len(last) >= _LEAST_PART:
            for spoken in store.named(last):
                yield spoken, _composition(store, spoken, name[: found.start()], letters(last) / whole)
    for spoken in store.like(name, _LIKELY):
        pieces = unfolded(store, spoken)
        if len(pieces) > 1 or pieces != spoken.statement.pieces:
            lies = fit(tuple(piece if number % 2 else piece.strip() for number, piece in enumerate(pieces)), name)
            if (lies is not None and lies.start == 0) or (lies is not None and lies.end == len(name)):
                yield spoken, 0.95 * lies.letters / max(whole, 1)


def _composition(store: Store, spoken: Spoken, before: str, share: float) -> float:
    """How well the parts that a statement says to stand before its name agree with what does."""
    prefix = spoken.statement.also.get("prefix", "")
    if not prefix:
        return 0.85 * share
    parts = [store.constant(part[1:], spoken) if part.startswith("$") else part for part in prefix.split("\n")]
    rest = before.rstrip("_.:/-")
    known = True
    for part in reversed(parts):
        if part is None:
            known = False
        elif not known:
            if part not in rest:
                return _DISAGREES * share
            rest = rest[: rest.rfind(part)] if part else rest
        elif not rest.endswith(part):
            return _DISAGREES * share
        else:
            rest = rest[: len(rest) - len(part)].rstrip("_.:/-")
    return 1.0 if not rest else 0.95 if None in parts else 0.5 * (1 + share)


def _beside(spoken: Spoken, piece: Piece) -> float:
    """What else was shown with the name: its help, its section."""
    detail = piece.detail.strip().lower()
    if not detail:
        return 1.0
    if piece.kind is Kind.ROUTE:
        return _METHOD if detail in spoken.statement.call.lower() else 1.0
    told = spoken.statement.also.get("help", "").strip().lower()
    if told and (told.startswith(detail[:40]) or detail.startswith(told[:40])):
        return 1.5
    last = re.split(r"[.\s>]+", detail)[-1].rstrip("s")
    near = f"{spoken.statement.call} {spoken.statement.key} {spoken.row.path}".lower()
    return 1.15 if last and last in near else 1.0


def _routes(store: Store, path: str) -> Iterator[tuple[Spoken, float]]:
    wanted = [part for part in path.partition("?")[0].split("/") if part]
    if not wanted:
        yield from ((spoken, 0.5) for spoken in store.named(""))
        return
    seen = set()
    for text in (" ".join(wanted), *wanted[-3:]):
        for spoken in store.like(text, _LIKELY * 2):
            key = (id(spoken.segment), spoken.file, spoken.statement.range)
            if key in seen or "/" not in "".join(unfolded(store, spoken)):
                continue
            seen.add(key)
            share = _same_route(unfolded(store, spoken), wanted)
            if share:
                yield spoken, share


_VARIABLE = re.compile(r"[:*{<\[$(].*|%\w|\x00.*")


def _same_route(pieces: tuple[str, ...], wanted: list[str]) -> float:
    """What share of a path a route tells: its last parts, a variable standing for any."""
    text = pieces[0] + "".join("\x00" + literal for literal in pieces[2::2])
    method, _, rest = text.partition(" /")
    text = "/" + rest if method.isupper() and rest else text
    parts = [part for part in text.split("/") if part]
    if not parts:
        return 0.0
    if parts[-1].startswith("*") and len(wanted) > len(parts):
        parts = parts[:-1] + ["*"] * (len(wanted) - len(parts) + 1)
    if len(parts) > len(wanted):
        return 0.0
    told = 0.0
    for part, want in zip(reversed(parts), reversed(wanted), strict=False):
        if part == want:
            told += 1.0
        elif _VARIABLE.fullmatch(part):
            told += 0.4
        else:
            return 0.0
    return told / len(wanted) if told >= 1 else 0.0
