"""What can be explained: a text, a file, a page of a running program; each line by line, whatever its length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from codelens.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_LINE_END = re.compile(r"\r\n?|\n")  # terminals paste either
_PATHS = ("/", "~", "./", "../")
_PAGES = ("http://", "https://")
_LONGEST_TITLE = 40
_LONGEST_LINE = 1 << 20  # bytes of one that are read


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text.

    Args:
        text: The text.
        note: What is to be said when it is nobody's.
    """

    text: str
    note: str = ""

    @property
    def title(self) -> str:
        """What it is, in a few words."""
        lines = len(_LINE_END.split(self.text.strip("\r\n")))
        return f"{lines:,} lines pasted" if lines > 1 else self.text.strip()[:_LONGEST_TITLE]

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.text.encode("utf-8", "surrogatepass"))

    def lines(self) -> Iterator[tuple[str, int]]:
        """Each line, and the bytes read with it."""
        for line in _LINE_END.split(self.text.strip("\r\n")):
            yield line, len(line.encode("utf-8", "surrogatepass")) + 1


@dataclass(frozen=True, slots=True)
class LogFile:
    """A file.

    Args:
        path: The file.
        note: What is to be said when it is nobody's.
    """

    path: Path
    note: str = ""

    @property
    def title(self) -> str:
        """Its name."""
        return self.path.name

    @property
    def size(self) -> int:
        """In bytes."""
        return self.path.stat().st_size

    def lines(self) -> Iterator[tuple[str, int]]:
        """Each line, and the bytes read with it; what is no text becomes what can be shown."""
        with self.path.open("rb") as file:
            while line := file.readline(_LONGEST_LINE):
                yield line.rstrip(b"\r\n").decode("utf-8", "replace"), len(line) + _rest(file, line)


def _rest(file: BinaryIO, line: bytes) -> int:
    """Step over what is left of a line that is longer than is read; how many bytes that is."""
    passed = 0
    while line and len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
        line = file.readline(_LONGEST_LINE)
        passed += len(line)
    return passed


@dataclass(frozen=True, slots=True)
class Page:
    """What a program serves.

    Args:
        address: Of the page.
        note: What is to be said when it is nobody's.
    """

    address: str
    note: str = ""

    @property
    def title(self) -> str:
        """Its address."""
        return self.address

    @property
    def size(self) -> int:
        """Not known before it is read."""
        return 0

    def lines(self) -> Iterator[tuple[str, int]]:
        """Each line, and the bytes read with it."""
        from codelens.query.explain.pages import page_lines  # noqa: PLC0415 - few ask for a page

        for line in page_lines(self.address):
            yield line, len(line.encode("utf-8", "surrogatepass")) + 1


Logged = Pasted | LogFile | Page


def typed(text: str) -> Logged:
    """What a line stands for that was typed: the page at that address, the file of that name, or itself.

    Raises:
        UsageError: It is a folder.
    """
    name = text.strip()
    if name.startswith(_PAGES) and len(name.split()) == 1:
        return Page(name)
    try:
        path = Path(name).expanduser()
        if path.is_file():
            return LogFile(path)
        is_folder = name.startswith(_PATHS) and path.is_dir()
    except (OSError, RuntimeError, ValueError):  # too long for a name, nobody's home, a zero byte
        return Pasted(text)
    if is_folder:
        message = f"a folder can't be explained, name a file in it: {name}"
        raise UsageError(message)
    return Pasted(text, f"nor is there a file {name}" if name.startswith(_PATHS) else "")
