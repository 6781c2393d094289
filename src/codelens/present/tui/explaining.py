"""What the app explains: one log at a time, which goes on being read while one follows what it comes from."""

from __future__ import annotations

from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING

from codelens.errors import CodelensError

if TYPE_CHECKING:
    from textual.worker import Worker

    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.log import End, Log
    from codelens.present.tui.screens.explain import ExplainScreen

_GROUP = "explain"  # of the worker: one log is read at a time


class Explaining:
    """The log of an app.

    Args:
        app: That shows it.
    """

    def __init__(self, app: CodelensApp) -> None:
        self._app = app
        self._worker: Worker[None] | None = None
        self.log: Log | None = None

    def show(self, text: str = "") -> None:
        """Show the screen that explains.

        Args:
            text: What was pasted; "" shows what was explained last.
        """
        from codelens.present.tui.screens.explain import ExplainScreen  # noqa: PLC0415 - when asked for

        if text:
            self.begin(text)
        if self._screen is None:
            self._app.push_screen(ExplainScreen())

    @property
    def _screen(self) -> ExplainScreen | None:
        from codelens.present.tui.screens.explain import ExplainScreen  # noqa: PLC0415 - as above

        shown = (screen for screen in self._app.screen_stack if isinstance(screen, ExplainScreen))
        return next((screen for screen in shown if screen.is_attached), None)

    @property
    def goes_on(self) -> bool:
        """Whether anything is read."""
        return self._worker is not None and not self._worker.is_finished

    def begin(self, text: str, *, is_typed: bool = False) -> None:
        """Explain something; what is still read is given up.

        Args:
            text: What was pasted.
            is_typed: Whether it was typed instead, so that it may be the name of a file.
        """
        from codelens.present.tui.log import Log  # noqa: PLC0415 - not before something is explained

        self.stop()
        self.log = Log()
        work = partial(self._read, self.log, text, is_typed=is_typed)
        self._worker = self._app.run_worker(work, group=_GROUP, exclusive=True)
        self._tell()

    def stop(self) -> bool:
        """Read no more; what has been read stays. Whether anything was read."""
        from codelens.present.tui.log import End  # noqa: PLC0415 - as above

        if self._worker is None or self._worker.is_finished or self.log is None:
            return False
        self._worker.cancel()
        self._worker = None
        self._end(self.log, End.STOPPED)
        return True

    async def _read(self, log: Log, text: str, *, is_typed: bool) -> None:
        from codelens.present.tui.explain_questions import explained  # noqa: PLC0415 - as above
        from codelens.present.tui.log import End  # noqa: PLC0415

        try:
            async with aclosing(self._app.explains.stream(explained(text, is_typed=is_typed))) as arriving:
                async for arrived in arriving:
                    log.take(arrived)
                    self._tell()
        except (CodelensError, OSError) as error:
            log.fault = str(error)
            self._end(log, End.FAILED)
        else:
            self._end(log, End.WHOLE)

    def _end(self, log: Log, end: End) -> None:
        log.end = end
        self._tell()

    def _tell(self) -> None:
        if (screen := self._screen) is not None:
            screen.grown()
