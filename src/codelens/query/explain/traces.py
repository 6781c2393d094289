"""Reads the lines of a stack trace: what happened, and the functions that were being run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.query.explain.pieces import Hints, Kind, Piece, with_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.explain.formats import Formats
    from codelens.query.explain.rows import Row

_MOST_DIGITS = 9


@dataclass(slots=True)
class _Stack:
    """One stack of a trace: where its pieces begin, and what it is made of."""

    first: int
    frames: list[tuple[str, str, int | None]]


def trace_pieces(formats: Formats, rows: Sequence[tuple[Row, int]], program: str = "") -> list[Piece]:
    """The pieces of a trace, in its order; of stacks that are equal there is one, which says how many there are.

    Args:
        formats: What is known of formats.
        rows: The lines, each with the place in the event's text at which it begins.
        program: Of the line that the trace follows.
    """
    pieces: list[Piece] = []
    stacks: list[_Stack] = []
    for row, at in rows:
        if row.told is None:
            continue
        role, pattern = row.told.style.rows[row.told.number]
        if role == "section" and (not stacks or stacks[-1].frames or stacks[-1].first < len(pieces)):
            stacks.append(_Stack(len(pieces), []))
        found = pattern.fullmatch(row.inner)
        if found is None or role in ("section", "note"):
            continue
        groups = {name.rstrip("0123456789"): (name, value) for name, value in found.groupdict().items() if value}
        if role in ("frame", "above", "bare"):
            pieces.append(_frame(formats, row, at, groups, found.span, program))
        elif role == "place":
            _placed(formats, pieces, row, at, groups)
        else:
            pieces.append(_message(formats, row, at, groups, found.span))
    return _folded(pieces, stacks)


_Groups = dict[str, tuple[str, str]]
_Span = Callable[[str | int], tuple[int, int]]


def _hints(formats: Formats, groups: _Groups, function: str, program: str) -> Hints:
    path = groups.get("path", ("", ""))[1]
    if path and "package" in groups:
        path = groups["package"][1].replace(".", "/") + path
    line = groups.get("line", ("", ""))[1]
    number = int(line) - 1 if line.isdigit() and 0 < len(line) <= _MOST_DIGITS and int(line) else None
    module = groups.get("module", ("", ""))[1].split(" ")[0].rpartition("/")[2]
    level = formats.level(groups.get("level", ("", ""))[1])
    return Hints(
        level, program=module or program, path=formats.normalised(path) if path else "", line=number, function=function
    )


def _frame(formats: Formats, row: Row, at: int, groups: _Groups, span: _Span, program: str) -> Piece:
    name, function = groups.get("function", ("", ""))
    start, end = row.span(*(span(name) if name else (0, len(row.inner))))
    hints = _hints(formats, groups, function, program)
    assert row.told
    return Piece(Kind.FRAME, function, at + start, at + end, f"frame of {with_article(row.told.style.said)}", hints)


def _placed(formats: Formats, pieces: list[Piece], row: Row, at: int, groups: _Groups) -> None:
    """Add path and line to the frame of the line before, or make a frame that has nothing else."""
    last = pieces[-1] if pieces else None
    if last is None or last.kind is not Kind.FRAME or last.hints.path:
        pieces.append(_frame(formats, row, at, groups, lambda _: (0, len(row.inner)), ""))
        return
    placed = _hints(formats, groups, last.hints.function, last.hints.program)
    pieces[-1] = replace(last, hints=placed, end=at + row.span(0, len(row.inner))[1])


def _message(formats: Formats, row: Row, at: int, groups: _Groups, span: _Span) -> Piece:
    name, text = groups.get("message") or groups.get("type") or ("", row.inner.strip())
    start, end = row.span(*(span(name) if name else (0, len(row.inner))))
    assert row.told
    kind = groups.get("type", ("", ""))[1]
    hints = _hints(formats, groups, "", "")
    said = f"error of {with_article(row.told.style.said)}"
    return Piece(Kind.MESSAGE, text, at + start, at + end, said, replace(hints, level=hints.level or "error"), kind)


def _folded(pieces: list[Piece], stacks: list[_Stack]) -> list[Piece]:
    if len(stacks) < 2:  # noqa: PLR2004 - nothing repeats
        return pieces
    ends = [*(stack.first for stack in stacks[1:]), len(pieces)]
    times: dict[tuple[object, ...], int] = {}
    firsts: dict[tuple[object, ...], tuple[int, int]] = {}
    for stack, end in zip(stacks, ends, strict=True):
        made_of: tuple[object, ...] = tuple(
            (piece.kind, piece.text, piece.hints.path, piece.hints.line) for piece in pieces[stack.first : end]
        )
        times[made_of] = times.get(made_of, 0) + 1
        firsts.setdefault(made_of, (stack.first, end))
    kept = pieces[: stacks[0].first]
    for made_of, (first, end) in firsts.items():
        several = f"{times[made_of]:,} times" if times[made_of] > 1 else ""
        kept += [replace(piece, detail=piece.detail or several) if several else piece for piece in pieces[first:end]]
    return kept
