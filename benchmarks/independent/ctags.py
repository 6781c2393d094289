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


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one language is compared.

    Args:
        ctags: The name that ctags has for it.
        kinds: For each kind of ctags the kinds of ours that answer to it.
        options: More options for ctags.
        left_out: Kinds of ctags that we have none for, each with the reason.
        ours_alone: Kinds of ours that ctags has none for, each with the reason.
        names_left_out: A regular expression; names of ctags that match it are made up by it.
    """

    ctags: str
    kinds: dict[str, list[str]]
    options: list[str] = []
    left_out: dict[str, str] = {}
    ours_alone: dict[str, str] = {}
    names_left_out: str = ""


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
    """The files of a language below the folder, by path relative to it."""
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


def read_ours(  # noqa: PLR0913
    folder: Path, paths: list[str], name: str, languages: Languages, into: Comparison, rule: Rule
) -> None:
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
    run = subprocess.run(command, cwd=folder, input="\n".join(paths), capture_output=True, text=True, check=True)  # noqa: S603
    made_up = re.compile(rule.names_left_out or r"(?!)")
    for line in run.stdout.splitlines():
        tag = json.loads(line)
        kind = tag["kind"]
        if kind in rule.left_out or made_up.search(tag["name"]):
            into.left_out[kind] += 1
        elif kind in rule.kinds:
            into.theirs[Place(tag["path"], tag["name"], tag["line"])].append(kind)
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


def classes_of_difference(both: Comparison, rule: Rule) -> dict[str, list[Place]]:
    """Every place on which the two disagree, by the class of its difference."""
    classes: dict[str, list[Place]] = defaultdict(list)
    lines: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in both.ours:
        lines[place.path, place.name].append(place.line)
    for place, kinds in both.theirs.items():
        ours = both.ours.get(place)
        if ours is None:
            elsewhere = " (ours has the name on another line)" if lines.get((place.path, place.name)) else ""
            classes[f"only ctags: {kinds[0]}{elsewhere}"].append(place)
        elif not any(ours in rule.kinds[kind] for kind in kinds):
            classes[f"kinds differ: ctags {kinds[0]}, ours {ours}"].append(place)
    for place, kind in both.ours.items():
        if place not in both.theirs:
            classes[f"only ours: {kind}"].append(place)
    return classes


def print_comparison(folder: Path, name: str, both: Comparison, rule: Rule, sample: int) -> None:
    """Counts by kind, recall, precision and a sample of each class of difference."""
    found = sum(place in both.ours for place in both.theirs)
    recall = 100 * found / (len(both.theirs) or 1)
    precision = 100 * found / (len(both.ours) or 1)
    print(f"\n{name}: {both.files:,} files; ctags {len(both.theirs):,} places, ours {len(both.ours):,}, both {found:,}")
    print(f"  recall {recall:.2f} %  precision {precision:.2f} %  (against ctags, on file, name and line)")
    print("  ctags    " + counts(Counter(kind for kinds in both.theirs.values() for kind in kinds)))
    print("  ours     " + counts(Counter(both.ours.values())))
    for title, counter in (("left out ", both.left_out), ("ours only", both.ours_alone), ("UNMAPPED ", both.unmapped)):
        if counter:
            print(f"  {title}" + counts(counter))
    for title, places in sorted(classes_of_difference(both, rule).items(), key=lambda item: -len(item[1])):
        print(f"\n  {len(places):>6,}  {title}")
        for place in sorted(random.Random(0).sample(places, min(sample, len(places)))):  # noqa: S311
            print(f"          {place.path}:{place.line}: {place.name}: {source_line(folder, place)}")


def counts(counter: Counter[str]) -> str:
    """One line of counts, the largest first."""
    return "  ".join(f"{kind} {count:,}" for kind, count in counter.most_common())


def source_line(folder: Path, place: Place) -> str:
    """The line that a difference is about."""
    lines = (folder / place.path).read_bytes().split(b"\n")
    return lines[place.line - 1].strip()[:110].decode("utf-8", "replace") if place.line <= len(lines) else ""


def main() -> int:
    """The exit status."""
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
    sys.exit(main())
