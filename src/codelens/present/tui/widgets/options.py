"""Things to choose from: a key, a label and a meaning each, filtered by what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.message import Message

from codelens.present.formats import printable
from codelens.present.tui.widgets.row_list import RowList
from codelens.present.tui.widgets.row_text import highlighted
from codelens.present.tui.widgets.steering import Steering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

Value = TypeVar("Value")
_BETWEEN = 2  # cells between the columns
_MOST_LABEL = 0.6  # of the width, where there are meanings


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """One thing to choose.

    Args:
        value: What is chosen.
        label: What it is called.
        meaning: One line about it.
        key: A character that chooses it at once.
    """

    value: Value
    label: str
    meaning: str = ""
    key: str = ""


class Options(RowList, Generic[Value]):
    """The options that what is typed leaves."""

    PREFIX = "options"
    COMPONENT_CLASSES: ClassVar = {
        f"options--{part}" for part in ("key", "label", "meaning", "match", "note", "cursor")
    }

    def __init__(self, options: Sequence[Option[Value]], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.options: Sequence[Option[Value]] = options
        self.left: Sequence[Option[Value]] = options
        self._words: list[str] = []

    def on_mount(self) -> None:
        """All of them, as long as nothing is typed."""
        self.filter("")

    def filter(self, text: str, empty: str = "none of them has this; delete what you typed to see all") -> None:
        """Leave the options that have all words of a text.

        Args:
            text: What was typed.
            empty: What is said when none is left.
        """
        self._words = text.casefold().split()
        self.left = [option for option in self.options if self._is_meant(option)]
        self.show_rows(len(self.left), empty=empty)

    def _is_meant(self, option: Option[Value]) -> bool:
        text = f"{option.label} {option.meaning}".casefold()
        return all(word in text for word in self._words)

    def row_segments(self, number: int, width: int, *, selected: bool) -> list[Segment]:
        """Key, label and meaning, each in its column."""
        return [Segment(text, self.style_of(part, selected=selected)) for text, part in self._pieces(number, width)]

    def _pieces(self, number: int, width: int) -> Iterable[tuple[str, str]]:
        option = self.left[number]
        if any(each.key for each in self.options):
            yield f" {option.key or ' '} ", "key"
            width -= 3
        room = self._label_width(width)
        yield " ", "label"
        yield from highlighted(set_cell_size(printable(option.label), room), self._words, "label")
        yield " " * _BETWEEN, "label"
        left = max(width - room - _BETWEEN - 1, 0)
        yield from highlighted(set_cell_size(printable(option.meaning), left), self._words, "meaning")

    def _label_width(self, width: int) -> int:
        if not any(option.meaning for option in self.options[:1_000]):
            return width - _BETWEEN - 1
        longest = max((cell_len(option.label) for option in self.options[:1_000]), default=0)
        return min(longest, int(width * _MOST_LABEL))


class Filter(Steering):
    """The line that filters options. While it is empty, the key of an option chooses that one.

    Args:
        keys: Those of the options.
        placeholder: What is shown while nothing is typed.
    """

    HELP = """\
## The filter

All words that you type have to be in an option. `up` and `down` move, `enter` chooses.
"""

    @dataclass
    class Pressed(Message):
        """The key of an option was pressed."""

        key: str

    def __init__(self, keys: Iterable[str], placeholder: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder, id=id)
        self._keys = frozenset(keys)

    def on_key(self, event: events.Key) -> None:
        """Choose by a key, or begin to filter."""
        if self.value or not self._keys or event.character is None:
            return
        if event.character in self._keys:
            self.post_message(self.Pressed(event.character))
        elif event.character == "/":
            self._keys = frozenset()
            self.placeholder = "type to filter"
        else:
            return
        event.stop()
        event.prevent_default()
