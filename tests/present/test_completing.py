"""What a shell completes, by its protocol and once in a real bash; and that nothing else is ever written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.present.cli.completing import SHELLS
from codelens.present.cli.main import COMMANDS
from codelens.query.syntax import KEYS

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "server.go": "package server\n\ntype Server struct{}\n\nfunc (s *Server) Serve() {}\n\nfunc serveAll() {}\n",
    "tool.py": "class Session:\n\tpass\n",
    "docs/a/one.md": "x\n",
    "docs/a/two.md": "x\n",
}
RECIPE = """\
name: greet
question: Who greets?
when: Somebody was greeted.
topics: [calls]
parameters:
  - {name: who, type: symbol, meaning: m, example: e}
  - {name: repo, type: repository, meaning: m, example: e, default: ""}
  - {name: what, type: kind, meaning: m, example: e, default: ""}
  - {name: where, type: file, meaning: m, example: e, default: ""}
  - {name: how, type: choice, meaning: m, example: loud, default: loud, choices: [loud, low]}
steps: [{title: T, search: x}]
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("completing")
    corpus.index(corpus.write(folder / "main", FILES), folder / "home", "main")
    corpus.index(
        corpus.write(folder / "other", {"o.py": "def serve_other(): pass\n", "docs/b.md": "x"}),
        folder / "home",
        "other",
    )
    corpus.write(folder / "config" / "codelens" / "queries" / "recipes", {"greet.yaml": RECIPE})
    return folder / "home"


def completed(home: Path, line: str, **more: str) -> list[str]:
    """What bash is told for a line."""
    ended = corpus.run(
        home, _CODELENS_COMPLETE="bash_complete", COMP_LINE=line, XDG_CONFIG_HOME=str(home.parent / "config"), **more
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    return [answer.partition(",")[2] for answer in ended.stdout.decode().splitlines()]


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("codelens where", ["where-defined"]),
        ("codelens gre", ["greet"]),
        ("codelens where-defined Ser", ["Serve", "Server"]),
        ("codelens where-defined ser", ["serveAll", "serve_other"]),
        ("codelens where-defined -r main ser", ["serveAll"]),
        ("codelens where-defined --repo o", ["other"]),
        ("codelens where-defined Server --kind str", ["struct"]),
        ("codelens where-defined Server --lang jav", ["java", "javascript"]),
        ("codelens show --rev ", ["worktree"]),
        ("codelens show Sess", ["Session"]),
        ("codelens callers Server.Se", ["Server.Serve"]),
        ("codelens callers main.Server.Se", ["main.Server.Serve"]),
        ("codelens callers Nothing.Se", []),
        ("codelens status ", ["main", "other"]),
        ("codelens update etc", ["etcd", "etcd-operator"]),
        ("codelens update --group contai", ["containers"]),
        ("codelens recipes consens", ["consensus"]),
        ("codelens completion ", list(SHELLS)),
        ("codelens greet Ser", ["Serve", "Server"]),
        ("codelens greet Server ", ["main", "other"]),
        ("codelens greet Server main str", ["struct"]),
        ("codelens greet --who Server m", ["main"]),
        ("codelens greet Server --how ", ["loud", "low"]),
        ("codelens greet Server --what struc", ["struct"]),
        ("codelens greet Server --repo m", ["main"]),
        ("codelens greet Server --where ", ["docs/", "o.py", "server.go", "tool.py"]),
        ("codelens greet Server --where docs/", ["docs/a/", "docs/b.md"]),
        ("codelens greet Server --repo main --where docs/a", ["docs/a/"]),
        ("codelens greet Server --repo other --where docs/", ["docs/b.md"]),
        ("codelens greet Server --h", ["--how", "--home", "--help"]),
        # What follows the colon: bash takes it for a word of its own.
        ("codelens search kind:stru", ["struct"]),
        ("codelens search -lang:rub", ["ruby"]),
        ("codelens search -lang:zyz", []),
        ("codelens search -repo:m", ["main"]),
        ("codelens search Server in:s", ["string"]),
        ("codelens search calls:Ser", ["Serve", "Server"]),
        ("codelens search 'Ser", ["Serve", "Server"]),
        ("codelens nonsense x", []),
        ("codelens where-defined \"it's", []),
    ],
)
def test_a_line_is_completed(home: Path, line: str, answers: list[str]) -> None:
    assert completed(home, line) == answers


def test_every_command_and_every_field_is_completed(home: Path) -> None:
    assert set(completed(home, "codelens ")) >= {*COMMANDS, "greet", "who-forks"}
    assert set(completed(home, "codelens search ")) >= {f"{key}:" for key in KEYS}


@pytest.mark.parametrize("line", ["codelens where-defined S", "codelens greet -r ", "codelens search repo:x"])
def test_without_an_index_nothing_is_completed_and_nothing_said(home: Path, tmp_path: Path, line: str) -> None:
    assert completed(home, line, CODELENS_HOME=str(tmp_path / "nowhere")) == []


def test_a_broken_recipe_says_nothing_in_the_middle_of_typing(tmp_path: Path) -> None:
    corpus.write(tmp_path / "config" / "codelens" / "queries" / "recipes", {"greet.yaml": "name: ["})
    assert completed(tmp_path / "home", "codelens greet ") == []
    assert completed(tmp_path / "home", "codelens gre") == ["greet"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_are_told_too(home: Path, shell: str) -> None:
    words = {"COMP_WORDS": "codelens where-defined Serv", "COMP_CWORD": "2" if shell == "zsh" else "Serv"}
    ended = corpus.run(home, _CODELENS_COMPLETE=f"{shell}_complete", **words)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"Server" in ended.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_asks_in_its_own_way(home: Path, shell: str) -> None:
    ended = corpus.run(home, "completion", shell)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert f"{shell}_complete" in ended.stdout.decode()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_a_real_bash_completes(home: Path, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "codelens"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m codelens "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(codelens completion bash)"\n'
        "complete -p codelens\n"
        'for COMP_LINE in "codelens where-defined Ser" "codelens search kind:stru" "codelens nonsense "; do\n'
        '  COMP_POINT=${#COMP_LINE}; _codelens_completion codelens; echo "[${COMPREPLY[*]}]"\n'
        "done\n"
    )
    env = corpus.environment(home)
    ended = subprocess.run(
        ["bash", "-c", script],
        env={**env, "PATH": f"{program.parent}:{env['PATH']}"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ended.stderr == b""
    assert ended.stdout.decode().splitlines() == [
        "complete -o nosort -F _codelens_completion codelens",
        "[Serve Server]",
        "[struct]",
        "[]",
    ]
