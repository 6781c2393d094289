"""Pictures of trees: lines, Mermaid, Graphviz; whatever a name holds, the picture stays whole."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
import graph_corpus
from codelens.model import Range, Role
from codelens.present.formats import printable
from codelens.present.pictures import PictureForm, draw
from codelens.query.matches import Confidence, Link, Match, Place, Tier

if TYPE_CHECKING:
    from pathlib import Path

FILES = graph_corpus.ALL


def match(symbol: str, path: str = "a/b.go", line: int = 0, repository: str = "demo") -> Match:
    place = Place(repository, "main", "", path, "go", "")
    where = Range(line, 0, line, 1)
    return Match(place, where, line, symbol, symbol, "function", Role.DEFINITION, "", Tier.EXACT, 1, Confidence.SYNTAX)


TREE = (
    Link(
        match("root"),
        links=(
            Link(match("one", line=1), "calls", (Link(match("deep", line=2), "calls"),)),
            Link(match("two", line=3), "calls", (), "12 more beside it"),
        ),
    ),
)


def test_a_tree_is_drawn_with_boxes() -> None:
    assert list(draw(TREE, PictureForm.TEXT)) == [
        "root  a/b.go:1",
        "├── calls one  a/b.go:2",
        "│   └── calls deep  a/b.go:3",
        "└── calls two  a/b.go:4  (12 more beside it)",
    ]


def test_a_tree_is_drawn_in_plain_characters_where_boxes_cannot_be_shown() -> None:
    assert list(draw(TREE, PictureForm.TEXT, boxes=False))[1:3] == [
        "|-- calls one  a/b.go:2",
        "|   `-- calls deep  a/b.go:3",
    ]


@given(st.integers(1, 60))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= max(width, 20) for line in draw(TREE, PictureForm.TEXT, width=width))


def test_the_repository_is_named_where_there_are_several() -> None:
    links = (Link(match("a"), links=(Link(match("b", repository="other"), "calls"),)),)
    assert list(draw(links, PictureForm.TEXT)) == ["a  a/b.go:1 [demo]", "└── calls b  a/b.go:1 [other]"]


def test_a_definition_is_one_node_however_often_it_is_met() -> None:
    again = Link(match("root"), "calls", (), "shown above")
    links = (Link(match("root"), links=(Link(match("one", line=1), "calls", (again,)),)),)
    assert list(draw(links, PictureForm.MERMAID)) == [
        "flowchart TD",
        '    n0["root<br>a/b.go:1"]',
        '    n1["one<br>a/b.go:2"]',
        '    n0 -->|"calls"| n1',
        '    n1 -->|"calls"| n0',
    ]


def test_a_chain_of_ten_thousand_links_is_drawn() -> None:
    link = Link(match("end"))
    for number in range(10_000):
        link = Link(match(f"f{number}", line=number), "calls", (link,))
    for form in PictureForm:
        assert sum("calls" in line for line in draw((link,), form)) >= 9_999


names = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30)


@given(names, names, names)
def test_a_digraph_reads_back_as_what_was_drawn(symbol: str, edge: str, note: str) -> None:
    links = (Link(match(symbol), links=(Link(match("other", line=1), edge, (), note),)),)
    lines = list(draw(links, PictureForm.DOT))
    text = "\n".join(lines)
    labels = re.findall(r'label="((?:[^"\\]|\\.)*)"', text)
    plain = [re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], label) for label in labels]
    assert plain[0] == f"{printable(symbol)}\na/b.go:1"
    assert plain[-1] == printable(edge)
    assert len(lines) == 6
    assert all("\n" not in line for line in lines)


@given(names, names, names)
def test_a_flowchart_reads_back_as_what_was_drawn(symbol: str, edge: str, note: str) -> None:
    links = (Link(match(symbol), links=(Link(match("other", line=1), edge, (), note),)),)
    lines = list(draw(links, PictureForm.MERMAID))
    assert len(lines) == 4
    label = re.fullmatch(r'    n0\["([^"]*)"\]', lines[1])
    drawn = re.fullmatch(r'    n0 -->\|"([^"]*)"\| n1', lines[3])
    assert label is not None
    assert drawn is not None
    assert unescaped(label[1]) == f"{printable(symbol)}\na/b.go:1"
    assert unescaped(drawn[1]) == printable(edge)


def unescaped(text: str) -> str:
    named = {"amp": "&", "quot": '"', "lt": "<", "gt": ">"}
    text = text.replace("<br>", "\n")
    assert not set(text) & set('"<>`|\\')
    return re.sub(r"#(\w+);", lambda found: named.get(found[1]) or chr(int(found[1])), text)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_what_is_drawn() -> None:
    hostile = 'a"b\\c\n{|}<x> \\N \\ \u2028 "'
    links = (Link(match(hostile), links=(Link(match("other\\", line=1), '"', (), "\\"),)),)
    text = "\n".join(draw(links, PictureForm.DOT))
    done = subprocess.run(["dot", "-Tplain"], input=text.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_commands_draw_what_they_answer(home: Path) -> None:
    done = corpus.run(home, "callers", "Server.save", "--repo", "shop", "--depth", "2", "--tree", PYTHONUTF8="1")
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        "Server.save  server/server.go:22",
        "└── called by Server.Handle  server/server.go:19",
        "    ├── called by start  cmd/main.go:14",
        "    └── called by Server.later  server/server.go:26",
    ]
    done = corpus.run(home, "implementers", "Store", "--tree", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.stdout.decode("ascii").splitlines()[1].startswith("|-- implemented by Memory")


def test_a_tree_stands_beside_the_summary_in_json(home: Path) -> None:
    done = corpus.run(home, "call-path", "loop", "finish", "--repo", "looping", "--tree", "--json")
    *matches, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["symbol"] for each in matches] == ["loop", "handle", "run", "finish"]
    assert last["summary"]["total"] == 4
    assert last["tree"][0]["links"][0]["edge"] == "calls"
    assert last["tree"][0]["links"][0]["match"] == matches[1]


def test_two_forms_at_once_are_refused(home: Path) -> None:
    done = corpus.run(home, "callers", "finish", "--json", "--format", "dot")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"choose one" in done.stderr


def test_nothing_found_draws_nothing_and_is_no_match(home: Path) -> None:
    done = corpus.run(home, "callers", "NewMemry", "--format", "mermaid")
    assert done.returncode == 1
    assert b"the nearest names are NewMemory" in done.stderr
