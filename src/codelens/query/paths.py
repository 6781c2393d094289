"""Paths of the index that begin so, folder by folder: files are kept in the order of their paths, so few are read."""

from __future__ import annotations

from bisect import bisect_left
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard

_AFTER_SLASH = "0"  # the character that follows "/"


def paths_with_prefix(shards: Sequence[Shard], prefix: str) -> Iterator[str]:
    """What paths go on with after a prefix, to the end of that folder's or file's name; folders end in a slash.

    Args:
        shards: Where to look.
        prefix: From the root of a repository; upper and lower case count.
    """
    found = merge(*(_next(segment, prefix) for shard in shards for segment in shard.segments))
    return (path for path, _ in groupby(found))


def _next(segment: Segment, prefix: str) -> Iterator[str]:
    files = range(segment.file_count)
    at = bisect_left(files, prefix, key=lambda file: segment.row(file).path)
    while at < len(files) and (path := segment.row(at).path).startswith(prefix):
        slash = path.find("/", len(prefix))
        if slash < 0:
            yield path
            at += 1
        else:
            yield path[: slash + 1]
            after = path[:slash] + _AFTER_SLASH
            at = bisect_left(files, after, lo=at, key=lambda file: segment.row(file).path)
