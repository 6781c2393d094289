"""Every command of docs/cookbook.md leads to the files that the page shows, on imitations of what it is about."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import corpus

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "cookbook"
PROMPT = "$ codelens "
_PLACE = re.compile(r"(?:^|\s)([\w./-]+\.\w+):\d+")


def sessions() -> list[tuple[str, set[str]]]:
    """Each command of the page with the files that its output names."""
    found: list[tuple[str, set[str]]] = []
    within = False
    for line in (ROOT / "docs" / "cookbook.md").read_text().splitlines():
        if line.startswith("```"):
            within = False
        elif line.startswith(PROMPT):
            found.append((line.removeprefix(PROMPT), set()))
            within = True
        elif within:
            found[-1][1].update(_PLACE.findall(line))
    return found


@pytest.fixture(scope="module")
def cookbook_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("cookbook") / "home"
    for folder in sorted(folder for folder in FOLDER.iterdir() if folder.is_dir()):
        corpus.index(folder, home, folder.name)
    return home


def test_the_cookbook_has_six_sessions_of_commands_with_answers() -> None:
    page = (ROOT / "docs" / "cookbook.md").read_text()
    assert len(re.findall(r"^## ", page, re.MULTILINE)) >= 6
    assert [command for command, files in sessions() if not files and not command.startswith("show")] == []


@pytest.mark.parametrize(("command", "files"), sessions(), ids=[command for command, _ in sessions()])
def test_a_command_leads_where_the_page_says(cookbook_home: Path, command: str, files: set[str]) -> None:
    done = corpus.run(cookbook_home, *shlex.split(command))
    assert done.returncode == 0, done.stderr.decode()
    shown = set(_PLACE.findall(done.stdout.decode()))
    assert files <= shown
