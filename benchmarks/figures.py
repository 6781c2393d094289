"""The figures of the design, section 10, over one tree: codelens beside its peers, on the same files in the same run.

    python benchmarks/figures.py FOLDER [--name NAME] [--work FOLDER] [--jobs COUNT]

FOLDER is a git repository (bare or not) or a plain folder. What codelens reads of it is written out as a tree of its
own, and everybody indexes and searches that. Nothing is asserted: hit counts stand beside the times, and ratios beside
what the design wants them to be.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import bare
from checkout import Checkout, change_files, write_checkout
from measuring import CODELENS, Cost, environment, last_line, median, run
from peers import Peers, installed, missing
from sources import repository_at, standard_library, write_manifest
from warm import ask_names, ask_texts, sample_literals, sample_names

from codelens.locations import Home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.fetch.manifest import Repository

ASKED = 12  # names that are put to programs started anew each time
REPEATED = 3
MEGABYTE = 1_000_000
WIDTH = 50  # of what a line is about


@dataclass(frozen=True, slots=True)
class Bench:
    """One tree and all that is measured over it."""

    checkout: Checkout
    name: str
    home: Home
    manifest: Path
    peers: Peers
    jobs: int

    def codelens(self, *arguments: str) -> Cost:
        """Run codelens at this bench's home."""
        return run([*CODELENS, *arguments], more={"CODELENS_HOME": str(self.home.folder)})

    def update(self) -> Cost:
        """Fetch and index this bench's tree."""
        return self.codelens("update", "--repos", str(self.manifest), "--jobs", str(self.jobs))


def main() -> None:
    """Measure one tree."""
    parser = argparse.ArgumentParser(description="The figures of the design over one tree.")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a git repository or a plain folder")
    parser.add_argument("--name", metavar="NAME", help="its name in repos.yaml (default: the folder's)")
    parser.add_argument("--work", metavar="FOLDER", type=Path, help="where to build (default: a temporary folder)")
    parser.add_argument("--jobs", metavar="COUNT", type=int, default=os.cpu_count() or 1, help="workers of codelens")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="codelens-bench-", dir=asked.work) as work:
        measure(repository_at(asked.folder, asked.name), Path(work), asked.jobs)


def measure(repository: Repository, work: Path, jobs: int) -> None:
    """Print all figures over one repository; the folder of work must be empty."""
    checkout = write_checkout(repository, work / "tree")
    (work / "peers").mkdir()
    entry = replace(standard_library(), name=repository.name, path=checkout.folder, include=(), exclude=())
    manifest = write_manifest([entry], work / "repos.yaml")
    peers = Peers(checkout.folder, work / "peers")
    bench = Bench(checkout, repository.name, Home(work / "home"), manifest, peers, jobs)
    print(
        f"\n{repository.name}: {checkout.files:,} files that codelens reads, {checkout.bytes / MEGABYTE:.1f} MB, ",
        end="",
    )
    print(f"{len(checkout.sources):,} of them with a grammar; left out: {checkout.left_out:,}")
    print(f"{jobs} jobs on {os.cpu_count()} cores; load before: {', '.join(f'{each:.2f}' for each in os.getloadavg())}")
    for peer in missing():
        print(f"missing: {peer.name} (Debian: {peer.package})")
    index = figure_index(bench)
    names = sample_names(bench.home, bench.name)
    figure_one_shot(bench, names[:ASKED])
    figure_warm(bench, names)
    figure_text(bench)
    figure_updates(bench, index)
    print(f"load after: {', '.join(f'{each:.2f}' for each in os.getloadavg())}")


def figure_index(bench: Bench) -> Cost:
    """Indexing from nothing, beside bare parsing and the peers' indexes; sizes and memory with it."""
    given = json.dumps(bench.checkout.parsed).encode()
    parsed = subprocess.run(
        [sys.executable, bare.__file__, str(bench.checkout.folder)], input=given, capture_output=True, check=True,
        env=environment(),
    )  # fmt: skip
    floor = json.loads(parsed.stdout)
    cost = bench.update()
    heading("index", "CPU s", "wall s", "peak MB", "index MB", "/ source")
    _built("codelens update", cost, folder_bytes(bench.home.shards), bench)
    _sized("  its extraction cache, apart", bench.home.cache.stat().st_size, bench)
    print(f"{'bare tree-sitter, one core':{WIDTH}}{floor['cpu']:10.2f}{floor['wall']:10.2f}   {floor['files']:,} files")
    print(f"{'  codelens / bare':{WIDTH}}{cost.cpu / floor['cpu']:9.2f}x{cost.wall / floor['wall']:9.2f}x", end="")
    print("   wanted: CPU <= 3.5x, wall <= 2x on two cores, memory <= 600 MB, size <= 0.8")
    for shown, peer, held in bench.peers.build().values():
        _built(shown, peer, held, bench)
    if cost.status:
        sys.exit(f"figures: codelens update failed: {last_line(cost)}")
    return cost


def _built(shown: str, cost: Cost, size: int, bench: Bench) -> None:
    costs = f"{cost.cpu:10.2f}{cost.wall:10.2f}{cost.memory / MEGABYTE:10.0f}"
    _sized(shown, size, bench, costs + (f"  FAILED: {last_line(cost)}" if cost.status else ""))


def _sized(shown: str, size: int, bench: Bench, costs: str = "") -> None:
    print(f"{shown:{WIDTH}}{costs:30}{size / MEGABYTE:10.1f}{size / bench.checkout.bytes:10.2f}", flush=True)


def figure_one_shot(bench: Bench, names: Sequence[str]) -> None:
    """A program started anew for each name; files are in the page cache for all."""
    heading(f"where-defined, {len(names)} names, a new process each", "median ms", "max ms", "hits")
    ask = ["where-defined", "--repo", bench.name, "--limit", "100000"]
    ours = _timed([lambda name=name: bench.codelens(*ask, name) for name in names])  # type: ignore[misc]
    theirs = {}
    for shown in bench.peers.definitions("x"):
        if installed(bench.peers.definitions("x")[shown]):
            commands = [bench.peers.definitions(name)[shown] for name in names]
            theirs[shown] = _timed([lambda command=command: bench.peers.ask(command) for command in commands])  # type: ignore[misc]
    _asked("codelens where-defined", ours)
    for shown, costs in theirs.items():
        _asked(shown, costs)
    ratios = ", ".join(f"{shown} {_middle(ours) / _middle(costs):.2f}x" for shown, costs in theirs.items())
    print(f"  codelens / {ratios}   wanted: <= 0.5x rg -w and <= 150 ms")


def _timed(calls: Sequence[object]) -> list[Cost]:
    return [call() for _ in range(REPEATED) for call in calls]  # type: ignore[operator]


def _middle(costs: Sequence[Cost]) -> float:
    return median([cost.wall for cost in costs])


def _asked(shown: str, costs: Sequence[Cost]) -> None:
    """One line; hits are the lines of one round, but for what codelens says on standard error."""
    lines = [line for cost in costs for line in cost.output.splitlines() if not line.startswith(b"codelens: ")]
    most = max(cost.wall for cost in costs)
    print(f"{shown:{WIDTH}}{_middle(costs) * 1000:10.1f}{most * 1000:10.1f}{len(lines) // REPEATED:10,}", flush=True)


def figure_warm(bench: Bench, names: Sequence[str]) -> None:
    """A process that stays."""
    heading(f"{len(names)} names in a warm process", "p50 ms", "p95 ms", "hits")
    for timing in ask_names(bench.home, [bench.name], names):
        print(f"{timing.what:{WIDTH}}{timing.p50 * 1000:10.2f}{timing.p95 * 1000:10.2f}{timing.hits:10,}")
    print("  wanted: p95 <= 10 ms")


def figure_text(bench: Bench) -> None:
    """Literals in a warm process, beside peers that start anew but have little to start."""
    literals = sample_literals(bench.checkout)
    heading(f"{len(literals)} string literals", "p50 ms", "p95 ms", "hits")
    ours = ask_texts(bench.home, bench.name, literals)
    print(f"{'codelens, warm':{WIDTH}}{ours.p50 * 1000:10.2f}{ours.p95 * 1000:10.2f}{ours.hits:10,}")
    for shown in bench.peers.text("x"):
        if installed(bench.peers.text("x")[shown]):
            costs = [bench.peers.ask(bench.peers.text(literal)[shown]) for literal in literals]
            walls = sorted(cost.wall for cost in costs)
            print(f"{shown:{WIDTH}}{median(walls) * 1000:10.2f}{walls[int(len(walls) * 0.95)] * 1000:10.2f}", end="")
            print(f"{sum(cost.lines for cost in costs):10,}   codelens / {shown} {ours.p50 / median(walls):.2f}x")
    print("  wanted: <= 1x csearch")


def figure_updates(bench: Bench, index: Cost) -> None:
    """What an update costs when little or nothing has changed."""
    heading("update, beside the full index", "CPU s", "wall s", "of CPU", "of wall")
    idle = bench.update()
    changed = change_files(bench.checkout)
    cost = bench.update()
    for shown, each in (("nothing changed", idle), (f"a commit that touches {len(changed)} files", cost)):
        print(f"{shown:{WIDTH}}{each.cpu:10.2f}{each.wall:10.2f}", end="")
        print(f"{each.cpu / index.cpu:10.1%}{each.wall / index.wall:10.1%}   {last_line(each)}")
    print("  wanted: <= 3% after a commit that touches ten files")


def heading(what: str, *columns: str) -> None:
    """The head of a table."""
    print(f"\n{what:{WIDTH}}" + "".join(f"{column:>10}" for column in columns), flush=True)


def folder_bytes(folder: Path) -> int:
    """Bytes of all files below a folder; one that is linked twice counts once."""
    files = {state.st_ino: state.st_size for file in folder.rglob("*") if file.is_file() for state in [file.stat()]}
    return sum(files.values())


if __name__ == "__main__":
    main()
