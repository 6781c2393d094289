"""What is wrong with a surface.yaml or surface.scm is said in one line; what is right is put together of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tree_sitter_language_pack

from codelens.errors import LanguageError
from codelens.extract import language, languages
from codelens.extract.extractor import extract
from codelens.extract.surface.reader import compiled
from codelens.extract.surface.shape import load_shape
from codelens.locations import queries_folders

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("log", "error")


def folder(parent: Path, yaml: str | None, query: str | None = "(string) @text") -> Path:
    """A folder of a language with these two files."""
    parent.mkdir(exist_ok=True)
    if yaml is not None:
        (parent / "surface.yaml").write_text(yaml)
    if query is not None:
        (parent / "surface.scm").write_text(query)
    return parent


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("rules: [{kind: lgo}]", "rule 1: 'lgo' is no kind; there are error, log, nothing, text"),
        (
            "rules: [{kind: log}, {kind: log, part: argument}]",
            "rule 2: 'argument' is no part; there are access, arguments",
        ),
        (
            "rules: [{kind: log, formats: [curly]}]",
            "rule 1: 'curly' is no format; there are braces, named, printf, tilde",
        ),
        ("rules: [{kind: log, call: 'a('}]", "'a(' is not a regular expression"),
        ("rules: [{kind: log, names: '[a'}]", "'[a' is not a regular expression"),
        ("rules: [{kind: log, within: '+'}]", "'+' is not a regular expression"),
        ("wrapper: '('", "'(' is not a regular expression"),
        ("rules: [{kind: log, calls: x}]", "unknown field `calls`"),
        ("parts: {call: argumens}", "argumens"),
    ],
)
def test_a_mistake_is_named_in_one_line(tmp_path: Path, yaml: str, said: str) -> None:
    broken = folder(tmp_path / "one", yaml)
    with pytest.raises(LanguageError) as raised:
        load_shape([broken], KINDS)
    assert str(broken / "surface.yaml") in str(raised.value)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_query_that_does_not_compile_is_named(tmp_path: Path) -> None:
    shape = load_shape([folder(tmp_path / "one", "rules: []", "(no_such_node) @text")], KINDS)
    assert shape is not None
    with pytest.raises(LanguageError, match=r"surface\.scm: .*no_such_node"):
        compiled(shape, tree_sitter_language_pack.get_language("python"))


def test_a_language_without_a_surface_has_none(tmp_path: Path) -> None:
    assert load_shape([folder(tmp_path / "one", None, None)], KINDS) is None


def test_what_a_language_says_stands_before_what_it_inherits(tmp_path: Path) -> None:
    own = folder(tmp_path / "own", "joiners: ['~']\nparts: {a: join}\nrules: [{kind: log}]", None)
    base = folder(
        tmp_path / "base", "joiners: ['.']\nformats: [printf]\nparts: {a: pass, b: pair}\nrules: [{kind: error}]"
    )
    shape = load_shape([own, base], KINDS)
    assert shape is not None
    assert shape.surface.joiners == ("~",)
    assert shape.surface.formats == ("printf",)
    assert shape.surface.parts == {"a": "join", "b": "pair"}
    assert [rule.rule.kind for rule in shape.rules] == ["log", "error"]
    assert shape.query == "(string) @text"


def test_a_folder_of_ones_own_adds_rules_to_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "languages" / "c"
    own.parent.mkdir()
    folder(own, "rules: [{kind: route, call: ^serve_at$, argument: [0]}]", None)
    for module in (language, languages):
        monkeypatch.setattr(module, "queries_folders", lambda: [tmp_path, *queries_folders()])
    loaded = languages.load_languages.__wrapped__()
    source = b'void f(void) { serve_at("/status"); log_warn("no disk"); }'
    found = extract(source, loaded.by_name["c"], loaded.captures).statements
    assert [(one.kind, one.pieces) for one in found] == [("route", ("/status",)), ("log", ("no disk",))]
    assert loaded.by_name["c"].fingerprint != languages.load_languages().by_name["c"].fingerprint
    assert loaded.by_name["go"].fingerprint == languages.load_languages().by_name["go"].fingerprint
