"""A host on loopback for the tests of organisations, and somebody who asks it."""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from loopback_host import Asked, Host, speak

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A host of no repositories yet, which speaks as GitHub does."""
    for name in ("GITHUB_TOKEN", "GH_TOKEN", "GITLAB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    made = Host()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if made.faults:
                made.faults.pop(0)(self)
            else:
                made.answer(self)

        def send_response_only(self, code: int, message: str | None = None) -> None:
            made.asked.append((unquote(self.path), {name.lower(): value for name, value in self.headers.items()}, code))
            super().send_response_only(code, message)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    made.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    speak("github")
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def asked(host: Host, tmp_path: Path) -> Asked:
    """Somebody who asks the host for what ``coreos`` has."""
    return Asked(host, tmp_path / "organizations")
