"""Processes that call a function each. They import nothing but what the function's own module needs.

None of them outlives its parent, however that ends: each waits for that in a thread of its own.
"""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Any, TypeVar

from codelens.errors import CodelensError, ShardError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SPAWN = multiprocessing.get_context("spawn")
_Given = TypeVar("_Given")
_Result = TypeVar("_Result")


def run_each(function: Callable[[_Given], _Result], given: Sequence[_Given], jobs: int) -> list[_Result]:
    """Call a function in a process of its own for each argument, some at a time; results in the arguments' order.

    Raises:
        ShardError: A process ended without a result.
    """
    results: dict[int, _Result] = {}
    running: dict[Connection, tuple[int, Any]] = {}
    waiting = deque(enumerate(given))
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                number, argument = waiting.popleft()
                here, there = SPAWN.Pipe(duplex=False)
                process = SPAWN.Process(target=_call, args=(function, argument, there), daemon=True)
                running[here] = (number, process)  # before it is started, so that whatever happens it is ended
                start_quietly(process)
                there.close()
            for pipe in multiprocessing.connection.wait(list(running)):
                number, process = running.pop(pipe)  # type: ignore[call-overload]
                results[number] = _result(pipe, process)  # type: ignore[arg-type]
    finally:
        for _, process in running.values():
            if process.is_alive():
                process.kill()
                process.join()
    return [results[number] for number in range(len(given))]


def start_quietly(process: Any) -> None:  # noqa: ANN401
    """Start a process that never sees what a terminal sends, not even before it can say so: its parent ends it.

    A signal to the parent meanwhile counts when the process is whole, which is then ended: half of one would complain.
    """
    resource_tracker.ensure_running()  # starting it later would let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        with _signals_later():
            process.start()
    except BaseException:
        if process.is_alive():
            process.kill()
            process.join()
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _signals_later() -> Iterator[None]:
    """Let the handlers of signals run at the end of what is done inside.

    Blocking signals would not do: another thread takes them, and the handler runs in this one all the same.
    """
    if threading.current_thread() is not threading.main_thread():  # where no handler runs
        yield
        return
    came: list[int] = []
    handlers = {number: handler for number in _SIGNALS if callable(handler := signal.getsignal(number))}
    for number in handlers:
        signal.signal(number, lambda each, _frame: came.append(each))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        if came:
            handlers[signal.Signals(came[0])](came[0], None)


def end_with_parent() -> None:
    """Let this process end as soon as its parent is gone."""
    threading.Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _call(function: Callable[[Any], Any], argument: Any, pipe: Connection) -> None:  # noqa: ANN401
    end_with_parent()
    gc.disable()  # nothing here refers to itself, and looking for what does costs a sixth of the time
    try:
        result = function(argument)
    except (OSError, CodelensError) as error:
        result = error
    send(pipe, result)


def _result(pipe: Connection, process: Any) -> Any:  # noqa: ANN401
    try:
        result = pipe.recv()
    except (EOFError, OSError):
        process.join()
        message = f"a process that writes the index ended (exit status {process.exitcode}); run the command again"
        raise ShardError(message) from None
    process.join()
    if isinstance(result, BaseException):
        raise result
    return result


def send(pipe: Connection, what: object) -> None:
    """Give something to the parent, if it is still there."""
    with suppress(OSError):  # the parent is gone
        pipe.send(what)
