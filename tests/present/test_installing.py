"""``codelens update --installed``: from what a machine carries to an answer, an entry, and the next version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import corpus

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

SITE = "project/.venv/lib/python3.11/site-packages"


class Project:
    """A project with an environment of its own, in a machine of which nothing else counts."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / SITE
        self.manifest = root / "config/codelens/repos.yaml"
        kinds = """\
env:
  meaning: packages of environments
  roots: [./.venv/lib/python*/site-packages]
  forms:
    - marker: '(?P<name>[^/]+)-(?P<version>\\d[^/]*)\\.dist-info'
      files: [{file: RECORD, match: '([^,]+),'}]
      otherwise: ["{name}", "{name}.py"]
      leave: ["/*.dist-info"]
mods:
  meaning: modules of a cache
  roots: [$MODS]
  forms:
    - marker: '(?P<name>.+)@(?P<version>[^/]+)'
      below: '[^@]+'
"""
        names = ("pypi", "npm", "golang", "goroot", "python", "gem", "cargo", "rust", "composer", "src", "deb")
        none = "  meaning: m\n  roots: [/nonexistent]\n  forms: [{marker: '(?P<name>x)'}]\n"
        corpus.write(
            root / "config/codelens/queries", {"installed.yaml": kinds + "".join(f"{name}:\n{none}" for name in names)}
        )

    def install(self, name: str, version: str, **files: str) -> None:
        """Install a package in the place of the version that is there."""
        for info in self.site.glob(f"{name}-*"):
            for file in info.iterdir():
                file.unlink()
            info.rmdir()
        listed = "".join(f"{path},sha256=x,1\n" for path in files)
        corpus.write(self.site, {**files, f"{name}-{version}.dist-info/RECORD": listed})

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        config = {"XDG_CONFIG_HOME": str(self.root / "config"), "HOME": str(self.root)}
        return corpus.run(self.root / "home", *arguments, cwd=self.root / "project", **config, **more)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.install("tide", "1.0", **{"tide/__init__.py": "def rise(): pass\n", "tide/data.bin": "\0"})
    return made


def said(ended: subprocess.CompletedProcess[bytes]) -> str:
    return ended.stderr.decode()


def found(project: Project, name: str) -> list[tuple[str, str, str]]:
    rows = [json.loads(line) for line in project.run("where-defined", name, "--json").stdout.splitlines()[:-1]]
    return [(row["repository"], row["revision"], row["path"]) for row in rows]


def test_a_package_is_indexed_at_its_version_and_remembered(project: Project) -> None:
    ended = project.run("update", "--installed", "tide")
    assert ended.returncode == 0, said(ended)
    assert f"tide: env/tide@1.0, in {project.site}\n" in said(ended)
    assert found(project, "rise") == [("tide", "1.0", "tide/__init__.py")]
    assert "installed: env/tide" in project.manifest.read_text()
    (state,) = [json.loads(line) for line in project.run("status", "tide", "--json").stdout.splitlines()]
    assert (state["revision"], state["state"], state["files"]) == ("1.0", "indexed", 2)


def test_another_version_is_said_and_indexed_by_the_next_update(project: Project) -> None:
    project.run("update", "--installed", "tide")
    project.install("tide", "2.0", **{"tide/__init__.py": "def fall(): pass\n"})
    (state,) = [json.loads(line) for line in project.run("status", "tide", "--json").stdout.splitlines()]
    assert state["state"] == "out of date"
    ended = project.run("update", "tide")
    assert "tide: 2.0 is installed now, 1.0 was indexed" in said(ended)
    assert found(project, "fall") == [("tide", "2.0", "tide/__init__.py")]
    assert "is installed now" not in said(project.run("update", "tide"))


def test_a_package_that_is_gone_is_said_and_its_index_still_answers(project: Project) -> None:
    project.run("update", "--installed", "tide")
    (project.site / "tide-1.0.dist-info").rename(project.root / "elsewhere")
    ended = project.run("update", "tide")
    assert ended.returncode == 2
    assert f"env/tide is not installed in {project.site} any more" in said(ended)
    assert found(project, "rise") == [("tide", "1.0", "tide/__init__.py")]


def test_a_version_of_a_cache_is_read_and_opened_where_it_is(project: Project, tmp_path: Path) -> None:
    for version in ("v1.0.0", "v1.1.0"):
        corpus.write(tmp_path / "cache/sea" / f"wave@{version}", {"lib/wave.py": "def crest(): pass\n"})
    here = {"MODS": str(tmp_path / "cache")}
    assert project.run("update", "--installed", "wave", "sea/wave@v1.0.0", **here).returncode == 0
    names = {
        each["repository"]: each["revision"]
        for each in map(json.loads, project.run("status", "--json").stdout.splitlines())
    }
    assert names == {"wave": "v1.1.0", "wave-v1.0.0": "v1.0.0"}
    opened = project.run("open", "crest", "--repo", "sea/wave", EDITOR="echo")
    assert str(tmp_path / "cache/sea/wave@v1.1.0/lib/wave.py") in opened.stdout.decode()
    corpus.write(tmp_path / "cache/sea/wave@v1.2.0", {"lib/wave.py": "def trough(): pass\n"})
    ended = project.run("update", "wave", "wave-v1.0.0")
    assert "wave: v1.2.0 is installed now, v1.1.0 was indexed" in said(ended)
    assert "wave-v1.0.0: index is up to date" in said(ended)


def test_several_packages_are_updated_and_a_missing_one_does_not_stop_them(project: Project) -> None:
    project.install("ebb", "1.0", **{"ebb.py": "def flow(): pass\n"})
    ended = project.run("update", "--installed", "tyde", "ebb", "tide", "--json")
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 2
    assert [(each["event"], each["repository"]) for each in events if each["event"] != "progress"] == [
        ("failed", "tyde"),
        *[("ended", "ebb")] * 2,
        *[("ended", "tide")] * 2,
    ]
    assert "the nearest are tide" in events[0]["text"]
    assert found(project, "flow") == [("ebb", "1.0", "ebb.py")]


def test_a_package_of_compiled_parts_is_refused_and_not_remembered(project: Project) -> None:
    project.install("rock", "1.0", **{"rock.so": "\x7fELF", "rock.bin": "\0"})
    ended = project.run("update", "--installed", "rock")
    assert ended.returncode == 2
    assert "env/rock@1.0 in " in said(ended)
    assert "holds no source that could be read; 2 other files are there" in said(ended)
    assert not project.manifest.exists()


def test_the_manifest_that_is_asked_for_is_the_one_that_is_written(project: Project) -> None:
    file = project.root / "mine.yaml"
    assert project.run("update", "--installed", "tide", "--repos", str(file)).returncode == 0
    assert "installed: env/tide" in file.read_text()
    assert not project.manifest.exists()


def test_a_manifest_that_can_not_be_written_says_so(project: Project) -> None:
    project.manifest.write_text("repositories: {tide: x}\n")
    ended = project.run("update", "--installed", "tide")
    assert ended.returncode == 2
    assert said(ended).startswith(f"codelens: error: {project.manifest}: ")
    assert said(ended).count("\n") == 1


def test_a_name_is_needed(project: Project) -> None:
    for more in ((), ("tide", "--all"), ("tide", "--group", "sea")):
        ended = project.run("update", "--installed", *more)
        assert (ended.returncode, ended.stdout) == (2, b"")
        assert "--installed takes the names of packages, and no --group or --all" in said(ended)


def test_check_reads_where_packages_are_installed(project: Project) -> None:
    file = project.root / "config/codelens/queries/installed.yaml"
    assert project.run("check").returncode == 0
    file.write_text(file.read_text().replace("[./.venv", "[.venv"))
    ended = project.run("check")
    assert ended.returncode == 2
    assert f"{file}:3: roots: " in said(ended)


def test_names_of_packages_are_completed(project: Project) -> None:
    project.install("tidal", "1.0", **{"tidal.py": ""})
    line = {"_CODELENS_COMPLETE": "bash_complete"}
    ended = project.run(COMP_LINE="codelens update --installed ti", **line)
    assert ended.stdout.decode().split() == ["plain,tidal", "plain,tide"]
    assert project.run(COMP_LINE="codelens update --installed ", **line).stdout == b""
