"""Talking to a remote: credentials, time limits, progress, cancelling, and what an error of libgit2 means to a person.

A token never reaches a message: it goes to libgit2 alone, and every text that leaves here passes :func:`conceal`.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pygit2
from pygit2.enums import CredentialType

from codelens.errors import CodelensError, FetchError
from codelens.fetch.organizations.apis import load_api_forms
from codelens.fetch.tokens import own_variable, token_of, without_tokens

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator

    from codelens.fetch.manifest import Repository

CONNECT_SECONDS = 20
ANSWER_SECONDS = 90
_REPORTS_A_SECOND = 20


class Phase(StrEnum):
    """Where a fetch is."""

    CONNECTING = "connecting"
    COUNTING = "counting"
    RECEIVING = "receiving"
    RESOLVING = "resolving"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one repository is; totals are 0 as long as the remote has not said them."""

    repository: str
    phase: Phase
    received_objects: int = 0
    total_objects: int = 0
    received_bytes: int = 0


class Cancelled(Exception):  # noqa: N818 - it is no error: somebody pressed Ctrl-C
    """The fetch was told to stop."""


def limit_waiting() -> None:
    """Let no server keep a fetch waiting for ever. The limits are the process's, as libgit2 has them."""
    pygit2.settings.server_connect_timeout = CONNECT_SECONDS * 1000
    pygit2.settings.server_timeout = ANSWER_SECONDS * 1000


def conceal(text: str) -> str:
    """Take user names, passwords and tokens out of a text, and make it one line."""
    return " ".join(without_tokens(re.sub(r"(?<=://)[^/@\s]+@", "", text)).split())


class Callbacks(pygit2.RemoteCallbacks):
    """What libgit2 asks and tells during a fetch."""

    def __init__(
        self, repository: Repository, report: Callable[[Progress], None] | None, cancelled: threading.Event | None
    ) -> None:
        super().__init__()
        self.phase = Phase.CONNECTING
        self.received = (0, 0, 0)
        self.where = f"{repository.manifest}: {repository.name}"
        self._repository = repository
        self._report = report
        self._cancelled = cancelled
        self._asked: set[CredentialType] = set()
        self._reported: tuple[Phase | None, float] = (None, 0.0)

    def enter(self, phase: Phase) -> None:
        """Enter a phase, and report it."""
        self.phase = phase
        self._tell()

    def credentials(
        self, url: str, username_from_url: str | None, allowed_types: CredentialType
    ) -> pygit2.Username | pygit2.UserPass | pygit2.KeypairFromAgent:
        """Answer once a kind of credentials: libgit2 asks again and again as long as the server says no."""
        again = allowed_types in self._asked
        self._asked.add(allowed_types)
        host = urlsplit(url).hostname or url.partition(":")[0].rpartition("@")[2]
        where = f"{self.where}: {host}"
        if allowed_types & CredentialType.USERNAME:
            return pygit2.Username(username_from_url or "git")
        if allowed_types & CredentialType.SSH_KEY:
            if again or not os.environ.get("SSH_AUTH_SOCK"):
                msg = f"{where} refuses the ssh agent's keys; add the right one with ssh-add, or check the name"
                raise FetchError(msg)
            return pygit2.KeypairFromAgent(username_from_url or "git")
        variable = own_variable(host)
        token = token_of(host, load_api_forms().tokens) if url.startswith("https:") else None
        if token is None:
            msg = f"{where} asks for credentials: the repository is private or not there; set {variable} to a token"
            raise FetchError(msg)
        if again:
            msg = (
                f"{where}: wrong credentials; check the token in {token.variable}, and that it may read this repository"
            )
            raise FetchError(msg)
        user, colon, password = token.value.partition(":")
        return pygit2.UserPass(user, password) if colon else pygit2.UserPass("x-access-token", token.value)

    def sideband_progress(self, string: str) -> None:  # noqa: ARG002 - the remote's own words are not shown
        """Take the remote's talk as a sign that it is counting."""
        self.phase = Phase.COUNTING
        self._tell()

    def transfer_progress(self, stats: pygit2.remotes.TransferProgress) -> None:
        """Report what has arrived; the deltas are resolved after the last byte."""
        self.received = (stats.received_objects, stats.total_objects, stats.received_bytes)
        done = stats.received_objects == stats.total_objects
        self.phase = Phase.RESOLVING if done else Phase.RECEIVING
        self._tell()

    def _tell(self) -> None:
        if self._cancelled is not None and self._cancelled.is_set():
            raise Cancelled
        phase, at = self._reported
        now = time.monotonic()
        if self._report is not None and (phase is not self.phase or now - at >= 1 / _REPORTS_A_SECOND):
            self._reported = (self.phase, now)
            self._report(Progress(self._repository.name, self.phase, *self.received))


@contextmanager
def explaining(url: str, callbacks: Callbacks) -> Iterator[None]:
    """Turn what goes wrong inside into one line that names the repository, what happened, and what to do.

    Raises:
        FetchError: Whatever libgit2 or the disk said.

    """
    try:
        yield
    except (CodelensError, Cancelled):
        raise
    except (pygit2.GitError, OSError, ValueError, KeyError, UnicodeError) as error:
        said = conceal(str(error))
        cause = _explain(said, callbacks)
        msg = f"{callbacks.where}: {conceal(url)}: {cause}"
        raise FetchError(msg) from error


_MEANINGS: tuple[tuple[str, str], ...] = (
    (r"No space left|disk quota|File too large", "the disk is full ({said}); free some room and fetch again"),
    (r"failed to resolve address", "unknown host; check the url and the network"),
    (r"Connection refused", "the host refuses the connection; check the url, and that its server is running"),
    (r"timed? ?out|temporarily unavailable", "the server does not answer in time; try again later"),
    (r"No route to host|unreachable", "the host can't be reached; check the network"),
    (r"proxy", "the proxy refuses ({said}); check https_proxy in the environment"),
    (r"object not found", "the repository lacks an object ({said}); repair it, or read it in place with path:"),
    (
        r"status code: 404|not exported|repository not found|repository .* does not exist|could not find repository",
        "there is no such git repository; check the url: it may have been deleted, renamed or made private",
    ),
    (r"status code: 4(10|51)", "the server has taken the repository down ({said}); take the entry out, or find a copy"),
    (
        r"status code: 30|redirect",
        "the server sends elsewhere ({said}); look with a browser where, and correct the url",
    ),
    (r"status code: 40[13]", "the server denies access ({said}); check the token and what it may read"),
    (r"status code: 429", "the server asks for fewer requests; try again later, with a smaller --jobs"),
    (r"status code: 5", "the server is out of order ({said}); try again later"),
    (r"certificate|SSL", "no trusted connection ({said}); check the host's certificate"),
    (r"host ?key", "the ssh host key is not known; connect with ssh once and accept it"),
    (r"authenticat|credential", "the server refuses the credentials ({said}); check the ssh agent or the token"),
    (
        r"unsupported URL|'port'|cannot set empty URL|malformed|invalid url",
        "is no address that can be fetched; write https://host/owner/name or use path: for a local folder",
    ),
    (
        r"content-type|bad packet|invalid packet|unexpected pkt|status code",
        "there is no git server that answers ({said}); check the url",
    ),
)
_BROKEN_OFF = (
    "the server broke off in the middle of the transfer, {received} of {total} objects in; try again, and if it breaks "
    "off again its copy is damaged: fetch from another url, or read a local copy with path:"
)


def _explain(said: str, callbacks: Callbacks) -> str:
    for pattern, meaning in _MEANINGS:
        if re.search(pattern, said, re.IGNORECASE):
            return meaning.format(said=said)
    if callbacks.phase is not Phase.CONNECTING:
        received, total, _ = callbacks.received
        return f"{_BROKEN_OFF.format(received=received, total=total or 'unknown')} ({said})"
    return f"can't be fetched ({said}); check the url and try again"
