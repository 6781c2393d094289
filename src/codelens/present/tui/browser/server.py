"""The server of the app in a browser: one page, the files that it needs, and a websocket for each tab.

Nothing is answered, files included, that ``access`` does not let pass; the page loads nothing from elsewhere.
"""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
import signal
import sys
from contextlib import suppress
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, web
from textual_serve.server import Server, to_int

from codelens.errors import UsageError
from codelens.present.fronts import LOOPBACK
from codelens.present.tui.browser.access import Access, is_loopback, served
from codelens.present.tui.browser.tab import GRACE, Tab

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

    from codelens.present.fronts import Serving

MOST_TABS = 8  # each is a process of its own with its own readers of the index
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_GO_ON = '<!doctype html><title>codelens</title><meta http-equiv="refresh" content="0; url=/">'
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_CONTENT = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


class BrowserServer(Server):
    """Serves the page to whom ``access`` admits, and runs an app for each of its tabs."""

    def __init__(self, serving: Serving) -> None:
        super().__init__("codelens", host=serving.host, port=serving.port)
        self._opening = serving.opening
        self._tabs: set[web.WebSocketResponse] = set()
        self._page = Template(files(__package__).joinpath("page.html").read_text(encoding="utf-8"))
        self.access: Access

    async def _make_app(self) -> web.Application:
        """The routes, all behind the one check."""
        app = web.Application(middlewares=[self._check])
        app.router.add_get("/", self.handle_index)
        app.router.add_get("/ws", self.handle_websocket)
        app.router.add_get("/download/{key}", self.handle_download)
        app.router.add_static("/static", self.statics_path)
        app.on_shutdown.append(self.on_shutdown)
        app.on_response_prepare.append(_add_headers)
        return app

    @web.middleware
    async def _check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let pass who has the cookie; give it to who brings the token."""
        if not self.access.served.has_host(request.host):
            return _refuse(f"{request.host!a} is not served; when a tunnel leads here: codelens serve --public-url URL")
        origin = request.headers.get("Origin")
        if not (self.access.served.has_origin(origin) if origin is not None else request.path != "/ws"):
            return _refuse("a page of another site can't talk to codelens")
        if self.access.admits(request.cookies.get(self.access.cookie_name, "")):
            return await handler(request)
        if request.method == "GET" and request.path == "/" and self.access.spend(request.query.get("token", "")):
            return self._admit()
        return _refuse("open the address that codelens serve printed; it can be opened once, by one browser")

    def _admit(self) -> web.Response:
        """Give the cookie. The page leads on by itself: a redirect that another site began would not bring it along."""
        response = web.Response(text=_GO_ON, content_type="text/html")
        access = self.access
        response.set_cookie(
            access.cookie_name, access.cookie, httponly=True, samesite="Strict", secure=access.is_encrypted
        )
        return response

    async def handle_index(self, _request: web.Request) -> web.Response:
        """The page."""
        if len(self._tabs) >= MOST_TABS:
            return _refuse(f"{MOST_TABS} tabs are open, and each runs an app; close one, then load this again", 503)
        nonce = secrets.token_urlsafe()
        text = self._page.substitute(nonce=nonce)
        headers = {"Content-Security-Policy": _CONTENT.format(nonce=nonce)}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the app for a tab until one of them ends."""
        if len(self._tabs) >= MOST_TABS:
            raise web.HTTPServiceUnavailable
        websocket = web.WebSocketResponse(heartbeat=15)
        self._tabs.add(websocket)
        tab = Tab(self._opening, websocket, self.download_manager)
        try:
            await websocket.prepare(request)
            await tab.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(websocket, tab)
        finally:
            await tab.stop()
            self._tabs.discard(websocket)
        return websocket

    async def on_shutdown(self, _app: web.Application) -> None:
        """Close every tab, and so end every app."""
        for websocket in tuple(self._tabs):
            with suppress(ConnectionError):
                await websocket.close(code=WSCloseCode.GOING_AWAY)

    async def until_signal(self, serving: Serving) -> int:
        """Serve until a signal says that it is enough.

        Returns:
            The exit status that a shell gives to that signal.

        Raises:
            UsageError: The address can't be listened at.
        """
        ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=GRACE + 1)
        await runner.setup()
        try:
            host = LOOPBACK if serving.host == "localhost" else serving.host  # which may be two addresses
            site = web.TCPSite(runner, host, serving.port)
            try:
                await site.start()
            except OSError as error:
                raise UsageError(_cannot_listen(serving, error)) from error
            port: int = runner.addresses[0][1]
            self.access = Access(served(serving, port), port)
            for number in SIGNALS:
                asyncio.get_running_loop().add_signal_handler(number, _end, ended, number)
            print(self.access.url, flush=True)
            return 128 + await ended
        finally:
            await runner.cleanup()


def serve(serving: Serving) -> int:
    """Serve the app until Ctrl-C; the address that opens it is printed.

    Raises:
        UsageError: The address is not to be served, or can't be.
    """
    if not (is_loopback(serving.host) or serving.anywhere):
        message = (
            f"--host {serving.host}: other machines reach this address, and whoever has the URL reads all indexed code "
            "and can start updates, over a connection that is not encrypted; if that is meant: --listen-anywhere; "
            f"better: ssh -t -L {serving.port}:127.0.0.1:{serving.port}"
        )
        raise UsageError(message)
    served(serving, serving.port)  # says what is wrong before anything is opened
    serving.opening.home.trusted()
    _say("open this address; it works once, and the browser keeps what it got; Ctrl-C ends codelens and all tabs")
    if not is_loopback(serving.host):
        _say(
            "other machines reach it, and nothing is encrypted: "
            "whoever gets the address reads all indexed code and can start updates"
        )
    return asyncio.run(BrowserServer(serving).until_signal(serving))


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)


def _refuse(why: str, status: int = 403) -> web.Response:
    return web.Response(text=f"codelens: {why}\n", status=status)


def _end(ended: asyncio.Future[int], number: int) -> None:
    if ended.done():  # whoever asks twice does not want to wait for apps, which end by themselves without us
        os._exit(128 + number)
    ended.set_result(number)


def _say(text: str) -> None:
    print(f"codelens: {text}", file=sys.stderr, flush=True)


def _cannot_listen(serving: Serving, error: OSError) -> str:
    where = f"port {serving.port} of {serving.host}"
    if error.errno == errno.EADDRINUSE:
        return f"{where} is taken; choose another, such as --port {serving.port % 65535 + 1}, or --port 0 for any"
    if error.errno == errno.EACCES:
        return f"{where} is not for every user; choose one above 1023, such as --port 8642"
    return f"--host {serving.host}: can't be listened at ({error.strerror or error}); choose an address of this machine"
