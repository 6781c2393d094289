"""Repositories that were renamed: they are fetched all the same, and a person is told where they are now."""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from codelens.fetch.manifest import Repository
from codelens.fetch.mirrors import fetch
from codelens.fetch.moves import moved_to

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Made

Make = Callable[[str], "Made"]
Entry = Callable[..., Repository]


class Handler(http.server.BaseHTTPRequestHandler):
    """Git's own server for what is served, and new addresses for what is not."""

    served: Path
    moved: dict[str, str]

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        old = next((old for old in self.moved if path.startswith(f"/{old}/")), None)
        if old is None:
            self.git(path, query, b"")
            return
        self.send_response(301)
        self.send_header("Location", self.path.replace(f"/{old}/", self.moved[old], 1))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        path, _, query = self.path.partition("?")
        self.git(path, query, self.rfile.read(int(self.headers["Content-Length"])))

    def git(self, path: str, query: str, body: bytes) -> None:
        environment = {
            **os.environ,
            "GIT_PROJECT_ROOT": str(self.served),
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "safe.directory",
            "GIT_CONFIG_VALUE_0": "*",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
        }
        git = shutil.which("git") or "git"
        said = subprocess.run([git, "http-backend"], input=body, env=environment, capture_output=True, check=False)
        head, _, answer = said.stdout.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        self.send_response(int(fields.pop("Status", "200").partition(" ")[0]))
        for name, value in fields.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, dict[str, str]]]:
    """Serve what ``make`` makes over HTTP; the value is the url before a name, and where old names have moved to."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    moved: dict[str, str] = {}
    handler = type("Served", (Handler,), {"served": tmp_path / "served", "moved": moved})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", moved
    server.shutdown()
    server.server_close()


def test_a_repository_that_was_renamed_is_fetched_and_its_new_address_is_told(
    host: tuple[str, dict[str, str]], make: Make, mirrors: Path, entry: Entry
) -> None:
    url, moved = host
    commit = make("etcd-io/etcd").commit({b"a": b"x"})
    moved["coreos/etcd"] = "/etcd-io/etcd/"
    first = fetch(entry(url=f"{url}/coreos/etcd"), mirrors)
    assert (first.commit, first.moved) == (commit, f"{url}/etcd-io/etcd")
    assert fetch(entry(url=f"{url}/coreos/etcd"), mirrors).moved == ""
    assert fetch(entry(name="there", url=f"{url}/etcd-io/etcd"), mirrors).moved == ""


def test_an_address_that_only_gains_git_has_not_moved(host: tuple[str, dict[str, str]]) -> None:
    url, moved = host
    moved["a/b"] = "/A/B.git/"
    assert moved_to(f"{url}/a/b") == ""
    moved["a/b"] = "https://me:secret@elsewhere.example.org/a/b/"
    assert moved_to(f"{url}/a/b/") == ""


def test_an_address_on_another_host_is_told_without_its_password(host: tuple[str, dict[str, str]]) -> None:
    url, moved = host
    moved["a/b"] = "https://me:secret@elsewhere.example.org/c/d/"
    assert moved_to(f"{url}/a/b/") == "https://elsewhere.example.org/c/d"


@pytest.mark.parametrize("url", ["git://127.0.0.1/x", "git@host:x", "/a/folder", "http://[x", "http://127.0.0.1:1/x"])
def test_what_is_not_answered_is_no_move(url: str) -> None:
    assert moved_to(url) == ""


def test_a_proxy_that_can_not_be_spoken_to_tells_of_no_move(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5h://127.0.0.1:1")
    assert moved_to("http://git.example.org/a/b") == ""
