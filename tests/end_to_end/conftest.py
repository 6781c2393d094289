"""What the end-to-end tests need of the machine: tmux and Chromium, which CI must have and a developer may."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from tmux import Terminal, terminal

import corpus

if TYPE_CHECKING:
    from collections.abc import Iterator


def program(*names: str) -> str:
    """The path of a program under the first of its names; without it a test is skipped, and fails where CI runs it."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{names[0]} is not installed")
    return found


@pytest.fixture(scope="module")
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the module's ``FILES``: name of a repository to path to content."""
    folder = tmp_path_factory.mktemp("corpus")
    for name, files in request.module.FILES.items():
        corpus.index(corpus.write(folder / name, files), folder / "home", name)
    return folder / "home"


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in which nothing runs yet."""
    with terminal(program("tmux"), tmp_path) as opened:
        yield opened


@pytest.fixture
def browser() -> str:
    """The path of a Chromium."""
    return program("chromium", "chromium-browser", "google-chrome")


@pytest.fixture
def vim() -> str:
    """The path of a Vim."""
    return program("vim")
