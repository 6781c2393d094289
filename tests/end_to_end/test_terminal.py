"""The app in a real terminal, from typing a name to an editor and back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from processes import running
from waiting import wait_until

import corpus

if TYPE_CHECKING:
    from pathlib import Path

    from tmux import Terminal

POD = "package pod\n\n// Pod is what runs together.\ntype Pod struct {\n\tName string\n}\n"
SYNC = 'package kubelet\n\nimport "example.org/one/pod"\n\nfunc syncPod(p *pod.Pod) {}\n'
FILES = {"one": {"go.mod": "module example.org/one\n", "pod/pod.go": POD, "kubelet/sync.go": SYNC}}
# It tells what it was given and how it found the terminal; then it waits for a key, and takes an interrupt for one.
EDITOR = """#!/bin/sh
cd "$(dirname "$0")"
printf '%s\\n' "$@" >arguments
cat "$3" >seen
stty -g >lent
trap 'echo INTERRUPTED' INT
echo THE EDITOR HAS THE TERMINAL
until read -r line; do :; done
echo "$line" >typed
"""


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    file = tmp_path / "editor"
    file.write_text(EDITOR)
    file.chmod(0o700)
    return file


def environment(home: Path, **more: str) -> dict[str, str]:
    settings = {"CODELENS_HOME": str(home), "PYTHONPATH": str(corpus.SOURCE), "XDG_CONFIG_HOME": str(home / "none")}
    return settings | more


def test_from_a_name_to_its_references_to_the_editor_and_back(
    shell: Terminal, home: Path, editor: Path, tmp_path: Path
) -> None:
    asked = environment(home, VISUAL=f"{editor} --at {{line}}:{{column}} {{file}}")
    shell.start([sys.executable, "-m", "codelens"], (80, 24), asked)
    shell.shows("❯")
    shell.type("Pod")
    shell.shows("❯ Pod", "pod/pod.go:4", "type Pod struct {")
    shell.press("Enter")
    shell.shows("r References")
    shell.type("r")
    shell.shows("› references of Pod", "sync.go:5", "func syncPod(p *pod.Pod) {}")
    shell.type("e")
    shell.shows("THE EDITOR HAS THE TERMINAL")
    assert (tmp_path / "lent").read_text() == (tmp_path / "before").read_text()
    at, where, file = (tmp_path / "arguments").read_text().splitlines()
    assert (at, where) == ("--at", "5:21")
    assert file.endswith(".go")
    assert (tmp_path / "seen").read_text() == SYNC
    shell.press("C-c")
    shell.shows("INTERRUPTED")
    shell.type("written")
    shell.press("Enter")
    shell.shows("› references of Pod", "sync.go:5")
    assert (tmp_path / "typed").read_text() == "written\n"
    shell.press("BSpace")
    shell.shows("❯ Pod", "pod/pod.go:4")
    shell.press("C-q")
    assert shell.status() == 0
    wait_until(lambda: not running(shell.mark), lambda: f"all ends; there is {running(shell.mark)}")
