"""Help for where one is: what the focused widget says of itself, and all keys that count there, as bound now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Markdown, Static

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult
    from textual.dom import DOMNode
    from textual.screen import Screen

_OWN = "codelens."  # modules whose bindings are listed; those of Textual's widgets are what everybody expects
# A line of the list of keys: the keys, and what they do.
Line = tuple[str, str]


class HelpScreen(ModalScreen[None]):
    """Texts and keys, over the screen.

    Args:
        texts: In Markdown, the nearest first.
        keys: What is bound.
    """

    HELP = "`esc` closes the help."
    BINDINGS: ClassVar = [
        Binding("escape,q,f1,question_mark", "dismiss", "Close", id="help.close", tooltip="Close the help"),
        Binding("j", "scroll(1)", "Down", show=False, id="help.down", tooltip="A line down"),
        Binding("k", "scroll(-1)", "Up", show=False, id="help.up", tooltip="A line up"),
    ]

    def __init__(self, texts: Iterable[str], keys: Iterable[Line]) -> None:
        super().__init__()
        self._texts = list(texts)
        self._keys = list(keys)

    def compose(self) -> ComposeResult:
        """A box that scrolls."""
        width = max((len(keys) for keys, _ in self._keys), default=0)
        with VerticalScroll(id="help"):
            for text in self._texts:
                yield Markdown(text)
            lines = (Content.assemble((f" {keys:<{width}}  ", "bold $text-accent"), does) for keys, does in self._keys)
            yield Static(Content("\n").join(lines), id="help-keys")
        yield Static("esc closes   j k or the arrows scroll", id="help-close", markup=False)

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def help_for(screen: Screen[object]) -> tuple[list[str], list[Line]]:
    """What is to be said of where one is on a screen."""
    chain: list[DOMNode] = list(screen.focused.ancestors_with_self) if screen.focused else [screen]
    texts = [text for node in chain if (text := getattr(node, "HELP", None))]
    return texts, list(_keys(screen))


def _keys(screen: Screen[object]) -> Iterator[Line]:
    """The keys of each action, in the order in which they are looked up."""
    found: dict[tuple[int, str], tuple[list[str], Binding]] = {}
    for node, binding, _, _ in screen.active_bindings.values():
        if binding.id and type(node).__module__.startswith(_OWN):
            found.setdefault((id(node), binding.action), ([], binding))[0].append(screen.app.get_key_display(binding))
    for keys, binding in found.values():
        yield " ".join(keys), binding.tooltip or binding.description
