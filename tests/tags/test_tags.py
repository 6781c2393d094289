"""Each source file beside this one is its own expectation: what is extracted is written beneath its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages
from codelens.present.annotate import annotate, strip

HERE = Path(__file__).parent
LANGUAGES = load_languages()
FILES = sorted(file for file in HERE.glob("*/*") if file.parent.name in LANGUAGES.by_name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_annotations_are_what_is_extracted(file: Path, request: pytest.FixtureRequest) -> None:
    if ".known-bug." in file.name:
        request.applymarker(pytest.mark.xfail(strict=True, reason="a known failure, kept until it is mended"))
    language = LANGUAGES.by_name[file.parent.name]
    expected = file.read_bytes().decode()
    source = strip(expected, language).encode()
    annotated = annotate(source, extract(source, language, LANGUAGES.captures), language, LANGUAGES.captures)
    if request.config.getoption("--update") and ".known-bug." not in file.name:  # those say what is wanted
        file.write_bytes(annotated.encode())
    assert annotated == expected


@pytest.mark.parametrize("name", sorted(LANGUAGES.by_name))
def test_every_language_has_a_broken_file(name: str) -> None:
    assert list((HERE / name).glob("broken.*")), f"tests/tags/{name}/ has no broken.<ext>"
