"""``repos``: what there is to read, how large it is and how far it is; and one's own manifest, edited in place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from codelens.errors import ManifestError
from codelens.present.cli.options import completed, home_option
from codelens.present.cli.repos_editing import add, remove
from codelens.present.cli.wanted import repos_option
from codelens.present.formats import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.fetch.manifest import Manifest
    from codelens.locations import Home
    from codelens.present.cli.repository_lines import Listed

_STATES = ("not fetched", "fetched", "indexed", "out of date", "broken")  # of query.holdings, which help needs not


class _Repos(click.Group):
    """A group whose first command is meant when none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("repos", cls=_Repos, short_help="What there is to read; add and remove your own.")
def repos() -> None:
    """What there is to read: the repositories that codelens knows, and your own.

    \b
    Example: codelens repos                      all of them
             codelens repos containers           those with this word, as: codelens repos list containers
             codelens repos add https://git.example.org/us/pier
             codelens repos remove pier
    """


repos.add_command(add)
repos.add_command(remove)


@repos.command("list", short_help="List and filter them.")
@click.argument("words", nargs=-1, metavar="[FILTER]...")
@click.option(
    "--group",
    "-g",
    "groups",
    multiple=True,
    metavar="GROUP",
    shell_complete=completed("listed_groups"),
    help="Only of this group; repeatable.",
)
@click.option("--state", "-s", "states", multiple=True, type=click.Choice(_STATES), help="Only these; repeatable.")
@click.option("--without-source", is_flag=True, help="The systems that have no public source, and why.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a repository.")
@repos_option
@home_option
def list_(  # noqa: PLR0913 - each is an option
    words: tuple[str, ...],
    *,
    groups: tuple[str, ...],
    states: tuple[str, ...],
    without_source: bool,
    as_json: bool,
    repos: str | None,
    home: Home,
) -> int:
    """What there is to read: name, state, size, revision and groups, filtered by words of any of these.

    A size is what a fetch brings, as measured, or a class: S fewer than 5,000 files, M fewer than 20,000, L more.

    \b
    Example: codelens repos
             codelens repos grpc --state indexed
             codelens repos --group queues
             codelens repos --without-source
    """
    from codelens.fetch.manifest import find_manifest  # noqa: PLC0415 - help needs no manifest
    from codelens.present.cli.repository_lines import listed, system_fields, system_text  # noqa: PLC0415

    manifest = find_manifest(repos)
    if without_source:
        systems = [each for each in manifest.without_source if _has(words, f"{each.system} {' '.join(each.aliases)}")]
        for system in systems:
            _write(system_fields(system) if as_json else system_text(system))
        return 0 if systems else 1
    manifest.choose((), groups)  # a group that is none is told
    found = [
        each
        for each in listed(home, manifest)
        if _has(words, each.searched) and (not states or each.state in states) and _is_in(each, groups)
    ]
    _show(found, as_json=as_json)
    if not found:
        click.echo(_none(manifest, words), err=True)
    return 0 if found else 1


def _show(found: list[Listed], *, as_json: bool) -> None:
    from codelens.present.cli.repository_lines import fields, legend, line, row, summary, titles  # noqa: PLC0415

    if not as_json and found and sys.stdout.isatty():
        from shutil import get_terminal_size  # noqa: PLC0415 - only on a terminal

        width = get_terminal_size().columns
        click.echo(titles(width))
        for each in found:
            click.echo(row(each, width))
        click.echo(f"{summary(found)}\n{legend()}", err=True)
        return
    for each in found:
        _write(fields(each) if as_json else line(each))


def _write(what: dict[str, object] | str) -> None:
    if isinstance(what, str):
        click.echo(what)
    else:
        sys.stdout.buffer.write(msgspec.json.encode(what) + b"\n")


def _has(words: Iterable[str], text: str) -> bool:
    return all(word.lower() in text.lower() for word in words)


def _is_in(each: Listed, groups: Iterable[str]) -> bool:
    wanted = {group.lower() for group in groups}
    return not wanted or bool(wanted & {group.lower() for group in each.groups})


def _none(manifest: Manifest, words: tuple[str, ...]) -> str:
    """What is said when nothing was found: why there is no source, or what was perhaps meant."""
    if not manifest.entries:
        return f"{manifest.file}: lists no repository; add one: codelens repos add URL"
    try:
        manifest.choose(words[:1])
    except ManifestError as error:
        if len(words) == 1:
            return printable(str(error))
    return "nothing matches all of that; codelens repos lists everything"
