"""The orders in which definitions of one name stand."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from codelens.query.graph.code import Symbol
    from codelens.query.reading import IndexedFile


def in_order(found: Iterable[Symbol]) -> tuple[Symbol, ...]:
    """Definitions, each once: a repository's own code before its tests and copies."""
    return tuple(sorted(set(found), key=lambda each: each.order))


def nearest_first(found: Iterable[Symbol], file: IndexedFile) -> tuple[Symbol, ...]:
    """Definitions in the order in which their folders are near a file's."""
    parts = file.row.path.split("/")

    def key(each: Symbol) -> tuple[object, ...]:
        pairs = zip(parts, each.file.row.path.split("/"), strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return each.file.row.penalty, -same, each.order

    return tuple(sorted(found, key=key))
