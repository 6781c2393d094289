"""A server of the app, started as a user starts it, with what it printed."""

from __future__ import annotations

import asyncio
import signal
import sys
import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processes import MARK

import corpus

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator
    from pathlib import Path

CODELENS = "from codelens.__main__ import run; run()"


@dataclass(frozen=True)
class Server:
    """A server that listens; ``url`` can be opened once, ``base`` is without its token."""

    process: Process
    url: str
    mark: str

    @property
    def base(self) -> str:
        return self.url.partition("/?")[0]

    async def end(self, number: int) -> tuple[int, str]:
        """End it by a signal; the exit status, and what it said besides the address."""
        self.process.send_signal(number)
        _, said = await self.process.communicate()
        assert self.process.returncode is not None
        return self.process.returncode, said.decode()


@asynccontextmanager
async def serving(home: Path, *options: str, script: str = CODELENS) -> AsyncIterator[Server]:
    """A server, which is gone afterwards."""
    mark = uuid.uuid4().hex
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, "serve", "--port", "0", *options,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env=corpus.environment(home, **{MARK: mark}),
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield Server(process, (await process.stdout.readline()).decode().strip(), mark)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
            await process.communicate()
