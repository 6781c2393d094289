"""The screen that one works in: type, see, read, follow, and come back."""

from __future__ import annotations

from asyncio import sleep
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingsMap
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Input

from codelens.errors import CodelensError, QueryError
from codelens.present.tui import questions
from codelens.present.tui.views import JumpList, Row, View, folded, rows_of, unfolded
from codelens.present.tui.widgets.code import Code
from codelens.present.tui.widgets.lines import Breadcrumb, Summary
from codelens.present.tui.widgets.prompt import Mark, Prompt, Said, column_on_screen
from codelens.present.tui.widgets.results import Results

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from codelens.present.tui.app import CodelensApp
    from codelens.query.following import Follow, Subject

FIRST = 60  # matches that a query is first asked for; nearer the end of the list, ten times as many
MOST = 100_000
_LEVEL = 50  # rows that one unfolds to
_EMPTY = "Type a name, such as the one of a function in a stack trace; or a text in quotes, as a log has it."
_PAUSE = 0.05  # seconds without another key after which the source of the selected row is read
_SLOW = 0.15  # seconds after which it is said that a search goes on
_TAKEN = "jklhgwbn"  # letters that are keys of the list and of the source


def follow_keys(follows: Sequence[Follow]) -> list[Binding]:
    """A key for each way to follow: the first letter of its name that is still free."""
    taken = set(_TAKEN)
    keys = []
    for follow in follows:
        key = next((letter for letter in follow.name if letter.isalpha() and letter not in taken), None)
        if key is not None:
            taken.add(key)
            name = follow.name.capitalize()
            keys.append(
                Binding(key, f"follow('{follow.name}')", name, id=f"follow.{follow.name}", tooltip=follow.meaning)
            )
    return keys


class SearchScreen(Screen[None]):
    """Prompt, list and source.

    Args:
        query: What the prompt begins with.
    """

    HELP = """\
## codelens

Type what you saw: a name, a text in quotes, a regular expression between slashes. What matches appears as you type.
`enter` reads, `esc` comes back to the prompt, `backspace` to the view before.
"""
    BINDINGS: ClassVar = [
        Binding("escape", "prompt", "Prompt", show=False, id="search.prompt", tooltip="Back to the prompt"),
        Binding("slash", "prompt", "Search", show=False, id="search.search", tooltip="Back to the prompt"),
        Binding("backspace,alt+left,ctrl+o", "back(-1)", "Back", id="search.back", tooltip="The view before this one"),
        Binding("alt+right", "back(1)", "Forward", show=False, id="search.forward", tooltip="The view after this one"),
    ]

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self.jumps = JumpList()
        self.follows: tuple[Follow, ...] = ()
        self._query_at_start = query
        self._settled = False  # whether what is typed next is another place to come back to

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked."""
        return cast("CodelensApp", self.app)

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        with Horizontal(id="asking"):
            yield Mark()
            yield Prompt(id="prompt")
        yield Said(id="said")
        with Container(id="body"):
            yield Results(id="results")
            yield Code(id="code")
        yield Summary(id="summary")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the prompt."""
        self.prompt.focus()
        self.results.show((), empty=_EMPTY)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._learn_follows()
        self._warm()
        if self._query_at_start:
            self.prompt.value = self._query_at_start

    @work(group="warm")
    async def _warm(self) -> None:
        """Open the shards before the first key."""
        with suppress(CodelensError):  # the first question says what is wrong
            await self.asked.searching.ask(questions.opened)

    @property
    def prompt(self) -> Prompt:
        """Where queries are typed."""
        return self.query_one(Prompt)

    @property
    def results(self) -> Results:
        """The list."""
        return self.query_one(Results)

    @property
    def code(self) -> Code:
        """The source."""
        return self.query_one(Code)

    @property
    def said(self) -> Said:
        """The line below the prompt."""
        return self.query_one(Said)

    # Searching

    @on(Input.Changed, "#prompt")
    def _typed(self, event: Input.Changed) -> None:
        view = self.jumps.current
        if view is None or event.value != view.query:
            self._search(event.value)

    @work(exclusive=True, group="search")
    async def _search(self, text: str) -> None:
        if not text.strip():
            self._show(View("", text), new=self._settled)
            self.said.note("")
            self.results.show((), empty=_EMPTY)
            return
        slow = self.set_timer(_SLOW, lambda: self.query_one(Summary).say("searching …"))
        try:
            found = await self.asked.searching.ask(questions.searched(text, FIRST))
        except QueryError as error:
            self.said.error(error.said, column_on_screen(self.prompt, error.column))
        except CodelensError as error:
            self.said.error(str(error))
        else:
            rows = rows_of(found.answer)
            view = View(text, text, found.words, rows=rows, answer=found.answer, limit=FIRST, seconds=found.seconds)
            self._show(view, new=self._settled)
        finally:
            slow.stop()

    @on(Results.More)
    def _more(self, event: Results.More) -> None:
        view = self.jumps.current
        if view is not None and view.limit and not view.is_whole and view.limit < MOST:
            self._extend(view, MOST if event.everything else view.limit * 10)

    @work(exclusive=True, group="search")
    async def _extend(self, view: View, limit: int) -> None:
        follow, subject = view.follow, view.subject
        at_end = view.selected >= len(view.rows) - 1
        asked = (
            questions.searched(view.query, limit)
            if follow is None or subject is None
            else questions.followed(follow, subject, limit)
        )
        found = await self.asked.searching.ask(asked)
        if self.jumps.current is not view:
            return
        view.limit = limit if len(found.answer.matches) > len(view.matches) else MOST
        view.rows, view.answer = rows_of(found.answer, unfolds=follow is not None and follow.unfolds), found.answer
        self.results.show(view.rows, view.words, len(view.rows) - 1 if at_end and limit == MOST else view.selected)
        self.query_one(Summary).show(found.answer, found.seconds)

    def _show(self, view: View, *, new: bool) -> None:
        """Show a view, as a new place or instead of the one where one is."""
        self._keep()
        if new or self.jumps.current is None:
            self.jumps.go(view)
        else:
            self.jumps.replace(view)
        self._settled = False
        self._paint(view)

    def _paint(self, view: View) -> None:
        nothing = "" if view.answer is None else "nothing found"
        self.results.show(view.rows, view.words, view.selected, empty=nothing)
        self.query_one(Summary).show(view.answer, view.seconds)
        self.query_one(Breadcrumb).show(self.jumps.crumbs)
        self.said.note(" · ".join(view.answer.notes) if view.answer else "")

    # Reading

    @on(Results.Selected)
    def _selected(self, event: Results.Selected) -> None:
        if (view := self.jumps.current) is not None:
            view.selected = event.number
        row = self.results.row
        if row is not None and row.match is not None:
            self._preview(row)

    @work(exclusive=True, group="preview")
    async def _preview(self, row: Row) -> None:
        if row.match is None:
            return
        await sleep(_PAUSE if self.focused is self.prompt else 0)  # the list is painted first
        try:
            opened = await self.asked.reading.ask(questions.read(row.match))
        except CodelensError as error:
            self.code.say(str(error))
            return
        self.code.show(opened.file, opened.line, opened.start, opened.end)
        if (view := self.jumps.current) is not None and view.place is not None:
            self.code.move_to(*view.place)
            view.place = None

    @on(Results.Chosen)
    def _read(self) -> None:
        self._settled = True
        self.code.focus()

    @on(Prompt.Moved)
    def _moved(self, event: Prompt.Moved) -> None:
        self.results.steer(event.move, event.by)

    def action_prompt(self) -> None:
        """Come back to the prompt."""
        self.prompt.focus()

    # Following

    @work(group="follows")
    async def _learn_follows(self) -> None:
        from codelens.query.following import follows  # noqa: PLC0415 - the first screen is painted before it is needed

        self.follows = follows()
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(follow_keys(self.follows))])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """What follows counts where a letter is a key: not at the prompt."""
        return action not in ("follow", "back") or self.focused is not self.prompt

    @on(Code.Follow)
    def _follow_definition(self) -> None:
        self.action_follow("definition")

    def action_follow(self, name: str) -> None:
        """Follow what is selected, or under the cursor."""
        follow = next((each for each in self.follows if each.name == name), None)
        if follow is not None:
            self._follow(follow, in_code=self.focused is self.code)

    @work(exclusive=True, group="follow")
    async def _follow(self, follow: Follow, *, in_code: bool) -> None:
        try:
            subject = await self._subject(in_code=in_code)
            if subject is None:
                self.said.note("nothing to follow here: put the cursor on an identifier, or select a row")
                return
            self.query_one(Summary).say(f"{follow.name} of {subject.name} …")
            found = await self.asked.following.ask(questions.followed(follow, subject, FIRST))
        except CodelensError as error:
            self._summary_again()
            self.said.note(str(error))
            return
        if not found.answer.matches:
            self._summary_again()
            self.said.note(" · ".join([f"no {follow.name} of {subject.name}", *found.answer.notes]))
            return
        rows = rows_of(found.answer, unfolds=follow.unfolds)
        view = View(
            f"{follow.name} of {subject.name}",
            self.prompt.value,
            found.words,
            follow,
            subject,
            rows,
            found.answer,
            limit=FIRST,
            seconds=found.seconds,
        )
        self._show(view, new=True)
        self._settled = True
        if not in_code:
            self.results.focus()

    def _summary_again(self) -> None:
        view = self.jumps.current
        self.query_one(Summary).show(view.answer if view else None, view.seconds if view else 0.0)

    async def _subject(self, *, in_code: bool) -> Subject | None:
        """What is to be followed: the identifier under the cursor of the source, or the selected row."""
        if in_code and self.code.file is not None and self.code.word:
            line, column = self.code.cursor
            place = self.code.file.place
            return await self.asked.following.ask(
                questions.subject_under(place, line, self.code.file.byte_column_of(line, column))
            )
        if self.results.row is None or self.results.row.match is None:
            return None
        return await self.asked.following.ask(questions.subject_of_match(self.results.row.match))

    @on(Results.Unfold)
    def _unfold(self, event: Results.Unfold) -> None:
        view = self.jumps.current
        if view is None or view.follow is None:
            return
        if event.row.unfolded:
            view.rows = folded(view.rows, event.number)
            self.results.show(view.rows, view.words, event.number)
        elif event.row.match is not None:
            self._next_level(view, view.follow, event)

    @work(exclusive=True, group="follow")
    async def _next_level(self, view: View, follow: Follow, event: Results.Unfold) -> None:
        if event.row.match is None:
            return
        try:
            subject = await self.asked.following.ask(questions.subject_below(event.row.match))
            found = await self.asked.following.ask(questions.followed(follow, subject, _LEVEL))
        except CodelensError as error:
            self.said.note(str(error))
            return
        if self.jumps.current is not view or view.rows[event.number] is not event.row:
            return
        view.rows = unfolded(view.rows, event.number, rows_of(found.answer, unfolds=True))
        self.results.show(view.rows, view.words, event.number)
        if not found.answer.matches:
            self.said.note(f"no {follow.name} of {subject.name}")

    # Coming back

    def _keep(self) -> None:
        """Remember where one was reading."""
        view = self.jumps.current
        if view is not None and self.focused is self.code:
            view.place = self.code.cursor

    def action_back(self, by: int) -> None:
        """Go to the view before, or after."""
        self._keep()
        view = self.jumps.step(by)
        if view is None:
            self.said.note("there is nothing before this" if by < 0 else "there is nothing after this")
            return
        self.workers.cancel_group(self, "search")
        with self.prompt.prevent(Input.Changed):
            self.prompt.value = view.query
        self._settled = True
        self._paint(view)
        (self.code if view.place is not None else self.results).focus()
