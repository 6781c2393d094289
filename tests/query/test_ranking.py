"""Where a name is defined: tiers, the order within them, and what is said when there is no such name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.query.filters import Filters
from codelens.query.matches import Confidence, Tier
from codelens.query.names.defined import where_defined
from codelens.query.names.pattern import parse_name

if TYPE_CHECKING:
    from pathlib import Path

POD = "package {0}\n\n// Pod is one.\ntype Pod struct {{\n\tName string\n}}\n"
USES = 'package main\n\nimport "example.org/root/api/core/v1"\n\nvar pod v1.Pod\n'
MAIN = {
    "go.mod": "module example.org/root\n",
    "api/core/v1/types.go": POD.format("v1"),
    "api/core/v2/types.go": POD.format("v2"),
    "internal/cache/state/pod.go": POD.format("state"),
    "pkg/alias/pod.go": "package alias\n\nfunc Pod() {}\n",
    "pkg/folded/pod.go": "package folded\n\ntype pod struct{}\n",
    "pkg/lower/pod.go": "package lower\n\nfunc pod() {}\n",
    "pkg/zz_generated.pod.go": POD.format("pkg"),
    "examples/pod.go": POD.format("examples"),
    "pkg/mock/pod.go": POD.format("mock"),
    "pkg/cache/pod_test.go": POD.format("cache"),
    "vendor/example.org/other/pod.go": POD.format("other"),
    "vendor/example.org/other/pod_test.go": POD.format("other"),
    "pkg/spec/spec.go": "package spec\n\ntype PodSpec struct{}\n\ntype PodSpecList []PodSpec\n\ntype MyPod struct{}\n",
    "pkg/factory/f.go": "package factory\n\nfunc NewSharedInformerFactory() {}\n\nfunc newHTTPServer() {}\n",
    "pkg/server/s.go": "package server\n\ntype HTTPServer struct{}\n\nfunc (s *HTTPServer) Run() {}\n\n"
    "type Other struct{}\n\nfunc (o Other) Run() {}\n",
    "pkg/server/t.go": "package server\n\nfunc (s *HTTPServer) Stop() {}\n",
    **{f"cmd/{number}/main.go": USES for number in range(5)},
}
FILES = {"main": MAIN, "copy": {"types.go": POD.format("copied"), "only.py": "class OnlyHere:\n    pass\n"}}


def paths(answer: object) -> list[str]:
    return [match.place.path for match in answer.matches]


def test_an_imported_type_comes_first_and_what_its_path_speaks_against_last(home: Path) -> None:
    with corpus.shards(home, "main") as opened:
        found = where_defined(opened, parse_name("Pod"), Filters(), 20)
    assert paths(found) == [
        "api/core/v1/types.go",  # imported by five files
        "api/core/v2/types.go",
        "internal/cache/state/pod.go",  # a longer path
        "pkg/alias/pod.go",  # a function, no type
        "pkg/zz_generated.pod.go",
        "examples/pod.go",
        "pkg/mock/pod.go",
        "pkg/cache/pod_test.go",
        "vendor/example.org/other/pod.go",
        "vendor/example.org/other/pod_test.go",
    ]


def test_the_order_is_total_whatever_the_limit(home: Path) -> None:
    every = paths(corpus.ask(home, "Pod"))
    assert len(set(every)) == len(every)
    for limit in range(1, len(every) + 1):
        answer = corpus.ask(home, "Pod", limit)
        assert paths(answer) == every[:limit]
        assert answer.total == len(every)


def test_scores_fall_and_a_tier_never_reaches_the_one_above(home: Path) -> None:
    matches = corpus.query(home, "pod").matches
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert [match.tier for match in matches] == sorted((match.tier for match in matches), key=list(Tier).index)


@pytest.mark.parametrize(
    ("name", "found", "tier"),
    [
        ("Pod", "api/core/v1/types.go", Tier.EXACT),
        ("pod", "pkg/folded/pod.go", Tier.EXACT),
        ("POD", "api/core/v1/types.go", Tier.FOLDED),
        ("podspec", "pkg/spec/spec.go", Tier.FOLDED),
        ("PodSp", "pkg/spec/spec.go", Tier.PREFIX),
        ("PodSp*", "pkg/spec/spec.go", Tier.PREFIX),
        ("SharedFactory", "pkg/factory/f.go", Tier.WORDS),
        ("NSIF", "pkg/factory/f.go", Tier.WORDS),
        ("http_server", "pkg/server/s.go", Tier.WORDS),
        ("Pdo", "api/core/v1/types.go", Tier.FUZZY),
        ("NewSharedInfromerFactory", "pkg/factory/f.go", Tier.FUZZY),
    ],
)
def test_a_name_is_answered_by_its_best_tier(home: Path, name: str, found: str, tier: Tier) -> None:
    first = corpus.ask(home, name).matches[0]
    assert (first.place.path, first.tier) == (found, tier)
    assert first.confidence is (Confidence.HEURISTIC if tier is Tier.FUZZY else Confidence.SYNTAX)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("v1.Pod", ["api/core/v1/types.go"]),
        ("core/v2.Pod", ["api/core/v2/types.go"]),
        ("example.org/root/api/core/v1.Pod", ["api/core/v1/types.go"]),
        ("HTTPServer.Run", ["pkg/server/s.go"]),
        ("(*HTTPServer).Run", ["pkg/server/s.go"]),
        ("server.HTTPServer.Run", ["pkg/server/s.go"]),
        ("httpserver.run", ["pkg/server/s.go"]),
        ("HttpServer.stop", ["pkg/server/t.go"]),
        ("Other.Run", ["pkg/server/s.go"]),
    ],
)
def test_a_qualified_name_is_only_what_it_names(home: Path, name: str, found: list[str]) -> None:
    matches = [match for match in corpus.ask(home, name).matches if match.place.repository == "main"]
    assert all(match.tier in (Tier.EXACT, Tier.FOLDED) for match in matches)
    assert [match.place.path for match in matches] == found


def test_a_name_that_a_package_gives_on_is_found_in_the_packages_within_it(home: Path) -> None:
    with corpus.shards(home, "main") as opened:
        found = where_defined(opened, parse_name("root/api.Pod"), Filters(), 20)
        assert paths(found) == ["api/core/v1/types.go", "api/core/v2/types.go"]
        assert found.total == 2
        (note,) = found.notes
        assert note.startswith("no Pod in root/api itself; within it are 2, of example.org/root/api/core/v1, ")
        elsewhere = where_defined(opened, parse_name("nowhere.Pod"), Filters(), 3)
    assert (elsewhere.total, len(elsewhere.matches)) == (0, 3)
    assert elsewhere.notes == ["no Pod in nowhere; these are elsewhere"]


def test_a_misspelt_name_is_not_found_but_the_nearest_are_said(home: Path) -> None:
    answer = corpus.ask(home, "OnlyHera")
    assert (answer.total, len(answer.matches)) == (0, 1)
    assert answer.notes == ["no symbol is named OnlyHera; the nearest names are OnlyHere"]


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("Zyzzyva", "no symbol is named Zyzzyva, nor anything near it, and no line holds it"),
        ("zyzzyva.go:191", "zyzzyva.go:191 is a place; file:zyzzyva.go finds the file"),
        ("pkg/zyzzyva.go:191:3", "pkg/zyzzyva.go:191:3 is a place; file:pkg/zyzzyva.go finds the file"),
    ],
)
def test_what_neither_a_symbol_nor_a_line_has_is_not_offered_as_text(home: Path, query: str, note: str) -> None:
    answer = corpus.query(home, query)
    assert not answer.matches
    assert answer.notes == [note]


def test_a_name_that_is_near_to_nothing_says_how_to_search_for_text(home: Path) -> None:
    answer = corpus.ask(home, "Zyzzyva")
    assert not answer.matches
    assert "codelens search '\"Zyzzyva\"'" in answer.notes[0]


def test_a_name_that_no_filter_lets_through_is_not_said_to_be_missing(home: Path) -> None:
    answer = corpus.ask(home, "OnlyHere", kinds=("macro",))
    assert not answer.matches
    assert "filters" in answer.notes[0]


@pytest.mark.parametrize(
    "name", ["\udcff.Run", "Server\udcff", "\udcff", "a" * 10_000, "^nsif", "\x1b[31m", "%", "\u0130"]
)
def test_any_name_gets_an_answer(home: Path, name: str) -> None:
    assert not any(match.tier in (Tier.EXACT, Tier.FOLDED) for match in corpus.ask(home, name).matches)


def test_filters_let_through_what_they_name(home: Path) -> None:
    def found(**filters: object) -> set[str]:
        return set(paths(corpus.ask(home, "Pod", **filters)))

    everything = found()
    assert found(kinds=("function",)) == {"pkg/alias/pod.go"}
    assert found(languages=("go",)) == everything
    assert found(files=("vendor",)) == {path for path in everything if "vendor" in path}
    assert found(files=("*_test.go",)) == {path for path in everything if path.endswith("_test.go")}
    assert found(files=("pkg/*/pod.go",)) == {"pkg/alias/pod.go", "pkg/mock/pod.go"}
    assert found(packages=("v1",)) == {"api/core/v1/types.go"}
    assert found(packages=("core/v1",)) == {"api/core/v1/types.go"}


def test_many_equals_are_cut_in_one_order_however_they_were_written(tmp_path: Path) -> None:
    files = {f"d{number:03}/a.go": f"package d{number:03}\n\nfunc Same() {{}}\n" for number in range(600)}
    source = corpus.write(tmp_path / "source", files)
    corpus.index(source, tmp_path / "home")
    corpus.index(corpus.write(source, {"d000/a.go": files["d000/a.go"] + "\n"}), tmp_path / "home")
    assert paths(corpus.ask(tmp_path / "home", "Same", 3)) == ["d000/a.go", "d001/a.go", "d002/a.go"]
