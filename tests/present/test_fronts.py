"""What opens the app, and what must not: a command that draws nothing loads nothing that draws."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import corpus

LOADED = """
import sys
from codelens.__main__ import run
try:
    run()
finally:
    drawing = {"textual", "aiohttp", "codelens.present.tui", "codelens.present.fronts"}
    print("loaded:", *sorted(drawing & set(sys.modules)))
"""


def codelens(
    *arguments: str, script: str = "from codelens.__main__ import run; run()"
) -> subprocess.CompletedProcess[str]:
    environment = corpus.environment(Path(os.environ["CODELENS_HOME"]))
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment,
    )  # fmt: skip


def test_without_a_terminal_no_command_prints_the_help() -> None:
    ended = codelens()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "where-defined" in ended.stdout
    assert ended.stdout == codelens("--help").stdout


def test_without_a_terminal_the_app_says_what_it_needs_and_what_else_there_is() -> None:
    ended = codelens("app", "Pod")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "codelens: error: the app needs a terminal, and standard input is none; "
        "in a browser: codelens serve; without: codelens search QUERY\n"
    )


@pytest.mark.parametrize("command", [["where-defined", "Pod"], ["search", "Pod"], ["status"], ["--version"], []])
def test_a_command_that_draws_nothing_loads_nothing_that_draws(command: list[str]) -> None:
    loaded = codelens(*command, script=LOADED).stdout.splitlines()[-1]
    assert loaded == ("loaded:" if command else "loaded: codelens.present.fronts")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--host", "0.0.0.0"], "--host 0.0.0.0: other machines reach this address, and whoever has the URL reads all"),
        (["--host", "example.org"], "if that is meant: --listen-anywhere; better: ssh -t -L 8642:127.0.0.1:8642"),
        (["--public-url", "there"], "--public-url there: is no address such as http://localhost:9000, without a path"),
        (["--host", "198.51.100.7", "--listen-anywhere"], "--host 198.51.100.7: can't be listened at"),
    ],
)
def test_an_address_that_is_not_to_be_served_is_refused(arguments: list[str], says: str) -> None:
    ended = codelens("serve", *arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert says in ended.stderr.splitlines()[-1]
