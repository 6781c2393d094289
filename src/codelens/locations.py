"""Where things are: the data that ships with codelens, and the home where it keeps what it builds.

``queries/`` and ``repos.yaml`` stand at the root of a checkout (and of an editable install) and inside the package in
a wheel; whichever is there is used. A user's own ``queries/`` and ``repos.yaml`` are under the configuration folder.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from codelens.errors import HomeError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(name: str) -> Path:
    """The path of a file or folder that ships with codelens, such as ``queries``."""
    inside = _PACKAGE / "data" / name
    return inside if inside.exists() else _CHECKOUT / name


def configuration() -> Path:
    """The folder of the user's own manifest and queries, which need not exist."""
    return platformdirs.user_config_path("codelens", appauthor=False)


def scratch() -> Path:
    """The folder of what is needed for a moment only, which need not exist."""
    return platformdirs.user_cache_path("codelens", appauthor=False) / "opened"


def queries_folders() -> tuple[Path, ...]:
    """The folders of queries, a user's own first."""
    return tuple(folder for folder in (configuration() / "queries", shipped("queries")) if folder.is_dir())


def own_manifest() -> Path:
    """The user's own manifest, which need not exist."""
    return configuration() / "repos.yaml"


def manifest_files(asked: str | None = None) -> tuple[Path, ...]:
    """The manifest to use: the one asked for, or one in the current folder, or the user's own with the shipped one.

    Returns:
        One file, or the user's own and the shipped one, which are used as one.
    """
    if asked:
        return (Path(asked).expanduser(),)
    if Path("repos.yaml").is_file():
        return (Path("repos.yaml").absolute(),)
    own = own_manifest()
    return (own, shipped("repos.yaml")) if own.is_file() else (shipped("repos.yaml"),)


def edited_manifest(asked: str | None = None) -> Path:
    """The manifest that is written to, which need not exist: the one in use, unless that is the shipped one."""
    file = manifest_files(asked)[0]
    return own_manifest() if file.resolve() == shipped("repos.yaml").resolve() else file


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of all that codelens keeps: mirrors, shards and the extraction cache."""

    folder: Path

    @property
    def mirrors(self) -> Path:
        """Bare clones, one a repository."""
        return self.folder / "mirrors"

    @property
    def shards(self) -> Path:
        """Indexes, one folder a repository and revision."""
        return self.folder / "shards"

    @property
    def cache(self) -> Path:
        """The extraction cache, one SQLite file."""
        return self.folder / "extractions.sqlite"

    @property
    def organizations(self) -> Path:
        """What hosts said of organisations, one file each."""
        return self.folder / "organizations"

    @property
    def history(self) -> Path:
        """What was typed."""
        return self.folder / "history.jsonl"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever indexed here."""
        try:
            return not any((folder / "current").exists() for folder in self.shards.iterdir())
        except OSError:  # what can't be looked into is said where it is opened
            return not self.shards.exists()

    def create(self) -> Home:
        """Make the folder when it is missing.

        Raises:
            HomeError: It can't be written.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            message = f"{self.folder}: can't be made a home ({error.strerror}); set CODELENS_HOME or pass --home"
            raise HomeError(message) from error
        if not os.access(self.folder, os.W_OK | os.X_OK):
            message = f"{self.folder}: can't be written; set CODELENS_HOME or pass --home"
            raise HomeError(message)
        return self.trusted()

    def trusted(self) -> Home:
        """Refuse a home that somebody else could have written: an index is trusted like a program.

        Raises:
            HomeError: It belongs to another user or is writable by others.
        """
        for folder in (self.folder, self.shards):
            require_own(folder)
        return self


def require_own(path: Path) -> None:
    """Refuse a file or folder that somebody else could have written; one that is missing is fine.

    Raises:
        HomeError: It belongs to another user or is writable by others.
    """
    try:
        state = path.stat()
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"{path}: can't be read ({error.strerror}); set CODELENS_HOME or pass --home"
        raise HomeError(message) from error
    if hasattr(os, "getuid") and state.st_uid != os.getuid():
        message = f"{path}: belongs to another user, so its indexes are not trusted; set CODELENS_HOME to your own"
        raise HomeError(message)
    if state.st_mode & stat.S_IWOTH:
        message = f"{path}: is writable by everybody, so its indexes are not trusted; run: chmod o-w {path}"
        raise HomeError(message)


def is_still_at(descriptor: int, file: Path) -> bool:
    """Whether an opened file is the one that goes by its path now: a lock that was removed meanwhile locks nothing."""
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except FileNotFoundError:
        return False


def home(asked: str | None = None) -> Home:
    """The home asked for, the one of ``CODELENS_HOME``, or the platform's data folder."""
    named = asked or os.environ.get("CODELENS_HOME")
    folder = Path(named).expanduser() if named else platformdirs.user_data_path("codelens", appauthor=False)
    return Home(folder.absolute())
