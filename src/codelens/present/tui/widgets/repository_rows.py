"""What a row of the repositories says: columns as the width allows, and in their place how far a job is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from codelens.present.formats import age_text, printable, size_text
from codelens.present.jobs import Job, JobState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from codelens.index.generations import Manifest as Indexed
    from codelens.present.tui.widgets.listing import Piece
    from codelens.query.holdings import Holding

_MARK = 2  # cells
_NAME = (18, 28)  # at least, at most
_STATE = 12
_BAR = 20
_PARTS = {"indexed": "good", "out of date": "busy", "fetched": "busy", "broken": "bad", "not fetched": "muted"}
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class RepositoryRow:
    """A repository at a revision, as the list has it.

    Args:
        holding: What is there.
        job: The last one of this repository, or None.
        first: Whether it is the first of its name: the one that a job without a revision is about.
        marked: Whether it is marked.
    """

    holding: Holding
    job: Job | None = None
    first: bool = True
    marked: bool = False

    @property
    def is_busy(self) -> bool:
        """Whether a job of this row waits or runs."""
        return self.job is not None and not self.job.state.is_over

    @property
    def failure(self) -> str:
        """Why the last job failed, or ""."""
        return self.job.text if self.job is not None and self.job.state is JobState.FAILED else ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its title, its cells, whether numbers stand in it, and what it says of a row."""

    title: str
    width: int
    number: bool
    text: Callable[[Holding], str]


def _indexed(text: Callable[[Indexed], str]) -> Callable[[Holding], str]:
    """What is said of an index; nothing of what has none."""
    return lambda holding: text(holding.indexed) if holding.indexed else ""


def _age(holding: Holding) -> str:
    return age_text(time.time() - holding.indexed.indexed_at) if holding.indexed else ""


def _commit(holding: Holding) -> str:
    return holding.commit[:12] or ("as it was" if holding.indexed else "")


# In the order in which they stand; those that come last in _KEPT go first when there is no room.
_COLUMNS = {
    "revision": _Column("revision", 12, number=False, text=lambda each: each.revision or "default"),
    "commit": _Column("commit", 12, number=False, text=_commit),
    "age": _Column("age", 6, number=True, text=_age),
    "files": _Column("files", 7, number=True, text=_indexed(lambda each: f"{each.files:,}")),
    "symbols": _Column("symbols", 8, number=True, text=_indexed(lambda each: f"{each.symbols:,}")),
    "lines": _Column("lines", 10, number=True, text=_indexed(lambda each: f"{each.lines:,}")),
    "skips": _Column("skips", 6, number=True, text=_indexed(lambda each: f"{sum(each.skips.values()):,}")),
    "index": _Column("index", 10, number=True, text=_indexed(lambda each: size_text(each.index_bytes))),
}
_KEPT = ("files", "skips", "revision", "age", "symbols", "commit", "lines", "index")


def _shown(width: int) -> tuple[list[_Column], int]:
    """The columns that fit, and what is left for the name."""
    room = width - _MARK - _STATE - _NAME[0]
    kept: set[str] = set()
    for name in _KEPT:
        needed = _COLUMNS[name].width + 1
        if room < needed:
            break
        kept.add(name)
        room -= needed
    return [column for name, column in _COLUMNS.items() if name in kept], min(_NAME[0] + room, _NAME[1])


def header_pieces(width: int) -> Iterator[Piece]:
    """The titles of the columns."""
    columns, name = _shown(width)
    yield " " * _MARK, "muted"
    yield _cell("repository", name), "muted"
    yield _cell("state", _STATE), "muted"
    for column in columns:
        yield _cell(column.title, column.width + 1, number=column.number), "muted"


def repository_pieces(row: RepositoryRow, width: int) -> Iterator[Piece]:
    """A row, as wide as it is."""
    columns, name = _shown(width)
    holding = row.holding
    yield "● " if row.marked else "  ", "mark"
    yield _cell(printable(holding.name) if row.first else "", name), "name"
    if row.job is not None and row.is_busy:
        yield from progress_pieces(row.job, width - _MARK - name)
        return
    state = "failed" if row.failure else holding.state.value
    yield _cell(state, _STATE), "bad" if row.failure else _PARTS[state]
    for column in columns:
        yield _cell(printable(column.text(holding)), column.width + 1, number=column.number), "text"


def progress_pieces(job: Job, width: int) -> Iterator[Piece]:
    """How far a job is, in so many cells."""
    if job.state is not JobState.RUNNING or not job.phase:
        yield _cell(job.state.value if job.state is not JobState.RUNNING else "starting", width), "busy"
        return
    yield _cell(job.phase, _STATE), "busy"
    told = f"{job.done:,}/{job.total:,}" if job.total else ""
    if job.bytes:
        told = f"{told}  {size_text(job.bytes)}".strip()
    room = width - _STATE
    if job.done and job.total and room >= _BAR + len(told) + 2:
        full = min(_BAR, _BAR * job.done // job.total)
        yield "━" * full, "busy"
        yield "━" * (_BAR - full) + " ", "muted"
        room -= _BAR + 1
    yield _cell(told, room), "text"


def _cell(text: str, width: int, *, number: bool = False) -> str:
    if cell_len(text) >= width:
        text = set_cell_size(text, max(width - 2, 0)).rstrip() + "…"
    return f"{' ' * max(width - cell_len(text), 0)}{text}" if number else set_cell_size(text, width)


def chosen_size(sizes: Sequence[int | None]) -> str:
    """How much several fetches bring, as far as that is known."""
    known = sum(size for size in sizes if size)
    unknown = sum(size is None for size in sizes)
    if not unknown:
        return size_text(known)
    return f"{size_text(known)} and {unknown} unknown" if known else "size unknown"
