"""The way from one definition to another: what it goes through, and what is said when there is none."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import corpus
import graph_corpus
from codelens.locations import Home
from codelens.query.operations import OPERATIONS, Question
from codelens.query.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.query.matches import Answer

FILES = graph_corpus.ALL


def ask(home: Path, start: str, end: str, *repositories: str) -> Answer:
    with closing(Session(Home(home))) as session:
        return OPERATIONS["call-path"](session, Question(start, end, repositories=repositories))


def way(answer: Answer) -> list[str]:
    steps = []
    links = answer.tree
    while links:
        steps.append(f"{links[0].edge} {links[0].match.symbol}".strip())
        links = links[0].links
    return steps


WAYS = [
    (
        ("Server.Handle", "Base.Close", "shop"),  # an interface, and a method of what is embedded
        ["Server.Handle", "calls Server.save", "calls Store.Put", "implemented by Memory.Put", "calls Base.Close"],
    ),
    (
        ("cmd.main", "Server.save", "shop"),  # a function that is written into a field of a variable
        ["main", "calls Command.Action", "is set in start", "calls Server.Handle", "calls Server.save"],
    ),
    (("start", "Server.later", "shop"), ["start", "calls Server.Handle", "calls Server.later"]),
    (("Server.Handle", "shout", "shop"), ["Server.Handle", "through notify announce", "calls shout"]),
    (
        ("Tree.change", "Sink.write", "watching"),
        ["Tree.change", "calls Watch.fire", "implemented by Plain.fire", "calls Sink.write"],
    ),
    (("setup", "finish", "looping"), ["setup", "refers to later", "calls finish"]),
    (("loop", "finish", "looping"), ["loop", "calls handle", "calls run", "calls finish"]),
    (("draw", "times", "shapes"), ["draw", "calls times"]),
    (
        ("Client.run", "BaseCall.send", "calling"),
        ["Client.run", "calls BaseCall.start", "calls BaseCall.send"],
    ),
]


@pytest.mark.parametrize(("names", "wanted"), WAYS, ids=lambda value: value[0] if isinstance(value, tuple) else "")
def test_the_way_goes_through_interfaces_fields_and_arguments(
    home: Path, names: tuple[str, str, str], wanted: list[str]
) -> None:
    answer = ask(home, *names)
    found = way(answer)
    assert found == wanted
    assert [match.symbol for match in answer.matches][-1] == found[-1].rpartition(" ")[2]


def test_a_way_that_is_partly_guessed_says_so(home: Path) -> None:
    answer = ask(home, "Server.Handle", "shout", "shop")
    assert any("guesses are 1 of 2 steps: to " in note for note in answer.notes)


def test_no_way_says_what_was_searched_and_what_leads_to_the_end(home: Path) -> None:
    answer = ask(home, "Memory.Get", "Server.save", "shop")
    assert (answer.matches, answer.tree) == ([], ())
    assert any("no way was found" in note and "channels" in note for note in answer.notes)
    assert any("Server.save is reached by" in note and "Server.Handle" in note for note in answer.notes)


def test_a_definition_leads_to_itself(home: Path) -> None:
    assert way(ask(home, "Server.Handle", "Server.Handle", "shop")) == ["Server.Handle"]


def test_either_name_may_be_misspelt(home: Path) -> None:
    for names in (("Handel", "shout"), ("shout", "Handel")):
        answer = ask(home, *names)
        assert answer.total == 0
        assert any("the nearest names are" in note for note in answer.notes)


def test_calls_in_a_circle_end(tmp_path: Path) -> None:
    text = "package a\n\nfunc a() { b() }\n\nfunc b() { c() }\n\nfunc c() { a() }\n\nfunc d() { d() }\n"
    corpus.index(corpus.write(tmp_path / "s", {"a.go": text}), tmp_path / "home")
    assert way(ask(tmp_path / "home", "a", "c")) == ["a", "calls b", "calls c"]
    assert way(ask(tmp_path / "home", "a", "d")) == []
