"""The commands that bring and index repositories: fetch, index, update."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from codelens.errors import CodelensError, UsageError
from codelens.present.cli.progress import reporter
from codelens.present.cli.wanted import Wanted, wanted_options
from codelens.present.events import Ended, Failed, Progress, Work, one_line
from codelens.present.formats import size_text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from codelens.fetch.manifest import Repository, Selection
    from codelens.fetch.mirrors import FetchResult
    from codelens.fetch.mirrors import Progress as FetchProgress
    from codelens.index.build import IndexReport
    from codelens.index.states import Progress as IndexProgress
    from codelens.present.cli.progress import Reporter


_depth = click.option(
    "--depth", type=click.IntRange(min=0), default=1, show_default=True, help="Commits of history; 0 is all."
)
_rebuild = click.option("--rebuild", is_flag=True, help="Write the index anew.")
_rev = click.option("--rev", "revision", metavar="REV", help="Another tag, branch or commit than the manifest's.")


_installed = click.option(
    "--installed", is_flag=True, help="NAME is a package that is installed here: [KIND/]PACKAGE[@VERSION]."
)
_yes = click.option("--yes", "-y", is_flag=True, help="Don't ask whether so much is to be fetched.")


@click.command("fetch", short_help="Bring mirrors up to date.")
@wanted_options(_depth, _yes)
def fetch(wanted: Wanted) -> int:
    """Bring mirrors up to date. NAME is a repository, an alias, an organization or a group of the manifest.

    \b
    Example: codelens fetch etcd containerd
    """
    return _fetch(wanted, _say_in_place)


@click.command("index", short_help="Index what changed.")
@wanted_options(_rebuild, _rev)
def index(wanted: Wanted) -> int:
    """Extract and index what changed since the last time.

    \b
    Example: codelens index etcd
    """
    chosen = wanted.choose()
    with reporter(as_json=wanted.json) as report:
        selected, failed = _known(wanted, chosen, report)
        failures = [failed, *[not _index(each, wanted, report) for each in selected]]
    return 2 if any(failures) else 0


@click.command("update", short_help="Fetch and index.")
@wanted_options(_depth, _rebuild, _yes, _installed)
def update(wanted: Wanted) -> int:
    """Fetch and index: each repository is indexed as soon as it is there.

    Without a name: what your own manifest lists, and of the shipped one what is there already.

    \b
    Example: codelens update kubernetes
             codelens update --group containers
             codelens update --repos ./repos.yaml
             codelens update --installed requests
    """
    if wanted.installed:
        return _update_installed(wanted)
    return _fetch(wanted, _index)


def _fetch(wanted: Wanted, then: Callable[[Repository, Wanted, Reporter], bool]) -> int:
    """Fetch what is wanted and do something with each that is there; returns the exit status."""
    from codelens.fetch.manifest import Selection  # noqa: PLC0415 - help needs no manifest

    chosen, failed = wanted.choose(), False
    if chosen.organizations:
        with reporter(as_json=wanted.json) as report:
            repositories, failed = _asked(wanted, chosen, report)
            chosen = Selection(repositories)
    if not wanted.agreed(chosen):
        return 1
    with (
        reporter(as_json=wanted.json) as report,
        closing(_fetched_ones(chosen.repositories, wanted, report)) as there,
    ):
        for each in there:
            failed = each is None or not then(each, wanted, report) or failed
    return 2 if failed else 0


def _update_installed(wanted: Wanted) -> int:
    """Write packages that are installed on this machine into the manifest, and index them."""
    from codelens.present.cli.installing import listed_package  # noqa: PLC0415 - other updates need no places

    if not wanted.names or wanted.groups or wanted.everything:
        message = (
            "--installed takes the names of packages, and no --group or --all: codelens update --installed requests"
        )
        raise UsageError(message)
    failed = False
    with reporter(as_json=wanted.json) as report:
        for word in wanted.names:
            try:
                repository = listed_package(word, wanted.repos, wanted.home.create(), report)
            except CodelensError as error:
                report.failed(Failed(word, one_line(str(error))))
                failed = True
            else:
                failed = not _index(repository, wanted, report) or failed
    return 2 if failed else 0


def _asked(wanted: Wanted, chosen: Selection, report: Reporter) -> tuple[tuple[Repository, ...], bool]:
    """The repositories that are chosen, those of organisations as hosts say now; and whether one said none."""
    from codelens.fetch.organizations.known import all_of, ask_organizations  # noqa: PLC0415 - help needs no host

    refused = _Refused(report)
    cache = wanted.home.organizations
    expanded = []
    for each, expansion in ask_organizations(wanted.manifest, chosen, cache, tell=report.told, refused=refused):
        text = "; ".join(filter(None, (expansion.summary, expansion.note)))
        report.ended(Ended(each.name, Work.FETCH, changed=False, text=one_line(text)))
        expanded.append((each, expansion))
    return all_of(chosen, expanded), refused.any


def _known(wanted: Wanted, chosen: Selection, report: Reporter) -> tuple[tuple[Repository, ...], bool]:
    """The same, those of organisations as they are remembered."""
    from codelens.fetch.organizations.known import all_of, recall_organizations  # noqa: PLC0415 - as above

    refused = _Refused(report)
    expanded = recall_organizations(wanted.manifest, chosen, wanted.home.organizations, refused=refused)
    return all_of(chosen, expanded), refused.any


class _Refused:
    """Reports what can't be had, and knows whether there was any."""

    def __init__(self, report: Reporter) -> None:
        self.any = False
        self._report = report

    def __call__(self, name: str, error: CodelensError) -> None:
        self.any = True
        self._report.failed(Failed(name, one_line(str(error))))


def _fetched_ones(
    repositories: Sequence[Repository], wanted: Wanted, report: Reporter
) -> Generator[Repository | None, None, None]:
    """Fetch repositories, and yield each as it is there; None for one that can't be fetched."""
    from codelens.fetch.mirrors import FetchFailure, fetch_all  # noqa: PLC0415 - pygit2 is dear

    def tell(progress: FetchProgress) -> None:
        done, total = progress.received_objects, progress.total_objects
        report.went_on(Progress(progress.repository, progress.phase.value, done, total, progress.received_bytes))

    named = {repository.name: repository for repository in repositories}
    options: dict[str, Any] = {"jobs": min(wanted.jobs, 4), "depth": wanted.depth, "progress": tell}
    with closing(fetch_all(tuple(named.values()), wanted.home.mirrors, **options)) as results:
        for result in results:
            if isinstance(result, FetchFailure):
                report.failed(Failed(result.repository, one_line(str(result.error))))
                yield None
                continue
            if named[result.repository].url:
                report.ended(Ended(result.repository, Work.FETCH, result.changed, _fetched(result)))
            elif named[result.repository].installed:
                _say_version(named[result.repository], wanted, report)
            yield named[result.repository]


def _say_version(repository: Repository, wanted: Wanted, report: Reporter) -> None:
    """Say it when another version of a package is installed than is indexed."""
    from codelens.present.cli.installing import other_version  # noqa: PLC0415

    if other := other_version(repository, wanted.home):
        report.ended(Ended(repository.name, Work.FETCH, changed=True, text=one_line(other)))


def _say_in_place(repository: Repository, _: Wanted, report: Reporter) -> bool:
    if repository.installed is not None:
        text = one_line(f"is read where {repository.installed} is installed; there is nothing to fetch")
        report.ended(Ended(repository.name, Work.FETCH, changed=False, text=text))
    elif repository.path is not None:
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
    state = f"{size_text(result.bytes)} fetched" if result.changed else "nothing new"
    moved = f"; it has moved to {result.moved}, which its url should say" if result.moved else ""
    return one_line(f"{state}, {result.revision} is {result.commit[:12]}{moved}")


def _indexed(result: IndexReport) -> str:
    manifest = result.manifest
    if not result.changed:
        return f"index is up to date ({manifest.files:,} files, {manifest.symbols:,} symbols)"
    skipped = ", ".join(f"{reason} {number:,}" for reason, number in manifest.skips.items())
    return (
        f"indexed {manifest.files:,} files ({result.read:,} read), {manifest.symbols:,} symbols, "
        f"{size_text(manifest.index_bytes)} in {manifest.seconds:.1f} s" + (f"; skipped: {skipped}" if skipped else "")
    )
