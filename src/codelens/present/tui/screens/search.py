"""The screen that one works in: type, see, read, follow, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingsMap
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Input

from codelens.present.tui.findings import at_of, findings_of
from codelens.present.tui.screens.following import Following
from codelens.present.tui.screens.reading import Reading
from codelens.present.tui.screens.running import Running
from codelens.present.tui.screens.searching import Searching
from codelens.present.tui.screens.visiting import Visiting
from codelens.present.tui.widgets.code import Code
from codelens.present.tui.widgets.keys import Keys
from codelens.present.tui.widgets.lines import Breadcrumb, Summary
from codelens.present.tui.widgets.pasting import has_lines
from codelens.present.tui.widgets.prompt import Mark, Prompt, Said
from codelens.present.tui.widgets.reader import Reader
from codelens.present.tui.widgets.results import Results
from codelens.present.tui.widgets.steering import Move, line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual import events
    from textual.app import ComposeResult
    from textual.worker import Worker

    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.outside import At, Findings


class SearchScreen(Screen[None]):
    """Prompt, list and source.

    Args:
        query: What the prompt begins with.
    """

    HELP = """\
## codelens

Type what you saw: a name, a text in quotes, a regular expression between slashes. What matches appears as you type.
`enter` reads, `esc` comes back, `backspace` goes to the view before. `m` and a letter mark a place, `'` and the letter
lead there.
"""
    BINDINGS: ClassVar = [
        Binding("backspace,alt+left,ctrl+o", "back(-1)", "Back", id="search.back", tooltip="The view before this one"),
        Binding("alt+right", "back(1)", "Forward", show=False, id="search.forward", tooltip="The view after this one"),
        Binding(
            "f4",
            "explain",
            "Explain",
            id="search.explain",
            tooltip="Paste a log or an error, or open one: who printed it",
        ),
        Binding("ctrl+g,f", "choose_follow", "Follow", id="search.follow", tooltip="All that leads on from here"),
        Binding(
            "escape",
            "leave",
            "Leave",
            show=False,
            id="search.leave",
            tooltip="Give up; or back to the list, the prompt",
        ),
        Binding(
            "slash",
            "search_anew",
            "Search",
            show=False,
            id="search.prompt",
            tooltip="Back to the prompt, for another query",
        ),
        Binding("z", "zoom", "Zoom", show=False, id="search.zoom", tooltip="The source alone, and back"),
        Binding(
            "v", "choose_revision", "Revision", show=False, id="search.revision", tooltip="This file at another one"
        ),
        Binding("m", "set_mark", "Mark", show=False, id="search.mark", tooltip="Mark where one reads with a letter"),
        Binding("apostrophe", "choose_mark", "Marks", show=False, id="search.marks", tooltip="Read at a mark"),
        Binding("ctrl+x", "stop", "Stop", priority=True, id="search.stop", tooltip="Ask no more steps of the recipe"),
        Binding("t", "draw", "Tree", id="search.draw", tooltip="The steps of a recipe as one tree, or one by one"),
    ]

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self.prompt = Prompt(id="prompt")
        self.said = Said(id="said")
        self.results = Results(id="results")
        self.reader = Reader(id="reader")
        self.summary = Summary(id="summary")
        self.views = Visiting(self)
        self.searching = Searching(self)
        self.reading = Reading(self)
        self.recipe = Running(self)
        self._following = Following(self)
        self._query_at_start = query
        self._entered_from: Prompt | Results | None = None  # where one was before reading

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        with Horizontal(id="asking"):
            yield Mark()
            yield self.prompt
        yield self.said
        with Container(id="body"):
            yield self.results
            yield self.reader
        yield self.summary
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Begin at the prompt."""
        self.prompt.focus()
        self.views.welcome()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(self._following.learn())])
        self.refresh_bindings()
        self.searching.begin()
        if self._query_at_start:
            self.prompt.value = self._query_at_start

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked."""
        return cast("CodelensApp", self.app)

    @property
    def is_reading(self) -> bool:
        """Whether one is in the source, not in the list; also while something is chosen over it."""
        return self.focused is not None and self.reader in self.focused.ancestors

    def note(self, text: str) -> None:
        """Say something below the prompt."""
        self.said.note(text)

    def work_on(self, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> Worker[None]:
        """Do something that takes its time.

        Args:
            work: What to do; a function, because what is given up before it begins must not have been made.
            group: Of which one is done at a time: what was begun before is given up.
        """
        return self.run_worker(work, group=group, exclusive=True)

    # Searching

    @on(Input.Changed, "#prompt")
    def _typed(self, event: Input.Changed) -> None:
        self.recipe.stop()
        self.searching.search(event.value)

    def action_search_anew(self) -> None:
        """Go to the prompt; its query is selected, so that typing replaces it, and an arrow key keeps it."""
        self.prompt.focus()
        self.prompt.select_all()

    @on(Results.More)
    def _more(self, event: Results.More) -> None:
        self.searching.extend(everything=event.everything)

    def action_back(self, by: int) -> None:
        """Go to the view before, or after."""
        self.views.back(by)

    # Out of it, and what was typed

    def at(self) -> At | None:
        """Where one is."""
        return at_of(self)

    def findings(self) -> Findings | None:
        """What there is to export."""
        return findings_of(self.views.current)

    @property
    def typed(self) -> str:
        """What stands in the prompt."""
        return self.prompt.value

    def type(self, query: str) -> None:
        """Type something else."""
        self.prompt.value = query
        self.prompt.cursor_position = len(query)
        self.prompt.focus()

    # Reading

    @on(Results.Selected)
    def _selected(self, event: Results.Selected) -> None:
        view = self.views.current
        if view is None:
            return
        view.selected = event.number
        row = self.results.row
        if view.spot is not None:
            self.reading.resume(view.spot)
            view.spot = None
        elif row is not None and row.match is not None:
            self.reading.preview(row.match)

    @on(Results.Chosen)
    def _read(self) -> None:
        self.views.settle()
        self._entered_from = self.prompt if self.prompt.has_focus else self.results
        self.reader.code.focus()

    @on(Prompt.Moved)
    def _moved(self, event: Prompt.Moved) -> None:
        if event.move is Move.CHOOSE and self.searching.is_asking:
            self.searching.reads_next = True  # who types and enters faster than the answer comes means the answer
        else:
            self.results.steer(event.move, event.by)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """What one goes to can be seen."""
        if not self.is_reading:
            self.remove_class("-zoomed")

    def action_leave(self) -> None:
        """Give up what is asked; else from the source to where one came from, and from the list to the prompt."""
        if self._following.give_up():
            self.note("given up")
            self.views.tell()
        elif self.is_reading and self._entered_from is not None:
            self._entered_from.focus()
        else:
            self.prompt.focus()

    def action_zoom(self) -> None:
        """Show the source alone, or beside the list again."""
        self.toggle_class("-zoomed")
        if self.has_class("-zoomed"):
            self.reader.code.focus()

    def action_choose_revision(self) -> None:
        """Read the same file at another revision."""
        self.reading.choose_revision()

    def action_set_mark(self) -> None:
        """Mark where one reads."""
        self.reading.set_mark()

    def action_choose_mark(self) -> None:
        """Go to a mark."""
        self.reading.choose_mark()

    # Following

    @on(Code.Follow)
    def _follow_definition(self) -> None:
        self.action_follow("definition")

    def action_follow(self, name: str) -> None:
        """Follow what is selected, or under the cursor."""
        self._following.follow(name, in_code=self.is_reading)

    def action_choose_follow(self) -> None:
        """Ask which way to follow."""
        self._following.choose()

    @on(Results.Unfold)
    def _unfold(self, event: Results.Unfold) -> None:
        if not self.recipe.turn(event.row):
            self._following.toggle(event.row)

    @on(Results.Fold)
    def _fold(self, event: Results.Fold) -> None:
        if not self.recipe.fold(event.row):
            self._following.fold(event.row)

    # What production prints

    @on(Prompt.Pasted)
    def _pasted(self, event: Prompt.Pasted) -> None:
        self.asked.explaining.show(event.text)

    def on_paste(self, event: events.Paste) -> None:
        """Several lines that are pasted are explained; one is searched for, where nothing can be typed."""
        if has_lines(event.text):
            self.asked.explaining.show(event.text)
        elif line := line_of(event.text):
            self.type(line.strip())

    def action_explain(self) -> None:
        """Show what was explained last, or ask for something to explain."""
        self.asked.explaining.show()

    # Recipes

    def action_stop(self) -> None:
        """Ask no more steps of the recipe."""
        self.recipe.stop()

    @on(Results.Resized)
    def _resized(self) -> None:
        self.recipe.refit()

    def action_draw(self) -> None:
        """Show the steps of a recipe as one tree, or one by one."""
        self.recipe.draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """What is done with a recipe, where there is one."""
        if action == "stop":
            return self.recipe.goes_on
        return action != "draw" or self.recipe.ran is not None
