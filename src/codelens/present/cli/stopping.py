"""Ends long work in good order: on SIGINT, SIGTERM and SIGHUP, and when nobody reads what it says any more.

Each becomes a :class:`Stopped` in the main thread, so that ``finally`` ends the workers and removes what is half done.
The first one counts: what comes while things are put in order would leave them in disorder.
"""

from __future__ import annotations

import select
import signal
import stat
import sys
import threading
from contextlib import contextmanager, suppress
from os import fstat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(KeyboardInterrupt):
    """The work was told to stop.

    Args:
        number: The signal that said so.
        lost: What happened to the output, when that is the reason.
    """

    def __init__(self, number: int, lost: OSError | None = None) -> None:
        super().__init__()
        self.number = number
        self.lost = lost


class Output:
    """What may stop the work from any thread, because what it says goes nowhere."""

    def __init__(self) -> None:
        self.lost: OSError | None = None
        self._stops = threading.RLock()  # held by whoever stops the work, and for good once it has ended

    def lose(self, error: OSError) -> None:
        """Stop: the output can't be written."""
        with self._stops:
            if self.lost is None:
                self.lost = error
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)

    def end(self) -> None:
        """The work has ended; from now on nothing is stopped."""
        self._stops.acquire()

    def watch(self) -> None:
        """See from now on whether the reader of standard output goes away, also while there is nothing to say."""
        with suppress(OSError, ValueError, AttributeError):  # no descriptor, or a platform without poll
            descriptor = sys.stdout.fileno()
            mode = fstat(descriptor).st_mode
            if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
                poll = select.poll()
                poll.register(descriptor, 0)
                threading.Thread(target=self._await_end, args=(poll,), daemon=True).start()

    def _await_end(self, poll: select.poll) -> None:
        if poll.poll():
            self.lose(BrokenPipeError())


@contextmanager
def stopping(output: Output) -> Iterator[None]:
    """Let signals, and the loss of the output, stop what is done inside.

    Raises:
        Stopped: That has happened.
    """

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(number, output.lost)

    ignored = {number for number in _SIGNALS if signal.getsignal(number) is signal.SIG_IGN}  # as nohup has it
    before = {number: signal.signal(number, stop) for number in _SIGNALS if number not in ignored - {signal.SIGTERM}}
    try:
        yield
    finally:
        output.end()
        for number, handler in before.items():
            signal.signal(number, handler)
