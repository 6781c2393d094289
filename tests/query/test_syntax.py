"""The whole query language as one table: a query and its tree, or None and the column at which it must fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import QueryError
from codelens.query.plan import Alternative, Mode, alternatives, mode_of
from codelens.query.syntax import is_left_out, parse, parse_typed
from codelens.query.tree import And, Field, Name, Not, Or, Query, Relation, RelationKind, Sort, Text, Tree, leaves

KINDS, USES = {"struct", "function", "type"}, {"call", "type", "import"}


def name(text: str) -> Query:
    return Query(Name(text))


def literal(text: str) -> Query:
    return Query(Text(text, regex=False))


def regex(text: str) -> Query:
    return Query(Text(text, regex=True))


def both(*trees: Tree, **settings: object) -> Query:
    return Query(And(trees), **settings)  # type: ignore[arg-type]


POD, JOB = Name("Pod"), Name("Job")
ROWS: list[tuple[str, Query | None, int]] = [
    # names
    ("Pod", name("Pod"), 0),
    ("  Pod\t", name("Pod"), 0),
    ("name:Pod", name("Pod"), 0),
    ("NAME:Pod", name("Pod"), 0),
    ('name:"Pod"', name("Pod"), 0),
    ("Shared Informer", both(Name("Shared"), Name("Informer")), 0),
    ("PodSp*", name("PodSp*"), 0),
    ("k8s.io/api/core/v1.Pod", name("k8s.io/api/core/v1.Pod"), 0),
    ("std::vector", name("std::vector"), 0),
    ("::vector", name("::vector"), 0),
    ("name:std::vector", name("std::vector"), 0),
    ("(*Server).Run", name("(*Server).Run"), 0),
    ("(Server).Run", name("(Server).Run"), 0),
    ("Run()", name("Run()"), 0),
    ("Server.Run(0xc0, 0x1)", name("Server.Run(0xc0, 0x1)"), 0),
    ("Foo->bar", name("Foo->bar"), 0),
    ("App\\Models\\User", name("App\\Models\\User"), 0),
    ("it's", name("it's"), 0),
    ("Gr\xfc\xdfe", name("Gr\xfc\xdfe"), 0),
    ("a/b", name("a/b"), 0),
    ("/usr/bin", name("/usr/bin"), 0),
    ("/etc/kubernetes/", name("/etc/kubernetes/"), 0),
    ("Foo:", name("Foo:"), 0),
    ("--data-dir", name("--data-dir"), 0),
    ("order", name("order"), 0),
    ("name:/^New.*er$/", Query(Name("^New.*er$", regex=True)), 0),
    # text
    ('"took too long"', literal("took too long"), 0),
    ('"a \\"quoted\\" word"', literal('a "quoted" word'), 0),
    ('"a back\\\\slash and \\n"', literal("a back\\slash and \\n"), 0),
    ('"kind:struct"', literal("kind:struct"), 0),
    ('"or"', literal("or"), 0),
    ('"(a or b)"', literal("(a or b)"), 0),
    ("text:word", literal("word"), 0),
    ("text:or", literal("or"), 0),
    ('text:"two words"', literal("two words"), 0),
    ('"one" "two"', both(Text("one", regex=False), Text("two", regex=False)), 0),
    ("/to+k/", regex("to+k"), 0),
    ("/a b/", regex("a b"), 0),
    ("/(a|b) c/", regex("(a|b) c"), 0),
    (r"/a\/b/", regex("a/b"), 0),
    ("text:/x/", regex("x"), 0),
    ("/[[]x/", regex("[[]x"), 0),
    # fields
    ("kind:struct", Query(Field("kind", "struct")), 0),
    ("Kind:struct Pod", both(Field("kind", "struct"), POD), 0),
    ("Pod repo:a repo:b", both(POD, Field("repo", "a"), Field("repo", "b")), 0),
    ('file:"a b.go"', Query(Field("file", "a b.go")), 0),
    ("file:*.go", Query(Field("file", "*.go")), 0),
    (r"file:/_test\.go$/", Query(Field("file", r"/_test\.go$/")), 0),
    ("scope:Server.Run", Query(Field("scope", "Server.Run")), 0),
    ("Pod role:reference rev:v1", both(POD, Field("role", "reference"), Field("rev", "v1")), 0),
    ('"x" in:comment', both(Text("x", regex=False), Field("in", "comment")), 0),
    # relations
    ("calls:Errorf", Query(Relation(RelationKind.CALLS, "Errorf")), 0),
    ("calledby:Server.Run", Query(Relation(RelationKind.CALLED_BY, "Server.Run")), 0),
    ("implements:Plugin kind:struct", both(Relation(RelationKind.IMPLEMENTS, "Plugin"), Field("kind", "struct")), 0),
    ('imports:"net/http"', Query(Relation(RelationKind.IMPORTS, "net/http")), 0),
    # settings
    ("case:yes Pod", Query(POD, case=True), 0),
    ("Pod case:no", Query(POD, case=False), 0),
    ("Pod sort:path limit:5", Query(POD, sort=Sort.PATH, limit=5), 0),
    ("Pod or Job case:yes", Query(Or((POD, JOB)), case=True), 0),
    # negation
    ("Pod -file:test", both(POD, Not(Field("file", "test"))), 0),
    ('Pod -file:"a b"', both(POD, Not(Field("file", "a b"))), 0),
    ("-lang:x Pod -kind:field", both(Not(Field("lang", "x")), POD, Not(Field("kind", "field"))), 0),
    ("-Pod", Query(Not(POD)), 0),
    ('Pod -"text"', both(POD, Not(Text("text", regex=False))), 0),
    ("Pod -/re/", both(POD, Not(Text("re", regex=True))), 0),
    ("Pod -calls:Lock", both(POD, Not(Relation(RelationKind.CALLS, "Lock"))), 0),
    ("Pod -(a or b)", both(POD, Not(Or((Name("a"), Name("b"))))), 0),
    # or, and groups
    ("Pod or Job", Query(Or((POD, JOB))), 0),
    ("Pod OR Job", Query(Or((POD, JOB))), 0),
    ("Pod or Job kind:struct", Query(Or((POD, And((JOB, Field("kind", "struct")))))), 0),
    ("(Pod or Job) kind:struct", both(Or((POD, JOB)), Field("kind", "struct")), 0),
    ("( Pod or Job )", Query(Or((POD, JOB))), 0),
    ("(Pod)", name("Pod"), 0),
    ("((Pod))", name("Pod"), 0),
    ("(repo:a or repo:b) Pod", both(Or((Field("repo", "a"), Field("repo", "b"))), POD), 0),
    ("(Run() or Stop())", Query(Or((Name("Run()"), Name("Stop()")))), 0),
    ("(a(b) c)", both(Name("a(b)"), Name("c")), 0),
    ("(/x(y)/ or z)", Query(Or((Text("x(y)", regex=True), Name("z")))), 0),
    # what must fail
    ("", None, 0),
    ("   ", None, 0),
    ("case:yes", None, 0),
    ("kind:", None, 5),
    ("Pod kind:  ", None, 9),
    ("Pod kind: struct", None, 9),
    ("(Pod kind:)", None, 10),
    ("knd:struct", None, 0),
    ("Pod  knd:struct", None, 5),
    ("Pod -knd:struct", None, 5),
    ('Pod "open', None, 4),
    ('text:"open', None, 5),
    ('"ends in a backslash\\"', None, 0),
    ('""', None, 0),
    ('kind:""', None, 5),
    ("Pod -", None, 4),
    ("Pod - Job", None, 4),
    ("Pod -case:yes", None, 4),
    ("(Pod case:yes)", None, 5),
    ("case:maybe Pod", None, 5),
    ("Pod sort:size", None, 9),
    ("Pod limit:0", None, 10),
    ("Pod limit:many", None, 10),
    ("Pod limit:99999999999999999999", None, 10),
    ("Pod role:definer", None, 9),
    ("Pod in:strings", None, 7),
    ("kind:/x/", None, 5),
    ("calls:/x/", None, 6),
    ("or Pod", None, 0),
    ("Pod or", None, 4),
    ("Pod or or Job", None, 4),
    ("(Pod or) Job", None, 5),
    ("(Pod", None, 0),
    ("a (b (c)", None, 2),
    ("Pod)", None, 3),
    ("()", None, 0),
    ("Pod ( )", None, 4),
    ("(" * 60 + "a" + ")" * 60, None, 50),
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


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("knd:x", "did you mean kind: ?"),
        ("call:x", "did you mean calls: ?"),
        ("zzz:x", "there are name, text, kind, role"),
        ("Pod role:defnition", "did you mean definition?"),
    ],
)
def test_an_unknown_word_names_the_nearest_or_all(text: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert hint in str(caught.value)


@given(st.text(max_size=40) | st.text(alphabet='ab-()":/ or', max_size=30))
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        assert 0 <= error.column <= len(text)  # noqa: PT017 - a text may be a query as well
    else:
        assert leaves(query.tree)


@pytest.mark.parametrize(
    ("word", "is_part"),
    [
        ("-file:test", True),
        ('-"text"', True),
        ("-/re/", True),
        ("-(a", True),
        ("-calls:Lock", True),
        ("-Pod", True),
        ("-f", False),
        ("--limit", False),
        ("-n5", False),
        ("-x:y", False),
    ],
)
def test_what_is_left_out_is_no_option(word: str, is_part: bool) -> None:  # noqa: FBT001
    assert is_left_out(word) is is_part


def planned(text: str) -> list[Alternative]:
    return alternatives(parse(text), text)


def test_groups_become_alternatives() -> None:
    kind = Field("kind", "struct")
    assert planned("(Pod or Job) kind:struct") == [Alternative((POD, kind)), Alternative((JOB, kind))]
    assert planned("Pod -(kind:struct or Job)") == [Alternative((POD,), (kind, JOB))]
    assert planned("Pod -(kind:struct Job)") == [Alternative((POD,), (kind,)), Alternative((POD,), (JOB,))]
    assert planned("Pod -(-Job)") == [Alternative((POD, JOB))]


@pytest.mark.parametrize("text", ["-Pod", "-(Pod or Job)", "Pod or -Job", "-file:test case:yes"])
def test_a_query_that_only_leaves_out_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="only something to leave out"):
        planned(text)


def test_too_many_alternatives_are_refused_before_they_are_made() -> None:
    with pytest.raises(QueryError, match="more than 100 alternatives"):
        planned(" ".join(["(a or b)"] * 60))


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Pod", Mode.DEFINITIONS),
        ("kind:struct", Mode.DEFINITIONS),
        ("kind:type", Mode.DEFINITIONS),
        ("calls:Errorf", Mode.DEFINITIONS),
        ("scope:Server", Mode.DEFINITIONS),
        ("Pod imports:fmt", Mode.DEFINITIONS),
        ("role:definition file:x", Mode.DEFINITIONS),
        ("Pod role:reference", Mode.REFERENCES),
        ("Pod kind:call", Mode.REFERENCES),
        ("imports:fmt", Mode.REFERENCES),
        ('"text"', Mode.LINES),
        ('Pod "text"', Mode.LINES),
        ("/text/ kind:function", Mode.LINES),
        ("repo:a file:x", Mode.FILES),
    ],
)
def test_an_alternative_has_the_mode_of_what_it_asks_for(text: str, mode: Mode) -> None:
    assert mode_of(planned(text)[0], KINDS, USES) is mode


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ('"took', '"took"'),
        ('kind:function "took too', 'kind:function "took too"'),
        ("(Pod or Node", "(Pod or Node)"),
        ('(Pod or "took too', '(Pod or "took too")'),
        ("Pod", "Pod"),
    ],
)
def test_what_is_still_open_in_a_query_that_is_typed_is_closed_at_its_end(typed: str, whole: str) -> None:
    assert parse_typed(typed) == (parse(whole), whole)


@pytest.mark.parametrize("typed", ['"', '"to', "(", "kind:nothing) Pod", '"took" or ('])
def test_what_is_too_short_to_be_looked_for_stays_an_error(typed: str) -> None:
    with pytest.raises(QueryError):
        parse_typed(typed)
