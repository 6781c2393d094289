"""Source text to read: the line one came for in the middle, the whole file around it, a cursor on an identifier."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from codelens.present.tui.widgets.cells import TAB, cells_before, character_at, joined
from codelens.present.tui.widgets.code_keys import CODE_KEYS
from codelens.present.tui.widgets.found import Found
from codelens.present.tui.widgets.highlighting import PARTS, Highlighting
from codelens.present.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from textual import events

    from codelens.query.file_text import FileText

_BESIDE = 20  # cells that are seen beside the cursor when the lines scroll sideways
_WORD = re.compile(r"[^\W\d]\w*")
_AT_ONCE = 0.02  # seconds of colouring before a line is painted plain
_SOON = 0.02
_UNDERMOST = ("", "number-of-line", "message")  # painted with a background of their own
_OVER = ("line", "match", "found", "word", "cursor")  # painted over the colours of the text, with what they name alone


class Code(LineView, can_focus=True):
    """A file, with a cursor."""

    HELP = """\
## Source

The line that matched is marked and stands in the middle; the whole file is there to scroll.
The arrows (or `h j k l`) move the cursor, `w` and `b` from identifier to identifier.
`[` and `]` move it to the definition before and after, `/` to a text, `:` to a line by its number.
`enter` goes to the definition of what is under the cursor; other letters ask for its references, callers and so on.
`z` shows the source alone, `v` the same file at another revision. `backspace` goes back, and `esc` to the list.
"""
    BINDINGS: ClassVar = CODE_KEYS
    COMPONENT_CLASSES: ClassVar = {f"code--{part}" for part in (*PARTS, "number-of-line", *_OVER, "message")}

    @dataclass
    class Follow(Message):
        """The definition of what is under the cursor is asked for."""

    @dataclass
    class Moved(Message):
        """The cursor is somewhere else."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.file: FileText | None = None
        self.cursor = (0, 0)  # line and character, both 0-based
        self._marked: tuple[int, int, int] | None = None
        self._found = Found()
        self._said = ""
        self._colours: Highlighting | None = None
        self._styles: dict[str, Style] = {}
        self._width = 0

    def show(self, file: FileText, line: int, start: int = 0, end: int = 0) -> None:
        """Show a file.

        Args:
            file: Its text.
            line: The line to come to, 0-based.
            start: The column of what matched, in characters.
            end: Where it ends; nothing is marked when that is the start.
        """
        if self.file is None or file.place != self.file.place or file.lines is not self.file.lines:
            self._found = Found()
            self._colours = Highlighting(file)
            self._width = max((len(text.expandtabs(TAB)) for text in file.lines), default=0)
        self.file = file
        self._said = ""
        line = min(line, max(len(file.lines) - 1, 0))
        self._marked = (line, start, end)
        self.cursor = (line, start)
        self.hold(self._gutter + self._width + 1, len(file.lines))
        self._centre()
        self.refresh()
        self.post_message(self.Moved())

    def say(self, message: str) -> None:
        """Show a sentence instead of a file."""
        self.file = None
        self._said = message
        self.hold(0, 0)
        self.refresh()

    def _centre(self) -> None:
        """Bring what one came for into the middle, and all of what matched into sight."""
        if self.file is None or self._marked is None:
            return
        region = self.scrollable_content_region
        line, start, end = self._marked
        begins, ends = (cells_before(self.file.lines[line], column) for column in (start, end))
        room = max(region.width - self._gutter - 1, 1)
        left = 0 if ends < room else min(begins, max(ends - room, 0) + _BESIDE)
        self.jump(left, max(line - region.height // 2, 0))
        self._keep_in_sight()

    @property
    def _gutter(self) -> int:
        return len(str(len(self.file.lines))) + 2 if self.file else 0

    @property
    def word(self) -> str:
        """The identifier under the cursor, or ""."""
        found = self._word_at(*self.cursor)
        return found[0] if found else ""

    def _word_at(self, line: int, column: int) -> re.Match[str] | None:
        if self.file is None or line >= len(self.file.lines):
            return None
        words = _WORD.finditer(self.file.lines[line])
        return next((found for found in words if found.start() <= column < found.end()), None)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._styles.clear()

    def on_resize(self) -> None:
        """What one came for stays in the middle, and the cursor in sight."""
        if self._marked is not None and self.cursor == self._marked[:2]:
            self._centre()
        else:
            self._keep_in_sight()

    def render_line(self, y: int) -> Strip:
        """The line of the file at a line of the widget."""
        width = self.scrollable_content_region.width
        plain = self._style("")
        if self.file is None:
            said = [Segment(f" {self._said}", self._style("message"))] if y == 0 else []
            return Strip(said).adjust_cell_length(width, plain)
        number = y + self.scroll_offset.y
        if number >= len(self.file.lines):
            return Strip.blank(width, plain)
        self._colour(number)
        gutter = Strip([Segment(f"{number + 1:>{self._gutter - 1}} ", self._style("number-of-line"))])
        at = self.scroll_offset.x
        under = plain + self._style("line") if self._marked and number == self._marked[0] else plain
        text = Strip(list(self._segments(number, under)))
        room = width - self._gutter
        return Strip.join(
            [gutter, text.adjust_cell_length(max(text.cell_length, at + room), under).crop(at, at + room)]
        )

    def _colour(self, number: int) -> None:
        if self._colours is not None and not self._colours.reached(number):
            last = number + self.scrollable_content_region.height
            if not self._colours.advance(number, last, _AT_ONCE):
                self.set_timer(_SOON, self.refresh)

    def _segments(self, number: int, under: Style) -> list[Segment]:
        """A line in pieces: colours below, then what matched, the identifier and the cursor."""
        if self.file is None:
            return []
        text = self.file.lines[number]
        styles: list[Style] = [under] * (len(text) + 1)
        for start, end, part in self._colours.spans(number) if self._colours else ():
            styles[start:end] = [under + self._style(part)] * (min(end, len(text)) - start)
        for start, end in self._found.spans(number):
            self._lay(styles, start, end, "found")
        if self._marked and self._marked[0] == number:
            self._lay(styles, self._marked[1], self._marked[2], "match")
        if self.cursor[0] == number and self.has_focus:
            if found := self._word_at(*self.cursor):
                self._lay(styles, found.start(), found.end(), "word")
            self._lay(styles, self.cursor[1], self.cursor[1] + 1, "cursor")
        return joined(text, styles)

    def _lay(self, styles: list[Style], start: int, end: int, part: str) -> None:
        over = self._style(part)
        for column in range(start, min(end, len(styles))):
            styles[column] += over

    def _style(self, part: str) -> Style:
        if part not in self._styles:
            names = (f"code--{part}",) if part else ()
            whole = self.get_visual_style(*names).rich_style
            own = self.get_component_rich_style(*names, partial=True) if part else whole
            if part in _UNDERMOST:
                self._styles[part] = whole
            else:
                self._styles[part] = own if part in _OVER else own + Style(color=whole.color)
        return self._styles[part]

    def move_to(self, line: int, column: int = 0) -> None:
        """Put the cursor somewhere, in sight."""
        if self.file is None or not self.file.lines:
            return
        line = min(max(line, 0), len(self.file.lines) - 1)
        self.cursor = (line, min(max(column, 0), len(self.file.lines[line])))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        if self.file is None or not self.file.lines:
            return
        line, column = self.cursor
        region = self.scrollable_content_region
        height, width = max(region.height, 1), max(region.width - self._gutter, 1)
        x, y = self.scroll_offset
        cell = cells_before(self.file.lines[line], column)
        top = line if line < y else line - height + 1 if line >= y + height else y
        beside = min(_BESIDE, width // 2)
        left = x if x <= cell < x + width - 1 else max(cell - beside if cell < x else cell - width + beside, 0)
        if (left, top) != (x, y):
            self.jump(left, top)

    def mark_all(self, found: Found) -> None:
        """Mark what was found in this file."""
        self._found = found
        self.refresh()

    def action_move(self, lines: int, columns: int) -> None:
        """Move the cursor."""
        self.move_to(self.cursor[0] + lines, self.cursor[1] + columns)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.move_to(self.cursor[0] + by * max(self.size.height - 1, 1), self.cursor[1])

    def action_line_end(self, by: int) -> None:
        """Move the cursor to an end of the line."""
        self.move_to(self.cursor[0], len(self.file.lines[self.cursor[0]]) if self.file and by > 0 else 0)

    def action_file_end(self, by: int) -> None:
        """Move the cursor to an end of the file."""
        self.move_to(len(self.file.lines) if self.file and by > 0 else 0)

    def action_word(self, by: int) -> None:
        """Move the cursor to the next identifier, or to the one before."""
        if self.file is None:
            return
        line, column = self.cursor
        while 0 <= line < len(self.file.lines):
            starts = [found.start() for found in _WORD.finditer(self.file.lines[line])]
            ahead = [start for start in starts if start > column] if by > 0 else [s for s in starts[::-1] if s < column]
            if ahead:
                self.move_to(line, ahead[0])
                return
            line += by
            column = -1 if by > 0 else 1 << 30

    def action_definition(self, by: int) -> None:
        """Move the cursor to the next definition of the file, or to the one before."""
        if self.file is None:
            return
        here = self.cursor[0]
        lines = sorted({match.range.line for match in self.file.definitions}, reverse=by < 0)
        ahead = next((line for line in lines if (line > here if by > 0 else line < here)), None)
        if ahead is not None:
            self.move_to(ahead)

    def action_follow(self) -> None:
        """Go to the definition of what is under the cursor."""
        if self.word:
            self.post_message(self.Follow())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where one clicks; the second click follows."""
        if self.file is None:
            return
        line = event.y + self.scroll_offset.y
        if line < len(self.file.lines):
            cell = max(event.x - self._gutter, 0) + self.scroll_offset.x
            self.move_to(line, character_at(self.file.lines[line], cell))
            if event.chain > 1:
                self.action_follow()
