"""A host of repositories on loopback, which answers as the documentation of two interfaces says."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from codelens.fetch.entries import Organization
from codelens.fetch.organizations.asking import Bounds, Clock
from codelens.fetch.organizations.expansion import Expansion, expand
from codelens.locations import configuration

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = 1_800_000_000.0
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"  # the same
SECRET = "ghp_0123456789secret"
BOUNDS = Bounds(connecting=5, silence=1, request=5, page=200_000, pages=9)

Handler = BaseHTTPRequestHandler


@dataclass
class Host:
    """What the host has, what it does next, and what it was asked."""

    owners: dict[str, list[dict[str, Any]]] = field(
        default_factory=dict
    )  # path of a list, below the base, to its items
    base: str = "/api/v3"
    page_size: int = 100  # the most that it gives
    keyset: bool = False
    links: bool = True
    quota: int | None = None
    faults: list[Callable[[Handler], None]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str], int]] = field(default_factory=list)
    port: int = 0

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def statuses(self) -> list[int]:
        return [status for _, _, status in self.asked]

    def repository(self, path: str, **fields: Any) -> dict[str, Any]:
        """An item as GitHub has it."""
        url = f"{self.site}/{path}.git"
        return {"full_name": path, "clone_url": url, "archived": False, "fork": False, "size": 12, **fields}

    def project(self, path: str, **fields: Any) -> dict[str, Any]:
        """An item as GitLab has it."""
        url = f"{self.site}/{path}.git"
        return {"path_with_namespace": path, "http_url_to_repo": url, "archived": False, "empty_repo": False, **fields}

    def organisation(self, name: str, *items: dict[str, Any]) -> None:
        self.owners[f"/orgs/{name}/repos"] = list(items)

    def answer(self, request: Handler) -> None:
        parts = urlsplit(request.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        items = self.owners.get(parts.path.removeprefix(self.base))
        if items is None or not parts.path.startswith(self.base):
            send(request, 404, {"message": "Not Found", "documentation_url": "https://docs.example.org"})
            return
        size = min(int(asked.get("per_page", 30)), self.page_size)
        start = int(asked.get("id_after", 0)) if self.keyset else (int(asked.get("page", 1)) - 1) * size
        headers = self._paging(parts.path, asked, start + size, more=start + size < len(items), size=size)
        body = json.dumps(items[start : start + size]).encode()
        tag = f'W/"{hashlib.sha256(body).hexdigest()}"'
        if request.headers["If-None-Match"] == tag:
            send(request, 304, None, {"ETag": tag})
            return
        if self.quota is not None:
            if self.quota == 0:
                limit = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": f"{NOW + 2280:.0f}"}
                send(request, 403, {"message": "API rate limit exceeded for 127.0.0.1."}, limit)
                return
            self.quota -= 1
        send(request, 200, body, {"ETag": tag, **headers})

    def _paging(self, path: str, asked: dict[str, str], end: int, *, more: bool, size: int) -> dict[str, str]:
        following = {"id_after": end} if self.keyset else {"page": end // size + 1}
        link = f'<{self.site}{path}?{urlencode({**asked, **following})}>; rel="next"'
        last = f'<{self.site}{path}?page=99>; rel="last"'
        if self.links:
            return {"Link": f"{link}, {last}" if more else last}
        return {"X-Next-Page": str(following.get("page", "")) if more else ""}


def send(request: Handler, status: int, body: object, headers: dict[str, str] | None = None) -> None:
    """Answer with JSON, or with bytes as they are."""
    content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    request.send_response_only(status)
    for name, value in {"Date": DATE, "Content-Type": "application/json; charset=utf-8", **(headers or {})}.items():
        request.send_header(name, value)
    if status != 304:
        request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    request.wfile.write(content)


def speak(form: str) -> None:
    """Say, as a person does, how the host on loopback speaks."""
    folder = configuration() / "queries"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "links.yaml").write_text(f"hosts: {{127.0.0.1: {form}}}\n")


@dataclass
class Asked:
    """Somebody who asks the host; waits take no time."""

    host: Host
    cache: Path
    owner: str = "coreos"
    now: float = NOW
    told: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def organization(self, **fields: Any) -> Organization:
        return Organization(f"{self.owner}/*", f"{self.host.site}/{self.owner}", **fields)

    def expand(self, *, bounds: Bounds = BOUNDS, listed: tuple[Any, ...] = (), **fields: Any) -> Expansion:
        clock = Clock(lambda: self.now, self._sleep)
        entry = self.organization(**fields)
        return expand(entry, self.cache, listed=listed, tell=self.told.append, bounds=bounds, clock=clock)

    def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds
