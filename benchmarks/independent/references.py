"""Every identifier of sampled Go and Python files beside what ``go/parser`` and ``ast`` say that it is.

    python benchmarks/independent/references.py FOLDER... [--files 10] [--seed 1] [--list]

An identifier agrees when an occurrence of ours stands at its line and column and has the same name and role:
definition, call, type, import, implementation or name. ``golang_definitions/main.go`` and ``python_places.py`` state
by which rules a tree tells the role. Prints the sampled files, the counts by role, and every difference by its class.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from places import Place, RefusedError, go_places, our_places, source_files
from python_places import identifiers, python_places

from codelens.extract.languages import load_languages

MIN_SIZE = 2000  # bytes; a smaller file says little


def main() -> None:
    """Sample, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--files", type=int, default=10, help="how many files of each language")
    parser.add_argument("--seed", type=int, default=1, help="another sample")
    parser.add_argument("--list", action="store_true", help="print every difference, not only the first of a class")
    options = parser.parse_args()
    for name, suffix, reader in (("go", ".go", _go), ("python", ".py", _python)):
        files = [file for file in source_files(options.folders, suffix) if "site-packages" not in file.parts]
        files = [file for file in files if file.stat().st_size >= MIN_SIZE]
        if files:
            sampling = random.Random(f"{options.seed} {name}")  # noqa: S311 - a sample, no secret
            chosen = sampling.sample(files, min(options.files, len(files)))
            compare(name, reader(sorted(chosen)), every=options.list)


def _go(files: list[Path]) -> dict[Path, list[Place]]:
    read = dict(go_places(files, references=True))
    return {file: places for file, places in read.items() if not isinstance(places, RefusedError)}


def _python(files: list[Path]) -> dict[Path, list[Place]]:
    read = {}
    for file in files:
        blob = file.read_bytes()
        try:
            read[file] = python_places(blob, references=True)
        except RefusedError as error:
            print(f"python: {file}: refused: {error}")
            continue
        _check_whole(file, blob, read[file])
    return read


def _check_whole(file: Path, blob: bytes, places: list[Place]) -> None:
    """Say which identifiers among the tokens no rule of ours took: the comparison would not be of every one."""
    known = {place[:2] for place in places}
    for line, column, name in sorted(identifiers(blob)):
        if (line, column) not in known and name not in {"match", "case", "type", "_"}:
            print(f"python: {file}:{line + 1}:{column + 1}: no rule for {name}")


def compare(name: str, read: dict[Path, list[Place]], *, every: bool) -> None:
    """Print how the identifiers of these files agree."""
    languages = load_languages()
    theirs_by_role: Counter[str] = Counter()
    agreeing_by_role: Counter[str] = Counter()
    ours_count = agreeing = 0
    differences: dict[str, list[str]] = defaultdict(list)
    print(f"{name}: {len(read)} files")
    for file, theirs in read.items():
        ours, unread = our_places(file.read_bytes(), languages.by_name[name], languages.captures)
        print(f"  {file}: {len(theirs)} identifiers{', not read everywhere' if unread else ''}")
        mine = {place[:2]: place for place in ours}
        wanted = {place[:2]: place for place in theirs}
        ours_count += len(mine)
        for at, place in sorted(wanted.items()):
            theirs_by_role[place.role] += 1
            found = mine.get(at)
            if found and found[2:] == place[2:]:
                agreeing_by_role[place.role] += 1
                agreeing += 1
            else:
                differences[_class(found, place)].append(f"{file}:{place}")
        for at, place in sorted(mine.items()):
            if at not in wanted:
                differences[f"only ours: {place.role}"].append(f"{file}:{place}")
    total = sum(theirs_by_role.values())
    for role, count in theirs_by_role.most_common():
        print(f"  {role:14} {count:7} of which agree {agreeing_by_role[role]:7} {agreeing_by_role[role] / count:9.4%}")
    print(f"  {'all':14} {total:7} of which agree {agreeing:7} {agreeing / max(total, 1):9.4%}; ours {ours_count}")
    for kind, places in sorted(differences.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        print(f"  {len(places):6} {kind}")
        for place in places if every else places[:1]:
            print(f"           {place}")


def _class(ours: Place | None, theirs: Place) -> str:
    if ours is None:
        return f"only theirs: {theirs.role}"
    if ours.role != theirs.role:
        return f"role: ours {ours.role}, theirs {theirs.role}"
    return f"name, kind or scope: ours {ours.kind or ours.role}, theirs {theirs.kind or theirs.role}"


if __name__ == "__main__":
    sys.exit(main())
