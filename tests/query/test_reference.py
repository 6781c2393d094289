"""Every row of docs/query-syntax.md is run on the two small repositories of ``reference/``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import corpus
from codelens.errors import CodelensError

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "reference"
FILES = {
    repository.name: {
        file.relative_to(repository).as_posix(): file.read_bytes() for file in repository.rglob("*") if file.is_file()
    }
    for repository in sorted(FOLDER.iterdir())
}
_CELL = re.compile(r"(?<!\\)\|")


def rows() -> list[tuple[str, str]]:
    """The query and the last cell of each row that has a query."""
    found = []
    for line in (ROOT / "docs" / "query-syntax.md").read_text().splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in _CELL.split(line)[1:-1]]
        if len(cells) > 1 and cells[0].startswith("`"):
            found.append((cells[0].strip("`"), cells[-1]))
    return found


def test_the_reference_has_rows_for_every_word_of_the_language() -> None:
    from codelens.query.syntax import FIELDS, RELATIONS, SETTINGS  # noqa: PLC0415 - the test of the list itself

    asked = " ".join(query for query, _ in rows())
    assert [word for word in (*FIELDS, *RELATIONS, *SETTINGS) if f"{word}:" not in asked] == []


@pytest.mark.parametrize(("query", "expected"), rows(), ids=[query for query, _ in rows()])
def test_a_row_is_true(home: Path, query: str, expected: str) -> None:
    if not expected or expected.startswith("`"):
        found = corpus.query(home, query)
        places = [f"`{match.place.path}:{match.range.line + 1}`" for match in found.matches]
        assert " ".join(places) == expected
        return
    with pytest.raises(CodelensError) as caught:
        corpus.query(home, query)
    assert expected.removeprefix("error: ") in str(caught.value)
