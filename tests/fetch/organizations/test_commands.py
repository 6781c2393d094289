"""Organisations on the command line: fetched and indexed, listed with their age, known to all commands afterwards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from loopback_host import send

import corpus

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from loopback_host import Host


class Place:
    """A folder with a manifest, a home, and the repositories that the host has, which are fetched from a folder."""

    def __init__(self, folder: Path, host: Host) -> None:
        self.folder = folder
        for name in ("fleet", "locksmith"):
            corpus.commit(
                folder / "served" / f"{name}.git", {f"{name}.go": f"package a\n\nfunc {name.title()}() {{}}\n"}
            )
        config = f'[url "file://{folder}/served/"]\n\tinsteadOf = {host.site}/coreos/\n[safe]\n\tdirectory = *\n'
        manifest = (
            f"organizations:\n  - {{name: coreos/*, url: '{host.site}/coreos', groups: [boot]}}\n"
            f"  - {{name: gone/*, url: '{host.site}/gone', groups: [boot]}}\n"
        )
        corpus.write(folder, {"person/.gitconfig": config, "repos.yaml": manifest})

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return corpus.run(self.folder / "home", *arguments, cwd=self.folder, HOME=str(self.folder / "person"))

    def said(self, *arguments: str, status: int = 0) -> str:
        ended = self.run(*arguments)
        assert ended.returncode == status, ended
        return ended.stderr.decode()

    def lines(self, *arguments: str) -> list[str]:
        ended = self.run(*arguments)
        assert ended.returncode == 0, ended
        return ended.stdout.decode().splitlines()


@pytest.fixture
def place(tmp_path: Path, host: Host) -> Place:
    host.organisation(
        "coreos",
        host.repository("coreos/fleet"),
        host.repository("coreos/locksmith"),
        host.repository("coreos/old", archived=True),
    )
    return Place(tmp_path, host)


def test_an_organisation_is_brought_and_known_from_then_on(place: Place, host: Host) -> None:
    assert place.lines("repos") == [
        "coreos/*  owner  size unknown  default branch  boot  not asked yet",
        "gone/*  owner  size unknown  default branch  boot  not asked yet",
    ]
    said = place.said("update", "coreos/*")
    assert said.splitlines()[0] == "coreos/*: 2 repositories; 1 archived left out"
    assert "2 repositories to fetch: about 6.0 MB by the size class of 2" in said
    assert "fleet: indexed 1 files" in said
    asked = len(host.asked)
    listed = place.lines("repos")
    assert listed[2].startswith(
        "coreos/*  owner  size unknown  default branch  boot  2 repositories; 1 archived left out, "
    )
    fields = [json.loads(line) for line in place.lines("repos", "--json")]
    assert {(each["name"], each["state"], each["repositories"]) for each in fields} == {
        ("coreos/*", "owner", 2), ("gone/*", "owner", None), ("fleet", "indexed", None), ("locksmith", "indexed", None),
    }  # fmt: skip
    for word in ("boot", "coreos/*", "coreos/fleet", "fleet"):
        (found,) = place.lines("where-defined", "Fleet", "--repo", word)
        assert found.startswith("fleet.go:3:6: func Fleet() {}")
    assert "index is up to date" in place.said("index", "coreos/*")
    assert "index is up to date" in place.said("index", "coreos/locksmith")
    assert len(host.asked) == asked


def test_one_organisation_that_is_not_there_does_not_stop_another(place: Place) -> None:
    said = place.said("fetch", "--group", "boot", status=2)
    assert "codelens: error: repos.yaml: gone/*: 127.0.0.1" in said
    assert "fleet: 0.0 MB fetched" in said


def test_without_the_host_what_is_remembered_is_brought_up_to_date(place: Place, host: Host) -> None:
    place.said("fetch", "coreos/*")
    host.faults = [lambda request: send(request, 200, b"<html>", {"Content-Type": "text/html"})]
    said = place.said("update", "coreos/*")
    assert "; organisation list is " in said.splitlines()[0]
    assert " old: 127.0.0.1" in said.splitlines()[0]
    assert "fleet: nothing new" in said


def test_what_was_never_asked_is_not_indexed_and_says_what_to_do(place: Place) -> None:
    said = place.said("index", "coreos/*", status=2)
    assert (
        said == "codelens: error: repos.yaml: coreos/*: what it has is not known yet; run: codelens fetch 'coreos/*'\n"
    )


def test_events_tell_of_an_organisation_as_of_a_repository(place: Place, host: Host) -> None:
    host.faults = [lambda request: send(request, 429, b"", {"Retry-After": "1"})]
    events = [json.loads(line) for line in place.lines("fetch", "--json", "coreos/*")]
    assert events[0]["event"] == "progress"
    assert events[0]["phase"].endswith("asks for fewer requests; asked again in 1 second")
    assert events[1] == {
        "event": "ended",
        "repository": "coreos/*",
        "work": "fetch",
        "changed": False,
        "text": "2 repositories; 1 archived left out",
    }
    assert {each["repository"] for each in events if each["event"] == "ended"} == {"coreos/*", "fleet", "locksmith"}
