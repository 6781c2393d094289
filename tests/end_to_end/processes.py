"""Which processes a test has started, whoever their parent is by now: they have a mark in their environment."""

from __future__ import annotations

from pathlib import Path

MARK = "CODELENS_TEST_RUN"


def running(mark: str) -> list[str]:
    """The commands of all processes that were started with a mark, whoever their parent is by now."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={mark}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue  # it has ended, or is not ours
    return [command for command in found if command]  # one that has ended has no command
