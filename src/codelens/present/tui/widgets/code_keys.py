"""The keys of the source: those of vi and those of everybody else."""

from __future__ import annotations

from textual.binding import Binding, BindingType

CODE_KEYS: list[BindingType] = [
    Binding("down,j", "move(1, 0)", "Down", show=False, id="code.down", tooltip="The line below"),
    Binding("up,k", "move(-1, 0)", "Up", show=False, id="code.up", tooltip="The line above"),
    Binding("right,l", "move(0, 1)", "Right", show=False, id="code.right", tooltip="A character on"),
    Binding("left,h", "move(0, -1)", "Left", show=False, id="code.left", tooltip="A character back"),
    Binding("pagedown,ctrl+d", "page(1)", "Page down", show=False, id="code.page-down", tooltip="A page down"),
    Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False, id="code.page-up", tooltip="A page up"),
    Binding(
        "home,0", "line_end(-1)", "Start of line", show=False, id="code.line-start", tooltip="The start of the line"
    ),
    Binding(
        "end,dollar_sign",
        "line_end(1)",
        "End of line",
        show=False,
        id="code.line-end",
        tooltip="The end of the line",
    ),
    Binding("g,ctrl+home", "file_end(-1)", "Top", show=False, id="code.top", tooltip="The first line"),
    Binding("G,ctrl+end", "file_end(1)", "Bottom", show=False, id="code.bottom", tooltip="The last line"),
    Binding("w", "word(1)", "Next word", show=False, id="code.next-word", tooltip="The next identifier"),
    Binding("b", "word(-1)", "Word before", show=False, id="code.word-before", tooltip="The identifier before"),
    Binding(
        "right_square_bracket",
        "definition(1)",
        "Next definition",
        show=False,
        id="code.next-definition",
        tooltip="The next definition of the file",
    ),
    Binding(
        "left_square_bracket",
        "definition(-1)",
        "Definition before",
        show=False,
        id="code.definition-before",
        tooltip="The definition before",
    ),
    Binding("enter", "follow", "Definition", id="code.follow", tooltip="What is under the cursor"),
]
