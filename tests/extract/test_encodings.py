"""A source file is bytes in any encoding."""

from __future__ import annotations

import pytest

from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages

LANGUAGES = load_languages()


@pytest.mark.parametrize("name", ["c", "cpp"])
def test_a_byte_that_is_no_utf8_costs_neither_symbols_nor_words(name: str) -> None:
    blob = b'int f(void) { char *s = "caf\xe9"; return 0; }\nint good(void) { return 1; }\n'
    extraction = extract(blob, LANGUAGES.by_name[name], LANGUAGES.captures)
    assert [definition.name for definition in extraction.definitions] == ["f", "good"]
    assert [definition.range.column for definition in extraction.definitions] == [4, 4]
    assert b"caf\xe9" in extraction.words.split(b" ")
