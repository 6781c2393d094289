"""Small git repositories made with pygit2, and a real ``git daemon`` on loopback to fetch them from."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygit2
import pytest
from pygit2.enums import FileMode, ObjectType

from codelens.fetch.manifest import Repository

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

WHO = pygit2.Signature("A. Person", "person@example.org", 1_600_000_000, 0)
Content = bytes | tuple[FileMode, bytes]


@dataclass
class Made:
    """A repository made for a test, without a work tree."""

    folder: Path
    repo: pygit2.Repository

    def commit(self, files: Mapping[bytes, Content], reference: str = "refs/heads/main") -> str:
        """Commit these files, and no others, to a branch."""
        parents = [self.repo.references[reference].target] if reference in self.repo.references else []
        tree = self.tree(files)
        return str(self.repo.create_commit(reference, WHO, WHO, "a commit", tree, parents))

    def tag(self, name: str, commit: str) -> str:
        """Make an annotated tag."""
        return str(self.repo.create_tag(name, pygit2.Oid(hex=commit), ObjectType.COMMIT, WHO, "a tag"))

    def tree(self, files: Mapping[bytes, Content]) -> pygit2.Oid:
        """Write a tree as raw bytes: any name goes, and so does an object that is not there."""
        entries: dict[bytes, tuple[bytes, bytes]] = {}
        folders: dict[bytes, dict[bytes, Content]] = {}
        for path, content in files.items():
            first, _, rest = path.partition(b"/")
            if rest:
                folders.setdefault(first, {})[rest] = content
                continue
            mode, data = content if isinstance(content, tuple) else (FileMode.BLOB, content)
            oid = data if mode == FileMode.COMMIT or len(data) == 20 else self.repo.create_blob(data).raw
            entries[first] = (b"%o" % mode, oid)
        for name, below in folders.items():
            entries[name] = (b"40000", self.tree(below).raw)
        ordered = sorted(entries, key=lambda name: name + (b"/" if entries[name][0] == b"40000" else b""))
        raw = b"".join(b"%b %b\0%b" % (entries[name][0], name, entries[name][1]) for name in ordered)
        return self.repo.odb.write(ObjectType.TREE, raw)

    def remove(self, oid: str) -> None:
        """Lose an object."""
        (Path(self.repo.path) / "objects" / oid[:2] / oid[2:]).unlink()


def make_repository(folder: Path) -> Made:
    """Make an empty bare repository whose default branch is ``main``."""
    return Made(folder, pygit2.init_repository(str(folder), bare=True, initial_head="main"))


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Made]:
    """Make a repository by name."""
    return lambda name: make_repository(tmp_path / "served" / name)


@pytest.fixture
def mirrors(tmp_path: Path) -> Path:
    """Where mirrors go; not made yet."""
    return tmp_path / "home" / "mirrors"


@pytest.fixture
def entry() -> Callable[..., Repository]:
    """Make an entry of a manifest."""
    return _entry


def _entry(
    name: str = "etcd",
    *,
    url: str | None = None,
    path: Path | None = None,
    revision: str | None = None,
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
) -> Repository:
    return Repository(name, url, path, revision, (), include, exclude)


def free_port() -> int:
    """Find a port on loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[str]:
    """Serve the repositories of ``make``; the value is the url before a repository's name."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    served = tmp_path / "served"
    served.mkdir(exist_ok=True)
    port = free_port()
    options = (f"--base-path={served}", "--export-all", "--listen=127.0.0.1", f"--port={port}", "--reuseaddr")
    process = subprocess.Popen([git, "-c", "safe.directory=*", "daemon", *options], stderr=subprocess.DEVNULL)
    try:
        _await_port(port)
        yield f"git://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _await_port(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.skip("git daemon does not start here")


@pytest.fixture
def make_at() -> Callable[[Path], Made]:
    """Make a repository in a folder."""
    return make_repository
