"""The lines around the list: where one is, and what the answer has and lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from codelens.present.formats import one_based, printable, summary_text
from codelens.present.tui.widgets.cells import ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.file_text import FileText
    from codelens.query.matches import Answer

_BETWEEN = " › "
_COMMIT = 8  # characters of a commit that are shown


class Breadcrumb(Static):
    """The views that led here; when they are too many, the last ones."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._crumbs: Sequence[str] = ()
        self._after = ""

    def show(self, crumbs: Sequence[str], after: str = "") -> None:
        """Show a way.

        Args:
            crumbs: The titles of its views.
            after: What is said at its end.
        """
        self._crumbs = tuple(crumbs)
        self._after = after
        self._write()

    def on_resize(self) -> None:
        """A wider line has room for more of the way."""
        if self._crumbs:
            self._write()

    def _write(self) -> None:
        crumbs, after = self._crumbs, self._after
        kept = [printable(crumb) for crumb in crumbs]
        while len(kept) > 1 and cell_len(_BETWEEN.join(("codelens", *kept))) > max(
            self.size.width - cell_len(after) - 4, 20
        ):
            kept = kept[1:]
        cut = len(kept) < len(crumbs)
        self.update(Content(_BETWEEN.join(("codelens", *(["…"] if cut else []), *kept)) + after), layout=False)


class Title(Static):
    """What is read: repository, path and line, the definition around it, and at which revision."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._parts = ("", "", "", "", "")

    def show(self, file: FileText | None, line: int = 0, count: str = "") -> None:
        """Show where one is.

        Args:
            file: None clears the line.
            line: 0-based.
            count: Which one it is of what was found; "" when nothing is sought.
        """
        if file is None:
            self._parts = ("", "", "", "", "")
        else:
            place = file.place
            around = file.around(line)
            where = f"{place.repository} {printable(place.path)}:{one_based(line)}"
            symbol = printable(around.symbol) if around else ""
            revision = printable(place.revision or place.commit[:_COMMIT])
            commit = "" if not place.revision or place.commit.startswith(place.revision) else place.commit[:_COMMIT]
            self._parts = (where, symbol, f"@ {revision}" if revision else "", commit, count)
        self._write()

    def say(self, text: str) -> None:
        """Say something in its place."""
        self.update(Content(text), layout=False)

    def on_resize(self) -> None:
        """A wider line has room for more."""
        self._write()

    def _write(self) -> None:
        """What does not fit is left out: first the commit, then the definition; of a long path its end stays."""
        where, symbol, revision, commit, count = self._parts
        width = self.content_size.width
        choices = ((where, symbol, f"{revision} {commit}".rstrip(), count), (where, symbol, revision, count))
        for parts in (*choices, (where, revision, count), (where, count)):
            line = "  ".join(part for part in parts if part)
            if cell_len(line) <= width:
                break
        else:
            line = ending(where, width)
        self.update(Content(line), layout=False)


class Summary(Static):
    """The total, what was cut short, and what was skipped: always in sight."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._answer: Answer | None = None
        self._seconds = 0.0
        self._text = ""

    def show(self, answer: Answer | None, seconds: float = 0.0) -> None:
        """Show the summary of an answer.

        Args:
            answer: None clears the line.
            seconds: How long it took.
        """
        self._answer = answer
        self._seconds = seconds
        self._text = ""
        self._write()

    def show_text(self, text: str) -> None:
        """Show what sums up other things than an answer."""
        self._answer = None
        self._text = text
        self._write()

    def say(self, text: str) -> None:
        """Say what is going on instead."""
        self.update(Content(text), layout=False)

    def on_resize(self) -> None:
        """A wider line has room for the reasons of skips."""
        self._write()

    def _write(self) -> None:
        if self._answer is None:
            self.update(Content(self._text), layout=False)
            return
        took = f"; {self._seconds * 1_000:.0f} ms" if self._seconds else ""
        whole = summary_text(self._answer) + took
        short = summary_text(self._answer, short=True).replace(", see: codelens status", "") + took
        self.update(Content(whole if cell_len(whole) <= self.size.width else short), layout=False)
