"""What one sees when nothing is indexed yet: what codelens is, and what it can index, with sizes, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from codelens.errors import CodelensError
from codelens.locations import shipped
from codelens.present.events import Work
from codelens.present.formats import path_text
from codelens.present.jobs import JobState
from codelens.present.tui import questions
from codelens.present.tui.widgets.choices import ChoiceList, choices
from codelens.present.tui.widgets.keys import Keys
from codelens.present.tui.widgets.lines import Breadcrumb
from codelens.present.tui.widgets.repository_rows import chosen_size

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from codelens.fetch.manifest import Repository
    from codelens.present.jobs import Job
    from codelens.present.tui.app import CodelensApp

_WHAT = """\
From a log line, an error, a metric, a flag or a name in a stack trace to its place in the source of what you run.
Nothing is indexed yet: mark what you run, and enter fetches and indexes it. When the first is there, / searches."""
_OWN = "repositories: [{name: ours, path: .}]"


class WelcomeScreen(Screen[None]):
    """The first screen of somebody who has nothing indexed."""

    SHOWS_JOBS = True
    BINDINGS: ClassVar = [
        Binding("space", "mark", "Mark", id="welcome.mark", tooltip="Mark a repository, or all of a group"),
        Binding("x", "cancel", "Stop", id="welcome.cancel", tooltip="Stop fetching and indexing the selected one"),
        Binding("slash,escape", "search", "Search", id="welcome.search", tooltip="Search what is indexed"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Repository, ...] = ()
        self._indexed: set[str] = set()
        self._marked: set[str] = set()

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked and the jobs."""
        return cast("CodelensApp", self.app)

    @property
    def listing(self) -> ChoiceList:
        """The list."""
        return self.query_one(ChoiceList)

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        yield Static(Content(_WHAT), id="what", markup=False)
        yield ChoiceList(id="choices")
        yield Static(id="own", markup=False)
        yield Static(id="summary", markup=False)
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Read the manifest."""
        self.query_one(Breadcrumb).show(["welcome"])
        self.asked.board.changed.subscribe(self, self._job_changed)
        self.listing.focus()
        self._load()

    @on(ChoiceList.Selected)
    def _selected(self) -> None:
        """Say all of what went wrong with the selected one, else how one's own code comes in."""
        row = self.listing.row
        job = row.job if row is not None else None
        manifest = self.asked.board.manifest
        if job is not None and job.state is JobState.FAILED:
            text = job.text
        elif manifest.resolve() == shipped("repos.yaml").resolve():
            text = f"Your own code: a repos.yaml here, with  {_OWN}"
        else:
            text = f"Your own code: in {path_text(manifest)}, as  {_OWN}"
        self.query_one("#own", Static).update(Content(text))

    @work(exclusive=True, group="holdings")
    async def _load(self) -> None:
        trouble = ""
        try:
            held = await self.asked.following.ask(questions.held(self.asked.board.repos))
        except CodelensError as error:
            trouble = str(error)
        else:
            trouble = held.trouble
            self._entries = held.entries
            self._indexed = {each.name for each in held.holdings if each.indexed is not None}
        self._fill(trouble)

    def _fill(self, trouble: str = "") -> None:
        rows = list(choices(self._entries, self._marked, self.asked.board.last, self._indexed))
        self.listing.show(rows, self.listing.selected, empty=trouble)
        self._summarize()

    def _summarize(self) -> None:
        if self._indexed:
            names = ", ".join(sorted(self._indexed))
            text = f"{names}: indexed; / searches" + (", the others are at work" if self.asked.board.unfinished else "")
        elif self._marked:
            sizes = [entry.size for entry in self._entries if entry.name in self._marked]
            text = f"{len(sizes)} marked, {chosen_size(sizes)}; enter fetches and indexes"
        else:
            text = f"all of it is kept under {path_text(self.asked.home.folder)}"
        self.query_one("#summary", Static).update(Content(text))

    def _job_changed(self, job: Job) -> None:
        if job.state is JobState.DONE:
            self._load()
        self._fill()

    # What is done

    def action_mark(self) -> None:
        """Mark the selected repository, or all of a group; or take the marks away."""
        row = self.listing.row
        if row is not None:
            names = {entry.name for entry in row.entries}
            self._marked = self._marked - names if names <= self._marked else self._marked | names
            self._fill()
            self.listing.move(1)

    @on(ChoiceList.Chosen)
    def _begin(self) -> None:
        """Fetch and index what is marked, or else what is selected."""
        row = self.listing.row
        selected = {entry.name for entry in row.entries} if row is not None else set()
        for entry in self._entries:
            if entry.name in (self._marked or selected):
                self.asked.board.start(entry.name, Work.UPDATE)
        self._marked.clear()
        self._fill()

    def action_cancel(self) -> None:
        """Stop the job of the selected repository, or all of a group's."""
        row = self.listing.row
        stopped = [self.asked.board.cancel(entry.name) for entry in row.entries] if row is not None else []
        if not any(stopped):
            self.query_one("#own", Static).update("nothing is at work here")

    def action_search(self) -> None:
        """Go to the prompt."""
        self.app.pop_screen()
