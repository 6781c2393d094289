"""Permalinks: the web page of a line, pinned to the commit that was read.

How a host addresses a line is data, ``queries/links.yaml``. A link is made of the url alone; no host is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import TYPE_CHECKING

import msgspec

from codelens.document import nearest, read_document
from codelens.errors import CodelensError, LinkError, SettingsError
from codelens.globs import any_glob
from codelens.index.generations import ShardFolder, origins, read_manifest
from codelens.locations import configuration, queries_folders
from codelens.present.addresses import encoded, parse_address
from codelens.present.formats import one_based, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from codelens.document import Document
    from codelens.locations import Home
    from codelens.present.addresses import Address
    from codelens.query.matches import Match, Place

FILE = "links.yaml"
_FILLED = ("site", "repository", "clone", "commit", "path", "line", "end", "plain")


class Form(msgspec.Struct, frozen=True):
    """How the pages of a host are addressed; see ``queries/links.yaml``."""

    line: str
    lines: str = ""
    address: str = ""
    plain: str = ""


class _Written(msgspec.Struct, frozen=True):
    hosts: dict[str, str] = {}
    aliases: dict[str, str] = {}
    rendered: tuple[str, ...] = ()
    forms: dict[str, dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class LinkForms:
    """All of ``links.yaml``, a user's own first.

    Args:
        hosts: Matches a host's name, and the name of its form.
        aliases: Name in a url to the name of the pages' host.
        rendered: Matches files that hosts show without lines.
        forms: By name.
    """

    hosts: tuple[tuple[re.Pattern[str], str], ...]
    aliases: dict[str, str]
    rendered: re.Pattern[str]
    forms: dict[str, Form]

    def of_host(self, host: str) -> Form | None:
        """The form of a host, None when none fits."""
        name = next((form for glob, form in self.hosts if glob.search(host)), None)
        return None if name is None else self.forms[name]


def load_link_forms() -> LinkForms:
    """Read ``queries/links.yaml``.

    Raises:
        SettingsError: One is wrong; the message names file and line.
    """
    files = [file for folder in queries_folders() if (file := folder / FILE).is_file()]
    documents = [read_document(file, SettingsError) for file in files]
    written = [document.convert(document.value, _Written) for document in documents]
    forms: dict[str, Form] = {}
    for document, each in zip(reversed(documents), reversed(written), strict=True):
        forms.update((name, _form(document, name, form)) for name, form in each.forms.items())
    hosts = []
    for document, each in zip(documents, written, strict=True):
        for host, name in each.hosts.items():
            if name not in forms:
                message = f'{host}: there is no form "{name}"; {nearest(name, forms)}'
                raise document.fault(message, "hosts", host)
            hosts.append((_globs(document, [host.lower()], "hosts", host), name))
        _globs(document, each.rendered, "rendered")
    aliases = {name.lower(): host.lower() for each in reversed(written) for name, host in each.aliases.items()}
    rendered = any_glob([glob for each in written for glob in each.rendered])
    return LinkForms(tuple(hosts), aliases, rendered, forms)


def _globs(document: Document, globs: Sequence[str], *place: str) -> re.Pattern[str]:
    try:
        return any_glob(globs)
    except (ValueError, re.error) as error:
        message = f"{place[-1]}: is no glob: {error}"
        raise document.fault(message, *place) from error


def _form(document: Document, name: str, written: object) -> Form:
    form = document.convert(written, Form, "forms", name)
    try:
        groups = re.compile(form.address).groupindex
    except re.error as error:
        message = f"address: is no regular expression: {error}"
        raise document.fault(message, "forms", name, "address") from error
    for field in ("line", "lines"):
        for wanted in _placeholders(document, getattr(form, field), name, field):
            if wanted not in (*_FILLED, *groups):
                message = f"{field}: nothing is known as {{{wanted}}}; {nearest(wanted, (*_FILLED, *groups))}"
                raise document.fault(message, "forms", name, field)
    return form


def _placeholders(document: Document, template: str, *place: str) -> Iterator[str]:
    try:
        yield from (name for _, name, _, _ in Formatter().parse(template) if name is not None)
    except ValueError as error:
        message = f"{place[-1]}: {error}; write {{{{ for a brace that is meant"
        raise document.fault(message, "forms", *place) from error


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of one repository."""

    form: Form
    values: dict[str, str]


class Permalinks:
    """Links to places of the repositories of a home. What is known of each repository is read once."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._pages: dict[tuple[str, str], _Pages] = {}

    def of(self, place: Place, line: int, end_line: int | None = None) -> str:
        """The page of a line, or of several.

        Args:
            place: The file.
            line: 0-based.
            end_line: The last line, 0-based.

        Raises:
            LinkError: There is no such page, or none that could be known; the message says why and what to do.
            ShardError: What is known of the repository can't be read.
            SettingsError: ``links.yaml`` is wrong.
        """
        if not place.commit:
            message = f"{place.repository}: is a plain folder, without a commit that a link could be pinned to"
            raise LinkError(message)
        if any(part in {"", ".", ".."} for part in place.path.split("/")):
            message = f"{place.repository}: {printable(place.path)}: no page can have this path"
            raise LinkError(message)
        pages = self._of_repository(place.repository, place.revision)
        several = end_line is not None and end_line > line and pages.form.lines
        return (pages.form.lines if several else pages.form.line).format_map(
            {
                **pages.values,
                "commit": place.commit,
                "path": encoded(place.path),
                "line": one_based(line),
                "end": one_based(line if end_line is None else end_line),
                "plain": pages.form.plain if self._forms.rendered.search(place.path.lower()) else "",
            }
        )

    @cached_property
    def _forms(self) -> LinkForms:
        return load_link_forms()

    def _of_repository(self, repository: str, revision: str) -> _Pages:
        key = (repository, revision)
        if key not in self._pages:
            self._pages[key] = self._found(repository, revision)
        return self._pages[key]

    def _found(self, repository: str, revision: str) -> _Pages:
        generation = ShardFolder(self._home.shards, repository, revision).current()
        if generation is None:
            message = f"{repository}: is not indexed at {revision} any more; run: codelens update {repository}"
            raise LinkError(message)
        urls = origins(read_manifest(generation), self._home)
        if not urls:
            message = f'{repository}: where it comes from is not known; add a git remote "origin" to it'
            raise LinkError(message)
        addresses = [address for url in urls if (address := parse_address(url))]
        if not addresses:
            message = f"{repository}: comes from a folder, which has no pages to link to; give it a url of its host"
            raise LinkError(message)
        for address in addresses:
            if pages := self._at(address):
                return pages
        file = configuration() / "queries" / FILE
        message = (
            f"{repository}: how {addresses[0].host} shows a line is not known; write into {file}: "
            f"hosts: {{{addresses[0].host}: FORM}}, FORM being one of {', '.join(self._forms.forms)}"
        )
        raise LinkError(message)

    def _at(self, address: Address) -> _Pages | None:
        """The pages of an address, None when no form fits."""
        host = self._forms.aliases.get(address.host, address.host)
        form = self._forms.of_host(host)
        fits = form and re.fullmatch(form.address or ".*", address.repository)
        if not (form and fits):
            return None
        site = address.site if host == address.host else f"https://{host}"
        groups = {name: found or "" for name, found in fits.groupdict().items()}
        return _Pages(form, {**groups, "site": site, "repository": address.repository, "clone": address.path})


class MatchLinks:
    """The link of each match, or None where it has none; why is told once for each repository.

    Args:
        links: Where they are made.
        refused: Told why.
    """

    def __init__(self, links: Permalinks, refused: Callable[[CodelensError], None]) -> None:
        self._links = links
        self._refused = refused
        self._without: set[str] = set()

    def __call__(self, match: Match) -> str | None:
        """The link of the line that a match is shown with."""
        try:
            return self._links.of(match.place, match.range.line)
        except CodelensError as error:
            if match.place.repository not in self._without:
                self._without.add(match.place.repository)
                self._refused(error)
            return None
