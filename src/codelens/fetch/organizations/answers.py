"""What an answer says beside its items: where the next page is, whether an address is the host's own, and a message.

GitHub Docs, "Using pagination in the REST API", and GitLab Docs, "REST API", pagination: the next page is what the
``Link`` header calls ``next``, whether pages are numbered or keyset; failing that ``x-next-page`` has its number.
"""

from __future__ import annotations

import httpx
import msgspec


def on_host(url: httpx.URL, base: httpx.URL) -> httpx.URL | None:
    """An address on the host of another one, asked as that one is; None when it is elsewhere.

    A host behind a proxy may write http although it is asked with https; it is never asked with less.
    """
    if (url.scheme, base.scheme) == ("http", "https") and url.host == base.host and url.port is None:
        url = url.copy_with(scheme="https")
    return url if (url.scheme, url.host, url.port) == (base.scheme, base.host, base.port) else None


def message_of(body: bytes) -> str:
    """The ``message`` or ``error`` of an answer that is no list; "" when there is none."""
    if body[:1] != b"{":
        return ""
    try:
        written = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, ValueError):
        return ""
    found = (written.get(name) for name in ("message", "error")) if isinstance(written, dict) else ()
    return next((text for text in found if isinstance(text, str)), "")


def next_page(url: httpx.URL, headers: httpx.Headers) -> str:
    """The address of the next page; "" when this is the last."""
    if "link" in headers:
        link = httpx.Response(200, headers=headers).links.get("next", {}).get("url", "")
        return str(url.join(link)) if link else ""
    number = headers.get("x-next-page", "").strip()
    return str(url.copy_merge_params({"page": number})) if number.isascii() and number.isdecimal() else ""
