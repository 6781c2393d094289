"""What the tests of the app share: the home that it is tried on, and the app itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import app_corpus
import recipe_corpus
from codelens.locations import Home
from codelens.present.tui.app import CodelensApp

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the corpus; nobody writes to it."""
    return app_corpus.build(tmp_path_factory.mktemp("app"))


@pytest.fixture
def app(home: Path) -> Callable[[], CodelensApp]:
    """Makes the app that is tested."""
    return lambda: CodelensApp(Home(home))


@pytest.fixture
def recipes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the recipes that there are, instead of all others."""
    folder = recipe_corpus.build(tmp_path / "queries")
    monkeypatch.chdir(tmp_path)
    for module in ("files", "library"):
        monkeypatch.setattr(f"codelens.query.recipes.{module}.queries_folders", lambda: (Path("queries"),))
    return folder
