"""The manifest: what it may hold, and what each mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import ManifestError
from codelens.fetch.manifest import load_manifest

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
    ("repositories:\n  - {name: 'a/b', url: x}\n", ["a/b: name:"]),
    ("repositories:\n  - {name: 7, url: x}\n", ["repository 1: name:", "a number", "quote it"]),
    ("repositories:\n  - {name: etcd}\n", ["etcd: url: is missing"]),
    ("repositories:\n  - {name: etcd, url: x, path: y}\n", ["etcd: url and path"]),
    ("repositories:\n  - {name: etcd, url: }\n", ["etcd: url: is empty"]),
    ("repositories:\n  - {name: etcd, url: [x]}\n", ["etcd: url: must be a text, not a list"]),
    ("repositories:\n  - {name: etcd, url: --upload-pack=x}\n", ["etcd: url:", "no address"]),
    ("repositories:\n  - {name: etcd, url: x, revision: 1.20}\n", ["etcd: revision:", "1.2 as a number", "quote it"]),
    ("repositories:\n  - {name: etcd, url: x, revision: 2024-01-01}\n", ["etcd: revision:", "a date"]),
    (
        "repositories:\n  - {name: etcd, url: x, revison: v1}\n",
        ['etcd: unknown field "revison"', "did you mean revision?"],
    ),
    ("repositories:\n  - {name: etcd, url: x, colour: red}\n", ['etcd: unknown field "colour"', "the fields are name"]),
    ("repositories:\n  - {name: etcd, url: x, size: 25}\n", ["etcd: size:", "25 MB"]),
    ("repositories:\n  - {name: etcd, url: x, size: big}\n", ["etcd: size:", "is no size"]),
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
    ("repositories:\n" + ETCD + "  - {name: b, url: x, groups: [etcd]}\n", ["b: groups:", "rename the group"]),
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


def test_an_unknown_name_is_told_the_nearest() -> None:
    with pytest.raises(ManifestError) as raised:
        load_manifest(SHIPPED).select(["kubernets"])
    assert str(raised.value) == 'repos.yaml: no repository or group "kubernets"; did you mean kubernetes?'


def test_the_shipped_manifest_loads_and_names_what_the_field_reads() -> None:
    manifest = load_manifest(SHIPPED)
    kubernetes, etcd, moby = manifest.select(["k8s", "coreos/etcd", "docker/docker"])
    assert (kubernetes.name, kubernetes.revision) == ("kubernetes", "v1.20.2")
    assert (etcd.url, moby.url) == ("https://github.com/etcd-io/etcd", "https://github.com/moby/moby")
    assert all(repository.groups and repository.url for repository in manifest.repositories)
