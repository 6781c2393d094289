"""Asks the index on threads of its own, so that no key ever waits for an answer.

A question is awaited. When its awaiting task is cancelled, as Textual cancels the worker before a newer one, the
question is withdrawn: it ends at its next checkpoint, and the thread goes on with what is asked now.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from codelens.errors import ShardError, WithdrawnError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterator

    from codelens.query.session import Session

_Asked = TypeVar("_Asked")
_END = object()


class _Ticket(Generic[_Asked]):
    """A question that waits for its turn, and where its answer goes."""

    def __init__(self, call: Callable[[Session], _Asked], reply: Callable[[_Asked | Exception], None]) -> None:
        self.call = call
        self.reply = reply
        self.withdrawn = False

    def check(self) -> None:
        """End the question when nobody waits for it any more.

        Raises:
            WithdrawnError: Nobody does.
        """
        if self.withdrawn:
            raise WithdrawnError


class Asker:
    """One thread with one session; questions are answered in the order in which they are asked.

    Args:
        name: Of the thread.
        opened: Opens a session that calls what it is given between files.
        keeps: Whether the session stays open for the next question; what is asked now and then needs no memory between.
    """

    def __init__(self, name: str, opened: Callable[[Callable[[], None]], Session], *, keeps: bool = True) -> None:
        self._opened = opened
        self._keeps = keeps
        self._session: Session | None = None
        self._tickets: queue.SimpleQueue[_Ticket[object] | None] = queue.SimpleQueue()
        self._asked: _Ticket[object] | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._closed = False

    async def ask(self, call: Callable[[Session], _Asked]) -> _Asked:
        """What the call makes of the session.

        Raises:
            CodelensError: What the call raised.
        """
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[_Asked] = loop.create_future()

        def settle(value: object) -> None:
            if answered.done():
                return
            if isinstance(value, Exception):
                answered.set_exception(value)
            else:
                answered.set_result(value)  # type: ignore[arg-type]

        ticket = self._put(call, lambda value: _soon(loop, settle, value))
        try:
            return await answered
        finally:
            ticket.withdrawn = True

    async def stream(self, call: Callable[[Session], Iterator[_Asked]]) -> AsyncGenerator[_Asked, None]:
        """What the call yields, each when it is there.

        Raises:
            CodelensError: What the call raised.
        """
        loop = asyncio.get_running_loop()
        arrived: asyncio.Queue[object] = asyncio.Queue()

        def each(session: Session) -> object:
            for value in call(session):
                _soon(loop, arrived.put_nowait, value)
            return _END

        ticket = self._put(each, lambda value: _soon(loop, arrived.put_nowait, value))
        try:
            while (value := await arrived.get()) is not _END:
                if isinstance(value, Exception):
                    raise value
                yield value  # type: ignore[misc]
        finally:
            ticket.withdrawn = True

    def _put(self, call: Callable[[Session], _Asked], reply: Callable[[_Asked | Exception], None]) -> _Ticket[_Asked]:
        ticket = _Ticket(call, reply)
        if not self._thread.is_alive() and not self._closed:
            self._thread.start()
        self._tickets.put(ticket)  # type: ignore[arg-type]
        return ticket

    def close(self, seconds: float = 1.0) -> None:
        """Withdraw all questions and end the thread.

        Args:
            seconds: How long to wait for it at the most.
        """
        self._closed = True
        if (asked := self._asked) is not None:
            asked.withdrawn = True
        self._tickets.put(None)
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        while (ticket := self._tickets.get()) is not None and not self._closed:
            if ticket.withdrawn:
                continue
            self._asked = ticket
            try:
                reply = self._answer(ticket)
            except WithdrawnError:
                continue
            except Exception as error:  # noqa: BLE001 - whoever asked says it; the thread goes on
                reply = error
            finally:
                self._asked = None
                if not self._keeps:
                    self._shut()
            ticket.reply(reply)
        self._shut()

    def _answer(self, ticket: _Ticket[object]) -> object:
        try:
            return ticket.call(self._current())
        except (ShardError, OSError):  # another generation may have come while this one was read
            if self._session is None or self._session.is_current():
                raise
        ticket.check()
        return ticket.call(self._current())

    def _current(self) -> Session:
        """The session, opened again when what it has open is not what is current."""
        if self._session is not None and not self._session.is_current():
            self._shut()
        if self._session is None:
            self._session = self._opened(self._check)
        return self._session

    def _check(self) -> None:
        if (asked := self._asked) is not None:
            asked.check()

    def _shut(self) -> None:
        if self._session is not None:
            with suppress(OSError):
                self._session.close()
            self._session = None


def _soon(loop: asyncio.AbstractEventLoop, call: Callable[[object], None], value: object) -> None:
    """Call on the loop's thread; when the app has ended meanwhile, nobody waits."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(call, value)
