"""The screen that explains: lines of a log, an error or a stack trace beside the source that printed them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingsMap
from textual.containers import Container, Horizontal
from textual.screen import Screen

from codelens.errors import CodelensError
from codelens.present.tui import explain_questions, questions
from codelens.present.tui.log import End
from codelens.present.tui.outside import At
from codelens.present.tui.screens.explain_leading import ExplainLeading
from codelens.present.tui.widgets.code import Code
from codelens.present.tui.widgets.explain_prompt import ExplainPrompt
from codelens.present.tui.widgets.keys import Keys
from codelens.present.tui.widgets.lines import Breadcrumb, Summary
from codelens.present.tui.widgets.log_lines import LogLines
from codelens.present.tui.widgets.pasting import Pasting
from codelens.present.tui.widgets.prompt import Mark, Said
from codelens.present.tui.widgets.reader import Reader
from codelens.present.tui.widgets.row_list import RowList
from codelens.present.tui.widgets.statements import Statements
from codelens.present.tui.widgets.steering import Move

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual import events
    from textual.app import ComposeResult
    from textual.worker import Worker

    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.outside import Findings
    from codelens.query.matches import Match

_EMPTY = "Nothing is explained yet: paste what you saw, several lines at once, or type the name of a log file."


class ExplainScreen(Screen[None]):
    """What was pasted or opened, the source that it comes from, and what has made most of it."""

    HELP = """\
## Explain

From what production prints to the line that printed it. `esc` gives up what is read, and goes back.
"""
    BINDINGS: ClassVar = [
        Binding("escape", "leave", "Back", id="explain.leave", tooltip="Read no more; back to the list, to the search"),
        Binding("s", "turn_to_statements", "Statements", id="explain.statements", tooltip="What made it, how often"),
        Binding("ctrl+g,f", "choose_follow", "Follow", id="explain.follow", tooltip="All that leads on from here"),
        Binding("ctrl+x", "stop", "Stop", priority=True, id="explain.stop", tooltip="Read no more of it"),
        Binding("slash", "app.focus('explain-prompt')", "Other", id="explain.prompt", tooltip="Explain something else"),
        Binding("z", "zoom", "Zoom", show=False, id="explain.zoom", tooltip="The source alone, and back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.prompt = ExplainPrompt(id="explain-prompt")
        self.said = Said(id="said")
        self.lines = LogLines(id="log-lines")
        self.statements = Statements(id="statements")
        self.reader = Reader(id="reader")
        self.summary = Summary(id="summary")
        self._leading = ExplainLeading(self)

    def compose(self) -> ComposeResult:
        """The lines from top to bottom."""
        yield Breadcrumb(id="crumbs")
        with Horizontal(id="asking"):
            yield Mark()
            yield self.prompt
        yield self.said
        with Container(id="body"):
            yield self.lines
            yield self.statements
            yield self.reader
        yield self.summary
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Show what was explained last, or ask for something."""
        self.lines.show_rows(0, empty=_EMPTY)
        log = self.asked.explaining.log
        if log is None:
            self.prompt.focus()
        else:
            self.lines.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(self._leading.learn())])
        self.refresh_bindings()
        log = self.asked.explaining.log
        if log is not None:
            self.lines.show(log, log.line)
        self.grown()

    @property
    def asked(self) -> CodelensApp:
        """The app, which owns what is asked."""
        return cast("CodelensApp", self.app)

    @property
    def is_reading(self) -> bool:
        """Whether one is in the source, not in the list."""
        return self.focused is not None and self.reader in self.focused.ancestors

    @property
    def rows(self) -> LogLines | Statements:
        """The list that is shown."""
        return self.statements if self.has_class("-statements") else self.lines

    @property
    def match(self) -> Match | None:
        """The selected place."""
        return self.rows.match

    @property
    def places(self) -> list[Match]:
        """All places of the selected row."""
        return self.rows.places

    def note(self, text: str) -> None:
        """Say something below the prompt."""
        self.said.note(text)

    def work_on(self, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> Worker[None]:
        """Do something that takes its time; what was begun of the group before is given up."""
        return self.run_worker(work, group=group, exclusive=True)

    # What is explained

    def grown(self) -> None:
        """More has been read, or something else is."""
        log = self.asked.explaining.log
        if log is None or not self.lines.is_attached:
            self.query_one(Breadcrumb).show(["explain"])
            return
        if self.lines.shown is not log:
            self.remove_class("-statements")
            self.reader.say("")
        self.lines.grow_to(log)
        if self.has_class("-statements"):
            self._show_statements()
        self.query_one(Breadcrumb).show(["explain", log.title] if log.title else ["explain"])
        self.tell()
        if log.end is End.FAILED:
            self.said.error(log.fault)
        elif log.end is not None:
            self.refresh_bindings()
            if self._note():  # known only at the end
                self._say_about()

    def tell(self) -> None:
        """Say how far it has been read."""
        log = self.asked.explaining.log
        self.summary.show_text(log.progress if log is not None else "")

    def on_paste(self, event: events.Paste) -> None:
        """Explain what is pasted anywhere but into the prompt."""
        event.stop()
        if event.text.strip():
            self._explain(event.text)

    @on(Pasting.Pasted)
    def _pasted(self, event: Pasting.Pasted) -> None:
        self._explain(event.text)

    def _explain(self, text: str, *, is_typed: bool = False) -> None:
        self.note("")
        self.asked.explaining.begin(text, is_typed=is_typed)
        self.lines.focus()

    @on(Pasting.Moved)
    def _moved(self, event: Pasting.Moved) -> None:
        if event.move is Move.CHOOSE and self.prompt.value.strip():
            self._explain(self.prompt.value, is_typed=True)
            self.prompt.value = ""
        else:
            self.rows.steer(event.move, event.by)

    # What is selected

    @on(RowList.Selected)
    def _selected(self) -> None:
        log = self.asked.explaining.log
        if log is None or self.lines.shown is not log or (log.end is End.FAILED and not len(log)):
            return  # what is wrong stays said
        if not self.has_class("-statements"):
            log.line = self.lines.line
        self._say_about()
        match = self.match
        if match is not None:
            self.work_on(partial(self._preview, match), "preview")
            return
        self.reader.say(self.rows.about)
        self.work_on(partial(self._preview_nearest, self.rows.unknown), "preview")

    def _say_about(self) -> None:
        self.note(" · ".join(filter(None, [self.rows.about, self._note()])))

    def _note(self) -> str:
        log = self.asked.explaining.log
        return log.note if log is not None and log.end is End.WHOLE and not log.explained else ""

    async def _preview(self, match: Match) -> None:
        try:
            opened = await self.asked.reading.ask(questions.read(match))
        except (CodelensError, OSError) as error:
            self.reader.say(str(error))
        else:
            self.reader.show(opened.file, opened.line, opened.start, opened.end)

    async def _preview_nearest(self, text: str) -> None:
        """Show what is nearest to a line that is nobody's, and what differs."""
        if not text:
            return
        try:
            near = await self.asked.following.ask(explain_questions.nearest(text))
        except (CodelensError, OSError) as error:
            self.reader.say(str(error))
            return
        if near is not None:
            there, here = (", ".join(words) for words in (near.missing, near.other))
            differs = f", which has {there}" if there else ""
            differs += f" instead of {here}" if there and here else f", which has no {here}" if here else ""
            self.note(f"nobody's; the nearest is below{differs}")
            await self._preview(near.match)

    @on(RowList.Chosen)
    def _read(self) -> None:
        if self.match is not None:
            self.reader.code.focus()

    # The statements

    def action_turn_to_statements(self) -> None:
        """Show the statements that made the log, or its lines again."""
        self.toggle_class("-statements")
        if self.has_class("-statements"):
            self._show_statements()
        self._focus_list()

    def _focus_list(self) -> None:
        self.rows.focus()
        self.refresh_bindings()
        self._selected()

    def _show_statements(self) -> None:
        log = self.asked.explaining.log
        if log is not None:
            self.statements.show(log.summed, several=len(log.searched) > 1)

    @on(Statements.First)
    def _first(self, event: Statements.First) -> None:
        self.remove_class("-statements")
        self.lines.go_to(event.line)
        self._focus_list()

    # Following, and out of it

    @on(Code.Follow)
    def _follow_definition(self) -> None:
        self.action_follow("definition")

    def action_follow(self, name: str) -> None:
        """Follow the definition around the selected statement, or what is under the cursor."""
        self._leading.follow(name, in_code=self.is_reading)

    def action_choose_follow(self) -> None:
        """Ask which way to follow."""
        self._leading.choose()

    def at(self) -> At | None:
        """Where one is."""
        code = self.reader.code
        if self.is_reading and code.file is not None:
            line, column = code.cursor
            return At(code.file.place, line, code.file.byte_column_of(line, column))
        match = self.match
        return None if match is None else At(match.place, match.range.line, match.range.column)

    def findings(self) -> Findings | None:
        """Nothing yet that could be exported."""
        return None

    def action_zoom(self) -> None:
        """Show the source alone, or beside the list again."""
        self.toggle_class("-zoomed")
        if self.has_class("-zoomed"):
            self.reader.code.focus()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """What one goes to can be seen."""
        if not self.is_reading:
            self.remove_class("-zoomed")

    def action_stop(self) -> None:
        """Read no more."""
        self.asked.explaining.stop()

    def action_leave(self) -> None:
        """Give up what is asked or read; else from the source to the list, and from there to the search."""
        if self._leading.give_up():
            self.note("given up")
            self.tell()
        elif self.is_reading:
            self.rows.focus()
        elif not self.asked.explaining.stop():
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """What is done with a log, where there is one."""
        if action == "stop":
            return self.asked.explaining.goes_on
        return action != "turn_to_statements" or self.asked.explaining.log is not None
