"""Where a stack frame is: its function in its file, and whether the line that was printed is still within it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from codelens.query.explain.ranking import is_named
from codelens.query.filters import Filters
from codelens.query.names.candidates import NAME_TIERS, Candidates
from codelens.query.names.pattern import parse_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard
    from codelens.model import Definition
    from codelens.query.explain.pieces import Piece
    from codelens.query.names.found import Candidate

_CODE = frozenset({"function", "method", "macro", "class", "rpc"})
_MOST = 3_000
_OF_PROGRAM = 1.25
_UNNAMED = re.compile(r"^<.*>$")


class Framed(NamedTuple):
    """A definition that may be the function of a frame."""

    shard: Shard
    segment: Segment
    file: int
    definition: Definition
    weight: float
    drift: str


def framed(shards: Sequence[Shard], piece: Piece) -> list[Framed]:
    """The definitions that may be the function of a frame, the best first."""
    found: list[Framed] = []
    name = piece.text
    if name and not _UNNAMED.match(name):
        try:
            pattern = parse_name(name)
        except ValueError:
            pattern = None
        if pattern is not None:
            plain = parse_name(pattern.base)
            candidates = Candidates(shards, plain, Filters())
            for tier in NAME_TIERS[:2]:
                for number, each in enumerate(candidates.tier(tier)):
                    if number >= _MOST:
                        break
                    file, definition = each.segment.definition(each.number)
                    if definition.kind in _CODE:
                        weight, drift = _weight(each, file, definition, piece, pattern.qualifiers)
                        found.append(Framed(each.shard, each.segment, file, definition, weight, drift))
                if found:
                    break
    if not found and piece.hints.path:
        found = list(_by_place(shards, piece))
    return sorted(found, key=lambda each: (-each.weight, each.segment.row(each.file).path, each.definition.range.line))


def _weight(
    candidate: Candidate, file: int, definition: Definition, piece: Piece, qualifiers: tuple[str, ...]
) -> tuple[float, str]:
    row, repository = candidate.segment.row(file), candidate.shard.name
    weight, drift = 1.0 * 0.98 ** min(row.penalty, 10), ""
    shared = _shared(row.path, piece.hints.path)
    if piece.hints.path:
        weight *= 0.3 + shared
    if is_named(piece.hints.program, repository):
        weight *= _OF_PROGRAM
    scope = [part.lower() for part in (*row.package.split("/"), row.package_name, *definition.scope)]
    weight *= 1.0 + 0.3 * sum(part.lower() in scope for part in qualifiers[-2:])
    if piece.hints.line is not None and (shared or not piece.hints.path):
        whole = definition.enclosing
        if whole.line <= piece.hints.line <= whole.end_line:
            weight *= 1.5
        else:
            away = min(abs(piece.hints.line - whole.line), abs(piece.hints.line - whole.end_line))
            weight *= 1.0 + 0.4 / (1 + away / 50)
            drift = f"line {piece.hints.line + 1} is not within it at the indexed revision"
    return weight, drift


def _shared(path: str, told: str) -> float:
    """How many of the last parts of two paths are the same: 0 when not even the base names are."""
    count = 0
    for one, other in zip(reversed(path.split("/")), reversed(told.strip("/").split("/")), strict=False):
        if one != other:
            break
        count += 1
    return min(count, 6) / 2


def _by_place(shards: Sequence[Shard], piece: Piece) -> list[Framed]:
    """The definitions around a line of the files whose paths end as the frame's does most."""
    base = piece.hints.path.rpartition("/")[2]
    found: list[tuple[float, Shard, Segment, int]] = []
    for shard in shards:
        for segment in shard.segments:
            for file in segment.files():
                path = segment.row(file).path
                if path == base or path.endswith("/" + base):
                    found.append((_shared(path, piece.hints.path), shard, segment, file))
    if not found:
        return []
    best = max(share for share, *_ in found)
    framed_here = []
    for share, shard, segment, file in found:
        if share == best:
            line = piece.hints.line or 0
            around = [
                each for each in segment.definitions(file) if each.enclosing.line <= line <= each.enclosing.end_line
            ]
            inner = max(around, key=lambda each: each.enclosing.line, default=None)
            if inner is not None:
                framed_here.append(Framed(shard, segment, file, inner, share, ""))
    return framed_here
