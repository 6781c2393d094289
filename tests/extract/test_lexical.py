"""Comments and strings are found by the rules of a language, each told from what only looks like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import LanguageError
from codelens.extract.languages import load_languages
from codelens.extract.lexical import lexical_of, load_lexical

if TYPE_CHECKING:
    from pathlib import Path

# What is marked: «…» is a string, ⟪…⟫ a comment.
SAMPLES = {
    "c": r"""
        int a = 1; ⟪/* "no" */⟫ char *s = «"it's // \" one"»; ⟪// "don't⟫ §
        char q = «'"'», b = «'\''»; ⟪// joined \§ "to this"⟫ §
        #error it's no "string
        int c; ⟪/* to the end⟫""",
    "cpp": r"""
        auto big = 1'000'000 + 0xff'ff; auto s = «R"x(a "quoted)" // )x"»; char c = L«'"'»; ⟪// '⟫ §
        std::string t = «"a"» «"b"»;""",
    "go": r"""
        a := «'"'» + «'\''» + «`raw \`» + «"x\"y"» ⟪// "c" `d`⟫ §
        ⟪/* `a
        */⟫ b := «`two
        lines // "x"`»""",
    "java": r"""
        char c = «'"'»; String s = «"a\"b"» + «\"\"\"
            a "quoted" line // no comment
            \"\"\"»; ⟪/** doc "x" */⟫ int a;""".replace(r"\"\"\"", '"""'),
    "javascript": r"""
        ⟪// it's⟫ §
        const a = «`one ${»b + «"}"» + «`two ${»{c: 1}.c«}`»«} three`»; x = y / 2 / z; ⟪/* ' */⟫
        if (/["'`]/.test(a)) return /\/[/"]/g; s = «'it\'s'»;""",
    "typescript": r"""
        let a: string = «`${»b«}`»; ⟪// c⟫""",
    "tsx": r"""
        const a = <p className=«"b"»>{c}</p>; ⟪// d⟫""",
    "php": r"""it's "text" // here
        <?php $a = «'it\'s'»; ⟪# one ⟫?> it's "text" <?= «"b"» ?>
        <?php ⟪// two "c"⟫ §
        #[Attribute] $d = «<<<EOT
          it's "here" // too
          EOT»; $e = «<<<'X'
        X»; ⟪/* f */⟫""",
    "proto": r"""
        syntax = «"proto3"»; ⟪// "a"⟫ §
        string b = 1; ⟪/* 'c' */⟫ option d = «'e"f'»;""",
    "python": r'''
        a = «"""one "two" # three
        it's"""» + «"it's # four"» + r«'\''»  ⟪# "five"⟫ §
        def f():
            «"docstring"»''',
    "yaml": r"""
        a: «"b # c"» ⟪# d "e"⟫ §
        f: it's "plain" text#1
        'g': [«'it''s'», h]
        run: «|
          echo "one" # two

          three»
        i: «>-
            folded»
        j: k""".replace("'g'", "«'g'»"),
    "toml": r'''
        a = «"b \" # c"» ⟪# d⟫ §
        «'e'» = [«"""two
        # lines """»]''',
    "dockerfile": r"""
        ⟪# a "b"⟫ §
        RUN echo «"c # d"» && echo e#f
        ENV A=«'g'»""",
    "systemd-unit": r"""
⟪# a§
⟫⟪; b "c"§
⟫[Unit]
D=e # f""",
    "html": r"""
        ⟪<!-- a="b" -->⟫
        <p id=«"c > d"» title=«'e'»>it's = "text"</p>""",
    "perl": r"""
        my $a = «'it\'s # "one'» . «"two $#x \" # 'x"» . $#array; ⟪# it's⟫ §
        if ($a =~ m/^"it's #/ && $b !~ /["']/) { s{"}{'}g; y/'/"/; $h{s}, q => «q{a {b} 'c'}», «qq[d "e"]»; }
        my $half = $a / 2 / $b; ⟪# "three'⟫ §
        my @w = «qw(it's "four)»; print «<<"END" . $five;
it's "here" # too
END»
⟪=pod

it's "six"

=cut⟫
        sub s7 { $s->s(«"8"») }
⟪__END__
it's "over"⟫""",
    "csharp": r"""
        #region it's "free"
        char c = «'"'», d = «'\''»; var s = «"a\"b"» + «$"one {f("it's // two")} {{three"»;
        var v = «@"c:\"» + «$@"a ""b"" //"»;
        ⟪/* "x" */⟫ t = «$\"\"\"a "quoted" // line
            \"\"\"»; ⟪/// 'y"⟫""".replace(r"\"\"\"", '"""'),
    "kotlin": r"""
        val c = «'"'»; val d = «'\''»; val s = «"a\"b ${f("it's // two")} $three"»
        ⟪/* "x" /* nested */ it's */⟫ val t = «\"\"\"a "quoted" // line
            ${g} \"\"\""»; ⟪// 'y"⟫""".replace(r"\"\"\"", '"""'),
    "scala": r"""
        val c = «'"'», d = «'\''», e = 'sym; val s = «"a\"b"» + s«"one ${f("it's // two")} three"»
        ⟪/* "x" /* nested */ it's */⟫ t = «\"\"\"a "quoted" // line
            ${g} \"\"\""»; ⟪// 'y"⟫""".replace(r"\"\"\"", '"""'),
    "shell": r"""
        a=«'it is # "one'»; b=${#a} c#d \" ⟪# "two'⟫ §
        e=«"x \" $(»f «"y"» | g «'"'»«)/z ${h:-"i"}"» «$'j\'k'»; «<<-'END' | l "m"
it's "here" # too
  END of it
END» §
        n <<< «"o"» >&2;⟪# p⟫""",
}


def parted(sample: str) -> tuple[bytes, list[tuple[int, int, str]]]:
    """A sample without its marks, and what they say: first byte, the one after the last, kind."""
    marks = {"«": "string", "⟪": "comment"}
    text, places, start, kind = b"", [], 0, ""
    for piece in re.split("([«»⟪⟫§])", sample):
        if piece in marks:
            start, kind = len(text), marks[piece]
        elif piece in ("»", "⟫"):
            places.append((start, len(text), kind))
        elif piece != "§":
            text += piece.encode()
    return text, places


@pytest.mark.parametrize("language", SAMPLES)
def test_comments_and_strings_are_where_they_are_marked(language: str) -> None:
    text, places = parted(SAMPLES[language].replace(" §", ""))
    stands = lexical_of(language).stands(text)
    found = list(zip(stands.starts, stands.ends, stands.kinds, strict=True))
    assert [(text[start:end], kind) for start, end, kind in found] == [(text[s:e], k) for s, e, k in places]


def test_every_language_has_rules_of_its_own_or_inherits_some() -> None:
    assert [name for name in load_languages().by_name if lexical_of(name) is None] == []
    assert lexical_of("") is None
    assert lexical_of("unheard-of") is None


@given(st.sampled_from(sorted(SAMPLES)), st.text("ab\"'`/*#\\\n${}<?>-_=R(", max_size=80))
def test_whatever_the_text_each_byte_has_one_place(language: str, text: str) -> None:
    blob = text.encode()
    stands = lexical_of(language).stands(blob)
    edges = [edge for pair in zip(stands.starts, stands.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(blob) for edge in edges)
    kinds = [stands.at(offset) for offset in range(len(blob))]
    for wanted in ({"code"}, {"string"}, {"comment", "string"}, {"code", "comment"}):
        for offset in range(len(blob)):
            after = (at for at in range(offset + 1, len(blob)) if kinds[at] in wanted)
            assert stands.next(offset, wanted, len(blob)) == next(after, len(blob))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("comment: ['(']", "unterminated subpattern"), ("comments: ['#']", "unknown field `comments`"), ("- a", "object")],
)
def test_wrong_rules_name_the_file_and_what_is_wrong(tmp_path: Path, text: str, wrong: str) -> None:
    file = tmp_path / "lexical.yaml"
    file.write_text(text)
    with pytest.raises(LanguageError, match=wrong) as caught:
        load_lexical(file)
    assert str(file) in str(caught.value)
