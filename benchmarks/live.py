"""What running programs say of themselves, their metrics page and their help, put to explain line by line.

    python benchmarks/live.py FOLDER [--home FOLDER] [--misses]

FOLDER holds saved pages: ``NAME.metrics`` (the text of ``/metrics``) and ``NAME.help`` (what ``--help`` prints), NAME
being the program's repository in the home. Counted is what the program's own source defines, which is told without the
index of statements, by its quoted texts alone:

* whole: the name as it is, or each part of it between ``_`` and, of a metric, its help as well;
* last part: only how it ends is in a quoted text or a format, which may be by chance, or the help is put together;
* elsewhere: not even that, so that a library or the run made it; here a claim of certainty is counted.

A reply is right when the end of the name stands there, quoted, within a few lines, and its help with it; where the help
is put together, the longest end that stands anywhere; or when a format stands on its line that makes the name. Tests of
the program are no source, and what every program says (``--help``) is left out.
"""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from artefacts import replies
from source_lines import SourceLines

from codelens.errors import CodelensError
from codelens.locations import home
from codelens.query.explain.explaining import explain
from codelens.query.matches import Confidence
from codelens.query.session import Session
from codelens.query.shards import indexed_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.locations import Home
    from codelens.query.matches import Match

WANTED = 0.97
RECALL = 5
_MOST_PARTS = 4
_NEAR = 4  # lines of one definition, so that no neighbour counts
_OF_EVERYBODY = frozenset({"help", "help-long", "help-man", "version"})  # made by the library that reads flags
_FEWEST = 4  # characters of a format that tells
_FEW = 2  # separators of a name whose last word tells
_WIDTH = 30
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`|\'((?:[^\'\\\n]|\\.)*)\'')
_GAP = re.compile(r"%[sdvq]")
_HELP = re.compile(r"^# HELP (\S+) ?(.*)$", re.MULTILINE)
_FLAG = re.compile(r"^ {1,8}(?:-\w, +)?--(?:\[no-\])?([A-Za-z0-9][\w.-]*)", re.MULTILINE)
_CERTAIN = frozenset({Confidence.RESOLVED, Confidence.SYNTAX})


class Origin(StrEnum):
    """Where a name is written."""

    WHOLE = "whole"
    LAST = "last part"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Said:
    """A name that a program says: as it is asked, what it is called, and what is said of it."""

    text: str
    name: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a name; rank 0 is not among the first. Of one from elsewhere, whether it is claimed."""

    said: Said
    origin: Origin
    rank: int
    claimed: bool
    matches: list[Match]


def main() -> int:
    """Ask for all pages of a folder."""
    parser = argparse.ArgumentParser(description="Saved metrics pages and help, put to explain.")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="of NAME.metrics and NAME.help")
    parser.add_argument("--home", metavar="FOLDER", help="where the programs are indexed (or CODELENS_HOME)")
    parser.add_argument("--misses", action="store_true", help="print each that is not first")
    asked = parser.parse_args()
    try:
        measure(home(asked.home), asked.folder, misses=asked.misses)
    except (CodelensError, OSError) as error:
        print(f"live: {error}")
        return 2
    return 0


def measure(where: Home, folder: Path, *, misses: bool = False) -> None:
    """Print for each page how many of its names explain finds, by where they are written."""
    indexed = indexed_names(where)
    print(f"\npages of running programs; wanted: recall@1 >= {WANTED} of what is written whole")
    print(f"{'':{_WIDTH}}" + "".join(f"{f'{each}: @1, @5 of':>26}" for each in (Origin.WHOLE, Origin.LAST)), end="")
    print(f"{'elsewhere: claimed of':>26}")
    for page in sorted((*folder.glob("*.metrics"), *folder.glob("*.help"))):
        if page.stem not in indexed:
            print(f"{page.name:{_WIDTH}}   {page.stem} is not indexed")
            continue
        with closing(Session(where, [page.stem])) as session:
            outcomes = list(_ask(session, page))
        _print(page.name, outcomes)
        for each in outcomes:
            if misses and each.origin is not Origin.ELSEWHERE and each.rank != 1:
                print(_describe(each))


def said_on(page: Path) -> list[Said]:
    """The names that a page says, each once."""
    text = page.read_text("utf-8", "replace")
    if page.suffix == ".help":
        flags = dict.fromkeys(_FLAG.findall(text))
        return [Said(f"--{name}", name) for name in flags if name not in _OF_EVERYBODY]
    return [Said(_sample(text, found[1]), found[1], found[2]) for found in _HELP.finditer(text)]


def _sample(text: str, name: str) -> str:
    """The first value of a metric, with its labels, as it would be copied."""
    found = re.search(rf"^{re.escape(name)}(?:_bucket|_sum|_count|_total)?(?:\{{.*)? .*$", text, re.MULTILINE)
    return found[0] if found else name


def _ask(session: Session, page: Path) -> Iterator[Outcome]:
    source = SourceLines(session)
    quoted = {each for text in source.texts(page.stem) for each in quoted_in(text)}
    for said in said_on(page):
        matches = replies(explain(session, said.text, RECALL))
        ranks = (rank for rank, match in enumerate(matches, 1) if is_right(said, match, source, quoted))
        claimed = any(each.confidence in _CERTAIN for each in matches)
        yield Outcome(said, origin_of(said, quoted), next(ranks, 0), claimed, matches)


def origin_of(said: Said, quoted: set[str]) -> Origin:
    """Where the quoted texts of a source have a name."""
    if _is_whole(said.name, quoted, _MOST_PARTS) and (not said.help or _unescaped(said.help) in quoted):
        return Origin.WHOLE
    # The bare last word of a longer name is too common to tell.
    ends = [end for end in _ends(said.name) if end.count("_") + end.count(".") or said.name.count("_") < _FEW]
    made = any(makes(text, said.name) for text in quoted if "%" in text)
    return Origin.LAST if made or any(end in quoted for end in ends) else Origin.ELSEWHERE


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\\\", "\\").strip()


def _is_whole(name: str, quoted: set[str], parts: int) -> bool:
    """Whether a name is one quoted text, or a few with ``_`` between them."""
    if name in quoted:
        return True
    starts = (at for at, letter in enumerate(name) if letter == "_")
    return parts > 1 and any(name[:at] in quoted and _is_whole(name[at + 1 :], quoted, parts - 1) for at in starts)


def _ends(name: str) -> Iterator[str]:
    """A name and what follows each separator in it, the longest first."""
    yield name
    yield from (name[found.end() :] for found in re.finditer(r"[_.]", name))


def is_right(said: Said, match: Match, source: SourceLines, quoted: set[str]) -> bool:
    """Whether a reply is where a name is written, by its end and its help if that is written anywhere."""
    if any(makes(text, said.name) for text in quoted_in(source.line(match))):
        return True
    here = set(quoted_in("\n".join(source.after(match, _NEAR))))
    help_text = _unescaped(said.help)
    if help_text and help_text in quoted:
        return help_text in here and any(end in here for end in _ends(said.name))
    return next((end for end in _ends(said.name) if end in quoted), None) in here


def makes(text: str, name: str) -> bool:
    """Whether a format makes a name, or how it ends, and has a word of its own."""
    pieces = _GAP.split(text)
    if len(pieces) == 1 or max(map(len, pieces)) < _FEWEST:
        return False
    made = re.compile("[A-Za-z0-9_]+".join(map(re.escape, pieces)))
    return any(made.fullmatch(end) for end in _ends(name))


def quoted_in(text: str) -> Iterator[str]:
    """The quoted texts of a source."""
    return ("".join(found).replace('\\"', '"') for found in _QUOTED.findall(text))


def _print(name: str, outcomes: list[Outcome]) -> None:
    print(f"{name:{_WIDTH}}", end="")
    for origin in (Origin.WHOLE, Origin.LAST):
        some = [each for each in outcomes if each.origin is origin]
        at1 = sum(each.rank == 1 for each in some) / max(len(some), 1)
        at5 = sum(each.rank > 0 for each in some) / max(len(some), 1)
        print(f"{at1:14.3f}{at5:7.3f}{len(some):5}", end="")
    others = [each for each in outcomes if each.origin is Origin.ELSEWHERE]
    print(f"{f'{sum(each.claimed for each in others)} of {len(others)}':>26}", flush=True)


def _describe(outcome: Outcome) -> str:
    first = outcome.matches[0] if outcome.matches else None
    said = f"{first.place.path}:{first.range.line + 1} {first.signature[:100]}" if first else "nothing"
    return f"  {outcome.origin}: {outcome.said.text[:100]}: rank {outcome.rank or 'none'}; first {said}"


if __name__ == "__main__":
    sys.exit(main())
