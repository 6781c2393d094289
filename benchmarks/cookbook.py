"""Whether the cookbook still tells the truth: each of its commands is run on real repositories.

    python benchmarks/cookbook.py [--home FOLDER] [--write]

A command's output must be what ``docs/cookbook.md`` shows beneath it, up to a line with an ellipsis. ``--write`` puts
the output of today into the page; read the difference.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import CODELENS, environment

from codelens.locations import home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.locations import Home

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cookbook.md"
PROMPT = "$ codelens "
CUT = "…"
WIDTH = 150


def main() -> int:
    """Check, or write; returns the exit status."""
    parser = argparse.ArgumentParser(description="The cookbook, run on real repositories.")
    parser.add_argument("--home", metavar="FOLDER", help="where the indexes are (or CODELENS_HOME)")
    parser.add_argument("--write", action="store_true", help="put the output of today into the page")
    asked = parser.parse_args()
    where = home(asked.home)
    if asked.write:
        PAGE.write_text("".join(f"{line}\n" for line in _written(PAGE.read_text().splitlines(), where)))
        return 0
    return check(where)


def check(where: Home) -> int:
    """Print what differs; returns the exit status."""
    before = PAGE.read_text().splitlines()
    after = list(_written(before, where))
    differing = sum(one != other for one, other in zip(before, after, strict=False)) + abs(len(before) - len(after))
    commands = sum(line.startswith(PROMPT) for line in before)
    print(f"\ncookbook: {commands} commands; {differing} lines of {len(before)} differ, of what is indexed")
    for line in after:
        if line not in before:
            print(f"  now: {line}")
    return 1 if differing else 0


def _written(lines: list[str], where: Home) -> Iterator[str]:
    """The page with the output of each command anew; as many lines of it as the page shows."""
    at = 0
    while at < len(lines):
        line = lines[at]
        yield line
        at += 1
        if not line.startswith(PROMPT):
            continue
        shown = []
        while at < len(lines) and not lines[at].startswith(("```", PROMPT)):
            shown.append(lines[at])
            at += 1
        output = _output(line.removeprefix(PROMPT), where)
        yield from shown if output is None else _cut(output, len(shown), was_cut=CUT in shown)


def _output(command: str, where: Home) -> list[str] | None:
    """What a command prints; None when its repository is not indexed."""
    words = shlex.split(command)
    done = subprocess.run(
        [*CODELENS, *words, "--home", str(where.folder)],
        check=False,
        capture_output=True,
        env=environment(COLUMNS=str(WIDTH)),
        timeout=120,
    )
    if b": not indexed" in done.stderr:
        return None
    if done.returncode:
        sys.exit(f"cookbook: codelens {command}: status {done.returncode}: {done.stderr.decode(errors='replace')}")
    lines = done.stdout.decode("utf-8", "replace").expandtabs(4).splitlines()
    return [line if len(line) <= WIDTH else line[: WIDTH - 1] + CUT for line in lines]


def _cut(lines: list[str], shown: int, *, was_cut: bool) -> list[str]:
    if not shown or not was_cut:
        return lines
    return [*lines[: shown - 1], CUT] if len(lines) >= shown else lines


if __name__ == "__main__":
    sys.exit(main())
