"""``status``: what is indexed, at which commit, how old, and what was skipped; what the manifest lists beside it."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click
import msgspec

from codelens.errors import CodelensError, ManifestError, NotIndexedError, ShardError
from codelens.model import SkipReason
from codelens.present.cli.options import Broken, completed, home_option
from codelens.present.formats import age_text, printable, size_text

if TYPE_CHECKING:
    from codelens.fetch.manifest import Manifest
    from codelens.locations import Home
    from codelens.query.holdings import Holding

_LEFT_OUT = ("checksums", "location", "rules", "kinds", "references")  # of what a shard says of itself


@click.command("status", short_help="What is indexed, and what was skipped.")
@click.argument("repositories", nargs=-1, metavar="[NAME]...", shell_complete=completed("repositories"))
@click.option("--all", "everything", is_flag=True, help="What the manifest lists and is not indexed, too.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a repository.")
@click.option("--skips", is_flag=True, help="List the files that were skipped.")
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="REASON",
    type=click.Choice([reason.value for reason in SkipReason]),
    help="List the files that were skipped for this reason; repeatable.",
)
@click.option("--repos", metavar="FILE", help="The manifest; else ./repos.yaml, your own, or the shipped one.")
@home_option
def status(  # noqa: PLR0913 - each is an option
    repositories: tuple[str, ...],
    *,
    everything: bool,
    as_json: bool,
    skips: bool,
    reasons: tuple[str, ...],
    repos: str | None,
    home: Home,
) -> int:
    """What is indexed: files, symbols, skips by reason, size, commit and age.

    A repository is out of date when its source has another commit, or the manifest another revision.

    \b
    Example: codelens status etcd --skips
             codelens status moby --reason 'too large'
             codelens status --all
    """
    from codelens.query.holdings import State, skipped_files  # noqa: PLC0415 - help needs no index

    broken = Broken()
    for holding in _asked(home, repositories, _manifest(home, repos, broken), everything=everything):
        if holding.state is State.BROKEN:
            broken(ShardError(holding.reason))
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(_fields(holding)) + b"\n")
        else:
            click.echo(_text(holding))
        if holding.indexed is None or not (skips or reasons):
            continue
        try:
            for place, reason in skipped_files(holding, home, reasons):
                _write_skip(place.repository, place.path, reason, as_json=as_json)
        except CodelensError as error:
            broken(error)
    return 2 if broken.any else 0


def _manifest(home: Home, repos: str | None, broken: Broken) -> Manifest | None:
    """The manifest; without one that can be read, what is indexed is listed all the same."""
    from codelens.fetch.manifest import find_manifest  # noqa: PLC0415 - help needs no manifest
    from codelens.fetch.organizations.known import with_brought  # noqa: PLC0415 - as above

    try:
        return with_brought(find_manifest(repos), home)
    except ManifestError as error:
        broken(error)
        return None


def _asked(home: Home, words: tuple[str, ...], manifest: Manifest | None, *, everything: bool) -> list[Holding]:
    """The holdings that are asked for.

    Raises:
        NotIndexedError: There is none of them.
    """
    from codelens.query.holdings import holdings  # noqa: PLC0415
    from codelens.query.repositories import meant  # noqa: PLC0415

    listed = [holding for holding in holdings(home, manifest) if everything or holding.folder]
    if not listed:
        message = f"nothing is indexed in {home.folder}; run: codelens update <repository>, or: codelens status --all"
        raise NotIndexedError(message)
    names = meant(words, [holding.name for holding in listed], home)
    return [holding for holding in listed if holding.name in names]


def _write_skip(repository: str, path: str, reason: str, *, as_json: bool) -> None:
    if as_json:
        skip = {"repository": repository, "path": printable(path), "skipped": reason}
        sys.stdout.buffer.write(msgspec.json.encode(skip) + b"\n")
    else:
        click.echo(f"    {printable(path)}: {reason}")


def _fields(holding: Holding) -> dict[str, object]:
    indexed = holding.indexed
    of_index = (
        {name: getattr(indexed, name) for name in indexed.__struct_fields__ if name not in _LEFT_OUT}
        if indexed
        else {"repository": holding.name, "revision": holding.revision, "commit": holding.commit}
    )
    return {**of_index, "state": holding.state.value, "reason": printable(holding.reason)}


def _text(holding: Holding) -> str:
    """A repository in a line, and of an index two more."""
    indexed = holding.indexed
    name, revision = click.style(holding.name, bold=True), printable(holding.revision or "default branch")
    if indexed is None:
        size = holding.entry.size if holding.entry else None
        more = f", {size_text(size)} to fetch" if size and holding.state == "not fetched" else ""
        reason = f"\n    {printable(holding.reason)}" if holding.reason else ""
        return f"{name}  {revision}  {holding.state}{more}{reason}"
    skips = ", ".join(f"{reason} {number:,}" for reason, number in indexed.skips.items()) or "none"
    languages = ", ".join(f"{name} {number:,}" for name, number in list(indexed.languages.items())[:4])
    languages = f" ({languages})" if languages else ""
    state = "" if holding.state == "indexed" else f"{holding.state}: "
    reason = f"\n    {state}{printable(holding.reason)}" if holding.reason else ""
    return (
        f"{name}  {revision}  {indexed.commit[:12] or 'as it was'}  "
        f"indexed {age_text(time.time() - indexed.indexed_at)} ago{reason}\n"
        f"    {indexed.files:,} files{languages}, {indexed.lines:,} lines, {indexed.symbols:,} symbols, "
        f"{size_text(indexed.source_bytes)} of source, {size_text(indexed.index_bytes)} of index\n"
        f"    skipped: {skips}"
    )
