"""Names as people type them."""

from __future__ import annotations

import pytest

from codelens.errors import UsageError
from codelens.index.names import initials_of, words_of
from codelens.query.names.fuzzy import distance
from codelens.query.names.pattern import parse_name, qualifies


@pytest.mark.parametrize(
    ("text", "base", "qualifiers", "prefix"),
    [
        ("Pod", "Pod", (), False),
        (" Pod ", "Pod", (), False),
        ("PodSp*", "PodSp", (), True),
        ("Server.Run", "Run", ("Server",), False),
        ("(*Server).Run", "Run", ("Server",), False),
        ("(*Server[T]).Run", "Run", ("Server",), False),
        ("v1.Pod", "Pod", ("v1",), False),
        ("k8s.io/api/core/v1.Pod", "Pod", ("k8s", "io", "api", "core", "v1"), False),
        ("ns::Class::method", "method", ("ns", "Class"), False),
        ("Foo->bar", "bar", ("Foo",), False),
        ("App\\Models\\User", "User", ("App", "Models"), False),
        ("Class#method", "method", ("Class",), False),
        ("Outer$Inner", "Inner", ("Outer",), False),
        ("a..b", "b", ("a",), False),
        ("run()", "run", (), False),
        ("$this", "this", (), False),
    ],
)
def test_a_name_is_its_last_part_and_what_qualifies_it(
    text: str, base: str, qualifiers: tuple[str, ...], prefix: object
) -> None:
    pattern = parse_name(text)
    assert (pattern.base, pattern.qualifiers, pattern.prefix) == (base, qualifiers, prefix)


@pytest.mark.parametrize("text", ["", "  ", "*", "...", "::", "()", "[x]"])
def test_what_holds_no_name_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="holds no name; type one, such as"):
        parse_name(text)


@pytest.mark.parametrize(
    ("qualifiers", "package", "scope", "fits"),
    [
        (("server",), "", ("Server",), True),
        (("v1",), "k8s.io/api/core/v1", (), True),
        (("core", "v1"), "k8s.io/api/core/v1", (), True),
        (("api", "v1"), "k8s.io/api/core/v1", (), False),
        (("v1",), "k8s.io/api/core/v1", ("Pod",), True),
        (("v1", "Pod"), "k8s.io/api/core/v1", ("Pod",), True),
        (("Inner",), "", ("Outer", "Inner"), True),
        (("Outer",), "", ("Outer", "Inner"), False),
        (("Pod",), "k8s.io/pod", (), True),
        (("od",), "", ("Pod",), False),
        (("A", "B"), "", ("A::B",), True),
    ],
)
def test_qualifiers_are_the_last_parts_of_package_and_scope(
    qualifiers: tuple[str, ...], package: str, scope: tuple[str, ...], fits: object
) -> None:
    assert qualifies(qualifiers, (package,), scope) is fits


@pytest.mark.parametrize(
    ("name", "words", "initials"),
    [
        ("NewSharedInformerFactory", ["new", "shared", "informer", "factory"], "nsif"),
        ("NewHTTPServer", ["new", "http", "server"], "nhs"),
        ("snake_case_name", ["snake", "case", "name"], "scn"),
        ("SCREAMING_CASE", ["screaming", "case"], ""),
        ("v1beta2", ["v", "1", "beta", "2"], "v1b2"),
        ("Gr\xf6\xdfe", ["gr", "\xf6\xdf", "e"], "g\xf6e"),
        ("__", [], ""),
    ],
)
def test_a_name_is_taken_apart_into_words_and_initials(name: str, words: list[str], initials: str) -> None:
    assert words_of(name) == words
    assert initials_of(words) == initials


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("pod", "pod", 0), ("pod", "pdo", 1), ("pod", "pods", 1), ("pod", "pd", 1), ("pod", "pad", 1), ("pod", "xyz", 3)],
)
def test_distance_counts_edits_and_gives_up_after_the_most(one: str, other: str, edits: int) -> None:
    assert distance(one, other, 2) == min(edits, 3)
    assert distance(other, one, 2) == min(edits, 3)
