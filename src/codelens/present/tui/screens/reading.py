"""Reading beside the list: the source of the selected row, the same file elsewhere, and marks to come back to."""

from __future__ import annotations

from asyncio import sleep
from functools import partial
from typing import TYPE_CHECKING

from codelens.errors import CodelensError
from codelens.present.formats import one_based, printable
from codelens.present.tui import questions
from codelens.present.tui.screens.letter import Letter
from codelens.present.tui.screens.picker import Picker
from codelens.present.tui.widgets.cells import ending
from codelens.present.tui.widgets.options import Option
from codelens.query.spots import spot_in

if TYPE_CHECKING:
    from codelens.present.tui.questions import Opened
    from codelens.present.tui.screens.search import SearchScreen
    from codelens.present.tui.views import View
    from codelens.query.matches import Match
    from codelens.query.spots import Spot

_GROUP = "preview"
_PAUSE = 0.05  # seconds without another key after which the source of the selected row is read
_MOST_PATH = 24  # cells that the path of a mark has: its line number stands behind it
_NEAREST = "the line is not there as it was; this is where it would be"


class Reading:
    """What is shown beside the list.

    Args:
        screen: The one that shows it.
    """

    def __init__(self, screen: SearchScreen) -> None:
        self._screen = screen
        self._marks: dict[str, View] = {}  # each with its spot

    def preview(self, match: Match) -> None:
        """Show the source of a row."""
        self._screen.work_on(partial(self._preview, match), _GROUP)

    async def _preview(self, match: Match) -> None:
        screen, reader = self._screen, self._screen.reader
        await sleep(_PAUSE if screen.focused is screen.prompt else 0)  # the list is painted first
        while screen.searching.is_asking:  # noqa: ASYNC110 - the next list too; an event for each search costs more
            await sleep(_PAUSE)
        try:
            opened = await screen.asked.reading.ask(questions.read(match))
        except (CodelensError, OSError) as error:
            reader.say(str(error))
        else:
            reader.show(opened.file, opened.line, opened.start, opened.end)

    def clear(self) -> None:
        """Show nothing."""
        self._screen.workers.cancel_group(self._screen, _GROUP)
        self._screen.reader.say("")

    def resume(self, spot: Spot) -> None:
        """Show a spot that one was at."""
        self._screen.work_on(partial(self._resume, spot), _GROUP)

    async def _resume(self, spot: Spot) -> None:
        reader = self._screen.reader
        try:
            opened = await self._screen.asked.reading.ask(questions.read_again(spot))
        except (CodelensError, OSError) as error:
            reader.say(str(error))
            return
        reader.show(opened.file, opened.line, opened.start, opened.end)
        if not opened.is_exact:
            self._screen.note(_NEAREST)

    def spot(self) -> Spot | None:
        """Where the cursor of the source is."""
        code = self._screen.reader.code
        return None if code.file is None else spot_in(code.file, *code.cursor)

    # Other revisions

    def choose_revision(self) -> None:
        """Ask at which other revision the file is to be read."""
        spot = self.spot()
        if spot is None:
            self._screen.note("nothing is read yet whose revision could be another")
        else:
            self._screen.work_on(partial(self._choose_revision, spot), _GROUP)

    async def _choose_revision(self, spot: Spot) -> None:
        place = spot.place
        try:
            there = await self._screen.asked.reading.ask(questions.revisions(place.repository))
        except (CodelensError, OSError) as error:
            self._screen.note(str(error))
            return
        others = [revision for revision in there if revision != place.revision]
        if not others:
            self._screen.note(f"{place.repository} is indexed at {place.revision or 'this revision'} alone")
            return
        options = [Option(revision, revision) for revision in others]
        title = f"{place.repository} {printable(place.path)} @ {place.revision or 'this revision'}, instead of that at"

        def chosen(revision: str | None) -> None:
            if revision is not None:
                work = partial(self._go, spot, revision)
                self._screen.work_on(work, _GROUP)

        self._screen.app.push_screen(Picker(title, options), chosen)

    async def _go(self, spot: Spot, revision: str) -> None:
        screen = self._screen
        opened = await self._open(spot, revision)
        view = screen.views.current
        if opened is None or view is None:
            return
        name = printable(spot.place.path.rpartition("/")[2])
        there = spot_in(opened.file, opened.line, opened.start)
        screen.views.visit(view.at(there, f"{name} @ {opened.file.place.revision}"), reads=True)
        if not opened.is_exact:
            screen.note(_NEAREST)

    async def _open(self, spot: Spot, revision: str = "") -> Opened | None:
        try:
            return await self._screen.asked.reading.ask(questions.read_again(spot, revision))
        except (CodelensError, OSError) as error:
            self._screen.note(str(error))
            return None

    # Marks

    def set_mark(self) -> None:
        """Ask for the letter of a mark, and set it where one reads."""
        view, spot = self._screen.views.current, self.spot()
        if view is None or spot is None:
            self._screen.note("nothing is read yet that could be marked")
            return

        def chosen(letter: str | None) -> None:
            if letter is not None:
                self._marks[letter] = view.at(spot, f"mark {letter}")
                self._screen.note(f"mark {letter} is set; ' {letter} comes back here")

        taken = " ".join(sorted(self._marks))
        self._screen.app.push_screen(Letter(f"mark: a letter{f'; set already: {taken}' if taken else ''}"), chosen)

    def choose_mark(self) -> None:
        """Ask which mark to go to."""
        if not self._marks:
            self._screen.note("no mark is set yet; m and a letter set one where you read")
            return
        options = [
            Option(letter, _where(view.spot), view.spot.text, letter)
            for letter, view in sorted(self._marks.items())
            if view.spot is not None
        ]

        def chosen(letter: str | None) -> None:
            if letter is not None:
                self._screen.work_on(partial(self._go_to_mark, letter), _GROUP)

        self._screen.app.push_screen(Picker("Marks", options), chosen)

    async def _go_to_mark(self, letter: str) -> None:
        view = self._marks[letter]
        if view.spot is not None and (opened := await self._open(view.spot)) is not None:
            there = spot_in(opened.file, opened.line, opened.start)
            self._screen.views.visit(view.at(there, view.title), reads=True)
            if not opened.is_exact:
                self._screen.note(_NEAREST)


def _where(spot: Spot) -> str:
    place = spot.place
    return f"{place.repository} {ending(printable(place.path), _MOST_PATH)}:{one_based(spot.line)}"
