"""``update --installed``: finds packages that a machine carries, and makes them entries of the manifest."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, FetchError
from codelens.locations import edited_manifest
from codelens.model import SourceFile
from codelens.present.events import Ended, Work, one_line

if TYPE_CHECKING:
    from codelens.fetch.entries import Repository
    from codelens.fetch.installed.finding import Found, Installed
    from codelens.locations import Home
    from codelens.present.cli.progress import Reporter

_MOST_NAMED = 4  # other versions in a message


def listed_package(word: str, repos: str | None, home: Home, report: Reporter) -> Repository:
    """The entry of the manifest for a package that is installed; written, unless it stands there so already.

    Args:
        word: ``[KIND/]PACKAGE[@VERSION]``.
        repos: The manifest that was asked for.
        home: Where indexes are.
        report: Told which package it is, and what else goes by its name.

    Raises:
        CodelensError: There is no such package, nothing of it can be read, or the manifest can't be written.
    """
    from codelens.fetch.installed.finding import find_installed  # noqa: PLC0415 - help needs no places
    from codelens.fetch.installed.naming import entry_of  # noqa: PLC0415
    from codelens.fetch.installed.places import Surroundings  # noqa: PLC0415
    from codelens.fetch.manifest import find_edited, find_manifest  # noqa: PLC0415
    from codelens.fetch.manifest_text import add_entry, replace_entry  # noqa: PLC0415

    found = find_installed(word, Surroundings())
    manifest = find_edited(repos)
    entry = entry_of(found, manifest.repositories, manifest.shipped)
    _require_source(entry.name, found, home)
    is_known = entry.name in {each.name for each in manifest.repositories}  # else nobody's entry is to be replaced
    (replace_entry if is_known else add_entry)(edited_manifest(repos), entry)
    (repository,) = find_manifest(repos).select([entry.name])
    report.ended(Ended(entry.name, Work.FETCH, changed=True, text=one_line(_told(found, word))))
    return repository


def other_version(repository: Repository, home: Home) -> str:
    """A sentence that says which version of a package is there now, when another one is indexed; else ""."""
    from codelens.fetch.sources import locate  # noqa: PLC0415 - pygit2 is dear
    from codelens.query.shards import revisions_of  # noqa: PLC0415

    try:
        now = locate(repository, home.mirrors).revision
    except CodelensError:  # whoever indexes says it
        return ""
    indexed = revisions_of(home, repository.name)
    return f"{now} is installed now, {indexed[0]} was indexed" if indexed and indexed[0] != now else ""


def _require_source(name: str, found: Found, home: Home) -> None:
    """Refuse a package of which nothing can be read.

    Raises:
        FetchError: It has no file in a language that is known, or none that is known to be its.
    """
    from codelens.extract.languages import load_languages  # noqa: PLC0415 - help needs no languages
    from codelens.fetch.entries import Repository  # noqa: PLC0415
    from codelens.fetch.sources import open_source  # noqa: PLC0415

    chosen = found.chosen
    languages = load_languages()
    entry = Repository(
        name, None, chosen.package.root, chosen.version or None, (), (), (), installed=chosen.package.title
    )
    others = 0
    with closing(open_source(entry, home.mirrors)) as source:
        for file in source.files():
            if isinstance(file, SourceFile) and languages.of_path(file.path):
                return
            others += 1
    what = f"{others:,} other files are" if others != 1 else "one other file is"
    message = f"{chosen.asked} in {chosen.package.root}: holds no source that could be read; {what} there"
    raise FetchError(message)


def _told(found: Found, word: str) -> str:
    """Which package it is, and what else goes by its name."""
    chosen = found.chosen
    parts = [f"{chosen.asked}, in {chosen.package.root}"]
    if found.others:
        more = [_other(one, found) for one in found.others[:_MOST_NAMED]]
        left = len(found.others) - len(more)
        parts.append(f"also there: {', '.join(more)}{f' and {left} more' if left else ''}")
    if found.similar:
        parts.append(f"called {word}, too: {', '.join(found.similar[:_MOST_NAMED])}")
    return "; ".join(parts)


def _other(one: Installed, found: Found) -> str:
    version = f"@{one.version}" if one.version else "without a version"
    here = one.package.root == found.chosen.package.root
    return version if here else f"{version} in {one.package.root}"
