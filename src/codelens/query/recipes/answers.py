"""What the steps of a recipe found: one answer each, several put together, and all of them as a chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.query.matches import Answer, Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.query.matches import Match
    from codelens.query.recipes.recipe import Step


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """What a step found.

    Args:
        step: The step.
        title: Its title with the parameters put in; of a recipe within a recipe, after the title of that step.
        answer: None when it was not asked: see ``note``.
        errors: What went wrong, each a line with file and step.
        note: Why it was not asked.
        seconds: How long it took.
    """

    step: Step
    title: str
    answer: Answer | None
    errors: tuple[str, ...]
    note: str
    seconds: float


def merged(answers: Sequence[Answer], limit: int) -> Answer:
    """Several answers as one: in their order, each place once."""
    if len(answers) == 1:
        return answers[0]
    unique: dict[tuple[object, ...], Match] = {}
    for match in (match for answer in answers for match in answer.matches):
        unique.setdefault(
            (match.place.repository, match.place.commit, match.place.path, match.range, match.name), match
        )
    twice = sum(len(answer.matches) for answer in answers) - len(unique)
    widest = max(answers, key=lambda answer: answer.files)
    return Answer(
        matches=list(unique.values())[:limit],
        total=sum(answer.total for answer in answers) - twice,
        repositories=widest.repositories,
        files=widest.files,
        skipped=widest.skipped,
        truncated=any(answer.truncated for answer in answers),
        notes=list(dict.fromkeys(note for answer in answers for note in answer.notes)),
        tree=tuple(link for answer in answers for link in answer.tree),
    )


def chain_of(answers: Sequence[StepAnswer]) -> tuple[Link, ...]:
    """The steps of a chain as one tree: the first match of each leads to the matches of the next."""
    links: tuple[Link, ...] = ()
    for answered in reversed(answers):
        matches = answered.answer.matches if answered.answer else []
        if matches:
            edge = answered.step.edge or answered.title
            links = (Link(matches[0], edge, links), *(Link(match, edge) for match in matches[1:]))
    return links
