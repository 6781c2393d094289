"""Following from the screen that explains: what a line leads to is shown on the search screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.present.tui.rows import Row
from codelens.present.tui.screens.following import view_of
from codelens.present.tui.screens.leading import Leading
from codelens.present.tui.views import View

if TYPE_CHECKING:
    from codelens.present.tui.questions import Found
    from codelens.present.tui.screens.explain import ExplainScreen
    from codelens.query.following import Follow, Subject
    from codelens.query.matches import Match


class ExplainLeading(Leading):
    """What leads on from a line, or from what is under the cursor of the source beside it.

    Args:
        screen: The one that explains.
    """

    def __init__(self, screen: ExplainScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    def selected(self) -> Match | None:
        """What the selected row stands for."""
        return self._screen.match

    def tell(self) -> None:
        """Say again what stands below the list when nothing is asked."""
        self._screen.tell()

    def arrive(self, follow: Follow, subject: Subject, found: Found) -> None:
        """Show what a subject has led to; before it stand the places of the line, to come back to."""
        app = self._screen.asked
        search = app.search_screen
        selected, log = self._screen.match, app.explaining.log
        where = f"{log.title}:{log.line + 1}" if log is not None else ""
        places = View(f"explain {where}".rstrip(), search.typed, rows=[Row(match) for match in self._screen.places])
        places.selected = next((at for at, row in enumerate(places.rows) if row.match == selected), 0)
        while app.screen is not search:
            app.pop_screen()
        search.set_focus(search.results)
        search.views.visit(places)
        search.views.visit(view_of(follow, subject, found, search.typed))
