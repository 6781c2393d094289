"""Knowledge is data: no language and no repository is named in the source, but for what the tables below give a reason.

What counts is code and text, whole words in any case; docstrings and comments explain to people, and may give examples.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "codelens"
REPOSITORIES = {entry["name"] for entry in yaml.safe_load((ROOT / "repos.yaml").read_text())["repositories"]}
LANGUAGES = {folder.name for folder in (ROOT / "queries" / "languages").iterdir() if folder.is_dir()}

# Word to the reason for which it may stand anywhere: it means something else there.
MEANINGS = {
    "node": "a part of a syntax tree, in the words of tree-sitter and of YAML",
    "yaml": "the format of all that people edit: manifests, recipes, settings, what is known of languages",
    "shell": "what codelens is started from, and completes words for",
    "html": "the format of a page that the app's pictures and the browser's screen are written in",
}
# File and word to the reason for which it may stand there.
EXAMPLES = {
    ("fetch/sources.py", "c"): "git's option -C, in what to type next",
    ("extract/surface/holes.py", "c"): "a sign of a format: one character",
    ("query/regexes.py", "perl"): "a message of RE2, which is put in other words",
    ("present/tui/app.py", "c"): "the key ctrl+c",
}


def words_of(file: Path) -> set[tuple[str, int]]:
    """The words of a module's names and of its strings that are no docstrings, with their lines."""
    text = file.read_text()
    docstrings = {
        node.body[0].lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None
    }
    found = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            found.add((token.string.lower(), token.start[0]))
        elif (
            token.type in (tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", -1))
            and token.start[0] not in docstrings
        ):
            found |= {(word.lower(), token.start[0]) for word in re.findall(r"[A-Za-z][\w-]*", token.string)}
    return found


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.py")), ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_a_module_names_no_language_and_no_repository(file: Path) -> None:
    path = file.relative_to(SOURCE).as_posix()
    named = {
        (word, line)
        for word, line in words_of(file)
        if word in LANGUAGES | REPOSITORIES and word not in MEANINGS and (path, word) not in EXAMPLES
    }
    assert not named


def test_every_exception_is_still_needed() -> None:
    found = {(file.relative_to(SOURCE).as_posix(), word) for file in SOURCE.rglob("*.py") for word, _ in words_of(file)}
    assert set(EXAMPLES) <= found
    assert set(MEANINGS) <= {word for _, word in found}
