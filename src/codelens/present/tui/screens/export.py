"""Asks where to write what was found, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from codelens.errors import OutputError
from codelens.present.exporting import Form, form_of
from codelens.present.output_file import require_free

if TYPE_CHECKING:
    from textual.app import ComposeResult

_FORMS = {
    Form.TEXT: "Text",
    Form.MARKDOWN: "Markdown",
    Form.JSON: "JSON Lines",
    Form.MERMAID: "Mermaid",
    Form.DOT: "Graphviz",
}
_AT_FIRST = "codelens.md"


@dataclass(frozen=True, slots=True)
class Target:
    """What was chosen.

    Args:
        file: Where to write.
        form: As what.
        replace: Whether a file that is there is replaced.
    """

    file: Path
    form: Form
    replace: bool = False


class ExportScreen(ModalScreen["Target | None"]):
    """A file, whose name says the form; what is wrong with it is said before anything is written.

    Args:
        count: What is written, in words.
        has_tree: Whether it can be drawn.
        in_browser: Whether the browser keeps the file, and a name is enough.
    """

    HELP = """\
## Export

The ending of the file's name says as what it is written: `.md` Markdown with links, `.jsonl` JSON Lines, anything else
plain lines; of a tree also `.mmd` (Mermaid) and `.dot` (Graphviz). `enter` writes, `esc` gives up. A file that is there
is replaced when you press `enter` again.
"""
    BINDINGS: ClassVar = [
        Binding("escape", "cancel", "Cancel", id="export.cancel", tooltip="Write nothing"),
    ]

    def __init__(self, count: str, *, has_tree: bool = False, in_browser: bool = False) -> None:
        super().__init__()
        self._count = count
        self._has_tree = has_tree
        self._in_browser = in_browser
        self._refused = ""

    def compose(self) -> ComposeResult:
        """A title, the file, its form, and what is wrong."""
        with Vertical(id="export"):
            yield Static(f"Export {self._count} to", id="export-title", markup=False)
            yield Input(_AT_FIRST, compact=True, id="export-file")  # selected: another name is typed over it
            yield Static("", id="export-form", markup=False)
            yield Static("", id="export-said", markup=False)

    def on_mount(self) -> None:
        """One types at once."""
        file = self.query_one(Input)
        file.focus()
        file.cursor_blink = False  # each blink would be sent over the wire
        self._say_form(file.value)

    def _form(self, name: str) -> Form:
        form = form_of(PurePath(name))
        return form if self._has_tree or form.picture is None else Form.TEXT

    def _say_form(self, name: str) -> None:
        endings = ".md Markdown, .jsonl JSON Lines, .txt text" + (
            ", .mmd Mermaid, .dot Graphviz" if self._has_tree else ""
        )
        self.query_one("#export-form", Static).update(f"as {_FORMS[self._form(name)]}  ({endings})")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._say_form(event.value)
        self._say("")

    def _say(self, text: str, refused: str = "") -> None:
        self._refused = refused
        self.query_one("#export-said", Static).update(text)

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        replace = bool(name) and self._refused == name
        if not name:
            self._say("name a file")
        elif fault := "" if self._in_browser else _fault(Path(name), replace=replace):
            if not replace and not _fault(Path(name), replace=True):
                self._say(f"{name} is there already: enter again replaces it", name)
            else:
                self._say(fault)
        else:
            self.dismiss(Target(Path(name), self._form(name), replace))

    def action_cancel(self) -> None:
        """Write nothing."""
        self.dismiss(None)


def _fault(file: Path, *, replace: bool) -> str:
    """What is wrong with a file to be written, or ""."""
    try:
        require_free(file, replace=replace)
    except OutputError as error:
        return str(error)
    return ""
