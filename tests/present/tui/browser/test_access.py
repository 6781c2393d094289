"""Which addresses are served, and that the token is worth one cookie."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from codelens.errors import UsageError
from codelens.locations import Home
from codelens.present.fronts import Opening, Serving
from codelens.present.tui.browser.access import Access, is_loopback, origin_of, served

OPENING = Opening(Home(Path("/nowhere")))
LOCAL = served(Serving(OPENING), 8642)
TUNNEL = served(Serving(OPENING, public_url="https://Code.Example.org/"), 8642)
EVERYWHERE = served(Serving(OPENING, host="0.0.0.0", anywhere=True), 8642)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://localhost:9000", "http://localhost:9000"),
        ("http://LOCALHOST:80/", "http://localhost"),
        ("https://code.example.org:443", "https://code.example.org"),
        ("http://[::1]:8642", "http://[::1]:8642"),
        ("http://localhost:port", None),
        ("http://localhost/path", None),
        ("http://localhost/?query", None),
        ("http://user@localhost", None),
        ("ftp://localhost", None),
        ("localhost:9000", None),
        ("http://", None),
        ("null", None),
        ("", None),
    ],
)
def test_an_origin_is_scheme_name_and_port_and_nothing_else(url: str, origin: str | None) -> None:
    found = origin_of(url)
    assert (str(found) if found else None) == origin


@pytest.mark.parametrize(
    ("host", "is_served"),
    [
        ("127.0.0.1:8642", True),
        ("localhost:8642", True),
        ("LOCALHOST:8642", True),
        ("[::1]:8642", True),
        ("127.0.0.1", False),
        ("127.0.0.1:80", False),
        ("localhost:9000", False),
        ("127.0.0.2:8642", False),
        ("evil.example.org:8642", False),
        ("localhost.evil.example.org:8642", False),
        ("evil.example.org@localhost:8642", False),
        ("localhost:8642/evil", False),
        ("", False),
        ("\udcff:8642", False),
        ("[::1:8642", False),
        ("\u2100:8642", False),
    ],
)
def test_a_name_that_points_here_is_not_served_for_that(host: str, is_served: bool) -> None:  # noqa: FBT001
    assert LOCAL.has_host(host) is is_served


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://127.0.0.1:8642", True),
        ("http://localhost:8642", True),
        ("https://localhost:8642", False),
        ("http://localhost:3000", False),
        ("http://evil.example.org", False),
        ("null", False),
    ],
)
def test_a_page_of_another_server_of_this_machine_is_not_ours(origin: str, is_ours: bool) -> None:  # noqa: FBT001
    assert LOCAL.has_origin(origin) is is_ours


def test_a_public_address_is_served_beside_the_local_ones_and_printed() -> None:
    assert Access(TUNNEL, 8642).url.startswith("https://code.example.org/?token=")
    assert TUNNEL.has_host("code.example.org")
    assert TUNNEL.has_origin("https://code.example.org")
    assert not TUNNEL.has_origin("http://code.example.org")
    assert TUNNEL.has_host("127.0.0.1:8642")
    assert Access(TUNNEL, 8642).is_encrypted
    assert not Access(LOCAL, 8642).is_encrypted


def test_a_public_address_with_a_path_is_refused() -> None:
    with pytest.raises(UsageError, match="is no address such as http://localhost:9000, without a path"):
        served(Serving(OPENING, public_url="http://localhost/code"), 8642)


def test_listening_everywhere_serves_every_address_and_no_other_name() -> None:
    assert EVERYWHERE.has_host("192.0.2.7:8642")
    assert EVERYWHERE.has_host(f"{socket.gethostname()}:8642")
    assert EVERYWHERE.has_origin("http://[2001:db8::7]:8642")
    assert not EVERYWHERE.has_host("192.0.2.7:80")
    assert not EVERYWHERE.has_host("evil.example.org:8642")
    assert not LOCAL.has_host("192.0.2.7:8642")


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True)]
    + [(host, False) for host in ("0.0.0.0", "::", "192.0.2.7", "example.org", "")],
)
def test_loopback_is_what_only_this_machine_reaches(host: str, loopback: bool) -> None:  # noqa: FBT001
    assert is_loopback(host) is loopback


def test_the_token_is_spent_once_and_buys_nothing_afterwards() -> None:
    access = Access(LOCAL, 8642)
    (token,) = parse_qs(urlsplit(access.url).query)["token"]
    assert not access.spend("")
    assert not access.spend(token[:-1])
    assert not access.spend(token + "é\udcff")
    assert access.spend(token)
    assert not access.spend(token)
    assert not access.spend("")


def test_the_cookie_is_neither_the_token_nor_empty() -> None:
    access = Access(LOCAL, 8642)
    assert access.admits(access.cookie)
    assert not access.admits("")
    assert not access.admits(urlsplit(access.url).query)
    assert access.cookie not in access.url
    assert len({Access(LOCAL, 8642).cookie for _ in range(9)} | {Access(LOCAL, 8642).url for _ in range(9)}) == 18
