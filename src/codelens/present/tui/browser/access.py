"""Who may talk to the server: whoever opens the printed address first, through an address that is served.

The address holds a token that is spent at its first use; what it buys is a cookie. A page of another site can neither
send it (``SameSite=Strict``) nor open the websocket (its origin is checked), and a name that was made to point here
afterwards is no name that is served (DNS rebinding).
"""

from __future__ import annotations

import secrets
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from codelens.errors import UsageError
from codelens.present.fronts import LOOPBACK, Serving

_SECRET = 32  # bytes
_PORTS = {"http": 80, "https": 443}
_LOCAL_NAMES = (LOOPBACK, "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, name and port of an address, the name in lower case and an IPv6 address without brackets."""

    scheme: str
    name: str
    port: int

    def __str__(self) -> str:
        name = f"[{self.name}]" if ":" in self.name else self.name
        return f"{self.scheme}://{name}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")


def origin_of(url: str) -> Origin | None:
    """The origin that an address consists of; None when it is no such address, or holds more than an origin."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    rest = (parts.path.strip("/"), parts.query, parts.fragment, parts.username, parts.password)
    if parts.scheme not in _PORTS or not parts.hostname or any(rest):
        return None
    return Origin(parts.scheme, parts.hostname, _PORTS[parts.scheme] if port is None else port)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address to listen at."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Served:
    """The origins under which the app is served; the first is the one to print.

    Args:
        origins: All that have a name.
        every_address: Whether it listens at all addresses of the machine, so that any address is one of its own: an
            address, unlike a name, can't be made to point elsewhere.
    """

    origins: tuple[Origin, ...]
    every_address: bool = False

    def has_origin(self, text: str) -> bool:
        """Whether a page with this origin is ours."""
        origin = origin_of(text)
        return origin is not None and (origin in self.origins or self._is_own_address(origin))

    def has_host(self, text: str) -> bool:
        """Whether a ``Host`` header, ``name:port``, names what is served."""
        return any(self.has_origin(f"{scheme}://{text}") for scheme in _PORTS)

    def _is_own_address(self, origin: Origin) -> bool:
        try:
            ip_address(origin.name)
        except ValueError:
            return False
        return self.every_address and (origin.scheme, origin.port) == ("http", self.origins[-1].port)


def served(serving: Serving, port: int) -> Served:
    """The origins of a server that listens at ``port``.

    Raises:
        UsageError: The public address is none.
    """
    public: tuple[Origin, ...] = ()
    if serving.public_url:
        origin = origin_of(serving.public_url)
        if origin is None:
            message = f"--public-url {serving.public_url}: is no address such as http://localhost:9000, without a path"
            raise UsageError(message)
        public = (origin,)
    names = [serving.host, *_LOCAL_NAMES] if is_loopback(serving.host) else [serving.host]
    every = serving.host in ("0.0.0.0", "::")  # noqa: S104 - told apart, not listened at
    if every:
        names = [socket.gethostname(), *_LOCAL_NAMES]
    own = tuple(Origin("http", name.lower(), port) for name in dict.fromkeys(names))
    return Served(public + own, every)


class Access:
    """The token, until it is spent, and the cookie."""

    def __init__(self, served: Served, port: int) -> None:
        self.served = served
        self.cookie_name = f"codelens-{port}"  # browsers tell cookies apart by host alone, not by port
        self.cookie = secrets.token_urlsafe(_SECRET)
        self._token = secrets.token_urlsafe(_SECRET)

    @property
    def url(self) -> str:
        """What is printed; it can be opened once."""
        return f"{self.served.origins[0]}/?token={self._token}"

    @property
    def is_encrypted(self) -> bool:
        """Whether the browser talks https, so that the cookie must never leave it otherwise."""
        return self.served.origins[0].scheme == "https"

    def spend(self, token: str) -> bool:
        """Whether this is the token; from then on nothing is."""
        if not (self._token and _is_same(token, self._token)):
            return False
        self._token = ""
        return True

    def admits(self, cookie: str) -> bool:
        """Whether this is the cookie."""
        return _is_same(cookie, self.cookie)


def _is_same(given: str, secret: str) -> bool:
    """Compare in a time that tells nothing; what was given may hold bytes that are no text."""
    return secrets.compare_digest(given.encode(errors="surrogateescape"), secret.encode())
