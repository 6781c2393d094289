"""The places of a file that have a text: found at once, gone through one by one, round and round."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST = 10_000  # places; nobody goes through more


class Found:
    """What was found.

    Args:
        text: What was sought: small letters find capitals, too.
        lines: Where.
    """

    def __init__(self, text: str = "", lines: Sequence[str] = ()) -> None:
        self.text = text
        self._places: list[tuple[int, int, int]] = []  # line, first character, the one after the last
        if text:
            sought = re.compile(re.escape(text), re.IGNORECASE if text == text.lower() else 0)
            places = (
                (number, found.start(), found.end())
                for number, line in enumerate(lines)
                for found in sought.finditer(line)
            )
            self._places = [place for place, _ in zip(places, range(_MOST), strict=False)]

    def spans(self, line: int) -> Iterator[tuple[int, int]]:
        """The places of a line: first character, and the one after the last."""
        at = bisect_left(self._places, (line, 0, 0))
        while at < len(self._places) and self._places[at][0] == line:
            yield self._places[at][1:]
            at += 1

    def seek(self, origin: tuple[int, int], by: int) -> tuple[int, int] | None:
        """The next place from an origin, the one before (-1), or the first that is not before it (0); None for none."""
        if not self._places:
            return None
        starts = [place[:2] for place in self._places]
        at = bisect_right(starts, origin) if by > 0 else bisect_left(starts, origin) + by
        return starts[at % len(starts)]

    def count(self, place: tuple[int, int]) -> str:
        """Which one it is of how many: ``2 of 12``; "" when nothing is sought."""
        if not self.text:
            return ""
        starts = [each[:2] for each in self._places]
        which = f"{starts.index(place) + 1} of " if place in starts else ""
        return f"{which}{len(starts)}{'' if len(starts) < _MOST else ' or more'}" if starts else "not in this file"
