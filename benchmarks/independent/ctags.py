"""Our definitions beside those of Universal Ctags, over the same files of a folder.

    python benchmarks/independent/ctags.py FOLDER [--language NAME]... [--exclude GLOB]... [--sample COUNT]

A definition is found by both when file, name and line are the same. ``ctags-kinds.yaml``, beside this script, says
which of our kinds answers to which of theirs, and which kinds only one side has and are left out of the counts.
Where they differ, a sample of each class is printed, for a person to judge who is right: Universal Ctags is no
reference, only independent.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import yaml

from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages
from codelens.globs import any_glob
from codelens.model import MAX_BLOB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.extract.languages import Languages

KINDS = Path(__file__).with_name("ctags-kinds.yaml")
RUNNABLE = ("--output-format=json", "--fields=+neK", "--extras=-{anonymous}", "--sort=no", "-L", "-", "-f", "-")


class Explanation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of difference that somebody has looked at.

    Args:
        only: Who has the definition: ``ctags`` or ``ours``; ``both`` where the kinds differ.
        because: Why, and so who is right.
        kinds: The kinds of that side; ctags' where both have it. None means any.
        line: A regular expression for the source line.
        name: A regular expression for the name.
        elsewhere: Whether we have the name on another line of the file.
        above: A regular expression for the line before.
    """

    only: str
    because: str
    kinds: list[str] = []
    line: str = ""
    name: str = ""
    elsewhere: bool = False
    above: str = ""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one language is compared.

    Args:
        ctags: The name that ctags has for it.
        kinds: For each kind of ctags the kinds of ours that answer to it.
        options: More options for ctags.
        left_out: Kinds of ctags that we have none for, each with the reason.
        ours_alone: Kinds of ours that ctags has none for, each with the reason.
        names_left_out: A regular expression; names of ctags that match it are made up by it.
        scoped: A regular expression for what ctags writes before the name itself, such as the scope.
        explained: Classes of difference, the first that fits counts.
    """

    ctags: str
    kinds: dict[str, list[str]]
    options: list[str] = []
    left_out: dict[str, str] = {}
    ours_alone: dict[str, str] = {}
    names_left_out: str = ""
    scoped: str = ""
    explained: list[Explanation] = []


class Place(NamedTuple):
    """Where a definition is; lines are 1-based, as ctags counts them."""

    path: str
    name: str
    line: int


@dataclass
class Comparison:
    """What both sides found in the files of one language. A place may hold several definitions of ctags."""

    files: int = 0
    ours: dict[Place, str] = field(default_factory=dict)
    theirs: dict[Place, list[str]] = field(default_factory=lambda: defaultdict(list))
    left_out: Counter[str] = field(default_factory=Counter)
    ours_alone: Counter[str] = field(default_factory=Counter)
    unmapped: Counter[str] = field(default_factory=Counter)


def source_files(folder: Path, name: str, languages: Languages, excluded: re.Pattern[str]) -> Iterator[str]:
    """Find the files of a language below the folder, by path relative to it."""
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each != ".git")
        for base in sorted(names):
            file = Path(top, base)
            path = file.relative_to(folder).as_posix()
            if "\n" in path or excluded.search(path) or file.is_symlink() or not file.is_file():
                continue
            if file.stat().st_size > MAX_BLOB:
                continue
            language = languages.of_blob(file.read_bytes(), languages.of_path(path))
            if language is not None and language.name == name:
                yield path


def read_ours(folder: Path, paths: list[str], name: str, languages: Languages, into: Comparison, rule: Rule) -> None:
    """Extract every file with our engine."""
    compared = {kind for kinds in rule.kinds.values() for kind in kinds}
    for path in paths:
        extraction = extract((folder / path).read_bytes(), languages.by_name[name], languages.captures)
        for definition in extraction.definitions:
            place = Place(path, definition.name, definition.range.line + 1)
            if definition.kind in compared:
                into.ours[place] = definition.kind
            else:
                into.ours_alone[definition.kind] += 1


def read_theirs(folder: Path, paths: list[str], into: Comparison, rule: Rule) -> None:
    """Run ctags over the same files."""
    command = ["ctags", "--options=NONE", f"--language-force={rule.ctags}", *rule.options, *RUNNABLE]
    run = subprocess.run(command, cwd=folder, input="\n".join(paths), capture_output=True, text=True, check=True)
    made_up = re.compile(rule.names_left_out or r"(?!)")
    scoped = re.compile(rule.scoped or r"(?!)")
    for line in run.stdout.splitlines():
        tag = json.loads(line)
        name = scoped.sub("", tag["name"])
        kind = tag["kind"]
        if kind in rule.left_out or made_up.search(name):
            into.left_out[kind] += 1
        elif kind in rule.kinds:
            into.theirs[Place(tag["path"], name, tag["line"])].append(kind)
        else:
            into.unmapped[kind] += 1


def compare(folder: Path, name: str, languages: Languages, excluded: re.Pattern[str], rule: Rule) -> Comparison:
    """Both sides of one language."""
    into = Comparison()
    paths = list(source_files(folder, name, languages, excluded))
    into.files = len(paths)
    if paths:
        read_ours(folder, paths, name, languages, into, rule)
        read_theirs(folder, paths, into, rule)
    return into


class Difference(NamedTuple):
    """A place on which the two disagree."""

    only: str
    kind: str
    title: str
    place: Place
    elsewhere: bool = False


def differences(both: Comparison, rule: Rule) -> Iterator[Difference]:
    """Every place on which the two disagree."""
    names = {(place.path, place.name) for place in both.ours}
    for place, kinds in both.theirs.items():
        ours = both.ours.get(place)
        if ours is None:
            elsewhere = (place.path, place.name) in names
            where = " (ours has the name on another line)" if elsewhere else ""
            yield Difference("ctags", kinds[0], f"only ctags: {kinds[0]}{where}", place, elsewhere)
        elif not any(ours in rule.kinds[kind] for kind in kinds):
            yield Difference("both", kinds[0], f"kinds differ: ctags {kinds[0]}, ours {ours}", place)
    for place, kind in both.ours.items():
        if place not in both.theirs:
            yield Difference("ours", kind, f"only ours: {kind}", place)


def fits(explanation: Explanation, difference: Difference, sources: Sources) -> bool:
    """Whether a difference is of an explained class."""
    place = difference.place
    return (
        explanation.only == difference.only
        and (not explanation.kinds or difference.kind in explanation.kinds)
        and (not explanation.elsewhere or difference.elsewhere)
        and (not explanation.name or re.search(explanation.name, place.name) is not None)
        and (not explanation.line or re.search(explanation.line, sources.line(place.path, place.line)) is not None)
        and (
            not explanation.above or re.search(explanation.above, sources.line(place.path, place.line - 1)) is not None
        )
    )


class Sources:
    """The lines of the files, for those who look at a difference."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines: dict[str, list[bytes]] = {}

    def line(self, path: str, number: int) -> str:
        """A line, 1-based; "" where there is none."""
        if path not in self._lines:
            self._lines[path] = (self.folder / path).read_bytes().split(b"\n")
        lines = self._lines[path]
        return lines[number - 1].decode("utf-8", "replace") if 0 < number <= len(lines) else ""


def print_comparison(folder: Path, name: str, both: Comparison, rule: Rule, sample: int) -> None:
    """Print counts by kind, recall, precision and a sample of each class of difference."""
    found = sum(place in both.ours for place in both.theirs)
    print(f"\n{name}: {both.files:,} files; ctags {len(both.theirs):,} places, ours {len(both.ours):,}, both {found:,}")
    print("  ctags    " + counts(Counter(kind for kinds in both.theirs.values() for kind in kinds)))
    print("  ours     " + counts(Counter(both.ours.values())))
    for title, counter in (("left out ", both.left_out), ("ours only", both.ours_alone), ("UNMAPPED ", both.unmapped)):
        if counter:
            print(f"  {title}" + counts(counter))
    sources = Sources(folder)
    classes: dict[str, list[Difference]] = defaultdict(list)
    explained: Counter[str] = Counter()
    for difference in differences(both, rule):
        reason = next((each for each in rule.explained if fits(each, difference, sources)), None)
        classes[f"only {reason.only}: {reason.because}" if reason else f"? {difference.title}"].append(difference)
        if reason:
            explained[reason.only] += 1
    print("  against ctags, on file, name and line: " + shares(found, len(both.theirs), len(both.ours)))
    theirs, ours = len(both.theirs) - explained["ctags"], len(both.ours) - explained["ours"]
    print("  without what is explained:             " + shares(found, theirs, ours))
    print_classes(classes, sources, sample)


def shares(found: int, theirs: int, ours: int) -> str:
    """Recall and precision as one text."""
    return f"recall {100 * found / (theirs or 1):.2f} %  precision {100 * found / (ours or 1):.2f} %"


def print_classes(classes: dict[str, list[Difference]], sources: Sources, sample: int) -> None:
    """Print a sample of each class, those that nobody has explained marked with a question mark."""
    for title, members in sorted(classes.items(), key=lambda item: -len(item[1])):
        print(f"\n  {len(members):>6,}  {title.replace('only both:', 'kinds differ:')}")
        for each in sorted(random.Random(0).sample(members, min(sample, len(members)))):  # noqa: S311
            path, name, line = each.place
            print(f"          {path}:{line}: {each.kind} {name}: {sources.line(path, line).strip()[:110]}")


def counts(counter: Counter[str]) -> str:
    """Counts on one line, the largest first."""
    return "  ".join(f"{kind} {count:,}" for kind, count in counter.most_common())


def main() -> int:
    """Compare; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", action="append", help="one of ctags-kinds.yaml; all of them unless said")
    parser.add_argument("--exclude", action="append", default=[], help="a glob of paths to leave out")
    parser.add_argument("--sample", type=int, default=8, help="how many places of each class to print")
    given = parser.parse_args()
    rules = msgspec.convert(yaml.safe_load(KINDS.read_bytes()), dict[str, Rule])
    languages = load_languages()
    for name in given.language or [name for name in rules if name in languages.by_name]:
        if name not in rules or name not in languages.by_name:
            print(f"{name}: not in ctags-kinds.yaml, or there is no such language", file=sys.stderr)
            return 2
        both = compare(given.folder, name, languages, any_glob(given.exclude), rules[name])
        if both.files or given.language:
            print_comparison(given.folder, name, both, rules[name], given.sample)
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
