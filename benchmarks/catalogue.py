"""Says which systems of a list the shipped manifest leaves out: ``python benchmarks/catalogue.py --systems FILE``.

The list is Markdown: tables whose first column names systems and whose second says where their source is. A row is
covered when the manifest has each ``owner/name`` and each url of the second column, as a url or an alias, or when it is
told why it has none. Exit status 1 when a row is not covered.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from codelens.fetch.manifest import load_manifest
from codelens.locations import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.fetch.manifest import Manifest

PARTS = "…"  # a part of what a row above names
OWNED = re.compile(r"(?<![\w.`/-])[\w.-]+(?:/[\w.*-]+)+")
URL = re.compile(r"https?://[^\s`)]+")
BRACES = re.compile(r"(\S*)\{([^}]+)\}")


def rows(text: str) -> Iterator[tuple[str, str]]:
    """The first two cells of each row of the tables."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) > 1 and cells[0] != "system" and not set(cells[0]) <= {"-", " "}:
            yield cells[0], cells[1]


def addresses(cell: str) -> set[str]:
    """The urls and the ``owner/name`` of a cell; what is in backticks and no url is a path inside a repository."""
    cell = BRACES.sub(lambda found: " ".join(found[1] + part for part in found[2].split(",")), cell)
    urls = {url.rstrip(".,;") for url in URL.findall(cell)}
    rest = re.sub(r"`[^`]*`", " ", URL.sub(" ", cell))
    return urls | {owned.rstrip(".") for owned in OWNED.findall(rest)}


def known_words(manifest: Manifest) -> set[str]:
    """What an address or the name of a system may be, in lower case."""
    words = {alias for entry in manifest.repositories for alias in (entry.name, *entry.aliases)}
    words |= {word for each in manifest.without_source for word in (each.system, *each.aliases)}
    words |= {each.name for each in manifest.organizations}
    for entry in manifest.repositories:
        url = (entry.url or "").removesuffix(".git")
        words |= {url, f"{url}.git", urlsplit(url).path.strip("/")}
    return {word.lower() for word in words}


def missing(system: str, upstream: str, words: set[str]) -> set[str]:
    """What of a row is not covered."""
    asked = addresses(upstream)
    if asked:
        return {address for address in asked if address.lower() not in words}
    if upstream.startswith(PARTS):
        return set()
    systems = {name.strip("«» ") for name in re.split(r"[,;](?![^(]*\))", re.sub(r"^links: ", "", system))}
    return {name for name in systems if not covered(name, words)}


def covered(name: str, words: set[str]) -> bool:
    """Whether a system goes by one of the words, with or without what stands in brackets behind it."""
    bare = re.sub(r"\s*\(.*\)", "", name)
    inside = re.search(r"\((.*)\)", name)
    named = {name, bare, f"{inside[1]} {bare}" if inside else name}
    return any(each.lower() in words for each in named)


def main() -> int:
    """Print the rows that are not covered, and how many are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", required=True, type=Path, metavar="FILE")
    asked = parser.parse_args()
    manifest = load_manifest(shipped("repos.yaml"))
    words = known_words(manifest)
    found = list(rows(asked.systems.read_text(encoding="utf-8")))
    left = [(system, lacking) for system, upstream in found if (lacking := missing(system, upstream, words))]
    for system, lacking in left:
        print(f"{system}: not covered: {', '.join(sorted(lacking))}")
    print(
        f"{len(found) - len(left)} of {len(found)} rows are covered, by {len(manifest.repositories)} repositories, "
        f"{len(manifest.organizations)} organizations and {len(manifest.without_source)} reasons why there is no source"
    )
    return 1 if left or not found else 0


if __name__ == "__main__":
    sys.exit(main())
