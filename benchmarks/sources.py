"""The repositories that a benchmark runs over: those of a folder, or the code that any machine with Python has."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from codelens.errors import ManifestError
from codelens.fetch.manifest import Repository, load_manifest
from codelens.locations import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

VARIABLE = "CODELENS_BENCH_SOURCES"
HINT = f"""\
bench: no folder of repositories is given, so Python's own library stands in; the golden questions need more.
bench: for all figures, put repositories (bare or not, or unpacked) into one folder, named as in repos.yaml:
bench:     mkdir sources && cd sources
bench:     git clone --depth 1 --branch v1.20.2 https://github.com/kubernetes/kubernetes
bench:     git clone --depth 1 https://github.com/etcd-io/etcd
bench: and so on for those that golden.yaml names; or take what codelens fetched: its home's folder mirrors. Then:
bench:     {VARIABLE}=sources make bench"""


def repositories_of(folder: Path) -> list[Repository]:
    """Every repository or plain folder in a folder, by name."""
    folders = [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    return list({entry.name: entry for entry in map(repository_at, folders)}.values())


def repository_at(path: Path, name: str | None = None) -> Repository:
    """A repository in place, with the globs of the shipped manifest's entry of its name."""
    if path.resolve() == standard_library().path:
        return standard_library()
    name = name or path.absolute().name.removesuffix(".git").lower()
    try:
        (entry,) = load_manifest(shipped("repos.yaml")).select([name])
    except (ManifestError, ValueError):
        entry = _unlisted(name)
    return replace(entry, url=None, path=path.resolve(), revision=_revision(path))


def standard_library() -> Repository:
    """The running interpreter's library, without what was installed into it."""
    entry = _unlisted("python-library")
    return replace(entry, path=Path(sysconfig.get_path("stdlib")).resolve(), exclude=(*entry.exclude, "site-packages"))


def write_manifest(repositories: Iterable[Repository], file: Path) -> Path:
    """Write a manifest that lists repositories in place."""
    entries = [
        {
            "name": each.name,
            "path": str(each.path),
            "include": list(each.include),
            "exclude": list(each.exclude),
            **({"revision": each.revision} if each.revision else {}),
        }
        for each in repositories
    ]
    file.write_text(yaml.safe_dump({"repositories": entries}), "utf-8")
    return file


def _unlisted(name: str) -> Repository:
    """A repository that the shipped manifest does not list, with the defaults of that."""
    defaults = yaml.safe_load(shipped("repos.yaml").read_bytes())["defaults"]
    name = re.sub(r"[^a-z0-9._-]", "-", name).lstrip("._-") or "tree"
    return Repository(name, None, None, None, (), tuple(defaults.get("include", ())), tuple(defaults["exclude"]))


def _revision(path: Path) -> str | None:
    """What to read of a mirror whose ``HEAD`` points nowhere: codelens keeps what it fetched under its own names."""
    if _git(path, "rev-parse", "--quiet", "--verify", "HEAD") or not (path / "HEAD").is_file():
        return None
    references = _git(path, "for-each-ref", "--format=%(refname)", "refs/codelens").split()
    return references[0] if references else None


def _git(path: Path, *arguments: str) -> str:
    command = ["git", "-c", "safe.directory=*", "-C", str(path), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
