"""Where a repository that is read in place came from: the remote that its own configuration names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygit2

from codelens.fetch.source import open_repository

if TYPE_CHECKING:
    from pathlib import Path

_USUAL = "origin"


def origin_urls(folder: Path) -> tuple[str, ...]:
    """The url of a local repository's remote, as written and as git's ``insteadOf`` rewrites it; none for no remote.

    Args:
        folder: The root of the repository. ``origin`` counts, or the only remote that it has.
    """
    repo = open_repository(folder)
    if repo is None:
        return ()
    try:
        names = list(repo.remotes.names())
        name = _USUAL if _USUAL in names else names[0] if len(names) == 1 else None
        if name is None:
            return ()
        written = repo.config[f"remote.{name}.url"] if f"remote.{name}.url" in repo.config else ""  # noqa: SIM401 - it is no dict
        return tuple(dict.fromkeys(url for url in (written, repo.remotes[name].url) if url))
    except (KeyError, ValueError, pygit2.GitError):
        return ()
    finally:
        repo.free()
