"""What was typed, remembered: written while one works, on a thread, and chosen from with a key.

A query is remembered once one did something with it, or it stood for a while: not each word on the way to it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from codelens.errors import CodelensError
from codelens.present.formats import printable
from codelens.present.history import History

if TYPE_CHECKING:
    from textual.timer import Timer

    from codelens.present.tui.app import CodelensApp


@runtime_checkable
class Prompted(Protocol):
    """A screen with a prompt."""

    @property
    def typed(self) -> str:
        """What stands in the prompt."""

    def type(self, query: str) -> None:
        """Type something else."""


STANDS = 2.0  # seconds


class Remembering:
    """The history of an app.

    Args:
        app: Of which.
    """

    def __init__(self, app: CodelensApp) -> None:
        self._app = app
        self._history = History(app.home)
        self._waiting: Timer | None = None
        self._last = ""
        self._own: list[str] = []  # newest first, should the file be out of reach
        self._complained = False

    def typed(self, query: str) -> None:
        """A query was asked; unless another one is soon, it is remembered."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._app.set_timer(STANDS, lambda: self.used(query))

    def used(self, query: str) -> None:
        """Something was done with a query: remember it."""
        if self._waiting is not None:
            self._waiting.stop()
        query = " ".join(query.split())
        if query and query != self._last:
            self._last = query
            self._own = [query, *(each for each in self._own if each != query)]
            self._app.run_worker(self._add(query), group="history")

    async def _add(self, query: str) -> None:
        try:
            await asyncio.to_thread(self._history.add, query)
        except CodelensError as error:
            self._complain(error)

    def _complain(self, error: CodelensError) -> None:
        if not self._complained:
            self._complained = True
            self._app.notify(printable(str(error)), severity="warning", markup=False)

    async def recall(self) -> None:
        """Let one choose of what was typed, and type that."""
        screen = self._app.beneath
        if isinstance(screen, Prompted):
            query = await self._chosen(screen.typed)
            if query is not None:
                screen.type(query)

    async def _chosen(self, now: str) -> str | None:
        from codelens.present.tui.screens.picker import Picker  # noqa: PLC0415 - when asked for
        from codelens.present.tui.widgets.options import Option  # noqa: PLC0415

        try:
            kept = await asyncio.to_thread(self._history.queries)
        except CodelensError as error:
            self._complain(error)
            kept = []
        queries = [each for each in dict.fromkeys((*self._own, *kept)) if each != " ".join(now.split())]
        if not queries:
            self._app.notify("nothing else was typed yet")
            return None
        options = [Option(query, query) for query in queries]
        return await self._app.push_screen_wait(Picker("What was typed, the last first", options))
