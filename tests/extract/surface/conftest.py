"""Reads the statements of a small source of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.model import Statement


@pytest.fixture(scope="session")
def statements() -> Callable[[str, str], list[Statement]]:
    """The statements of a source, by the name of its language."""
    languages = load_languages()

    def read(language: str, source: str) -> list[Statement]:
        return list(extract(source.encode(), languages.by_name[language], languages.captures).statements)

    return read


@pytest.fixture(scope="session")
def shown(statements: Callable[[str, str], list[Statement]]) -> Callable[[str, str], list[tuple[str, str]]]:
    """The kind and the text of each statement, a hole as its code in braces."""

    def read(language: str, source: str) -> list[tuple[str, str]]:
        return [
            (one.kind, "".join(f"{{{piece}}}" if at % 2 else piece for at, piece in enumerate(one.pieces)))
            for one in statements(language, source)
        ]

    return read
