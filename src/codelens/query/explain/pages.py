"""The lines of a page that a program serves, such as its metrics: fetched once, within bounds of time and of size.

A redirect is not followed: a page that moved to another address is somebody else's.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx

from codelens.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SECONDS = 20.0
_MOST_WAITING = 5.0  # seconds for a connection, and for each part of the answer
MOST_BYTES = 50_000_000


def page_lines(address: str, seconds: float = MOST_SECONDS, most: int = MOST_BYTES) -> Iterator[str]:
    """The lines of a page, as they come.

    Args:
        address: ``http://…`` or ``https://…``.
        seconds: That the whole of it may take.
        most: Bytes that it may have.

    Raises:
        UsageError: It can't be reached, is no success, leads elsewhere, is too large or does not end in time.
    """
    end = time.monotonic() + seconds
    read = 0
    rest = ""
    try:
        with httpx.stream("GET", address, timeout=_MOST_WAITING, follow_redirects=False) as response:
            _require_page(address, response)
            for part in response.iter_bytes(1 << 14):
                read += len(part)
                if read > most or time.monotonic() > end:
                    why = f"has more than {most // 1_000_000} MB" if read > most else f"did not end in {seconds:.0f} s"
                    message = f"{address}: {why}; save the part that you need to a file and explain that"
                    raise UsageError(message)
                *lines, rest = (rest + part.decode("utf-8", "replace")).split("\n")
                yield from lines
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        message = f"{address}: {str(error) or type(error).__name__}; is the program there, and does it answer to http?"
        raise UsageError(message) from error
    if rest:
        yield rest


def _require_page(address: str, response: httpx.Response) -> None:
    if response.is_redirect:
        message = (
            f"{address}: leads to {response.headers.get('location', 'elsewhere')}; explain that address if you mean it"
        )
        raise UsageError(message)
    if not response.is_success:
        message = f"{address}: answered {response.status_code} {response.reason_phrase}"
        raise UsageError(message)
