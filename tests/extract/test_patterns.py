"""The patterns of a query are told apart by its text as tree-sitter does it, and what is chosen stays in its place."""

from __future__ import annotations

import pytest
import tree_sitter
import tree_sitter_language_pack

from codelens.extract.languages import load_languages
from codelens.extract.patterns import chosen, patterns_of, said_by

LANGUAGES = load_languages()


@pytest.mark.parametrize("name", sorted(LANGUAGES.by_name))
def test_the_patterns_are_those_that_are_compiled(name: str) -> None:
    language = LANGUAGES.by_name[name]
    grammar = tree_sitter_language_pack.get_language(language.description.grammar)
    text = language.tags.encode()
    query = tree_sitter.Query(grammar, language.tags)
    compiled = [
        text[query.start_byte_for_pattern(number) : query.end_byte_for_pattern(number)]
        for number in range(query.pattern_count)
    ]
    assert [said_by(each).split() for each in patterns_of(text)] == [said_by(each).split() for each in compiled]


def test_what_is_not_chosen_is_blank_and_what_is_stays_in_its_line() -> None:
    text = b'; (a) is first\n(a) @x\n[(b) "("] @y ; ) and\n((c) @z\n  (#eq? @z "\\")("))\n'
    assert patterns_of(text) == [b"(a) @x\n", b'[(b) "("] @y ; ) and\n', b'((c) @z\n  (#eq? @z "\\")("))\n']
    assert [line.split() for line in chosen(text, {1}).split("\n")] == [
        [],
        [],
        ["[(b)", '"("]', "@y", ";", ")", "and"],
        [],
        [],
        [],
    ]


def test_a_text_without_patterns_has_none() -> None:
    assert patterns_of(b"; nothing\n") == []
    assert chosen(b"; nothing\n", ()).strip() == ""


def test_a_semicolon_in_a_text_begins_no_comment() -> None:
    assert said_by(b'(a) ; (b)\n(#eq? @a ";") @c') == b'(a) \n(#eq? @a ";") @c'
