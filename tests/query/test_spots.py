"""A spot is found again in another reading of its file: where its text is, else where that would be."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import corpus
from codelens.locations import Home
from codelens.query.reading import read_file
from codelens.query.session import Session
from codelens.query.spots import Spot, found_again, spot_in

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.query.file_text import FileText

_BEFORE = """import os


def first():
    value = 1
    return value


def second():
    value = 1
    return {
        "value": value,
    }
"""


def _read(folder: Path, source: str) -> FileText:
    corpus.index(corpus.write(folder / "demo", {"a.py": source}), folder / "home")
    with closing(Session(Home(folder / "home"))) as session:
        (match,) = corpus.ask(folder / "home", "second").matches
        return read_file(session, match.place)


def _again(folder: Path, after: str, line: int) -> tuple[int, bool]:
    """Where a line of the source, both 1-based, is in another one."""
    spot = spot_in(_read(folder, _BEFORE), line - 1, 4)
    found, is_exact = found_again(spot, _read(folder, after))
    return found + 1, is_exact


def test_a_spot_knows_its_text_and_its_definition(tmp_path: Path) -> None:
    file = _read(tmp_path, _BEFORE)
    assert spot_in(file, 9, 4) == Spot(file.place, 9, 4, "value = 1", "second", 1)
    assert spot_in(file, 0, 0) == Spot(file.place, 0, 0, "import os", "", 0)


def test_a_file_that_did_not_change_has_it_where_it_was(tmp_path: Path) -> None:
    for line in range(1, _BEFORE.count("\n") + 2):
        assert _again(tmp_path, _BEFORE, line) == (line, True)


def test_a_line_that_moved_is_found_in_its_own_definition(tmp_path: Path) -> None:
    assert _again(tmp_path, "# a\n# b\n" + _BEFORE, 10) == (12, True)
    assert _again(tmp_path, _BEFORE.replace("def first():\n    value = 1\n    return value\n", ""), 10) == (7, True)


def test_a_line_that_left_its_definition_is_found_elsewhere(tmp_path: Path) -> None:
    after = 'def second():\n    return helper()\n\n\ndef helper():\n    return {\n        "value": value,\n    }\n'
    assert _again(tmp_path, after, 12) == (7, True)


def test_a_line_that_is_gone_is_where_it_would_be_and_that_is_told(tmp_path: Path) -> None:
    after = "# above\n" + _BEFORE.replace('        "value": value,\n', "        **{},\n")
    assert _again(tmp_path, after, 12) == (13, False)


def test_a_brace_is_not_looked_for_all_over_the_file(tmp_path: Path) -> None:
    after = "def zeroth():\n    return {\n    }\n\n\ndef second():\n    y = {\n    }\n    x = 1\n    return y\n"
    assert _again(tmp_path, after, 13) == (10, False)


def test_a_definition_that_is_gone_leaves_the_number_of_the_line(tmp_path: Path) -> None:
    assert _again(tmp_path, "def second():\n    pass\n", 5) == (3, False)
