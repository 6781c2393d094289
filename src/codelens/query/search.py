"""Answers a query of the language: names, text, or what filters alone let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.errors import QueryError
from codelens.model import Range, Role
from codelens.query.definitions import search_names, symbols_of_kinds
from codelens.query.filters import Filters
from codelens.query.matches import Answer, Confidence, Match, Tier
from codelens.query.name_pattern import parse_name
from codelens.query.references import references
from codelens.query.shards import answer, place_of, require_known
from codelens.query.text import TextQuestion, find_lines, text_answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.index.shard import Shard
    from codelens.query.blobs import Blobs
    from codelens.query.syntax import Query

_ROLES = tuple(role.value for role in Role)


def search(shards: Sequence[Shard], query: Query, text: str, filters: Filters, limit: int, blobs: Blobs) -> Answer:
    """Answer a query.

    Args:
        shards: Those to ask; ``repo:`` and ``rev:`` have chosen them.
        query: The query.
        text: As typed, for messages.
        filters: Of the query and of the options; see :func:`filters_of`.
        limit: How many matches at the most.
        blobs: Where files are read.

    Raises:
        QueryError: It asks for what can't be asked for together.
    """
    roles = query.values("role")
    for role in roles:
        if role not in _ROLES:
            message = f"unknown role {role!r}; there are {', '.join(_ROLES)}"
            raise QueryError(message, text, max(text.find(role), 0))
    if query.texts:
        if query.names or roles:
            message = "names and text can't be asked for together; put the name in quotes to find it as text"
            raise QueryError(message, text, max(text.find(query.names[0] if query.names else "role:"), 0))
        if filters.names_kinds:
            message = "kinds and text can't be asked for together; leave out kind: or ask for a name"
            raise QueryError(message, text, max(text.find("kind:"), 0))
        found = find_lines(shards, TextQuestion(query.texts, case=query.case), filters, blobs)
        return text_answer(shards, found, limit, blobs)
    if not query.names and Role.REFERENCE in roles:
        message = "references are asked for by name; add one"
        raise QueryError(message, text, max(text.find("role:"), 0))
    if not query.names:
        return symbols_of_kinds(shards, filters, limit) if filters.kinds else _files(shards, filters, limit)
    pattern = parse_name(" ".join(query.names))
    if Role.REFERENCE in roles:
        return references(shards, pattern, filters, limit, blobs)
    return search_names(shards, pattern, filters, limit, case=bool(query.case))


def filters_of(query: Query, shards: Sequence[Shard], options: Filters) -> Filters:
    """The filters of a query and those of the options, as one.

    Raises:
        UsageError: A kind is unknown.
    """
    return checked_filters(
        Filters(
            kinds=options.kinds + query.values("kind"),
            languages=options.languages + query.values("lang"),
            files=options.files + query.values("file"),
            packages=options.packages + query.values("package"),
            without=tuple(_without(field, value) for field, value in query.without),
        ),
        shards,
    )


def checked_filters(filters: Filters, shards: Sequence[Shard]) -> Filters:
    """The same filters, once their kinds and languages are known to be some.

    Raises:
        UsageError: One is unknown; names the nearest.
    """
    each = (filters, *filters.without)
    manifests = [shard.manifest for shard in shards]
    kinds = {kind for manifest in manifests for kind in (*manifest.kinds, *manifest.references)}
    languages = {language for manifest in manifests for language in manifest.languages}
    require_known("kind", [kind for one in each for kind in one.kinds], kinds)
    require_known("language", [language for one in each for language in one.languages], languages)
    return filters


def _without(field: str, value: str) -> Filters:
    names = {"kind": "kinds", "lang": "languages", "file": "files", "package": "packages"}
    return Filters(**{names[field]: (value,)})  # type: ignore[arg-type]


def _files(shards: Sequence[Shard], filters: Filters, limit: int) -> Answer:
    """The files that pass, by path; those that are findable by path only too."""
    found = [
        ((row.penalty, len(row.path), shard.name, row.path), shard, row)
        for shard in shards
        for segment in shard.segments
        for row in map(segment.row, segment.files())
        if filters.allows_file(row)
    ]
    found.sort(key=lambda file: file[0])
    matches = [
        Match(
            place=place_of(shard, row),
            range=Range(0, 0, 0, 0),
            end_line=max(row.lines - 1, 0),
            name=row.path.rpartition("/")[2],
            symbol="",
            kind="file",
            role=None,
            signature=f"skipped: {row.skipped}" if row.skipped else f"{row.lines} lines, {row.symbols} symbols",
            tier=Tier.TEXT,
            score=1.0,
            confidence=Confidence.TEXT,
        )
        for _, shard, row in found[:limit]
    ]
    return answer(shards, matches, len(found))
