"""The command line's options of output: the form of an answer, permalinks, a file; of recipes as of other questions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pygit2
import pytest

import corpus

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

SOURCE = "package a\n\n// Serve serves.\nfunc Serve() {\n\tListen()\n}\n\nfunc Listen() {}\n"
RECIPE = """
name: who-listens
question: Who listens?
when: A port is in use.
topics: [processes]
steps:
  - title: Where it is defined
    where-defined: Listen
  - title: Nowhere
    search: '"nowhere at all"'
limits: Nothing else.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    corpus.commit(folder / "repo", {"a.go": SOURCE})
    pygit2.Repository(str(folder / "repo")).remotes.create("origin", "git@github.com:o/n.git")
    corpus.index(folder / "repo", folder / "home", "linked")
    corpus.index(corpus.write(folder / "plain", {"b.go": "package b\n\nfunc Plain() {}\n"}), folder / "home", "plain")
    return folder / "home"


@pytest.fixture
def recipe(tmp_path: Path) -> dict[str, str]:
    corpus.write(tmp_path / "codelens/queries/recipes", {"who-listens.yaml": RECIPE})
    return {"XDG_CONFIG_HOME": str(tmp_path)}


def page(home: Path, line: str) -> str:
    commit = pygit2.Repository(str(home.parent / "repo")).head.target
    return f"https://github.com/o/n/blob/{commit}/a.go#L{line}"


def out(ended: subprocess.CompletedProcess[bytes], status: int = 0) -> list[str]:
    assert ended.returncode == status, ended
    return ended.stdout.decode().splitlines()


def test_link_gives_the_page_of_each_match_at_its_commit(home: Path) -> None:
    assert out(corpus.run(home, "where-defined", "Listen", "-r", "linked", "--link")) == [
        f"{page(home, '8')}  func Listen() {{}}"
    ]
    match, _ = map(json.loads, out(corpus.run(home, "search", "Listen", "-r", "linked", "--link", "--json")))
    assert match["link"] == page(home, "8")
    assert "link" not in json.loads(out(corpus.run(home, "search", "Listen", "-r", "linked", "--json"))[0])


def test_show_names_the_page_of_the_whole_definition(home: Path) -> None:
    ended = corpus.run(home, "show", "Serve", "--link")
    assert f"linked {page(home, '4-L6')} function Serve" in ended.stderr.decode()
    assert ended.stdout.decode().startswith("// Serve serves.\n")


def test_what_has_no_page_keeps_its_place_and_is_said_once(home: Path) -> None:
    ended = corpus.run(home, "search", "kind:function", "--link")
    lines = sorted(line.partition("  ")[0] for line in out(ended, 2))
    assert lines[0].startswith("b.go:3:6: func Plain")
    assert [line for line in ended.stderr.decode().splitlines() if "error" in line] == [
        "codelens: error: plain: is a plain folder, without a commit that a link could be pinned to"
    ]


def test_markdown_links_what_it_can_and_complains_of_nothing(home: Path) -> None:
    lines = out(corpus.run(home, "search", "kind:function", "--format", "markdown"))
    assert lines[0] == "# search kind:function"
    assert f"- [`a.go:4:6`]({page(home, '4')}) function `Serve` (linked): `func Serve() {{`" in lines
    assert "- `b.go:3:6` function `Plain` (plain): `func Plain() {}`" in lines


def test_a_file_is_written_in_the_form_of_its_name_and_replaced_only_by_force(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "found.md"
    assert out(corpus.run(home, "where-defined", "Serve", "-o", str(file))) == []
    assert file.read_text().startswith("# where-defined Serve\n")
    refused = corpus.run(home, "where-defined", "Listen", "-o", str(file))
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.decode().count("\n") == 1
    assert "is there already" in refused.stderr.decode()
    ended = corpus.run(home, "where-defined", "Listen", "-o", str(file), "--force", "--format", "text")
    assert f"codelens: written to {file}" in ended.stderr.decode()
    assert file.read_text() == "a.go:8:6: func Listen() {}  [linked]\n"


def test_a_picture_and_the_source_go_to_a_file_too(home: Path, tmp_path: Path) -> None:
    assert out(corpus.run(home, "callees", "Serve", "-o", str(tmp_path / "calls.dot"))) == []
    assert (tmp_path / "calls.dot").read_text().startswith("digraph codelens {\n")
    assert out(corpus.run(home, "callees", "Serve", "--tree", "-o", str(tmp_path / "calls.txt"))) == []
    assert (tmp_path / "calls.txt").read_text() == "Serve  a.go:4\n└── calls Listen  a.go:8\n"
    assert out(corpus.run(home, "show", "Serve", "-o", str(tmp_path / "serve.go"))) == []
    assert (tmp_path / "serve.go").read_text() == "// Serve serves.\nfunc Serve() {\n\tListen()\n}\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--json", "--format", "markdown"], "--json and --format markdown are two forms of one answer; choose one"),
        (["--force"], "--force is about the file of --output; name one"),
        (["-o", "no/such/file.md"], "there is no folder"),
        (["--format", "dot"], "'dot' is not one of 'text', 'json', 'markdown'"),
    ],
)
def test_options_that_contradict_are_one_line(home: Path, options: list[str], said: str) -> None:
    ended = corpus.run(home, "search", "Serve", *options)
    assert (ended.returncode, ended.stdout) == (2, b"")
    (line,) = ended.stderr.decode().splitlines()
    assert said in line


def test_json_is_a_form_like_the_others(home: Path) -> None:
    asked = ["where-defined", "Serve"]
    short, long = (out(corpus.run(home, *asked, *options)) for options in (["--json"], ["--format", "json"]))
    assert short[:-1] == long[:-1]
    assert "summary" in json.loads(long[-1])


def test_a_recipe_has_the_same_options(home: Path, recipe: dict[str, str], tmp_path: Path) -> None:
    assert out(corpus.run(home, "who-listens", "--link", **recipe)) == [
        f"{page(home, '8')}  func Listen() {{}}  [linked]"
    ]
    linked = json.loads(out(corpus.run(home, "who-listens", "--link", "--json", **recipe))[0])
    assert (linked["step"], linked["link"]) == ("Where it is defined", page(home, "8"))
    file = tmp_path / "found.md"
    ended = corpus.run(home, "who-listens", "-o", str(file), **recipe)
    assert out(ended) == []
    text = file.read_text()
    assert text.startswith("# who-listens\n\nWho listens? A port is in use.\n\n## Where it is defined\n\n1 match")
    assert "\n## Nowhere\n" in text
    assert text.endswith("Nothing else.\n")
    assert out(corpus.run(home, "who-listens", "--format", "markdown", **recipe)) == text.splitlines()


def test_a_recipe_in_a_file_is_what_standard_output_has(home: Path, recipe: dict[str, str], tmp_path: Path) -> None:
    corpus.run(home, "who-listens", "-o", str(tmp_path / "a.jsonl"), **recipe)
    written = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    given = [json.loads(line) for line in out(corpus.run(home, "who-listens", "--json", **recipe))]
    for lines in (written, given):
        for line in lines:
            for part in line.values():
                if isinstance(part, dict):
                    part.pop("seconds")
    assert written == given
