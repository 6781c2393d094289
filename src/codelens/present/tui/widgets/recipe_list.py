"""The list of recipes: by topic, or those that answer best to what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding

from codelens.present.formats import printable
from codelens.present.tui.widgets.row_list import RowList
from codelens.present.tui.widgets.row_text import highlighted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from codelens.query.recipes.entries import Entry

# A row: a recipe, or a topic with its meaning.
_Row = "Entry | tuple[str, str]"


class RecipeList(RowList):
    """Recipes, each with its question."""

    HELP = """\
## Recipes

Saved questions. Type to find one by its name, its question or its topic; `up` and `down` select, `enter` asks for its
parameters and runs it. Beside the list, or below it, stands all that the selected one says of itself; `tab` goes there.
One that is broken says where. A recipe of your own is a file in `queries/recipes` of your configuration folder;
`queries/README.md` says how to write it.
"""
    BINDINGS: ClassVar = [
        Binding("enter", "choose", "Ask", id="list.choose", tooltip="Ask for the parameters of the recipe, and run it"),
    ]
    PREFIX = "recipe-list"
    COMPONENT_CLASSES: ClassVar = {
        f"recipe-list--{part}" for part in ("topic", "name", "question", "fault", "match", "note", "cursor")
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[Entry | tuple[str, str]] = ()
        self._words: list[str] = []
        self._width = 0

    def show(self, entries: Sequence[Entry], text: str, topics: Mapping[str, str], selected: str, empty: str) -> None:
        """Show the recipes that answer to a text.

        Args:
            entries: All recipes.
            text: What was typed; nothing lists them by topic.
            topics: Those that are known, with their meanings.
            selected: The name of the one to select, where it is among them; else the first is.
            empty: What is said when there are none.
        """
        from codelens.query.recipes.entries import about, by_topic  # noqa: PLC0415 - the screen is painted before

        self._words = text.casefold().split()
        rows: list[Entry | tuple[str, str]] = []
        if self._words:
            rows += about(entries, text, forgiving=True)
        else:
            for topic, meaning, listed in by_topic(entries, topics):
                rows += [(topic, meaning), *listed]
        self.rows = rows
        self._width = max((cell_len(entry.name) for entry in entries), default=0)
        self.show_rows(len(rows), self._number(selected), empty)

    def _number(self, name: str) -> int:
        named = (number for number, row in enumerate(self.rows) if not isinstance(row, tuple) and row.name == name)
        return next(named, 0)

    @property
    def entry(self) -> Entry | None:
        """The selected recipe."""
        row = self.rows[self.selected] if self.selected < len(self.rows) else None
        return None if isinstance(row, tuple) else row

    def can_select(self, number: int) -> bool:
        """All but topics."""
        return not isinstance(self.rows[number], tuple)

    def row_segments(self, number: int, width: int, *, selected: bool) -> list[Segment]:
        """Name and question, each in its column; of one that is broken, why."""
        return [Segment(text, self.style_of(part, selected=selected)) for text, part in self._pieces(number, width)]

    def _pieces(self, number: int, width: int) -> Iterator[tuple[str, str]]:
        row = self.rows[number]
        if isinstance(row, tuple):
            topic, meaning = row
            yield f" {topic}", "topic"
            yield set_cell_size(f"  {printable(meaning)}", max(width - cell_len(topic) - 1, 0)), "note"
            return
        name = min(self._width, width // 3)
        yield "   ", "name"
        yield from highlighted(set_cell_size(row.name, name), self._words, "fault" if row.fault else "name")
        yield "  ", "name"
        said, part = (row.fault, "fault") if row.fault else (row.recipe.question if row.recipe else "", "question")
        yield from highlighted(set_cell_size(printable(said), max(width - name - 5, 0)), self._words, part)
