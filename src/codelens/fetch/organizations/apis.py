"""The interfaces that hosts have, as data: ``queries/apis.yaml``, and ``hosts`` of ``queries/links.yaml``.

An :class:`Api` is where one owner's repositories are asked for, and the token that may go there and nowhere else.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import msgspec

from codelens.document import Document, read_document
from codelens.errors import FetchError, SettingsError
from codelens.fetch.tokens import Token, own_variable, token_of
from codelens.globs import any_glob
from codelens.locations import configuration, queries_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from urllib.parse import SplitResult

FILE = "apis.yaml"
HOSTS = "links.yaml"
_FILLED = ("owner", "page_size")


class Form(msgspec.Struct, frozen=True):
    """How an interface is asked, and where its answers have what; see ``queries/apis.yaml``."""

    base: str
    lists: tuple[str, ...]
    path: str
    clone: str
    archived: str
    fork: str
    empty: str = ""
    size: str = ""
    unit: int = 1
    accept: str = "application/json"
    page_size: int = 100


class _Written(msgspec.Struct, frozen=True):
    addresses: dict[str, str] = {}
    tokens: dict[str, tuple[str, ...]] = {}
    forms: dict[str, dict[str, object]] = {}


@dataclass(frozen=True, slots=True)
class ApiForms:
    """All of ``apis.yaml``, a user's own first.

    Args:
        hosts: Matches a host's name, and the name of its form.
        addresses: Host to its interface, where that is elsewhere.
        tokens: Host to the customary variables of its token.
        forms: By name.
    """

    hosts: tuple[tuple[re.Pattern[str], str], ...]
    addresses: Mapping[str, str]
    tokens: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, Form]

    def of_host(self, host: str) -> Form | None:
        """The form that a host speaks; None when that is not known."""
        name = next((form for glob, form in self.hosts if glob.search(host)), "")
        return self.forms.get(name)


@dataclass(frozen=True, slots=True)
class Api:
    """The interface of a host, for one owner.

    Args:
        site: ``https://host``, with its port: where the repositories are fetched from.
        base: Where is asked; no other address ever is.
        owner: The path of the owner's page.
        form: How is asked.
        token: What may be sent to ``base``; None to ask without.
        variable: What to set to a token.
    """

    site: str
    base: str
    owner: str
    form: Form
    token: Token | None
    variable: str

    @property
    def host(self) -> str:
        """What messages call it."""
        return urlsplit(self.base).netloc

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this machine."""
        return is_loopback(urlsplit(self.base).hostname or "")

    @property
    def lists(self) -> tuple[str, ...]:
        """What is asked, in turn until one is there."""
        filled = {"owner": quote(self.owner, safe=""), "page_size": self.form.page_size}
        return tuple(self.base + path.format_map(filled) for path in self.form.lists)


def load_api_forms() -> ApiForms:
    """Read ``queries/apis.yaml``, and the hosts of ``queries/links.yaml``.

    Raises:
        SettingsError: One is wrong; the message names file and line.
    """
    documents = list(_documents(FILE))
    addresses: dict[str, str] = {}
    tokens: dict[str, tuple[str, ...]] = {}
    forms: dict[str, Form] = {}
    for document in reversed(documents):
        written = document.convert(document.value, _Written)
        addresses.update((host.lower(), _address(document, host, at)) for host, at in written.addresses.items())
        tokens.update((host.lower(), names) for host, names in written.tokens.items())
        forms.update((name, _form(document, name, form)) for name, form in written.forms.items())
    return ApiForms(tuple(_hosts()), addresses, tokens, forms)


def find_api(where: str, url: str) -> Api:
    """The interface that is asked for the repositories of an owner.

    Args:
        where: File and entry, for messages.
        url: The owner's page: ``https://host/owner``.

    Raises:
        FetchError: It is no such page, or nothing is known of its host; the message says what to write, and where.
        SettingsError: ``apis.yaml`` or ``links.yaml`` is wrong.
    """
    parts = _page(where, url)
    host = (parts.hostname or "").lower()
    known = load_api_forms()
    form = known.of_host(host)
    if form is None:
        file = configuration() / "queries" / HOSTS
        message = (
            f"{where}: how {host} lists what an owner has is not known; write into {file}: "
            f"hosts: {{{host}: FORM}}, FORM being one of {', '.join(sorted(known.forms))}"
        )
        raise FetchError(message)
    site = f"{parts.scheme}://{parts.netloc.lower()}"
    variable = next(iter(known.tokens.get(host, ())), own_variable(host))
    base = known.addresses.get(host, site + form.base)
    return Api(site, base.rstrip("/"), parts.path.strip("/"), form, token_of(host, known.tokens), variable)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, so that nobody listens on the way."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _page(where: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname and parts.path.strip("/"))
        usable = usable and parts.username is None and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        message = f"{where}: url: is no page of an owner; write it as https://host/owner"
        raise FetchError(message)
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        message = f"{where}: {url}: what comes over plain http may be anybody's; write https://"
        raise FetchError(message)
    return parts


def _documents(name: str) -> Iterator[Document]:
    yield from (read_document(file, SettingsError) for folder in queries_folders() if (file := folder / name).is_file())


def _hosts() -> Iterator[tuple[re.Pattern[str], str]]:
    """The hosts of ``links.yaml``; what else is in it is read where links are made."""
    for document in _documents(HOSTS):
        hosts = document.mapping(document.mapping(document.value).get("hosts"), "hosts")
        for host, form in hosts.items():
            try:
                yield any_glob([host.lower()]), str(form)
            except (ValueError, re.error) as error:
                message = f"{host}: is no glob: {error}"
                raise document.fault(message, "hosts", host) from error


def _address(document: Document, host: str, address: str) -> str:
    try:
        parts = urlsplit(address)
        safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    except ValueError:
        safe = False
    if safe and parts.hostname:
        return address
    message = f"{host}: {address}: must be https://…"
    raise document.fault(message, "addresses", host)


def _form(document: Document, name: str, written: object) -> Form:
    form = document.convert(written, Form, "forms", name)
    for number, path in enumerate(form.lists):
        try:
            parts = [part for _, *part in Formatter().parse(path) if part[0] is not None]
            wanted = {"" if form or conversion else field for field, form, conversion in parts}
        except ValueError as error:
            message = f"lists: {error}; write {{{{ for a brace that is meant"
            raise document.fault(message, "forms", name, "lists", number) from error
        if "owner" not in wanted or not path.startswith("/") or not wanted <= set(_FILLED):
            message = f"lists: {path}: must be a path with {{owner}}, and perhaps {{page_size}}"
            raise document.fault(message, "forms", name, "lists", number)
    if not form.lists or form.page_size < 1 or form.unit < 1:
        message = "lists, page_size and unit: there must be at least one of each"
        raise document.fault(message, "forms", name)
    return form
