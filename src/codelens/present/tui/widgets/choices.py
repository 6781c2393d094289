"""What can be indexed, to choose from: the repositories of the manifest under their groups, with sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding

from codelens.present.formats import count_text, printable, size_text
from codelens.present.jobs import Job, JobState
from codelens.present.tui.widgets.listing import Listing
from codelens.present.tui.widgets.repository_rows import chosen_size, progress_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from codelens.fetch.manifest import Repository
    from codelens.present.tui.widgets.listing import Piece

_NAME = 28  # cells
_REVISION = 16
_ALONE = "others"  # what is in no group


@dataclass(frozen=True, slots=True)
class Choice:
    """A row: a repository, or a group of them.

    Args:
        title: Its name.
        entries: What is chosen with it.
        is_group: Whether it is a group.
        marked: Whether all of it is marked.
        job: Of a repository, the last one.
        indexed: Whether it answers already.
    """

    title: str
    entries: tuple[Repository, ...]
    is_group: bool = False
    marked: bool = False
    job: Job | None = None
    indexed: bool = False


class ChoiceList(Listing[Choice]):
    """Groups and repositories."""

    HELP = """\
## What to index

`space` marks a repository, or all of a group; `enter` fetches and indexes what is marked, or the selected one.
`x` stops. As soon as the first is indexed, `/` searches, while others are at work. A size is what a fetch brings,
where that is known.
"""

    BINDINGS: ClassVar = [
        Binding("enter", "choose", "Fetch and index", id="list.choose", tooltip="What is marked, or the selected one"),
    ]

    def pieces(self, row: Choice, width: int) -> Iterable[Piece]:
        """A choice as a line."""
        mark = "● " if row.marked else "  "
        if row.is_group:
            yield mark, "mark"
            yield _cell(row.title, _NAME), "busy"
            yield _cell(count_text(len(row.entries), "repository", "repositories"), _REVISION), "muted"
            yield _cell(chosen_size([entry.size for entry in row.entries]), width - _NAME - _REVISION - 2), "muted"
        else:
            yield f"  {mark}", "mark"
            yield _cell(row.title, _NAME - 2), "name"
            yield from _said(row, width - _NAME - 2)


def _said(row: Choice, width: int) -> Iterator[Piece]:
    """What stands beside a repository's name: how far it is, or what it would bring."""
    (entry,) = row.entries
    job = row.job
    if job is not None and not job.state.is_over:
        yield from progress_pieces(job, width)
    elif job is not None and job.state is JobState.FAILED:
        yield _cell(printable(job.text), width), "bad"
    elif row.indexed:
        yield _cell("indexed", width), "good"
    else:
        yield _cell(entry.revision or "default branch", _REVISION), "muted"
        yield _cell(_size(entry), width - _REVISION), "text" if entry.size else "muted"


def _size(entry: Repository) -> str:
    if entry.url is None:
        return "in place"
    if entry.size is None:
        return f"size {entry.size_class or 'unknown'}"
    return size_text(entry.size)


def _cell(text: str, width: int) -> str:
    width = max(width, 0)
    return set_cell_size(text, width - 2).rstrip() + "… " if cell_len(text) >= width > 1 else set_cell_size(text, width)


def choices(
    entries: Sequence[Repository], marked: set[str], jobs: dict[str, Job], indexed: set[str]
) -> Iterator[Choice]:
    """The rows: each group of the manifest, in its order, with the repositories that have it as their first.

    Args:
        entries: Of the manifest.
        marked: Names of the marked ones.
        jobs: The last job of each name.
        indexed: Names of those that answer.
    """
    groups: dict[str, list[Repository]] = {}
    for entry in entries:
        groups.setdefault(entry.groups[0] if entry.groups else _ALONE, []).append(entry)
    for group, members in groups.items():
        every = tuple(entry for entry in entries if group in entry.groups) or tuple(members)
        yield Choice(group, every, is_group=True, marked={entry.name for entry in every} <= marked)
        for entry in members:
            name = entry.name
            yield Choice(name, (entry,), marked=name in marked, job=jobs.get(name), indexed=name in indexed)
