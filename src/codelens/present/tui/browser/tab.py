"""One tab of the browser: a process that runs the app, and the websocket that shows it.

The process ends when its tab does, however that came about: it is told to quit, it sees its input end
(:mod:`~codelens.present.tui.browser.driver`), and what then still runs is killed with all that it started.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from textual_serve.app_service import AppService

if TYPE_CHECKING:
    from asyncio.subprocess import Process

    from aiohttp.web import WebSocketResponse
    from textual_serve.download_manager import DownloadManager

    from codelens.present.fronts import Opening

GRACE = 7.0  # seconds that a process has to end by itself; the app in it gives up sooner
_PRELUDE = b"__GANGLION__\n"  # after this line Textual's driver speaks in packets


class Tab(AppService):
    """Relays between a websocket and the app's process."""

    def __init__(self, opening: Opening, websocket: WebSocketResponse, downloads: DownloadManager) -> None:
        async def close() -> None:
            await websocket.close()

        super().__init__(
            "codelens",
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=close,
            download_manager=downloads,
        )
        self._opening = opening
        self._draws = False

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """What the driver of the app is told."""
        environment = super()._build_environment(width, height)
        return environment | {"TEXTUAL_DRIVER": "codelens.present.tui.browser.driver:TabDriver"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the app without a shell, in a session of its own so that it can be ended with all that it started."""
        opening = self._opening
        # -P: the folder that codelens was started in may hold files with the names of modules.
        command = (sys.executable, "-P", "-m", "codelens.present.tui.browser")
        self._process = await asyncio.create_subprocess_exec(
            *command,
            str(opening.home.folder),
            opening.manifest or "",
            opening.query,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Give on what the app draws until it ends or the tab is gone; what it complains of is on standard error."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await self._relay()
        with suppress(ConnectionError):
            await self.remote_close()

    async def _relay(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        stdout = self._process.stdout
        kinds = {b"D": self.on_data, b"M": self.on_meta, b"P": self.on_packed}
        await stdout.readuntil(_PRELUDE)
        self._draws = True
        while True:
            kind = await stdout.readexactly(1)
            size = int.from_bytes(await stdout.readexactly(4), "big")
            await kinds[kind](await stdout.readexactly(size))

    async def stop(self) -> None:
        """End the app: ask, wait, then kill."""
        task, self._task = self._task, None
        if task is None or self._process is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        try:
            if self._draws:  # else it is still being imported, and has nothing to put away
                await asyncio.wait_for(self._quit(self._process), GRACE)
        except TimeoutError:
            pass
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            await self._process.wait()

    async def _quit(self, process: Process) -> None:
        """Wait for the end of an app that was told to quit; one whose output nobody reads would wait for a reader."""
        await self.send_meta({"type": "quit"})
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        while await process.stdout.read(1 << 16):
            pass
        await process.wait()
