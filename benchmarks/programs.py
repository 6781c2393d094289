"""All that is measured of explain, over the sources of some programs: what bench.py calls.

    python benchmarks/programs.py FOLDER [RECORDS] [--work FOLDER] [--jobs COUNT]

FOLDER (default: the environment variable CODELENS_BENCH_PROGRAMS) holds the sources of each program in a folder of its
name; pages that its runs printed may be in the folder ``live``, see live.py. RECORDS are those of artefacts.py.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import artefacts
import explain_stream
import live
import self_labelled
from measuring import CODELENS, environment, last_line, run
from sources import repositories_of, write_manifest

from codelens.locations import Home

VARIABLE = "CODELENS_BENCH_PROGRAMS"
PAGES = "live"


def main() -> None:
    """Measure the programs of a folder."""
    parser = argparse.ArgumentParser(description="Explain, over the sources of some programs.")
    parser.add_argument("folder", metavar="FOLDER", nargs="?", default=os.environ.get(VARIABLE), help="of programs")
    parser.add_argument("records", metavar="RECORDS", nargs="?", default=os.environ.get(artefacts.VARIABLE))
    parser.add_argument("--work", metavar="FOLDER", help="where to build (default: a temporary folder)")
    parser.add_argument("--jobs", metavar="COUNT", type=int, default=os.cpu_count() or 1, help="workers of codelens")
    asked = parser.parse_args()
    if not asked.folder:
        sys.exit(f"programs: name a folder of the sources of programs, or set {VARIABLE} to one")
    with tempfile.TemporaryDirectory(prefix="codelens-bench-", dir=asked.work) as work:
        measure(Path(asked.folder), asked.records, Path(work), asked.jobs)


def measure(folder: Path, records: str | None, work: Path, jobs: int) -> None:
    """Index the programs of a folder into a home that is thrown away, and print what explain knows of them.

    Args:
        folder: Of a folder of each program's name.
        records: The file of artefacts, or None.
        work: An empty folder.
        jobs: Workers of codelens.
    """
    found = [
        replace(each, name=each.path.name)  # as the records name it, whatever the shipped manifest calls it
        for each in repositories_of(folder)
        if each.path and each.path.name != PAGES
    ]
    home = Home(work / "programs")
    manifest = write_manifest(found, work / "programs.yaml")
    command = [*CODELENS, "update", "--jobs", str(jobs), "--repos", str(manifest)]
    cost = run(command, more={"CODELENS_HOME": str(home.folder)})
    if cost.status:
        sys.exit(f"programs: codelens update failed: {last_line(cost)}")
    if records:
        artefacts.measure(home, artefacts.load(Path(records)))
    self_labelled.measure(home)
    if (folder / PAGES).is_dir():
        live.measure(home, folder / PAGES)
    # In a process of its own: what a program weighs is counted from before it starts, when it is a copy of this one.
    sys.stdout.flush()
    subprocess.run([sys.executable, explain_stream.__file__, f"--home={home.folder}"], check=False, env=environment())


if __name__ == "__main__":
    main()
