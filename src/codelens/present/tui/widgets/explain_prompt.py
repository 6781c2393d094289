"""Where a text is pasted or typed that is to be explained."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding

from codelens.present.tui.widgets.pasting import Pasting

_ASKING = "paste a log, an error, a stack trace; or type one, or the name of a file"


class ExplainPrompt(Pasting):
    """Where a text or the name of a file is typed."""

    HELP = """\
## What is explained

Paste a log, an error with all its causes, a stack trace; or type a line of it, the name of a log file, the address of
a page of metrics, and press `enter`. Each line is then shown with the place in the source that printed it.
"""
    BINDINGS: ClassVar = [
        Binding("enter", "list('choose', 0)", "Explain", id="prompt.choose", tooltip="Explain what is typed"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(_ASKING, id=id)
