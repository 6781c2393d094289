"""Says how far fetching and indexing are.

A bar a repository on a terminal, else plain lines, both on standard error; events on standard output for a program.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from codelens.present.cli.stopping import Output, stopping
from codelens.present.events import Ended, Failed, Progress, event_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.present.events import Event


class Reporter:
    """Where the commands say what happens; on anything but a terminal only what has ended is said."""

    def went_on(self, progress: Progress) -> None:
        """A fetch or an indexing went on; told from any thread."""

    def told(self, name: str, text: str) -> None:
        """What a person should know while there is something to wait for."""
        click.echo(f"{name}: {text}", err=True)

    def ended(self, ended: Ended) -> None:
        """A repository has ended a phase."""
        click.echo(f"{ended.repository}: {ended.text}", err=True)

    def failed(self, failed: Failed) -> None:
        """A repository could not be fetched or indexed; the others go on."""
        click.echo(f"codelens: error: {failed.text}", err=True)


_FETCHED = "done"  # the last phase of a fetch: the repository waits for its turn to be indexed


class Bars(Reporter):
    """A bar for each repository that something is being done with."""

    def __init__(self, bars: Any) -> None:  # noqa: ANN401 - rich is imported only on a terminal
        self._bars = bars
        self._tasks: dict[str, Any] = {}

    def went_on(self, progress: Progress) -> None:
        """Its bar moves."""
        name = progress.repository
        if progress.phase == _FETCHED:
            self._take_away(name)
            return
        if name not in self._tasks:
            self._tasks[name] = self._bars.add_task(name, total=None)
        self._bars.update(
            self._tasks[name],
            description=f"{name}: {progress.phase}",
            completed=progress.done,
            total=progress.total or None,
        )

    def told(self, name: str, text: str) -> None:
        """A line above the bars."""
        self._bars.console.print(f"{name}: {text}", markup=False, highlight=False)

    def ended(self, ended: Ended) -> None:
        """A line in place of its bar."""
        self._take_away(ended.repository)
        self._bars.console.print(f"{ended.repository}: {ended.text}", markup=False, highlight=False)

    def failed(self, failed: Failed) -> None:
        """A line in place of its bar; the others go on."""
        self._take_away(failed.repository)
        self._bars.console.print(f"codelens: error: {failed.text}", markup=False, highlight=False, soft_wrap=True)

    def _take_away(self, name: str) -> None:
        if name in self._tasks:
            self._bars.remove_task(self._tasks.pop(name))


class _Events(Reporter):
    """JSON Lines on standard output; when they can't be written any more, the work is stopped."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._lock = threading.Lock()

    def went_on(self, progress: Progress) -> None:
        self._write(progress)

    def told(self, name: str, text: str) -> None:
        self._write(Progress(name, text))

    def ended(self, ended: Ended) -> None:
        self._write(ended)

    def failed(self, failed: Failed) -> None:
        self._write(failed)

    def _write(self, event: Event) -> None:
        with self._lock:
            if self._output.lost is not None:
                return
            try:
                sys.stdout.buffer.write(event_line(event))
                sys.stdout.buffer.flush()
            except OSError as error:
                self._output.lose(error)


@contextmanager
def reporter(*, as_json: bool) -> Iterator[Reporter]:
    """A reporter that fits; what is done with it can be stopped.

    Raises:
        Stopped: A signal came, or nobody reads the events any more.
    """
    output = Output()
    with stopping(output):
        if as_json:
            output.watch()
            yield _Events(output)
        elif not sys.stderr.isatty():
            yield Reporter()
        else:
            with _bars() as bars:
                yield Bars(bars)


def _bars() -> Any:  # noqa: ANN401
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as RichProgress  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return RichProgress(*columns, console=Console(stderr=True), transient=True)
