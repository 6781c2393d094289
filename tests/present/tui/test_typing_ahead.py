"""Who types faster than the index answers gets what was meant."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING
from unittest.mock import patch

from codelens.query import search as searching
from terminal import running

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.present.tui.app import CodelensApp


def test_enter_before_the_answer_reads_the_answer(app: Callable[[], CodelensApp]) -> None:
    may_answer = threading.Event()
    real = searching.search

    def slow(*args: object) -> object:
        may_answer.wait(20)
        return real(*args)  # type: ignore[arg-type]

    async def check() -> None:
        with patch.object(searching, "search", slow):
            async with running(app()) as terminal:
                await terminal.type("Apple")
                await terminal.press("enter")
                assert terminal.app.screen.prompt.has_focus
                may_answer.set()
                await terminal.until(lambda: terminal.app.screen.is_reading, "the source is read")

    asyncio.run(check())
