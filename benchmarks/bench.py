"""Everything that is measured, in one run: what `make bench` calls.

    python benchmarks/bench.py [FOLDER] [--tree NAME] [--work FOLDER] [--jobs COUNT]

FOLDER holds repositories, named as in ``repos.yaml``; default: the environment variable CODELENS_BENCH_SOURCES. All of
them are indexed into a home that is thrown away; then come the golden questions, the answers of the recipes, everyday
questions, the cookbook, the warm figures over all of them, the terminal app, text search beside rg and csearch over one
tree, and the figures of the design over it. Without such a folder the interpreter's own library is that tree. With
CODELENS_BENCH_PROGRAMS and CODELENS_BENCH_ARTEFACTS explain is measured as well, see programs.py and artefacts.py.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import app
import artefacts
import everyday
import figures
import indexed
import programs
import ranking
import text_search
from measuring import CODELENS, environment, run
from sources import HINT, VARIABLE, repositories_of, standard_library, write_manifest
from warm import ask_names, sample_names

import cookbook
import recipes
from codelens.errors import CodelensError
from codelens.locations import Home
from codelens.query.shards import open_shards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.fetch.manifest import Repository

UP_TO_DATE = b"index is up to date"
USUAL_TREE = "kubernetes"  # what the figures of the design were measured over


def main() -> None:
    """Measure what there is."""
    parser = argparse.ArgumentParser(description="Ranking and speed of codelens, beside its peers.")
    parser.add_argument("folder", metavar="FOLDER", nargs="?", default=os.environ.get(VARIABLE), help="of repositories")
    parser.add_argument("--tree", metavar="NAME", help=f"which one is measured beside peers (default: {USUAL_TREE})")
    parser.add_argument("--work", metavar="FOLDER", help="where to build (default: a temporary folder)")
    parser.add_argument("--jobs", metavar="COUNT", type=int, default=os.cpu_count() or 1, help="workers of codelens")
    asked = parser.parse_args()
    repositories = _repositories(asked.folder)
    tree = _tree(repositories, asked.tree)
    with tempfile.TemporaryDirectory(prefix="codelens-bench-", dir=asked.work) as work:
        if len(repositories) > 1 or asked.folder:
            measure_all(repositories, Path(work), asked.jobs)
            app.measure(app.only(Home(Path(work) / "home"), app.REPOSITORIES, Path(work) / "app"))
            text_search.measure(Home(Path(work) / "home"), tree, Path(work))
        if os.environ.get(programs.VARIABLE):
            folder = Path(os.environ[programs.VARIABLE])
            programs.measure(folder, os.environ.get(artefacts.VARIABLE), Path(work), asked.jobs)
    # In a process of its own: what a program weighs is counted from before it starts, when it is a copy of this one.
    more = [f"--work={asked.work}"] if asked.work else []
    command = [sys.executable, figures.__file__, str(tree.path), f"--name={tree.name}", f"--jobs={asked.jobs}", *more]
    sys.exit(subprocess.run(command, check=False, env=environment()).returncode)


def _repositories(folder: str | None) -> list[Repository]:
    if folder and not Path(folder).is_dir():
        sys.exit(f"bench: {folder}: is not a folder; name one that holds repositories, or unset {VARIABLE}")
    found = repositories_of(Path(folder)) if folder else []
    if folder and not found:
        sys.exit(f"bench: {folder}: holds no folder; put repositories into it, named as in repos.yaml")
    if not found:
        print(HINT, flush=True)
    return found or [standard_library()]


def _tree(repositories: Sequence[Repository], name: str | None) -> Repository:
    by_name = {repository.name: repository for repository in repositories}
    if name and name not in by_name:
        sys.exit(f"bench: no repository is named {name}; there are: {', '.join(by_name)}")
    return by_name.get(name or USUAL_TREE, repositories[0])


def measure_all(repositories: Sequence[Repository], work: Path, jobs: int) -> None:
    """Index all repositories together, and put to them what needs more than one."""
    home = Home(work / "home")
    command = [
        *CODELENS,
        "update",
        "--jobs",
        str(jobs),
        "--repos",
        str(write_manifest(repositories, work / "repos.yaml")),
    ]
    full, idle = (run(command, more={"CODELENS_HOME": str(home.folder)}) for _ in range(2))
    print(full.output.decode("utf-8", "replace").strip())
    figures.heading(f"{len(repositories)} repositories", "CPU s", "wall s", "peak MB")
    for shown, cost in (("index all of them", full), ("nothing changed", idle)):
        print(f"{shown:{figures.WIDTH}}{cost.cpu:10.2f}{cost.wall:10.2f}{cost.memory / figures.MEGABYTE:10.0f}", end="")
        print(f"   {cost.output.count(UP_TO_DATE)} were up to date")
    print("  wanted: <= 1 s when nothing changed")
    indexed.print_costs(home)
    try:
        shards = open_shards(home)
    except CodelensError as error:
        sys.exit(f"bench: {error}")
    names = sample_names(home, "*")
    figures.heading(f"{len(names)} names, all repositories, warm", "p50 ms", "p95 ms", "hits")
    for timing in ask_names(home, [], names):
        print(f"{timing.what:{figures.WIDTH}}{timing.p50 * 1000:10.2f}{timing.p95 * 1000:10.2f}{timing.hits:10,}")
    print()
    ranking.rank(ranking.load_questions(ranking.GOLDEN), shards)
    print()
    recipes.measure(home)
    everyday.ask_all(home)
    cookbook.check(home)


if __name__ == "__main__":
    main()
