"""The list of repositories, and the line of titles above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from codelens.present.tui.widgets.listing import Listing
from codelens.present.tui.widgets.repository_rows import RepositoryRow, header_pieces, repository_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.present.tui.widgets.listing import Piece


class RepositoryList(Listing[RepositoryRow]):
    """Repositories with their states; a job shows in its row how far it is."""

    HELP = """\
## Repositories

What the manifest (`repos.yaml`) lists and what is indexed, each with its state: *not fetched*, *fetched*, *indexed*,
*out of date* (its source has another commit, or the manifest another revision), *broken*.
`u` fetches and indexes the selected one, `f` and `i` do one half of it, `x` stops; `space` marks several, `a` all that
are shown. One goes on searching meanwhile. `enter` opens one: what was skipped, and why. `/` filters by name, group,
alias or state.
"""

    def pieces(self, row: RepositoryRow, width: int) -> Iterable[Piece]:
        """A repository as a line."""
        return repository_pieces(row, width)


class RepositoryTitles(Widget):
    """The titles of the columns."""

    def render_line(self, y: int) -> Strip:
        """The line, as wide as the list below it, whose last cell scrolls."""
        width = self.size.width
        pieces = header_pieces(width - 1) if y == 0 else []
        return Strip([Segment(text, self.rich_style) for text, _ in pieces]).adjust_cell_length(width, self.rich_style)
