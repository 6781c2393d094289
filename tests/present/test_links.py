"""Permalinks: the forms of the hosts, every way of writing an address, what has no page and why."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import msgspec
import pygit2
import pytest

import corpus
from codelens.errors import LinkError, SettingsError
from codelens.index.generations import ShardFolder, pack_location, read_manifest, unpack_location
from codelens.locations import Home, configuration
from codelens.present.addresses import parse_address
from codelens.present.links import MatchLinks, Permalinks, load_link_forms
from codelens.query.matches import Place

if TYPE_CHECKING:
    from pathlib import Path

COMMIT = "6e836a6cf70f39ddb4fb3cca6b658b7c433388df"


def place(path: str = "a.py", **fields: str) -> Place:
    return Place(**{"repository": "demo", "revision": "main", "commit": COMMIT, "path": path, "language": "",
                    "package": "", **fields})  # fmt: skip


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    return made(tmp_path_factory.mktemp("linked"))


def made(folder: Path) -> Linked:
    corpus.commit(folder / "repo", {"a.py": "def one(): pass\n"})
    corpus.index(folder / "repo", folder / "home")
    return Linked(folder)


class Linked:
    """A home with one repository, whose url the tests choose."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(folder / "home")
        self.repository = folder / "repo"
        self._generation = ShardFolder(self.home.shards, "demo", "main").current()
        self._manifest = read_manifest(self._generation)

    def fetched_from(self, url: str) -> Permalinks:
        """The links when the manifest said that it is fetched from there."""
        location = unpack_location(self._manifest, self.home)
        location = dataclasses.replace(location, repository=dataclasses.replace(location.repository, url=url))
        manifest = msgspec.structs.replace(self._manifest, location=pack_location(location))
        corpus.write(self._generation, {"manifest.json": msgspec.json.encode(manifest)})
        return Permalinks(self.home)


GITHUB = f"https://github.com/owner/name/blob/{COMMIT}/a.py#L12-L15"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://github.com/owner/name", GITHUB),
        ("https://github.com/owner/name.git/", GITHUB),
        ("https://someone:ghp_secret@github.com/owner/name.git", GITHUB),
        ("https://github.com/owner/name?access_token=secret", GITHUB),
        ("git@github.com:owner/name.git", GITHUB),
        ("ssh://git@github.com:22/owner/name.git", GITHUB),
        ("ssh://git@ssh.github.com:443/owner/name.git", GITHUB),
        ("git://github.com/owner/name.git", GITHUB),
        ("git+ssh://git@github.com/owner/name", GITHUB),
        ("https://GitHub.com/owner/name", GITHUB),
        ("https://github.example.org/o/n", f"https://github.example.org/o/n/blob/{COMMIT}/a.py#L12-L15"),
        ("https://gitlab.com/group/sub/sub/name.git", f"https://gitlab.com/group/sub/sub/name/-/blob/{COMMIT}/a.py#L12-15"),
        ("http://gitlab.example.org:8080/g/n", f"http://gitlab.example.org:8080/g/n/-/blob/{COMMIT}/a.py#L12-15"),
        ("ssh://git@gitlab.example.org:2222/g/n.git", f"https://gitlab.example.org/g/n/-/blob/{COMMIT}/a.py#L12-15"),
        ("git@bitbucket.org:team/name.git", f"https://bitbucket.org/team/name/src/{COMMIT}/a.py#lines-12:15"),
        ("https://bitbucket.example.org/scm/pr/name.git",
         f"https://bitbucket.example.org/projects/pr/repos/name/browse/a.py?at={COMMIT}#12-15"),
        ("ssh://git@stash.example.org:7999/pr/name.git",
         f"https://stash.example.org/projects/pr/repos/name/browse/a.py?at={COMMIT}#12-15"),
        ("https://codeberg.org/owner/name", f"https://codeberg.org/owner/name/src/commit/{COMMIT}/a.py#L12-L15"),
        ("https://gitea.example.org/owner/name", f"https://gitea.example.org/owner/name/src/commit/{COMMIT}/a.py#L12-L15"),
        ("git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git",
         f"https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/a.py?id={COMMIT}#n12"),
        ("https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux",
         f"https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/a.py?id={COMMIT}#n12"),
        ("https://cgit.example.org/name", f"https://cgit.example.org/name/tree/a.py?id={COMMIT}#n12"),
        ("https://go.googlesource.com/go", f"https://go.googlesource.com/go/+/{COMMIT}/a.py#12"),
        ("https://x.googlesource.com/a/deep/name.git", f"https://x.googlesource.com/deep/name/+/{COMMIT}/a.py#12"),
        ("git@git.sr.ht:~user/name", f"https://git.sr.ht/~user/name/tree/{COMMIT}/item/a.py#L12-15"),
    ],
)  # fmt: skip
def test_each_way_of_writing_an_address_leads_to_the_page_of_its_host(linked: Linked, url: str, link: str) -> None:
    assert linked.fetched_from(url).of(place(), 11, 14) == link


def test_one_line_is_no_range(linked: Linked) -> None:
    links = linked.fetched_from("https://github.com/o/n")
    assert links.of(place(), 0) == links.of(place(), 0, 0) == f"https://github.com/o/n/blob/{COMMIT}/a.py#L1"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a b/c#d?.py", "a%20b/c%23d%3F.py"),
        ("über/日.go", "%C3%BCber/%E6%97%A5.go"),
        ("100%/x&y;z.c", "100%25/x%26y%3Bz.c"),
        ("bad\udcff.c", "bad%FF.c"),
        ("README.md", "README.md?plain=1"),
        ("docs/GUIDE.MD", "docs/GUIDE.MD?plain=1"),
    ],
)
def test_a_path_is_encoded_and_a_rendered_file_asked_for_as_text(linked: Linked, path: str, shown: str) -> None:
    link = linked.fetched_from("https://github.com/o/n").of(place(path), 2)
    assert link == f"https://github.com/o/n/blob/{COMMIT}/{shown}#L3"


@pytest.mark.parametrize("path", ["../../../settings/keys", "a/../b", "a//b", "./a"])
def test_a_path_that_leads_to_another_page_is_refused(linked: Linked, path: str) -> None:
    with pytest.raises(LinkError, match="no page can have this path"):
        linked.fetched_from("https://github.com/o/n").of(place(path), 2)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/srv/git/x.git", "demo: comes from a folder, which has no pages"),
        ("file:///srv/git/x.git", "demo: comes from a folder"),
        ("https://u:secret@git.example.org/x", "demo: how git.example.org shows a line is not known; write into"),
        ("https://stash.example.org/x", "demo: how stash.example.org shows a line is not known"),
        ("https://github.com", "demo: comes from a folder"),
    ],
)  # fmt: skip
def test_what_has_no_page_says_why_without_a_secret(linked: Linked, url: str, said: str) -> None:
    with pytest.raises(LinkError, match=said) as refused:
        linked.fetched_from(url).of(place(), 0)
    assert "secret" not in str(refused.value)


def test_a_plain_folder_has_no_commit_to_pin_to(linked: Linked) -> None:
    with pytest.raises(LinkError, match="demo: is a plain folder"):
        linked.fetched_from("https://github.com/o/n").of(place(commit=""), 0)


def test_a_repository_in_place_is_linked_by_its_origin(tmp_path: Path) -> None:
    linked = made(tmp_path)
    with pytest.raises(LinkError, match='demo: where it comes from is not known; add a git remote "origin"'):
        Permalinks(linked.home).of(place(), 0)
    pygit2.Repository(str(linked.repository)).remotes.create("upstream", "git@gitlab.com:g/n.git")
    assert Permalinks(linked.home).of(place(), 0).startswith("https://gitlab.com/g/n/-/blob/")
    pygit2.Repository(str(linked.repository)).remotes.create("origin", "git@github.com:o/n.git")
    assert Permalinks(linked.home).of(place(), 0).startswith("https://github.com/o/n/blob/")


def test_a_repository_that_is_not_indexed_any_more_says_what_to_run(linked: Linked) -> None:
    with pytest.raises(LinkError, match="gone: is not indexed at main any more; run: codelens update gone"):
        Permalinks(linked.home).of(place(repository="gone"), 0)


@pytest.mark.parametrize(
    "url",
    ["C:\\repos\\x", "C:/repos/x", "../x", "x", "", "ext::sh -c whoami", "https://", "https:///x", "https://h:port/x",
     "https://h/../../x", "ftp://h/x", "https://[::1/x"],
)  # fmt: skip
def test_what_is_no_address_of_a_host_is_none(url: str) -> None:
    assert parse_address(url) is None


def test_links_are_asked_for_once_a_repository_and_refused_once(linked: Linked) -> None:
    said: list[Exception] = []
    links = MatchLinks(linked.fetched_from("/srv/x"), said.append)
    matches = corpus.ask(linked.home.folder, "one").matches * 3
    assert [links(match) for match in matches] == [None] * 3
    assert len(said) == 1


# --- the data --------------------------------------------------------------------------------------------------------


def own(text: str) -> None:
    corpus.write(configuration() / "queries", {"links.yaml": text})


def test_a_company_adds_its_host_with_one_line(linked: Linked) -> None:
    own("hosts: {git.example.org: gitlab}")
    link = linked.fetched_from("git@git.example.org:team/x.git").of(place(), 0)
    assert link == f"https://git.example.org/team/x/-/blob/{COMMIT}/a.py#L1"


def test_ones_own_forms_hosts_and_aliases_come_first(linked: Linked) -> None:
    own(
        "hosts: {github.com: own, code.example.org: own}\n"
        "aliases: {work: code.example.org}\n"
        'forms: {own: {line: "{site}/browse/{name}/{path}@{commit}:{line}", address: "[^/]+/(?P<name>.+)"}}\n'
    )
    assert linked.fetched_from("https://github.com/o/n").of(place(), 0, 4) == (
        f"https://github.com/browse/n/a.py@{COMMIT}:1"
    )
    assert linked.fetched_from("work:o/n").of(place(), 0).startswith("https://code.example.org/browse/n/")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hosts: {a.b: gitlub}", ':1: a.b: there is no form "gitlub"; did you mean gitlab?'),
        ("host: {a.b: gitlab}", ':1: unknown field "host"; did you mean hosts?'),
        ("hosts: [a.b]", ":1: hosts: must be a mapping, not a list"),
        ("\nforms: {x: {lines: 'y'}}", ':2: "line" is missing'),
        ("forms:\n  x: {line: '{sight}'}", ":2: line: nothing is known as {sight}; did you mean site?"),
        ("forms:\n  x: {line: '{site'}", ":2: line: expected '}' before end of string"),
        ("forms:\n  x: {line: '{}'}", ":2: line: nothing is known as {}"),
        ("forms:\n  x: {line: '{site}', address: '('}", ":2: address: is no regular expression"),
        ("hosts: {'!x': gitlab}", ":1: !x: is no glob"),
        ("hosts: {a.b: gitlab", ":2: column 1: did not find"),
    ],
)
def test_what_is_wrong_with_the_data_is_said_with_its_line(text: str, said: str) -> None:
    own(text)
    with pytest.raises(SettingsError) as wrong:
        load_link_forms()
    assert str(wrong.value).startswith(f"{configuration() / 'queries' / 'links.yaml'}:")
    assert said in str(wrong.value)
