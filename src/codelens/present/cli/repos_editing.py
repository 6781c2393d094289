"""``repos add`` and ``repos remove``: one's own manifest edited in place, and what is kept of a repository deleted.

The manifest that is edited is the one in use, so that what was added can be updated: the one asked for, else
``./repos.yaml``, else one's own. The shipped one is never edited.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from codelens.errors import CodelensError, UsageError
from codelens.locations import edited_manifest
from codelens.present.cli.options import Broken, completed, home_option
from codelens.present.formats import path_text, printable, size_text

if TYPE_CHECKING:
    from codelens.fetch.manifest import Manifest, Repository
    from codelens.locations import Home

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://.|[^/\s]+@[^/\s:]+:.", re.IGNORECASE)
_OWNER_PAGE = re.compile(r"(https?://[^/]+/([^/]+))/?", re.IGNORECASE)
_ODD = re.compile(r"[^a-z0-9._-]+")

_repos_option = click.option("--repos", metavar="FILE", help="The manifest to edit; else ./repos.yaml, or your own.")


@click.command("add", short_help="Add a repository to your own manifest.")
@click.argument("url")
@click.option("--name", metavar="NAME", help="What it is to be called; default: the last part of the url.")
@click.option("--revision", metavar="REV", help="A tag, a branch or a full commit id; default: the default branch.")
@click.option("--group", "-g", "groups", multiple=True, metavar="GROUP", help="A group that it is of; repeatable.")
@_repos_option
def add(url: str, *, name: str | None, revision: str | None, groups: tuple[str, ...], repos: str | None) -> int:
    """Add a repository, by its url or by its folder, to your own manifest, which keeps its comments and its layout.

    \b
    Example: codelens repos add https://git.example.org/us/pier
             codelens repos add ~/src/pier --name my-pier --group ours
             codelens repos add https://git.example.org/us/pier --revision v1.2
    """
    from codelens.fetch.manifest import find_edited  # noqa: PLC0415 - help needs no manifest
    from codelens.fetch.manifest_text import NewEntry, add_entry  # noqa: PLC0415

    file, manifest = edited_manifest(repos), find_edited(repos)
    folder = None if _ADDRESS.match(url) else _folder(url)
    place = str(folder) if folder else url
    _refuse_listed(manifest, place, name)
    named = name or _name_of(place)
    replaced = _same_name(manifest, named, name)
    entry = NewEntry(named, None if folder else place, place if folder else None, revision, groups or None)
    add_entry(file, entry)
    more = ", in the place of the shipped one" if replaced else ""
    where = f"--repos {path_text(file)} " if repos else ""
    click.echo(f"{named}: added to {path_text(file)}{more}; run: codelens update {where}{named}", err=True)
    return 0


@click.command("remove", short_help="Take one out of your own manifest, or delete what is kept of it.")
@click.argument("names", nargs=-1, required=True, metavar="NAME...", shell_complete=completed("listed_repositories"))
@click.option("--data", is_flag=True, help="Delete its mirror and its index, too; of a shipped one, only these.")
@click.option("--yes", "-y", is_flag=True, help="Don't ask before something is deleted.")
@_repos_option
@home_option
def remove(names: tuple[str, ...], *, data: bool, yes: bool, repos: str | None, home: Home) -> int:
    """Take a repository out of your own manifest; what is fetched and indexed of it stays, unless --data is given.

    \b
    Example: codelens repos remove pier
             codelens repos remove kubernetes --data
    """
    broken = Broken()
    for name in names:
        try:
            _remove(_Removal(name, edited_manifest(repos), repos, home), data=data, yes=yes)
        except CodelensError as error:
            broken(error)
    return 2 if broken.any else 0


@dataclass(frozen=True, slots=True)
class _Removal:
    """A repository that is to be removed, by the word that a person typed."""

    word: str
    file: Path
    repos: str | None
    home: Home

    def entry(self) -> Repository | None:
        """The entry that the word means, if there is one.

        Raises:
            UsageError: It means an organisation, which is no repository that could be removed.
        """
        from codelens.fetch.manifest import Organization, find_manifest  # noqa: PLC0415 - help needs no manifest

        entry = find_manifest(self.repos).named(self.word)
        if isinstance(entry, Organization):
            message = f"{entry.name}: stands for all that an owner has; take it out of {path_text(self.file)} yourself"
            raise UsageError(message)
        return entry


def _remove(removal: _Removal, *, data: bool, yes: bool) -> None:
    from codelens.fetch.manifest import load_manifest  # noqa: PLC0415 - help needs no manifest
    from codelens.fetch.manifest_text import remove_entry  # noqa: PLC0415

    entry = removal.entry()
    name = entry.name if entry else removal.word
    kept = _kept_bytes(removal.home, name)
    is_own = removal.file.exists() and name in {each.name for each in load_manifest(removal.file).repositories}
    _refuse_others(removal, entry, kept, is_own=is_own, data=data)
    if data and kept and not yes and sys.stdin.isatty() and sys.stderr.isatty():
        click.confirm(f"Delete {size_text(kept)}, the mirror and the index of {name}?", abort=True, err=True)
    if is_own:
        remove_entry(removal.file, name)
        again = "; the shipped one of that name holds again" if removal.entry() else ""
        click.echo(f"{name}: removed from {path_text(removal.file)}{again}", err=True)
    if data and not kept:
        click.echo(f"{name}: nothing of it was kept", err=True)
    elif data:
        _delete(removal.home, name)
        click.echo(f"{name}: {size_text(kept)} deleted", err=True)
    elif kept:
        click.echo(
            f"{name}: {size_text(kept)} of it are kept; codelens repos remove {name} --data deletes them", err=True
        )


def _refuse_others(removal: _Removal, entry: Repository | None, kept: int, *, is_own: bool, data: bool) -> None:
    """Refuse to remove what is not there, and what is not one's own.

    Raises:
        UsageError: The message says what could be removed.
    """
    name = printable(removal.word)
    if entry is None and not kept:
        message = f"{name}: is not listed, and nothing of it is kept; codelens repos lists what there is"
        raise UsageError(message)
    if not is_own and not data:
        where = f"is listed in {entry.manifest}, which ships with codelens" if entry else "is listed nowhere"
        message = f"{name}: {where}; to delete what is kept of it: codelens repos remove {name} --data"
        raise UsageError(message)


def _folder(text: str) -> Path:
    """The folder that a text names.

    Raises:
        UsageError: It is no folder, and no url either.
    """
    folder = Path(text).expanduser()
    if folder.is_dir():
        return folder.resolve()
    message = f"{printable(text)}: is no folder here, and no url; write it as https://host/owner/name"
    raise UsageError(message)


def _name_of(place: str) -> str:
    """What a repository is called by its url or its path.

    Raises:
        UsageError: Nothing of it can be a name.
    """
    page = _OWNER_PAGE.fullmatch(place)
    if page:
        message = (
            f"{page[1]}: is the page of an owner; list all that it has under organizations: in the manifest, as "
            f"- {{name: {page[2]}/*, url: {page[1]}}}"
        )
        raise UsageError(message)
    last = re.split(r"[/:]", place.rstrip("/"))[-1].removesuffix(".git").lower()
    name = _ODD.sub("-", last).strip("-._")
    if not name:
        message = f"{printable(place)}: gives no name; choose one with --name"
        raise UsageError(message)
    return name


def _refuse_listed(manifest: Manifest, place: str, name: str | None) -> None:
    """Refuse what is listed under another name, unless it was given one.

    Raises:
        UsageError: It is.
    """
    from codelens.fetch.organizations.projects import canonical  # noqa: PLC0415 - help needs no manifest

    there = {canonical(each.place): each for each in reversed(manifest.repositories)}
    each = there.get(canonical(place))
    if each is not None and name is None:
        message = (
            f"{each.name}: is listed already; run: codelens update {each.name} "
            "(--name lists it once more, to have another revision beside it)"
        )
        raise UsageError(message)


def _same_name(manifest: Manifest, named: str, asked: str | None) -> bool:
    """Whether an entry takes the place of a shipped one, which it may only when that was asked for.

    Raises:
        UsageError: It was not.
    """
    if named not in manifest.shipped:
        return False
    if asked is None:
        message = (
            f"{named}: another repository is called so; choose a name with --name "
            f"(--name {named} puts yours in its place)"
        )
        raise UsageError(message)
    return True


def _kept_bytes(home: Home, name: str) -> int:
    """Bytes of the mirror and the index of a repository."""
    from codelens.fetch.fields import is_name  # noqa: PLC0415 - as above
    from codelens.fetch.mirror_folders import bytes_in, mirror_folder  # noqa: PLC0415 - pygit2 is dear
    from codelens.index.removing import shards_of  # noqa: PLC0415

    home.trusted()
    if not is_name(name):  # nothing that is kept is called so, and it is no path to delete
        return 0
    return sum(bytes_in(folder) for folder in (mirror_folder(home.mirrors, name), *shards_of(home, name)))


def _delete(home: Home, name: str) -> None:
    from codelens.fetch.mirror_folders import remove_mirror  # noqa: PLC0415 - pygit2 is dear
    from codelens.index.removing import remove_shards  # noqa: PLC0415

    remove_shards(home, name)
    remove_mirror(home.mirrors, name)
