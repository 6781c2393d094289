"""What is kept of the segments of a session, so that all of them together stay within a bound."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codelens.model import Definition

MOST_KEPT = 128 * 1024 * 1024  # bytes of definitions, as far as they can be told
_DEFINITION = 600  # bytes of memory that a definition takes on average


class Kept:
    """Counts the definitions that segments keep, and drops those that were read first.

    Args:
        most: Bytes that all of them may take.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most // _DEFINITION
        self._count = 0
        self._files: deque[tuple[dict[int, list[Definition]], int, int]] = deque()

    def add(self, files: dict[int, list[Definition]], number: int, definitions: list[Definition]) -> None:
        """Keep the definitions of a file among those of its segment."""
        size = len(definitions) + 1  # a file without any takes room as well
        while self._files and self._count + size > self._most:
            others, other, count = self._files.popleft()
            del others[other]
            self._count -= count
        files[number] = definitions
        self._files.append((files, number, size))
        self._count += size
