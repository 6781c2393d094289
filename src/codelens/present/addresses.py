"""Addresses of git hosts: from any way of writing where a repository is fetched from to the host and the path there.

What a url holds beside them (a user's name, a password, a query) is dropped here, so that it can't get into a link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_SCP = re.compile(
    r"(?:[^@/:\s]+@)?(\[[0-9A-Fa-f:.]+\]|[^@/:\s\[\]]{2,}):(?!//|:)(.+)"
)  # a host of one letter is a drive
_WEB = ("http", "https")
_OTHERS = ("ssh", "git", "git+ssh", "ssh+git", "git+https", "git+http")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a repository is.

    Args:
        site: ``https://host``, with a port where the url has one for the web.
        host: In lower case.
        path: Of the repository on that host, as written, without slashes around it; encoded for a url.
    """

    site: str
    host: str
    path: str

    @property
    def repository(self) -> str:
        """The path without ``.git``."""
        return self.path.removesuffix(".git").rstrip("/")


def parse_address(url: str) -> Address | None:
    """The address that a url means; None for a folder, and for what is no url of a host.

    Args:
        url: ``https://host/path``, ``ssh://user@host:port/path``, ``git://host/path`` or ``user@host:path``.
    """
    url = url.strip()
    if "://" not in url:
        found = _SCP.fullmatch(url)
        return _address("https", found[1], found[2]) if found else None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    if not host or scheme not in _WEB + _OTHERS:
        return None
    host = f"[{host}]" if ":" in host else host
    of_the_web = scheme in _WEB
    return _address(scheme if of_the_web else "https", host, parts.path, port if of_the_web else None)


def _address(scheme: str, host: str, path: str, port: int | None = None) -> Address | None:
    path = unquote(path).strip("/")
    if not path or any(part in {"", ".", ".."} for part in path.split("/")):
        return None
    return Address(f"{scheme}://{host.lower()}{f':{port}' if port else ''}", host.lower(), encoded(path))


def encoded(path: str) -> str:
    """A path as it stands in a url, whatever bytes it has."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/~")
