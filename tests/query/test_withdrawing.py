"""A question that is withdrawn ends at a checkpoint, and the session answers the next one as a fresh one would."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codelens.errors import WithdrawnError
from codelens.locations import Home
from codelens.query.filters import Filters
from codelens.query.following import follows, subject_written
from codelens.query.operations import OPERATIONS, Question
from codelens.query.recipes.library import Recipes
from codelens.query.recipes.running import run_recipe
from codelens.query.search import search
from codelens.query.session import Session
from codelens.query.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


FILES = {
    "harbor": {
        "go.mod": "module example.org/harbor\n",
        "dock/dock.go": (
            "package dock\n\n// Mooring holds a ship.\ntype Mooring interface {\n\tTie(name string) error\n}\n\n"
            "// Cleat is a mooring.\ntype Cleat struct{ Rope }\n\ntype Rope struct{}\n\n"
            "func (r *Rope) Tie(name string) error {\n\treturn knot(name)\n}\n\n"
            'func knot(name string) error {\n\treturn errorf("tying %s failed", name)\n}\n\n'
            "func errorf(text string, args ...any) error { return nil }\n"
        ),
        "quay/quay.go": (
            'package quay\n\nimport "example.org/harbor/dock"\n\n'
            "// Land ties a ship to the quay.\nfunc Land(m dock.Mooring) error {\n\treturn m.Tie(first())\n}\n\n"
            'func first() string { return "a ship" }\n\n'
            "func Main() {\n\tc := &dock.Cleat{}\n\t_ = Land(c)\n}\n"
        ),
    },
    "lantern": {f"p{number}/lamp.py": f"def lamp{number}():\n    return light({number})\n" for number in range(12)},
}
QUERIES = (
    "Mooring",
    "Moring",
    "lmp",
    "lamp sort:name",
    "kind:function",
    "/^la/",
    '"tying"',
    "/[a-z]+ing .*failed/",
    'in:comment "a ship"',
    '"tying of a ship has failed"',
    "role:reference Tie",
    "calls:Tie or calledby:Main",
    "implements:Mooring",
    "imports:dock",
    "file:lamp",
    "scope:Rope kind:method",
)
NAMES = ("Rope.Tie", "Land", "Mooring", "lamp3", "Nothing")
PLACES = ("dock/dock.go:13:10", "quay/quay.go:7:11", "quay/quay.go:13:14", "p3/lamp.py:2:12")
QUESTIONS = [
    *(("search", text) for text in QUERIES),
    *((operation, name) for operation in OPERATIONS if operation != "call-path" for name in NAMES),
    *((f"follow {each.name}", place) for each in follows() for place in PLACES),
    ("recipe", "Land"),
]
RECIPE = """name: around
question: What is around a function?
when: Always.
topics: [calls]
parameters:
  - {name: symbol, type: symbol, meaning: The function., example: Land}
steps:
  - {id: it, title: It, where-defined: "{symbol}"}
  - {title: Its callers, callers: "{it.symbol}"}
  - {title: Its text, search: '"{symbol}"'}
"""
MOST = 40  # checkpoints of a question at which it is withdrawn


class Withdrawing:
    """A checkpoint that raises when it is called for the n-th time."""

    def __init__(self) -> None:
        self.left = -1
        self.count = 0

    def __call__(self) -> None:
        self.count += 1
        self.left -= 1
        if self.left == 0:
            raise WithdrawnError


def ask(session: Session, question: tuple[str, str]) -> object:
    what, text = question
    if what == "search":
        return search(session, parse(text), text, Filters(), 20)
    if what == "recipe":
        recipes = Recipes({"around": session.home.folder / "around.yaml"})
        run = run_recipe(recipes.read("around"), {"symbol": [text]}, session, recipes)
        return [(each.title, each.answer, each.errors) for each in run.answers()]
    if what.startswith("follow "):
        subject = subject_written(session, text)
        assert subject is not None
        (way,) = [each for each in follows() if each.name == what.removeprefix("follow ")]
        return way.ask(session, subject, 20)
    return OPERATIONS[what](session, Question(text, to="knot", limit=20))


@pytest.fixture(scope="module")
def whole(home: Path) -> Callable[[tuple[str, str]], tuple[object, int]]:
    """What a fresh session answers, and at how many checkpoints it passes."""
    (home / "around.yaml").write_text(RECIPE)
    known: dict[tuple[str, str], tuple[object, int]] = {}

    def answered(question: tuple[str, str]) -> tuple[object, int]:
        if question not in known:
            checkpoint = Withdrawing()
            with closing(Session(Home(home), checkpoint=checkpoint)) as session:
                known[question] = ask(session, question), checkpoint.count
        return known[question]

    return answered


@pytest.mark.parametrize("question", [*QUESTIONS, ("call-path", "Main")], ids="-".join)
def test_a_question_withdrawn_at_any_checkpoint_leaves_the_session_whole(
    home: Path, whole: Callable[[tuple[str, str]], tuple[object, int]], question: tuple[str, str]
) -> None:
    expected, count = whole(question)
    assert count > 0
    for at in range(1, count + 1, max(1, count // MOST)):
        checkpoint = Withdrawing()
        with closing(Session(Home(home), checkpoint=checkpoint)) as session:
            checkpoint.left = at
            with pytest.raises(WithdrawnError):
                ask(session, question)
            assert ask(session, question) == expected


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), st.integers(1, 200)), min_size=1, max_size=6))
def test_whatever_was_withdrawn_before_the_next_answer_is_that_of_a_fresh_session(
    home: Path,
    whole: Callable[[tuple[str, str]], tuple[object, int]],
    withdrawn: list[tuple[tuple[str, str], int]],
) -> None:
    checkpoint = Withdrawing()
    with closing(Session(Home(home), checkpoint=checkpoint)) as session:
        for question, at in withdrawn:
            checkpoint.left = at
            with suppress(WithdrawnError):
                ask(session, question)
        checkpoint.left = -1
        for question, _ in withdrawn:
            assert ask(session, question) == whole(question)[0]
