"""Waits for a state, never for a time: polls until it is there or a deadline passes."""

from __future__ import annotations

import asyncio
import inspect
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE = 60.0  # seconds; a machine may be busy, and a state that is there is seen at once


async def until(condition: Callable[[], Any], what: str | Callable[[], str]) -> Any:
    """The first true value of a condition, which may be a coroutine function."""
    end = time.monotonic() + DEADLINE
    while True:
        value = condition()
        if inspect.isawaitable(value):
            value = await value
        if value:
            return value
        assert time.monotonic() < end, f"never happened: {what if isinstance(what, str) else what()}"
        await asyncio.sleep(0.05)


def wait_until(condition: Callable[[], Any], what: str | Callable[[], str]) -> Any:
    """The same without a loop."""
    return asyncio.run(until(condition, what))
