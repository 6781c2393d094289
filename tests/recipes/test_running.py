"""Running a recipe: a value can't inject, a step follows another, what is missing is said and the rest goes on."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from codelens.errors import NotIndexedError, UsageError
from codelens.locations import Home
from codelens.query.recipes.answers import chain_of
from codelens.query.recipes.expecting import by_step, disappointments
from codelens.query.recipes.library import Recipes, all_faults
from codelens.query.recipes.placeholders import fill, fill_query, placeholders
from codelens.query.recipes.recipe import Case
from codelens.query.recipes.running import run_recipe
from codelens.query.session import Session
from codelens.query.syntax import parse
from codelens.query.tree import And, Field, Name, Not, Or, Query, Text

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.query.recipes.answers import StepAnswer

TEXT = st.text(min_size=1, max_size=20)


@drawn(TEXT)
def test_a_value_never_becomes_another_term(value: str) -> None:
    values = {"name": (value,), "repo": (value,), "text": (value,)}
    filled = fill_query(parse('{name} "{text}" /a{2}{text}/ repo:{repo}'), values)
    assert filled is not None
    assert isinstance(filled.tree, And)
    name, literal, regex, repo = filled.tree.children
    assert (name, literal, repo) == (Name(value), Text(value, regex=False), Field("repo", value))
    assert isinstance(regex, Text)
    assert re.fullmatch(regex.pattern, "aa" + value)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("x repo:{none}", Name("x")),
        ("x -repo:{none}", Name("x")),
        ("x (repo:{none} or repo:b)", And((Name("x"), Field("repo", "b")))),
        ("x repo:{two}", And((Name("x"), Or((Field("repo", "a"), Field("repo", "b")))))),
        ("x -repo:{two}", And((Name("x"), Not(Or((Field("repo", "a"), Field("repo", "b"))))))),
        ("{one}{one}", Name("oo")),
        (r"/\{one\} x{2,3}/", Text(r"\{one\} x{2,3}", regex=True)),
        ("{none} repo:{two}", None),
        ("repo:{none}", None),
        ("(x repo:b) or ({none} repo:b)", And((Name("x"), Field("repo", "b")))),
        ('/{none}/ -"z" repo:b', None),
        ("kind:function -{none}", Field("kind", "function")),
        ("kind:function repo:{none}", Field("kind", "function")),
    ],
)
def test_what_is_not_given_drops_out_and_several_values_are_alternatives(query: str, tree: object) -> None:
    filled = fill_query(parse(query), {"none": (), "one": ("o",), "two": ("a", "b")})
    assert (None if filled is None else filled.tree) == tree


def test_settings_of_a_query_stay() -> None:
    assert fill_query(parse("x repo:{a} case:yes"), {"a": ()}) == Query(Name("x"), case=True)


def test_a_placeholder_begins_with_a_letter() -> None:
    assert [str(each) for each in placeholders([r"a{2} {a} {a-b.name} \{c} {2,3} {}"])] == ["a", "a-b.name"]
    assert fill("{a}-{b}", {"a": ("1", "2"), "b": ("3",)}) == ("1-3", "2-3")


HEAD = "name: r\nquestion: Q?\nwhen: W\ntopics: [calls]\n"


def answers(home: Path, folder: Path, text: str, limit: int | None = None, **given: object) -> list[StepAnswer]:
    file = folder / "r.yaml"
    file.write_text(HEAD + text)
    recipes = Recipes({"r": file})
    with closing(Session(Home(home))) as session:
        values = {name: (value,) if isinstance(value, str) else value for name, value in given.items()}
        run = run_recipe(recipes.recipe("r"), values, session, recipes, limit)
        assert run.missing == ()
        answered = list(run.answers())
        assert run.titles() == [each.title for each in answered]  # foretold, whatever the recipe is made of
        return answered


def found(answered: StepAnswer) -> list[str]:
    assert answered.answer is not None, answered
    return [f"{match.place.path}:{match.range.line + 1} {match.symbol}" for match in answered.answer.matches]


def test_a_step_is_asked_for_each_different_result_of_the_one_before(recipes_home: Path, tmp_path: Path) -> None:
    started, defined = answers(
        recipes_home,
        tmp_path,
        "steps:\n"
        "  - {id: s, title: One, search: '/exec\\.Command|Setpgid|syscall\\.Exec/ repo:harbor -file:test'}\n"
        "  - {title: Two, where-defined: '{s.symbol}', repo: '{s.repository}'}\n",
    )
    assert len(found(started)) == 3
    assert found(defined) == ["run/run.go:12 Start", "run/run.go:22 Become"]


def test_a_symbol_has_parts_and_so_has_what_a_step_found(recipes_home: Path, tmp_path: Path) -> None:
    head = "parameters:\n  - {name: rpc, type: symbol, meaning: m, example: Berths/Moor}\nsteps:\n"
    steps = (
        "  - {id: one, title: One, search: '{rpc.name} kind:rpc scope:{rpc.scope}'}\n"
        "  - {title: Two, search: 'name:{one.scope} kind:service'}\n"
    )
    for typed in ("Berths/Moor", "harbor.v1.Berths.Moor", "Moor"):
        rpc, service = answers(recipes_home, tmp_path, head + steps, rpc=typed)
        assert found(rpc) == ["api/berth.proto:7 Berths.Moor"]
        assert found(service) == ["api/berth.proto:6 Berths"]
    assert found(answers(recipes_home, tmp_path, head + steps, rpc="Piers/Moor")[0]) == []


def test_a_text_has_forms_which_mean_themselves_in_an_expression(recipes_home: Path, tmp_path: Path) -> None:
    head = "parameters:\n  - {name: message, type: text, meaning: m, example: max-backoff}\nsteps:\n"
    steps = (
        "  - {title: One, search: '/{message.spelled}\\s+=/ repo:harbor'}\n"
        "  - {title: Two, search: '{message.words} kind:constant repo:harbor'}\n"
        "  - {title: Three, search: '/{message}/ repo:harbor'}\n"
    )
    spelled, words, typed = answers(recipes_home, tmp_path, head + steps, message="--max-backoff")
    assert found(spelled) == found(words) == ["run/retry.go:9 maxBackoff"]
    assert found(typed) == []


def test_a_step_is_asked_for_each_piece_of_a_message(recipes_home: Path, tmp_path: Path) -> None:
    head = "parameters:\n  - {name: message, type: text, meaning: m, example: m}\nsteps:\n"
    step = "  - {title: '{message.pieces}', for: message.pieces, search: '\"{message.pieces}\" repo:harbor'}\n"
    layers = answers(recipes_home, tmp_path, head + step, message="oh: can't leave the harbor: TIMEOUT = 30: it")
    assert [each.title for each in layers] == ["can't leave the harbor", "TIMEOUT = 30"]
    assert [found(each) for each in layers] == [["run/run.go:16 Start"], ["tools/deploy.py:5 TIMEOUT"]]


def test_the_nearest_is_shown_only_where_a_step_says_so(recipes_home: Path, tmp_path: Path) -> None:
    head = "parameters:\n  - {name: message, type: text, meaning: m, example: m}\nsteps:\n"
    steps = (
        "  - {title: One, search: '\"{message}\" case:no', nearest: true}\n"
        "  - {title: Two, search: '\"{message}\" repo:harbor'}\n"
    )
    near, exact = answers(recipes_home, tmp_path, head + steps, message="boat Emma can't leave the harbor")
    assert found(near) == ["run/run.go:16 Start"]
    assert near.answer is not None
    assert near.answer.notes == ["no line holds boat Emma can't leave the harbor; these hold most of its words"]
    assert found(exact) == []


def test_each_bounds_how_many_results_are_followed(recipes_home: Path, tmp_path: Path) -> None:
    _, defined = answers(
        recipes_home,
        tmp_path,
        "steps:\n"
        "  - {id: s, title: One, search: '/exec\\.Command|syscall\\.Exec/ repo:harbor -file:test'}\n"
        "  - {title: Two, where-defined: '{s.symbol}', repo: harbor, each: 1}\n",
    )
    assert found(defined) == ["run/run.go:12 Start"]


def test_a_step_that_follows_nothing_says_so(recipes_home: Path, tmp_path: Path) -> None:
    _, second = answers(
        recipes_home,
        tmp_path,
        "steps:\n  - {id: s, title: One, search: '\"no such text anywhere\"'}\n"
        "  - {title: Two, where-defined: '{s.symbol}'}\n",
    )
    assert (second.answer, second.errors) == (None, ())
    assert second.note == "not asked: the step that it follows found nothing"


def test_a_repository_that_is_not_indexed_is_said_and_the_others_go_on(recipes_home: Path, tmp_path: Path) -> None:
    first, second = answers(
        recipes_home,
        tmp_path,
        "steps:\n  - {title: One, search: 'Start repo:zebra'}\n  - {title: Two, search: 'Start repo:harbor'}\n",
    )
    (error,) = first.errors
    assert error.startswith(f'{tmp_path}/r.yaml:6: step 1 "One": zebra: not indexed; run: codelens update zebra')
    assert found(second)[0] == "run/run.go:12 Start"


MANY = (
    "parameters:\n  - {name: repo, type: repository, meaning: m, example: harbor lantern, many: true}\n"
    "  - {name: aspect, type: choice, meaning: m, example: b, default: a, choices: [a, b]}\n"
    "steps:\n"
    "  - {title: 'One of {repo}', for: repo, if: {aspect: a}, search: 'main repo:{repo}'}\n"
    "  - {title: Two, if: {aspect: b}, search: 'main repo:{repo}'}\n"
)


def test_a_step_is_repeated_for_each_value_of_a_parameter(recipes_home: Path, tmp_path: Path) -> None:
    given = answers(recipes_home, tmp_path, MANY, repo=("lantern", "harbor"))
    assert [each.title for each in given] == ["One of lantern", "One of harbor"]
    assert all("Lantern" in line for line in found(given[0]))
    (both,) = answers(recipes_home, tmp_path, MANY, repo=("lantern", "harbor"), aspect="b")
    assert {match.place.repository for match in both.answer.matches} == {"lantern", "harbor"}  # type: ignore[union-attr]


def test_a_step_may_be_asked_only_when_something_is_given_or_only_when_not(recipes_home: Path, tmp_path: Path) -> None:
    text = (
        "parameters:\n  - {name: word, type: text, meaning: m, example: Start, default: ''}\n"
        "steps:\n  - {title: Given, if: {word: '*'}, search: 'main {word} repo:harbor'}\n"
        "  - {title: Not given, if: {word: ''}, search: 'main repo:harbor'}\n"
    )
    assert [each.title for each in answers(recipes_home, tmp_path, text)] == ["Not given"]
    assert [each.title for each in answers(recipes_home, tmp_path, text, word="Start")] == ["Given"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "r: repo is missing: m; for example: codelens r harbor lantern --aspect b"),
        ({"repo": "harbor", "aspect": "c"}, "r: aspect: 'c' is not one of a, b; for example: b"),
        ({"repo": "harbor", "asect": "c"}, "r: there is no parameter asect; see: codelens r --help"),
        ({"repo": "harbor", "aspect": ("a", "b")}, "r: aspect takes one value, not 2"),
    ],
)
def test_a_wrong_argument_is_told_with_an_example(
    recipes_home: Path, tmp_path: Path, given: dict[str, object], said: str
) -> None:
    with pytest.raises(UsageError) as error:
        answers(recipes_home, tmp_path, MANY, **given)
    assert str(error.value) == said


USUAL = "repositories: [lantern, zebra]\nsteps:\n  - {title: One, search: 'name:main'}\n"


def test_the_repositories_of_a_recipe_are_searched_when_none_is_named(recipes_home: Path, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(HEAD + USUAL)
    recipes = Recipes({"r": tmp_path / "r.yaml"})
    with closing(Session(Home(recipes_home))) as session:
        run = run_recipe(recipes.recipe("r"), {}, session, recipes)
        (one,) = run.answers()
    assert {match.place.repository for match in one.answer.matches} == {"lantern"}  # type: ignore[union-attr]
    (missing,) = run.missing
    assert missing.startswith("zebra: not indexed; run: codelens update zebra")


def test_none_of_the_repositories_being_indexed_says_what_to_update(recipes_home: Path, tmp_path: Path) -> None:
    with pytest.raises(NotIndexedError, match="none of zebra, yak is indexed; run: codelens update zebra yak"):
        answers(recipes_home, tmp_path, USUAL.replace("lantern, zebra", "zebra, yak"))


def test_a_recipe_within_a_recipe_gives_its_steps(recipes_home: Path, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(HEAD + "steps:\n  - {title: Begins, recipe: s, with: {who: Start}}\n")
    inner = (
        "parameters:\n  - {name: who, type: symbol, meaning: m, example: e}\nsteps:\n  - {title: In, search: '{who}'}\n"
    )
    (tmp_path / "s.yaml").write_text(HEAD.replace("name: r", "name: s") + inner)
    recipes = Recipes({name: tmp_path / f"{name}.yaml" for name in "rs"})
    with closing(Session(Home(recipes_home))) as session:
        (given,) = run_recipe(recipes.recipe("r"), {}, session, recipes).answers()
    assert given.title == "Begins: In"
    assert "run/run.go:12 Start" in found(given)


def test_the_first_match_of_each_link_of_a_chain_leads_to_the_next(recipes_home: Path, tmp_path: Path) -> None:
    given = answers(
        recipes_home,
        tmp_path,
        "chain: true\nsteps:\n  - {title: One, search: 'newStartCommand repo:harbor'}\n"
        "  - {title: Nothing, search: '\"no such text\"'}\n"
        "  - {title: Two, edge: call, search: 'name:Start repo:harbor'}\n",
    )
    (root,) = chain_of(given)
    assert (root.match.name, root.links[0].match.name, root.links[0].edge) == ("newStartCommand", "Start", "call")


def test_no_test_is_no_fault_of_a_recipe_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(HEAD.replace("when: W", "when: W.") + "steps: [{title: T, search: x}]\n")
    recipes = Recipes({"r": tmp_path / "r.yaml"})
    assert list(all_faults(recipes.read("r"), recipes, [])) == []


def test_what_a_test_expects_and_what_it_does_not_are_both_told(recipes_home: Path, tmp_path: Path) -> None:
    given = answers(
        recipes_home, tmp_path, "steps:\n  - {id: one, title: One, search: 'name:main kind:function repo:harbor'}\n"
    )
    case = Case(finds={"one": ("harbor/init/init.c:10", "harbor/run/run.go: Start")}, only=True)
    assert disappointments(case, by_step(given)) == [
        "one: harbor/run/run.go: Start is missing",
        "one: harbor/cmd/harbor/main.go:21: func main() { is one too many",
    ]


def test_a_limit_bounds_what_is_shown_and_not_what_is_counted(recipes_home: Path, tmp_path: Path) -> None:
    (one,) = answers(recipes_home, tmp_path, "steps:\n  - {title: One, search: '\"harbor\"'}\n", limit=2)
    assert one.answer is not None
    assert len(one.answer.matches) == 2
    assert one.answer.total > 2


def test_what_another_query_finds_too_is_left_out(recipes_home: Path, tmp_path: Path) -> None:
    steps = (
        "steps:\n"
        "  - {title: Text, search: '/pflag\\.\\w+\\(\"[a-z-]+\"/ repo:ferry rev:v1',"
        " without: '/\"[a-z]+\"/ repo:ferry rev:v2'}\n"
        "  - {title: Definitions, search: 'name:defaultWind repo:ferry rev:v2', without: 'name:defaultWind rev:v1'}\n"
        "  - {title: The same, search: 'name:main repo:ferry rev:v2', without: 'name:main repo:ferry rev:v1'}\n"
    )
    text, definitions, same = answers(recipes_home, tmp_path, steps)
    assert found(text) == ["main.go:15 main"]
    assert found(definitions) == ["main.go:13 defaultWind"]
    assert found(same) == []
