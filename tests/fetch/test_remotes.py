"""What a remote may answer, and what a person is told; a token is never told to anyone but its host."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pygit2
import pytest
from pygit2.enums import CredentialType

from codelens.errors import FetchError
from codelens.fetch import remotes
from codelens.fetch.manifest import Repository
from codelens.fetch.mirrors import fetch
from codelens.fetch.remotes import Callbacks, conceal

if TYPE_CHECKING:
    from pathlib import Path

Entry = Callable[..., Repository]
SECRET = "ghp_0123456789secret"
HTTPS = "https://git.example.org/owner/name"


@pytest.fixture(autouse=True)
def no_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "GITHUB_TOKEN",
        "GH_TOKEN",
        "GITLAB_TOKEN",
        "SSH_AUTH_SOCK",
        "http_proxy",
        "https_proxy",
        "HTTP_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def answering() -> Iterator[Callable[[int], str]]:
    """Serve one status to every request; the value starts a server and gives its url."""
    servers: list[http.server.HTTPServer] = []

    def start(status: int) -> str:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                if status == 401:
                    self.send_header("WWW-Authenticate", 'Basic realm="git"')
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_CONNECT = do_GET  # noqa: N815 - the name that http.server calls

            def log_message(self, *_: Any) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/owner/name"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def told(repository: Repository, mirrors: Path) -> str:
    with pytest.raises(FetchError) as raised:
        fetch(repository, mirrors)
    message = str(raised.value)
    assert message.startswith(f"repos.yaml: {repository.name}: ")
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (200, "there is no git server that answers"),
        (401, "asks for credentials: the repository is private or not there; set CODELENS_TOKEN_127_0_0_1"),
        (403, "the server denies access"),
        (302, "the server sends elsewhere"),
        (404, "there is no such git repository; check the url: it may have been deleted, renamed or made private"),
        (410, "the server has taken the repository down"),
        (429, "smaller --jobs"),
        (503, "the server is out of order"),
    ],
)
def test_each_answer_of_a_server_is_one_line(
    answering: Callable[[int], str], mirrors: Path, entry: Entry, status: int, words: str
) -> None:
    assert words in told(entry(url=answering(status)), mirrors)


def test_a_proxy_from_the_environment_is_used(
    answering: Callable[[int], str], mirrors: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", answering(403).removesuffix("/owner/name"))
    assert "the proxy refuses" in told(entry(url="https://nowhere.invalid/etcd"), mirrors)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://nowhere.invalid/etcd", "unknown host; check the url and the network"),
        ("git://127.0.0.1:{closed}/etcd", "the host refuses the connection"),
        ("foo://host/etcd", "is no address that can be fetched"),
        ("not-a-url", "is no address that can be fetched"),
        ("{folder}", "there is no such git repository"),
    ],
)
def test_each_address_that_leads_nowhere_is_one_line(
    tmp_path: Path, mirrors: Path, entry: Entry, url: str, words: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = server.getsockname()[1]
    assert words in told(entry(url=url.format(closed=closed, folder=tmp_path)), mirrors)


def test_a_server_that_never_answers_ends(mirrors: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remotes, "ANSWER_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        message = told(entry(url=f"git://127.0.0.1:{server.getsockname()[1]}/etcd"), mirrors)
    assert "the server does not answer in time; try again later" in message


def test_wrong_credentials_end_the_fetch_and_are_not_shown(entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODELENS_TOKEN_GIT_EXAMPLE_ORG", SECRET)
    callbacks = Callbacks(entry(url=HTTPS), None, None)
    given = callbacks.credentials(HTTPS, None, CredentialType.USERPASS_PLAINTEXT)
    assert isinstance(given, pygit2.UserPass)
    assert given.credential_tuple == ("x-access-token", SECRET)
    with pytest.raises(FetchError) as raised:
        callbacks.credentials(HTTPS, None, CredentialType.USERPASS_PLAINTEXT)
    message = "repos.yaml: etcd: git.example.org: wrong credentials; check the token in CODELENS_TOKEN_GIT_EXAMPLE_ORG"
    assert str(raised.value).startswith(message)


def test_a_token_never_goes_over_an_open_line(
    answering: Callable[[int], str], mirrors: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CODELENS_TOKEN_127_0_0_1", SECRET)
    assert SECRET not in told(entry(url=answering(401)), mirrors)


def test_a_password_in_the_url_is_not_shown(answering: Callable[[int], str], mirrors: Path, entry: Entry) -> None:
    url = answering(404).replace("://", f"://me:{SECRET}@")
    message = told(entry(url=url), mirrors)
    assert SECRET not in message
    assert "me:" not in message.removeprefix("repos.yaml: etcd: ").partition("/owner")[0]


def test_every_text_is_concealed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODELENS_TOKEN_A", f"me:{SECRET}")
    monkeypatch.setenv("GITLAB_TOKEN", "glpat-x")
    assert conceal(f"a {SECRET}\nand glpat-x at https://you:pw@host/x") == "a … and … at https://host/x"


def test_ssh_without_an_agent_says_what_to_do(entry: Entry) -> None:
    callbacks = Callbacks(entry(), None, None)
    assert isinstance(callbacks.credentials("ssh://git@host/x", "git", CredentialType.USERNAME), pygit2.Username)
    with pytest.raises(FetchError, match=r"repos.yaml: etcd: host refuses the ssh agent's keys; add the right one"):
        callbacks.credentials("git@host:x", "git", CredentialType.SSH_KEY)
