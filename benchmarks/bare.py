"""The floor that an index is measured against: tree-sitter parses each file once and nothing is done with the tree.

    python benchmarks/bare.py FOLDER < LIST

The list holds a JSON object: paths by the name of their grammar. Only parsing is timed; reading the files is not.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import tree_sitter
import tree_sitter_language_pack


def main() -> None:
    """Parse, and print files, bytes, seconds of CPU and seconds on the wall as JSON."""
    folder = Path(sys.argv[1])
    files = size = 0
    cpu = wall = 0.0
    for grammar, paths in json.load(sys.stdin).items():
        parser = tree_sitter.Parser(tree_sitter_language_pack.get_language(grammar))
        for path in paths:
            blob = (folder / path).read_bytes()
            before = time.perf_counter(), time.process_time()
            parser.parse(blob)
            wall += time.perf_counter() - before[0]
            cpu += time.process_time() - before[1]
            files += 1
            size += len(blob)
    print(json.dumps({"files": files, "bytes": size, "cpu": cpu, "wall": wall}))


if __name__ == "__main__":
    main()
