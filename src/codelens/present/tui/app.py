"""The app: it owns the threads that ask the index, and shows one screen at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette

from codelens.present.tui.asking import Asker
from codelens.present.tui.board import Board
from codelens.present.tui.cookbook import Cookbook
from codelens.present.tui.explaining import Explaining
from codelens.present.tui.outside import Outside
from codelens.present.tui.palette import commands
from codelens.present.tui.preferences import Preferences
from codelens.present.tui.remembering import Prompted, Remembering
from codelens.present.tui.screens.search import SearchScreen
from codelens.present.tui.screens.too_small import TooSmall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.app import SystemCommand
    from textual.screen import Screen

    from codelens.locations import Home
    from codelens.present.settings import Settings
    from codelens.query.session import Session

_MOST_KEPT = 24 * 1024 * 1024  # of blobs, by each thread


class CodelensApp(App[None]):
    """codelens in a terminal.

    Args:
        home: Where the shards are.
        query: What the prompt begins with.
        repos: The manifest, as ``--repos`` has it; None for the usual one.
    """

    TITLE = "codelens"
    THEME = "textual-dark"
    CSS_PATH = "styles.tcss"
    COMMAND_PALETTE_BINDING = "alt+x"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (140, "-wide"),
    ]
    BINDINGS: ClassVar = [
        Binding("f1,question_mark", "help", "Help", id="app.help", tooltip="What one can do here, and the keys"),
        Binding("ctrl+q,ctrl+c", "quit", "Quit", show=False, priority=True, id="app.quit", tooltip="End codelens"),
        Binding(
            "f2", "recipes", "Recipes", show=False, id="app.recipes", tooltip="Saved questions: find one, and ask it"
        ),
        Binding(
            "f3",
            "repositories",
            "Repositories",
            show=False,
            id="app.repositories",
            tooltip="What is there, and from here fetched and indexed",
        ),
        Binding("e,alt+e", "edit", "Editor", id="outside.edit", tooltip="Open this line in your editor"),
        Binding("y,alt+y", "copy_place", "Copy", show=False, id="outside.copy-place", tooltip="Copy path and line"),
        Binding(
            "Y,alt+l", "copy_link", "Copy link", show=False, id="outside.copy-link", tooltip="Copy the line's permalink"
        ),
        Binding(
            "ctrl+s", "export", "Export", show=False, id="outside.export", tooltip="Write what was found to a file"
        ),
        Binding("ctrl+r", "history", "History", show=False, id="app.history", tooltip="Choose of what was typed"),
    ]

    def __init__(self, home: Home, query: str = "", repos: str | None = None) -> None:
        super().__init__()
        self.home = home
        self.query_at_start = query
        self.searching = Asker("search", self._session)
        self.reading = Asker("read", self._session)
        self.following = Asker("follow", self._session)
        self.running = Asker("run", self._session, keeps=False)
        self.explains = Asker("explain", self._session, keeps=False)
        self._broken_told: set[str] = set()
        self.board = Board(self, home, repos)
        self.cookbook = Cookbook(self)
        self.explaining = Explaining(self)
        self.outside = Outside(self)
        self.remembering = Remembering(self)
        self.preferences = Preferences()

    @property
    def settings(self) -> Settings:
        """What the person wants otherwise."""
        return self.preferences.settings

    @property
    def search_screen(self) -> SearchScreen:
        """The screen that one works in."""
        return next(screen for screen in self.screen_stack if isinstance(screen, SearchScreen))

    @property
    def beneath(self) -> Screen[object]:
        """The screen, and not the command palette over it, which acts on that."""
        return next(screen for screen in reversed(self.screen_stack) if not isinstance(screen, CommandPalette))

    def _session(self, checkpoint: Callable[[], None]) -> Session:
        from codelens.query.session import Session  # noqa: PLC0415 - the first screen is painted before it is needed

        return Session(self.home, broken=self._broken, checkpoint=checkpoint, most_kept=_MOST_KEPT)

    def _broken(self, error: Exception) -> None:
        self.call_later(self._tell_broken, str(error))  # from the thread that asked

    def _tell_broken(self, message: str) -> None:
        """Say once what can't be read, although each thread meets it."""
        if message not in self._broken_told:
            self._broken_told.add(message)
            self.notify(message, severity="warning", markup=False)

    def get_default_screen(self) -> Screen[None]:
        """The screen that one begins with."""
        return SearchScreen(self.query_at_start)

    def on_load(self) -> None:
        """Look and act as the person wants it."""
        self.preferences.obey(self)

    def on_mount(self) -> None:
        """Somebody who has nothing indexed is shown what there is to index."""
        if self.home.is_empty:
            from codelens.present.tui.screens.welcome import WelcomeScreen  # noqa: PLC0415 - once in a life

            self.push_screen(WelcomeScreen())

    def on_resize(self, event: events.Resize) -> None:
        """Say it when the terminal is too small, until it is not."""
        is_small = not TooSmall.fits(event.size)
        if is_small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not is_small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def action_help(self) -> None:
        """Say what one can do where one is."""
        from codelens.present.tui.screens.help import HelpScreen, help_for  # noqa: PLC0415 - when asked for

        if not isinstance(self.screen, (HelpScreen, TooSmall)):
            self.push_screen(HelpScreen(*help_for(self.screen)))

    def action_repositories(self) -> None:
        """Show the repositories."""
        from codelens.present.tui.screens.repositories import RepositoriesScreen  # noqa: PLC0415 - when asked for

        if not isinstance(self.screen, RepositoriesScreen):
            self.push_screen(RepositoriesScreen())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the palette: ours, then those of every app."""
        yield from commands(self, screen)
        yield from super().get_system_commands(screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What leads out of a screen, or into its prompt, counts where there is something to lead out, or a prompt."""
        if action in ("edit", "copy_place", "copy_link", "export"):
            return self.outside.screen is not None
        if action == "history":
            return isinstance(self.beneath, Prompted)
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Open where one is in one's editor."""
        self.run_worker(self.outside.edit(), group="outside")

    def action_copy_place(self) -> None:
        """Copy path and line."""
        self.run_worker(self.outside.copy_place(), group="outside")

    def action_copy_link(self) -> None:
        """Copy the permalink."""
        self.run_worker(self.outside.copy_link(), group="outside")

    def action_export(self) -> None:
        """Write what was found to a file."""
        self.outside.export()

    def action_history(self) -> None:
        """Choose of what was typed."""
        self.run_worker(self.remembering.recall(), group="recall", exclusive=True)

    def action_recipes(self) -> None:
        """Show the saved questions."""
        self.cookbook.show()

    def on_unmount(self) -> None:
        """Leave no thread and no job behind."""
        self.board.close()
        for asker in (self.searching, self.reading, self.following, self.running, self.explains):
            asker.close()
