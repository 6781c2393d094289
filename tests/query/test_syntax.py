"""The whole query language as one table: a query and its tree, or None and the column at which it must fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import QueryError
from codelens.query.syntax import Query, Text, parse

LITERAL, REGEX = False, True
ROWS: list[tuple[str, Query | None, int]] = [
    # names
    ("Pod", Query(names=("Pod",)), 0),
    ("  Pod\t", Query(names=("Pod",)), 0),
    ("name:Pod", Query(names=("Pod",)), 0),
    ("NAME:Pod", Query(names=("Pod",)), 0),
    ("Shared Informer", Query(names=("Shared", "Informer")), 0),
    ("PodSp*", Query(names=("PodSp*",)), 0),
    ("k8s.io/api/core/v1.Pod", Query(names=("k8s.io/api/core/v1.Pod",)), 0),
    ("std::vector", Query(names=("std::vector",)), 0),
    ("::vector", Query(names=("::vector",)), 0),
    ("name:std::vector", Query(names=("std::vector",)), 0),
    ("(*Server).Run", Query(names=("(*Server).Run",)), 0),
    ("Foo->bar", Query(names=("Foo->bar",)), 0),
    ("App\\Models\\User", Query(names=("App\\Models\\User",)), 0),
    ("it's", Query(names=("it's",)), 0),
    ("Gr\xfc\xdfe", Query(names=("Gr\xfc\xdfe",)), 0),
    ("a/b", Query(names=("a/b",)), 0),
    ("/usr/bin", Query(names=("/usr/bin",)), 0),
    ("Foo:", Query(names=("Foo:",)), 0),
    # text
    ('"took too long"', Query(texts=(Text("took too long", LITERAL),)), 0),
    ('"a \\"quoted\\" word"', Query(texts=(Text('a "quoted" word', LITERAL),)), 0),
    ('"a back\\\\slash and \\n"', Query(texts=(Text("a back\\slash and \\n", LITERAL),)), 0),
    ('"kind:struct"', Query(texts=(Text("kind:struct", LITERAL),)), 0),
    ("text:word", Query(texts=(Text("word", LITERAL),)), 0),
    ('text:"two words"', Query(texts=(Text("two words", LITERAL),)), 0),
    ('"one" "two"', Query(texts=(Text("one", LITERAL), Text("two", LITERAL))), 0),
    ("/to+k/", Query(texts=(Text("to+k", REGEX),)), 0),
    ("/a b/", Query(texts=(Text("a b", REGEX),)), 0),
    (r"/a\/b/", Query(texts=(Text("a/b", REGEX),)), 0),
    ("text:/x/", Query(texts=(Text("x", REGEX),)), 0),
    ("/[[]x/", Query(texts=(Text("[[]x", REGEX),)), 0),
    # fields
    ("kind:struct", Query(fields=(("kind", "struct"),)), 0),
    ("Kind:struct Pod", Query(names=("Pod",), fields=(("kind", "struct"),)), 0),
    ("Pod repo:a repo:b", Query(names=("Pod",), fields=(("repo", "a"), ("repo", "b"))), 0),
    ('file:"a b.go"', Query(fields=(("file", "a b.go"),)), 0),
    ("file:*.go", Query(fields=(("file", "*.go"),)), 0),
    ("Pod -file:test", Query(names=("Pod",), without=(("file", "test"),)), 0),
    ('Pod -file:"a b"', Query(names=("Pod",), without=(("file", "a b"),)), 0),
    ("-lang:x Pod -kind:field", Query(names=("Pod",), without=(("lang", "x"), ("kind", "field"))), 0),
    ("case:yes Pod", Query(names=("Pod",), case=True), 0),
    ("Pod case:no", Query(names=("Pod",), case=False), 0),
    (
        "Pod role:reference rev:v1 package:p",
        Query(("Pod",), (), (("role", "reference"), ("rev", "v1"), ("package", "p"))),
        0,
    ),
    # what must fail
    ("", None, 0),
    ("   ", None, 0),
    ("case:yes", None, 0),
    ("kind:", None, 5),
    ("Pod kind:  ", None, 9),
    ("Pod kind: struct", None, 9),
    ("knd:struct", None, 0),
    ("Pod  knd:struct", None, 5),
    ("Pod -knd:struct", None, 5),
    ('Pod "open', None, 4),
    ('text:"open', None, 5),
    ('""', None, 0),
    ('kind:""', None, 5),
    ("-Pod", None, 0),
    ('Pod -"text"', None, 4),
    ("Pod -role:reference", None, 4),
    ("Pod -repo:x", None, 4),
    ("Pod -case:yes", None, 4),
    ("case:maybe Pod", None, 0),
    ("/a(b/", None, 2),
    ("Pod /*/", None, 5),
    (r"/\u0041/", None, 1),
    (r"/\xe9\N{DASH}/", None, 5),
    ("/\xe9\xe9(/", None, 3),
    ("/a(?=b)/", None, 2),
    (r"/(a)\1/", None, 4),
    (r"/a\nb/", None, 2),
    ("/a{4294967296}/", None, 2),
    ("/(a{999}){1000}/", None, 9),
    (r"/(?:\pL{999}){1}\pL{999}\pL{999}\pL{999}/", None, 1),
]


@pytest.mark.parametrize(("text", "tree", "column"), ROWS, ids=[row[0][:40] or "nothing" for row in ROWS])
def test_a_query_is_its_tree_or_fails_at_its_column(text: str, tree: Query | None, column: int) -> None:
    if tree is not None:
        assert parse(text) == tree
        return
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.column == column
    assert f"column {column + 1}" in str(caught.value)


@pytest.mark.parametrize(("text", "hint"), [("knd:x", "did you mean kind: ?"), ("zzz:x", "there are name, kind, role")])
def test_an_unknown_field_names_the_nearest_or_all(text: str, hint: str) -> None:
    with pytest.raises(QueryError, match=hint.replace("?", r"\?")):
        parse(text)


@given(st.text(max_size=40))
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    try:
        tree = parse(text)
    except QueryError as error:
        assert 0 <= error.column <= len(text)  # noqa: PT017 - a text may be a query as well
    else:
        assert tree.names or tree.texts or tree.fields
