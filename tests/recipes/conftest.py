"""Lets the tests of this folder import ``corpus``; the shared corpus of the recipes, indexed once a session."""

from __future__ import annotations

import sys
from pathlib import Path

import pygit2
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import corpus

CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(scope="session")
def recipes_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of every repository under ``corpus/``; ``name@revision`` is one at a revision."""
    home = tmp_path_factory.mktemp("recipes") / "home"
    for folder in sorted(folder for folder in CORPUS.iterdir() if folder.is_dir()):
        name, _, revision = folder.name.partition("@")
        if revision:
            corpus.index(_tagged(folder, tmp_path_factory.mktemp(name), revision), home, name, revision=revision)
        else:
            corpus.index(folder, home, name)
    return home


def _tagged(folder: Path, repository: Path, tag: str) -> Path:
    """A bare repository with what stands in a folder as its one tagged commit."""
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    commit = corpus.commit(repository, files)
    pygit2.Repository(str(repository)).create_reference(f"refs/tags/{tag}", commit)
    return repository
