"""Writes a file that a person asked for: whole or not at all, and over another one only when told."""

from __future__ import annotations

import os
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING

from codelens.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_lines(file: Path, lines: Iterable[str], *, replace: bool = False) -> None:
    """Write a text file atomically.

    Args:
        file: Where; a symbolic link is followed.
        lines: Without line ends.
        replace: Whether a file that is there is replaced.

    Raises:
        OutputError: It is there already, or can't be written; the message says what to do.
    """
    require_free(file, replace=replace)
    target = _target(file)
    part = target.with_name(f".{target.name[:200]}.{token_hex(4)}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _mode(target))
        try:
            with os.fdopen(descriptor, "wb") as stream:
                for line in lines:
                    stream.write(line.encode("utf-8", "backslashreplace") + b"\n")
                stream.flush()
                os.fsync(descriptor)
            _put(part, target, replace=replace)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
    except FileExistsError as error:
        raise _there(file) from error
    except OSError as error:
        message = f"{file}: can't be written: {error.strerror or error}"
        raise OutputError(message) from error


def require_free(file: Path, *, replace: bool = False) -> None:
    """Find out before any work whether a file can be written.

    Raises:
        OutputError: It is there already, or nothing can be written there.
    """
    target = _target(file)
    try:
        if target.is_dir():
            message = f"{file}: is a folder; name a file in it"
        elif target.exists() and not target.is_file():
            message = f"{file}: is no regular file; name another one"
        elif target.exists() and not replace:
            raise _there(file)
        elif not target.parent.is_dir():
            message = f"{file}: there is no folder {target.parent}; make it, or name another one"
        else:
            return
    except OSError as error:
        message = f"{file}: can't be written: {error.strerror}"
        raise OutputError(message) from error
    raise OutputError(message)


def _target(file: Path) -> Path:
    try:
        return file.expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:
        message = f"{file}: is no place for a file: {error}"
        raise OutputError(message) from error


def _there(file: Path) -> OutputError:
    return OutputError(f"{file}: is there already; name another file, or say that it is to be replaced (--force)")


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o666  # as the process's mask allows


def _put(part: Path, target: Path, *, replace: bool) -> None:
    """Give a written file its name; unless told, another one that came meanwhile is left alone."""
    if not replace:
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC))
        else:
            return
    part.replace(target)
