"""Alternatives that ask for what an operator sees (``kind:metric``, ``kind:log`` …): the statements that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.index.checkpoints import ordered
from codelens.index.statement_terms import whole_name, words_of_text
from codelens.query.explain.explaining import statement_match
from codelens.query.explain.store import Store
from codelens.query.matches import Tier
from codelens.query.regexes import compile_regex, has_capitals
from codelens.query.shards import answer, checkpoint_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from codelens.query.conditions import Part
    from codelens.query.explain.store import Spoken
    from codelens.query.matches import Answer, Match


def statements(parts: Sequence[Part], limit: int) -> Answer:
    """The statements that any of the parts asks for: whole names first, then those with all words.

    Args:
        parts: Each with its own shards and filters.
        limit: How many matches at the most; all are counted.
    """
    shards = list(dict.fromkeys(shard for part in parts for shard in part.shards))
    found: dict[tuple[object, ...], tuple[Spoken, Tier]] = {}
    for part in parts:
        names = [name for name in part.alternative.names if not name.regex]
        whole = whole_name(" ".join(name.text for name in names))
        for spoken in _of(part, [word for name in names for word in words_of_text(name.text.rstrip("*"))]):
            shown = "".join(spoken.statement.pieces[::2])
            tier = Tier.EXACT if whole and whole_name(shown) == whole else Tier.WORDS
            row = spoken.row
            key = (
                tier is not Tier.EXACT,
                row.penalty,
                len(row.path),
                spoken.shard.name,
                row.path,
                spoken.statement.range,
            )
            found.setdefault(key, (spoken, tier))
    first = ordered(found, lambda key: key, checkpoint_of(shards))[:limit]
    matches = [_match(*found[key], number) for number, key in enumerate(first)]
    return answer(shards, matches, len(found))


def _of(part: Part, words: Sequence[str]) -> Iterator[Spoken]:
    """The statements of a part: those with all of some words."""
    store = Store(part.shards)
    wanted = [(text.pattern, text.regex) for text in part.alternative.texts]
    wanted += [(name.text, True) for name in part.alternative.names if name.regex]
    holds = [_holding(written, part.case, is_regex=regex) for written, regex in wanted]
    literal = [word for leaf in part.alternative.texts if not leaf.regex for word in words_of_text(leaf.pattern)[1:-1]]
    for spoken in store.having([*words, *literal]):
        if not part.filters.allows_kind(spoken.statement.kind) or not part.filters.allows_file(spoken.row):
            continue
        shown = "".join(spoken.statement.pieces[::2])
        if all(hold(shown) for hold in holds):
            yield spoken


def _holding(written: str, case: bool | None, *, is_regex: bool) -> Callable[[str], bool]:  # noqa: FBT001 - of the query
    """Whether a template holds a text or a regular expression; capitals in it count unless ``case:`` says otherwise."""
    sensitive = case if case is not None else has_capitals(written)
    if is_regex:
        pattern = compile_regex(written, folded=not sensitive)
        return lambda shown: pattern.search(shown.encode("utf-8", "surrogatepass")) is not None
    return lambda shown: written in shown if sensitive else written.lower() in shown.lower()


def _match(spoken: Spoken, tier: Tier, number: int) -> Match:
    return statement_match(spoken, number, tier)
