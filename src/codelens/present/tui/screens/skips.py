"""One repository: what is known of its index, what was skipped and why, and the files of a reason."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import set_cell_size
from textual import on, work
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from codelens.errors import CodelensError
from codelens.model import SkipReason
from codelens.present.formats import age_text, count_text, printable, size_text
from codelens.present.tui import questions
from codelens.present.tui.widgets.keys import Keys
from codelens.present.tui.widgets.lines import Breadcrumb
from codelens.present.tui.widgets.listing import Listing
from codelens.present.tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult

    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.widgets.listing import Piece
    from codelens.query.holdings import Holding
    from codelens.query.matches import Place

_BACK = Binding("escape,backspace", "leave", "Back", id="skips.leave", tooltip="Back to where one came from")


class ReasonList(Listing[tuple[SkipReason, int]]):
    """Skip reasons, each with the number of its files."""

    HELP = """\
## What was skipped

Files that are not, or not wholly, indexed, by the reason. `enter` lists the files of one. `esc` goes back.
"""

    def pieces(self, row: tuple[SkipReason, int], width: int) -> Iterable[Piece]:
        """A reason as a line."""
        reason, number = row
        yield f"{number:>9,}  ", "text"
        yield f"{reason:<16}", "name"
        yield set_cell_size(reason.meaning, max(width - 27, 0)), "muted"


class FileList(Listing["Place"]):
    """Paths of files."""

    HELP = """\
## Files that were skipped

The selected one is shown where it can be read. `enter` goes to its text, `tab` comes back. `esc` goes back.
"""

    def pieces(self, row: Place, width: int) -> Iterable[Piece]:
        """A path as a line; of one that is too long, its end."""
        path = printable(row.path)
        yield (path if len(path) <= width else f"…{path[len(path) - width + 1 :]}"), "text"


class RepositoryScreen(Screen[None]):
    """A repository that is indexed.

    Args:
        holding: What is known of it.
    """

    BINDINGS: ClassVar = [_BACK]

    def __init__(self, holding: Holding) -> None:
        super().__init__()
        self._holding = holding

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        yield Static(Content("\n".join(facts(self._holding))), id="facts", markup=False)
        yield ReasonList(id="reasons")
        yield Static(id="summary", markup=False)
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Show the reasons, those with the most files first."""
        self.query_one(Breadcrumb).show(["repositories", self._holding.name])
        skips = self._holding.indexed.skips if self._holding.indexed else {}
        rows = sorted(((SkipReason(reason), number) for reason, number in skips.items()), key=lambda row: -row[1])
        reasons = self.query_one(ReasonList)
        reasons.show(rows, empty="every file is indexed wholly")
        reasons.focus()
        self.query_one("#summary", Static).update(
            f"{count_text(sum(skips.values()), 'file is', 'files are')} not, or not wholly, indexed"
        )

    @on(ReasonList.Chosen)
    def _open(self) -> None:
        if (row := self.query_one(ReasonList).row) is not None:
            self.app.push_screen(SkippedScreen(self._holding, row[0]))

    def action_leave(self) -> None:
        """Go back."""
        self.app.pop_screen()


class SkippedScreen(Screen[None]):
    """The files of one reason, and the source of the selected one.

    Args:
        holding: Of which repository.
        reason: Why they were skipped.
    """

    BINDINGS: ClassVar = [_BACK]

    def __init__(self, holding: Holding, reason: SkipReason) -> None:
        super().__init__()
        self._holding = holding
        self._reason = reason

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked."""
        return cast("CodelensApp", self.app)

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        with Container(id="body"):
            yield FileList(id="results")
            yield Reader(id="reader")
        yield Static(id="summary", markup=False)
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """List the files as they are found."""
        self.query_one(Breadcrumb).show(["repositories", self._holding.name, self._reason])
        self.query_one(FileList).focus()
        self._list()

    @work(group="files")
    async def _list(self) -> None:
        files = self.query_one(FileList)
        found: list[Place] = []
        files.show(found, empty="looking …")
        try:
            async for places in self.asked.following.stream(questions.skipped(self._holding, self._reason)):
                first = not found
                found += places
                files.show(found, empty="there is none any more") if first else files.extend(found)
                self._sum_up(len(found), "" if len(places) else " …")
        except CodelensError as error:
            files.show(found, empty=str(error))
            self.notify(str(error), severity="error", markup=False)
        self._sum_up(len(found))

    def _sum_up(self, number: int, more: str = "") -> None:
        self.query_one("#summary", Static).update(
            f"{count_text(number, 'file', 'files')}{more}; such a file {self._reason.meaning}"
        )

    @on(FileList.Selected)
    def _selected(self) -> None:
        if (place := self.query_one(FileList).row) is not None:
            self._preview(place)

    @work(exclusive=True, group="preview")
    async def _preview(self, place: Place) -> None:
        reader = self.query_one(Reader)
        if self._reason is SkipReason.EXCLUDED:
            reader.say(f"not in the index: {self._reason.meaning}")
            return
        try:
            file = await self.asked.reading.ask(questions.read_place(place))
        except CodelensError as error:
            reader.say(str(error))
        else:
            reader.show(file, 0)

    @on(FileList.Chosen)
    def _read(self) -> None:
        reader = self.query_one(Reader)
        if reader.file is not None:
            reader.code.focus()

    def action_leave(self) -> None:
        """From the source to the list, from the list to where one came from."""
        if self.query_one(Reader).has_focus_within:
            self.query_one(FileList).focus()
        else:
            self.app.pop_screen()


def facts(holding: Holding) -> Iterator[str]:
    """What is known of a repository, line by line."""
    indexed, entry = holding.indexed, holding.entry
    place = entry.place if entry else "not in the manifest any more"
    yield f"{'from':<12}{printable(place)}"
    yield f"{'revision':<12}{printable(holding.revision)}  {holding.commit or 'as it was'}"
    if indexed is not None:
        age = age_text(time.time() - indexed.indexed_at)
        languages = ", ".join(f"{name} {number:,}" for name, number in list(indexed.languages.items())[:6])
        yield f"{'indexed':<12}{age} ago"
        yield f"{'holds':<12}{indexed.files:,} files, {indexed.lines:,} lines, {indexed.symbols:,} symbols"
        yield f"{'':<12}{size_text(indexed.source_bytes)} of source, {size_text(indexed.index_bytes)} of index"
        yield f"{'languages':<12}{languages or 'none'}"
    if holding.reason:
        label = "note" if holding.state == "indexed" else holding.state.value
        yield f"{label:<12}{printable(holding.reason)}"
