"""The app in a real browser, as codelens serve shows it, with no network but this machine."""

from __future__ import annotations

import asyncio
import signal
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from chromium import Page, chromium
from processes import running
from serving import Server, serving
from waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

PROMPT = "❯"
FILES = {
    "one": {
        "pod/pod.go": "package pod\n\n// Pod is what runs together.\ntype Pod struct {\n\tName string\n}\n",
        "kubelet/sync.go": 'package kubelet\n\nimport "example.org/one/pod"\n\nfunc syncPod(p *pod.Pod) {}\n',
    }
}


@asynccontextmanager
async def app_in(browser: str, profile: Path, home: Path) -> AsyncIterator[tuple[Server, Page]]:
    """The browser at the address that the server printed, with the app on its screen."""
    async with serving(home) as server, chromium(browser, profile) as page:
        await page.open(server.url)
        await shows(page, PROMPT)
        yield server, page


async def shows(page: Page, *texts: str) -> list[str]:
    """The screen, as soon as it shows all of these texts."""
    lines: list[str] = []

    async def showing() -> bool:
        lines[:] = await page.screen()
        return all(any(text in line for line in lines) for text in texts)

    await until(showing, lambda: f"the page shows {texts}; it shows\n" + "\n".join(lines))
    return lines


def run(browser: str, profile: Path, home: Path, check: Callable[[Server, Page], Awaitable[Any]]) -> None:
    async def run_it() -> None:
        async with app_in(browser, profile, home) as (server, page):
            await check(server, page)

    asyncio.run(run_it())


def test_what_is_typed_is_found_and_painted(browser: str, tmp_path: Path, home: Path) -> None:
    async def check(server: Server, page: Page) -> None:
        before = await page.colours(0.1, 0.3)
        await page.type("Pod")
        lines = await shows(page, "❯ Pod", "type Pod struct {", "pod/pod.go:4")
        row = next(number for number, line in enumerate(lines) if "pod/pod.go:4" in line)
        painted = await page.colours(row / len(lines), (row + 1) / len(lines))
        assert len(painted) > 4  # what is on the canvas, not in its buffer: letters, on the colour of a chosen row
        assert painted - before
        asked = [
            event["params"]["request"]["url"] for event in page.events if event["method"] == "Network.requestWillBeSent"
        ]
        assert {urlsplit(url)._replace(path="", query="").geturl() for url in asked} == {server.base}
        assert f"{server.base}/static/js/textual.js" in asked

    run(browser, tmp_path, home, check)


def test_an_editor_is_not_opened_and_that_is_said(browser: str, tmp_path: Path, home: Path) -> None:
    async def check(_server: Server, page: Page) -> None:
        await page.type("Pod")
        await shows(page, "pod/pod.go:4")
        await page.type("\r")
        await shows(page, "Definition")
        await page.type("e")
        await shows(page, "an editor would open where codelens runs")

    run(browser, tmp_path, home, check)


def test_the_address_holds_no_token_once_it_is_open_and_another_browser_gets_nothing(
    browser: str, tmp_path: Path, home: Path
) -> None:
    async def check(server: Server, page: Page) -> None:
        assert await page.evaluate("location.href") == f"{server.base}/"
        assert await page.evaluate("document.cookie") == ""
        await page.call("Network.clearBrowserCookies")
        await page.open(server.url)
        await until(lambda: _text(page, "it can be opened once"), "the spent address is refused")
        await page.open(f"{server.base}/static/js/textual.js")
        await until(lambda: _text(page, "it can be opened once"), "a file is refused")

    run(browser, tmp_path, home, check)


def test_a_page_of_another_origin_can_neither_connect_nor_read(browser: str, tmp_path: Path, home: Path) -> None:
    async def check(server: Server, page: Page) -> None:
        async with serving(home) as other:  # of this machine, too, so that its pages are of the same site
            await page.open(other.url)
            await shows(page, PROMPT)
            ended = (
                "new Promise((done) => { socket.onclose = () => done('refused'); socket.onopen = () => done('open') })"
            )
            await page.call("Page.setBypassCSP", enabled=True)
            await page.call("Page.reload")
            await shows(page, PROMPT)
            address = server.base.replace("http", "ws") + "/ws"
            assert await page.evaluate(f"socket = new WebSocket('{address}'); {ended}") == "refused"
            fetched = f"fetch('{server.base}/', {{credentials: 'include'}}).then(() => 'read', () => 'refused')"
            assert await page.evaluate(fetched) == "refused"
            address = other.base.replace("http", "ws") + "/ws"
            assert await page.evaluate(f"socket = new WebSocket('{address}'); {ended}") == "open"

    run(browser, tmp_path, home, check)


def test_a_page_that_is_closed_ends_its_app(browser: str, tmp_path: Path, home: Path) -> None:
    async def check(server: Server, page: Page) -> None:
        await until(lambda: len(running(server.mark)) == 2, "server and app run")
        await page.open("about:blank")
        await until(lambda: len(running(server.mark)) == 1, "the app ends")
        await page.open(server.base)
        await shows(page, PROMPT)
        await page.press("q", control=True)
        await until(
            lambda: page.evaluate("getComputedStyle(document.querySelector('.ended')).display == 'grid'"), "end"
        )
        await until(lambda: len(running(server.mark)) == 1, "the app ends")
        await server.end(signal.SIGINT)

    run(browser, tmp_path, home, check)


async def _text(page: Page, text: str) -> bool:
    return text in await page.evaluate("document.body ? document.body.textContent : ''")
