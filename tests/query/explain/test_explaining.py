"""What production prints leads to the statement that printed it."""

from __future__ import annotations

from contextlib import closing
from itertools import product
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.locations import Home
from codelens.query.explain.explaining import Explainer, best_places, explain
from codelens.query.explain.streaming import OTHERS, Stream
from codelens.query.session import Session

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "go.mod": "module example.org/harbour\n",
    "pier/pier.go": """package pier

import (
	"errors"
	"fmt"
	"os"

	"k8s.io/klog/v2"
)

const subsystem = "pier"

var errFull = errors.New("no berth is free")

func Moor(name string, berth int) error {
	klog.Infof("mooring %s at berth %d", name, berth)
	if berth > 9 {
		return fmt.Errorf("cannot moor %s: %w", name, errFull)
	}
	if os.Getenv("HARBOUR_NIGHT") != "" {
		klog.V(2).InfoS("Mooring by night", "name", name, "lamps", 2)
	}
	return nil
}
""",
    "pier/metrics.go": """package pier

import "github.com/prometheus/client_golang/prometheus"

var moored = prometheus.NewCounterVec(prometheus.CounterOpts{
	Namespace: "harbour",
	Subsystem: subsystem,
	Name:      "moorings_total",
	Help:      "Ships that were moored.",
}, []string{"berth"})
""",
    "main.go": """package main

import (
	"flag"
	"fmt"
	"net/http"
)

type Config struct {
	MostBerths int `yaml:"most_berths" json:"mostBerths,omitempty"`
}

func main() {
	depth := flag.Int("least-depth", 4, "Metres below the keel.")
	http.HandleFunc("/harbour/{name}/berths", list)
	if err := run(*depth); err != nil {
		fmt.Println(fmt.Errorf("harbour failed: %w", err))
	}
}

func run(depth int) error {
	panic("the tide is out")
}
""",
    "pier/pier_test.go": """package pier

func TestMoor(t *testing.T) {
	t.Fatalf("mooring %s at berth %d", "a", 1)
}
""",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harbour")
    corpus.index(corpus.write(folder / "demo", FILES), folder / "home")
    return folder / "home"


def _first(home: Path, text: str) -> str:
    """The first place of a text: path, line and what stands there."""
    with closing(Session(Home(home))) as session:
        places = best_places(explain(session, text))
    return f"{places[0].place.path}:{places[0].range.line + 1} {places[0].kind}" if places else ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I1120 12:00:00.000001       7 pier.go:16] mooring Anna at berth 3", "pier/pier.go:16 log"),
        ("mooring Anna at berth 3", "pier/pier.go:16 log"),
        ('I1120 12:00:00.000001  7 pier.go:21] "Mooring by night" name="Anna" lamps=2', "pier/pier.go:21 log"),
        ("cannot moor Anna: no berth is free", "pier/pier.go:13 error"),
        ("panic: the tide is out", "main.go:22 error"),
        ("harbour_pier_moorings_total", "pier/metrics.go:8 metric"),
        ('harbour_pier_moorings_total{berth="3"} 7', "pier/metrics.go:8 metric"),
        ("--least-depth=7", "main.go:14 flag"),
        ("HARBOUR_NIGHT=1", "pier/pier.go:20 env"),
        ("most_berths: 4", "main.go:10 config"),
        ("GET /harbour/rotterdam/berths?all=1", "main.go:15 route"),
        ("main.run(...)\n\t/build/harbour/main.go:22 +0x1d", "main.go:21 function"),
    ],
)
def test_each_kind_of_text_leads_to_its_statement(home: Path, text: str, place: str) -> None:
    assert _first(home, text) == place


def test_a_chain_is_its_frames_in_order(home: Path) -> None:
    with closing(Session(Home(home))) as session:
        found = explain(session, "harbour failed: cannot moor Anna: no berth is free")
    names = [each.matches[0].name for each in found]
    assert names == ["harbour failed: {}", "cannot moor {}: {}", "no berth is free"]
    assert [each.rank for each in found] == [0, 1, 2]


def test_what_tests_say_is_nobody_s(home: Path) -> None:
    with closing(Session(Home(home))) as session:
        paths = {match.place.path for each in explain(session, "mooring Anna at berth 3") for match in each.matches}
    assert "pier/pier_test.go" not in paths


def test_a_text_of_nobody_has_a_nearest_template_and_what_differs(home: Path) -> None:
    with closing(Session(Home(home))) as session:
        explainer = Explainer(session)
        stream = Stream(session)
        ((event, found),) = stream.explain(["moving Anna at berth"])
        near = explainer.nearest(event)
    assert found == []
    assert near is not None
    match, differs = near
    assert (match.name, differs.missing, differs.other) == ("mooring {} at berth {}", ("mooring",), ("moving", "anna"))


def test_a_stream_counts_what_produced_it(home: Path) -> None:
    lines = [f"mooring ship{number} at berth {number}" for number in range(50)] + ["who goes there"] * 3
    with closing(Session(Home(home))) as session:
        stream = Stream(session)
        for event, found in stream.explain(lines):
            stream.count(event, found)
    counts = [(seen.count, seen.first, seen.last, seen.match is not None) for seen in stream.seen.values()]
    assert counts == [(50, 0, 49, True), (3, 50, 52, False)]


def test_what_is_nobody_s_is_counted_together_where_there_is_too_much_of_it(home: Path) -> None:
    words = ("".join(letters) for letters in product("abcdefgh", repeat=4))
    with closing(Session(Home(home))) as session:
        stream = Stream(session)
        for event, found in stream.explain(f"unheard {word}" for word in words):
            stream.count(event, found)
    assert len(stream.seen) == 2_001
    assert (stream.seen[OTHERS].count, sum(seen.count for seen in stream.seen.values())) == (2_096, 4_096)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("kind:metric moorings", ["moorings_total"]),
        ("kind:flag least-depth", ["least-depth"]),
        ("kind:env", ["HARBOUR_NIGHT"]),
        ('kind:error "cannot moor"', ["cannot moor {}: {}"]),
        ("kind:log /^Moor/", ["Mooring by night"]),
        ("kind:config -file:main.go", []),
    ],
)
def test_what_an_operator_sees_can_be_searched_for(home: Path, query: str, names: list[str]) -> None:
    assert [match.name for match in corpus.query(home, query).matches] == names
