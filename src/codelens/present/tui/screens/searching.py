"""Searching: what is typed is asked with each key, and what lies further down the list when one comes near."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, QueryError
from codelens.present.tui import questions
from codelens.present.tui.rows import rows_of
from codelens.present.tui.views import View
from codelens.present.tui.widgets.prompt import column_on_screen

if TYPE_CHECKING:
    from codelens.present.tui.screens.search import SearchScreen

_FIRST = 60  # matches that are asked for at first
_MOST = 100_000  # near the end of the list ten times as many are asked for, and so on up to these
_SLOW = 0.15  # seconds after which it is said that a search goes on
_GROUP = "search"


class Searching:
    """What is asked of the index by the prompt and by the list.

    Args:
        screen: The one that shows the answers.
    """

    def __init__(self, screen: SearchScreen) -> None:
        self._screen = screen
        self._asked = ""
        self.reads_next = False  # whether what is asked is read as soon as it is there

    @property
    def is_asking(self) -> bool:
        """Whether what was typed last has no answer yet."""
        return bool(self._asked)

    def begin(self) -> None:
        """Open the shards before the first key."""
        self._screen.work_on(self._open, "warm")

    async def _open(self) -> None:
        with suppress(CodelensError, OSError):  # the first question says what is wrong
            await self._screen.asked.searching.ask(questions.opened)

    def withdraw(self) -> None:
        """Nobody waits for an answer any more."""
        self._asked = ""
        self._screen.workers.cancel_group(self._screen, _GROUP)

    def search(self, text: str) -> None:
        """Show what a query finds; what is shown stays until that is there."""
        self.reads_next = False
        if text.strip():
            self._asked = text
            self._screen.work_on(partial(self._search, text), _GROUP)
        else:
            self.withdraw()
            self._screen.views.show(View("", text))

    async def _search(self, text: str) -> None:
        screen = self._screen
        first = screen.asked.settings.limit or _FIRST
        slow = screen.set_timer(_SLOW, lambda: screen.summary.say("searching …"))
        try:
            found = await screen.asked.searching.ask(questions.searched(text, first))
        except QueryError as error:
            screen.said.error(error.said, partial(column_on_screen, screen.prompt, error.column))
        except (CodelensError, OSError) as error:
            screen.said.error(str(error))
        else:
            self._asked = ""
            rows = rows_of(found.answer)
            screen.views.show(
                View(text, text, found.words, None, None, rows, found.answer, 0, None, first, found.seconds)
            )
            if self.reads_next:
                self.reads_next = False
                screen.results.action_choose()
            return
        finally:
            slow.stop()
        self._asked = ""
        screen.views.tell()

    def extend(self, *, everything: bool) -> None:
        """Ask for more of what is shown.

        Args:
            everything: For all of it.
        """
        view = self._screen.views.current
        if view is None or self.is_asking:  # what was typed since is asked already
            return
        if view.limit and not view.is_whole and not view.is_unfolded and view.limit < _MOST:
            limit = _MOST if everything else view.limit * 10
            self._screen.work_on(partial(self._extend, view, limit), _GROUP)

    async def _extend(self, view: View, limit: int) -> None:
        screen, follow, subject = self._screen, view.follow, view.subject
        if follow is None or subject is None:
            call = questions.searched(view.query, limit)
        else:
            call = questions.followed(follow, subject, limit)
        try:
            found = await screen.asked.searching.ask(call)
        except (CodelensError, OSError) as error:
            screen.note(str(error))
            return
        if screen.views.current is not view or view.is_unfolded:
            return
        at_end = limit == _MOST and view.selected >= len(view.rows) - 1
        view.limit = limit if len(found.answer.matches) > len(view.matches) else _MOST
        view.rows = rows_of(found.answer, unfolds=follow is not None and follow.unfolds)
        view.answer = found.answer
        screen.results.show(view.rows, view.words, len(view.rows) - 1 if at_end else view.selected)
        screen.views.tell()
