"""Mirrors, fetched over git's own protocol from a daemon on loopback, and the faults on the way."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pygit2
import pytest

from codelens.errors import FetchError, HomeError, RevisionError
from codelens.fetch import mirrors as fetch_mirrors
from codelens.fetch.manifest import Repository
from codelens.fetch.mirrors import FetchFailure, FetchResult, Phase, Progress, fetch, fetch_all, mirror_folder
from codelens.fetch.remotes import Cancelled
from codelens.fetch.sources import mirror_state, open_source
from codelens.model import SourceFile

if TYPE_CHECKING:
    from pathlib import Path

Make = Callable[[str], Any]
Entry = Callable[..., Repository]


def contents(repository: Repository, mirrors: Path, revision: str | None = None) -> dict[str, bytes]:
    source = open_source(repository, mirrors, revision)
    return {file.path: source.read(file.blob) for file in source.files() if isinstance(file, SourceFile)}


def left_behind(mirrors: Path) -> list[str]:
    return sorted(file.name for file in mirrors.iterdir() if file.suffix in {".part", ".old"})


def test_the_first_fetch_brings_one_commit_of_the_default_branch(
    make: Make, daemon: str, mirrors: Path, entry: Entry
) -> None:
    made = make("etcd")
    first = made.commit({b"old": b""})
    made.tag("v1", first)
    commit = made.commit({b"a": b"new"})
    etcd = entry(url=f"{daemon}/etcd")
    seen: list[Progress] = []
    result = fetch(etcd, mirrors, progress=seen.append)
    assert result == FetchResult("etcd", commit, "main", changed=True, bytes=result.bytes)
    assert result.bytes > 0
    assert contents(etcd, mirrors) == {"a": b"new"}
    repo = pygit2.Repository(str(mirror_folder(mirrors, "etcd")))
    assert (first in repo, sorted(repo.references)) == (False, ["refs/codelens/main"])
    assert (seen[0].phase, seen[-1].phase, left_behind(mirrors)) == (Phase.CONNECTING, Phase.DONE, [])


def test_an_update_moves_the_revision_and_says_whether_it_changed(
    make: Make, daemon: str, mirrors: Path, entry: Entry
) -> None:
    made, etcd = make("etcd"), entry(url=f"{daemon}/etcd")
    made.commit({b"a": b"1"})
    fetch(etcd, mirrors)
    again = fetch(etcd, mirrors)
    assert (again.changed, again.bytes) == (False, 0)
    commit = made.commit({b"a": b"2"})
    assert fetch(etcd, mirrors).changed
    assert contents(etcd, mirrors) == {"a": b"2"}
    state = mirror_state(etcd, mirrors)
    assert state is not None
    assert (state.commit, state.bytes > 0) == (commit, True)


def test_a_rewritten_branch_is_followed(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made, etcd = make("etcd"), entry(url=f"{daemon}/etcd")
    made.commit({b"a": b"1"})
    fetch(etcd, mirrors)
    made.repo.references.delete("refs/heads/main")
    made.commit({b"b": b"2"})
    assert fetch(etcd, mirrors).changed
    assert contents(etcd, mirrors) == {"b": b"2"}


@pytest.mark.parametrize("revision", ["v1", "release/1", "{commit}", "refs/pull/7/head"])
def test_a_revision_is_a_tag_a_branch_or_a_commit(
    make: Make, daemon: str, mirrors: Path, entry: Entry, revision: str
) -> None:
    made = make("etcd")
    commit = made.commit({b"a": b"then"})
    made.tag("v1", commit)
    made.repo.references.create("refs/heads/release/1", commit)
    made.repo.references.create("refs/pull/7/head", commit)
    made.commit({b"a": b"now"})
    revision = revision.format(commit=commit)
    etcd = entry(url=f"{daemon}/etcd", revision=revision)
    result = fetch(etcd, mirrors)
    assert (result.commit, result.revision, result.changed) == (commit, revision, True)
    assert not fetch(etcd, mirrors).changed
    assert contents(etcd, mirrors) == {"a": b"then"}
    assert open_source(etcd, mirrors).revision == revision


def test_a_pinned_commit_that_is_there_needs_no_network(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    commit = make("etcd").commit({b"a": b""})
    fetch(entry(url=f"{daemon}/etcd", revision=commit), mirrors)
    assert not fetch(entry(url="https://nowhere.invalid/etcd", revision=commit), mirrors).changed


def test_a_mirror_holds_several_revisions_side_by_side(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made, etcd = make("etcd"), entry(url=f"{daemon}/etcd")
    made.tag("v1", made.commit({b"a": b"1"}))
    made.commit({b"a": b"2"})
    fetch(etcd, mirrors)
    with pytest.raises(
        RevisionError, match=r"^etcd: revision \"v1\" is not fetched yet \(fetched: main\); set its rev"
    ):
        open_source(etcd, mirrors, "v1")
    fetch(replace(etcd, revision="v1"), mirrors)
    assert (contents(etcd, mirrors, "v1"), contents(etcd, mirrors)) == ({"a": b"1"}, {"a": b"2"})


def test_a_revision_that_vanished_names_the_repository(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made = make("etcd")
    for tag in ("v3.5.9", "v3.6.0"):
        made.tag(tag, made.commit({b"a": b""}))
    with pytest.raises(RevisionError) as raised:
        fetch(entry(url=f"{daemon}/etcd", revision="v3.99"), mirrors)
    assert str(raised.value) == 'repos.yaml: etcd: no revision "v3.99"; the nearest tags are v3.5.9, v3.6.0'
    assert left_behind(mirrors) == []


def test_a_revision_that_vanishes_later_leaves_the_mirror_as_it_was(
    make: Make, daemon: str, mirrors: Path, entry: Entry
) -> None:
    made, etcd = make("etcd"), entry(url=f"{daemon}/etcd", revision="next")
    made.commit({b"a": b""})
    made.commit({b"a": b"next"}, "refs/heads/next")
    fetch(etcd, mirrors)
    made.repo.references.delete("refs/heads/next")
    with pytest.raises(RevisionError, match='no revision "next"'):
        fetch(etcd, mirrors)
    assert contents(etcd, mirrors) == {"a": b"next"}


def test_a_commit_that_the_server_does_not_give_by_id_says_so(
    make: Make, daemon: str, mirrors: Path, entry: Entry
) -> None:
    make("etcd").commit({b"a": b""})
    with pytest.raises(RevisionError, match=r"gives no commit by its id; name a tag or a branch"):
        fetch(entry(url=f"{daemon}/etcd", revision="1" * 40), mirrors)


def test_a_tag_on_something_that_is_no_commit_says_so(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made = make("etcd")
    made.commit({b"a": b""})
    made.repo.references.create("refs/tags/tree", made.tree({b"a": b""}))
    etcd = entry(url=f"{daemon}/etcd")
    fetch(etcd, mirrors)
    with pytest.raises(RevisionError, match='revision "tree" is no commit'):
        fetch(replace(etcd, revision="tree"), mirrors)
    assert not fetch(etcd, mirrors).changed


def test_depth_0_brings_the_history_that_was_left_out(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made, etcd = make("etcd"), entry(url=f"{daemon}/etcd")
    first = made.commit({b"a": b"1"})
    made.commit({b"a": b"2"})
    fetch(etcd, mirrors, depth=0)
    assert first in pygit2.Repository(str(mirror_folder(mirrors, "etcd")))


def test_a_local_path_as_url_is_fetched_whole(make: Make, mirrors: Path, entry: Entry) -> None:
    made = make("etcd")
    made.commit({b"a": b"1"})
    for name, url in (("as-file", f"file://{made.folder}"), ("as-path", str(made.folder))):
        local = entry(name, url=url)
        assert fetch(local, mirrors).changed
        assert contents(local, mirrors) == {"a": b"1"}


def test_instead_of_in_the_git_configuration_is_honoured(
    make: Make, daemon: str, mirrors: Path, tmp_path: Path
) -> None:
    make("etcd").commit({b"a": b"1"})
    home = tmp_path / "me"
    home.mkdir()
    (home / ".gitconfig").write_text(f'[url "{daemon}/etcd"]\n\tinsteadOf = https://github.com/etcd-io/etcd\n')
    code = (
        "import sys; from pathlib import Path; from codelens.fetch.manifest import Repository\n"
        "from codelens.fetch.mirrors import fetch\n"
        "url = 'https://github.com/etcd-io/etcd'\n"
        "print(fetch(Repository('etcd', url, None, None, (), (), ()), Path(sys.argv[1])).revision)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(mirrors)],
        env={**_python_path(), "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("main\n", "")


def test_several_are_fetched_at_once_and_a_broken_one_stops_no_other(
    make: Make, daemon: str, mirrors: Path, entry: Entry
) -> None:
    for name in "abcde":
        make(name).commit({b"a": name.encode()})
    make("empty")
    listed = [entry(name, url=f"{daemon}/{name}") for name in ("a", "b", "none", "c", "empty", "d", "e")]
    results = {result.repository: result for result in fetch_all(listed, mirrors, jobs=3)}
    failed = {name: str(result.error) for name, result in results.items() if isinstance(result, FetchFailure)}
    assert sorted(results) == ["a", "b", "c", "d", "e", "empty", "none"]
    assert failed == {
        "empty": "repos.yaml: empty: the repository is empty; it has no commit yet",
        "none": f"repos.yaml: none: {daemon}/none: there is no such git repository; check the url: it may have been "
        "deleted, renamed or made private",
    }


def test_leaving_early_cancels_the_rest(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    make("a").commit({b"a": os.urandom(1000)})
    started = threading.Event()
    results = fetch_all([entry("a", url=f"{daemon}/a")], mirrors, progress=lambda _: started.set())
    assert isinstance(next(results), FetchResult)
    results.close()
    cancelled = threading.Event()
    cancelled.set()
    with pytest.raises(Cancelled):
        fetch(entry("b", url=f"{daemon}/a"), mirrors, cancelled=cancelled)
    assert left_behind(mirrors) == []


def test_a_repository_that_is_read_in_place_needs_no_fetch(tmp_path: Path, mirrors: Path, entry: Entry) -> None:
    assert fetch(entry(path=tmp_path), mirrors) == FetchResult("etcd", "", "", changed=False, bytes=0)
    assert not mirrors.exists()


# faults


def _python_path() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def run_fetch(url: str, mirrors: Path, setup: str) -> subprocess.CompletedProcess[str]:
    """Fetch in another process, which does ``setup`` first: it may define ``progress``."""
    code = (
        "import os, resource, signal, sys; from pathlib import Path\n"
        "from codelens.errors import CodelensError\n"
        "from codelens.fetch.manifest import Repository\n"
        "from codelens.fetch.mirrors import Phase, fetch\n"
        f"progress = None\n{setup}\n"
        "try:\n    fetch(Repository('etcd', sys.argv[1], None, None, (), (), ()), Path(sys.argv[2]),"
        " progress=progress)\n"
        "except CodelensError as error:\n    sys.exit(str(error))\n"
    )
    command = [sys.executable, "-c", code, url, str(mirrors)]
    return subprocess.run(command, env=_python_path(), capture_output=True, text=True, check=False)


KILL = """
def progress(now):
    if now.phase in (Phase.RECEIVING, Phase.RESOLVING):
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_first_fetch_that_was_killed_is_cleared_and_done_again(
    make: Make, daemon: str, mirrors: Path, entry: Entry
) -> None:
    make("etcd").commit({b"%d" % number: os.urandom(5000) for number in range(200)})
    assert run_fetch(f"{daemon}/etcd", mirrors, KILL).returncode == -signal.SIGKILL
    assert left_behind(mirrors) == ["etcd.git.part"]
    etcd = entry(url=f"{daemon}/etcd")
    with pytest.raises(FetchError, match=r"not fetched yet"):
        open_source(etcd, mirrors)
    assert fetch(etcd, mirrors).changed
    assert (len(contents(etcd, mirrors)), left_behind(mirrors)) == (200, [])


def test_an_update_that_was_killed_leaves_what_was_there(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made, etcd = make("etcd"), entry(url=f"{daemon}/etcd")
    made.commit({b"a": b"before"})
    fetch(etcd, mirrors)
    made.commit({b"%d" % number: os.urandom(5000) for number in range(200)})
    assert run_fetch(f"{daemon}/etcd", mirrors, KILL).returncode == -signal.SIGKILL
    assert contents(etcd, mirrors) == {"a": b"before"}
    pack = mirror_folder(mirrors, "etcd") / "objects" / "pack"
    (pack.parents[1] / "refs" / "codelens" / "main.lock").touch()
    fetch(etcd, mirrors)
    assert len(contents(etcd, mirrors)) == 200
    assert {file.suffix for file in pack.iterdir()} <= {".pack", ".idx", ".rev"}


def test_a_full_disk_is_one_line_and_nothing_is_lost(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made, etcd = make("etcd"), entry(url=f"{daemon}/etcd")
    made.commit({b"a": b"before"})
    fetch(etcd, mirrors)
    made.commit({b"big": os.urandom(1_000_000)})
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
    done = run_fetch(f"{daemon}/etcd", mirrors, limit)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("repos.yaml: etcd: ")
    assert "the disk is full" in done.stderr
    assert contents(etcd, mirrors) == {"a": b"before"}


def test_a_damaged_mirror_is_fetched_anew(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    etcd = entry(url=f"{daemon}/etcd")
    make("etcd").commit({b"a": b"1"})
    fetch(etcd, mirrors)
    folder = mirror_folder(mirrors, "etcd")
    (folder / "HEAD").write_text("nonsense")
    fetch(etcd, mirrors)
    assert contents(etcd, mirrors) == {"a": b"1"}
    for pack in (folder / "objects" / "pack").iterdir():
        pack.unlink()
    fetch(etcd, mirrors)
    assert contents(etcd, mirrors) == {"a": b"1"}


def test_a_server_that_dies_in_the_middle_is_one_line(make: Make, daemon: str, mirrors: Path, entry: Entry) -> None:
    made = make("etcd")
    made.commit({b"%d" % number: os.urandom(500) for number in range(50)} | {b"lost": b"lost"})
    made.remove(str(pygit2.hash(b"lost")))
    with pytest.raises(FetchError) as raised:
        fetch(entry(url=f"{daemon}/etcd"), mirrors)
    message = str(raised.value)
    assert message.startswith(f"repos.yaml: etcd: {daemon}/etcd: the server broke off in the middle of the transfer")
    assert "\n" not in message
    assert left_behind(mirrors) == []


def test_a_second_fetch_of_the_same_repository_says_who_is_fetching(mirrors: Path, entry: Entry) -> None:
    mirrors.mkdir(parents=True)
    with (mirrors / "etcd.lock").open("w") as lock:
        lock.write("4711\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(FetchError, match=r"^etcd: process 4711 is fetching it; wait"):
            fetch(entry(url="https://example.org/etcd"), mirrors)


def test_a_home_that_can_not_be_written_says_so(tmp_path: Path, entry: Entry) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HomeError, match=r"can't be written .*; choose another home"):
        fetch(entry(url="https://example.org/etcd"), tmp_path / "file" / "mirrors")


def test_a_defect_in_a_thread_is_not_swallowed(mirrors: Path, entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(fetch_mirrors, "fetch", fail)
    with pytest.raises(ZeroDivisionError):
        list(fetch_all([entry(url="x")], mirrors))
