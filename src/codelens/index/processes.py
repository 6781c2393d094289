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
from contextlib import suppress
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Any, TypeVar

from codelens.errors import CodelensError, ShardError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

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
                start_quietly(process)
                there.close()
                running[here] = (number, process)
            for pipe in multiprocessing.connection.wait(list(running)):
                number, process = running.pop(pipe)  # type: ignore[call-overload]
                results[number] = _result(pipe, process)  # type: ignore[arg-type]
    finally:
        for _, process in running.values():
            process.kill()
            process.join()
    return [results[number] for number in range(len(given))]


def start_quietly(process: Any) -> None:  # noqa: ANN401
    """Start a process that never sees what a terminal sends, not even before it can say so: its parent ends it."""
    resource_tracker.ensure_running()  # starting it later would let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
