"""The server of the app: who gets in, and that no process outlives its tab or the server."""

from __future__ import annotations

import asyncio
import signal
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from processes import running
from serving import Server, serving
from waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

FILES = {"one": {"server.go": "package server\n\n// Pod is one.\ntype Pod struct{}\n"}}
OTHER_SCREEN = b"\x1b[?1049h"  # what a terminal app begins with
ONE_TAB = (
    "from codelens.present.tui.browser import server; server.MOST_TABS = 1; from codelens.__main__ import run; run()"
)


@asynccontextmanager
async def opened(server: Server) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that has spent the token."""
    async with aiohttp.ClientSession(server.base, cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        async with client.get(server.url) as answer:
            assert answer.status == 200
        yield client


@asynccontextmanager
async def tab(server: Server, client: aiohttp.ClientSession) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A tab in which the app draws."""
    async with client.ws_connect("/ws?width=80&height=24", headers={"Origin": server.base}) as socket:
        drawn = b""
        while OTHER_SCREEN not in drawn:
            drawn += await socket.receive_bytes(timeout=60)
        yield socket


async def status(client: aiohttp.ClientSession, path: str, **headers: str) -> int:
    async with client.get(path, headers=headers) as answer:
        return answer.status


async def _is_open(client: aiohttp.ClientSession) -> bool:
    return await status(client, "/") == 200


async def refused_socket(client: aiohttp.ClientSession, **headers: str) -> int:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await client.ws_connect("/ws", headers=headers)
    return refused.value.status


def served(home: Path, check: Callable[[Server], Awaitable[None]], *options: str, **more: Any) -> None:
    async def run() -> None:
        async with serving(home, *options, **more) as server:
            await check(server)

    asyncio.run(run())


async def apps(server: Server, number: int) -> None:
    """Wait until so many apps run, beside the server if that still runs."""
    servers = 1 if server.process.returncode is None else 0
    await until(lambda: len(running(server.mark)) == number + servers, lambda: f"{number} apps: {running(server.mark)}")


def test_nothing_is_answered_without_the_cookie(home: Path) -> None:
    async def check(server: Server) -> None:
        async with aiohttp.ClientSession(server.base) as client:
            for path in ("/", "/?token=", "/?token=x", "/static/js/textual.js", "/static/", "/download/x", "/nowhere"):
                assert (path, await status(client, path)) == (path, 403)
            assert await refused_socket(client, Origin=server.base) == 403
            async with client.head(server.url) as answer:
                assert answer.status == 403  # and the token is not spent
            assert await status(client, server.url) == 200
        assert len(running(server.mark)) == 1

    served(home, check)


def test_what_is_no_text_is_refused_like_all_else(home: Path) -> None:
    async def check(server: Server) -> None:
        host, port = server.base.removeprefix("http://").split(":")
        for path, name, cookie in (
            (b"/?token=%ff", server.base[7:].encode(), b""),
            (b"/", b"\xff:1", b""),
            (b"/", server.base[7:].encode(), b"codelens-" + port.encode() + b"=\xff\xfe"),
        ):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(
                b"GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nConnection: close\r\n\r\n" % (path, name, cookie)
            )
            assert (await reader.readline()).split()[1] in (b"400", b"403")
            writer.close()
            await writer.wait_closed()
        assert "Traceback" not in (await server.end(signal.SIGINT))[1]

    served(home, check)


def test_the_address_opens_once_and_gives_a_cookie_that_no_script_and_no_other_site_gets(home: Path) -> None:
    async def check(server: Server) -> None:
        async with aiohttp.ClientSession(server.base) as client, client.get(server.url) as answer:
            (cookie,) = answer.headers.getall("Set-Cookie")
            assert "; HttpOnly" in cookie
            assert "; SameSite=Strict" in cookie
            assert "location" not in {name.lower() for name in answer.headers}
        async with aiohttp.ClientSession(server.base) as another:
            assert await status(another, server.url) == 403

    served(home, check)


def test_the_cookie_opens_the_page_which_needs_nothing_from_elsewhere(home: Path) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client:
            async with client.get("/") as answer:
                text = await answer.text()
                assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self' ")
                assert answer.headers["Cache-Control"] == "no-store"
            assert "//" not in text.replace("// Both", "")
            assert await status(client, "/static/js/textual.js") == 200
            assert await status(client, server.url) == 200  # whoever is in opens it as often as they like

    served(home, check)


def test_a_name_that_was_made_to_point_here_is_refused_even_with_the_cookie(home: Path) -> None:
    async def check(server: Server) -> None:
        port = server.base.rpartition(":")[2]
        async with opened(server) as client:
            assert await status(client, "/", Host=f"localhost:{port}") == 200
            assert await status(client, "/", Host=f"evil.example.org:{port}") == 403
            assert await status(client, "/", Host="127.0.0.1:1") == 403

    served(home, check)


def test_a_websocket_is_opened_by_our_own_page_alone(home: Path) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client:
            for origin in (
                "http://localhost:1",
                "http://evil.example.org",
                server.base.replace("http", "https"),
                "null",
            ):
                assert (origin, await refused_socket(client, Origin=origin)) == (origin, 403)
            assert await refused_socket(client) == 403
            assert await status(client, "/", Origin="http://localhost:1") == 403
        assert len(running(server.mark)) == 1

    served(home, check)


def test_a_public_address_is_printed_and_lets_its_own_page_in(home: Path) -> None:
    async def check(server: Server) -> None:
        assert server.base == "https://code.example.org"
        assert (await server.end(signal.SIGTERM))[0] == 128 + signal.SIGTERM

    served(home, check, "--public-url", "https://code.example.org")


def test_an_app_ends_with_its_tab_and_the_server_goes_on(home: Path) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client:
            async with tab(server, client), tab(server, client):
                await apps(server, 2)
            await apps(server, 0)
            async with tab(server, client):
                await apps(server, 1)

    served(home, check)


def test_an_app_that_is_left_closes_its_tab(home: Path) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client, tab(server, client) as socket:
            await socket.send_json(["stdin", "\x11"])
            while (await socket.receive(timeout=60)).type is aiohttp.WSMsgType.BINARY:
                pass
            assert socket.closed
            await apps(server, 0)

    served(home, check)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_server_and_all_apps(home: Path, number: int) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client, tab(server, client):
            code, said = await server.end(number)
            assert code == 128 + number
            assert "Traceback" not in said
            await apps(server, 0)

    served(home, check)


def test_a_server_that_is_killed_leaves_no_app_behind(home: Path) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client, tab(server, client):
            await apps(server, 1)
            await server.end(signal.SIGKILL)
            await apps(server, 0)

    served(home, check)


def test_the_number_of_apps_is_bounded(home: Path) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client:
            async with tab(server, client):
                assert await refused_socket(client, Origin=server.base) == 503
                async with client.get("/") as answer:
                    assert answer.status == 503
                    assert "1 tabs are open" in await answer.text()
                await apps(server, 1)
            await until(lambda: _is_open(client), "the page is served again")

    served(home, check, script=ONE_TAB)


def test_an_app_that_does_not_start_says_why_where_the_server_runs(tmp_path: Path) -> None:
    async def check(server: Server) -> None:
        async with opened(server) as client:
            tmp_path.chmod(0o777)  # noqa: ASYNC240 - it takes no time
            async with client.ws_connect("/ws", headers={"Origin": server.base}) as socket:
                assert (await socket.receive(timeout=60)).type is aiohttp.WSMsgType.CLOSE
            tmp_path.chmod(0o700)  # noqa: ASYNC240 - as above
        _, said = await server.end(signal.SIGINT)
        assert f"codelens: error: {tmp_path}: is writable by everybody" in said

    served(tmp_path, check)


def test_a_port_that_is_taken_says_so_and_what_to_do(home: Path) -> None:
    async def check(server: Server) -> None:
        port = server.base.rpartition(":")[2]
        async with serving(home, "--port", port) as second:
            _, said = await second.process.communicate()
        assert second.process.returncode == 2
        message = f"port {port} of 127.0.0.1 is taken; choose another, such as --port {int(port) + 1}, or --port 0"
        assert message in said.decode()

    served(home, check)
