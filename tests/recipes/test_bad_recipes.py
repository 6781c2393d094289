"""A recipe that is wrong is told by one line with file, line, step and what to do; a stranger's file can do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codelens.errors import RecipeError
from codelens.query.recipes.library import Recipes, all_faults

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
name: good
question: Who says hello?
when: Somebody was greeted.
topics: [calls]
parameters:
  - name: who
    type: symbol
    meaning: the greeter
    example: Greet
steps:
  - id: found
    title: Greeters
    search: '{who} kind:function'
  - title: Their callers
    references: '{found.symbol}'
test:
  - arguments: {who: Greet}
    finds: {Greeters: ['a/b.go: Greet']}
"""


def faults(folder: Path, text: str, name: str = "good", **others: str) -> list[str]:
    """What is wrong with a recipe, without the folder."""
    files = {}
    for stem, content in {name: text, **others}.items():
        files[stem] = folder / f"{stem}.yaml"
        files[stem].write_text(content)
    recipes = Recipes(files)
    try:
        found = list(all_faults(recipes.read(name), recipes, ["search", "update"]))
    except RecipeError as error:
        found = [str(error)]
    assert all("\n" not in fault for fault in found)
    return [fault.removeprefix(f"{folder}/") for fault in found]


def test_a_good_recipe_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []


# What is replaced in the good recipe, by what, and the one line that says so.
BAD = [
    ("    references: ", "    without: x\n    references: ", "without: is of a search; leave it out"),
    ("question: Who says hello?", "question: Hello", "good.yaml:2: a question ends with a question mark"),
    ("question: Who", "qestion: Who", 'good.yaml:2: unknown field "qestion"'),
    ("name: good", "name: other", "good.yaml:1: the file is named good, the recipe other; name both alike"),
    ("was greeted.", "was #greeted.", "good.yaml:3: when: a sentence ends with a full stop; where a comment (#)"),
    ("[calls]", "[cals]", "good.yaml:4: unknown topic 'cals'; did you mean calls?"),
    ("type: symbol", "type: word", "good.yaml:7: type: 'word' is no type of parameter; there are repository, symbol"),
    ("    meaning: the greeter\n", "", 'good.yaml:6: "meaning" is missing'),
    ("example: Greet", "example: Greet\n    default: [1]", "good.yaml:10: default: must be text, not a list"),
    ("'{found.symbol}'", "'{found.symbol'", "{found.symbol is not closed; write {found.symbol}"),
    ("'{who} kind:function'", "'{whom} kind:function'",
     'good.yaml:11: step 1 "Greeters": {whom} is no parameter; did you mean who?'),
    ("'{who} kind:function'", "'{who} kind:functon'",
     "good.yaml:11: step 1 \"Greeters\": unknown kind 'functon'; did you mean function?"),
    ("'{who} kind:function'", "'{who} knd:function'", 'good.yaml:11: step 1 "Greeters": unknown field'),
    ("'{who} kind:function'", "'/[/'", 'good.yaml:11: step 1 "Greeters": not a regular expression'),
    ("'{who} kind:function'", "'\"{who}'", 'good.yaml:11: step 1 "Greeters": a quote is not closed'),
    ("'{who} kind:function'", "{who}", "good.yaml:13: step 1: search: is a text in quotes, or a mapping"),
    ("search: ", "sarch: ", 'good.yaml:13: step 1: unknown field or operation "sarch"; did you mean search?'),
    ("    references: '{found.symbol}'\n", "", "good.yaml:14: step 2: a step has one question, this one asks nothing"),
    ("'{found.symbol}'", "'{fond.symbol}'",
     'good.yaml:14: step 2 "Their callers": {fond.symbol}: there is no step with id: fond; did you mean found?'),
    ("'{found.symbol}'", "'{found.symbl}'",
     'good.yaml:14: step 2 "Their callers": {found.symbl}: a result has no symbl; did you mean symbol?'),
    ("'{found.symbol}'", "'{found}'", 'good.yaml:14: step 2 "Their callers": {found} is a step; write {found.symbol}'),
    ("'{who} kind:function'", "'{last.symbol}'\n  - {id: last, title: L, search: x}",
     'good.yaml:11: step 1 "Greeters": {last.symbol} refers forward'),
    ("'{who} kind:function'", "'{who.nme} kind:function'",
     'good.yaml:11: step 1 "Greeters": {who.nme}: a symbol has no nme; there are name, scope'),
    ("title: Their callers", "title: Greeters", 'good.yaml:14: step 2 "Greeters": a step needs a title of its own'),
    ("title: Their callers", "title: Their callers\n    id: found", 'step 2 "Their callers": the id found is taken'),
    ("title: Their callers", "title: Their callers\n    limit: many", "good.yaml:15: step 2: limit: must be a number"),
    ("title: Their callers", "title: Their callers\n    limit: 0", "limit is a number from 1 to 1000"),
    ("title: Their callers", "title: '{nobody} calls'", "title: {nobody} is no parameter"),
    ("title: Greeters", "title: Greeters\n    kind: function", "kind: is of an operation; write kind: into the query"),
    ("title: Greeters", "title: Greeters\n    for: who", "for: who is no parameter with many: true"),
    ("title: Greeters", "title: Greeters\n    if: {how: x}", "if: how is no parameter; did you mean who?"),
    ("finds: {Greeters", "finds: {Greters", "good.yaml:18: there is no step 'Greters'; did you mean Greeters?"),
    ("'a/b.go: Greet'", "b.go", "good.yaml:18: 'b.go' is not `repository/path: part of the line`"),
    ("arguments: {who: Greet}", "arguments: {how: Greet}", "arguments: how is no parameter; did you mean who?"),
    ("name: who", "name: limit", "every recipe has an option --limit; choose another name"),
    ("name: good", "name: good\nname: good", 'good.yaml:2: "name" is there twice'),
    ("name: good", "name: !!python/object/apply:os.system [ls]", "good.yaml:1: a tag (!) is not allowed"),
    ("[calls]", "[calls", "did not find expected"),
    ("steps:", "file: x\nsteps:", 'good.yaml:10: unknown field "file"'),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "fault"), BAD, ids=[fault for _, _, fault in BAD])
def test_a_fault_is_one_line_with_its_place(tmp_path: Path, good: str, bad: str, fault: str) -> None:
    assert good in GOOD
    found = faults(tmp_path, GOOD.replace(good, bad, 1))
    assert any(fault in line for line in found), found


def test_a_name_of_a_command_is_refused(tmp_path: Path) -> None:
    found = faults(tmp_path, GOOD.replace("name: good", "name: update"), "update")
    assert found == ["update.yaml:1: a command is named update; rename the file and the recipe"]


def other(name: str, asks: str) -> str:
    return f"name: {name}\nquestion: Q?\nwhen: W.\ntopics: [calls]\nsteps: [{{title: T, recipe: {asks}}}]\n"


def test_a_cycle_is_told_by_its_way(tmp_path: Path) -> None:
    found = faults(tmp_path, other("one", "two"), "one", two=other("two", "three"), three=other("three", "one"))
    assert "one.yaml:5: the recipe asks itself: one -> two -> three -> one; take out one of these steps" in found


def test_a_recipe_that_can_not_be_run_says_why_when_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(other("one", "nowhere"))
    with pytest.raises(RecipeError, match=r"one.yaml:5: step 1 \"T\": no recipe 'nowhere'"):
        Recipes({"one": tmp_path / "one.yaml"}).recipe("one")


def test_a_recipe_within_a_recipe_is_given_what_it_needs(tmp_path: Path) -> None:
    found = faults(tmp_path, other("one", "good"), "one", good=GOOD)
    assert 'one.yaml:5: step 1 "T": with: good needs who (the greeter)' in found


def test_parameters_come_in_an_order_that_can_be_typed(tmp_path: Path) -> None:
    optional = "  - {name: from, type: text, meaning: m, example: e, default: ''}\n"
    many = "  - {name: all, type: text, meaning: m, example: e, many: true}\n"
    found = faults(tmp_path, GOOD.replace("parameters:\n", "parameters:\n" + optional))
    assert "good.yaml:7: parameter who: is required, but from before it has a default; put it first" in found
    found = faults(tmp_path, GOOD.replace("parameters:\n", "parameters:\n" + many))
    assert "good.yaml:7: parameter who: all takes all that follows; put it last" in found


@pytest.mark.parametrize("text", ["[" * 60_000, "- " * 30_000 + "x", "a: &x [1]\nb: *x", "a: {b: {c: {d: " * 5 + "1"])
def test_a_file_that_would_cost_much_is_refused(tmp_path: Path, text: str) -> None:
    (line,) = faults(tmp_path, text)
    assert line.startswith("good.yaml:")


@pytest.mark.parametrize(("text", "fault"), [("", "is empty"), ("a: " + "x" * 70_000, "is larger than 64 KB")])
def test_a_file_of_a_wrong_size_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    assert fault in faults(tmp_path, text)[0]


def test_each_type_has_parts_of_its_own(tmp_path: Path) -> None:
    text = GOOD.replace("type: symbol", "type: text")
    said = faults(tmp_path, text.replace("'{who} ", "'{who.name} "))[0]
    assert said.startswith('good.yaml:11: step 1 "Greeters": {who.name}: a text has no name; there are bare, words,')
    said = faults(tmp_path, GOOD.replace("type: symbol", "type: kind").replace("'{who} ", "'{who.name} "))[0]
    assert said.endswith("{who.name}: only a parameter of type symbol or text has parts; write {who}")


def test_a_part_that_is_an_expression_belongs_between_slashes(tmp_path: Path) -> None:
    text = GOOD.replace("type: symbol", "type: text")
    assert faults(tmp_path, text.replace("'{who} ", "'/{who.spelled}/ ")) == []
    said = 'good.yaml:11: step 1 "Greeters": {who.spelled} is a regular expression; put it between slashes'
    assert faults(tmp_path, text.replace("'{who} ", "'{who.spelled} ")) == [said]
    assert faults(tmp_path, text.replace("'{who} ", '\'"{who.spelled}" ')) == [said]


def test_a_step_is_repeated_for_what_has_several_values(tmp_path: Path) -> None:
    text = GOOD.replace("type: symbol", "type: text").replace("title: Greeters", "title: Greeters\n    for: {}")
    assert faults(tmp_path, text.replace("{}", "who.pieces").replace("'{who} ", "'{who.pieces} ")) == []
    for wrong in ("who", "who.pices", "nobody.pieces"):
        said = f'step 1 "Greeters": for: {wrong} is no parameter with many: true, nor a part of one'
        assert said in faults(tmp_path, text.replace("{}", wrong))[0]
