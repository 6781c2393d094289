"""One transfer: a server is asked for a revision, and its pack goes into a bare repository.

One refspec is asked for and no tag: a clone would bring the tip of every branch.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygit2
from pygit2.enums import RepositoryOpenFlag

from codelens.errors import FetchError, RevisionError
from codelens.fetch.remotes import Callbacks, Phase, explaining
from codelens.fetch.revisions import RemoteRevision, find_remote_revision, is_commit_id, mirror_reference

if TYPE_CHECKING:
    from codelens.fetch.manifest import Repository

_WHOLE_HISTORY = 2**31 - 1


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What a fetch brought.

    Args:
        repository: Its name.
        commit: 40 hexadecimal digits; "" for a repository that is read in place.
        revision: What was asked for; for the default branch, its name.
        changed: Whether the revision has another commit than before.
        bytes: Received.
        moved: Where the repository is now, when its host sends whoever asks for it elsewhere; else "".

    """

    repository: str
    commit: str
    revision: str
    changed: bool
    bytes: int
    moved: str = ""


class DamagedMirrorError(Exception):
    """The mirror does not hold what it says; it is fetched anew."""


def transfer(repository: Repository, folder: Path, depth: int, callbacks: Callbacks) -> FetchResult:
    """Bring a bare repository to what an entry of the manifest asks for.

    Raises:
        FetchError: The repository can't be fetched; RevisionError when only its revision is not there.
        DamagedMirrorError: The bare repository lacks what it has a reference to.

    """
    repo = pygit2.Repository(str(folder), RepositoryOpenFlag.NO_SEARCH)
    before = _held(repo, repository.revision) if is_commit_id(repository.revision) else None
    if before is not None and repository.revision is not None:
        return FetchResult(repository.name, before, repository.revision, changed=False, bytes=0)
    callbacks.enter(Phase.CONNECTING)
    with explaining(repository.url or "", callbacks):
        remote = repo.remotes.create_anonymous(repository.url or "")
    with explaining(remote.url or "", callbacks):
        wanted = _ask(repository, remote, callbacks)
        before = _held(repo, wanted.revision)
        if before != wanted.commit:
            callbacks.enter(Phase.COUNTING)
            _receive(repo, remote, wanted, depth, callbacks)
        _settle(repository, repo, wanted)
    callbacks.enter(Phase.DONE)
    return FetchResult(repository.name, wanted.commit, wanted.revision, before != wanted.commit, callbacks.received[2])


def _ask(repository: Repository, remote: pygit2.Remote, callbacks: Callbacks) -> RemoteRevision:
    listed = remote.list_heads(callbacks=callbacks, proxy=True)
    if not listed:
        msg = f"{repository.manifest}: {repository.name}: the repository is empty; it has no commit yet"
        raise FetchError(msg)
    heads = {head.name: str(head.oid) for head in listed if head.name}
    default = next((head.symref_target for head in listed if head.name == "HEAD"), None)
    return find_remote_revision(repository, heads, default, repository.revision)


def _receive(
    repo: pygit2.Repository, remote: pygit2.Remote, wanted: RemoteRevision, depth: int, callbacks: Callbacks
) -> None:
    target = mirror_reference(wanted.revision)
    refspec = f"+{wanted.reference}:{target}"
    for commits in (depth or (_WHOLE_HISTORY if repo.is_shallow else 0), 0):
        try:
            remote.fetch([refspec], callbacks=callbacks, proxy=True, depth=commits)
        except pygit2.GitError as error:
            if "cannot fetch a specific object" in str(error):
                msg = (
                    f'{callbacks.where}: the server has no branch or tag at "{wanted.revision}" '
                    "and gives no commit by its id; name a tag or a branch"
                )
                raise RevisionError(msg) from error
            if commits and "shallow fetch is not supported" in str(error):
                continue
            raise
        break
    if target not in repo.references:
        msg = f'{callbacks.where}: revision "{wanted.revision}" vanished meanwhile; fetch again'
        raise RevisionError(msg)


def _settle(repository: Repository, repo: pygit2.Repository, wanted: RemoteRevision) -> None:
    """Check that the commit is there with its tree, and note the default branch and the time."""
    target = mirror_reference(wanted.revision)
    try:
        found = repo.references[target].peel()
    except (KeyError, pygit2.GitError) as error:
        raise DamagedMirrorError from error
    if not isinstance(found, pygit2.Commit):
        repo.references.delete(target)
        msg = f'{repository.manifest}: {repository.name}: revision "{wanted.revision}" is no commit; name another'
        raise RevisionError(msg)
    if not repo.odb.exists(found.tree_id):
        raise DamagedMirrorError
    if repository.revision is None:
        repo.references.create("HEAD", target, force=True)
    Path(repo.path, "FETCH_HEAD").write_text(f"{found.id}\t\t{wanted.revision}\n", encoding="utf-8")


def _held(repo: pygit2.Repository, revision: str | None) -> str | None:
    """Say which commit of a revision the mirror holds with its tree, if any."""
    try:
        reference = repo.references.get(mirror_reference(revision or ""))
        commit = None if reference is None else reference.peel(pygit2.Commit)
        return str(commit.id) if commit is not None and repo.odb.exists(commit.tree_id) else None
    except (KeyError, ValueError, pygit2.GitError):
        return None
