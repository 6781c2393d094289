"""The named objects of Kubernetes that we find in a folder's YAML, beside those that PyYAML loads.

    python benchmarks/independent/objects.py FOLDER...

An object has a kind and a metadata.name, stands in a document of its own or in the items of a list, and is the same for
both when file, kind and name are. Files that PyYAML refuses, such as templates, are counted and left out.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from codelens.extract.extractor import extract
from codelens.extract.languages import load_languages
from codelens.model import MAX_BLOB

if TYPE_CHECKING:
    from collections.abc import Iterator


def theirs(document: object) -> Iterator[tuple[str, str]]:
    """Kind and name of a document's object, and of those that it lists."""
    if not isinstance(document, dict):
        return
    kind, metadata, items = document.get("kind"), document.get("metadata"), document.get("items")
    if isinstance(kind, str) and isinstance(metadata, dict) and metadata.get("name") is not None:
        yield kind, str(metadata["name"])
    for item in items if isinstance(items, list) else ():
        yield from theirs(item)


def main() -> int:
    """Compare, and print each object that PyYAML alone has."""
    languages = load_languages()
    language = languages.by_name["yaml"]
    counts: Counter[str] = Counter()
    for file in sorted(file for folder in sys.argv[1:] for file in Path(folder).rglob("*.y*ml")):
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BLOB:
            continue
        blob = file.read_bytes()
        found = extract(blob, language, languages.captures).definitions
        ours = Counter((one.scope[-1], one.name) for one in found if one.kind == "resource" and one.scope)
        try:
            loaded = Counter(one for document in yaml.load_all(blob, yaml.CSafeLoader) for one in theirs(document))
        except (yaml.YAMLError, ValueError, TypeError):
            counts["refused by PyYAML"] += 1
            counts["ours in those"] += ours.total()
            continue
        counts["files"] += 1
        counts["PyYAML"] += loaded.total()
        counts["both"] += (loaded & ours).total()
        for kind, name in (loaded - ours).elements():
            print(f"only PyYAML: {file}: {kind}/{name}")
    print("  ".join(f"{what} {count:,}" for what, count in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
