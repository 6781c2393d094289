"""What was indexed of the catalogue, and what a megabyte of each repository cost.

    python benchmarks/indexed.py HOME [--write docs/indexed.md]

HOME is one into which the repositories were indexed at once (`codelens update --rebuild`): the seconds are those of the
index that stands there. Seconds a megabyte are compared with the median; a repository that costs more than three times
as much has its cause in ``indexed.yaml``, or is listed as one without. The start of the workers is counted for every
repository, so that those below a megabyte say little and are compared by what they add to it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from codelens.locations import Home
from codelens.model import SkipReason
from codelens.query.shards import open_shards

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codelens.index.generations import Manifest

MEGABYTE = 1_000_000
LEAST = 1.0  # megabytes; below them what is measured is the start of the workers
LIMIT = 3.0  # times the median
CAUSES = Path(__file__).with_name("indexed.yaml")
LANGUAGES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Row:
    """What one repository is and cost."""

    indexed: Manifest

    @property
    def name(self) -> str:
        """The repository's."""
        return self.indexed.repository

    @property
    def megabytes(self) -> float:
        """Of the files that were read."""
        return self.indexed.source_bytes / MEGABYTE

    @property
    def cost(self) -> float:
        """Seconds a megabyte."""
        return self.indexed.seconds / self.megabytes if self.megabytes else 0.0

    @property
    def languages(self) -> str:
        """Those with most files."""
        known = sorted(((count, name) for name, count in self.indexed.languages.items() if name), reverse=True)
        return ", ".join(name for _, name in known[:LANGUAGES_SHOWN])

    @property
    def skips(self) -> str:
        """By reason, the most first."""
        return ", ".join(
            f"{SkipReason(reason).value} {count:,}"
            for reason, count in sorted(self.indexed.skips.items(), key=lambda pair: -pair[1])
        )


def rows_of(home: Home) -> list[Row]:
    """What is indexed in a home, by name."""
    return sorted((Row(shard.manifest) for shard in open_shards(home)), key=lambda row: row.name)


def median_of(rows: Sequence[Row]) -> float:
    """The median of what a megabyte costs, of the repositories that have one."""
    return statistics.median([row.cost for row in rows if row.megabytes >= LEAST] or [0.0])


def dear(rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """The repositories that cost more than three times the median, each with its cause or ""."""
    median = median_of(rows)
    causes = yaml.safe_load(CAUSES.read_text("utf-8")) or {}
    return [
        (row, str(causes.get(row.name, ""))) for row in rows if row.megabytes >= LEAST and row.cost > LIMIT * median
    ]


def print_costs(home: Home) -> None:
    """Print seconds a megabyte by repository, the dearest first."""
    rows = rows_of(home)
    median = median_of(rows)
    print(f"\nindex cost of {len(rows)} repositories, median {median:.3f} s a megabyte, limit {LIMIT:.0f} times that")
    print(f"{'repository':26}{'files':>9}{'symbols':>10}{'MB':>9}{'s':>8}{'s/MB':>8}{'x median':>10}   languages")
    for row in sorted(rows, key=lambda row: -row.cost):
        times = f"{row.cost / median:.1f}" if median and row.megabytes >= LEAST else "small"
        print(
            f"{row.name[:25]:26}{row.indexed.files:>9,}{row.indexed.symbols:>10,}{row.megabytes:>9.1f}"
            f"{row.indexed.seconds:>8.1f}{row.cost:>8.3f}{times:>10}   {row.languages}"
        )
    for row, cause in dear(rows):
        print(f"  {row.name}: {cause or 'costs more than the limit, and no cause is named in indexed.yaml'}")


def markdown(rows: Sequence[Row]) -> Iterable[str]:
    """The page of the documentation."""
    files, symbols = sum(row.indexed.files for row in rows), sum(row.indexed.symbols for row in rows)
    size, seconds = sum(row.megabytes for row in rows), sum(row.indexed.seconds for row in rows)
    yield "# What was indexed"
    yield ""
    yield "Written by `benchmarks/indexed.py`. Seconds are on the wall, with two workers on two cores; they tell"
    yield "repositories from one another, not machines. Skipped files are counted by their reason, which"
    yield "`codelens status` explains."
    yield ""
    yield (
        f"{len(rows)} repositories, {files:,} files, {symbols:,} symbols, {size:,.0f} MB read in {seconds:,.0f} s; "
        f"median {median_of(rows):.3f} s a megabyte."
    )
    yield ""
    yield "| repository | commit | files | symbols | MB | s | s/MB | languages | skipped |"
    yield "|---|---|--:|--:|--:|--:|--:|---|---|"
    for row in rows:
        yield (
            f"| {row.name} | {row.indexed.commit[:12] or 'folder'} | {row.indexed.files:,} | {row.indexed.symbols:,} "
            f"| {row.megabytes:.1f} | {row.indexed.seconds:.1f} | {row.cost:.3f} | {row.languages} | {row.skips} |"
        )
    causes = dear(rows)
    if causes:
        yield ""
        yield f"More than {LIMIT:.0f} times the median:"
        yield ""
        yield from (f"- **{row.name}**: {cause or 'no cause is named yet'}" for row, cause in causes)


def main() -> None:
    """Print the costs, and write the page where it is asked for."""
    parser = argparse.ArgumentParser(description="What was indexed, and what a megabyte of it cost.")
    parser.add_argument("home", metavar="HOME", type=Path)
    parser.add_argument("--write", metavar="FILE", type=Path, help="the page to write")
    asked = parser.parse_args()
    home = Home(asked.home)
    print_costs(home)
    rows = rows_of(home)
    if asked.write:
        asked.write.write_text("\n".join(markdown(rows)) + "\n", "utf-8")
    sys.exit(any(not cause for _, cause in dear(rows)))


if __name__ == "__main__":
    main()
