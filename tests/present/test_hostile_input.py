"""What a repository may hold: a file is indexed or skipped with a reason, answers are well-formed, nothing ends."""

from __future__ import annotations

import json
import os
from contextlib import closing
from typing import TYPE_CHECKING

import pygit2
import pytest
from pygit2.enums import FileMode, ObjectType

import corpus
from codelens.extract.languages import load_languages
from codelens.fetch.sources import open_source
from codelens.index.workers import Task, read_blobs

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

NEWLINE, INVALID, ESCAPE = "new\nline.py", "inv\udcff.py", "esc\x1b[31m.py"
FILES: dict[str, bytes | str] = {
    "latin1.py": "# Stra\xdfe\nname_latin = 1\n".encode("latin-1"),
    "invalid_identifier.py": b"name\xff\xfe = 1\n",
    "crlf.py": b"def crlf():\r\n    return 1\r\n\r\n\r\nclass After:\r\n    pass\r\n",
    "bom.py": b"\xef\xbb\xbfdef with_bom():\n    pass\n",
    "carriage.py": b"first = 1\rsecond = 2\r",
    "nul.py": b"x = 1\0\n",
    "late_nul.py": b"def before_nul():\n    pass\n" + b"# x\n" * 3000 + b"y = '\0'\n",
    "utf16.py": "\ufeffname = 1\n".encode("utf-16"),
    "empty.py": b"",
    "comments.py": b"# only\n# comments\n",
    "one_line.py": b"x=1;" * 2_500_000,
    "wide.txt": b"word " * 100_000,
    "no_newline.py": b"def last(): pass",
    "trojan.py": "def right\u202e\u2066(): pass\n".encode(),
    NEWLINE: "def in_newline(): pass\n",
    INVALID: "def in_invalid(): pass\n",
    ESCAPE: "def in_escape(): pass\n",
    " lead and trail ": "text\n",
    'quote".py': "def in_quote(): pass\n",
    "back\\slash.py": "def in_backslash(): pass\n",
    "--help": "text\n",
    "-r.py": "def in_dash(): pass\n",
    "d\xe9j\xe0.py": "def d\xe9j\xe0_vu(): pass\n",
    "inv\udcfe/go.mod": "module example.org/x\n",
    "inv\udcfe/pkg/a.go": "package pkg\n\nfunc InInvalidFolder() {}\n",
    "mod/go.mod": b"module " + b"m" * 100_000 + b"\n",
    "mod/a.go": "package mod\n\nfunc InLongModule() {}\n",
    "deep/" + "d/" * 200 + "deep.py": "def deep(): pass\n",
    "no/extension": "#!/usr/bin/env python3\ndef by_interpreter(): pass\n",
    "many_names.py": "".join(f"n{number} = 1\n" for number in range(5000)),
    "long_name.py": "l" * 5000 + " = 1\n",
    "long_string.py": "text = '" + "s" * 15_000 + "'\n",
}
FINDABLE = (
    "crlf",
    "After",
    "with_bom",
    "before_nul",
    "last",
    "in_newline",
    "in_invalid",
    "in_escape",
    "in_quote",
    "in_backslash",
    "in_dash",
    "d\xe9j\xe0_vu",
    "InInvalidFolder",
    "InLongModule",
    "deep",
    "by_interpreter",
    "n4999",
)


def output(ended: subprocess.CompletedProcess[bytes]) -> list[str]:
    assert b"Traceback" not in ended.stderr, ended.stderr.decode()
    return ended.stdout.decode().splitlines()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    source = corpus.write(folder / "source", FILES)
    with (source / "huge.c").open("wb") as huge:
        huge.truncate(100_000_000)
    (source / "loop").symlink_to("loop")
    (source / "up").symlink_to("..")
    (source / "out").symlink_to("/etc/passwd")
    os.mkfifo(source / "pipe.py")
    ended = corpus.run(folder / "home", "index", "--repos", str(corpus.manifest(folder / "repos.yaml", hostile=source)))
    assert (ended.returncode, ended.stdout) == (0, b""), ended.stderr.decode()
    (line,) = ended.stderr.decode().splitlines()
    assert line.startswith("hostile: indexed ")
    return folder / "home"


def test_each_file_is_indexed_or_skipped_with_a_reason(home: Path) -> None:
    described, *skips = map(json.loads, output(corpus.run(home, "status", "--json", "--skips")))
    assert described["files"] == len(FILES) + 5
    found = {skip["path"]: skip["skipped"] for skip in skips}
    reasons = {
        "huge.c": "too large",
        "loop": "symbolic link",
        "up": "symbolic link",
        "out": "symbolic link",
        "pipe.py": "unreadable",
        "nul.py": "binary",
        "utf16.py": "binary",
        "one_line.py": "too large",
    }
    assert {path: reason for path, reason in found.items() if reason != "unparsable part"} == reasons
    assert sum(described["skips"].values()) == len(found)


def test_status_for_people_has_one_line_a_skip(home: Path) -> None:
    lines = output(corpus.run(home, "status", "--skips"))
    assert "    huge.c: too large" in lines
    assert all(line.startswith(("    ", "hostile  ")) for line in lines)


@pytest.mark.parametrize("name", FINDABLE)
def test_what_can_be_read_is_found(home: Path, name: str) -> None:
    assert [match.name for match in corpus.ask(home, name).matches] == [name]


def test_every_symbol_leaves_as_valid_json_and_as_one_line_of_text(home: Path) -> None:
    exported = [json.loads(line) for line in output(corpus.run(home, "export"))]
    paths = {symbol["path"] for symbol in exported}
    assert {"new\\nline.py", "inv\\xff.py", "esc\\x1b[31m.py", "inv\\xfe/pkg/a.go", 'quote".py'} <= paths
    text = output(corpus.run(home, "export", "--format", "text"))
    assert len(text) == len(exported)
    assert not any("\x1b" in line or "\udcff" in line for line in text)


def test_a_tags_file_of_it_has_three_fields_a_line_and_is_sorted(home: Path) -> None:
    header, tags = [], []
    for line in corpus.run(home, "export", "--format", "ctags").stdout.split(b"\n")[:-1]:
        (header if line.startswith(b"!_TAG_") else tags).append(line)
    assert tags == sorted(tags)
    assert all(len(line.split(b"\t")) >= 4 and line.split(b"\t")[2].endswith(b';"') for line in tags)


def test_text_is_found_where_a_name_or_the_encoding_is_strange(home: Path) -> None:
    for text in ("in_invalid", "in_newline", "Stra", "second = 2", "by_interpreter", "s" * 3000):
        ended = corpus.run(home, "search", "--json", f'"{text}"')
        *matches, summary = map(json.loads, output(ended))
        assert (ended.returncode, len(matches), summary["summary"]["total"]) == (0, 1, 1), text


def test_a_skipped_file_is_still_found_by_its_path(home: Path) -> None:
    matches = corpus.query(home, "file:huge.c").matches
    assert [(match.place.path, match.signature) for match in matches] == [("huge.c", "skipped: too large")]


def test_symbolic_links_are_never_followed(home: Path) -> None:
    assert not corpus.find(home, "root:").total


@pytest.mark.parametrize("path", ["crlf.py", NEWLINE, INVALID, "empty.py"])
def test_an_outline_of_a_strange_file_is_an_answer(home: Path, path: str) -> None:
    ended = corpus.run(home, "outline", path)
    assert ended.returncode == (1 if path == "empty.py" else 0), ended.stderr
    output(ended)


def test_show_and_tags_give_a_file_with_carriage_returns_as_it_reads(home: Path) -> None:
    assert output(corpus.run(home, "show", "crlf")) == ["def crlf():", "    return 1"]
    assert "#   ^^^^ definition.function crlf" in output(corpus.run(home, "tags", "crlf.py"))


def test_a_file_too_large_to_read_is_one_line(home: Path, tmp_path: Path) -> None:
    for file in ("huge.c", str(corpus.write(tmp_path, {"l.py": b"x = 1\n" * 500_000}) / "l.py"), "a" * 5000):
        ended = corpus.run(home, "tags", file)
        output(ended)
        assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)


def test_deep_nesting_and_open_brackets_cost_no_more_than_their_file(tmp_path: Path) -> None:
    wrapped = {
        "nested": "(\n" * 100_000 + ")\n" * 100_000,
        "blocks": "{\n" * 50_000,
    }
    source, tasks = tmp_path / "source", []
    for language in load_languages().by_name.values():
        for name, text in wrapped.items():
            corpus.write(source, {f"{language.name}/{name}": f"{text}// {language.name}"})
    with closing(open_source(corpus.entry(source), tmp_path)) as opened:
        for file in opened.files():
            tasks.append(Task(len(tasks), file.blob, file.path, file.path.partition("/")[0], file.size))
        results = {task.path: read.skipped for task, read in read_blobs(opened.location, tasks, 2, guard=0.5)}
    assert set(results) == {task.path for task in tasks}
    assert set(results.values()) <= {"", "unparsable part", "timeout"}, results


def test_a_repository_with_links_submodules_and_impossible_names_is_indexed(tmp_path: Path) -> None:
    repo = pygit2.init_repository(str(tmp_path / "repo"), bare=True, initial_head="main")
    blob = repo.create_blob(b"def fine(): pass\n").raw
    entries = [
        (b"100644", b"..", blob),
        (b"100644", b".git", blob),
        (b"160000", b"module", bytes(19) + b"\1"),
        (b"100644", b"new\nline.py", blob),
        (b"120000", b"self", repo.create_blob(b"self").raw),
        (b"100755", b"x\xff.py", blob),
        (b"100644", b"y.py", bytes(19) + b"\2"),
    ]
    tree = repo.odb.write(
        ObjectType.TREE, b"".join(b"%b %b\0%b" % entry for entry in sorted(entries, key=lambda e: e[1]))
    )
    repo.create_commit("refs/heads/main", corpus.WHO, corpus.WHO, "m", tree, [])
    assert FileMode.COMMIT == 0o160000
    repos = corpus.manifest(tmp_path / "repos.yaml", strange=tmp_path / "repo")
    ended = corpus.run(tmp_path / "home", "index", "--repos", str(repos))
    output(ended)
    assert ended.returncode == 0, ended.stderr.decode()
    (described,) = map(json.loads, output(corpus.run(tmp_path / "home", "status", "--json")))
    assert described["skips"] == {"missing object": 1, "submodule": 1, "symbolic link": 1}
    assert corpus.ask(tmp_path / "home", "fine").total == 2


def test_an_empty_repository_is_one_line_and_an_empty_folder_an_empty_index(tmp_path: Path) -> None:
    pygit2.init_repository(str(tmp_path / "empty"), bare=True)
    (tmp_path / "folder").mkdir()
    repos = corpus.manifest(tmp_path / "repos.yaml", empty=tmp_path / "empty", folder=tmp_path / "folder")
    ended = corpus.run(tmp_path / "home", "index", "--repos", str(repos))
    assert ended.returncode == 2
    error, done = ended.stderr.decode().splitlines()
    assert error.startswith("codelens: error: ")
    assert "is an empty repository" in error
    assert done.startswith("folder: indexed 0 files")
    assert corpus.run(tmp_path / "home", "where-defined", "x").returncode == 1
