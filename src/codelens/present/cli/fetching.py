"""The commands that bring and index repositories: fetch, index, update."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from codelens.errors import CodelensError, UsageError
from codelens.locations import manifest_file, shipped
from codelens.present.cli.options import home_option
from codelens.present.cli.progress import reporter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from codelens.fetch.manifest import Manifest, Repository
    from codelens.locations import Home
    from codelens.present.cli.progress import Reporter


def _names(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.argument("names", nargs=-1, metavar="[NAME]..."),
        click.option("--all", "everything", is_flag=True, help="All of the manifest."),
        click.option("--repos", metavar="FILE", help="The manifest; else ./repos.yaml, your own, or the shipped one."),
        click.option("--jobs", "-j", type=click.IntRange(min=1), default=os.cpu_count() or 1, show_default=True, help="At once."),
        home_option,
    ):
        command = option(command)
    return command


_depth = click.option("--depth", type=click.IntRange(min=0), default=1, show_default=True, help="Commits of history; 0 is all.")
_rebuild = click.option("--rebuild", is_flag=True, help="Write the index anew.")
_rev = click.option("--rev", "revision", metavar="REV", help="Another revision than the manifest's: a tag, branch or commit.")


@click.command("fetch")
@_names
@_depth
def fetch(names: tuple[str, ...], everything: bool, repos: str | None, jobs: int, home: Home, depth: int) -> int:  # noqa: FBT001, PLR0913
    """Bring mirrors up to date. NAME is a repository, a group or an alias of the manifest.

    \b
    Example: codelens fetch etcd containerd
    """
    selected = _select(names, repos, home, everything=everything)
    with reporter() as report:
        return 2 if _fetch(selected, home, jobs, depth, report, lambda _: True) else 0


@click.command("index")
@_names
@_rebuild
@_rev
def index(  # noqa: PLR0913
    names: tuple[str, ...], everything: bool, repos: str | None, jobs: int, home: Home, rebuild: bool, revision: str | None  # noqa: FBT001
) -> int:
    """Extract and index what changed since the last time.

    \b
    Example: codelens index etcd
    """
    selected = _select(names, repos, home, everything=everything)
    with reporter() as report:
        failures = [not _index(each, home, jobs, report, rebuild=rebuild, revision=revision) for each in selected]
    return 2 if any(failures) else 0


@click.command("update")
@_names
@_depth
@_rebuild
def update(  # noqa: PLR0913
    names: tuple[str, ...], everything: bool, repos: str | None, jobs: int, home: Home, depth: int, rebuild: bool  # noqa: FBT001
) -> int:
    """Fetch and index: each repository is indexed as soon as it is there.

    Without a name: what your own manifest lists, or of the shipped one what is there already.

    \b
    Example: codelens update kubernetes
             codelens update --repos ./repos.yaml
    """
    selected = _select(names, repos, home, everything=everything)
    with reporter() as report:
        failed = _fetch(
            selected, home, jobs, depth, report, lambda each: _index(each, home, jobs, report, rebuild=rebuild)
        )
    return 2 if failed else 0


def _select(names: Sequence[str], repos: str | None, home: Home, *, everything: bool) -> tuple[Repository, ...]:
    from codelens.fetch.manifest import load_manifest  # noqa: PLC0415 - help needs no manifest

    home.create()
    manifest = load_manifest(manifest_file(repos))
    if names or everything or manifest.file.resolve() != shipped("repos.yaml").resolve():
        return manifest.select(names)
    there = _there(manifest, home)
    if not there:
        message = (
            f"nothing is fetched yet; name repositories or groups of {manifest.file}, such as: "
            "codelens update etcd (or all of them: --all)"
        )
        raise UsageError(message)
    return there


def _there(manifest: Manifest, home: Home) -> tuple[Repository, ...]:
    """The repositories that were fetched or indexed before."""
    indexed = {folder.name.partition("@")[0] for folder in home.shards.glob("*@*")}
    indexed |= {folder.name.removesuffix(".git") for folder in home.mirrors.glob("*.git")}
    return tuple(repository for repository in manifest.repositories if repository.name in indexed)


def _fetch(  # noqa: PLR0913
    repositories: Sequence[Repository],
    home: Home,
    jobs: int,
    depth: int,
    report: Reporter,
    then: Callable[[Repository], bool],
) -> bool:
    """Fetch repositories and do something with each that is there; returns whether anything failed."""
    from codelens.fetch.mirrors import FetchFailure, fetch_all  # noqa: PLC0415 - pygit2 is dear

    by_name = {repository.name: repository for repository in repositories}
    failed = False
    with closing(fetch_all(repositories, home.mirrors, jobs=min(jobs, 4), depth=depth, progress=report.fetching)) as results:
        for result in results:
            if isinstance(result, FetchFailure):
                report.failed(str(result.error))
                failed = True
                continue
            if by_name[result.repository].url:
                state = f"{result.bytes / 1e6:.1f} MB fetched" if result.changed else "nothing new"
                report.done(result.repository, f"{state}, {result.revision} is {result.commit[:12]}")
            failed = not then(by_name[result.repository]) or failed
    return failed


def _index(  # noqa: PLR0913
    repository: Repository, home: Home, jobs: int, report: Reporter, *, rebuild: bool, revision: str | None = None
) -> bool:
    """Index one repository; returns whether that went well."""
    from codelens.fetch.sources import open_source  # noqa: PLC0415 - pygit2 is dear
    from codelens.index.build import index_source  # noqa: PLC0415

    try:
        with closing(open_source(repository, home.mirrors, revision)) as source:
            result = index_source(source, home, jobs=jobs, tell=report.indexing, rebuild=rebuild)
    except CodelensError as error:
        report.failed(str(error))
        return False
    manifest = result.manifest
    if not result.changed:
        report.done(repository.name, f"index is up to date ({manifest.files:,} files, {manifest.symbols:,} symbols)")
        return True
    skipped = ", ".join(f"{reason} {number:,}" for reason, number in manifest.skips.items())
    report.done(
        repository.name,
        f"indexed {manifest.files:,} files ({result.read:,} read), {manifest.symbols:,} symbols, "
        f"{manifest.index_bytes / 1e6:.1f} MB in {manifest.seconds:.1f} s" + (f"; skipped: {skipped}" if skipped else ""),
    )
    return True
