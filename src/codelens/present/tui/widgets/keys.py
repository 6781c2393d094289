"""The last line: the keys that count where one is, as many as fit, help among them always."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.binding import Binding
    from textual.screen import Screen

# What is asked for now and then stands behind what one does here, and help behind all.
_LAST = ("search.explain", "app.help")


class Keys(Widget):
    """The bindings of the focused widget and of what it stands in that are to be shown, in that order.

    A key that would be typed into the focused line is none. A click on one presses it.
    """

    COMPONENT_CLASSES: ClassVar = {"keys--key", "keys--name"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._shown: list[tuple[str, str, str]] = []  # the key, how it is written, and its name

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        shown = [(binding.key, self.app.get_key_display(binding), binding.description) for binding in self._counting()]
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def _counting(self) -> Iterator[Binding]:
        """The first key of each action, help at the end."""
        typed = isinstance(self.screen.focused, Input)
        found: dict[str, Binding] = {}
        for each in self.screen.active_bindings.values():
            binding = each.binding
            if binding.show and each.enabled and not (typed and _is_typed(binding.key)):
                found.setdefault(binding.action, binding)
        yield from sorted(found.values(), key=lambda binding: _LAST.index(binding.id) + 1 if binding.id in _LAST else 0)

    def _fitting(self, width: int) -> Iterator[tuple[str, str, str]]:
        """What there is room for."""
        *others, last = self._shown
        left = width - _width(last)
        for each in others:
            if (left := left - _width(each)) < 0:
                break
            yield each
        yield last

    def render_line(self, y: int) -> Strip:
        """The line."""
        plain = self.get_visual_style("keys--name").rich_style
        segments = []
        if y == 0 and self._shown:
            key_style = self.get_visual_style("keys--key").rich_style
            for _, key, name in self._fitting(self.size.width):
                segments += [Segment(f" {key}", key_style), Segment(f" {name} ", plain)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        end = 0
        for each in self._fitting(self.size.width) if self._shown else ():
            end += _width(each)
            if event.x < end:
                self.app.simulate_key(each[0])
                return


def _width(shown: tuple[str, str, str]) -> int:
    return cell_len(f" {shown[1]} {shown[2]} ")


def _is_typed(key: str) -> bool:
    """Whether a line to type in keeps a key for itself."""
    is_function = key.startswith("f") and key[1:].isdigit()
    return key == "backspace" or not ("+" in key or is_function or key in _NEVER)


_NEVER = frozenset({"enter", "escape", "tab", "up", "down", "pageup", "pagedown"})  # typed
