"""A machine made for a test: a folder in the place of ``/``, with a home and a project in it, and nothing beside."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from codelens.fetch.installed.description import load_kinds
from codelens.fetch.installed.places import Surroundings
from codelens.locations import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass
class Machine:
    """Where packages are put for a test."""

    root: Path

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def project(self) -> Path:
        return self.root / "srv" / "project"

    def environment(self, **more: str) -> dict[str, str]:
        paths = {"HOME": self.home, "XDG_CONFIG_HOME": self.home / ".config", "PATH": self.root / "usr" / "bin"}
        return {**{name: str(path) for name, path in paths.items()}, **more}

    def here(self, folder: str = "", **more: str) -> Surroundings:
        """What a command sees that is started in a folder of the project."""
        return Surroundings(self.project / folder, self.environment(**more))

    def write(self, folder: str | Path, files: Mapping[str, str | bytes]) -> Path:
        """Write files into a folder of the machine."""
        for path, content in files.items():
            file = self.root / folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self.root / folder

    def program(self, path: str) -> None:
        """Put a program somewhere."""
        self.write("", {path: "#!/bin/false\n"})
        (self.root / path).chmod(0o755)

    def wheel(self, folder: str, name: str, version: str, files: Mapping[str, str | bytes], **more: str) -> Path:
        """Install a package as an installer of wheels does."""
        info = f"{name}-{version}.dist-info"
        own = {**files, f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"}
        own |= {f"{info}/{file.replace('__', '.')}": text for file, text in more.items()}
        listed = "".join(f"{path},sha256=x,{len(content)}\n" for path, content in own.items())
        return self.write(folder, {**own, f"{info}/RECORD": f"{listed}{info}/RECORD,,\n"})

    def describe(self) -> None:
        """Let every root that begins at ``/`` begin at this machine's."""
        kinds: dict[str, Any] = yaml.safe_load((shipped("queries") / "installed.yaml").read_text())
        for kind in kinds.values():
            kind["roots"] = [self._moved(root) for root in kind["roots"]]
            if "pinned" in kind:
                kind["pinned"]["file"] = self._moved(kind["pinned"]["file"])
            for form in kind["forms"]:
                form.update({"base": self._moved(form["base"])} if "base" in form else {})
        text = yaml.safe_dump(kinds, sort_keys=False)
        self.write(".", {"home/.config/codelens/queries/installed.yaml": text})

    def _moved(self, path: str) -> str:
        return f"{self.root}{path}".rstrip("/") if path.startswith("/") else path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """An empty machine, which the process takes for its own."""
    made = Machine(tmp_path / "machine")
    made.project.mkdir(parents=True)
    made.describe()
    for name in [name for name in os.environ if name.isupper() or name.startswith("npm_")]:
        monkeypatch.delenv(name)
    for name, value in made.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(made.project)
    load_kinds.cache_clear()
    yield made
    load_kinds.cache_clear()
