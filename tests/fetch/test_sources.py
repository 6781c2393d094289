"""Sources: what is listed, what is skipped and why, and that a reader is pinned and can be sent to another process."""

from __future__ import annotations

import hashlib
import os
import pickle
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygit2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pygit2.enums import FileMode

from codelens.errors import FetchError, RevisionError
from codelens.fetch import directory_source, git_source
from codelens.fetch.manifest import Repository
from codelens.fetch.sources import MissingObject, Source, Unreadable, locate, mirror_state, open_location, open_source
from codelens.model import Skip, SkipReason, SourceFile

Make = Callable[[str], Any]
Entry = Callable[..., Repository]
NOWHERE = Path("/nonexistent")
ODD_NAMES = [b"new\nline.go", b"caf\xe9.c", b" ", b"a\tb", "日本.py".encode(), b"-rf", b'"q"', b"..."]


def paths(source: Source) -> list[str]:
    return [found.path for found in source.files() if isinstance(found, SourceFile)]


def only(source: Source) -> SourceFile:
    (found,) = source.files()
    assert isinstance(found, SourceFile)
    return found


def skips(source: Source) -> dict[str, SkipReason]:
    return {found.path: found.reason for found in source.files() if isinstance(found, Skip)}


def whole(source: Source) -> dict[str, bytes]:
    listed = [found for found in source.files() if isinstance(found, SourceFile)]
    assert all(len(source.read(file.blob, file.path)) == file.size for file in listed)
    return {file.path: source.read(file.blob) for file in listed}


def test_a_local_repository_is_read_at_its_head(make: Make, entry: Entry) -> None:
    made = make("etcd")
    commit = made.commit({b"a.go": b"package a\n", b"b/c.go": b"", b"b/d/e.go": b"x"})
    source = open_source(entry(path=made.folder), NOWHERE)
    assert (source.revision, source.commit, source.repository.name) == ("main", commit, "etcd")
    assert whole(source) == {"a.go": b"package a\n", "b/c.go": b"", "b/d/e.go": b"x"}
    source.close()


def test_the_work_tree_of_a_local_repository_is_not_looked_at(tmp_path: Path, entry: Entry) -> None:
    repo = pygit2.init_repository(str(tmp_path / "checkout"), initial_head="main")
    who = pygit2.Signature("A", "a@example.org")
    builder = repo.TreeBuilder()
    builder.insert("committed", repo.create_blob(b"1"), FileMode.BLOB)
    repo.create_commit("HEAD", who, who, "m", builder.write(), [])
    (tmp_path / "checkout" / "loose").write_text("2")
    assert paths(open_source(entry(path=tmp_path / "checkout"), NOWHERE)) == ["committed"]


@pytest.mark.parametrize("revision", ["v1", "old", "{commit}", "main~1", "refs/heads/old"])
def test_a_local_repository_is_read_at_a_tag_a_branch_or_a_commit(make: Make, entry: Entry, revision: str) -> None:
    made = make("etcd")
    commit = made.commit({b"first": b""})
    made.tag("v1", commit)
    made.repo.references.create("refs/heads/old", commit)
    made.commit({b"second": b""})
    revision = revision.format(commit=commit)
    source = open_source(entry(path=made.folder, revision=revision), NOWHERE)
    assert (source.revision, source.commit, paths(source)) == (revision, commit, ["first"])


def test_a_tag_wins_over_a_branch_of_the_same_name(make: Make, entry: Entry) -> None:
    made = make("etcd")
    made.tag("same", made.commit({b"tagged": b""}))
    made.commit({b"branched": b""}, "refs/heads/same")
    made.commit({b"branched": b""})
    assert paths(open_source(entry(path=made.folder), NOWHERE, "same")) == ["tagged"]


def test_a_revision_that_a_local_repository_lacks_is_told_the_nearest(make: Make, entry: Entry) -> None:
    made = make("etcd")
    commit = made.commit({b"a": b""})
    for tag in ("v3.5.9", "v3.6.0", "v3.6.0-rc.1", "v2.0.0"):
        made.tag(tag, commit)
    with pytest.raises(RevisionError) as raised:
        open_source(entry(path=made.folder), NOWHERE, "v3.99")
    message = str(raised.value)
    assert message == 'repos.yaml: etcd: no revision "v3.99"; the nearest tags are v3.5.9, v3.6.0, v3.6.0-rc.1'
    with pytest.raises(RevisionError, match=r"the nearest branch is main$"):
        open_source(entry(path=made.folder), NOWHERE, "mian")


def test_links_submodules_and_excluded_files_are_skips(make: Make, entry: Entry) -> None:
    made = make("etcd")
    made.commit({
        b"a.go": b"",
        b"link": (FileMode.LINK, b"../../etc/passwd"),
        b"loop/loop": (FileMode.LINK, b"."),
        b"sub": (FileMode.COMMIT, b"\1" * 20),
        b"run.sh": (FileMode.BLOB_EXECUTABLE, b"#!/bin/sh"),
        b"vendor/x/a.go": b"",
        b"vendor/y/b.go": b"",
    })  # fmt: skip
    source = open_source(entry(path=made.folder, include=("vendor/y",), exclude=("vendor",)), NOWHERE)
    assert paths(source) == ["a.go", "run.sh", "vendor/y/b.go"]
    assert skips(source) == {
        "link": SkipReason.SYMLINK,
        "loop/loop": SkipReason.SYMLINK,
        "sub": SkipReason.SUBMODULE,
        "vendor/x/a.go": SkipReason.EXCLUDED,
    }


def test_a_missing_blob_and_a_missing_tree_are_one_skip_each(make: Make, entry: Entry) -> None:
    made = make("etcd")
    lost_tree = str(made.tree({b"x": b"", b"y": b""}))
    made.commit({b"a": b"kept", b"b": b"lost", b"t/x": b"", b"t/y": b"", b"z": b"end"})
    blob = str(pygit2.hash(b"lost"))
    made.remove(blob)
    made.remove(lost_tree)
    source = open_source(entry(path=made.folder), NOWHERE)
    assert whole(source) == {"a": b"kept", "z": b"end"}
    assert skips(source) == {"b": SkipReason.MISSING, "t": SkipReason.MISSING}
    with pytest.raises(MissingObject, match=rf"etcd: b: its object {blob} is not in"):
        source.read(blob, "b")


def test_a_missing_root_tree_is_one_error(make: Make, entry: Entry) -> None:
    made = make("etcd")
    made.commit({b"a": b""})
    made.remove(str(made.tree({b"a": b""})))
    with pytest.raises(FetchError, match=r"etcd: commit .* no longer"):
        list(open_source(entry(path=made.folder), NOWHERE).files())


def test_odd_file_names_survive_the_round_trip_in_a_repository(make: Make, entry: Entry) -> None:
    made = make("etcd")
    made.commit(dict.fromkeys([*ODD_NAMES, b"..", b".git"], b"x"))
    found = paths(open_source(entry(path=made.folder), NOWHERE))
    assert sorted(os.fsencode(path) for path in found) == sorted([*ODD_NAMES, b"..", b".git"])


def test_a_tree_that_unfolds_without_end_is_an_error(make: Make, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_source, "MOST_FILES", 1000)
    made = make("bomb")
    tree = made.tree({b"f": b""})
    for _ in range(40):
        raw = b"".join(b"40000 %b\0%b" % (name, tree.raw) for name in (b"a", b"b", b"c"))
        tree = made.repo.odb.write(pygit2.enums.ObjectType.TREE, raw)
    who = pygit2.Signature("A", "a@example.org")
    made.repo.create_commit("HEAD", who, who, "m", tree, [])
    with pytest.raises(FetchError, match=r"bomb: has more than 1,000 files"):
        list(open_source(entry("bomb", path=made.folder), NOWHERE).files())


def test_folders_too_deep_are_a_skip(make: Make, entry: Entry) -> None:
    made = make("deep")
    made.commit({b"/".join([b"d"] * 400 + [b"f"]): b"", b"x" * 4000: b"", b"y" * 5000: b""})
    source = open_source(entry("deep", path=made.folder), NOWHERE)
    assert (len(paths(source)), list(skips(source).values())) == (2, [SkipReason.UNREADABLE])


def test_a_source_opens_again_from_a_pickled_location(make: Make, entry: Entry) -> None:
    made = make("etcd")
    made.commit({b"a": b"before"})
    location = pickle.loads(pickle.dumps(open_source(entry(path=made.folder), NOWHERE).location))
    made.commit({b"a": b"after"})
    assert whole(open_location(location)) == {"a": b"before"}


def test_an_empty_repository_says_so(make: Make, entry: Entry) -> None:
    with pytest.raises(FetchError, match=r"repos.yaml: etcd: path: .* is an empty repository"):
        open_source(entry(path=make("etcd").folder), NOWHERE)


def test_a_path_that_is_no_folder_says_so(tmp_path: Path, entry: Entry) -> None:
    (tmp_path / "file").write_text("")
    for path, told in (("none", "is not there"), ("file", "is no folder")):
        with pytest.raises(FetchError, match=rf"repos.yaml: etcd: path: .*{path}: {told}"):
            open_source(entry(path=tmp_path / path), NOWHERE)


def test_a_damaged_local_repository_says_so(tmp_path: Path, entry: Entry) -> None:
    (tmp_path / ".git").write_text("gitdir: nowhere\n")
    with pytest.raises(FetchError, match=r"is a git repository that can't be read"):
        open_source(entry(path=tmp_path), NOWHERE)


def test_a_repository_not_fetched_says_what_to_run(mirrors: Path, entry: Entry) -> None:
    remote = entry(url="https://example.org/etcd")
    with pytest.raises(FetchError, match=r"^etcd: it is not fetched yet; run: codelens fetch etcd$"):
        open_source(remote, mirrors)
    assert mirror_state(remote, mirrors) is None
    (mirrors / "etcd.git").mkdir(parents=True)
    with pytest.raises(FetchError, match=r"^etcd: its mirror is damaged; run: codelens fetch etcd$"):
        open_source(remote, mirrors)


# plain directories


def test_a_plain_directory_is_read_as_it_is(tmp_path: Path, entry: Entry) -> None:
    for path in ("a.py", "p/b.py", "p/__pycache__/b.pyc", ".git-not/c", "vendor/d"):
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text(path)
    source = open_source(entry(path=tmp_path, exclude=("vendor",)), NOWHERE)
    assert (source.revision, source.commit) == ("worktree", "")
    assert whole(source) == {".git-not/c": b".git-not/c", "a.py": b"a.py", "p/b.py": b"p/b.py"}
    assert skips(source) == {"vendor/d": SkipReason.EXCLUDED}


def test_the_blob_id_of_a_file_is_the_one_git_gives(tmp_path: Path, entry: Entry) -> None:
    (tmp_path / "a").write_bytes(b"some\r\ncontent\0")
    (file,) = open_source(entry(path=tmp_path), NOWHERE).files()
    assert file == SourceFile("a", str(pygit2.hash(b"some\r\ncontent\0")), 14)


def test_a_folder_inside_a_checkout_is_a_plain_directory(tmp_path: Path, entry: Entry) -> None:
    pygit2.init_repository(str(tmp_path))
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a").write_text("a")
    assert open_source(entry(path=tmp_path / "inside"), NOWHERE).revision == "worktree"


def test_nothing_is_followed_or_opened_but_regular_files(tmp_path: Path, entry: Entry) -> None:
    root = tmp_path / "root"
    (root / "d").mkdir(parents=True)
    (root / "d" / "loop").symlink_to(root)
    (root / "out").symlink_to("/etc/passwd")
    (root / "broken").symlink_to("nowhere")
    os.mkfifo(root / "pipe")
    (root / "a").write_text("a")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(root / "socket"))
    source = open_source(entry(path=root), NOWHERE)
    assert paths(source) == ["a"]
    assert skips(source) == {
        "broken": SkipReason.SYMLINK,
        "d/loop": SkipReason.SYMLINK,
        "out": SkipReason.SYMLINK,
        "pipe": SkipReason.UNREADABLE,
        "socket": SkipReason.UNREADABLE,
    }


def test_odd_file_names_survive_the_round_trip_in_a_directory(tmp_path: Path, entry: Entry) -> None:
    for name in ODD_NAMES:
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_bytes(name)
    source = open_source(entry(path=tmp_path), NOWHERE)
    assert {os.fsencode(path): content for path, content in whole(source).items()} == {n: n for n in ODD_NAMES}


def test_a_file_that_can_not_be_read_is_a_skip(tmp_path: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "d").mkdir()
    monkeypatch.setattr(directory_source, "_read", _refuse)
    scan = directory_source.scan
    monkeypatch.setattr(directory_source, "scan", lambda folder: _refuse() if folder.endswith(b"d") else scan(folder))
    assert skips(open_source(entry(path=tmp_path), NOWHERE)) == {"a": SkipReason.UNREADABLE, "d": SkipReason.UNREADABLE}


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("change", ["edited", "removed", "replaced by a link", "replaced by a pipe"])
def test_a_file_that_changed_since_it_was_listed_is_unreadable(tmp_path: Path, entry: Entry, change: str) -> None:
    file = tmp_path / "a"
    file.write_text("before")
    source = open_source(entry(path=tmp_path), NOWHERE)
    listed = only(source)
    file.unlink()
    if change == "edited":
        file.write_text("after!")
    elif change == "replaced by a link":
        (tmp_path.parent / f"{tmp_path.name}.elsewhere").write_text("before")
        file.symlink_to(tmp_path.parent / f"{tmp_path.name}.elsewhere")
    elif change == "replaced by a pipe":
        os.mkfifo(file)
    with pytest.raises(Unreadable, match=r"etcd: a: (has changed|can't be read)"):
        source.read(listed.blob, listed.path)


def test_a_huge_file_is_not_read_to_be_listed(tmp_path: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_source, "HASHED_BYTES", 10)
    (tmp_path / "a").write_bytes(b"x" * 11)
    source = open_source(entry(path=tmp_path), NOWHERE)
    listed = only(source)
    assert listed.blob != str(pygit2.hash(b"x" * 11))
    assert source.read(listed.blob) == b"x" * 11


def test_a_plain_directory_has_no_other_revision(tmp_path: Path, entry: Entry) -> None:
    with pytest.raises(RevisionError, match='no git repository, so it has no revision "v1"'):
        locate(entry(path=tmp_path, revision="v1"), NOWHERE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.dictionaries(st.binary(min_size=1, max_size=8).filter(lambda n: b"/" not in n and b"\0" not in n), st.binary())
)
def test_a_repository_gives_back_the_very_bytes(
    tmp_path_factory: pytest.TempPathFactory, make_at: Callable[[Path], Any], entry: Entry, files: dict[bytes, bytes]
) -> None:
    made = make_at(tmp_path_factory.mktemp("made"))
    files = {name: content for name, content in files.items() if len(content) != hashlib.sha1().digest_size}
    made.commit(files)
    found = whole(open_source(entry(path=made.folder), NOWHERE))
    assert {os.fsencode(path): content for path, content in found.items()} == files
