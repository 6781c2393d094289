"""Answers a query of the language: its alternatives are put to their shards, each in its mode, and merged."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from codelens.errors import NotIndexedError, QueryError, UsageError
from codelens.index.checkpoints import ordered
from codelens.query.conditions import Part
from codelens.query.filters import Filters
from codelens.query.modes.definitions import definitions, name_of
from codelens.query.names.defined import nearest
from codelens.query.plan import Alternative, Mode, alternatives, mode_of
from codelens.query.repositories import left_out
from codelens.query.shards import answer, checked_filters
from codelens.query.tree import Name, Query, Sort, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from codelens.query.matches import Answer, Match
    from codelens.query.session import Session

_NOTHING_LEFT_OUT = Filters()
_MOST_SORTED = 50_000  # matches that are put in another order than that of ranking
_PLACE = re.compile(r"([\w./+@-]+\.\w+)(?::\d+){1,2}")  # as logs and compilers write it: path, line, column
_FIELDS = {"kind": "kinds", "lang": "languages", "file": "files", "package": "packages"}


def search(session: Session, query: Query, text: str, filters: Filters, limit: int) -> Answer:
    """Answer a query.

    Args:
        session: Where it is asked.
        query: The query.
        text: As typed, for messages.
        filters: Of the options, beside those of the query.
        limit: How many matches at the most, unless the query says it itself.

    Raises:
        QueryError: It asks for what can't be asked for together.
        NotIndexedError: A repository that it names is not indexed.
    """
    session.blobs.begin()
    limit = query.limit or limit
    wanted = limit if query.sort is Sort.RANK else _MOST_SORTED
    modes: dict[Mode, list[Part]] = {}
    for alternative in alternatives(query, text):
        part = _part(session, query, alternative, filters)
        modes.setdefault(_mode(part, text), []).append(part)
    answers = [_answer(mode, modes[mode], wanted, session, text) for mode in Mode if mode in modes]
    found = answers[0] if len(answers) == 1 else _merged(answers, modes, wanted)
    if not found.total:
        found = _instead(session, modes, found, text, limit)
    return _sorted(session, found, query.sort, limit)


def _part(session: Session, query: Query, alternative: Alternative, options: Filters) -> Part:
    revisions = alternative.values("rev")
    shards = session.shards(alternative.values("repo"), revisions[-1] if revisions else "")
    out = left_out(alternative.left_out("repo"), [shard.name for shard in shards], session.home)
    left = [shard for shard in shards if shard.name not in out]
    if not left:
        message = "every repository that this query asks for is left out by -repo:"
        raise NotIndexedError(message)
    own = Filters(
        kinds=options.kinds + alternative.values("kind"),
        languages=options.languages + alternative.values("lang"),
        files=options.files + alternative.values("file"),
        packages=options.packages + alternative.values("package"),
        without=tuple(
            replace(_NOTHING_LEFT_OUT, **{name: (value,)})  # type: ignore[arg-type]
            for field, name in _FIELDS.items()
            for value in alternative.left_out(field)
        ),
    )
    return Part(alternative, left, checked_filters(own, left), session.blobs, query.case)


def _mode(part: Part, text: str) -> Mode:
    kinds = {kind for shard in part.shards for kind in shard.manifest.kinds}
    uses = {kind for shard in part.shards for kind in shard.manifest.references}
    alternative = part.alternative
    mode = mode_of(alternative, kinds, uses)
    if mode not in (Mode.LINES, Mode.STATEMENTS):
        said = [leaf for leaf in alternative.unwanted if isinstance(leaf, Text)]
        if said:
            message = "a text can be left out of lines of text only; add a text to find"
            raise QueryError(message, text, max(text.find(said[0].pattern) - 2, 0))
        if alternative.values("in") or alternative.left_out("in"):
            message = "in: says where a text stands; add a text in quotes"
            raise QueryError(message, text, max(text.find("in:"), 0))
    return mode


def _answer(mode: Mode, parts: list[Part], limit: int, session: Session, text: str) -> Answer:
    try:
        return _in_mode(mode, parts, limit, session)
    except QueryError:
        raise
    except UsageError as error:
        raise QueryError(str(error), text, 0) from error


def _in_mode(mode: Mode, parts: list[Part], limit: int, session: Session) -> Answer:
    """Each mode is loaded by the first query that needs it: a name, which is asked for most, needs none but its own."""
    match mode:
        case Mode.DEFINITIONS:
            return definitions(parts, limit)
        case Mode.REFERENCES:
            from codelens.query.modes.references import references  # noqa: PLC0415 - see above

            return references(parts, limit, session.blobs)
        case Mode.LINES:
            from codelens.query.modes.lines import lines  # noqa: PLC0415 - see above

            return lines(parts, limit, session.blobs)
        case Mode.STATEMENTS:
            from codelens.query.modes.statements import statements  # noqa: PLC0415 - see above

            return statements(parts, limit)
        case Mode.FILES:
            from codelens.query.modes.files import files  # noqa: PLC0415 - see above

            return files(parts, limit)


def _merged(answers: Sequence[Answer], modes: dict[Mode, list[Part]], limit: int) -> Answer:
    """The answers of several modes, one after the other."""
    shards = list(dict.fromkeys(shard for parts in modes.values() for part in parts for shard in part.shards))
    return answer(
        shards,
        [match for each in answers for match in each.matches][:limit],
        sum(each.total for each in answers),
        truncated=any(each.truncated for each in answers),
        notes=[note for each in answers for note in each.notes],
    )


def _instead(session: Session, modes: dict[Mode, list[Part]], found: Answer, text: str, limit: int) -> Answer:
    """What to answer when nothing is found: lines that hold a name as text, the nearest names, the nearest lines."""
    from codelens.query.text.nearest import nearest_lines  # noqa: PLC0415 - most queries find something

    parts = [part for each in modes.values() for part in each]
    part = parts[0]
    name = name_of(part) if Mode.DEFINITIONS in modes else None
    plain = not (part.demands or part.filters.names_kinds or part.alternative.values("role"))
    if len(parts) > 1 or (name is None and not (Mode.LINES in modes and plain)):
        return found
    words = _typed(part.alternative, text)
    if name is None:
        placed = part.alternative.values("in") or part.alternative.left_out("in")
        if placed or " " not in words.strip():
            return found
        held = nearest_lines(part.shards, words, part.filters, limit, session.blobs)
        said = [each.text for each in part.alternative.names]
        hint = (
            [f'{" ".join(said)} means a definition around the lines; for the word itself: "{said[0]}"'] if said else []
        )
        return replace(held, notes=found.notes + hint + held.notes)
    if plain and (held := _as_text(part, words, limit, session)).total:
        return held
    if part.case:
        return replace(found, notes=[f"no symbol is named {name.text} in this case; leave out case:yes", *found.notes])
    near = nearest(part.shards, name, part.filters, limit, _elsewhere(name.text, words) if plain else "")
    if plain and " " in words:
        held = nearest_lines(part.shards, words, part.filters, limit, session.blobs)
        near = held if held.matches else near
    return replace(near, notes=near.notes + found.notes)


def _typed(alternative: Alternative, text: str) -> str:
    """The names and literals of an alternative as one text: as typed, when there is nothing else in the query."""
    if all(isinstance(leaf, Name | Text) for leaf in alternative.wanted) and not alternative.unwanted:
        return text
    said = []
    for leaf in alternative.wanted:
        match leaf:
            case Name(text, regex=False) | Text(text, regex=False):
                said.append(text)
    return " ".join(said)


def _as_text(part: Part, words: str, limit: int, session: Session) -> Answer:
    """The lines that hold what was asked for as a name."""
    held = _in_mode(Mode.LINES, [replace(part, alternative=Alternative((Text(words, regex=False),)))], limit, session)
    held.notes.insert(0, f'no symbol is named {words}; these lines hold it, as "{words}" would find them')
    return held


def _elsewhere(name: str, words: str) -> str:
    """What to say of a name that neither a symbol nor a line has: a place in a file names the file."""
    place = _PLACE.fullmatch(words.strip())
    if place:
        return f"{place[0]} is a place; file:{place[1]} finds the file"
    return f"no symbol is named {name}, nor anything near it, and no line holds it"


def _sorted(session: Session, found: Answer, sort: Sort, limit: int) -> Answer:
    if sort is Sort.RANK:
        return found
    orders: dict[Sort, Callable[[Match], tuple[Any, ...]]] = {
        Sort.NAME: lambda match: (match.name.lower(), match.name),
        Sort.PATH: lambda match: (match.place.repository, match.place.path, match.range),
        Sort.KIND: lambda match: (match.kind, match.name.lower()),
    }
    matches = ordered(found.matches, orders[sort], session.checkpoint)
    cut = found.total > len(found.matches)
    notes = [f"sorted are the first {len(matches):,} by rank"] if cut else []
    return replace(found, matches=matches[:limit], notes=found.notes + notes)
