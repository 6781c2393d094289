"""Alternatives that ask for lines of text, within the definitions that their names, kinds and relations ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.query.modes.inside import inside, leaves_out_names
from codelens.query.text.finding import find_lines, text_answer, united
from codelens.query.text.lines import TextQuestion
from codelens.query.tree import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.blobs import Blobs
    from codelens.query.conditions import Part
    from codelens.query.matches import Answer
    from codelens.query.text.lines import LinesFound


def lines(parts: Sequence[Part], limit: int, blobs: Blobs) -> Answer:
    """The lines that any of the parts asks for, each once.

    Args:
        parts: Each with its own shards and filters.
        limit: How many matches at the most; all are counted.
        blobs: Where files are read.

    Raises:
        UsageError: A name is left out, which says nothing of a line.
    """
    shards = list(dict.fromkeys(shard for part in parts for shard in part.shards))
    found = united([_find(part, blobs) for part in parts])
    answer = text_answer(shards, found, limit, blobs)
    answer.notes.extend(note for part in parts for note in part.notes)
    return replace(answer, truncated=answer.truncated or any(part.truncated for part in parts))


def _find(part: Part, blobs: Blobs) -> LinesFound:
    alternative = part.alternative
    if leaves_out_names(part):
        message = "a minus before a name leaves out definitions, not lines; put it in quotes to leave out lines with it"
        raise UsageError(message)
    question = TextQuestion(
        texts=tuple(alternative.texts),
        without=tuple(leaf for leaf in alternative.unwanted if isinstance(leaf, Text)),
        case=part.case,
        places=alternative.values("in"),
        without_places=alternative.left_out("in"),
        within=inside(part, names=True),
    )
    return find_lines(part.shards, question, replace(part.filters, kinds=()), blobs)
