"""The list of recipes: found by what one remembers of them, broken ones listed with their fault, changes seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.query.recipes.catalogue import Catalogue, entries_of
from codelens.query.recipes.entries import Entry, about, by_topic
from codelens.query.recipes.library import Recipes, load_topics

if TYPE_CHECKING:
    from pathlib import Path


def recipe(name: str, question: str, topics: str, *, step: str = "search: x", when: str = "W.") -> str:
    head = f"name: {name}\nquestion: {question}\nwhen: {when}\ntopics: [{topics}]\n"
    return f"{head}steps:\n  - {{title: A step, {step}}}\n"


FILES = {
    "who-sails.yaml": recipe("who-sails", "Which boats leave?", "processes", when="A boat is late."),
    "who-moors.yaml": recipe("who-moors", "Which boats stay?", "processes, calls"),
    "tides.yaml": recipe("tides", "When does the water rise?", "network"),
    "sails.yaml": recipe("sails", "What are they made of?", "kernel"),
    "odd.yaml": recipe("odd", "Why?", "nonsense"),
    "none.yaml": recipe("none", "Why not?", ""),
    "torn.yaml": "name: [",
    "wrong.yaml": recipe("wrong", "Which boats are wrong?", "calls", step="search: '{boat}'"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's own recipes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return corpus.write(tmp_path / "codelens" / "queries" / "recipes", FILES)


def entries(folder: Path) -> list[Entry]:
    return list(entries_of(Recipes({file.stem: file for file in folder.glob("*.yaml")})))


def names(found: list[Entry]) -> list[str]:
    return [entry.name for entry in found]


def test_a_broken_recipe_is_listed_with_its_fault_and_the_others_are_as_they_were(folder: Path) -> None:
    found = {entry.name: entry for entry in entries(folder)}
    assert {name for name, entry in found.items() if entry.fault} == {"torn", "wrong"}
    assert found["torn"].recipe is None
    assert found["torn"].fault.startswith(f"{folder / 'torn.yaml'}:2: ")
    assert found["wrong"].recipe is not None
    assert "{boat} is no parameter" in found["wrong"].fault
    assert "\n" not in found["torn"].fault


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sails", ["sails", "who-sails"]),
        ("sail", ["sails", "who-sails"]),
        ("boats", ["who-moors", "who-sails", "wrong"]),
        ("BOATS leave", ["who-sails"]),
        ("leave boats", ["who-sails"]),
        ("network", ["tides"]),
        ("late", ["who-sails"]),
        ("torn", ["torn"]),
        ("sials", ["sails", "who-sails"]),
        ("boots laeve", ["who-sails"]),
        ("wml", []),
        ("wmr", ["who-moors"]),
        ("zebra", []),
    ],
)
def test_recipes_are_found_by_what_one_remembers_of_them(folder: Path, text: str, expected: list[str]) -> None:
    assert names(about(entries(folder), text, forgiving=True)) == expected


def test_without_forgiving_letters_count(folder: Path) -> None:
    assert about(entries(folder), "sials") == []
    assert len(about(entries(folder), "  ")) == len(FILES)


def test_each_recipe_is_listed_once_under_its_first_topic_and_the_broken_ones_last(folder: Path) -> None:
    groups = by_topic(entries(folder), load_topics())
    assert [(topic, names(found)) for topic, _, found in groups] == [
        ("processes", ["who-moors", "who-sails"]),
        ("kernel", ["sails"]),
        ("network", ["tides"]),
        ("others", ["none", "odd"]),
        ("broken", ["torn", "wrong"]),
    ]


def test_a_recipe_that_is_written_while_one_looks_appears_and_what_is_unchanged_is_not_read_again(folder: Path) -> None:
    catalogue = Catalogue()
    assert not catalogue.is_current()
    first = {entry.name: entry for entry in catalogue.entries()}
    assert catalogue.is_current()
    assert all(first[entry.name] is entry for entry in catalogue.entries())
    corpus.write(folder, {"new.yaml": recipe("new", "What is new?", "calls")})
    (folder / "torn.yaml").unlink()
    assert not catalogue.is_current()
    assert {entry.name for entry in catalogue.entries()} == {*first, "new"} - {"torn"}


def test_who_stops_reading_in_the_middle_is_told_all_the_next_time(folder: Path) -> None:
    catalogue = Catalogue()
    next(catalogue.entries())
    assert not catalogue.is_current()
    assert {"who-sails", "torn"} <= {entry.name for entry in catalogue.entries()}
    assert folder.is_dir()
