"""The jobs of the app: started from any screen, told to every screen that wants to know.

What a job says comes from a thread of its own and is handed to the app's; widgets hear of it there.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.signal import Signal

from codelens.locations import manifest_files, own_manifest, shipped
from codelens.present.jobs import PATIENCE, Job, Jobs, JobState

if TYPE_CHECKING:
    from textual.app import App

    from codelens.locations import Home
    from codelens.present.events import Work


class Board:
    """Jobs, and what became of the last one of each repository.

    Args:
        app: Whose jobs they are.
        home: Whose mirrors and shards.
        repos: The manifest asked for, as ``--repos`` has it; None for the usual one.
    """

    def __init__(self, app: App[None], home: Home, repos: str | None = None) -> None:
        self._app = app
        self.manifest = manifest_files(repos)[0].absolute()
        usual = repos is None and self.manifest in (own_manifest().absolute(), shipped("repos.yaml").absolute())
        self.repos = None if usual else str(self.manifest)
        self.changed: Signal[Job] = Signal(app, "job changed")
        self.last: dict[str, Job] = {}
        self._jobs = Jobs(home, self._tell, None if usual else self.manifest, patience=PATIENCE)

    def _tell(self, job: Job) -> None:
        with suppress(RuntimeError):  # the app has ended meanwhile
            self._app.call_later(self._told, job)

    def _told(self, job: Job) -> None:
        self.last[job.repository] = job
        self.changed.publish(job)
        if not getattr(self._app.screen, "SHOWS_JOBS", False):  # there it stands in its row
            if job.state is JobState.FAILED:
                self._app.notify(job.text, severity="error", markup=False)
            elif job.state is JobState.DONE:
                self._app.notify(f"{job.repository}: {job.text}", markup=False)

    def start(self, repository: str, work: Work, revision: str = "") -> bool:
        """Start a job; False when one of this repository is not over."""
        return self._jobs.start(repository, work, revision)

    def cancel(self, repository: str) -> bool:
        """Stop the job of a repository; False when it has none."""
        return self._jobs.cancel(repository)

    @property
    def unfinished(self) -> list[Job]:
        """The jobs that wait or run."""
        return self._jobs.unfinished()

    def close(self) -> None:
        """End all jobs."""
        self._jobs.close()
