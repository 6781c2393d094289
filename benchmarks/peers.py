"""The programs that people use today, each made to answer the same question over the same tree.

A peer that is not installed is named as missing and left out. All are Debian packages: universal-ctags, ripgrep,
codesearch (cindex, csearch) and global (gtags).
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from measuring import run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from measuring import Cost

_RG = ("rg", "-n", "-F", "--no-heading", "--no-ignore", "--hidden", "--glob=!.git")  # all files, as the others do
_GTAGS_LABELS = ("new-ctags", "default")  # the one that reads most languages first


@dataclass(frozen=True, slots=True)
class Peer:
    """A program over a tree.

    Args:
        name: As it is printed.
        needs: The programs that it is.
        package: The Debian package.
    """

    name: str
    needs: tuple[str, ...]
    package: str

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        return all(shutil.which(program) for program in self.needs)


CTAGS = Peer("ctags", ("ctags", "readtags"), "universal-ctags")
RIPGREP = Peer("rg", ("rg",), "ripgrep")
CSEARCH = Peer("csearch", ("cindex", "csearch"), "codesearch")
GLOBAL = Peer("global", ("gtags", "global"), "global")
PEERS = (CTAGS, RIPGREP, CSEARCH, GLOBAL)


class Peers:
    """The peers that are installed, over one tree; what they build is kept beside it."""

    def __init__(self, tree: Path, folder: Path) -> None:
        self.tree = tree
        self._folder = folder
        self._gtags = folder / "gtags"
        self._gtags.mkdir()
        self._csearch = {"CSEARCHINDEX": str(folder / "csearch.index")}
        self._global = {"GTAGSROOT": str(tree), "GTAGSDBPATH": str(self._gtags)}

    def build(self) -> dict[Peer, tuple[str, Cost, int]]:
        """Build every index: the command, what it cost, and its size in bytes."""
        return {
            peer: (shown, cost, size)
            for peer, build in ((CTAGS, self._ctags), (CSEARCH, self.build_csearch), (GLOBAL, self._build_gtags))
            if peer.is_there
            for shown, cost, size in [build()]
        }

    def _ctags(self) -> tuple[str, Cost, int]:
        file = self._folder / "tags"
        cost = run(["ctags", "-R", "--exclude=.git", "--sort=yes", "-f", str(file), "."], folder=self.tree)
        return "ctags -R", cost, file.stat().st_size

    def build_csearch(self) -> tuple[str, Cost, int]:
        """Build the index of csearch alone: the command, what it cost, and its size in bytes."""
        cost = run(["cindex", str(self.tree)], more=self._csearch)
        return "cindex", cost, (self._folder / "csearch.index").stat().st_size

    def _build_gtags(self) -> tuple[str, Cost, int]:
        for label in _GTAGS_LABELS:
            cost = run(["gtags", f"--gtagslabel={label}", str(self._gtags)], folder=self.tree)
            if cost.status == 0:
                break
        return f"gtags ({label})", cost, sum(file.stat().st_size for file in self._gtags.iterdir())

    def definitions(self, name: str) -> dict[str, list[str]]:
        """The commands that answer where a name is defined, or come nearest to it."""
        return {
            "rg -w": [*_RG, "-w", name, "."],
            "csearch": ["csearch", "-n", rf"\b{re.escape(name)}\b"],
            "global -d": ["global", "-d", "-x", name],
            "readtags": ["readtags", "-t", str(self._folder / "tags"), name],
        }

    def text(self, literal: str) -> dict[str, list[str]]:
        """The commands that find a literal."""
        return {
            "csearch": ["csearch", "-n", _re2(literal)],
            "rg": [*_RG, "--", literal, "."],
        }

    def ask(self, command: Sequence[str]) -> Cost:
        """Put a question to a peer."""
        return run(command, folder=self.tree, more={**self._csearch, **self._global})


def missing() -> list[Peer]:
    """The peers that are not installed."""
    return [peer for peer in PEERS if not peer.is_there]


def installed(command: Sequence[str]) -> bool:
    """Whether a command can be run."""
    return shutil.which(command[0]) is not None


def _re2(literal: str) -> str:
    return re.sub(r"([^0-9A-Za-z_ \x80-\U0010ffff])", r"\\\1", literal)
