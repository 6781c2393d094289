"""A page is read within bounds; what does not answer, leads elsewhere or never ends is one clear line."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from codelens.errors import UsageError
from codelens.query.explain.pages import page_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self.send_response({"/moved": 302, "/broken": 500}.get(self.path, 200))
        if self.path == "/moved":
            self.send_header("Location", "http://192.0.2.1/metrics")
        self.end_headers()
        if self.path == "/metrics":
            self.wfile.write(b"# HELP up Up.\nup 1\nno_end 2")
        while self.path == "/endless":
            with suppress(OSError):
                self.wfile.write(b"up 1\n" * 1_000)
                continue
            return

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def _served() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def test_a_page_has_its_lines_the_last_one_too() -> None:
    with _served() as address:
        assert list(page_lines(f"{address}/metrics")) == ["# HELP up Up.", "up 1", "no_end 2"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/moved", "leads to http://192.0.2.1/metrics"),
        ("/broken", "answered 500"),
        ("/endless", "has more than 1 MB"),
    ],
)
def test_a_page_that_is_none_is_one_clear_line(path: str, said: str) -> None:
    with _served() as address, pytest.raises(UsageError, match=said):
        list(page_lines(address + path, most=1_000_000))


def test_a_page_that_does_not_end_in_time_is_given_up() -> None:
    with _served() as address, pytest.raises(UsageError, match="did not end in 0 s"):
        list(page_lines(f"{address}/endless", seconds=0.0))


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/metrics", "http://"])
def test_an_address_where_nobody_is_is_one_clear_line(address: str) -> None:
    with pytest.raises(UsageError, match="is the program there"):
        list(page_lines(address))
