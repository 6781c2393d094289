"""Where a repository has moved to: its host says so to whoever asks over HTTP, and git follows without a word.

Asked once, after a first fetch. What is not answered at once is no move.
"""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit, urlunsplit

_SECONDS = 5
_SERVICE = "/info/refs"
_QUERY = "service=git-upload-pack"


def moved_to(url: str) -> str:
    """Ask where a repository is now.

    Args:
        url: As it was fetched; only http and https can tell.

    Returns:
        The new url; "" when it has not moved, or nobody says so.

    """
    try:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return ""
        asked = urlunsplit(parts._replace(path=parts.path.rstrip("/") + _SERVICE, query=_QUERY, fragment=""))
        sent = _location(asked)
        return _changed(parts.path, urljoin(asked, sent)) if sent else ""
    except ValueError:  # an address that is none
        return ""


def _location(asked: str) -> str:
    import httpx  # noqa: PLC0415 - only a first fetch needs it

    try:
        with httpx.stream("GET", asked, follow_redirects=False, timeout=_SECONDS) as answer:
            return answer.headers.get("location", "") if answer.is_redirect else ""
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ImportError):  # the last: a proxy that httpx can't speak to
        return ""


def _changed(path: str, sent: str) -> str:
    """The repository's new url out of an answer; "" for one that only adds or removes ``.git`` or a slash."""
    parts = urlsplit(sent)
    if parts.scheme not in {"http", "https"} or not parts.path.endswith(_SERVICE):
        return ""
    new = parts.path.removesuffix(_SERVICE)
    same = _plain(new) == _plain(path)
    return "" if same else urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], new, "", ""))


def _plain(path: str) -> str:
    return path.strip("/").removesuffix(".git").lower()
