"""Our definitions beside those of parsers that share nothing with ours: Go's ``go/parser`` and Python's ``ast``.

    python benchmarks/independent/definitions.py FOLDER...

Every Go and Python file under the folders counts, site-packages left out. A definition agrees when line, column, name,
kind and scope all do. ``golang_definitions/main.go`` and ``python_places.py`` state the rules. Prints for each
language the counts, recall and precision, and every difference by its class.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from places import Place, RefusedError, go_places, our_places, source_files
from python_places import python_places

from codelens.extract.languages import load_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENOUGH = 0.995  # of recall and of precision
Side = list[Place] | RefusedError


def main() -> int:
    """Compare, print, and say by the status whether each ratio reaches 99.5%."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    folders = parser.parse_args().folders
    reached = [
        compare(folders, "go", ".go", lambda files: go_places(files, references=False)),
        compare(folders, "python", ".py", _python),
    ]
    return 0 if all(reached) else 1


def _python(files: list[Path]) -> Iterator[tuple[Path, Side]]:
    for file in files:
        try:
            yield file, python_places(file.read_bytes(), references=False)
        except RefusedError as error:
            yield file, error


def compare(
    folders: list[Path], name: str, suffix: str, theirs_of: Callable[[list[Path]], Iterator[tuple[Path, Side]]]
) -> bool:
    """Compare the files of one language; True when there are none or the ratios are high enough."""
    files = [file for file in source_files(folders, suffix) if "site-packages" not in file.parts]
    if not files:
        return True
    languages = load_languages()
    counts: Counter[str] = Counter(files=len(files))
    differences: dict[str, list[str]] = defaultdict(list)
    for file, theirs in theirs_of(files):
        if isinstance(theirs, RefusedError):
            differences["the other parser refuses the file (left out)"].append(f"{file}: {theirs}")
            continue
        ours, unread = our_places(file.read_bytes(), languages.by_name[name], languages.captures)
        mine = {place for place in ours if place.kind}
        counts["compared"] += 1
        counts["unread"] += unread > 0
        counts["theirs"] += len(set(theirs))
        counts["ours"] += len(mine)
        counts["both"] += len(mine & set(theirs))
        classify(str(file), mine, set(theirs), differences, unread=unread > 0)
    return _print(name, counts, differences)


def classify(
    file: str, ours: set[Place], theirs: set[Place], differences: dict[str, list[str]], *, unread: bool
) -> None:
    """Put each difference of a file into its class."""
    where = " (in a file that our grammar can't read everywhere)" if unread else ""
    others = {place[:2]: place for place in theirs}
    mine = {place[:2]: place for place in ours}
    for place in sorted(ours - theirs):
        other = others.get(place[:2])
        if other is None:
            differences[f"only ours: {place.kind}{where}"].append(f"{file}:{place}")
        elif other.kind != place.kind:
            differences[f"kind: ours {place.kind}, theirs {other.kind}{where}"].append(f"{file}:{place}")
        else:
            differences[f"scope or name{where}"].append(f"{file}:{place}; theirs {other}")
    for place in sorted(theirs - ours):
        if place[:2] not in mine:
            differences[f"only theirs: {place.kind}{where}"].append(f"{file}:{place}")


def _print(name: str, counts: Counter[str], differences: dict[str, list[str]]) -> bool:
    recall = counts["both"] / max(counts["theirs"], 1)
    precision = counts["both"] / max(counts["ours"], 1)
    print(f"{name}: {counts['files']} files, {counts['compared']} compared, {counts['unread']} not read everywhere")
    print(f"  definitions: theirs {counts['theirs']}, ours {counts['ours']}, agreeing {counts['both']}")
    print(f"  recall {recall:.4%}, precision {precision:.4%}")
    for kind, places in sorted(differences.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        print(f"  {len(places):6} {kind}")
        for place in places:
            print(f"           {place}")
    return min(recall, precision) >= ENOUGH


if __name__ == "__main__":
    sys.exit(main())
