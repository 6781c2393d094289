"""A token goes to its host and nowhere else, and is never shown."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import httpx
import pytest
from loopback_host import SECRET, Asked, Host, send

from codelens.errors import FetchError, SettingsError
from codelens.fetch.entries import Organization
from codelens.fetch.organizations.answers import on_host
from codelens.fetch.organizations.apis import find_api, load_api_forms
from codelens.fetch.organizations.expansion import expand
from codelens.locations import configuration

if TYPE_CHECKING:
    from pathlib import Path

OWN = "CODELENS_TOKEN_127_0_0_1"


@pytest.mark.parametrize("written", [SECRET, f"  {SECRET}\n", f"x-access-token:{SECRET}"])
def test_the_token_of_a_host_is_sent_to_it(
    host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv(OWN, written)
    host.organisation("coreos")
    asked.expand()
    assert host.asked[0][1]["authorization"] == f"Bearer {SECRET}"


def test_the_customary_token_of_another_host_is_not(host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "GH_TOKEN", "GITLAB_TOKEN"):
        monkeypatch.setenv(name, SECRET)
    host.organisation("coreos")
    asked.expand()
    assert "authorization" not in host.asked[0][1]


@pytest.mark.parametrize(
    ("url", "base", "variable"),
    [
        ("https://github.com/coreos", "https://api.github.com", "GH_TOKEN"),
        ("https://GitHub.com/coreos/", "https://api.github.com", "GH_TOKEN"),
        ("https://gitlab.com/gitlab-org/tools", "https://gitlab.com/api/v4", "GITLAB_TOKEN"),
        ("https://github.example.org/coreos", "https://github.example.org/api/v3", None),
        ("https://gitlab.example.org:8443/coreos", "https://gitlab.example.org:8443/api/v4", None),
        ("https://github.com.evil.example/coreos", "https://github.com.evil.example/api/v3", None),
        ("https://evil.example/github.com", None, None),
    ],
)
def test_each_host_has_its_interface_and_its_token(
    monkeypatch: pytest.MonkeyPatch, url: str, base: str | None, variable: str | None
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.setenv("GH_TOKEN", SECRET)
    monkeypatch.setenv("GITLAB_TOKEN", SECRET)
    if base is None:
        with pytest.raises(FetchError, match="is not known; write into"):
            find_api("x", url)
        return
    api = find_api("x", url)
    assert (api.base, api.token and api.token.variable) == (base, variable)
    assert SECRET not in repr(api)


def test_the_path_of_an_owner_is_one_part_of_what_is_asked() -> None:
    first, _ = find_api("x", "https://gitlab.com/gnome/a b").lists
    assert first.startswith("https://gitlab.com/api/v4/groups/gnome%2Fa%20b/projects?")


def test_a_token_does_not_go_with_a_redirect_or_a_next_page_to_another_host(
    host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OWN, SECRET)
    elsewhere = f"http://localhost:{host.port}/api/v3/orgs/coreos/repos"
    for fault in ((302, {"Location": elsewhere}), (200, {"Link": f'<{elsewhere}>; rel="next"'})):
        host.faults = [lambda request, fault=fault: send(request, fault[0], [], fault[1])]
        with pytest.raises(
            FetchError, match=f"leads elsewhere: .* is of http://localhost:{host.port}, which was not asked"
        ):
            asked.expand()
    assert len(host.asked) == 2


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://h.example/x?page=2", "https://h.example/x?page=2"),
        ("http://h.example/x?page=2", "https://h.example/x?page=2"),
        ("http://h.example:8080/x", None),
        ("https://h.example:444/x", None),
        ("https://h.example.org/x", None),
        ("ftp://h.example/x", None),
    ],
)
def test_a_page_is_asked_as_the_host_is_and_never_with_less(url: str, asked: str | None) -> None:
    allowed = on_host(httpx.URL(url), httpx.URL("https://h.example/api"))
    assert (allowed and str(allowed)) == asked


@pytest.mark.parametrize(
    "url", ["http://git.example.org/coreos", "http://192.0.2.1/coreos", "http://127.0.0.1.evil.example/x"]
)
def test_nothing_is_asked_over_an_open_line(url: str) -> None:
    with pytest.raises(FetchError, match="what comes over plain http may be anybody's; write https://"):
        find_api("repos.yaml: x/*", url)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com",
        "https://github.com/",
        "ftp://github.com/x",
        "https://:443/x",
        "https://me:pw@github.com/x",
        "https://[::1/x",
        "https://github.com:99999/x",
        "x",
    ],
)
def test_what_is_no_page_of_an_owner_says_so(url: str) -> None:
    with pytest.raises(FetchError, match="is no page of an owner; write it as https://host/owner") as raised:
        find_api("repos.yaml: x/*", url)
    assert "pw" not in str(raised.value)


def test_a_host_that_refuses_the_token_names_the_variable_and_not_the_token(
    host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setenv(OWN, SECRET)
    caplog.set_level(logging.DEBUG)
    host.faults = [lambda request: send(request, 401, {"message": f"Bad credentials {SECRET}"})]
    with pytest.raises(FetchError) as raised:
        asked.expand()
    assert str(raised.value) == (
        f"repos.yaml: coreos/*: 127.0.0.1:{host.port} refuses the token in {OWN} (Bad credentials …); "
        "make a new one, or unset the variable"
    )
    host.organisation("coreos", host.repository("coreos/fleet"))
    asked.expand()
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert SECRET not in caplog.text
    assert b"fleet" in kept
    assert SECRET.encode() not in kept


def test_what_is_no_token_is_not_sent(host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    for odd in ("two words", "tok\nen", "t\u043eken"):
        monkeypatch.setenv(OWN, odd)
        with pytest.raises(FetchError, match=f"{OWN} holds no token") as raised:
            asked.expand()
        assert odd not in str(raised.value)
    assert not host.asked


def test_no_proxy_stands_between_this_machine_and_itself(
    host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    host.organisation("coreos")
    assert asked.expand().summary == "no repository"


@pytest.mark.parametrize(
    ("name", "value"),
    [("https_proxy", "socks9://127.0.0.1:1"), ("https_proxy", "http://[::1"), ("SSL_CERT_FILE", "/nowhere")],
)
def test_a_connection_that_can_not_be_set_up_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(FetchError, match=r"api\.github\.com can't be asked .*; check https_proxy and SSL_CERT_FILE"):
        expand(Organization("coreos/*", "https://github.com/coreos"), tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "addresses: {git.example.org: http://git.example.org}",
            ":1: git.example.org: http://git.example.org: must be https",
        ),
        ("forms: {github: {base: /x}}", ':1: "lists" is missing'),
        (
            "forms: {a: {base: /x, lists: [/x], path: p, clone: c, archived: a, fork: f}}",
            ":1: lists: /x: must be a path with {owner}",
        ),
        (
            "forms: {a: {base: /x, lists: ['/{owner}/{it}'], path: p, clone: c, archived: a, fork: f}}",
            "must be a path with {owner}",
        ),
        (
            "forms: {a: {base: /x, lists: ['/{owner'], path: p, clone: c, archived: a, fork: f}}",
            ":1: lists: expected '}'",
        ),
        ("forms: {a: {base: /x, lists: [], path: p, clone: c, archived: a, fork: f}}", "there must be at least one"),
        (
            "forms: {a: {base: /x, lists: ['/{owner}/{page_size:zz}'], path: p, clone: c, archived: a, fork: f}}",
            "must be a path with {owner}",
        ),
        (
            "forms: {a: {base: /x, lists: ['/{owner!q}'], path: p, clone: c, archived: a, fork: f}}",
            "must be a path with {owner}",
        ),
        ("addresses: {a: 'https://[bad'}", "a: https://[bad: must be https://…"),
        ("addresses: {a: 'https://'}", "a: https://: must be https://…"),
        ("tokens: {a: X}", "must be a list"),
        ("hosts: {a: b}", 'unknown field "hosts"'),
    ],
)
def test_what_is_wrong_with_a_file_of_ones_own_is_said_with_its_line(text: str, said: str) -> None:
    folder = configuration() / "queries"
    folder.mkdir(parents=True)
    (folder / "apis.yaml").write_text(text)
    with pytest.raises(SettingsError) as raised:
        load_api_forms()
    assert str(raised.value).startswith(f"{folder / 'apis.yaml'}:1: ")
    assert said in str(raised.value)


def test_ones_own_host_and_form_are_a_few_lines(host: Host, asked: Asked) -> None:
    folder = configuration() / "queries"
    (folder / "links.yaml").write_text("hosts: {127.0.0.1: mine}\nforms: {mine: {line: '{site}'}}\n")
    (folder / "apis.yaml").write_text(
        "forms: {mine: {base: /v1, lists: ['/of/{owner}'], path: at.path, clone: at.url, archived: old, fork: copy}}"
    )
    host.base = "/v1"
    host.owners["/of/coreos"] = [{"at": {"path": "coreos/a", "url": f"{host.site}/coreos/a"}, "old": True}]
    assert [each.name for each in asked.expand(archived=True).repositories] == ["a"]
