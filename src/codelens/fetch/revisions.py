"""From a revision, as asked for, to a commit: at a remote, in a mirror, and in a local repository.

A revision is a tag, else a branch, else a full commit id: **a tag wins over a branch of the same name**, as in git. A
full name (``refs/pull/7/head``) is taken as it is. What a mirror holds stands under ``refs/codelens/<revision>``, and
its ``HEAD`` points at the default branch.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pygit2

from codelens.errors import RevisionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from codelens.fetch.manifest import Repository

_COMMIT = re.compile(r"[0-9a-f]{40}")
_REFS = "refs/codelens/"
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class RemoteRevision:
    """A revision as a remote has it.

    Args:
        revision: What was asked for; for the default branch, its name.
        reference: What to fetch: the full name of a reference, or a commit id that no reference points at.
        commit: The commit id, annotated tags peeled.

    """

    revision: str
    reference: str
    commit: str


def is_commit_id(revision: str | None) -> bool:
    """Tell whether a revision is a full commit id."""
    return revision is not None and _COMMIT.fullmatch(revision) is not None


def mirror_reference(revision: str) -> str:
    """Name the reference of a mirror that holds a revision; a ``/`` is escaped, so that no two can collide."""
    return _REFS + quote(revision, safe="+@=,")


def mirror_revisions(repo: pygit2.Repository) -> tuple[str, ...]:
    """List the revisions that a mirror holds."""
    return tuple(unquote(name.removeprefix(_REFS)) for name in repo.references if name.startswith(_REFS))


def find_remote_revision(
    repository: Repository, heads: Mapping[str, str], default: str | None, revision: str | None
) -> RemoteRevision:
    """Find a revision among the references of a remote.

    Args:
        repository: For messages.
        heads: Commit or tag ids by the full names of references; ``<name>^{}`` is what an annotated tag points at.
        default: The full name of the default branch, when the remote says it.
        revision: What is asked for; None is the default branch.

    Raises:
        RevisionError: The remote has no such revision; the message names the nearest.

    """
    if revision is None:
        name = default if default is not None and default in heads else _default_branch(repository, heads)
        return RemoteRevision(name.removeprefix("refs/heads/"), name, heads[name])
    for name in (f"refs/tags/{revision}", f"refs/heads/{revision}", revision):
        if name in heads and name.startswith("refs/"):
            return RemoteRevision(revision, name, heads.get(f"{name}^{{}}", heads[name]))
    if is_commit_id(revision):
        pointing = (name for name, commit in heads.items() if commit == revision and name.startswith("refs/"))
        return RemoteRevision(revision, next(pointing, revision).removesuffix("^{}"), revision)
    raise missing_revision(repository, revision, heads)


def _default_branch(repository: Repository, heads: Mapping[str, str]) -> str:
    branches = sorted((name for name in heads if name.startswith("refs/heads/")), key=_default_first)
    pointed_at = [name for name in branches if heads[name] == heads.get("HEAD")]
    if pointed_at:
        return pointed_at[0]
    if "HEAD" in heads:
        return "HEAD"
    msg = f"{_where(repository)}: the remote has no default branch; name a revision{_nearest('main', heads)}"
    raise RevisionError(msg)


def _default_first(name: str) -> tuple[bool, str]:
    return (name not in {"refs/heads/main", "refs/heads/master"}, name)


def find_local_revision(
    repository: Repository, repo: pygit2.Repository, revision: str | None
) -> tuple[str, pygit2.Commit]:
    """Find a revision in a local repository, and what it is called: tag, branch, remote branch, then any git revision.

    Raises:
        RevisionError: There is no such revision, or it is no commit; the message names the nearest.

    """
    name = _head_name(repo) if revision is None else revision
    names = ("HEAD",) if revision is None else _local_names(revision)
    heads = dict.fromkeys(repo.references, "")
    for candidate in names:
        if candidate == "HEAD" or candidate in heads:
            return name, _peel(repository, name, repo.references[candidate])
    try:
        found = repo.revparse_single(name)
    except (KeyError, ValueError, pygit2.GitError) as error:
        raise missing_revision(repository, name, heads) from error
    return name, _peel(repository, name, found)


def find_mirror_revision(
    repository: Repository, repo: pygit2.Repository, revision: str | None
) -> tuple[str, pygit2.Commit]:
    """Find a revision in a mirror, and what it is called.

    Raises:
        RevisionError: The mirror does not hold the revision; the message names those it holds.

    """
    name = default_revision(repo) if revision is None else revision
    if name is not None:
        reference = repo.references.get(mirror_reference(name))
        if reference is not None:
            return name, _peel(repository, name, reference)
        if is_commit_id(name) and name in repo:
            return name, _peel(repository, name, repo[name])
    asked = "the default branch" if name is None else f'revision "{name}"'
    held = ", ".join(mirror_revisions(repo)[:_NEAREST]) or "nothing"
    first = "" if revision == repository.revision else f"set its revision in {repository.manifest} and "
    what = f"{asked} is not fetched yet (fetched: {held})"
    msg = f"{repository.name}: {what}; {first}run: codelens fetch {repository.name}"
    raise RevisionError(msg)


def default_revision(repo: pygit2.Repository) -> str | None:
    """Name the default branch that a mirror holds, or None when it was never fetched."""
    target = repo.references["HEAD"].target
    return unquote(target.removeprefix(_REFS)) if isinstance(target, str) and target.startswith(_REFS) else None


def missing_revision(repository: Repository, revision: str, heads: Iterable[str]) -> RevisionError:
    """Make the error that names the nearest tags or branches."""
    return RevisionError(f'{_where(repository)}: no revision "{revision}"{_nearest(revision, heads)}')


def _local_names(revision: str) -> tuple[str, ...]:
    return tuple(f"{start}{revision}" for start in ("refs/tags/", "refs/heads/", "refs/remotes/origin/"))


def _head_name(repo: pygit2.Repository) -> str:
    target = repo.references["HEAD"].target
    return target.removeprefix("refs/heads/") if isinstance(target, str) else "HEAD"


def _peel(repository: Repository, revision: str, found: pygit2.Reference | pygit2.Object) -> pygit2.Commit:
    try:
        return found.peel(pygit2.Commit)
    except (KeyError, ValueError, pygit2.GitError) as error:
        msg = f'{_where(repository)}: revision "{revision}" is no commit, or its commit is missing; name another'
        raise RevisionError(msg) from error


def _where(repository: Repository) -> str:
    return f"{repository.manifest}: {repository.name}"


def _nearest(revision: str, heads: Iterable[str]) -> str:
    tags = [name.removeprefix("refs/tags/") for name in heads if name.startswith("refs/tags/") and name[-1] != "}"]
    branches = [name.removeprefix("refs/heads/") for name in heads if name.startswith("refs/heads/")]
    kind, near = max(
        (("tag", _rank(revision, tags)), ("branch", _rank(revision, branches))),
        key=lambda ranked: max((_likeness(revision, name)[:2] for name in ranked[1]), default=(0, 0.0)),
    )
    if not near:
        return ""
    names = ", ".join(sorted(near, key=_version))
    plural = {"tag": "tags", "branch": "branches"}[kind]
    return f"; the nearest {kind} is {names}" if len(near) == 1 else f"; the nearest {plural} are {names}"


def _rank(revision: str, names: list[str]) -> list[str]:
    near = sorted(names, key=lambda name: _likeness(revision, name), reverse=True)[:_NEAREST]
    return [name for name in near if _likeness(revision, name) > (0, 0.5)]


def _likeness(revision: str, name: str) -> tuple[int, float, tuple[int, ...]]:
    """Order by the common beginning, releases before candidates, newer before older: v3.99 is near the last v3.6."""
    common = _common_beginning(revision, name)
    if common > 1:
        return common, 0.0 if re.search(r"alpha|beta|rc|dev|pre", name) else 1.0, _version(name)
    return 0, difflib.SequenceMatcher(None, revision, name).ratio(), ()


def _common_beginning(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _version(name: str) -> tuple[int, ...]:
    return tuple(int(number[:9]) for number in re.findall(r"\d+", name))
