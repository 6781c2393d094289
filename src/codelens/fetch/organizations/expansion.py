"""Expanding an organisation: its repositories as its host lists them now, or as they are remembered.

What is remembered is used when the host gives no list, and is said to be old. Repositories that the manifest lists
itself are these entries, with all that is said of them there.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import structs

from codelens.errors import FetchError
from codelens.fetch.entries import Repository, SizeClass
from codelens.fetch.folder_lock import locked_folder
from codelens.fetch.organizations.limits import span
from codelens.fetch.organizations.naming import give_names
from codelens.fetch.organizations.projects import canonical
from codelens.fetch.organizations.remembering import Record, recall, recall_others, remember
from codelens.globs import any_glob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from codelens.fetch.entries import Organization
    from codelens.fetch.organizations.apis import Api
    from codelens.fetch.organizations.asking import Bounds, Clock
    from codelens.fetch.organizations.projects import Project


# Bytes of history below which a repository is most likely of a class. Measured over 86: 58 of 59 with less than 100 MB
# have fewer than 5,000 files; all 27 with more, up to 0.5 GB, have fewer than 20,000.
_CLASSES = ((100_000_000, SizeClass.SMALL), (1_000_000_000, SizeClass.MEDIUM))


class Reason(StrEnum):
    """Why a repository of an owner is left out."""

    ARCHIVED = "archived"
    FORK = "fork"
    EMPTY = "empty"
    EXCLUDED = "excluded"
    UNUSABLE = "unusable"

    def of(self, number: int) -> str:
        """So many of them, as one says it."""
        return f"{number:,} {self}{'s' if self is Reason.FORK and number != 1 else ''}"


@dataclass(frozen=True, slots=True)
class Expansion:
    """The repositories of an organisation.

    Args:
        repositories: In the order of their names on the host.
        left_out: How many are not among them, and why.
        age: Seconds since the host said so.
        note: What a person should know: that the list is old, and why; another name of the owner. "" for nothing.
    """

    repositories: tuple[Repository, ...]
    left_out: Mapping[Reason, int]
    age: float
    note: str = ""

    @property
    def summary(self) -> str:
        """How many there are, and how many are left out: ``98 repositories; 12 archived and 3 forks left out``."""
        number = len(self.repositories)
        there = f"{number:,} {'repository' if number == 1 else 'repositories'}" if number else "no repository"
        *first, last = [reason.of(number) for reason, number in self.left_out.items()] or [""]
        out = f"{', '.join(first)} and {last}" if first else last
        return f"{there}; {out} left out" if out else there


def expand(
    organization: Organization,
    cache: Path,
    *,
    listed: Sequence[Repository] = (),
    tell: Callable[[str], None] = lambda _: None,
    bounds: Bounds | None = None,
    clock: Clock | None = None,
) -> Expansion:
    """Ask the host of an organisation what it has; when it gives no list, take what it last said.

    Args:
        organization: The entry of the manifest.
        cache: The folder of what is remembered.
        listed: The repositories that the manifest lists.
        tell: Given a line while there is something to wait for, and when the answer can't be kept.
        bounds: Of times and sizes.
        clock: Of whoever waits.

    Raises:
        FetchError: There is no such organisation, or no answer and nothing remembered; one line, with what to do.
        SettingsError: What is known of hosts is wrong.
    """
    from codelens.fetch.organizations.apis import find_api  # noqa: PLC0415 - what is remembered needs no httpx
    from codelens.fetch.organizations.asking import Asking, Bounds, Clock, NoListError  # noqa: PLC0415
    from codelens.fetch.organizations.listing import list_pages  # noqa: PLC0415

    where = f"{organization.manifest}: {organization.name}"
    bounds, clock = bounds or Bounds(), clock or Clock()
    api = find_api(where, organization.url)
    old = recall(cache, organization.url)
    try:
        with Asking(api, bounds, clock, tell) as asking:
            pages = list_pages(api, asking, old, bounds.pages)
    except NoListError as cause:
        if old is None:
            message = f"{where}: {cause}"
            raise FetchError(message) from cause
        expansion = _expansion(organization, old, cache, listed, clock.now())
        return replace(expansion, note=f"organisation list is {span(expansion.age)} old: {cause}")
    if pages is None:
        raise FetchError(_nobody(where, api))
    record = _kept(organization, Record(organization.url, clock.now(), pages), cache, listed, tell)
    return replace(_expansion(organization, record, cache, listed, record.had), note=_renamed(record, api))


def remembered(
    organization: Organization, cache: Path, *, listed: Sequence[Repository] = (), now: Callable[[], float] = time.time
) -> Expansion | None:
    """What is remembered of an organisation, without asking anybody; None when its host never gave a list.

    Args:
        organization: The entry of the manifest.
        cache: The folder of what is remembered.
        listed: The repositories that the manifest lists.
        now: The clock.
    """
    record = recall(cache, organization.url)
    return None if record is None else _expansion(organization, record, cache, listed, now())


def _kept(
    organization: Organization, record: Record, cache: Path, listed: Sequence[Repository], tell: Callable[[str], None]
) -> Record:
    """Give names, and remember them with the list; a disk that is full costs the memory alone."""
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked_folder(cache):  # two processes that ask two owners at once never give one name to both
            record = _named(organization, record, cache, listed)
            remember(cache, record)
            return record
    except OSError as error:
        tell(f"the list can't be kept in {cache} ({error.strerror}), so it can't be used without the network")
    return _named(organization, record, cache, listed)


def _named(organization: Organization, record: Record, cache: Path, listed: Sequence[Repository]) -> Record:
    """What a host said, with the names that were given before, now too, and a name for each that has none."""
    before = recall(cache, record.url)
    record = structs.replace(record, names=before.names if before else {})
    chosen, _ = _choose(organization, record, listed)
    return structs.replace(record, names={**record.names, **_names(chosen, record, cache, listed)})


def _expansion(
    organization: Organization, record: Record, cache: Path, listed: Sequence[Repository], now: float
) -> Expansion:
    entries = _by_url(listed)
    chosen, left_out = _choose(organization, record, listed)
    names = _names(chosen, record, cache, listed)
    taken = _words(listed)
    repositories: list[Repository] = []
    for project in chosen:
        of_manifest = entries.get(canonical(project.url))
        path = project.path.lower()
        aliases = () if path in taken else (path,)
        repositories += of_manifest or [_repository(organization, project, names[path], aliases)]
    return Expansion(tuple(repositories), left_out, max(0.0, now - record.had))


def _repository(organization: Organization, project: Project, name: str, aliases: tuple[str, ...]) -> Repository:
    return Repository(
        name=name,
        url=project.url,
        path=None,
        revision=None,
        groups=organization.groups,
        include=organization.reading.include,
        exclude=organization.reading.exclude,
        aliases=aliases,
        manifest=organization.manifest,
        size_class=_size_class(project.history),
        archived=project.archived,
    )


def _size_class(history: int | None) -> SizeClass | None:
    """How large a repository is about: what a fetch of one commit brings, a host does not say."""
    return None if history is None else next((each for most, each in _CLASSES if history < most), SizeClass.LARGE)


def _choose(
    organization: Organization, record: Record, listed: Sequence[Repository]
) -> tuple[list[Project], dict[Reason, int]]:
    """The projects that the entry means, those that the manifest lists among them, and how many others there are."""
    entries = _by_url(listed)
    included = any_glob([glob.lower() for glob in organization.include])
    excluded = any_glob([glob.lower() for glob in organization.exclude])
    owner = urlsplit(organization.url).path.strip("/").lower() + "/"

    def reason(project: Project) -> Reason | None:
        path = project.path.lower()
        below = path.removeprefix(owner) if path.startswith(owner) else path.rpartition("/")[2]
        if not included.search(below) or excluded.search(below):
            return Reason.EXCLUDED
        if canonical(project.url) in entries:
            return None
        if project.archived and not organization.archived:
            return Reason.ARCHIVED
        if project.fork and not organization.forks:
            return Reason.FORK
        return Reason.EMPTY if project.empty else None

    reasons = [(project, reason(project)) for project in record.projects]
    counts = Counter(why for _, why in reasons if why is not None)
    counts[Reason.UNUSABLE] = sum(page.refused for page in record.pages)
    return [project for project, why in reasons if why is None], {why: counts[why] for why in Reason if counts[why]}


def _names(chosen: Iterable[Project], record: Record, cache: Path, listed: Sequence[Repository]) -> dict[str, str]:
    entries = _by_url(listed)
    others = {name for other in recall_others(cache, record.url) for name in other.names.values()}
    unlisted = (project for project in chosen if canonical(project.url) not in entries)
    return give_names(unlisted, record.names, _words(listed) | others)


def _words(listed: Sequence[Repository]) -> set[str]:
    return {word.lower() for entry in listed for word in (entry.name, *entry.aliases)}


def _by_url(listed: Sequence[Repository]) -> dict[str, list[Repository]]:
    """The entries of each url; one repository may be listed with several revisions."""
    entries: dict[str, list[Repository]] = {}
    for entry in listed:
        if entry.url is not None:
            entries.setdefault(canonical(entry.url), []).append(entry)
    return entries


def _renamed(record: Record, api: Api) -> str:
    """That the owner has another name now; its own host redirects from the old one."""
    parts = api.owner.count("/") + 1
    owners = {"/".join(project.path.split("/")[:parts]) for project in record.projects}
    if len(owners) != 1 or (owner := owners.pop()).lower() == api.owner.lower():
        return ""
    return f"{api.owner} is called {owner} now; write {api.site}/{owner} in the manifest"


def _nobody(where: str, api: Api) -> str:
    token = f"the token in {api.token.variable} may see it" if api.token else f"set {api.variable} if it is private"
    return f"{where}: {api.host} knows no {api.owner}; check the url, and {token}"
