"""Answers as Markdown: a list of places, each a link where there is a page, the code as it is written.

Whatever a repository holds stays text: code stands in a code span whose fence is longer than any in it, all else is
escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codelens.present.formats import place_text, printable, summary_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from codelens.query.matches import Answer, Match

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_FENCES = re.compile(r"`+")
_COMMIT = 12  # digits


def heading(text: str, level: int = 1) -> Iterator[str]:
    """A heading, which may be any text."""
    yield f"{'#' * level} {escaped(text)}"
    yield ""


def answer_lines(answer: Answer, links: Callable[[Match], str | None] | None = None) -> Iterator[str]:
    """An answer: its summary, then a line for each match, and what there is to say beside them.

    Args:
        answer: The answer.
        links: Gives the page of a match; None links nothing.
    """
    yield f"{escaped(summary_text(answer))}."
    yield ""
    several = answer.repositories > 1
    for match in answer.matches:
        yield _item(match, links(match) if links else None, several=several)
    if answer.matches:
        yield ""
    for note in answer.notes:
        yield f"{escaped(printable(note))}"
        yield ""


def commits(matches: Iterable[Match]) -> Iterator[str]:
    """At which commit each repository was read."""
    places = (match.place for match in matches)
    read = dict.fromkeys((place.repository, place.revision, place.commit) for place in places)
    if read:
        texts = (f"{name} {revision} {code(commit[:_COMMIT])}" if commit else name for name, revision, commit in read)
        yield f"Read at: {', '.join(texts)}."
        yield ""


def _item(match: Match, link: str | None, *, several: bool) -> str:
    place = code(place_text(match))
    parts = [f"- [{place}]({link})" if link else f"- {place}"]
    if match.kind or match.stands:
        parts.append(match.kind or match.stands)
    if match.symbol:
        parts.append(code(printable(match.symbol)))
    if several:
        parts.append(f"({escaped(match.place.repository)})")
    return f"{' '.join(parts)}: {code(printable(match.signature))}"


def code(text: str) -> str:
    """A code span that shows a text as it is, whatever it holds."""
    fence = "`" * (max((len(found) for found in _FENCES.findall(text)), default=0) + 1)
    padded = not text.strip() or text[0] in "` " or text[-1] in "` "
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"


def escaped(text: str) -> str:
    """A text in which nothing is taken for Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", text)
