"""The repositories: what the manifest lists and what is indexed, and from here fetched, indexed and updated.

The work is done by jobs, which the app owns: this screen may come and go while they run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from codelens.errors import CodelensError
from codelens.present.events import Work
from codelens.present.formats import printable, size_text
from codelens.present.tui import questions
from codelens.present.tui.widgets.keys import Keys
from codelens.present.tui.widgets.lines import Breadcrumb
from codelens.present.tui.widgets.repository_list import RepositoryList, RepositoryTitles
from codelens.present.tui.widgets.repository_rows import RepositoryRow
from codelens.present.tui.widgets.steering import Move, Steering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from codelens.present.jobs import Job
    from codelens.present.tui.app import CodelensApp
    from codelens.query.holdings import Holding

_FIND = "filter: a name, a group, a state"


class RepositoriesScreen(Screen[None]):
    """The list of repositories, what is to be said of the selected one, and what can be done with it."""

    SHOWS_JOBS = True
    BINDINGS: ClassVar = [
        Binding("u", "work('update')", "Update", id="repositories.update", tooltip="Fetch and index"),
        Binding("f", "work('fetch')", "Fetch", id="repositories.fetch", tooltip="Bring the mirror up to date"),
        Binding("i", "work('index')", "Index", id="repositories.index", tooltip="Index what changed"),
        Binding("x", "cancel", "Stop", id="repositories.cancel", tooltip="Stop the job; twice ends it by force"),
        Binding("space", "mark", "Mark", id="repositories.mark", tooltip="Mark this one, for several at once"),
        Binding("a", "mark_all", "Mark all", show=False, id="repositories.mark-all", tooltip="Mark all that are shown"),
        Binding("slash", "filter", "Filter", id="repositories.filter", tooltip="Show only some"),
        Binding("r", "reload", "Read again", show=False, id="repositories.reload", tooltip="Look again what is there"),
        Binding("escape,backspace", "leave", "Back", id="repositories.leave", tooltip="Clear the filter, or leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._holdings: tuple[Holding, ...] = ()
        self._marked: set[tuple[str, str]] = set()
        self._trouble = ""
        self._noted = ("", ("", ""))  # what was said to an action, and of which row

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked and the jobs."""
        return cast("CodelensApp", self.app)

    @property
    def listing(self) -> RepositoryList:
        """The list."""
        return self.query_one(RepositoryList)

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        yield Steering(_FIND, id="filter")
        yield RepositoryTitles(id="titles")
        yield RepositoryList(id="repositories")
        yield Static(id="about", markup=False)
        yield Static(id="summary", markup=False)
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Look what there is."""
        self.query_one(Breadcrumb).show(["repositories"])
        self.asked.board.changed.subscribe(self, self._job_changed)
        self.listing.focus()
        self.action_reload()

    def on_screen_resume(self) -> None:
        """Look again: something may have been indexed meanwhile."""
        self.action_reload()

    # What there is

    def action_reload(self) -> None:
        """Look again what there is."""
        self._reload()

    @work(exclusive=True, group="holdings")
    async def _reload(self) -> None:
        try:
            held = await self.asked.following.ask(questions.held(self.asked.board.repos))
        except CodelensError as error:
            self._trouble = str(error)
        else:
            self._holdings, self._trouble = held.holdings, held.trouble
        self._fill()

    def _job_changed(self, job: Job) -> None:
        if job.state.is_over:
            self._reload()
        self._fill()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._fill()

    @on(Steering.Moved)
    def _steered(self, event: Steering.Moved) -> None:
        if event.move is Move.CHOOSE:
            self.listing.focus()
        else:
            self.listing.steer(event.move, event.by)

    def _fill(self) -> None:
        """Show what there is, the selected one staying selected."""
        rows = list(self._rows())
        selected = _key(self.listing.row) if self.listing.row else None
        number = next((at for at, row in enumerate(rows) if _key(row) == selected), self.listing.selected)
        self.listing.show(rows, number, empty=self._trouble or "nothing here is called so")
        self._summarize()

    def _rows(self) -> Iterator[RepositoryRow]:
        words = self.query_one("#filter", Input).value.lower().split()
        before = ""
        for holding in sorted(self._holdings, key=lambda each: each.state == "not fetched"):
            first = holding.name != before
            before = holding.name
            job = self.asked.board.last.get(holding.name)
            if job is not None and (job.revision != holding.revision if job.revision else not first):
                job = None
            key = holding.name, holding.revision
            if all(word in _searched(holding, job) for word in words):
                yield RepositoryRow(holding, job, first, key in self._marked)

    def _summarize(self) -> None:
        states: dict[str, int] = {}
        for holding in self._holdings:
            states[holding.state.value] = states.get(holding.state.value, 0) + 1
        parts = [f"{number:,} {state}" for state, number in states.items()]
        at_work = len(self.asked.board.unfinished)
        parts += [f"{at_work} at work"] * bool(at_work) + [f"{len(self._marked)} marked"] * bool(self._marked)
        self.query_one("#summary", Static).update(" · ".join(parts) or "nothing")

    @on(RepositoryList.Selected)
    def _selected(self) -> None:
        """Say what there is to say of the selected one; what was said to an action stays until another is selected."""
        row = self.listing.row
        note, of = self._noted
        if note and (row is None or _key(row) == of):
            text = note
        else:
            self._noted = ("", ("", ""))
            text = self._trouble if row is None else "\n".join(about(row, self._trouble))
        said = self.query_one("#about", Static)
        said.set_class(row is None or bool(note or row.failure or self._trouble), "-error")
        said.update(Content(text))

    def _note(self, text: str) -> None:
        self._noted = (text, _key(self.listing.row) if self.listing.row else ("", ""))
        self._selected()

    # What is done with it

    def _targets(self) -> list[RepositoryRow]:
        marked = [row for row in self.listing.rows if row.marked]
        return marked or [row for row in (self.listing.row,) if row is not None]

    def action_work(self, what: str) -> None:
        """Start a job for each marked repository, or else for the selected one."""
        refused = []
        for row in self._targets():
            holding = row.holding
            if holding.entry is None:
                refused.append(f"{holding.name} is not in {self.asked.board.manifest.name}: list it there first")
            elif not self.asked.board.start(holding.name, Work(what), "" if row.first else holding.revision):
                refused.append(f"{holding.name} is at work already")
        self._marked.clear()
        self._fill()
        self._note("; ".join(refused))

    def action_cancel(self) -> None:
        """Stop the jobs of the marked repositories, or else that of the selected one."""
        cancelled = [self.asked.board.cancel(row.holding.name) for row in self._targets()]
        if not any(cancelled):
            self._note("nothing is at work here")

    def action_mark(self) -> None:
        """Mark the selected repository, or take the mark away."""
        if self.listing.row is not None:
            self._marked ^= {_key(self.listing.row)}
            self._fill()
            self.listing.move(1)

    def action_mark_all(self) -> None:
        """Mark all repositories that are shown, or none when all of them are marked."""
        shown = {_key(row) for row in self.listing.rows}
        self._marked = set() if shown <= self._marked else shown
        self._fill()

    # Where one goes from here

    @on(RepositoryList.Chosen)
    def _open(self) -> None:
        from codelens.present.tui.screens.skips import RepositoryScreen  # noqa: PLC0415 - most don't look

        row = self.listing.row
        if row is None:
            return
        if row.holding.indexed is None:
            self._note(f"{row.holding.name} is not indexed: u fetches and indexes it")
        else:
            self.app.push_screen(RepositoryScreen(row.holding))

    def action_filter(self) -> None:
        """Type what is to be shown."""
        self.query_one("#filter", Input).focus()

    def action_leave(self) -> None:
        """Clear the filter, or go back to where one came from."""
        typed = self.query_one("#filter", Input)
        if typed.value or self.focused is typed:
            typed.value = ""
            self.listing.focus()
        else:
            self.app.pop_screen()


def _key(row: RepositoryRow) -> tuple[str, str]:
    return row.holding.name, row.holding.revision


def _searched(holding: Holding, job: Job | None) -> str:
    """What a filter looks into."""
    words = [holding.name, holding.revision, holding.state.value]
    if holding.entry is not None:
        words += [*holding.entry.groups, *holding.entry.aliases]
    if job is not None:
        words.append(job.state.value)
    return " ".join(words).lower()


def about(row: RepositoryRow, trouble: str = "") -> Sequence[str]:
    """What is to be said of a repository beside its row: where it comes from, and what is the matter with it."""
    holding, entry = row.holding, row.holding.entry
    if entry is None:
        where = "not in the manifest"
    else:
        groups = f" · {', '.join(entry.groups)}" if entry.groups else ""
        size = f" · {size_text(entry.size)} to fetch" if entry.size and holding.indexed is None else ""
        where = f"{entry.place}{size}{groups}"
    skips = holding.indexed.skips if holding.indexed else {}
    skipped = ", ".join(f"{reason} {number:,}" for reason, number in skips.items())
    last = row.job.text if row.job is not None and not row.is_busy else ""
    rest = trouble or row.failure or holding.reason or last or (f"skipped: {skipped}" if skipped else "")
    return printable(where), printable(rest or holding.state.meaning)
