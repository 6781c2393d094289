"""What fetch, index and update are to work on: their shared options, and what these mean in the manifest."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property, reduce, wraps
from typing import TYPE_CHECKING, Any

import click

from codelens.errors import UsageError
from codelens.present.cli.options import completed, home_option
from codelens.present.formats import count_text, path_text, size_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.fetch.amounts import Amount
    from codelens.fetch.manifest import Manifest, Selection
    from codelens.locations import Home


@dataclass(frozen=True)
class Wanted:
    """What is to be fetched or indexed, and how."""

    names: tuple[str, ...]
    groups: tuple[str, ...]
    everything: bool
    repos: str | None
    jobs: int
    home: Home
    depth: int = 1
    rebuild: bool = False
    revision: str | None = None
    json: bool = False
    yes: bool = False
    installed: bool = False

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest that is meant.

        Raises:
            UsageError: It lists nothing.
        """
        from codelens.fetch.manifest import find_manifest  # noqa: PLC0415 - help needs no manifest

        manifest = find_manifest(self.repos)
        if not manifest.entries:
            message = f"{manifest.file}: lists no repository; add one with a name and a url or path"
            raise UsageError(message)
        return manifest

    def choose(self) -> Selection:
        """What is meant.

        Raises:
            UsageError: None is named, one's own manifest lists none, and nothing of the shipped one is there yet; or
                everything is asked for beside some of it.
        """
        from codelens.fetch.manifest import Selection  # noqa: PLC0415 - help needs no manifest
        from codelens.fetch.organizations.known import choose_known, names_there, with_brought  # noqa: PLC0415

        self.home.create()
        manifest = self.manifest
        if self.everything and (self.names or self.groups):
            message = "--all is all of the manifest; leave it out, or the names and groups"
            raise UsageError(message)
        if self.everything:
            return manifest.choose((), ())
        if self.names or self.groups:
            return choose_known(manifest, self.home.organizations, self.names, self.groups)
        listed = {entry.name for entry in manifest.entries} - manifest.shipped
        there = names_there(self.home) | listed
        chosen = Selection(
            tuple(each for each in with_brought(manifest, self.home).repositories if each.name in there),
            tuple(each for each in manifest.organizations if each.name in listed),
        )
        if not chosen.repositories and not chosen.organizations:
            message = (
                "nothing is fetched yet; codelens repos lists what there is, and codelens update NAME brings it "
                "(or all of it: --all)"
            )
            raise UsageError(message)
        return chosen

    def agreed(self, chosen: Selection) -> bool:
        """Say how much is to be fetched of a group or of everything, and ask a person whether to go on."""
        from codelens.fetch.amounts import amount_of  # noqa: PLC0415 - help needs no disk

        several = self.names and len(chosen.repositories) > len(self.names)
        if not (self.everything or self.groups or several):
            return True
        amount = amount_of(chosen, self.home.mirrors)
        click.echo(_amount_text(amount, self.home), err=True)
        if not amount.repositories or self.yes or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return True
        if click.confirm("Fetch it?", err=True):
            return True
        click.echo("codelens: nothing was fetched", err=True)
        return False


def wanted_options(*more: Callable[..., Any]) -> Callable[[Callable[[Wanted], int]], Callable[..., Any]]:
    """The options of a command that fetches or indexes, and some of its own, given on as one :class:`Wanted`."""
    options: tuple[Callable[[Any], Any], ...] = (
        click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=completed("updatable")),
        click.option(
            "--group",
            "-g",
            "groups",
            multiple=True,
            metavar="GROUP",
            shell_complete=completed("listed_groups"),
            help="All of a group of the manifest; repeatable.",
        ),
        click.option("--all", "everything", is_flag=True, help="All of the manifest."),
        repos_option,
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


repos_option = click.option(
    "--repos", metavar="FILE", help="The manifest, alone; else ./repos.yaml, or your own with the shipped one."
)


def _amount_text(amount: Amount, home: Home) -> str:
    """How much is to be fetched, in one line that tells what was measured from what is only estimated."""
    what = count_text(amount.repositories, "repository", "repositories")
    sizes = [
        f"{size_text(amount.measured_bytes)} as measured of {amount.measured:,}" if amount.measured else "",
        f"about {size_text(amount.estimated_bytes)} by the size class of {amount.estimated:,}"
        if amount.estimated
        else "",
        f"{amount.unknown:,} of unknown size" if amount.unknown else "",
    ]
    parts = [
        f"{what} to fetch: {', '.join(filter(None, sizes))}" if amount.repositories else "nothing new to fetch",
        f"{amount.there:,} already there" if amount.there else "",
        f"{size_text(amount.free)} free in {path_text(home.folder)}" if amount.free is not None else "",
    ]
    return "; ".join(filter(None, parts))
