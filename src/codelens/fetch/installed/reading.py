"""Reads what files beside a package say: its version, its folder, the version that a project uses.

What can't be read says nothing. Sizes are bounded, and nothing but a regular file is opened.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

import msgspec

from codelens.fetch.installed.description import filled

if TYPE_CHECKING:
    from codelens.fetch.installed.description import Said

_LARGEST = 64 << 20


def text_of(file: str | os.PathLike[str]) -> str | None:
    """The text of a regular file; None when it can't be read. What is no UTF-8 keeps its bytes."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as opened:  # noqa: PTH123 - opened by descriptor, so that no pipe is waited for
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            return opened.read(_LARGEST).decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return None


def said_by(file: str | os.PathLike[str], said: Said, name: str = "", base: str = "") -> str:
    """What a file says; "" when it does not say it.

    Args:
        file: The file.
        said: Where in it.
        name: Of the package.
        base: The last part of the path of its marker.
    """
    text = text_of(file)
    if text is None:
        return ""
    if said.key:
        try:
            value = msgspec.json.decode(text.encode("utf-8", "replace"), type=dict[str, msgspec.Raw]).get(said.key)
            return msgspec.json.decode(value, type=str) if value is not None else ""
        except (msgspec.DecodeError, ValueError, RecursionError):
            return ""
    pattern = filled(said.match, name=re.escape(name), base=re.escape(base))
    found = re.search(pattern, text)
    return ".".join(group for group in found.groups() if group) if found else ""
