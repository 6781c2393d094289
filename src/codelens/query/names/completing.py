"""Names of the index that begin so, for whoever types one to choose from; few terms and few symbols are read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.index.segment import Segment
    from codelens.index.shard import Shard

_MOST_TERMS = 600  # of a segment that are looked at
_MOST_TYPES = 8  # of one name in a segment, whose members are looked for
_MOST_FILES = 60  # of a folder, on either side of a type
_SPELLINGS = 3  # symbols, and segments, that are read for how a term is written: one is what the prefix asks for


def names_with_prefix(shards: Sequence[Shard], prefix: str, limit: int) -> list[str]:
    """Names of symbols that begin so, as they are written, the shorter first; after a dot, members of a type.

    Args:
        shards: Where to look.
        prefix: At least a character; upper and lower case count.
        limit: How many at the most.
    """
    segments = [segment for shard in shards for segment in shard.segments]
    qualifier, dot, base = prefix.rpartition(".")
    if dot:
        return sorted({f"{prefix[: -len(base) or None]}{name}" for name in _members(segments, qualifier, base)})[:limit]
    folded = prefix.lower().encode()
    by_term: dict[bytes, list[Segment]] = {}
    for segment in segments:
        for term in islice(segment.names.starting(folded), _MOST_TERMS):
            by_term.setdefault(term, []).append(segment)
    found: dict[str, None] = {}
    opened: set[Segment] = set()  # of which another name costs less than of one that is not
    for term in sorted(by_term, key=lambda term: (len(term), term)):
        asked = sorted(by_term[term], key=lambda segment: segment not in opened)[:_SPELLINGS]
        for segment in asked:
            opened.add(segment)
            if written := next((name for name in _spellings(segment, term) if name.startswith(prefix)), None):
                found[written] = None
                break
        if len(found) >= limit:
            break
    return list(found)


def _spellings(segment: Segment, term: bytes) -> Iterator[str]:
    for number in segment.names.named(term).numbers[:_SPELLINGS]:
        yield segment.definition(number)[1].name


def _members(segments: Sequence[Segment], qualifier: str, base: str) -> Iterator[str]:
    """Names that begin so and belong to a type of this name: they stand in its own folder."""
    owner = qualifier.rpartition(".")[2]
    for segment in segments:
        types = segment.names.named(owner.lower().encode()).numbers[:_MOST_TYPES]
        for file in {near for number in types for near in _folder(segment, segment.file_number(number))}:
            for definition in segment.definitions(file):
                if definition.name.startswith(base) and owner in definition.scope[-1:]:
                    yield definition.name


def _folder(segment: Segment, file: int) -> Iterator[int]:
    """The files in the folder of one: they are next to each other."""
    folder = segment.row(file).path.rpartition("/")[0]
    last = max(segment.files(), default=0)
    for numbers in (range(file, max(file - _MOST_FILES, -1), -1), range(file + 1, min(file + _MOST_FILES, last + 1))):
        for number in numbers:
            if segment.row(number).path.rpartition("/")[0] != folder:
                break
            yield number
