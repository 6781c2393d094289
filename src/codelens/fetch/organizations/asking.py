"""Asking an interface over HTTP, within bounds: one request at a time, to one host, with the token that is this host's.

Nothing is followed elsewhere: a redirect or a next page of another host is refused, so that a token, and what is asked
for, stay where they belong. GitHub Docs, "Best practices for using the REST API": requests one after the other,
redirects followed, conditional requests.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import httpx
import msgspec

from codelens import __version__
from codelens.fetch.organizations.answers import message_of, next_page, on_host
from codelens.fetch.organizations.limits import clock_time, pause, span

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.fetch.organizations.apis import Api

_REDIRECTS = 5
_ELSEWHERE = (301, 302, 303, 307, 308)
_LONGEST_MESSAGE = 200  # characters of what a host says that are shown
_NOT_MODIFIED, _OK, _UNAUTHORIZED, _FORBIDDEN, _NOT_FOUND, _UNAVAILABLE, _BROKEN = 304, 200, 401, 403, 404, 503, 500


class NoListError(Exception):
    """A host gave no list; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long is waited, and how much is read.

    Args:
        connecting: Seconds for a connection.
        silence: Seconds without a byte.
        request: Seconds for one whole answer.
        waiting: Seconds of one expansion that are spent waiting for a limit of requests to end.
        pauses: Seconds before each time that a broken answer is asked for again.
        page: Bytes of one answer.
        pages: Of one list.
    """

    connecting: float = 10.0
    silence: float = 20.0
    request: float = 60.0
    waiting: float = 60.0
    pauses: tuple[float, ...] = (1.0, 3.0)
    page: int = 20_000_000
    pages: int = 200


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, and how it is spent."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered.

    Args:
        items: Of this page; None when nothing has changed since the tag that was sent.
        tag: What makes the next request of this page conditional; "" for none.
        next: The address of the next page, "" for none, None when an unchanged page does not say it.
    """

    items: list[object] | None
    tag: str
    next: str | None


@dataclass(frozen=True, slots=True)
class _Raw:
    status: int
    headers: httpx.Headers
    url: httpx.URL
    body: bytes


class Asking:
    """Asks one interface; to be closed."""

    def __init__(self, api: Api, bounds: Bounds, clock: Clock, tell: Callable[[str], None]) -> None:
        self._api = api
        self._bounds = bounds
        self._clock = clock
        self._tell = tell
        self._waited = 0.0
        self._base = httpx.URL(api.base)
        headers = {"accept": api.form.accept, "user-agent": f"codelens/{__version__}"}
        if api.token is not None:
            secret = api.token.secret
            if not (secret.isascii() and secret.isprintable() and " " not in secret):
                message = f"{api.token.variable} holds no token: it has characters that no token has"
                raise NoListError(message)
            headers["authorization"] = f"Bearer {secret}"
        try:
            self._client = httpx.Client(
                headers=headers,
                timeout=httpx.Timeout(bounds.silence, connect=bounds.connecting),
                follow_redirects=False,
                trust_env=not api.is_loopback,  # no proxy stands between this machine and itself
            )
        except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
            said = self._plain(str(error))
            message = f"{api.host} can't be asked ({said}); check https_proxy and SSL_CERT_FILE in the environment"
            raise NoListError(message) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def page(self, address: str, tag: str = "") -> Answer | None:
        """Ask for one page.

        Args:
            address: On the host of the interface.
            tag: Of the answer that is remembered; "" asks for the whole.

        Returns:
            None when the host says that there is no such thing.

        Raises:
            NoListError: There is no answer, or none that can be used.
        """
        try:
            return self._patiently(self._allowed(httpx.URL(address), "the next page"), tag)
        except httpx.InvalidURL as error:
            message = f"{self._api.host} leads to what is no address ({self._plain(str(error))})"
            raise NoListError(message) from error

    def _patiently(self, url: httpx.URL, tag: str) -> Answer | None:
        while True:
            raw = self._tried(url, tag)
            said = message_of(raw.body)
            seconds = pause(raw.status, raw.headers, said, self._clock.now())
            if seconds is None:
                return self._answer(raw, said)
            self._wait(seconds)

    def _tried(self, url: httpx.URL, tag: str) -> _Raw:
        """Ask, and ask again when the host is out of order or the line broke."""
        cause = ""
        for seconds in (0.0, *self._bounds.pauses):
            if seconds:
                self._tell(f"{cause}; asked again in {span(seconds)}")
                self._clock.sleep(seconds)
            try:
                raw = self._followed(url, tag)
            except (httpx.ReadTimeout, httpx.NetworkError, httpx.RemoteProtocolError) as error:
                if isinstance(error, httpx.ConnectError):
                    cause = f"{self._api.host} can't be reached ({self._plain(str(error))}); check the network"
                    raise NoListError(cause) from error
                cause = f"{self._api.host} does not answer ({self._plain(str(error) or type(error).__name__)})"
                continue
            except httpx.HTTPError as error:
                cause = f"{self._api.host} can't be asked ({self._plain(str(error) or type(error).__name__)})"
                raise NoListError(cause) from error
            if raw.status < _BROKEN or (raw.status == _UNAVAILABLE and "retry-after" in raw.headers):
                return raw
            cause = f"{self._api.host} is out of order (it answers {raw.status})"
        message = f"{cause}; try again later"
        raise NoListError(message)

    def _followed(self, url: httpx.URL, tag: str) -> _Raw:
        for _ in range(_REDIRECTS):
            raw = self._once(url, tag)
            if raw.status not in _ELSEWHERE:
                return raw
            url = self._allowed(raw.url.join(raw.headers.get("location", "")), "a redirect")
        message = f"{self._api.host} redirects without an end"
        raise NoListError(message)

    def _once(self, url: httpx.URL, tag: str) -> _Raw:
        end = time.monotonic() + self._bounds.request
        conditional = tag != "" and tag.isascii() and tag.isprintable()  # nothing else can be sent in a header
        with self._client.stream("GET", url, headers={"if-none-match": tag} if conditional else {}) as response:
            body = bytearray()
            for part in response.iter_bytes():
                body += part
                if len(body) > self._bounds.page or time.monotonic() > end:
                    too_large = len(body) > self._bounds.page
                    what = f"of more than {self._bounds.page:,} bytes" if too_large else "without an end"
                    message = f"{self._api.host} sends a page {what}, whose rest was not read"
                    raise NoListError(message)
            return _Raw(response.status_code, response.headers, response.url, bytes(body))

    def _allowed(self, url: httpx.URL, what: str) -> httpx.URL:
        """The address, when it is on the host that is asked."""
        allowed = on_host(url, self._base)
        if allowed is not None:
            return allowed
        where = self._plain(f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}")
        message = f"{self._api.host} leads elsewhere: {what} is of {where}, which was not asked"
        raise NoListError(message)

    def _wait(self, seconds: float) -> None:
        """Wait for a limit to end, when that is soon; else say when to come back."""
        self._waited += seconds
        if self._waited <= self._bounds.waiting:
            self._tell(f"{self._api.host} asks for fewer requests; asked again in {span(seconds)}")
            self._clock.sleep(seconds)
            return
        now = self._clock.now()
        more = "" if self._api.token else f", or set {self._api.variable} to a token, which may ask more often"
        message = (
            f"{self._api.host} answers no more requests until {clock_time(now + seconds, now)} "
            f"(in {span(seconds)}); come back then{more}"
        )
        raise NoListError(message)

    def _answer(self, raw: _Raw, said: str) -> Answer | None:
        if raw.status == _NOT_FOUND:
            return None
        if raw.status == _NOT_MODIFIED:
            return Answer(None, "", next_page(raw.url, raw.headers) if "link" in raw.headers else None)
        if raw.status != _OK:
            raise NoListError(self._refusal(raw.status, said))
        if "json" not in (kind := raw.headers.get("content-type", "json")):
            kind = self._plain(kind.partition(";")[0])
            message = (
                f"{self._api.host} answers {kind} instead of JSON, as a login page or a proxy does; check the url, "
                f"and the token in {self._api.variable}"
            )
            raise NoListError(message)
        return Answer(self._items(raw.body), raw.headers.get("etag", ""), next_page(raw.url, raw.headers))

    def _items(self, body: bytes) -> list[object]:
        try:
            items = msgspec.json.decode(body)
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            message = f"{self._api.host} answers something that is not JSON ({self._plain(str(error))})"
            raise NoListError(message) from error
        if not isinstance(items, list):
            message = f"{self._api.host} answers JSON that is no list ({self._plain(message_of(body)) or 'no message'})"
            raise NoListError(message)
        return items

    def _refusal(self, status: int, said: str) -> str:
        host, token = self._api.host, self._api.token
        why = f" ({self._plain(said)})" if said else ""
        if status == _UNAUTHORIZED:
            if token is None:
                return f"{host} asks for a token; set {self._api.variable} to one"
            return f"{host} refuses the token in {token.variable}{why}; make a new one, or unset the variable"
        if status == _FORBIDDEN:
            variable = token.variable if token else self._api.variable
            return f"{host} denies access{why}; check the token in {variable}, and what it may read"
        return f"{host} answers {status}{why}"

    def _plain(self, text: str) -> str:
        """What others say, on one line, shortened, and without the token."""
        if self._api.token is not None:
            text = text.replace(self._api.token.value, "…").replace(self._api.token.secret, "…")
        text = " ".join("".join(each if each.isprintable() else " " for each in text).split())
        return text if len(text) <= _LONGEST_MESSAGE else text[:_LONGEST_MESSAGE] + "…"
