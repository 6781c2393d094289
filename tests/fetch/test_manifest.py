"""The manifest: what it may hold, and what each mistake is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import ManifestError
from codelens.fetch.entries import Reading
from codelens.fetch.manifest import Manifest, Organization, find_manifest, load_manifest

if TYPE_CHECKING:
    from collections.abc import Sequence

SHIPPED = Path(__file__).parents[2] / "repos.yaml"
ETCD = "  - {name: etcd, url: 'https://example.org/etcd'}\n"

MISTAKES = [
    # the manifest, what the message must hold
    ("repositories: [", ["line 2, column 1"]),
    ("repositories:\n  - name: a\n url: b\n", ["line 3", "column"]),
    ("repositories:\n\t- a\n", ["line 2", "column 1"]),
    ("", ['must be a mapping with a list "repositories"']),
    ("- a\n", ['must be a mapping with a list "repositories"']),
    ("repositories: 3\n", ['"repositories" must be a list']),
    ("repositores: []\n", ['unknown field "repositores"', "did you mean repositories?"]),
    ("repositories: []\nrepositories: []\n", ["line 2", '"repositories" is there twice']),
    ("repositories:\n  - etcd\n", ["repository 1", "must be a mapping"]),
    ("repositories:\n  - {url: x}\n", ["repository 1: name: is missing"]),
    ("repositories:\n  - {name: Etcd, url: x}\n", ["Etcd: name:", "lower case"]),
    ("repositories:\n  - {name: ../x, url: x}\n", ["../x: name:"]),
    (f"repositories:\n  - {{name: {'x' * 151}, url: x}}\n", ["name:", "no more than 150"]),
    ("repositories:\n  - {name: 'a/b', url: x}\n", ["a/b: name:"]),
    ("repositories:\n  - {name: 7, url: x}\n", ["repository 1: name:", "a number", "quote it"]),
    ("repositories:\n  - {name: etcd}\n", ["etcd: url: is missing"]),
    ("repositories:\n  - {name: etcd, url: x, path: y}\n", ["etcd: url and path"]),
    ("repositories:\n  - {name: etcd, url: }\n", ["etcd: url: is empty"]),
    ("repositories:\n  - {name: etcd, url: '  '}\n", ["etcd: url: is empty"]),
    ("repositories:\n  - {name: etcd, url: [x]}\n", ["etcd: url: must be a text, not a list"]),
    ('repositories:\n  - {name: etcd, url: "x\\ty"}\n', ["etcd: url: must be one line of text"]),
    ("repositories:\n  - {name: etcd, url: --upload-pack=x}\n", ["etcd: url:", "no address"]),
    ("repositories:\n  - {name: etcd, url: 'https://[h/a'}\n", ["etcd: url:", "no address"]),
    ("repositories:\n  - {name: etcd, url: 'https://h:99999/a'}\n", ["etcd: url:", "no address"]),
    ("repositories:\n  - {name: etcd, url: x, revision: 1.20}\n", ["etcd: revision:", "1.2 as a number", "quote it"]),
    ("repositories:\n  - {name: etcd, url: x, revision: 2024-01-01}\n", ["etcd: revision:", "a date"]),
    (
        "repositories:\n  - {name: etcd, url: x, revison: v1}\n",
        ['etcd: unknown field "revison"', "did you mean revision?"],
    ),
    ("repositories:\n  - {name: etcd, url: x, colour: red}\n", ['etcd: unknown field "colour"', "the fields are name"]),
    ("repositories:\n  - {name: etcd, url: x, size: 25}\n", ["etcd: size:", "25 MB"]),
    ("repositories:\n  - {name: etcd, url: x, size: big}\n", ["etcd: size:", "is no size", "a class (S, M, L)"]),
    ("repositories:\n  - {name: etcd, url: x, size: [1 MB]}\n", ["etcd: size:", "is no size"]),
    ("repositories:\n  - {name: etcd, url: x, groups: kv}\n", ["etcd: groups: must be a list of texts, not a text"]),
    ("repositories:\n  - {name: etcd, url: x, groups: [1]}\n", ["etcd: groups 1:", "a number"]),
    (
        "repositories:\n  - {name: etcd, url: x, exclude: ['!a']}\n",
        ["etcd: exclude:", "write what is kept under include"],
    ),
    ("repositories:\n  - {name: etcd, url: x, exclude: ['[z-a]']}\n", ["etcd: exclude:", "no glob"]),
    ("repositories:\n" + ETCD + ETCD, ['etcd: name: "etcd" is there twice']),
    ("repositories:\n" + ETCD + "  - {name: b, url: x, aliases: [etcd]}\n", ["b: aliases:", "is also of etcd"]),
    ("repositories:\n  - {name: etcd, url: x, archived: often}\n", ["etcd: archived: must be true or false"]),
    ("organizations: {}\n", ['"organizations" must be a list of mappings']),
    ("organizations: [a/*]\n", ["organization 1: must be a mapping with a name, as owner/*"]),
    ("organizations:\n  - {url: https://h/a}\n", ["organization 1: name: is missing"]),
    ("organizations:\n  - {name: a, url: https://h/a}\n", ["a: name:", "as owner/*"]),
    ("organizations:\n  - {name: a/*}\n", ["a/*: url: is missing", "https://host/owner"]),
    ("organizations:\n  - {name: a/*, url: https://h}\n", ["a/*: url:", "no page of an owner"]),
    ("organizations:\n  - {name: a/*, url: 'https://h/a?b'}\n", ["a/*: url:", "no page of an owner"]),
    ("organizations:\n  - {name: a/*, url: 'https://[h/a'}\n", ["a/*: url:", "no page of an owner"]),
    ("organizations:\n  - {name: a/*, url: ssh://h/a}\n", ["a/*: url:", "no page of an owner"]),
    ("organizations:\n  - {name: a/*, url: https://h/a, fork: true}\n", ['a/*: unknown field "fork"', "mean forks?"]),
    ("organizations:\n  - {name: a/*, url: https://h/a, size: S}\n", ['a/*: size: "S" is the class of one repository']),
    ("organizations:\n  - {name: a/*, url: https://h/a, forks: 1}\n", ["a/*: forks: must be true or false"]),
    ("organizations:\n  - {name: a/*, url: https://h/a, exclude: ['[z-a]']}\n", ["a/*: exclude:", "no glob"]),
    ("organizations:\n" + 2 * "  - {name: a/*, url: https://h/a}\n", ['a/*: name: "a/*" is there twice']),
    (
        "repositories:\n  - {name: b, url: x, aliases: [a/*]}\norganizations:\n  - {name: a/*, url: https://h/a}\n",
        ['b: aliases: "a/*" is also of a/*'],
    ),
    ("without_source: [SQS]\n", ["without_source 1: must be a mapping with a system and a reason"]),
    ("without_source:\n  - {system: SQS}\n", ["SQS: reason: is missing"]),
    ("repositories: []\nshipped: never\n", ["shipped: must be true or false"]),
    ("defaults: [a]\nrepositories: []\n", ["defaults: must be a mapping"]),
    ("defaults: {exclud: [a]}\nrepositories: []\n", ['defaults: unknown field "exclud"', "did you mean exclude?"]),
    ("a: !!python/object/apply:os.system [id]\n", ["line 1"]),
    ("? [a]\n: b\n", ["line 1, column 3"]),
    ("1: b\n", ['unknown field "1"']),
]


def write(folder: Path, text: str) -> Path:
    file = folder / "repos.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_in_the_manifest_names_file_entry_and_field(tmp_path: Path, text: str, told: list[str]) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ManifestError) as raised:
        load_manifest(file)
    message = str(raised.value)
    assert message.startswith(f"{file}:")
    assert "\n" not in message
    assert [words for words in told if words not in message] == [], message


def test_a_size_is_read_as_people_write_it_and_is_no_part_of_what_an_index_is_made_of(tmp_path: Path) -> None:
    sizes = {"25 MB": 25_000_000, "1.5GB": 1_500_000_000, "900 kB": 900_000}
    entries = "".join(f"  - {{name: r{number}, url: x, size: {size}}}\n" for number, size in enumerate(sizes))
    read = load_manifest(write(tmp_path, f"repositories:\n{entries}")).repositories
    assert [repository.size for repository in read] == list(sizes.values())
    (bare,) = load_manifest(write(tmp_path, "repositories:\n  - {name: r0, url: x}\n")).repositories
    assert bare.size is None
    assert repr(bare) == repr(read[0])


def test_a_manifest_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"there is no such file"):
        load_manifest(tmp_path / "none.yaml")
    with pytest.raises(ManifestError, match=r"can't be read"):
        load_manifest(tmp_path)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_manifest_or_one_error(data: bytes) -> None:
    file = Path(__file__).with_name("nothing.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: data)
        try:
            load_manifest(file)
        except ManifestError as error:
            message = str(error)
        else:
            message = ""
    assert "\n" not in message


def test_defaults_hold_for_every_entry_that_does_not_say_otherwise(tmp_path: Path) -> None:
    text = "defaults: {exclude: [vendor]}\nrepositories:\n" + ETCD + "  - {name: b, url: x, exclude: []}\n"
    etcd, other = load_manifest(write(tmp_path, text)).repositories
    assert (etcd.exclude, other.exclude) == (("vendor",), ())


def test_a_relative_path_starts_at_the_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    text = "repositories:\n  - {name: a, path: ../tree}\n  - {name: b, path: ~/own}\n"
    (tmp_path / "here").mkdir()
    first, second = load_manifest(write(tmp_path / "here", text)).repositories
    assert (first.path, second.path) == (tmp_path / "tree", tmp_path / "me" / "own")


def test_names_groups_and_aliases_select_each_entry_once(tmp_path: Path) -> None:
    text = (
        "repositories:\n"
        "  - {name: a, url: x, groups: [kv, both]}\n"
        "  - {name: b, url: x, groups: [both], aliases: [Old/B]}\n"
        "  - {name: c, url: x}\n"
    )
    manifest = load_manifest(write(tmp_path, text))
    chosen = {
        words: [found.name for found in manifest.select(words.split())] for words in ("", "both a", "old/b", "c KV")
    }
    assert chosen == {"": ["a", "b", "c"], "both a": ["a", "b"], "old/b": ["b"], "c KV": ["c", "a"]}


NAMESAKES = (
    "repositories:\n"
    "  - {name: rpc, url: x, groups: [RPC]}\n"
    "  - {name: rpc-go, url: x, groups: [rpc], aliases: [boat]}\n"
    "  - {name: pier, url: x, groups: [boat]}\n"
)


def names(manifest: Manifest, words: Sequence[str], groups: Sequence[str] = ()) -> list[str]:
    chosen = manifest.choose(words, groups)
    return [entry.name for entry in (*chosen.repositories, *chosen.organizations)]


def test_a_word_means_a_repository_before_an_alias_before_a_group(tmp_path: Path) -> None:
    manifest = load_manifest(write(tmp_path, NAMESAKES))
    assert names(manifest, ["rpc"]) == ["rpc"]
    assert names(manifest, ["boat"]) == ["rpc-go"]
    assert names(manifest, [], ["rpc"]) == ["rpc", "rpc-go"]
    assert names(manifest, ["pier"], ["Rpc", "boat"]) == ["pier", "rpc", "rpc-go"]


def test_a_group_that_is_not_there_is_told_what_there_is(tmp_path: Path) -> None:
    manifest = load_manifest(write(tmp_path, "repositories:\n  - {name: a, url: x, groups: [boats, docks]}\n"))
    for asked, told in (("boat", 'no group "boat"; did you mean boats?'), ("a", 'no group "a"; the groups are boats')):
        with pytest.raises(ManifestError) as raised:
            manifest.choose([], [asked])
        assert told in str(raised.value)


ORGANIZATION = """\
defaults: {exclude: [vendor]}
organizations:
  - name: coreos/*
    url: https://github.com/coreos/
    groups: [coreos]
    archived: true
    exclude: [docs-*]
    size:
  - {name: gitlab-org/agents/*, url: 'https://gitlab.com/gitlab-org/agents', forks: true, include: [a*], size: 3 GB}
"""


def test_an_organization_is_an_entry_that_its_name_and_its_groups_choose(tmp_path: Path) -> None:
    manifest = load_manifest(write(tmp_path, ORGANIZATION))
    defaults = Reading(exclude=("vendor",))
    coreos, agents = manifest.organizations
    assert coreos == Organization(
        "coreos/*", "https://github.com/coreos", ("coreos",), archived=True, exclude=("docs-*",), reading=defaults
    )
    assert (agents.forks, agents.archived, agents.include, agents.size) == (True, False, ("a*",), 3_000_000_000)
    assert (
        names(manifest, ["CoreOS/*"]) == names(manifest, ["coreos"]) == names(manifest, [], ["coreos"]) == ["coreos/*"]
    )
    assert names(manifest, []) == ["coreos/*", "gitlab-org/agents/*"]
    assert manifest.select(["coreos/*"]) == ()


def test_what_has_no_source_is_told_with_its_reason(tmp_path: Path) -> None:
    text = "repositories: []\nwithout_source:\n  - {system: Amazon SQS, reason: a service, aliases: [sqs]}\n"
    with pytest.raises(ManifestError, match=r"repos\.yaml: Amazon SQS has no public source: a service"):
        load_manifest(write(tmp_path, text)).select(["SQS"])


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Folders of one's own manifest and of the shipped one, with the current folder elsewhere."""
    folders = tmp_path / "own", tmp_path / "shipped"
    for folder in (*folders, tmp_path / "here"):
        folder.mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr("codelens.locations.configuration", lambda: folders[0])
    monkeypatch.setattr("codelens.locations.shipped", lambda name: folders[1] / name)
    monkeypatch.setattr("codelens.fetch.manifest.shipped", lambda name: folders[1] / name)
    write(folders[1], "repositories:\n  - {name: a, url: shipped, aliases: [old]}\n  - {name: b, url: shipped}\n")
    return folders


def read(manifest: Manifest) -> dict[str, str | None]:
    return {entry.name: entry.url for entry in manifest.repositories}


def test_ones_own_manifest_adds_to_the_shipped_one_and_its_names_come_first(two: tuple[Path, Path]) -> None:
    own, shipped = two
    assert find_manifest() == load_manifest(shipped / "repos.yaml")
    write(own, "repositories:\n  - {name: c, url: own}\n  - {name: a, url: own}\n")
    manifest = find_manifest()
    assert read(manifest) == {"c": "own", "a": "own", "b": "shipped"}
    assert (manifest.file, manifest.shipped) == (own / "repos.yaml", {"b"})
    with pytest.raises(ManifestError):
        manifest.select(["old"])


def test_ones_own_alias_comes_before_a_shipped_one(two: tuple[Path, Path]) -> None:
    write(two[0], "repositories:\n  - {name: c, url: own, aliases: [old, b]}\n")
    manifest = find_manifest()
    assert (names(manifest, ["old"]), names(manifest, ["b"])) == (["c"], ["b"])


def test_ones_own_manifest_can_replace_the_shipped_one(two: tuple[Path, Path]) -> None:
    write(two[0], "shipped: false\nrepositories:\n  - {name: c, url: own}\n")
    assert read(find_manifest()) == {"c": "own"}


def test_a_manifest_that_is_asked_for_or_stands_in_the_folder_is_used_alone(two: tuple[Path, Path]) -> None:
    write(two[0], "repositories:\n  - {name: c, url: own}\n")
    write(Path(), "repositories:\n  - {name: d, url: here}\n")
    asked = two[1].with_name("asked.yaml")
    asked.write_text("repositories:\n  - {name: e, url: asked}\n", encoding="utf-8")
    assert read(find_manifest()) == {"d": "here"}
    assert read(find_manifest(str(asked))) == {"e": "asked"}


def test_an_unknown_name_is_told_the_nearest() -> None:
    with pytest.raises(ManifestError) as raised:
        load_manifest(SHIPPED).select(["kubernets"])
    assert str(raised.value) == 'repos.yaml: no repository or group "kubernets"; did you mean kubernetes?'


def test_an_address_is_that_of_an_entry_or_else_can_be_listed() -> None:
    manifest = load_manifest(SHIPPED)
    assert names(manifest, ["https://github.com/etcd-io/etcd"]) == ["etcd"]
    for place in ("https://example.org/pier", "./pier", "/srv/pier"):
        with pytest.raises(ManifestError) as raised:
            manifest.select([place])
        assert str(raised.value).endswith(f'"{place}"; to list it: codelens repos add {place}')


def test_the_shipped_manifest_loads_and_names_what_the_field_reads() -> None:
    manifest = load_manifest(SHIPPED)
    kubernetes, etcd, moby = manifest.select(["k8s", "coreos/etcd", "docker/docker"])
    assert (kubernetes.name, kubernetes.revision) == ("kubernetes", "v1.20.2")
    assert (etcd.url, moby.url) == ("https://github.com/etcd-io/etcd", "https://github.com/moby/moby")
    assert all(entry.groups and entry.url and (entry.size or entry.size_class) for entry in manifest.repositories)
    lines = {entry.name: entry.revision for entry in manifest.select(["influxdb-v3", "influxdb-v2", "influxdb-v1"])}
    assert lines == {"influxdb": None, "influxdb-v2": "v2.7.12", "influxdb-v1": "v1.12.4"}


def test_the_shipped_groups_are_a_closed_list_and_may_be_called_as_a_repository() -> None:
    manifest = load_manifest(SHIPPED)
    assert set(manifest.groups) == {
        *("kubernetes", "containers", "grpc", "languages", "coreos", "metrics", "logs", "packages"),
        *("network", "kv", "storage", "queues", "automation", "security", "platforms", "kernel"),
    }
    assert names(manifest, ["kubernetes", "grpc"]) == ["kubernetes", "grpc"]
    assert {"kubernetes", "client-go", "helm"} <= set(names(manifest, [], ["kubernetes"]))
    assert names(manifest, ["coreos/*"]) == ["coreos/*"]
    assert [each.name for each in manifest.organizations if each.groups] == ["coreos/*"]
