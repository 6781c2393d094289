"""Where one reads: a line that says what, the source, and while something is sought in it, a line to type that in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from codelens.present.tui.widgets.code import Code
from codelens.present.tui.widgets.finder import Finder
from codelens.present.tui.widgets.found import Found
from codelens.present.tui.widgets.lines import Title

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from codelens.query.file_text import FileText


class Reader(Vertical):
    """A file with its title."""

    BINDINGS: ClassVar = [
        Binding("slash,ctrl+f", "find", "Find", id="code.find", tooltip="Find a text in this file"),
        Binding("n", "again(1)", "Next", show=False, id="code.next", tooltip="The next place that has it"),
        Binding("N", "again(-1)", "Before", show=False, id="code.before", tooltip="The place before that has it"),
        Binding("colon", "line", "Line", show=False, id="code.line", tooltip="A line by its number"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.code = Code(id="code")
        self._title = Title(id="title")
        self._finder = Finder(id="finder")
        self._found = Found()
        self._origin = (0, 0)  # where the cursor was when one began to find

    def compose(self) -> ComposeResult:
        """Title, source, and what finds in it."""
        yield self._title
        yield self.code
        with Horizontal(id="finding"):
            yield Static("/", id="finding-mark")
            yield self._finder

    @property
    def file(self) -> FileText | None:
        """The file that is shown."""
        return self.code.file

    def show(self, file: FileText, line: int, start: int = 0, end: int = 0) -> None:
        """Show a file; see :meth:`Code.show`."""
        if not self.children:  # the app has been left meanwhile
            return
        if self.file is None or self.file.lines is not file.lines:
            self._found = Found()
        self.code.show(file, line, start, end)
        self._tell()

    def say(self, message: str) -> None:
        """Show a sentence instead of a file."""
        if not self.children:  # as above
            return
        self.code.say(message)
        self._title.show(None)

    @on(Code.Moved)
    def _moved(self) -> None:
        self._tell()

    def _tell(self) -> None:
        self._title.show(self.file, self.code.cursor[0], self._found.count(self.code.cursor))

    # Finding

    def action_find(self) -> None:
        """Ask for a text."""
        self._ask(is_line=False)

    def action_line(self) -> None:
        """Ask for the number of a line."""
        self._ask(is_line=True)

    def _ask(self, *, is_line: bool) -> None:
        if self.file is None:
            return
        self._origin = self.code.cursor
        self.query_one("#finding-mark", Static).update(":" if is_line else "/")
        self.query_one("#finding").add_class("-open")
        self._finder.open(is_line=is_line)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The line goes when nothing is typed there any more."""
        if event.widget is self._finder:
            self.query_one("#finding").remove_class("-open")

    def action_again(self, by: int) -> None:
        """Go to the next place that has what was asked for, or to the one before."""
        if not self._found.text:
            self._title.say("nothing is sought yet: / asks for a text")
            return
        self._seek(self.code.cursor, by)
        self._tell()

    def _find(self, text: str) -> None:
        """Mark all places that have a text; "" marks none."""
        self._found = Found(text, self.file.lines if self.file else ())
        self.code.mark_all(self._found)

    def _seek(self, origin: tuple[int, int], by: int) -> bool:
        """Go to a place that was found, if there is any."""
        place = self._found.seek(origin, by)
        self.code.move_to(*(self._origin if place is None else place))
        return place is not None

    @on(Finder.Sought)
    def _sought(self, event: Finder.Sought) -> None:
        """Go there while it is typed."""
        if event.is_line:
            line = int(event.text or 0) - 1
            self.code.move_to(*((line, 0) if line >= 0 else self._origin))
        else:
            self._find(event.text)
            self._finder.set_class(not self._seek(self._origin, 0) and bool(event.text), "-error")
        self._tell()

    @on(Finder.Closed)
    def _finder_closed(self, event: Finder.Closed) -> None:
        if not event.kept:
            self._find("")
            self.code.move_to(*self._origin)
            self._tell()
        self.code.focus()
