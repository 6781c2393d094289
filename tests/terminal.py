"""The app in a terminal without a terminal: keys in, the painted screen out, compared with goldens.

Nothing waits for a time: what is awaited is a state, asked for again and again until a deadline that only a failure
reaches. The clock that answers are timed by stands still, and the cursor of the prompt does not blink.
"""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import asynccontextmanager
from difflib import unified_diff
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from textual.widgets import Input

from painting import painted, text_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from textual.app import App
    from textual.notifications import Notification
    from textual.pilot import Pilot

    _Bringing = Callable[["Terminal"], Awaitable[None]]

NARROW, WIDE = (80, 24), (200, 60)
_DEADLINE = 20.0  # seconds
_SETTLED = 10  # times that a screen is painted the same, before it is written as a golden
_TOOK = 0.007  # seconds that every answer is said to have taken


class Terminal:
    """A running app and its terminal.

    Args:
        pilot: Of the app.
    """

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.app: App[None] = pilot.app

    @property
    def text(self) -> str:
        """The characters on the screen."""
        return text_of(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text, a key a character."""
        for character in text:
            await self.pilot.press(_KEYS.get(character, character))

    async def click(self, what: type | str, offset: tuple[int, int] = (0, 0), times: int = 1) -> None:
        """Click into a widget."""
        await self.pilot.click(what, offset=offset, times=times)

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)

    async def until(self, state: Callable[[], object], what: str = "") -> None:
        """Wait for a state."""
        end = time.monotonic() + _DEADLINE
        while not state():
            if time.monotonic() > end:
                pytest.fail(f"never came: {what or state}; the screen:\n{self.text}")
            await self.pilot.pause(0.005)

    async def shows(self, *texts: str) -> None:
        """Wait until all of these stand on the screen."""
        for text in texts:
            await self.until(lambda text=text: text in self.text, f"{text!r} on the screen")

    async def hides(self, *texts: str) -> None:
        """Wait until none of these stands on the screen."""
        for text in texts:
            await self.until(lambda text=text: text not in self.text, f"no {text!r} on the screen")

    async def notes(self, text: str) -> None:
        """Wait until the app notes something that has this text."""
        await self.until(lambda: any(text in note.message for note in self.notices), f"a note with {text!r}")

    @property
    def notices(self) -> list[Notification]:
        """What the app has noted and not yet taken away."""
        return list(self.app._notifications)  # noqa: SLF001 - they are told nowhere else


_KEYS = {" ": "space", ":": "colon", '"': "quotation_mark", "/": "slash", "?": "question_mark", "(": "left_parenthesis"}


@asynccontextmanager
async def running(app: App[None], size: tuple[int, int] = NARROW) -> AsyncIterator[Terminal]:
    """The app, until the block ends."""
    with (
        patch("codelens.present.tui.questions.time", _Clock()),
        patch.object(Input, "_toggle_cursor", lambda _: None),
    ):
        async with app.run_test(size=size, notifications=True) as pilot:
            yield Terminal(pilot)


class _Clock:
    """A clock by which everything takes the same time, in each thread."""

    def __init__(self) -> None:
        self._now = threading.local()

    def perf_counter(self) -> float:
        self._now.at = getattr(self._now, "at", 0.0) + _TOOK
        return self._now.at


def snapshot(name: str, *sizes: tuple[int, int]) -> Callable[[_Bringing], Callable[..., None]]:
    """A test whose screen is compared with ``tests/snapshots/<name>-<columns>x<rows>.txt``, in terminals of some sizes.

    The decorated coroutine brings the app to a state; the fixture ``app`` makes the app.

    Args:
        name: Of the golden: the screen, and its state.
        sizes: 80x24 and 200x60 when none is named. Numbers, because a test reads them from the source.
    """

    def decorate(bring: _Bringing) -> Callable[..., None]:
        @pytest.mark.parametrize("size", sizes or (NARROW, WIDE), ids=size_text)
        def test(size: tuple[int, int], app: Callable[[], App[None]], request: pytest.FixtureRequest) -> None:
            golden = request.config.rootpath / "tests" / "snapshots" / f"{name}-{size_text(size)}.txt"
            if request.config.getoption("--update"):
                golden.parent.mkdir(exist_ok=True)
                golden.write_text(asyncio.run(_painted(app(), size, bring)))
            elif golden.exists():
                asyncio.run(_becomes(app(), size, bring, golden.read_text()))
            else:
                pytest.fail(f"{golden}: no such golden; look at the screen, then run: pytest --update")

        test.__name__, test.__doc__ = bring.__name__, bring.__doc__
        return test

    return decorate


def size_text(size: tuple[int, int]) -> str:
    """``80x24``."""
    return "x".join(map(str, size))


async def _becomes(app: App[None], size: tuple[int, int], bring: _Bringing, expected: str) -> None:
    """Wait until the screen is as expected; what it is instead is the failure."""
    async with running(app, size) as terminal:
        await bring(terminal)
        end = time.monotonic() + _DEADLINE / 4
        while (now := painted(app)) != expected:
            if time.monotonic() > end:
                lines = unified_diff(expected.splitlines(), now.splitlines(), "golden", "screen", lineterm="", n=0)
                pytest.fail("\n".join(["another screen; if it is meant so: pytest --update", *lines]))
            await terminal.pilot.pause(0.02)


async def _painted(app: App[None], size: tuple[int, int], bring: _Bringing) -> str:
    """The screen, when it does not change any more."""
    async with running(app, size) as terminal:
        await bring(terminal)
        painting, same = painted(app), 0
        while same < _SETTLED:
            await terminal.pilot.pause(0.05)
            now = painted(app)
            same = same + 1 if now == painting else 0
            painting = now
        return painting
