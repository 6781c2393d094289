"""The shards that a question is put to: which are there, which of them are asked, what their summary says."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from codelens.errors import HomeError, NotIndexedError, ShardError, UsageError
from codelens.index.checkpoints import never
from codelens.index.shard import Shard, open_current
from codelens.locations import require_own
from codelens.query.matches import Answer, Place
from codelens.query.repositories import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from codelens.index.records import FileRow
    from codelens.locations import Home
    from codelens.query.filters import Filters
    from codelens.query.matches import Match


def open_shards(
    home: Home,
    repositories: Sequence[str] = (),
    revision: str = "",
    broken: Callable[[ShardError], None] = lambda _: None,
    opened: Callable[[Path], Shard] = open_current,
) -> list[Shard]:
    """Open the shards that are asked for, one a repository, ordered by name.

    Args:
        home: Where they are.
        repositories: Names, globs, aliases or groups; none asks all.
        revision: As asked for when it was indexed, or a prefix of a commit; "" takes the one indexed last.
        broken: Told of each shard that can't be read; the others answer without it.
        opened: Gives the shard of a folder.

    Raises:
        NotIndexedError: Nothing is indexed, or nothing of what is asked for.
        ShardError: Not one of those asked for can be read.
        HomeError: The home belongs to somebody else.
    """
    home.trusted()
    folders = shard_folders(home)
    if not folders:
        message = f"nothing is indexed in {home.folder}; run: codelens update <repository>, or: make demo"
        raise NotIndexedError(message)
    names = {folder: folder.name.partition("@")[0] for folder in folders}
    wanted = meant(repositories, sorted(set(names.values())), home)
    named = _opened([folder for folder in folders if names[folder] in wanted], broken, opened)
    at = [shard for shard in named if not revision or _is_at(shard, revision)]
    if not at:
        there = ", ".join(sorted({shard.manifest.revision for shard in named}))
        message = f"no repository asked is indexed at {revision!r}; there are: {there}"
        raise NotIndexedError(message)
    latest: dict[str, Shard] = {}
    for shard in sorted(at, key=lambda shard: shard.manifest.indexed_at):
        latest[shard.name] = shard
    return [latest[name] for name in sorted(latest)]


def indexed_names(home: Home) -> list[str]:
    """The names of the repositories that are indexed."""
    return sorted({folder.name.partition("@")[0] for folder in shard_folders(home)})


def revisions_of(home: Home, repository: str) -> list[str]:
    """The revisions at which a repository is indexed, the one indexed last first; what can't be read is left out."""
    folders = [folder for folder in shard_folders(home) if folder.name.partition("@")[0] == repository]
    found = []
    for folder in folders:
        with suppress(ShardError, HomeError):
            require_own(folder)
            found.append(open_current(folder).manifest)
    return [manifest.revision for manifest in sorted(found, key=lambda each: -each.indexed_at)]


def pointers(home: Home) -> dict[str, tuple[int, int]]:
    """What tells whether any shard of a home came, went or was written anew: the state of each one's pointer."""
    found = {}
    try:
        for folder in home.shards.iterdir():
            with suppress(OSError):
                state = (folder / "current").stat()
                found[folder.name] = (state.st_ino, state.st_mtime_ns)
    except OSError:
        return {}
    return found


def shard_folders(home: Home) -> list[Path]:
    """The folders of all shards that were ever whole, and of those that can't be looked into."""
    try:
        folders = sorted(home.shards.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"{home.shards}: can't be read ({error.strerror}); mend its permissions or pass --home"
        raise HomeError(message) from error
    return [folder for folder in folders if not os.access(folder, os.X_OK) or (folder / "current").exists()]


def _opened(
    folders: Sequence[Path], broken: Callable[[ShardError], None], opened: Callable[[Path], Shard]
) -> list[Shard]:
    shards = []
    errors = []
    for folder in folders:
        try:
            require_own(folder)
            shards.append(opened(folder))
        except ShardError as error:
            errors.append(error)
    if errors and not shards:
        raise errors[0]
    for each in errors:
        broken(each)
    return shards


def _is_at(shard: Shard, revision: str) -> bool:
    manifest = shard.manifest
    return manifest.revision == revision or (len(revision) > 3 and manifest.commit.startswith(revision))  # noqa: PLR2004


def checkpoint_of(shards: Sequence[Shard]) -> Callable[[], None]:
    """What is called now and then while these shards are asked."""
    return shards[0].checkpoint if shards else never


def place_of(shard: Shard, row: FileRow) -> Place:
    """A file of a shard as answers name it."""
    manifest = shard.manifest
    return Place(manifest.repository, manifest.revision, manifest.commit, row.path, row.language, row.package)


def answer(
    shards: Sequence[Shard], matches: list[Match], total: int, *, truncated: bool = False, notes: Sequence[str] = ()
) -> Answer:
    """An answer with the summary of the shards that were asked."""
    skipped: Counter[str] = Counter()
    for shard in shards:
        skipped.update(shard.manifest.skips)
    files = sum(shard.manifest.files for shard in shards)
    return Answer(matches, total, len(shards), files, dict(sorted(skipped.items())), truncated, list(notes))


def checked_filters(filters: Filters, shards: Sequence[Shard]) -> Filters:
    """The same filters, once their kinds are known to be some and their languages have the names that files do.

    Raises:
        UsageError: One is unknown; names the nearest.
    """
    manifests = [shard.manifest for shard in shards]
    kinds = {kind for manifest in manifests for kind in (*manifest.kinds, *manifest.references)}
    languages = {language for manifest in manifests for language in manifest.languages}

    def checked(one: Filters) -> Filters:
        for kind in one.kinds:
            if kind not in kinds:
                _refuse("kind", kind, kinds)
        named = tuple(word if word in languages else _language_called(word, languages) for word in one.languages)
        return replace(one, languages=named, without=tuple(checked(other) for other in one.without))

    return checked(filters)


def _language_called(word: str, indexed: set[str]) -> str:
    """The name of the language that people call so.

    Raises:
        UsageError: There is none; names the nearest.
    """
    from codelens.extract.languages import load_languages  # noqa: PLC0415 - most questions name what is indexed

    known = load_languages()
    called = known.called(word)
    if called is None:
        _refuse("language", word, indexed, known.by_name)
    return called.name


def _refuse(what: str, word: str, there: Iterable[str], others: Iterable[str] = ()) -> NoReturn:
    close = get_close_matches(word, sorted({*there, *others}), 1)
    hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(sorted(there))}"
    message = f"unknown {what} {word!r}; {hint}"
    raise UsageError(message)
