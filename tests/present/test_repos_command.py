"""``repos``: what there is to read, one's own manifest edited in place, and what is kept of a repository deleted."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.query.holdings import State

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = """\
repositories:
  - name: main  # read in place
    path: source/main
    groups: [boats]
  - {name: far, url: https://git.example.org/us/far, revision: v1, size: 25 MB, groups: [boats, far], aliases: [a/far]}
  - {name: old, url: https://git.example.org/us/old, size: M, archived: true}
organizations:
  - {name: us/*, url: https://git.example.org/us, groups: [far]}
without_source:
  - {system: Amazon SQS, reason: a service, aliases: [sqs]}
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a manifest and a home, of which one repository is indexed."""
    folder = tmp_path_factory.mktemp("place")
    corpus.write(folder, {"source/main/a.go": "package a\n\nfunc Moor() {}\n", "repos.yaml": MANIFEST})
    assert corpus.run(folder / "home", "index", "main", cwd=folder).returncode == 0
    return folder


def run(place: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return corpus.run(place / "home", *arguments, cwd=place)


def lines(ended: subprocess.CompletedProcess[bytes], status: int = 0) -> list[str]:
    assert ended.returncode == status, ended.stderr.decode()
    return ended.stdout.decode().splitlines()


def said(ended: subprocess.CompletedProcess[bytes], status: int = 0) -> str:
    assert (ended.returncode, ended.stdout) == (status, b""), ended
    return ended.stderr.decode().strip()


def test_each_is_a_plain_line_with_its_state_and_size(place: Path) -> None:
    assert lines(run(place, "repos")) == [
        "far  not fetched  25.0 MB measured  v1  boats,far",
        "main  indexed  size unknown  worktree  boats  in place",
        "old  not fetched  size class M  default branch  archived",
        "us/*  owner  size unknown  default branch  far  not asked yet",
    ]


def test_all_states_can_be_asked_for(place: Path) -> None:
    told = said(run(place, "repos", "--state", "none"), 2)
    assert [state.value for state in State] == re.findall(r"'([^']+)'", told.partition("is not one of")[2])


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["far"], ["far", "us/*"]),
        (["A/FAR"], ["far"]),
        (["boats", "v1"], ["far"]),
        (["archived"], ["old"]),
        (["--group", "Boats"], ["far", "main"]),
        (["--group", "boats", "--group", "far", "--state", "not fetched"], ["far"]),
        (["--state", "indexed"], ["main"]),
        (["list", "add"], []),
    ],
)
def test_words_groups_and_states_filter(place: Path, arguments: list[str], names: list[str]) -> None:
    found = lines(run(place, "repos", *arguments), 0 if names else 1)
    assert [line.split()[0] for line in found] == names


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["fra"], 1, 'repos.yaml: no repository or group "fra"; did you mean far?'),
        (["sqs"], 1, "repos.yaml: Amazon SQS has no public source: a service"),
        (["far", "indexed"], 1, "nothing matches all of that; codelens repos lists everything"),
        (["--group", "boat"], 2, 'codelens: error: repos.yaml: no group "boat"; did you mean boats?'),
    ],
)
def test_what_is_not_there_is_told(place: Path, arguments: list[str], status: int, told: str) -> None:
    message = said(run(place, "repos", *arguments), status)
    assert message == told


def test_a_manifest_without_anything_says_how_to_add(tmp_path: Path) -> None:
    corpus.write(tmp_path, {"repos.yaml": "repositories: []\n"})
    assert "lists no repository; add one: codelens repos add URL" in said(run(tmp_path, "repos"), 1)


def test_json_has_a_line_a_repository(place: Path) -> None:
    far, main, old, us = map(json.loads, lines(run(place, "repos", "--json")))
    assert (far["state"], far["size"], far["revision"], far["aliases"]) == ("not fetched", 25_000_000, "v1", ["a/far"])
    assert (main["path"], main["url"]) == (str(place / "source" / "main"), None)
    assert (old["size"], old["size_class"], old["archived"]) == (None, "M", True)
    assert (us["organization"], us["state"]) == (True, "owner")


def test_systems_without_a_source_are_listed_with_their_reasons(place: Path) -> None:
    assert lines(run(place, "repos", "--without-source")) == ["Amazon SQS: a service"]
    assert json.loads(lines(run(place, "repos", "--without-source", "SQS", "--json"))[0])["reason"] == "a service"
    assert lines(run(place, "repos", "--without-source", "kafka"), 1) == []


def on_terminal(place: Path, *arguments: str, typed: bytes = b"", **more: str) -> tuple[int, str]:
    """Run a command on a terminal of 80 columns; returns its status and all that it wrote."""
    ours, theirs = pty.openpty()
    environment = {**corpus.environment(place / "home", **more), "COLUMNS": "80", "TERM": "dumb"}
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(corpus.command(*arguments), env=environment, cwd=place, **streams) as process:
        os.close(theirs)
        os.write(ours, typed)
        wrote = b""
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:
                break
            if not part:
                break
            wrote += part
    os.close(ours)
    return process.returncode, wrote.decode()


def test_a_terminal_has_columns_that_fit_and_a_summary(place: Path) -> None:
    status, wrote = on_terminal(place, "repos")
    shown = wrote.replace("\r", "").splitlines()
    assert status == 0
    assert shown[0].split() == ["name", "state", "size", "revision", "groups"]
    assert shown[3].split() == ["old", "not", "fetched", "M", "archived"]
    assert max(map(len, shown)) <= 80
    assert shown[-2] == "3 repositories, 2 not fetched, 1 indexed, 1 owner"


# Own manifests


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder whose home and configuration are its own, and where the shipped manifest is used."""
    (tmp_path / "config" / "codelens").mkdir(parents=True)
    return tmp_path


def run_own(own: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return corpus.run(own / "home", *arguments, cwd=own, XDG_CONFIG_HOME=str(own / "config"))


def test_what_is_added_is_written_below_what_was_there_and_can_be_used(own: Path) -> None:
    file = own / "config" / "codelens" / "repos.yaml"
    corpus.write(own, {"pier/a.go": "package pier\n"})
    before = "# mine\nrepositories: []  # none yet\n"
    file.write_text(before)
    added = said(run_own(own, "repos", "add", "pier", "--group", "boats", "--name", "my-pier"))
    assert added == "my-pier: added to config/codelens/repos.yaml; run: codelens update my-pier"
    assert file.read_text() == (
        f"# mine\nrepositories:  # none yet\n  - name: my-pier\n    path: {own / 'pier'}\n    groups: [boats]\n"
    )
    assert b"my-pier: indexed" in run_own(own, "update").stderr
    assert lines(run_own(own, "repos", "my-pier"))[0].startswith("my-pier  indexed")
    assert "my-pier: removed from config/codelens/repos.yaml" in said(run_own(own, "repos", "remove", "my-pier"))
    assert file.read_text() == before
    assert "MB deleted" in said(run_own(own, "repos", "remove", "my-pier", "--data"))
    assert not list((own / "home" / "shards").iterdir())


def test_what_is_added_elsewhere_is_updated_from_there(own: Path) -> None:
    added = said(run_own(own, "repos", "add", "https://git.example.org/us/pier", "--repos", "ours.yaml"))
    assert added == "pier: added to ours.yaml; run: codelens update --repos ours.yaml pier"


def test_a_first_entry_makes_the_manifest(own: Path) -> None:
    file = own / "config" / "codelens" / "repos.yaml"
    said(run_own(own, "repos", "add", "git@git.example.org:us/Some_Pier.git", "--revision", "1.20"))
    assert file.read_text().endswith(
        "\nrepositories:\n  - name: some_pier\n    url: git@git.example.org:us/Some_Pier.git\n    revision: '1.20'\n"
    )
    assert len(lines(run_own(own, "repos"))) > 100


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["https://github.com/etcd-io/etcd.git"], "etcd: is listed already; run: codelens update etcd"),
        (["git@github.com:etcd-io/etcd.git"], "etcd: is listed already; run: codelens update etcd"),
        (["https://git.example.org/us/etcd"], "etcd: another repository is called so; choose a name with --name"),
        (["https://git.example.org/us"], "is the page of an owner; list all that it has under organizations:"),
        (["us/pier"], "us/pier: is no folder here, and no url; write it as https://host/owner/name"),
        (["https://git.example.org/us/~~"], "gives no name; choose one with --name"),
        (["https://git.example.org/us/pier", "--name", "My Pier"], "My Pier: name:"),
    ],
)
def test_what_can_not_be_added_is_told_what_to_do(own: Path, arguments: list[str], told: str) -> None:
    message = said(run_own(own, "repos", "add", *arguments), 2)
    assert told in message
    assert not (own / "config" / "codelens" / "repos.yaml").exists()


def test_a_name_that_is_asked_for_takes_the_place_of_the_shipped_one_until_it_is_removed(own: Path) -> None:
    added = said(run_own(own, "repos", "add", "https://git.example.org/us/etcd", "--name", "etcd"))
    assert "etcd: added to config/codelens/repos.yaml, in the place of the shipped one" in added
    urls = [json.loads(line)["url"] for line in lines(run_own(own, "repos", "--json", "etcd"))]
    assert "https://git.example.org/us/etcd" in urls
    assert "https://github.com/etcd-io/etcd" not in urls
    assert "the shipped one of that name holds again" in said(run_own(own, "repos", "remove", "etcd"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["etcd"], "etcd: is listed in repos.yaml, which ships with codelens; to delete what is kept of it"),
        (["pier"], "pier: is not listed, and nothing of it is kept"),
        (["CoreOS/*"], "coreos/*: stands for all that an owner has; take it out of config/codelens/repos.yaml"),
        (["../pier", "--data"], "../pier: is not listed, and nothing of it is kept"),
    ],
)
def test_what_can_not_be_removed_is_told_what_to_do(own: Path, arguments: list[str], told: str) -> None:
    corpus.write(own / "home", {"pier.git/HEAD": "x"})
    assert told in said(run_own(own, "repos", "remove", *arguments), 2)
    assert (own / "home" / "pier.git").exists()


def test_one_that_can_not_be_removed_stops_no_other(own: Path) -> None:
    said(run_own(own, "repos", "add", "https://git.example.org/us/pier"))
    message = said(run_own(own, "repos", "remove", "quay", "pier"), 2)
    assert "quay: is not listed" in message
    assert "pier: removed from" in message


def test_data_of_a_shipped_one_is_deleted_once_a_person_has_agreed(own: Path) -> None:
    corpus.write(own / "home", {"mirrors/etcd.git/HEAD": "x" * 200_000, "mirrors/raft.git/HEAD": "x"})
    arguments = "repos", "remove", "etcd", "--data"
    status, wrote = on_terminal(own, *arguments, typed=b"n\n", XDG_CONFIG_HOME=str(own / "config"))
    assert status == 130
    assert "Delete 0.2 MB, the mirror and the index of etcd?" in wrote
    assert (own / "home" / "mirrors" / "etcd.git").exists()
    status, wrote = on_terminal(own, *arguments, typed=b"y\n", XDG_CONFIG_HOME=str(own / "config"))
    assert "etcd: 0.2 MB deleted" in wrote
    assert [path.name for path in (own / "home" / "mirrors").iterdir()] == ["raft.git"]


# How much it is


def test_a_group_and_everything_say_first_how_much_they_are(own: Path) -> None:
    text = (
        "repositories:\n"
        + "".join(
            f"  - {{name: r{number}, url: 'git://127.0.0.1:1/x', groups: [g], size: {size}}}\n"
            for number, size in enumerate(("25 MB", "1.5 GB", "M", "S", ""))
        )
        + "  - {name: here, path: ., groups: [g]}\n  - {name: alone, url: 'git://127.0.0.1:1/x'}\n"
        "organizations:\n  - {name: us/*, url: https://git.example.org/us, groups: [h]}\n"
    )
    corpus.write(own, {"repos.yaml": text})
    amount = (
        "5 repositories to fetch: 1.5 GB as measured of 2, about 14.0 MB by the size class of 2, 1 of unknown size; "
        "1 already there; "
    )
    for arguments in (["update", "--group", "g"], ["fetch", "g"]):
        first = run_own(own, *arguments).stderr.decode().splitlines()[0]
        assert first.startswith(amount)
        assert first.endswith("free in home")
    everything = run_own(own, "fetch", "--all").stderr.decode()
    assert "\n6 repositories to fetch: " in everything
    assert everything.startswith("codelens: error: repos.yaml: us/*: how git.example.org lists")
    assert "to fetch" not in run_own(own, "fetch", "r0", "r1").stderr.decode()


def test_a_person_is_asked_before_much_is_fetched(own: Path) -> None:
    corpus.write(own, {"repos.yaml": "repositories:\n  - {name: r, url: 'git://127.0.0.1:1/x', groups: [g]}\n"})
    status, wrote = on_terminal(own, "update", "--group", "g", typed=b"n\n")
    assert (status, "refuses the connection" in wrote) == (1, False)
    assert "Fetch it? [y/N]" in wrote
    status, wrote = on_terminal(own, "update", "--all", "--yes")
    assert (status, "Fetch it?" in wrote, "refuses the connection" in wrote) == (2, False, True)


def test_without_a_name_ones_own_are_updated_and_what_of_the_shipped_ones_is_there(own: Path) -> None:
    corpus.write(own, {"pier/a.go": "package pier\n", "home/mirrors/etcd.git/HEAD": "x"})
    said(run_own(own, "repos", "add", "pier"))
    environment = {"XDG_CONFIG_HOME": str(own / "config"), "https_proxy": "http://127.0.0.1:1"}
    ended = corpus.run(own / "home", "update", cwd=own, **environment)
    told = ended.stderr.decode().splitlines()
    assert [line for line in told if line.startswith("pier: indexed")]
    assert [line for line in told if line.startswith("codelens: error: repos.yaml: etcd: ")]
    assert len(told) == 2
