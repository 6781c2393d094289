"""Projects: what a host says of one repository, checked before anything is made of it.

What a host answers is not trusted: a name that could leave a folder, or a url of another host, is refused and counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from codelens.fetch.organizations.apis import is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.fetch.organizations.apis import Api

_PART = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._-]{1,100}")
_SCP = re.compile(r"([^/:]+):")  # user@host:path
_WEB = ("http", "https")
_MOST_PARTS = 20
_LONGEST_URL = 1_000
_LARGEST = 10**15


class Project(msgspec.Struct, frozen=True, omit_defaults=True):
    """One repository of an owner.

    Args:
        path: Owner and name with slashes between them, of which each part is letters, digits, ``.``, ``_``, ``-``.
        url: What it is fetched from, on the host of the owner's page.
        archived: Whether nothing new comes.
        fork: Whether it is a copy of another's.
        empty: Whether it has no commit.
        history: Bytes of the whole of it, of which a fetch brings a small part; None when the host does not say.
    """

    path: str
    url: str
    archived: bool = False
    fork: bool = False
    empty: bool = False
    history: int | None = None

    @property
    def owner(self) -> str:
        """The path of whose it is."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]


def read_projects(items: Iterable[object], api: Api) -> tuple[tuple[Project, ...], int]:
    """The projects of a page, and how many of its items can't be used."""
    read = [_project(item, api) for item in items]
    projects = tuple(project for project in read if project is not None)
    return projects, len(read) - len(projects)


def canonical(url: str) -> str:
    """What is equal for two urls of one repository: host and path, without ``.git``, in lower case."""
    try:
        parts = urlsplit(url if "://" in url else _SCP.sub(r"ssh://\1/", url, count=1))
        host = parts.netloc if parts.scheme in _WEB else parts.hostname or ""
    except ValueError:
        return url
    return f"{host.rpartition('@')[2]}/{parts.path.strip('/').removesuffix('.git')}".lower()


def _project(item: object, api: Api) -> Project | None:
    form = api.form
    path, url, size = _field(item, form.path), _field(item, form.clone), _field(item, form.size)
    if not isinstance(path, str) or not isinstance(url, str) or not _is_path(path) or not _is_url(url, api):
        return None
    usable = isinstance(size, int) and not isinstance(size, bool) and 0 < size * form.unit < _LARGEST
    return Project(
        path,
        url,
        archived=_field(item, form.archived) is True,
        fork=bool(_field(item, form.fork)),
        empty=_field(item, form.empty) is True,
        history=size * form.unit if usable else None,  # type: ignore[operator] # it is a number
    )


def _field(item: object, name: str) -> object:
    """A field of an item, whose name may lead through others; None when there is none."""
    for part in name.split("."):
        item = item.get(part) if isinstance(item, dict) else None
    return item


def _is_path(path: str) -> bool:
    parts = path.split("/")
    return 1 < len(parts) <= _MOST_PARTS and all(_PART.fullmatch(part) for part in parts)


def _is_url(url: str, api: Api) -> bool:
    """Whether a url is a plain one of the host whose owner it is, and nobody can change what comes over it."""
    if len(url) > _LONGEST_URL or not url.isascii() or not url.isprintable() or " " in url:
        return False
    try:
        parts, site = urlsplit(url), urlsplit(api.site)
        same = (parts.hostname, parts.port) == (site.hostname, site.port)
    except ValueError:
        return False
    safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    plain = not (parts.query or parts.fragment) and parts.username is None
    return same and safe and plain and _is_path(parts.path.removeprefix("/"))
