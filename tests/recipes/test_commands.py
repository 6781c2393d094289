"""Recipes on the command line: help, arguments, what goes where, the lines of --json, listing and checking."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import corpus

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

GREET = """\
name: greet
question: Who says hello?
when: Somebody was greeted.
topics: [calls]
parameters:
  - {name: who, type: symbol, meaning: the greeter, example: Start}
  - {name: repo, type: repository, meaning: where to look, example: harbor, default: ""}
  - {name: how, type: choice, meaning: how loud, example: low, default: loud, choices: [loud, low]}
steps:
  - {id: one, title: Greeters, search: 'name:/^{who}$/ repo:{repo}'}
  - {title: Loud ones, if: {how: loud}, search: '"fmt.Errorf" repo:{repo}', limit: 1, waits: Whispers are not heard.}
  - {title: Elsewhere, search: 'Start repo:zebra'}
limits: Only the greeters.
test:
  - arguments: {who: Start}
    finds: {Greeters: ['harbor/run/run.go: Start']}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's own folder of recipes, with one."""
    folder = tmp_path / "codelens" / "queries" / "recipes"
    corpus.write(folder, {"greet.yaml": GREET})
    return folder


def run(home: Path, own: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    ended = corpus.run(home, *arguments, XDG_CONFIG_HOME=str(own.parents[2]))
    assert b"Traceback" not in ended.stderr
    return ended


def said(ended: subprocess.CompletedProcess[bytes]) -> str:
    return ended.stderr.decode()


def test_matches_go_to_standard_output_and_all_else_does_not(recipes_home: Path, own: Path) -> None:
    ended = run(recipes_home, own, "greet", "Start", "harbor")
    assert ended.returncode == 0
    assert ended.stdout.decode().splitlines() == [
        "run/run.go:12:6: func Start(name string) error {  [harbor]",
        'run/run.go:16:10: return fmt.Errorf("boat %s can\'t leave the harbor: %w", name, err)  [harbor]',
    ]
    assert "codelens: Greeters: 1 match (" in said(ended)
    assert "codelens: not seen yet: Whispers are not heard." in said(ended)
    assert 'greet.yaml:12: step 3 "Elsewhere": zebra: not indexed; run: codelens update zebra' in said(ended)
    assert said(ended).splitlines()[-1] == "codelens: Only the greeters."


@pytest.mark.parametrize(
    "arguments",
    [("Start", "harbor"), ("--who", "Start", "harbor"), ("--repo", "harbor", "Start"), ("Start", "-r", "harbor")],
)
def test_a_parameter_is_a_place_and_an_option(recipes_home: Path, own: Path, arguments: tuple[str, ...]) -> None:
    ended = run(recipes_home, own, "greet", *arguments, "--how", "low")
    assert ended.stdout.decode().splitlines() == ["run/run.go:12:6: func Start(name string) error {  [harbor]"]


@pytest.mark.parametrize("arguments", [("low", "Start"), ("low", "Start", "harbor"), ("low", "--who", "Start")])
def test_a_choice_may_be_typed_before_the_arguments(recipes_home: Path, own: Path, arguments: tuple[str, ...]) -> None:
    ended = run(recipes_home, own, "greet", *arguments)
    assert "run/run.go:12:6: func Start(name string) error {  [harbor]" in ended.stdout.decode().splitlines()
    assert "Loud ones" not in ended.stderr.decode()


def test_a_name_that_is_one_of_the_choices_is_a_name_when_it_stands_alone(recipes_home: Path, own: Path) -> None:
    assert "Loud ones" in run(recipes_home, own, "greet", "low").stderr.decode()


def test_json_has_the_step_of_each_match_and_a_summary_of_each_step(recipes_home: Path, own: Path) -> None:
    lines = [json.loads(line) for line in run(recipes_home, own, "greet", "Start", "--json").stdout.splitlines()]
    matches = [line for line in lines if "path" in line]
    assert {match["step"] for match in matches} == {"Greeters", "Loud ones"}
    steps = [line["step_summary"] for line in lines if "step_summary" in line]
    assert [(step["step"], step["asked"], len(step["errors"])) for step in steps] == [
        ("Greeters", True, 0),
        ("Loud ones", True, 0),
        ("Elsewhere", False, 1),
    ]
    assert steps[1]["waits"] == "Whispers are not heard."
    assert lines[-1]["summary"]["shown"] == len(matches)
    assert lines[-1]["summary"]["steps"] == 3


def test_a_chain_is_drawn_as_one_and_other_recipes_step_by_step(recipes_home: Path, own: Path) -> None:
    steps = (
        "steps:\n  - {id: one, title: Command, search: 'name:newStartCommand repo:harbor'}\n"
        "  - {title: Then, edge: call, callees: '{one.symbol}', limit: 1}\n"
    )
    head = GREET[: GREET.index("parameters:")]
    corpus.write(own, {"greet.yaml": f"{head}chain: true\n{steps}"})
    drawn = run(recipes_home, own, "greet", "--tree").stdout.decode().splitlines()
    assert drawn == [
        "Command newStartCommand  cmd/harbor/main.go:11",
        "└── call Start  run/run.go:12",
    ]
    assert b'|"call"|' in run(recipes_home, own, "greet", "--format", "mermaid").stdout
    corpus.write(own, {"greet.yaml": f"{head}{steps}"})
    assert run(recipes_home, own, "greet", "--format", "dot").stdout.startswith(b"digraph codelens {")
    assert b"run/run.go:12" in run(recipes_home, own, "greet", "--tree").stdout
    last = run(recipes_home, own, "greet", "--tree", "--json").stdout.splitlines()[-1]
    assert json.loads(last)["tree"][0]["match"]["name"] == "newStartCommand"


def test_help_is_made_of_the_recipe(recipes_home: Path, own: Path) -> None:
    ended = run(recipes_home, own, "greet", "--help")
    text = ended.stdout.decode()
    assert text.startswith("Usage: codelens greet [OPTIONS] WHO [REPO]\n")
    for part in (
        "Who says hello?",
        "Somebody was greeted.",
        "1. Greeters",
        "Only the greeters.",
        "The greeter; such as Start.",
        "How loud; one of loud, low; default loud.",
        "Example: codelens greet Start --how low",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        ((), 2, "greet: who is missing: the greeter; for example: codelens greet Start --how low"),
        (("Start", "harbor", "x"), 2, "greet: 'x' is one argument too many; see: codelens greet"),
        (("Start", "--how", "quiet"), 2, "greet: how: 'quiet' is not one of loud, low; for example: low"),
        (("Start", "zebra"), 2, "zebra: not indexed; run: codelens update zebra"),
        (("Start", "--home", "/nonexistent"), 2, "nothing is indexed in /nonexistent"),
    ],
)
def test_a_wrong_argument_is_one_line(
    recipes_home: Path, own: Path, arguments: tuple[str, ...], status: int, line: str
) -> None:
    ended = run(recipes_home, own, "greet", *arguments)
    assert (ended.returncode, ended.stdout) == (status, b"")
    assert said(ended).startswith(f"codelens: error: {line}")
    assert said(ended).count("\n") == 1


def test_nothing_found_is_1_and_nothing_found_with_an_error_is_2(recipes_home: Path, own: Path) -> None:
    corpus.write(own, {"greet.yaml": GREET.replace("'Start repo:zebra'", "'Start repo:lantern'")})
    assert run(recipes_home, own, "greet", "Nobody", "--how", "low").returncode == 1
    corpus.write(own, {"greet.yaml": GREET})
    assert run(recipes_home, own, "greet", "Nobody", "--how", "low").returncode == 2


def test_recipes_are_listed_by_topic_with_their_question(recipes_home: Path, own: Path) -> None:
    lines = run(recipes_home, own, "recipes").stdout.decode().splitlines()
    calls = next(number for number, line in enumerate(lines) if line.startswith("calls: "))
    following = lines[calls + 1 :]
    assert any(line.split() == ["greet", "Who", "says", "hello?"] for line in following)
    assert any(line.strip().startswith("who-forks ") for line in lines)


@pytest.mark.parametrize(
    ("word", "names"), [("processes", {"who-forks", "signals"}), ("greeter", {"greet"}), ("zyzzyva", set())]
)
def test_recipes_are_found_by_topic_and_by_word(recipes_home: Path, own: Path, word: str, names: set[str]) -> None:
    ended = run(recipes_home, own, "recipes", word, "--json")
    found = {json.loads(line)["name"] for line in ended.stdout.splitlines()}
    assert found >= names
    assert ended.returncode == (0 if names else 1)
    assert bool(found) == bool(names)


def test_a_recipe_is_checked_by_its_file(recipes_home: Path, own: Path) -> None:
    file = own / "greet.yaml"
    ended = run(recipes_home, own, "recipes", "--check", str(file))
    assert (ended.returncode, said(ended)) == (0, "")
    assert ended.stdout.decode() == f"{file}: a recipe with 3 steps and 3 parameters; nothing is wrong with it\n"
    brace = "(a brace in a regular expression is \\{)"
    file.write_text(GREET.replace("{who}", "{whom}").replace("[calls]", "[cals]"))
    ended = run(recipes_home, own, "recipes", "--check", str(file))
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert said(ended).splitlines() == [
        f'codelens: error: {file}:10: step 1 "Greeters": {{whom}} is no parameter; did you mean who? {brace}',
        f"codelens: error: {file}:4: unknown topic 'cals'; did you mean calls?",
    ]


def test_a_broken_recipe_is_one_line_when_it_is_asked_and_the_others_go_on(recipes_home: Path, own: Path) -> None:
    (own / "greet.yaml").write_text(GREET.replace("{who}", "{who.symbol}"))
    ended = run(recipes_home, own, "greet", "Start")
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert said(ended).count("\n") == 1
    listed = run(recipes_home, own, "recipes", "processes")
    assert listed.returncode == 2
    assert b"who-forks" in listed.stdout


def test_check_covers_the_recipes(recipes_home: Path, own: Path) -> None:
    assert b"greet" in run(recipes_home, own, "check").stdout
    (own / "update.yaml").write_text(GREET.replace("name: greet", "name: update"))
    ended = run(recipes_home, own, "check")
    assert ended.returncode == 2
    assert "a command is named update; rename the file and the recipe" in said(ended)


def test_a_misspelt_recipe_is_proposed(recipes_home: Path, own: Path) -> None:
    ended = run(recipes_home, own, "gret", "Start")
    assert said(ended).startswith("codelens: error: no command 'gret'; did you mean greet?")


def test_a_text_may_be_a_flag_as_it_is_typed(recipes_home: Path, own: Path) -> None:
    corpus.write(own, {"greet.yaml": GREET.replace("type: symbol", "type: text").replace("{who}", "{who.bare}")})
    ended = run(recipes_home, own, "greet", "--Start", "--how", "low", "-r", "harbor")
    assert ended.stdout.decode().splitlines() == ["run/run.go:12:6: func Start(name string) error {  [harbor]"]
    ended = run(recipes_home, own, "greet", "Start", "harbor", "--haw", "low")
    assert ended.returncode == 2
    assert "greet: '--haw' is one argument too many" in said(ended)


def test_a_choice_that_must_be_made_has_a_place(recipes_home: Path, own: Path) -> None:
    places = GREET.replace(', default: ""}', "}").replace("default: loud, ", "")
    corpus.write(own, {"greet.yaml": places})
    assert len(run(recipes_home, own, "greet", "Start", "harbor", "low").stdout.splitlines()) == 1
    ended = run(recipes_home, own, "greet", "Start", "harbor", "high")
    assert ended.returncode == 2
    assert "greet: how: 'high' is not one of loud, low" in said(ended)
