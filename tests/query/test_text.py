"""Text search finds exactly the lines that a search through every file finds: the words only narrow, never hide."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
from codelens.errors import RegexError
from codelens.query.regexes import compile_regex
from codelens.query.syntax import Text
from codelens.query.text import finding as text_module
from codelens.query.text.matching import matcher_of

if TYPE_CHECKING:
    from pathlib import Path

LONG = "".join(f"{number:x}" for number in range(200))
MAIN: dict[str, bytes | str] = {
    "a.go": 'package a\n\n// took too long: x = y.\nfunc A(x int) { log.Printf("took too long %d", x) }\n',
    "b.go": "package a\n\nfunc TookTooLong() error { return errLONG }\n\nvar b = a.b[1]\n",
    "c.py": "def took():\n    return 'to' 'ok'  # a b c\n\n\n\nx = 1\n",
    "crlf.py": b"one = 1\r\ntwo = 2\r\n",
    "latin.txt": "Stra\xdfe, caf\xe9\n".encode("latin-1"),
    "utf8.txt": "Stra\xdfe, caf\xe9, \u65e5\u672c\u8a9e\n",
    "words.txt": f"the quick brown fox\n{LONG}\n  e = mc2; z.\n-- --\n",
    "code.c": f'char *s = "{LONG[:120]}";\nint f(int x){{return x<<2;}}\n',
    "last.txt": "no end of line, long",
    "empty.txt": "",
    "binary.bin": b"took too long\0",
    "large.txt": b"took too long\n" * 160_000,
    "wide.py": b"took = 'too long';" * 2000,
}
FILES = {"main": MAIN}
READ = {
    path: c.encode() if isinstance(c, str) else c
    for path, c in MAIN.items()
    if path not in ("binary.bin", "large.txt", "wide.py")
}


def brute(pattern: re.Pattern[bytes]) -> set[tuple[str, int]]:
    """Every line in which a match starts."""
    return {
        (path, content.count(b"\n", 0, found.start()) + 1)
        for path, content in READ.items()
        for found in pattern.finditer(content)
        if found.start() < len(content) or (not content.endswith(b"\n") and content)
    }


def brute_lines(pattern: re.Pattern[bytes]) -> set[tuple[str, int]]:
    """Every line in which an expression matches, put to each of them alone."""
    return {
        (path, number)
        for path, content in READ.items()
        for number, line in enumerate(content.removesuffix(b"\n").split(b"\n") if content else [], 1)
        if pattern.search(line.removesuffix(b"\r")) or pattern.search(line)
    }


def found(answer: object) -> set[tuple[str, int]]:
    places = [(match.place.path, match.range.line + 1) for match in answer.matches]
    assert len(places) == len(set(places)) == answer.total
    return set(places)


SUBSTRINGS = st.sampled_from(sorted(READ)).flatmap(
    lambda path: st.tuples(st.integers(0, max(len(READ[path]) - 1, 0)), st.integers(1, 90)).map(
        lambda cut: READ[path][cut[0] : cut[0] + cut[1]]
    )
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(literal=SUBSTRINGS, case=st.booleans())
def test_any_part_of_any_file_is_found_on_exactly_its_lines(home: Path, literal: bytes, case: bool) -> None:  # noqa: FBT001
    if not literal:
        return
    answer = corpus.find(home, literal.decode("utf-8", "surrogateescape"), case=case)
    # Looked ahead for, because a text that holds a line's end may start in a line that the match before it reaches.
    wherever = re.compile(b"(?=%s)" % re.escape(literal), 0 if case else re.IGNORECASE)
    assert found(answer) == brute(wherever)


@pytest.mark.parametrize(
    "literal",
    [
        "took",
        "ook",
        "too",
        "oo l",
        "k t",
        "x",
        "= y",
        "x = y",
        ".",
        "a.b",
        "b[1]",
        "mc2",
        "c2;",
        "z.",
        "--",
        "err",
        "rrLO",
        "LONG",
        "long",
        LONG[:64],
        LONG[1:65],
        LONG[70:90],
        LONG[-5:],
        LONG,
        "\u672c",
        "caf",
        "2\r",
        "x<<2",
        "nowhere",
        "f(int x)",
    ],
)
@pytest.mark.parametrize("case", [True, False])
def test_literals_at_the_edges_of_words_and_inside_them(home: Path, literal: str, case: object) -> None:
    pattern = re.compile(re.escape(literal.encode()), 0 if case else re.IGNORECASE)
    assert found(corpus.find(home, literal, case=case)) == brute(pattern)


@pytest.mark.parametrize("regex", ["to+k", "^x", r"\d+$", "t.o", "[Tt]ook", "a|b", r"\bx\b", r"(?i)LONG", r"\S+;", "$"])
def test_expressions_find_the_lines_where_a_match_starts(home: Path, regex: str) -> None:
    assert found(corpus.find(home, regex, regex=True)) == brute_lines(re.compile(regex.encode()))


def test_case_counts_when_the_text_has_capitals_and_escapes_are_none(home: Path) -> None:
    assert corpus.query(home, '"toolong"').total == 1
    assert corpus.query(home, '"tooLong"').total == 0
    assert corpus.query(home, '"toolong" case:yes').total == 0
    assert corpus.query(home, '"TOOLONG" case:no').total == 1
    assert corpus.query(home, r"/took\Stoo/").total == 0
    assert corpus.query(home, r"/tooktoo\S+/").total == 1


def test_several_texts_must_all_stand_in_the_file_and_each_gives_its_lines(home: Path) -> None:
    both = corpus.find(home, "took", "package")
    assert {match.place.path for match in both.matches} == {"a.go"}
    assert {match.range.line for match in both.matches} == {0, 2, 3}


def test_the_total_counts_what_the_limit_leaves_out(home: Path) -> None:
    answer = corpus.find(home, "a", limit=2)
    assert len(answer.matches) == 2
    assert answer.total == len(brute(re.compile(b"a")))


def test_what_is_skipped_whole_is_not_searched_whatever_the_text(home: Path) -> None:
    for text in ("took too long", "oo", "t", ";"):
        assert not {"binary.bin", "large.txt", "wide.py"} & {
            match.place.path for match in corpus.find(home, text).matches
        }


def test_a_match_names_its_column_in_bytes_and_the_definition_around_it(home: Path) -> None:
    (match,) = [each for each in corpus.find(home, "too long %d").matches if each.place.path == "a.go"]
    assert (match.range.line, match.range.column, match.symbol) == (3, 33, "A")
    (match,) = corpus.find(home, "\u672c").matches
    assert match.range.column == len("Stra\xdfe, caf\xe9, \u65e5".encode())


@pytest.mark.parametrize("regex", [r"(\w+\s?)+(\w+\s?)+(\w+\s?)+#", "(a*)*b", "(x+x+)+y"])
def test_an_expression_that_would_backtrack_for_ever_is_answered_whole(home: Path, regex: str) -> None:
    answer = corpus.find(home, regex, regex=True)
    assert not answer.truncated
    assert not answer.notes


def test_what_takes_too_long_stops_and_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "_MOST_SECONDS", 0.0)
    answer = corpus.find(home, ".", regex=True)
    assert answer.truncated
    assert answer.notes == ["stopped after 0 s; narrow it with repo: lang: or file:"]


def test_what_matches_everything_stops_after_so_many_lines_and_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = corpus.find(home, ".", regex=True)
    assert not everything.truncated
    monkeypatch.setattr(text_module, "_MOST_LINES", 5)
    answer = corpus.find(home, ".", regex=True)
    assert answer.truncated
    assert 5 < answer.total == len(answer.matches) < everything.total
    assert answer.notes == [f"stopped after {answer.total} lines; narrow it with repo: lang: or file:"]


# Pieces of expressions: what they mean for Python and for RE2 is the same, on text of ASCII and beside it.
PIECES = st.sampled_from(
    [
        "took",
        "T",
        "oo",
        "lo",
        "ng",
        "x",
        " ",
        "=",
        "too long",
        "b[1]",
        "c2",
        LONG[60:70],
        "stra",
        "caf",
        "\u65e5",
        "return",
    ]
).map(re.escape)
ATOMS = st.one_of(PIECES, st.sampled_from([".", r"[a-z]", r"[^a-z]", "[Tt]", "[ =]", r"\s", r"\S", r"\d", "(?i:K)"]))
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "*?"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
        inner.map(lambda one: f"^{one}"),
        inner.map(lambda one: f"{one}$"),
        inner.map(lambda one: rf"\b{one}"),
        inner.map(lambda one: rf"{one}\b"),
        inner.map(lambda one: f"(?i:{one})"),
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(regex=EXPRESSIONS, case=st.booleans())
def test_narrowing_by_words_hides_no_match_of_an_expression(home: Path, regex: str, case: bool) -> None:  # noqa: FBT001
    pattern = compile_regex(regex, folded=not case)
    every = {
        (path, content.count(b"\n", 0, start) + 1)
        for path, content in READ.items()
        for start, _, _ in matcher_of(Text(regex, regex=True), case).lines(content)
    }
    assert {path for path, content in READ.items() if pattern.search(content)} >= {path for path, _ in every}
    assert found(corpus.find(home, regex, regex=True, case=case)) == every


@pytest.mark.parametrize(
    ("regex", "lines"),
    [
        (r"= 1$", {("crlf.py", 1), ("c.py", 6)}),
        (r"^two = \d$", {("crlf.py", 2)}),
        (r"^$", {("a.go", 2), ("b.go", 2), ("b.go", 4), ("c.py", 3)}),
        (r"1\s+two", set()),
        (r"fox\n", None),
    ],
)
def test_an_expression_is_put_to_one_line_whatever_ends_it(
    home: Path, regex: str, lines: set[tuple[str, int]] | None
) -> None:
    if lines is None:
        with pytest.raises(RegexError, match="never leaves its line"):
            corpus.find(home, regex, regex=True)
        return
    answer = corpus.find(home, regex, regex=True)
    assert found(answer) >= lines
    assert bool(answer.total) == bool(lines)
    assert not any(match.signature.endswith("\r") or match.name.endswith("\r") for match in answer.matches)


@pytest.mark.parametrize(
    ("typed", "there"), [("KELVIN", "\u212aelvin"), ("stra\u017fe", "STRASE"), ("\xc9t\xe9", "\xe9T\xc9")]
)
def test_case_is_that_of_all_letters_not_only_of_ascii(tmp_path: Path, typed: str, there: str) -> None:
    corpus.index(
        corpus.write(tmp_path / "main", {"a.txt": f"one {there} two\n", "b.txt": "nothing\n"}), tmp_path / "home"
    )
    for text in (typed, f"{typed} t", f"e {typed}", f" {typed} "):
        assert corpus.find(tmp_path / "home", text, case=False).total == 1
        assert corpus.find(tmp_path / "home", text, regex=True, case=False).total == 1
        assert corpus.find(tmp_path / "home", text, case=True).total == 0


def test_a_thread_that_gets_no_signals_can_search(home: Path) -> None:
    totals: list[int] = []
    thread = threading.Thread(target=lambda: totals.append(corpus.find(home, "took").total))
    thread.start()
    thread.join()
    assert totals == [corpus.find(home, "took").total]
