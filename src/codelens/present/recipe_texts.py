"""Recipes in words: what one asks for, what a step and a run have found. The command line and the app say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codelens.present.formats import is_truncated
from codelens.query.recipes.recipe import Parameter, ParameterType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Recipe

REPO, REV, LIMIT = "repo", "rev", "limit"
_REPO = Parameter(REPO, ParameterType.REPOSITORY, "only these repositories", "NAME", default="")
_REV = Parameter(REV, ParameterType.REVISION, "the revision or commit that was indexed", "v3.5.9", default="")
_LIMIT = Parameter(LIMIT, ParameterType.NUMBER, "how many matches of each step, instead of its own", "100", default="")


def options_of(recipe: Recipe) -> tuple[Parameter, ...]:
    """What every recipe can be told beside its parameters."""
    return (_REV, _LIMIT) if recipe.parameter(REPO) else (_REPO, _REV, _LIMIT)


def meaning_text(parameter: Parameter) -> str:
    """What a parameter means, what it can be, and what it is when nothing is said: a sentence."""
    more = [f"one of {', '.join(parameter.choices)}" if parameter.choices else f"such as {parameter.example}"]
    if parameter.default:
        more.append(f"default {parameter.default}")
    return f"{parameter.meaning[0].upper()}{parameter.meaning[1:].rstrip('.')}; {'; '.join(more)}."


def count_text(answered: StepAnswer) -> str:
    """How many matches a step has: ``20 of 143 matches``; "" when it was not asked."""
    answer = answered.answer
    if answer is None:
        return ""
    shown, total = len(answer.matches), max(answer.total, len(answer.matches))
    least = "at least " if answer.truncated else ""
    counted = f"{shown:,} of {least}{total:,}" if is_truncated(answer) else f"{total:,}"
    return f"{counted} {'match' if counted == '1' else 'matches'}"


def remarks(answered: StepAnswer) -> Iterator[str]:
    """What there is to say of a step beside its matches."""
    yield from waits(answered)
    yield from answered.answer.notes if answered.answer else ()
    yield from answered.errors


def waits(answered: StepAnswer) -> tuple[str, ...]:
    """What a step can't see yet."""
    return (f"not seen yet: {answered.step.waits}",) if answered.step.waits else ()


def found_text(answers: Sequence[StepAnswer], seconds: float) -> str:
    """What all steps found together."""
    found = [each.answer for each in answers if each.answer]
    shown, total = sum(len(answer.matches) for answer in found), sum(answer.total for answer in found)
    files = max((answer.files for answer in found), default=0)
    asked = f"{len(answers)} step{'' if len(answers) == 1 else 's'} in up to {files:,} files"
    return f"{shown:,} of {total:,} matches of {asked} ({seconds * 1000:.0f} ms)"
