"""From what somebody types to the package that is meant, and to what else goes by that name.

    [KIND/]PACKAGE[@VERSION]

The nearest root that has the package wins, because that is what runs where one stands. Of several versions in one root
the one counts that the project's own files name, else the newest.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING

from codelens.errors import FetchError, UsageError
from codelens.fetch.installed.contents import holds_at_top
from codelens.fetch.installed.description import load_kinds
from codelens.fetch.installed.packages import packages_of
from codelens.fetch.installed.places import roots_of
from codelens.fetch.installed.reading import said_by
from codelens.fetch.installed.versions import version_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from codelens.fetch.installed.description import Kind
    from codelens.fetch.installed.packages import Package
    from codelens.fetch.installed.places import Surroundings

_NEAREST = 3
_NAMED = 4  # places or packages in a message


@dataclass(frozen=True, slots=True)
class Installed:
    """A package with the version that was read where it is.

    Args:
        package: The package.
        version: "" when nothing says it.
    """

    package: Package
    version: str

    @property
    def asked(self) -> str:
        """What to type for this one."""
        return f"{self.package.title}@{self.version}" if self.version else self.package.title


@dataclass(frozen=True, slots=True)
class Found:
    """What goes by a name.

    Args:
        chosen: What is meant.
        others: The same package elsewhere or in other versions, the nearest and newest first.
        pinned: Whether the version was asked for, or named by a file of the project.
        asked: The version that was asked for, or "".
        word: The name that was asked for.
        similar: Other packages that are called so in part: what to type for each.
    """

    chosen: Installed
    others: tuple[Installed, ...]
    pinned: bool
    asked: str
    word: str = ""
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    name: str
    version: str


def find_installed(word: str, surroundings: Surroundings) -> Found:
    """Find the package that a word means.

    Args:
        word: ``[KIND/]PACKAGE[@VERSION]``.
        surroundings: Where to look.

    Raises:
        UsageError: Nothing goes by that name, or packages of several kinds do; the message says what there is.
        SettingsError: ``queries/installed.yaml`` is wrong.
    """
    kinds = load_kinds()
    asked = _split(word, kinds)
    if not asked.name.strip("@/"):
        message = f'"{word}": names no package; write it as PACKAGE, KIND/PACKAGE or PACKAGE@VERSION'
        raise UsageError(message)
    chosen = [kinds[asked.kind]] if asked.kind else list(kinds.values())
    roots = [(kind, root) for kind in chosen for root in roots_of(kind, surroundings)]
    packages = [package for kind, root in roots for package in packages_of(kind, root)]
    named = _named(asked.name, packages) or _holding(asked.name, packages)
    if not named:
        raise UsageError(_missing(asked.name, packages, [root for _, root in roots]))
    if any(not package.kind.last for package in named):
        named = [package for package in named if not package.kind.last]
    titles = {package.kind.folded(package.title): package.title for package in named}
    if len(titles) > 1:
        raise UsageError(_ambiguous(asked.name, [*titles.values()]))
    similar = dict.fromkeys(package.title for package in packages if _ends_with(package, asked.name))
    others = tuple(sorted(set(similar) - {package.title for package in named}))
    return replace(_choose(word, asked, named, surroundings), word=asked.name, similar=others)


def find_again(title: str, root: Path | None, version: str | None, surroundings: Surroundings) -> Installed:
    """Find a package that was found before.

    Args:
        title: ``KIND/PACKAGE``.
        root: Where it was found; None looks everywhere again.
        version: The one that is wanted; None takes what is there, the newest of several.
        surroundings: Where to look without a root.

    Raises:
        FetchError: It is not there any more.
    """
    kinds = load_kinds()
    asked = _split(title, kinds)
    if not asked.kind:
        message = f'"{title}" names no kind of package; write KIND/PACKAGE with one of {", ".join(kinds)}'
        raise FetchError(message)
    kind = kinds[asked.kind]
    roots = roots_of(kind, surroundings) if root is None else [root]
    wanted = kind.folded(title.partition("/")[2])
    for each in roots:
        there = [one for one in packages_of(kind, each, deep=False) if kind.folded(one.name) == wanted]
        found = [Installed(package, package.version()) for package in there]
        if meant := [one for one in found if version is None or one.version == version]:
            return _newest(meant)
        if found and root is not None:
            have = ", ".join(one.version or "one without a version" for one in found)
            message = f"{title} {version} is not in {root} any more (there is {have}); {_look_again(title)}"
            raise FetchError(message)
    where = str(root) if root is not None else _listed([str(each) for each in roots]) or "any place that is there"
    message = f"{title} is not installed in {where} any more; {_look_again(title)}"
    raise FetchError(message)


def _look_again(title: str) -> str:
    return f"to look for it elsewhere, run: codelens update --installed {title}"


def installed_names(surroundings: Surroundings) -> Iterator[tuple[str, Kind]]:
    """The names of all that is installed, each once a kind, kind by kind."""
    for kind in load_kinds().values():
        names = {package.name for root in roots_of(kind, surroundings) for package in packages_of(kind, root)}
        yield from ((name, kind) for name in sorted(names))


def _split(word: str, kinds: dict[str, Kind]) -> _Word:
    kind, slash, name = word.partition("/")
    if not slash or kind not in kinds:
        kind, name = "", word
    before, _, version = name.rpartition("@")
    return _Word(kind, before, version) if before and not before.endswith("/") else _Word(kind, name, "")


def _named(name: str, packages: Sequence[Package]) -> list[Package]:
    """The packages of a name: whole, as the folder is called, or by its last parts."""
    fits: tuple[Callable[[Package, str], bool], ...] = (
        lambda package, asked: package.kind.folded(package.name) == asked,
        lambda package, asked: package.kind.folded(package.base) == asked,
        _ends_with,
    )
    for fit in fits:
        if found := [package for package in packages if fit(package, package.kind.folded(name))]:
            return found
    return []


def _ends_with(package: Package, name: str) -> bool:
    return package.kind.folded(package.name).endswith("/" + package.kind.folded(name))


def _holding(name: str, packages: Sequence[Package]) -> list[Package]:
    """The packages whose lists have a file or folder of that name at the top: what it is imported as."""
    return [package for package in packages if holds_at_top(package, name)]


def _choose(word: str, asked: _Word, named: Sequence[Package], surroundings: Surroundings) -> Found:
    places: dict[str, Package] = {}
    for package in named:
        places.setdefault(os.path.realpath(package.marker), package)  # one may be a link to another
    found = [Installed(package, package.version()) for package in places.values()]
    if asked.version:
        meant = [one for one in found if asked.version in (one.version, one.version.removeprefix("v"))]
        if not meant:
            there = _listed([f"{one.version or 'no version'} in {one.package.root}" for one in found])
            message = f"{word}: is not installed in this version; there is {there}"
            raise UsageError(message)
        return _of(meant[0], found, asked.version)
    whole = [one for one in found if one.package.base == asked.name and one.package.base != one.package.name]
    nearest = [one for one in found if one.package.root == found[0].package.root]
    used = _pinned(found[0].package, surroundings)
    pinned = whole or [one for one in nearest if used and one.version == used]
    if pinned and len(nearest) > 1:
        return _of(pinned[0], found, "", pinned=True)
    return _of(_newest(nearest), found, "")


def _of(chosen: Installed, found: Sequence[Installed], asked: str, *, pinned: bool = False) -> Found:
    places = list(dict.fromkeys(one.package.root for one in found))
    others = [one for place in places for one in _by_version(found, place) if one is not chosen]
    return Found(chosen, tuple(others), pinned or bool(asked), asked)


def _by_version(found: Sequence[Installed], place: Path) -> list[Installed]:
    here = [one for one in found if one.package.root == place]
    return sorted(here, key=lambda one: version_order(one.version), reverse=True)


def _newest(found: Sequence[Installed]) -> Installed:
    """The newest; of equal ones what can be read as it is."""
    return max(found, key=lambda one: (version_order(one.version), not one.package.form.archive))


def _pinned(package: Package, surroundings: Surroundings) -> str:
    """The version of a package that the current project uses; "" when nothing says it."""
    said = package.kind.pinned
    if said is None:
        return ""
    file = next(surroundings.files(said.file), None)
    return said_by(file, said, package.name) if file else ""


def _missing(name: str, packages: Sequence[Package], roots: Sequence[Path]) -> str:
    known = {package.kind.folded(package.name): package.name for package in packages}
    short = {known_name.rpartition("/")[2]: title for known_name, title in known.items()}
    near = [(known | short)[close] for close in get_close_matches(name.lower(), {**short, **known}, _NEAREST)]
    hint = f"; the nearest are {', '.join(dict.fromkeys(near))}" if near else ""
    if not packages:
        return f"{name}: no such package is installed: none is found, of whatever kind{_in_places(roots)}"
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in Counter(each.kind.name for each in packages).items())
    places = _in_places(list(dict.fromkeys(package.root for package in packages)))
    closed = [str(root) for root in roots if not os.access(root, os.R_OK | os.X_OK)]
    unread = f"; {_listed(closed)} can't be read" if closed else ""
    return f"{name}: no such package is installed{hint} (there are {kinds}{places}{unread})"


def _in_places(roots: Sequence[Path]) -> str:
    return f"; looked in {_listed([str(root) for root in roots])}" if roots else ""


def _ambiguous(name: str, titles: Sequence[str]) -> str:
    return f"{name}: means several packages; name one of them: {_listed(list(titles))}"


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(chain(texts[:_NAMED], [f"and {len(texts) - _NAMED} more"] if len(texts) > _NAMED else []))
