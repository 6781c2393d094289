"""The terminal app, as a person meets it: from the start to the first paint, from each key to the painted answer.

It runs in a terminal of its own making. A key counts as answered when the breadcrumb, which is painted together with
the list, shows the query with that key in it. Called by bench.py; by hand it takes a home:

    python benchmarks/app.py HOME [--size 200x60] [--count 200]
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import termios
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import CODELENS, environment, percentile
from warm import sample_names

from codelens.locations import Home

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REPOSITORIES = ("kubernetes", "etcd", "prometheus", "containerd", "moby", "grpc-go")  # that the figures are wanted of
SEARCHES = 200
_READY = b"for help"  # the end of what an empty prompt says
_MOST_SECONDS = 5.0
_STARTS = 7
_LONGEST = 24  # characters of a name that is typed
_CLEAR = b"\x15"
_BETWEEN = 0.02  # seconds from a painted answer to the next key
_WIDTH = 44


@dataclass
class Terminal:
    """A terminal with the app in it, and all that it painted since it was last asked."""

    master: int
    process: subprocess.Popen[bytes]
    painted: bytearray = field(default_factory=bytearray)

    def read(self, seconds: float) -> bool:
        """Take what is painted within a time; whether there was anything."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            self.painted += os.read(self.master, 1 << 16)
        except OSError:  # the app has ended
            return False
        return True

    def seconds_until(self, pattern: bytes, begun: float) -> float | None:
        """How long after a moment something was painted; None when it never was."""
        sought = re.compile(pattern)
        while time.perf_counter() - begun < _MOST_SECONDS:
            if sought.search(self.painted):
                return time.perf_counter() - begun
            self.read(0.1)
        return None

    def settle(self, seconds: float = 0.05) -> None:
        """Wait until nothing is painted for a time, a little longer at the most."""
        end = time.perf_counter() + 4 * seconds
        while self.read(seconds) and time.perf_counter() < end:
            pass
        self.painted.clear()

    def type(self, keys: bytes) -> float:
        """Press keys; the moment when they were."""
        self.painted.clear()
        begun = time.perf_counter()
        os.write(self.master, keys)
        return begun

    @property
    def resident(self) -> int:
        """The bytes of memory that it holds, its mapped files included."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0


@contextmanager
def terminal(home: Path, width: int, height: int) -> Iterator[Terminal]:
    """A terminal in which the app starts."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    more = {"CODELENS_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    settings = {name: value for name, value in environment(**more).items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [*CODELENS], stdin=slave, stdout=slave, stderr=slave, env=settings, start_new_session=True
    )
    os.close(slave)
    try:
        yield Terminal(master, process)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
        os.close(master)


def only(home: Home, names: Sequence[str], folder: Path) -> Home:
    """A home that has some of a home's repositories, without copying them."""
    folder.mkdir(mode=0o700)
    shards = [each for each in home.shards.iterdir() if each.name.partition("@")[0] in names]
    for shard in shards:
        shutil.copytree(shard, folder / "shards" / shard.name, copy_function=os.link)
    if home.mirrors.is_dir():
        (folder / "mirrors").symlink_to(home.mirrors)
    return Home(folder)


def first_paint(home: Path, width: int, height: int) -> list[float]:
    """Seconds from the start of the process to its first whole screen, of several starts."""
    taken = []
    for _ in range(_STARTS):
        begun = time.perf_counter()
        with terminal(home, width, height) as shown:
            seconds = shown.seconds_until(_READY, begun)
            taken.append(seconds if seconds is not None else _MOST_SECONDS)
            shown.settle(0.2)
    return taken


@dataclass(frozen=True, slots=True)
class Typed:
    """What typing queries cost.

    Args:
        seconds: From each key to its painted answer.
        unanswered: Keys whose answer never came.
        searches: Queries that were typed.
        resident: Bytes of memory at the end.
    """

    seconds: list[float]
    unanswered: int
    searches: int
    resident: int


def type_queries(home: Path, queries: list[str], width: int, height: int) -> Typed:
    """Type queries key by key, each key when the one before has its answer."""
    seconds: list[float] = []
    unanswered = 0
    with terminal(home, width, height) as shown:
        shown.seconds_until(_READY, time.perf_counter())
        shown.settle(1.0)
        for query in queries:
            shown.type(_CLEAR)
            shown.settle(_BETWEEN)
            for end in range(1, len(query) + 1):
                begun = shown.type(query[end - 1].encode())
                crumb = "› ".encode() + re.escape(query[:end].encode()) + rb"(?![\w.])"
                taken = shown.seconds_until(crumb, begun)
                if taken is None:
                    unanswered += 1
                else:
                    seconds.append(taken)
                shown.settle(_BETWEEN)
        resident = shown.resident
    return Typed(seconds, unanswered, len(queries), resident)


def measure(home: Home, count: int = SEARCHES, size: tuple[int, int] = (200, 60)) -> None:
    """Print the figures of the app over a home."""
    width, height = size
    shards = sorted(shard.name for shard in home.shards.iterdir())
    print(f"the terminal app at {width}x{height}, over {', '.join(shards)}")
    starts = first_paint(home.folder, width, height)
    print(f"{'terminal app':{_WIDTH}}{'p50 ms':>10}{'p95 ms':>10}")
    _print("first paint", starts, f"{len(starts)} starts; wanted: <= 400")
    names = [name for name in sample_names(home, "*", 2 * count) if len(name) <= _LONGEST][:count]
    typed = type_queries(home.folder, names, width, height)
    _print("key to painted answer", typed.seconds, f"{len(typed.seconds):,} keys; wanted: p95 <= 50")
    missing = f"; {typed.unanswered} keys were never answered" if typed.unanswered else ""
    print(f"memory after {typed.searches} searches: {typed.resident / 1e6:.0f} MB; wanted: <= 300{missing}")


def _print(what: str, seconds: list[float], more: str) -> None:
    p50, p95 = (percentile(seconds, part) * 1_000 for part in (0.5, 0.95))
    print(f"{what:{_WIDTH}}{p50:10.0f}{p95:10.0f}   {more}", flush=True)


def main() -> None:
    """Measure a home."""
    parser = argparse.ArgumentParser(description="The speed of the terminal app.")
    parser.add_argument("home", metavar="HOME", type=Path)
    parser.add_argument("--size", default="200x60", help="of the terminal")
    parser.add_argument("--count", type=int, default=SEARCHES, help="of searches")
    asked = parser.parse_args()
    width, _, height = asked.size.partition("x")
    measure(Home(asked.home.absolute()), asked.count, (int(width), int(height)))


if __name__ == "__main__":
    main()
