"""Callers, callees and implementers as commands give them: matches, trees, and what is said beside them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import corpus
import graph_corpus
from codelens.errors import UsageError
from codelens.locations import Home
from codelens.query.filters import Filters
from codelens.query.operations import OPERATIONS, Question
from codelens.query.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from codelens.query.matches import Answer, Link

FILES = graph_corpus.ALL


def ask(home: Path, operation: str, name: str, *repositories: str, **more: object) -> Answer:
    filters = Filters(**{key: more.pop(key) for key in ("kinds", "files", "languages") if key in more})
    with closing(Session(Home(home))) as session:
        return OPERATIONS[operation](session, Question(name, repositories=repositories, filters=filters, **more))


def told(answer: Answer) -> list[str]:
    return [f"{match.place.path}:{match.range.line + 1} {match.symbol}" for match in answer.matches]


def drawn(links: Iterable[Link], indent: int = 0) -> list[str]:
    lines = []
    for link in links:
        note = f" ({link.note})" if link.note else ""
        lines.append("  " * indent + f"{link.edge} {link.match.symbol}{note}".strip())
        lines += drawn(link.links, indent + 1)
    return lines


def test_each_call_is_a_match_with_the_definition_around_it(home: Path) -> None:
    answer = ask(home, "callers", "Server.Handle", "shop")
    assert told(answer) == ["cmd/main.go:14 start", "server/server.go:26 Server.later"]
    assert {match.kind for match in answer.matches} == {"call"}
    assert {match.confidence.value for match in answer.matches} == {"resolved"}


def test_callers_of_callers_are_cut_where_they_were_shown(home: Path) -> None:
    answer = ask(home, "callers", "Server.save", "shop", depth=5)
    assert drawn(answer.tree) == [
        "Server.save",
        "  called by Server.Handle",
        "    called by start",
        "    called by Server.later",
        "      called by Server.Handle (shown above)",
    ]


def test_a_call_through_an_interface_is_a_guess_that_names_it(home: Path) -> None:
    answer = ask(home, "callers", "Memory.Put", "shop")
    assert [(match.symbol, match.confidence.value) for match in answer.matches] == [("Server.save", "heuristic")]
    assert drawn(answer.tree)[1] == "  called by Server.save (through Store)"
    assert any("of Store, which may be that of another type" in note for note in answer.notes)


def test_a_bare_name_asks_for_all_calls_and_says_so(home: Path) -> None:
    answer = ask(home, "callers", "Put", "shop")
    assert {match.symbol for match in answer.matches} == {"Server.save", "use"}
    assert any("by the name alone" in note for note in answer.notes)


def test_the_limit_cuts_matches_and_counts_all(home: Path) -> None:
    answer = ask(home, "callers", "finish", "looping", limit=1)
    assert (len(answer.matches), answer.total) == (1, 2)


def test_filters_are_for_the_callers(home: Path) -> None:
    assert told(ask(home, "callers", "Handle", "shop", kinds=("method",))) == ["server/server.go:26 Server.later"]
    assert told(ask(home, "callers", "Handle", "shop", files=("cmd/",))) == ["cmd/main.go:14 start"]


def test_a_function_that_nobody_calls_is_no_unknown_name(home: Path) -> None:
    answer = ask(home, "callers", "draw", "shapes")
    assert (answer.matches, answer.total) == ([], 0)
    assert answer.notes == ["no call is known to mean draw"]


def test_callees_stand_in_the_order_of_the_text(home: Path) -> None:
    answer = ask(home, "callees", "Server.Handle", "shop")
    assert [match.symbol for match in answer.matches] == ["Server.notify", "Server.later", "Server.save"]
    assert told(answer)[1] == "server/server.go:24 Server.later"


def test_callees_go_through_interfaces_to_what_implements_them(home: Path) -> None:
    answer = ask(home, "callees", "Server.save", "shop", depth=3)
    lines = drawn(answer.tree)
    assert lines[:2] == ["Server.save", "  calls Store.Put"]
    assert "    implemented by Memory.Put" in lines
    assert "    implemented by Log.Put" not in lines


def test_calls_that_lead_out_of_the_index_are_counted(home: Path) -> None:
    answer = ask(home, "callees", "Server.later", "shop")
    assert any("1 calls lead out of the index" in note and "Println" in note for note in answer.notes)


def test_implementers_have_the_types_of_the_parameters_and_not_the_names_alone(home: Path) -> None:
    answer = ask(home, "implementers", "Store", "shop")
    assert [match.symbol for match in answer.matches] == ["Memory", "Wrapped", "Grouped", "fake"]
    assert drawn(answer.tree)[0] == "Store"


def test_types_with_methods_of_their_own_come_before_those_that_embed_them(tmp_path: Path) -> None:
    text = (
        "package a\n\ntype I interface{ Run() }\n\ntype Also struct{ Own }\n\n"
        "type Own struct{}\n\nfunc (Own) Run() {}\n"
    )
    corpus.index(corpus.write(tmp_path / "s", {"a.go": text}), tmp_path / "home")
    assert [match.symbol for match in ask(tmp_path / "home", "implementers", "I").matches] == ["Own", "Also"]


def test_what_gives_the_methods_is_said(home: Path) -> None:
    lines = drawn(ask(home, "implementers", "Store", "shop").tree)
    assert "  implemented by Wrapped (by Store)" in lines
    assert "  implemented by Memory (by Base)" in lines


def test_implementers_of_what_is_no_interface_are_what_extends_it(home: Path) -> None:
    answer = ask(home, "implementers", "Base", "shop")
    assert {match.symbol for match in answer.matches} == {"Memory", "Half", "Grouped"}
    assert any("Base is no interface but a struct" in note for note in answer.notes)


def test_implementers_of_a_method_are_methods(home: Path) -> None:
    answer = ask(home, "implementers", "Store.Get", "shop")
    assert [match.symbol for match in answer.matches] == ["Memory.Get"]
    assert [match.symbol for match in ask(home, "implementers", "Watch.fire", "watching").matches] == [
        "Plain.fire",
        "Louder.fire",
    ]


def test_implementers_of_a_method_are_those_of_all_interfaces_of_that_name(tmp_path: Path) -> None:
    text = "package {0}\n\ntype Asked{1} int\n\ntype Server interface{{ Put(Asked{1}) }}\n"
    text += "\ntype Own{1} struct{{}}\n\nfunc (Own{1}) Put(Asked{1}) {{}}\n"
    files = {f"{name}/{name}.go": text.format(name, name.upper()) for name in ("v1", "v2")}
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    answer = ask(tmp_path / "home", "implementers", "Server.Put")
    assert [match.symbol for match in answer.matches] == ["OwnV1.Put", "OwnV2.Put"]


@pytest.mark.parametrize("operation", ["callers", "callees", "implementers"])
def test_a_misspelt_name_gets_the_nearest(home: Path, operation: str) -> None:
    answer = ask(home, operation, "NewMemry")
    assert answer.total == 0
    assert any("the nearest names are NewMemory" in note for note in answer.notes)


@pytest.mark.parametrize("operation", ["callers", "callees", "implementers"])
def test_a_name_that_holds_none_is_refused(home: Path, operation: str) -> None:
    with pytest.raises(UsageError):
        ask(home, operation, "()")


def test_an_interface_without_methods_says_that_every_type_implements_it(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "s", {"a.go": "package a\n\ntype Any interface{}\n\ntype T struct{}\n"})
    corpus.index(source, tmp_path / "home")
    answer = ask(tmp_path / "home", "implementers", "Any")
    assert answer.matches == []
    assert any("every type implements it" in note for note in answer.notes)


def test_types_that_embed_each_other_end(tmp_path: Path) -> None:
    text = "package a\n\ntype I interface{ Run(); Stop() }\n\ntype A struct{ *B }\n\ntype B struct{ *A }\n\n"
    text += "func (a *A) Run() {}\n"
    corpus.index(corpus.write(tmp_path / "s", {"a.go": text}), tmp_path / "home")
    assert ask(tmp_path / "home", "implementers", "I").matches == []


def test_generic_types_implement_generic_interfaces(tmp_path: Path) -> None:
    text = (
        "package a\n\ntype Set[T any] interface {\n\tAdd(item T) bool\n}\n\n"
        "type Strings struct{}\n\nfunc (s Strings) Add(item string) bool { return true }\n\n"
        "type List[V any] struct{}\n\nfunc (l *List[V]) Add(item V) bool { return true }\n\n"
        "type Other struct{}\n\nfunc (o Other) Add(item string) error { return nil }\n"
    )
    corpus.index(corpus.write(tmp_path / "s", {"a.go": text}), tmp_path / "home")
    assert {match.symbol for match in ask(tmp_path / "home", "implementers", "Set").matches} == {"Strings", "List"}


def test_an_unexported_method_is_implemented_in_its_own_package_alone(tmp_path: Path) -> None:
    files = {
        "go.mod": "module m\n",
        "a/a.go": "package a\n\ntype I interface{ run() }\n\ntype Own struct{}\n\nfunc (Own) run() {}\n",
        "b/b.go": "package b\n\ntype Far struct{}\n\nfunc (Far) run() {}\n",
    }
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    assert [match.symbol for match in ask(tmp_path / "home", "implementers", "I").matches] == ["Own"]


def test_answers_cross_repositories_by_what_a_file_imports(tmp_path: Path) -> None:
    one = {"go.mod": "module example.org/lib\n", "log/log.go": "package log\n\nfunc Say(text string) {}\n"}
    two = {
        "go.mod": "module example.org/app\n",
        "m.go": 'package main\n\nimport "example.org/lib/log"\n\nfunc main() { log.Say("x") }\n',
    }
    for name, files in {"lib": one, "app": two}.items():
        corpus.index(corpus.write(tmp_path / name, files), tmp_path / "home", name)
    callers = ask(tmp_path / "home", "callers", "log.Say")
    assert [(match.place.repository, match.symbol, match.confidence.value) for match in callers.matches] == [
        ("app", "main", "resolved")
    ]
    assert [match.place.repository for match in ask(tmp_path / "home", "callees", "main").matches] == ["lib"]


def test_types_of_one_name_and_of_two_packages_are_two(tmp_path: Path) -> None:
    files = {
        "go.mod": "module m\n",
        "a/a.go": "package a\n\ntype Status struct{}\n\ntype Store interface{ Last() Status }\n\n"
        "type Own struct{}\n\nfunc (Own) Last() Status { return Status{} }\n",
        "b/b.go": "package b\n\ntype Status struct{}\n\ntype Far struct{}\n\n"
        "func (Far) Last() Status { return Status{} }\n",
        "c/c.go": 'package c\n\nimport other "m/a"\n\ntype Near struct{}\n\n'
        "func (Near) Last() other.Status { return other.Status{} }\n",
    }
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    assert {match.symbol for match in ask(tmp_path / "home", "implementers", "Store").matches} == {"Own", "Near"}


def test_interfaces_of_the_standard_library_are_known_and_others_are_said(tmp_path: Path) -> None:
    files = {
        "go.mod": "module m\n",
        "a/a.go": 'package a\n\nimport (\n\t"io"\n\n\t"example.org/far"\n)\n\n'
        "type Known interface {\n\tio.Closer\n\tName() string\n}\n\n"
        "type Unknown interface {\n\tfar.Thing\n\tName() string\n}\n\n"
        'type Both struct{}\n\nfunc (Both) Name() string { return "" }\n\nfunc (Both) Close() error { return nil }\n\n'
        'type One struct{}\n\nfunc (One) Name() string { return "" }\n\n'
        'type Kept struct{ io.ReadCloser }\n\nfunc (Kept) Name() string { return "" }\n',
    }
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    assert [match.symbol for match in ask(tmp_path / "home", "implementers", "Known").matches] == ["Both", "Kept"]
    answer = ask(tmp_path / "home", "implementers", "Unknown")
    assert {match.confidence.value for match in answer.matches} == {"heuristic"}
    assert any("embeds Thing, not indexed" in note for note in answer.notes)


def test_an_import_that_is_named_as_a_package_of_another_path_is_told_from_it(tmp_path: Path) -> None:
    files = {
        "go.mod": "module m\n",
        "runtime/r.go": "package runtime\n\nfunc Start() {}\n",
        "a/a.go": 'package a\n\nimport (\n\tgoruntime "runtime"\n\n\t"m/runtime"\n)\n\n'
        "func run() {\n\truntime.Start()\n\tgoruntime.Start()\n}\n",
    }
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    callers = ask(tmp_path / "home", "callers", "runtime.Start")
    assert [(match.range.line, match.confidence.value) for match in callers.matches] == [(9, "resolved")]


TIDES = """\
pub trait Tide { fn turn(&self); }

#[derive(Debug, Clone)]
pub struct Spring { height: u8 }

pub struct Neap<T> { inner: T }

impl Tide for Spring { fn turn(&self) {} }

impl<T> Tide for Neap<T>
where
    T: Send,
{
    fn turn(&self) {}
}

impl Drop for Spring { fn drop(&mut self) {} }

fn report(tide: &dyn Tide) { tide.turn(); }
"""


def test_a_type_may_say_outside_of_itself_what_it_implements(tmp_path: Path) -> None:
    corpus.index(corpus.write(tmp_path / "s", {"src/tide.rs": TIDES}), tmp_path / "home")
    asked = tmp_path / "home"
    assert [match.symbol for match in ask(asked, "implementers", "Tide").matches] == ["Spring", "Neap"]
    assert [match.symbol for match in ask(asked, "implementers", "Tide.turn").matches] == [
        "Spring::turn",
        "Neap::turn",
    ]


@pytest.mark.parametrize(
    "other",
    [
        "use crate::tide::{Ebb, Tide};\nimpl Tide for Ebb {}\n",
        "use crate::{\n    moon,\n    tide::{Ebb, Tide},\n};\nimpl Tide for Ebb {}\n",
        "use super::tide::*;\nimpl Tide for Ebb {}\n",
        "use crate::tide::Tide;\nstruct Ebb;\nimpl Tide for Ebb {}\n",
        "use crate::tide;\nstruct Ebb;\nimpl tide::Tide for Ebb {}\n",
    ],
)
def test_and_so_it_may_in_another_file_than_what_it_implements(tmp_path: Path, other: str) -> None:
    files = {
        "Cargo.toml": '[package]\nname = "sea"\n',
        "src/tide.rs": TIDES + ("" if "struct" in other else "\npub struct Ebb;\n"),
        "src/coast/ebb.rs": other,
    }
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    answer = ask(tmp_path / "home", "implementers", "Tide")
    assert sorted(match.symbol for match in answer.matches) == ["Ebb", "Neap", "Spring"]


def test_what_is_no_type_and_is_implemented_is_said_to_be_what_it_is(tmp_path: Path) -> None:
    files = {"a.rb": "module Floats; end\n", "b.rb": "class Boat\n  include Floats\nend\n"}
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    answer = ask(tmp_path / "home", "implementers", "Floats")
    assert [match.symbol for match in answer.matches] == ["Boat"]
    assert "Floats is no type but a module; these types name it as what they implement" in answer.notes


def test_what_names_something_that_is_not_indexed_is_found_by_that_name(tmp_path: Path) -> None:
    corpus.index(corpus.write(tmp_path / "s", {"src/tide.rs": TIDES}), tmp_path / "home")
    for name in ("Drop", "Clone"):
        answer = ask(tmp_path / "home", "implementers", name)
        assert [match.symbol for match in answer.matches] == ["Spring"]
        assert f"{name} itself is not indexed; these types name it as what they implement" in answer.notes


def test_what_a_type_implements_may_stand_in_another_file_than_it(tmp_path: Path) -> None:
    files = {
        "src/lib.rs": "pub trait Tide { fn turn(&self); }\n",
        "src/agent/mod.rs": "mod actor;\npub struct Agent;\n",
        "src/agent/actor.rs": "impl Tide for Agent { fn turn(&self) {} }\n",
        "src/other.rs": "pub struct Agent;\n",
        "a.go": "package a\n\ntype Tide struct{}\n",
    }
    corpus.index(corpus.write(tmp_path / "s", files), tmp_path / "home")
    answer = ask(tmp_path / "home", "implementers", "Tide", languages=("rust",))
    assert [(match.symbol, match.place.path) for match in answer.matches] == [("Agent", "src/agent/mod.rs")]
