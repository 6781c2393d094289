"""What is bound under the name of others is found as any definition is; a mistake is said in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import LanguageError
from codelens.extract.bindings import query as bindings_query
from codelens.extract.bindings.pasting import read_macro
from codelens.extract.bindings.query import compile_bindings
from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages
from codelens.extract.tags_query import compile_tags
from codelens.model import DEFINITION_CODE, unpack_places

LANGUAGES = load_languages()
C = LANGUAGES.by_name["c"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(identifier) @nmae", "unknown capture @nmae"),
        ("(identifier) @definition.funktion", "unknown capture @definition.funktion"),
        (
            '((identifier) @name (#set! need "x"))',
            "unknown setting need; there are before, escaped, meant, needs, parts, spelled",
        ),
        ('((identifier) @name (#set! spelled "("))', "'(' is not a regular expression"),
        ('((identifier) @name (#set! spelled "[a-z]+"))', "must have a group (?P<name>…)"),
        ("(call_expression function: (_) @use)", "a pattern with @use must have @arguments, too"),
        ("(preproc_function_def name: (_) @macro)", "a pattern with @macro must have @parameters and @body, too"),
        ("(no_such_node) @name", "no_such_node"),
    ],
)
def test_a_mistake_is_named_in_one_line(text: str, said: str) -> None:
    broken = replace(C, bindings=text, fingerprint=text)
    with pytest.raises(LanguageError) as raised:
        compile_bindings(broken, compile_tags(C, LANGUAGES.captures).grammar, LANGUAGES.captures)
    assert said in " ".join(str(raised.value).split())
    assert str(C.folder / "bindings.scm") in str(raised.value)


def test_queries_that_are_no_longer_needed_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    grammar = compile_tags(C, LANGUAGES.captures).grammar
    for number in range(200):
        assert compile_bindings(replace(C, fingerprint=f"again {number}"), grammar, LANGUAGES.captures)
        monkeypatch.setattr(bindings_query, "_compiled", {})


def test_a_name_that_is_pasted_is_referred_to_where_it_is_made() -> None:
    blob = b"#define ENTRY(name) { #name, CMD_ ## name }\nstruct entry table[] = { ENTRY(MOOR) };\n"
    found = extract(blob, C, LANGUAGES.captures).occurrences
    (use,) = unpack_places(found[b"CMD_MOOR"])
    (definition,) = unpack_places(found[b"MOOR"])
    assert use >> 4 == definition >> 4 == blob.index(b"MOOR")
    assert definition & 15 == DEFINITION_CODE != use & 15


def test_a_name_that_is_spelled_otherwise_is_found_as_it_is_meant() -> None:
    blob = b"void Java_org_Tide_native_1init(JNIEnv *env, jobject self) {}\n"
    found = extract(blob, C, LANGUAGES.captures)
    assert ("method", ("org", "Tide"), "native_init") in {
        (each.kind, each.scope, each.name) for each in found.definitions
    }
    assert b"native_init" in found.occurrences


def test_a_name_has_what_others_put_before_it() -> None:
    blob = b"config TIDE\n\tbool\n"
    found = extract(blob, LANGUAGES.by_name["kconfig"], LANGUAGES.captures)
    assert [each.name for each in found.definitions] == ["TIDE", "CONFIG_TIDE"]
    assert {b"TIDE", b"CONFIG_TIDE"} <= found.occurrences.keys()


def test_a_file_without_what_a_pattern_needs_binds_nothing() -> None:
    row = b'static Table rows[] = {{"wait", tide_wait}};\n'
    assert [each.name for each in extract(row, C, LANGUAGES.captures).definitions] == ["rows"]


@pytest.mark.parametrize(
    ("parameters", "body", "arguments", "names"),
    [
        (b"(a)", b"pre_ ## a", [b"x"], [b"pre_x"]),
        (b"(a, b)", b"a##_to_##b", [b"x", b"y"], [b"x_to_y"]),
        (b"(a, b)", b"a##_to_##b", [b"x"], []),
        (b"(a)", b"b ## c", [b"x"], None),
        (b"(a)", b"f(a)", [b"x"], None),
    ],
)
def test_what_is_pasted_is_put_together(
    parameters: bytes, body: bytes, arguments: list[bytes], names: list[bytes] | None
) -> None:
    macro = read_macro(parameters, body)
    assert (None if macro is None else [name for _, name in macro.names(arguments)]) == names


@given(st.binary(max_size=60), st.binary(max_size=120))
def test_any_macro_is_read(parameters: bytes, body: bytes) -> None:
    macro = read_macro(parameters, body)
    assert macro is None or macro.texts or macro.pasted
