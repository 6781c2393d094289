"""What a second reading sees of a text that a preprocessor chooses from, and which language a header is in."""

from __future__ import annotations

import re

import pytest

from codelens.extract.branches import preprocessed
from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages

LANGUAGES = load_languages()
C = LANGUAGES.by_name["c"]
LINES = C.branches


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("#if A\nx\n#else\ny\n#endif\nz", "x z"),
        ("#if A\nx\n#elif B\ny\n#elif C\nw\n#else\nv\n#endif\nz", "x z"),
        ("#if 0\nx\n#else\ny\n#endif\nz", "y z"),
        ("#if 0\nx\n#elif B\ny\n#else\nw\n#endif\nz", "y z"),
        ("#ifdef A\n# if B\nx\n# else\ny\n# endif\n#else\n# if C\nw\n# endif\n#endif\nz", "x z"),
        ("#if A && \\\n  B\nx\n#endif", "x"),
        ("#endif\nx\n#else\ny", "x y"),
        ("x\ny", "x y"),
    ],
)
def test_the_first_branch_of_each_choice_stays(text: str, kept: str) -> None:
    assert LINES
    blanked, _ = preprocessed(text.encode(), LINES, None)
    assert len(blanked) == len(text)
    assert blanked.decode().split() == kept.split()


def test_what_was_blanked_is_told() -> None:
    assert LINES
    text = b"a\n#if X\nb\n#else\nc\n#endif\nd"
    blanked, dropped = preprocessed(text, LINES, None)
    assert all(text[start:end].strip() and not blanked[start:end].strip() for start, end in dropped)
    assert [text[start:end] for start, end in dropped] == [b"#if X", b"#else", b"\nc\n#endif"]


def test_noise_that_is_a_part_of_a_name_is_read_as_one() -> None:
    assert LINES
    noise = re.compile(rb"^@.*@$|(?P<word>@[^@]*@)", re.MULTILINE)
    blanked, _ = preprocessed(b"@gone@\nname-@ a b @-x\n", LINES, noise)
    assert blanked == b"      \nname-xxxxxxx-x\n"


def test_what_the_dropped_branch_defines_is_found_too() -> None:
    choice = b"#if A\nint f(int a) {\n#else\nstatic int old;\nint f(void) {\n#endif\n"
    text = choice + b"  return 1;\n}\nint g(void) { return f(); }\n"
    names = [definition.name for definition in extract(text, C, LANGUAGES.captures).definitions]
    assert names.count("g") == 1
    assert {"f", "g"} <= set(names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (b"struct a { int b; };\n", "c"),
        (b"/* a class of\n * namespace things */\nint f(void);\n", "c"),
        (b'#ifdef __cplusplus\nextern "C" {\n#endif\nint f(void);\n', "c"),
        (b"class A {\n};\n", "cpp"),
        (b"class A;\n", "cpp"),
        (b"class API_EXPORT A : public B {\n};\n", "cpp"),
        (b"namespace a {\n}\n", "cpp"),
        (b"namespace a::b\n{\n}\n", "cpp"),
        (b"template <typename T> T f(T);\n", "cpp"),
        (b"#include <vector>\n", "cpp"),
        (b"#include <string.h>\n", "c"),
    ],
)
def test_a_header_is_in_the_language_that_its_text_tells(text: bytes, name: str) -> None:
    language = LANGUAGES.of_blob(text, LANGUAGES.of_path("include/a.h"))
    assert language
    assert language.name == name
