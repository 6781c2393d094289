"""Runs a program and says what it cost: time on the wall, time of all its processors, memory of its largest process.

What the kernel counts for a child that was waited for includes the children that it waited for in turn, so the workers
of an index count as well.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SOURCE = Path(__file__).resolve().parents[1] / "src"
CODELENS = (sys.executable, "-m", "codelens")
MOST_OUTPUT = 64 * 1024 * 1024  # bytes kept of what a program prints
# On Linux the kernel counts kilobytes, on macOS bytes.
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program cost.

    Args:
        wall: Seconds from start to end.
        cpu: Seconds of all its processes, in user and system.
        memory: Bytes that its largest process held at once.
        status: Its exit status.
        output: What it printed.
    """

    wall: float
    cpu: float
    memory: int
    status: int
    output: bytes

    @property
    def lines(self) -> int:
        """How many lines it printed."""
        return self.output.count(b"\n")


def environment(**more: str) -> dict[str, str]:
    """The environment of a measured program: this checkout's codelens, plain output, and what is given."""
    path = os.pathsep.join(filter(None, (str(SOURCE), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "NO_COLOR": "1", **more}


def run(command: Sequence[str], *, folder: Path | None = None, more: Mapping[str, str] | None = None) -> Cost:
    """Run a program to its end, its input empty and its errors with its output."""
    with TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(**(more or {})),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return Cost(
            wall,
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss * _MEMORY_UNIT,
            process.returncode,
            output.read(MOST_OUTPUT),
        )


def last_line(cost: Cost) -> str:
    """The last line that a program printed, to say why it failed."""
    lines = cost.output.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit status {cost.status}"


def clock(call: Callable[[], int]) -> tuple[float, int]:
    """Seconds that a call took in this process, and the number that it gave."""
    started = time.perf_counter()
    hits = call()
    return time.perf_counter() - started, hits


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)
