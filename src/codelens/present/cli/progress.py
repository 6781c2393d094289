"""Shows on standard error how far fetching and indexing are: a bar a repository on a terminal, else plain lines."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from codelens.present.formats import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.fetch.mirrors import Progress as FetchProgress
    from codelens.index.states import Progress as IndexProgress


class Reporter:
    """Where the commands say what happens; on anything but a terminal only what has ended is said."""

    def fetching(self, progress: FetchProgress) -> None:
        """A fetch went on."""

    def indexing(self, progress: IndexProgress) -> None:
        """Indexing went on."""

    def done(self, repository: str, text: str) -> None:
        """A repository has ended a phase."""
        click.echo(f"{repository}: {printable(text)}", err=True)

    def failed(self, message: str) -> None:
        """A repository could not be fetched or indexed; the others go on."""
        click.echo(f"codelens: error: {printable(' '.join(message.split()))}", err=True)


class _Bars(Reporter):
    """A bar a repository."""

    def __init__(self, bars: Any) -> None:  # noqa: ANN401 - rich is imported only on a terminal
        self._bars = bars
        self._tasks: dict[str, Any] = {}

    def _bar(self, repository: str, phase: str, done: int, total: int) -> None:
        if repository not in self._tasks:
            self._tasks[repository] = self._bars.add_task(repository, total=None)
        self._bars.update(
            self._tasks[repository], description=f"{repository}: {phase}", completed=done, total=total or None
        )

    def fetching(self, progress: FetchProgress) -> None:
        self._bar(progress.repository, str(progress.phase), progress.received_objects, progress.total_objects)

    def indexing(self, progress: IndexProgress) -> None:
        self._bar(progress.repository, progress.phase, progress.done, progress.total)

    def done(self, repository: str, text: str) -> None:
        self._remove(repository)
        self._bars.console.print(f"{repository}: {printable(text)}", markup=False, highlight=False)

    def failed(self, message: str) -> None:
        self._bars.console.print(
            f"codelens: error: {printable(' '.join(message.split()))}", markup=False, highlight=False, soft_wrap=True
        )

    def _remove(self, repository: str) -> None:
        if repository in self._tasks:
            self._bars.remove_task(self._tasks.pop(repository))


@contextmanager
def reporter() -> Iterator[Reporter]:
    """A reporter that fits standard error."""
    if not sys.stderr.isatty():
        yield Reporter()
        return
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Bars(bars)
