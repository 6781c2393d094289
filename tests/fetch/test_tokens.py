"""Which variable holds the token of which host, and texts that hold none."""

from __future__ import annotations

import pytest

from codelens.fetch.organizations.apis import load_api_forms
from codelens.fetch.tokens import Token, token_of, without_tokens

SECRET = "ghp_0123456789secret"


@pytest.fixture(autouse=True)
def no_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "GH_TOKEN", "GITLAB_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def test_a_token_is_of_its_host_only(monkeypatch: pytest.MonkeyPatch) -> None:
    customary = load_api_forms().tokens
    monkeypatch.setenv("GITHUB_TOKEN", " ")
    monkeypatch.setenv("GH_TOKEN", "general")
    monkeypatch.setenv("CODELENS_TOKEN_GIT_EXAMPLE_ORG", SECRET)
    hosts = ("GitHub.com", "git.example.org", "example.org", "gitlab.com", "api.github.com")
    found = [token_of(host, customary) for host in hosts]
    own = Token("CODELENS_TOKEN_GIT_EXAMPLE_ORG", SECRET)
    assert found == [Token("GH_TOKEN", "general"), own, None, None, None]
    monkeypatch.setenv("CODELENS_TOKEN_GITHUB_COM", "mine")
    assert token_of("github.com", customary) == Token("CODELENS_TOKEN_GITHUB_COM", "mine")


def test_a_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPM_TOKEN", SECRET)
    monkeypatch.setenv("CODELENS_TOKEN_A", "me:other-secret")
    monkeypatch.setenv("ODD_TOKEN", "a")
    monkeypatch.setenv("SHORT_TOKEN", "somebody:e")
    assert SECRET not in repr(Token("X", SECRET))
    assert without_tokens(f"a {SECRET}, me:other-secret, other-secret") == "a …, …, …"
