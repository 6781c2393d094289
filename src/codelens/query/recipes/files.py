"""The files of the recipes that are there. Nothing is read, so that the command line can know their names at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.locations import queries_folders

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "recipes"


def recipe_files() -> dict[str, Path]:
    """Name to file of every recipe; where two have a name, the user's own counts."""
    files: dict[str, Path] = {}
    for folder in queries_folders():
        for file in sorted((folder / FOLDER).glob("*.yaml")):
            files.setdefault(file.stem, file)
    return files
