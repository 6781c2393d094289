"""Following from the search screen: what leads on, asked of a row or of the identifier under the cursor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from codelens.errors import CodelensError
from codelens.present.tui import questions
from codelens.present.tui.rows import asked, folded, parent, rows_of, unfolded
from codelens.present.tui.screens.picker import Picker
from codelens.present.tui.views import View
from codelens.present.tui.widgets.options import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.present.tui.questions import Found
    from codelens.present.tui.rows import Row
    from codelens.present.tui.screens.search import SearchScreen
    from codelens.query.following import Follow, Subject

_FIRST = 60  # matches that are asked for at first
_LEVEL = 50  # rows that one unfolds to
_TAKEN = "jklhgwbnfmvzyesqtxGN"  # letters that are keys of the list, of the source and of what is done with a place
_GROUP = "follow"
_ASKING = "asking …  esc gives up"


def follow_keys(follows: Sequence[Follow]) -> dict[str, Follow]:
    """A key for each way to follow: the first letter of its name that is still free, as a small one or as a capital."""
    keys: dict[str, Follow] = {}
    for follow in follows:
        letters = [letter for letter in follow.name + follow.name.upper() if letter.isalpha()]
        key = next((letter for letter in letters if letter not in _TAKEN and letter not in keys), None)
        if key is not None:
            keys[key] = follow
    return keys


class Following:
    """What leads on from where one is.

    Args:
        screen: The one that shows where.
    """

    def __init__(self, screen: SearchScreen) -> None:
        self._screen = screen
        self._follows: tuple[Follow, ...] = ()
        self._keys: dict[str, Follow] = {}

    def learn(self) -> list[Binding]:
        """The keys of all ways to follow."""
        from codelens.query.following import follows  # noqa: PLC0415 - the first screen is painted before it is needed

        self._follows = follows()
        self._keys = follow_keys(self._follows)
        return [
            Binding(
                key,
                f"follow('{follow.name}')",
                follow.name.capitalize(),
                id=f"follow.{follow.name}",
                tooltip=follow.meaning,
            )
            for key, follow in self._keys.items()
        ]

    def choose(self) -> None:
        """Ask which way."""
        keys = {follow.name: key for key, follow in self._keys.items()}
        options = [
            Option(follow.name, follow.name, follow.meaning, keys.get(follow.name, "")) for follow in self._follows
        ]
        in_code = self._screen.is_reading

        def chosen(name: str | None) -> None:
            if name is not None:
                self.follow(name, in_code=in_code)

        word = self._screen.reader.code.word if in_code else self._name_of_row()
        self._screen.app.push_screen(Picker(f"Follow {word}".rstrip(), options), chosen)

    def _name_of_row(self) -> str:
        row = self._screen.results.row
        return "" if row is None or row.match is None else row.match.symbol or row.match.name

    def follow(self, name: str, *, in_code: bool) -> None:
        """Follow what is selected, or under the cursor."""
        follow = next((each for each in self._follows if each.name == name), None)
        if follow is not None:
            work = partial(self._follow, follow, in_code=in_code)
            self._screen.work_on(work, _GROUP)

    async def _follow(self, follow: Follow, *, in_code: bool) -> None:
        screen = self._screen
        try:
            subject = await self._subject(in_code=in_code)
            if subject is None:
                screen.note("nothing to follow here: put the cursor on an identifier, or select a row")
                return
            screen.summary.say(f"{follow.name} of {subject.name} …  esc gives up")
            found = await screen.asked.following.ask(questions.followed(follow, subject, _FIRST))
        except (CodelensError, OSError) as error:
            screen.note(str(error))
            return
        finally:
            screen.views.tell()
        if found.answer.matches:
            self._arrive(follow, subject, found)
        else:
            screen.note(" · ".join([f"no {follow.name} of {subject.name}", *found.answer.notes]))

    def _arrive(self, follow: Follow, subject: Subject, found: Found) -> None:
        screen = self._screen
        rows = rows_of(found.answer, unfolds=follow.unfolds)
        title = f"{follow.name} of {subject.name}"
        view = View(title, screen.prompt.value, found.words, follow, subject, rows, found.answer)
        view.limit, view.seconds = _FIRST, found.seconds
        screen.views.visit(view)

    async def _subject(self, *, in_code: bool) -> Subject | None:
        """What is to be followed: the identifier under the cursor of the source, or the selected row."""
        screen, code = self._screen, self._screen.reader.code
        if in_code and code.file is not None:
            line, column = code.cursor
            if not code.word:
                return None
            at = questions.subject_under(code.file.place, line, code.file.byte_column_of(line, column))
            return await screen.asked.following.ask(at)
        row = screen.results.row
        if row is None or row.match is None:
            return None
        return await screen.asked.following.ask(questions.subject_of_match(row.match))

    # Unfolding

    def toggle(self, row: Row) -> None:
        """Show what a row leads to, or hide it."""
        view = self._screen.views.current
        if view is None or view.follow is None or row.unfolded is None:
            return
        if row.unfolded:
            self.fold(row)
        else:
            work = partial(self._unfold, view, view.follow, row)
            self._screen.work_on(work, _GROUP)

    def fold(self, row: Row) -> None:
        """Hide what a row leads to; where nothing is to be hidden, go to the row that it hangs from."""
        view = self._screen.views.current
        at = None if view is None else _index(view.rows, row)
        if view is None or at is None:
            return
        if row.unfolded:
            self._put(view, folded(view.rows, at), at)
        else:
            self._screen.results.selected = parent(view.rows, at)

    async def _unfold(self, view: View, follow: Follow, row: Row) -> None:
        at = _index(view.rows, row)
        if at is None or row.match is None:
            return
        call = questions.followed_on(follow, row.match, _LEVEL)
        self._put(view, asked(view.rows, at, _ASKING), at)
        row = view.rows[at]
        found: Found | None = None
        try:
            found = await self._screen.asked.following.ask(call)
        except (CodelensError, OSError) as error:
            self._screen.note(str(error))
        finally:  # also when it was given up
            if (at := _index(view.rows, row)) is not None:
                root = view.subject.match if view.subject else None
                rows = unfolded(view.rows, at, found.answer, root) if found else folded(view.rows, at)
                self._put(view, rows, at)

    def _put(self, view: View, rows: list[Row], at: int) -> None:
        """Show other rows of a view, when that is still the one that is shown.

        Args:
            view: The view.
            rows: Its rows from now on.
            at: The one that has changed, which is selected where the selected one is gone.
        """
        kept = _index(rows, view.rows[view.selected]) if view.selected < len(view.rows) else None
        view.rows = rows
        view.selected = at if kept is None else kept
        if self._screen.views.current is view:
            self._screen.results.show_more(rows, view.selected)

    def give_up(self) -> bool:
        """End what is asked; whether anything was."""
        asking = [worker for worker in self._screen.workers if worker.group == _GROUP and not worker.is_finished]
        for worker in asking:
            worker.cancel()
        return bool(asking)


def _index(rows: Sequence[Row], row: Row) -> int | None:
    """Where a row stands, which others may equal."""
    return next((number for number, each in enumerate(rows) if each is row), None)
