"""A headless Chromium, driven through its DevTools protocol.

The screen is read from the terminal's own buffer in the page: what is painted goes to a canvas, which has no text.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import os
import signal
import struct
import subprocess
import zlib
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import aiohttp
from waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
    "--window-size=1000,700",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # there is no network but this machine
)  # fmt: skip
_SCREEN = """function (objects) {
    const client = objects.find((one) => one.websocket_url && one.terminal && one.terminal.buffer);
    if (!client) return null;
    const buffer = client.terminal.buffer.active;
    return Array.from({length: client.terminal.rows}, (_, row) => buffer.getLine(row).translateToString(true));
}"""


class PageError(Exception):
    """The page can't do what was asked, mostly because another one takes its place."""


class Page:
    """One page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self.events: list[dict[str, Any]] = []
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            answer = json.loads(message.data)
            if "id" in answer:
                self._waiting.pop(answer["id"]).set_result(answer)
            else:
                self.events.append(answer)

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        answer = await asyncio.wait_for(self._waiting[number], 30)
        if "error" in answer:
            raise PageError(answer["error"]["message"])
        result: dict[str, Any] = answer["result"]
        return result

    async def evaluate(self, expression: str) -> Any:
        answer = await self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def open(self, url: str) -> None:
        await self.call("Page.enable")
        await self.call("Network.enable")
        await self.call("Page.navigate", url=url)

    async def screen(self) -> list[str]:
        """The lines of the terminal in the page; none when it is not there yet."""
        try:
            return await self._screen()
        except PageError:
            return []

    async def _screen(self) -> list[str]:
        prototype = await self.call("Runtime.evaluate", expression="Object.prototype")
        found = await self.call("Runtime.queryObjects", prototypeObjectId=prototype["result"]["objectId"])
        objects = found["objects"]["objectId"]
        answer = await self.call(
            "Runtime.callFunctionOn", objectId=objects, functionDeclaration=_SCREEN, returnByValue=True,
            arguments=[{"objectId": objects}],
        )  # fmt: skip
        await self.call("Runtime.releaseObject", objectId=objects)
        return answer["result"].get("value") or []

    async def type(self, text: str) -> None:
        for character in text:
            await self.call("Input.dispatchKeyEvent", type="char", text=character)

    async def press(self, letter: str, *, control: bool = False) -> None:
        for kind in ("rawKeyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent", type=kind, key=letter, code=f"Key{letter.upper()}",
                windowsVirtualKeyCode=ord(letter.upper()), modifiers=2 if control else 0,
            )  # fmt: skip

    async def colours(self, top: float, bottom: float) -> set[bytes]:
        """All colours that are painted in a strip of the page, in parts of its height."""
        height, width = await self.evaluate("[innerHeight, innerWidth]")
        clip = {"x": 0, "y": int(top * height), "width": width, "height": int((bottom - top) * height), "scale": 1}
        answer = await self.call("Page.captureScreenshot", format="png", clip=clip)
        return png_colours(base64.b64decode(answer["data"]))

    async def end(self) -> None:
        self._reader.cancel()
        with suppress(asyncio.CancelledError):
            await self._reader


@asynccontextmanager
async def chromium(program: str, profile: Path) -> AsyncIterator[Page]:
    """The page that the browser opens with; the browser ends with this block, and all its processes."""
    browser = subprocess.Popen(  # noqa: ASYNC220 - it starts at once
        [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        port_file = profile / "DevToolsActivePort"
        await until(lambda: port_file.exists() and port_file.read_text().count("\n") == 1, "Chromium starts")
        port = port_file.read_text().split()[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                (target,) = [one for one in await answer.json() if one["type"] == "page"]
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                page = Page(socket)
                yield page
                await page.end()
    finally:
        os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()


def png_colours(png: bytes) -> set[bytes]:
    """The colours of an image of 8 bits a channel; the filters are those of the PNG specification, 9.2."""
    place, packed = 8, b""
    while place < len(png):
        size, name = struct.unpack(">I4s", png[place : place + 8])
        data = png[place + 8 : place + 8 + size]
        if name == b"IHDR":
            width, height, depth, kind = struct.unpack(">IIBB", data[:10])
        elif name == b"IDAT":
            packed += data
        place += size + 12
    assert depth == 8
    step = {2: 3, 6: 4}[kind]
    plain, stride = zlib.decompress(packed), width * step + 1
    above, colours = bytearray(stride - 1 + step), set()
    for row in range(height):
        filter_, line = plain[row * stride], bytearray(step) + plain[row * stride + 1 : (row + 1) * stride]
        for i in range(step, len(line)):
            line[i] = line[i] + _predicted(filter_, line[i - step], above[i], above[i - step]) & 255
        above = line
        colours |= {bytes(line[i : i + step]) for i in range(step, len(line), step)}
    return colours


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    """What a filter expects of a byte, from its neighbours."""
    nearest = min((left, up, corner), key=lambda one: abs(left + up - corner - one))
    return (0, left, up, (left + up) // 2, nearest)[kind]
