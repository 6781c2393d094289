"""Lets the tests of this folder import ``corpus``; the shared corpus of the recipes, indexed once a session."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import corpus

CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(scope="session")
def recipes_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of every repository under ``corpus/``."""
    home = tmp_path_factory.mktemp("recipes") / "home"
    for folder in sorted(folder for folder in CORPUS.iterdir() if folder.is_dir()):
        corpus.index(folder, home, folder.name)
    return home
