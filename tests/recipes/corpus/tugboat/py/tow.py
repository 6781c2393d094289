"""Tows in Python: retries, temporary files, threads, an assertion."""

import os
import pickle
import subprocess
import tempfile
import threading

from tenacity import retry

MAX_ATTEMPTS = 3


class Rope:
    def __init__(self, length: int) -> None:
        assert length > 0
        self.length = length


class SteelRope(Rope):
    """A stronger one."""


@retry
def pull(rope: Rope) -> bytes:
    threading.Thread(target=make_rope).start()
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(f"tow {folder} {rope.length}", shell=True, check=True, capture_output=True).stdout


def make_rope() -> Rope:
    return Rope(length=12)


def load(data: bytes) -> Rope:
    return pickle.loads(data)


def secret() -> str:
    return os.environ["TUGBOAT_TOKEN"]
