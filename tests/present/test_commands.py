"""The command line's manners: exit statuses, what goes where, the contract of --json, pipes and interrupts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.index.generations import ShardFolder
from codelens.locations import Home

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "go.mod": "module example.org/root\n",
    "server/server.go": "package server\n\n// Server serves.\ntype Server struct {\n\tName string\n}\n\n"
    "// Run runs it.\nfunc (s *Server) Run() error {\n\treturn nil\n}\n",
    "server/client.go": 'package server\n\nfunc Use() { (&Server{}).Run() }\n\nvar text = "took too long"\n',
    "tool.py": "class Tool:\n\tdef run(self):\n\t\treturn Server()\n",
}
MATCH_KEYS = [
    "repository", "revision", "commit", "path", "line", "column", "end_line", "name", "symbol", "kind", "role",
    "language", "package", "signature", "match", "score", "confidence", "in",
]  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    corpus.commit(folder / "repo", FILES)
    corpus.index(folder / "repo", folder / "home", "main")
    corpus.index(corpus.write(folder / "other", {"o.py": "def other(): pass\n"}), folder / "home", "other")
    return folder / "home"


def out(ended: subprocess.CompletedProcess[bytes]) -> list[str]:
    assert b"Traceback" not in ended.stderr, ended.stderr.decode()
    return ended.stdout.decode().splitlines()


def error(ended: subprocess.CompletedProcess[bytes]) -> str:
    """The one line of an error, which leaves standard output empty."""
    assert (ended.returncode, ended.stdout) == (2, b""), ended
    (line,) = ended.stderr.decode().splitlines()
    assert line.startswith("codelens: error: ")
    return line.removeprefix("codelens: error: ")


@pytest.mark.parametrize(
    ("arguments", "status", "lines"),
    [
        (["where-defined", "Server"], 0, ["server/server.go:4:6: type Server struct {  [main]"]),
        (["where-defined", "Server", "--repo", "main"], 0, ["server/server.go:4:6: type Server struct {"]),
        (["where-defined", "Server.Run", "-r", "m*"], 0, ["server/server.go:9:18: func (s *Server) Run() error {"]),
        (["where-defined", "Sevrer", "-r", "main"], 1, ["server/server.go:4:6: type Server struct {"]),
        (["where-defined", "Zyzzyva"], 1, []),
        (["where-defined", "Run", "--lang", "python", "-r", "main"], 0, ["tool.py:2:6: def run(self):"]),
        (["where-defined", "Run", "--lang", "py", "-r", "main"], 0, ["tool.py:2:6: def run(self):"]),
        (["where-defined", "Run", "--lang", "php", "-r", "main"], 1, []),
        (["where-defined", "client.go:3:26"], 0, ["server/server.go:9:18: func (s *Server) Run() error {  [main]"]),
        (["where-defined", "client.go:3:16", "-r", "main"], 0, ["server/server.go:4:6: type Server struct {"]),
        (["where-defined", "server.go:10", "-r", "main"], 0, ["server/server.go:9:18: func (s *Server) Run() error {"]),
        (["references", "Server", "-r", "main", "-k", "call"], 0, ["tool.py:3:10: return Server()"]),
        (["references", "Zyzzyva"], 1, []),
        (["search", "kind:struct"], 0, ["server/server.go:4:6: type Server struct {  [main]"]),
        (["search", '"took too long"', "repo:main"], 0, ['server/client.go:5:13: var text = "took too long"']),
        (["search", "-file:server", "run", "repo:main"], 0, ["tool.py:2:6: def run(self):"]),
        (["search", "Run", "-lang:go", "repo:main"], 0, ["tool.py:2:6: def run(self):"]),
        (["search", "Run", "-lang:Golang", "repo:main"], 0, ["tool.py:2:6: def run(self):"]),
        (["search", '"nowhere at all"'], 1, []),
        (["outline", "client.go"], 0, ["server/client.go:3:6: func Use() { (&Server{}).Run() }",
                                       'server/client.go:5:5: var text = "took too long"']),
        (["show", "Server.Run"], 0, ["// Run runs it.", "func (s *Server) Run() error {", "\treturn nil", "}"]),
        (["show", "server/server.go:10"], 0, ["// Run runs it.", "func (s *Server) Run() error {", "\treturn nil",
                                               "}"]),
        (["show", "tool.py:3:2", "-r", "main"], 0, ["\tdef run(self):", "\t\treturn Server()"]),
        (["show", "Tool"], 0, ["class Tool:", "\tdef run(self):", "\t\treturn Server()"]),
        (["show", "Zyzzyva"], 1, []),
    ],
)  # fmt: skip
def test_an_answer_is_its_lines_and_its_status(home: Path, arguments: list[str], status: int, lines: list[str]) -> None:
    ended = corpus.run(home, *arguments)
    assert (ended.returncode, out(ended)) == (status, lines), ended.stderr.decode()
    assert all(line.startswith("codelens: ") for line in ended.stderr.decode().splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serach", "x"], "no command 'serach'; did you mean search?; see: codelens --help"),
        (["zzz"], "no command 'zzz'; to look for it: codelens search zzz; see: codelens --help"),
        (["where-defined"], "Missing argument 'NAME'; see: codelens where-defined --help"),
        (["where-defined", "x", "--limit", "0"], "Invalid value for '--limit'"),
        (["where-defined", "x", "--nonsense"], "No such option"),
        (["where-defined", "..."], "'...' holds no name; type one, such as"),
        (["where-defined", "client.go:2:1"], "server/client.go:2:1: no name stands here; choose one"),
        (["where-defined", "client.go:99:9"], "server/client.go:99:9: no name stands here; choose one"),
        (["where-defined", "nowhere.go:2:1"], "nowhere.go: no such file in the index; to look for it"),
        (["where-defined", "x", "--kind", "strct"], "unknown kind 'strct'; did you mean struct?"),
        (["where-defined", "x", "--lang", "pyhton"], "unknown language 'pyhton'; did you mean python?"),
        (["where-defined", "x", "--repo", "mian"], "mian: not indexed; did you mean main?"),
        (["where-defined", "x", "--repo", "zzz"], "zzz: not indexed; run: codelens update zzz"),
        (["where-defined", "x", "--rev", "v9"], "no repository asked is indexed at 'v9'; there are: main, worktree"),
        (["search", "kind:"], "a value is missing after kind: (column 6 of 'kind:')"),
        (["search", '"open'], "a quote is not closed"),
        (["search", "/(/"], "not a regular expression"),
        (["search", "x", "role:other"], "role: is definition or reference (column 8 of 'x role:other')"),
        (["search", "role:reference"], "references are asked for by name"),
        (["search", "y", '-"x"'], "a text can be left out of lines of text only"),
        (["search", "-file:y"], "there is only something to leave out"),
        (["search", "-repo:*", "y"], "every repository that this query asks for is left out"),
        (
            ["outline", "nowhere.go"],
            "nowhere.go: no such file in the index; to look for it: codelens search file:nowhere.go",
        ),
        (["tags", "nowhere.go"], "nowhere.go: no such file in the index"),
        (["export", "zzz"], "zzz: not indexed"),
        (["export", "--format", "xml"], "Invalid value for '--format'"),
        (["index", "--repos", "/nowhere.yaml"], "/nowhere.yaml"),
        (["index", "--all", "main"], "--all is all of the manifest; leave it out, or the names and groups"),
        (["index", "no-such-thing"], 'no repository or group "no-such-thing"'),
    ],
)
def test_bad_usage_is_one_line_and_status_2(home: Path, arguments: list[str], said: str) -> None:
    assert said in error(corpus.run(home, *arguments))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["where-defined", "x"], "nothing is indexed in"),
        (["status"], "nothing is indexed in"),
        (["update"], "nothing is fetched"),
    ],
)
def test_nothing_indexed_yet_says_what_to_run(tmp_path: Path, arguments: list[str], said: str) -> None:
    line = error(corpus.run(tmp_path / "home", *arguments))
    assert said in line
    assert "codelens update" in line


def test_a_home_that_can_not_be_written_is_one_line(tmp_path: Path) -> None:
    corpus.write(tmp_path, {"file": "", "repos.yaml": "repositories: []\n"})
    line = error(corpus.run(tmp_path / "file" / "home", "index", "--repos", str(tmp_path / "repos.yaml"), cwd=tmp_path))
    assert "can't be made a home" in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("repositories: [\n", "repos.yaml"),
        ("repositories: 5\n", '"repositories" must be a list'),
        ("repositories:\n  - name: a\n    path: .\n  - name: a\n    path: .\n", 'a: name: "a" is there twice'),
        ("repositories:\n  - name: a\n    path: nowhere\n", "a: path: "),
        ("repositories:\n  - name: a\n    path: .\n    revision: 1.20\n", "a: revision: YAML reads 1.2 as a number"),
    ],
)
def test_a_wrong_manifest_is_one_line_with_file_entry_and_field(tmp_path: Path, text: str, said: str) -> None:
    corpus.write(tmp_path, {"repos.yaml": text})
    ended = corpus.run(tmp_path / "home", "index", "--repos", str(tmp_path / "repos.yaml"))
    line = error(ended)
    assert said in line
    assert "repos.yaml" in line


def test_one_repository_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    good = corpus.write(tmp_path / "good", {"a.py": "def good(): pass\n"})
    repos = corpus.manifest(tmp_path / "repos.yaml", bad=tmp_path / "nowhere", good=good)
    ended = corpus.run(tmp_path / "home", "index", "--repos", str(repos))
    first, second = ended.stderr.decode().splitlines()
    assert ended.returncode == 2
    assert first.startswith("codelens: error: ")
    assert second.startswith("good: indexed 1 files")
    assert out(corpus.run(tmp_path / "home", "where-defined", "good")) == ["a.py:1:5: def good(): pass"]


def test_a_revision_that_is_not_there_names_the_repository(home: Path) -> None:
    repos = corpus.manifest(home.parent / "repos.yaml", main=home.parent / "repo")
    line = error(corpus.run(home, "index", "--rev", "v9.9", "--repos", str(repos)))
    assert "main" in line
    assert "v9.9" in line


def test_a_shard_that_is_being_written_is_one_line_and_still_answers(home: Path) -> None:
    repos = corpus.manifest(home.parent / "repos.yaml", main=home.parent / "repo")
    with ShardFolder(Home(home).shards, "main", "main").locked():
        line = error(corpus.run(home, "index", "--repos", str(repos)))
        assert line == f"main@main: is being indexed by process {os.getpid()}; wait for it, then run again"
        assert corpus.run(home, "where-defined", "Server").returncode == 0


def test_a_damaged_shard_is_said_and_the_others_answer_with_status_2(tmp_path: Path) -> None:
    for name in ("one", "two"):
        corpus.index(corpus.write(tmp_path / name, {"a.py": "def here(): pass\n"}), tmp_path / "home", name)
    next((tmp_path / "home" / "shards").glob("one@*/g-*/manifest.json")).write_bytes(b"{")
    for arguments in (["where-defined", "here"], ["export"], ["status"], ["search", "here"]):
        ended = corpus.run(tmp_path / "home", *arguments)
        assert (ended.returncode, bool(out(ended))) == (2, True)
        assert ended.stderr.startswith(b"codelens: error: one@worktree: the index is damaged")
    assert corpus.run(tmp_path / "home", "where-defined", "here", "--repo", "two").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [["where-defined", "Server"], ["references", "Server"], ["search", '"Server"'], ["search", "file:tool"],
     ["outline", "tool.py"], ["show", "Tool"], ["where-defined", "Sevrer"], ["where-defined", "Zyzzyva"]],
)  # fmt: skip
def test_json_is_one_match_a_line_and_the_summary_last(home: Path, arguments: list[str]) -> None:
    *matches, last = map(json.loads, out(corpus.run(home, *arguments, "--json")))
    assert all(list(match) == MATCH_KEYS for match in matches)
    assert list(last) == ["summary"]
    assert list(last["summary"]) == ["total", "shown", "truncated", "searched", "skipped", "seconds"]
    assert list(last["summary"]["searched"]) == ["repositories", "files"]
    assert last["summary"]["shown"] == len(matches)


def test_json_of_a_definition_is_the_contract_to_the_letter(home: Path) -> None:
    commit = out(corpus.run(home, "status", "main", "--json"))[0]
    match, last = map(json.loads, out(corpus.run(home, "where-defined", "Server.Run", "--json", "-r", "main")))
    assert match == {
        "repository": "main",
        "revision": "main",
        "commit": json.loads(commit)["commit"],
        "path": "server/server.go",
        "line": 9,
        "column": 18,
        "end_line": 11,
        "name": "Run",
        "symbol": "Server.Run",
        "kind": "method",
        "role": "definition",
        "language": "go",
        "package": "example.org/root/server",
        "signature": "func (s *Server) Run() error {",
        "match": "exact",
        "score": 1.0,
        "confidence": "syntax",
        "in": "",
    }
    assert {key: value for key, value in last["summary"].items() if key != "seconds"} == {
        "total": 1,
        "shown": 1,
        "truncated": False,
        "searched": {"repositories": 1, "files": 4},
        "skipped": {},
    }


def test_a_limit_is_said_to_have_left_out_matches(home: Path) -> None:
    *matches, last = map(json.loads, out(corpus.run(home, "search", '"Server"', "--json", "-n", "2")))
    assert (len(matches), last["summary"]["truncated"], last["summary"]["total"] > 2) == (2, True, True)
    ended = corpus.run(home, "search", '"Server"', "-n", "2")
    assert f"2 of {last['summary']['total']} matches" in ended.stderr.decode()
    assert f"--limit {last['summary']['total']}" in ended.stderr.decode()


def test_status_has_a_line_of_json_a_repository(home: Path) -> None:
    main, other = map(json.loads, out(corpus.run(home, "status", "--json")))
    assert (main["repository"], main["files"], main["languages"]) == ("main", 4, {"go": 2, "python": 1})
    assert (other["repository"], other["revision"], other["commit"]) == ("other", "worktree", "")
    assert out(corpus.run(home, "status", "other"))[0].startswith("other  worktree  as it was  indexed ")


def test_status_lists_what_the_manifest_has_beside_what_is_indexed(home: Path, tmp_path: Path) -> None:
    text = "repositories:\n  - {name: main, url: x}\n  - {name: far, url: x, revision: v1, size: 25 MB}\n"
    repos = corpus.write(tmp_path, {"repos.yaml": text}) / "repos.yaml"
    arguments = ("status", "--repos", str(repos))
    lines = out(corpus.run(home, *arguments, "--all"))
    assert lines[0] == "far  v1  not fetched, 25.0 MB to fetch"
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == ["far", "main", "other"]
    assert len(out(corpus.run(home, *arguments))) == len(lines) - 1
    far, main, _ = map(json.loads, out(corpus.run(home, *arguments, "--all", "--json")))
    assert (far["repository"], far["state"], main["state"]) == ("far", "not fetched", "indexed")
    repos.write_text("repositories: 5\n")
    ended = corpus.run(home, *arguments)
    assert (ended.returncode, len(ended.stdout.splitlines())) == (2, 6)
    assert ended.stderr.startswith(b"codelens: error: ")


def test_status_lists_the_files_of_one_skip_reason(tmp_path: Path) -> None:
    source = corpus.write(tmp_path / "source", {"a.bin": b"\0", "b.go": "package b\n", "vendor/c.go": "package c\n"})
    (source / "link").symlink_to("b.go")
    home, repos = tmp_path / "home", tmp_path / "repos.yaml"
    repos.write_text(f"repositories:\n  - {{name: demo, path: {source}, exclude: [vendor]}}\n")
    assert corpus.run(home, "index", "--repos", str(repos)).returncode == 0
    listed = {
        ("--reason", "binary"): ["a.bin"],
        ("--reason", "excluded"): ["vendor/c.go"],
        ("--reason", "timeout"): [],
        ("--skips",): ["a.bin", "link", "vendor/c.go"],
    }
    for options, paths in listed.items():
        _, *skips = map(json.loads, out(corpus.run(home, "status", *options, "--json", "--repos", str(repos))))
        assert [skip["path"] for skip in skips] == paths


def test_a_tags_file_is_sorted_and_leads_to_each_definition(home: Path) -> None:
    lines = out(corpus.run(home, "export", "main", "--format", "ctags"))
    header = [line for line in lines if line.startswith("!_TAG_")]
    tags = [line.split("\t") for line in lines[len(header) :]]
    assert header[:2] == [
        "!_TAG_FILE_FORMAT\t2\t/extended format/",
        "!_TAG_FILE_SORTED\t1\t/0=unsorted, 1=sorted, 2=foldcase/",
    ]
    assert [tag[0].encode() for tag in tags] == sorted(tag[0].encode() for tag in tags)
    for name, path, address, *fields in tags:
        assert address.endswith(';"')
        assert name in FILES[path].splitlines()[int(address[:-2]) - 1]
        keys = dict(field.split(":", 1) for field in fields)
        assert {"kind", "line", "language"} <= set(keys)
    assert ["Run", "server/server.go", '9;"', "kind:method", "line:9", "language:go", "scope:Server"] in tags


def test_tags_annotates_a_file_of_the_disk_or_of_the_index(home: Path, tmp_path: Path) -> None:
    expected = "class Tool:\n#     ^^^^ definition.class Tool\n"
    assert corpus.run(home, "tags", "tool.py").stdout.decode().startswith(expected)
    corpus.write(tmp_path, {"own.py": "class Tool:\n    pass\n", "own.zzz": "text"})
    assert corpus.run(home, "tags", str(tmp_path / "own.py")).stdout.decode().startswith(expected)
    assert "no language claims it" in error(corpus.run(home, "tags", str(tmp_path / "own.zzz")))


def test_a_reader_that_goes_away_is_success(tmp_path: Path) -> None:
    many = {f"m{number}.py": "".join(f"def f{number}_{line}(): pass\n" for line in range(400)) for number in range(20)}
    corpus.index(corpus.write(tmp_path / "many", many), tmp_path / "home")
    for arguments in ("export", "export --format ctags", "export --format text", "search kind:function --limit 9999"):
        command = subprocess.list2cmdline(corpus.command(*arguments.split()))
        script = f"{command} | head -n 1; echo ${{PIPESTATUS[0]}}"
        ended = subprocess.run(
            ["bash", "-c", script], env=corpus.environment(tmp_path / "home"), capture_output=True, check=False
        )
        first, status = ended.stdout.splitlines()
        assert (bool(first), status) == (True, b"0"), arguments
        assert b"Traceback" not in ended.stderr
        assert b"error" not in ended.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110 - a device
def test_an_output_that_can_not_be_written_is_one_line_and_status_2(home: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        ended = subprocess.run(
            corpus.command("export"), env=corpus.environment(home), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.decode().splitlines()[0].startswith("codelens: error: ")
    assert b"Traceback" not in ended.stderr


def test_an_interrupted_question_ends_with_130(tmp_path: Path) -> None:
    many = {f"{number}.txt": "a\n" * 1_000_000 for number in range(5)}
    corpus.index(corpus.write(tmp_path / "slow", many), tmp_path / "home")
    process = subprocess.Popen(
        corpus.command("search", "/./"),
        env=corpus.environment(tmp_path / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=20)
    assert (process.returncode, stdout, stderr.strip()) == (130, b"", b"codelens: error: interrupted")


def test_help_and_version_need_no_home(tmp_path: Path) -> None:
    assert "Commands:" in "\n".join(out(corpus.run(tmp_path / "home")))
    assert out(corpus.run(tmp_path / "home", "--version"))[0].startswith("codelens ")
    for command in (
        "search",
        "where-defined",
        "references",
        "show",
        "outline",
        "tags",
        "export",
        "status",
        "index",
        "update",
    ):
        ended = corpus.run(tmp_path / "home", command, "--help")
        assert ended.returncode == 0
        assert f"Example: codelens {command}" in "\n".join(out(ended))
    assert not (tmp_path / "home").exists()


def test_help_is_a_word_as_well_as_an_option(home: Path) -> None:
    assert out(corpus.run(home, "help")) == out(corpus.run(home, "--help"))
    assert out(corpus.run(home, "help", "search")) == out(corpus.run(home, "search", "--help"))
    assert error(corpus.run(home, "help", "serch")).startswith("no command 'serch'; did you mean search?")


def test_a_place_without_a_definition_says_what_to_type(home: Path) -> None:
    message = "server/server.go:1: no definition stands around it; those of the file: codelens outline server/server.go"
    assert error(corpus.run(home, "show", "server/server.go:1")) == message
