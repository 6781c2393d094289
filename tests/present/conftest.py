"""Lets the tests of this folder import ``corpus``, which stands beside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import corpus


@pytest.fixture(scope="module")
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the module's ``FILES``: name of a repository to path to content."""
    folder = tmp_path_factory.mktemp("corpus")
    for name, files in request.module.FILES.items():
        corpus.index(corpus.write(folder / name, files), folder / "home", name)
    return folder / "home"
