"""The commands that bring and index repositories: fetch, index, update."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any

import click

from codelens.errors import CodelensError, UsageError
from codelens.locations import manifest_file, shipped
from codelens.present.cli.options import completed, home_option
from codelens.present.cli.progress import reporter
from codelens.present.events import Ended, Failed, Progress, Work, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.fetch.manifest import Manifest, Repository
    from codelens.fetch.mirrors import FetchResult
    from codelens.fetch.mirrors import Progress as FetchProgress
    from codelens.index.build import IndexReport
    from codelens.index.states import Progress as IndexProgress
    from codelens.locations import Home
    from codelens.present.cli.progress import Reporter


@dataclass(frozen=True)
class Wanted:
    """What is to be fetched or indexed, and how."""

    names: tuple[str, ...]
    everything: bool
    repos: str | None
    jobs: int
    home: Home
    depth: int = 1
    rebuild: bool = False
    revision: str | None = None
    json: bool = False

    def select(self) -> tuple[Repository, ...]:
        """The repositories that are meant.

        Raises:
            UsageError: None is named, and nothing of the shipped manifest is there yet.
        """
        from codelens.fetch.manifest import load_manifest  # noqa: PLC0415 - help needs no manifest

        self.home.create()
        manifest = load_manifest(manifest_file(self.repos))
        if not manifest.repositories:
            message = f"{manifest.file}: lists no repository; add one with a name and a url or path"
            raise UsageError(message)
        if self.names or self.everything or manifest.file.resolve() != shipped("repos.yaml").resolve():
            return manifest.select(self.names)
        there = _there(manifest, self.home)
        if not there:
            message = (
                f"nothing is fetched yet; name repositories or groups of {manifest.file}, such as: "
                "codelens update etcd (or all of them: --all)"
            )
            raise UsageError(message)
        return there


def _wanted(*more: Callable[..., Any]) -> Callable[[Callable[[Wanted], int]], Callable[..., Any]]:
    """The options of a command that does such work, and some of its own, given on as one :class:`Wanted`."""
    options: tuple[Callable[[Any], Any], ...] = (
        click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=completed("listed_repositories")),
        click.option("--all", "everything", is_flag=True, help="All of the manifest."),
        click.option("--repos", metavar="FILE", help="The manifest; else ./repos.yaml, your own, or the shipped one."),
        click.option(
            "--jobs", "-j", type=click.IntRange(min=1), default=os.cpu_count() or 1, show_default=True, help="At once."
        ),
        click.option("--json", is_flag=True, help="JSON Lines on standard output: an event each, as it happens."),
        home_option,
        *more,
    )

    def decorate(command: Callable[[Wanted], int]) -> Callable[..., Any]:
        @wraps(command)
        def wrapped(**asked: Any) -> int:  # noqa: ANN401 - a decorator
            return command(Wanted(**asked))

        return reduce(lambda decorated, option: option(decorated), reversed(options), wrapped)

    return decorate


_depth = click.option(
    "--depth", type=click.IntRange(min=0), default=1, show_default=True, help="Commits of history; 0 is all."
)
_rebuild = click.option("--rebuild", is_flag=True, help="Write the index anew.")
_rev = click.option("--rev", "revision", metavar="REV", help="Another tag, branch or commit than the manifest's.")


@click.command("fetch", short_help="Bring mirrors up to date.")
@_wanted(_depth)
def fetch(wanted: Wanted) -> int:
    """Bring mirrors up to date. NAME is a repository, a group or an alias of the manifest.

    \b
    Example: codelens fetch etcd containerd
    """
    with reporter(as_json=wanted.json) as report:
        return 2 if _fetch(wanted, report, lambda repository: _say_in_place(repository, report)) else 0


@click.command("index", short_help="Index what changed.")
@_wanted(_rebuild, _rev)
def index(wanted: Wanted) -> int:
    """Extract and index what changed since the last time.

    \b
    Example: codelens index etcd
    """
    selected = wanted.select()
    with reporter(as_json=wanted.json) as report:
        failures = [not _index(each, wanted, report) for each in selected]
    return 2 if any(failures) else 0


@click.command("update", short_help="Fetch and index.")
@_wanted(_depth, _rebuild)
def update(wanted: Wanted) -> int:
    """Fetch and index: each repository is indexed as soon as it is there.

    Without a name: what your own manifest lists, or of the shipped one what is there already.

    \b
    Example: codelens update kubernetes
             codelens update --repos ./repos.yaml
    """
    with reporter(as_json=wanted.json) as report:
        return 2 if _fetch(wanted, report, lambda repository: _index(repository, wanted, report)) else 0


def _there(manifest: Manifest, home: Home) -> tuple[Repository, ...]:
    """The repositories that were fetched or indexed before."""
    indexed = {folder.name.partition("@")[0] for folder in home.shards.glob("*@*")}
    indexed |= {folder.name.removesuffix(".git") for folder in home.mirrors.glob("*.git")}
    return tuple(repository for repository in manifest.repositories if repository.name in indexed)


def _fetch(wanted: Wanted, report: Reporter, then: Callable[[Repository], bool]) -> bool:
    """Fetch repositories and do something with each that is there; returns whether anything failed."""
    from codelens.fetch.mirrors import FetchFailure, fetch_all  # noqa: PLC0415 - pygit2 is dear

    selected = {repository.name: repository for repository in wanted.select()}

    def tell(progress: FetchProgress) -> None:
        done, total = progress.received_objects, progress.total_objects
        report.went_on(Progress(progress.repository, progress.phase.value, done, total, progress.received_bytes))

    options: dict[str, Any] = {"jobs": min(wanted.jobs, 4), "depth": wanted.depth, "progress": tell}
    failed = False
    with closing(fetch_all(tuple(selected.values()), wanted.home.mirrors, **options)) as results:
        for result in results:
            if isinstance(result, FetchFailure):
                report.failed(Failed(result.repository, one_line(str(result.error))))
                failed = True
                continue
            if selected[result.repository].url:
                report.ended(Ended(result.repository, Work.FETCH, result.changed, _fetched(result)))
            failed = not then(selected[result.repository]) or failed
    return failed


def _say_in_place(repository: Repository, report: Reporter) -> bool:
    if repository.path is not None:
        text = one_line(f"is read in place, at {repository.path}; there is nothing to fetch")
        report.ended(Ended(repository.name, Work.FETCH, changed=False, text=text))
    return True


def _index(repository: Repository, wanted: Wanted, report: Reporter) -> bool:
    """Index one repository; returns whether that went well."""
    from codelens.fetch.sources import open_source  # noqa: PLC0415 - pygit2 is dear
    from codelens.index.build import index_source  # noqa: PLC0415

    def tell(progress: IndexProgress) -> None:
        report.went_on(Progress(progress.repository, progress.phase, progress.done, progress.total))

    try:
        with closing(open_source(repository, wanted.home.mirrors, wanted.revision)) as source:
            result = index_source(source, wanted.home, jobs=wanted.jobs, tell=tell, rebuild=wanted.rebuild)
    except CodelensError as error:
        report.failed(Failed(repository.name, one_line(str(error))))
        return False
    report.ended(Ended(repository.name, Work.INDEX, result.changed, one_line(_indexed(result))))
    return True


def _fetched(result: FetchResult) -> str:
    state = f"{result.bytes / 1e6:.1f} MB fetched" if result.changed else "nothing new"
    moved = f"; it has moved to {result.moved}: correct its url" if result.moved else ""
    return one_line(f"{state}, {result.revision} is {result.commit[:12]}{moved}")


def _indexed(result: IndexReport) -> str:
    manifest = result.manifest
    if not result.changed:
        return f"index is up to date ({manifest.files:,} files, {manifest.symbols:,} symbols)"
    skipped = ", ".join(f"{reason} {number:,}" for reason, number in manifest.skips.items())
    return (
        f"indexed {manifest.files:,} files ({result.read:,} read), {manifest.symbols:,} symbols, "
        f"{manifest.index_bytes / 1e6:.1f} MB in {manifest.seconds:.1f} s"
        + (f"; skipped: {skipped}" if skipped else "")
    )
