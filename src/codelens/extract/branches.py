"""A text without what its preprocessor might drop: of each ``#if … #else … #endif`` the first branch stays.

Where both branches open a brace and one closing brace serves them, no grammar can read the file as it is written. The
dropped text is blanked, not removed, so that every offset stays; its lines need not.
"""

from __future__ import annotations

import re

_BLANKED = re.compile(rb"[^\n]")


def preprocessed(
    blob: bytes, lines: re.Pattern[bytes], noise: re.Pattern[bytes] | None
) -> tuple[bytes, list[tuple[int, int]]]:
    """Blank the other branches, the choosing lines themselves, and noise.

    Args:
        blob: The file.
        lines: Matches a choosing line; its groups ``open``, ``dead``, ``other`` and ``close`` say which.
        noise: Matches what else is to go; what its group ``word`` matches is read as a word.

    Returns:
        The text, and the ranges of the branches and lines that were blanked, in order.
    """
    dropped = _other_branches(blob, lines)
    text = bytearray(blob)
    for start, end in dropped:
        text[start:end] = _BLANKED.sub(b" ", blob[start:end])
    for found in noise.finditer(bytes(text)) if noise else ():
        text[found.start() : found.end()] = (b"x" if found.lastgroup == "word" else b" ") * len(found[0])
    return bytes(text), dropped


def _other_branches(blob: bytes, lines: re.Pattern[bytes]) -> list[tuple[int, int]]:
    dropped: list[tuple[int, int]] = []
    choices: list[tuple[bool, bool]] = []  # of each open choice: its branch stays; one of its branches has stayed
    going = 0  # how many of them have a branch that goes
    at = 0
    for line in lines.finditer(blob):
        dropped.append((at if going else line.start(), line.end()))
        at = line.end()
        if line.lastgroup in {"open", "dead"}:
            choices.append((line.lastgroup == "open",) * 2)
            going += not choices[-1][0]
        elif choices:
            stayed, done = choices.pop()
            going -= not stayed
            if line.lastgroup == "other":
                choices.append((not done, True))
                going += done
    return dropped
