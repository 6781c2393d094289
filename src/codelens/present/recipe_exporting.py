"""What a recipe found as lines: each step on its own, the sum at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from codelens.present import markdown
from codelens.present.exporting import Form, json_of, text_of
from codelens.present.formats import is_truncated, json_links, printable
from codelens.present.pictures import draw
from codelens.present.recipe_texts import waits
from codelens.query.matches import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.present.exporting import Export
    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Recipe


def export_recipe(recipe: Recipe, answers: Sequence[StepAnswer], export: Export, seconds: float) -> Iterator[str]:
    """The lines of all steps.

    Args:
        recipe: That was run.
        answers: Of its steps.
        export: How they are wanted.
        seconds: How long it took.
    """
    if export.form.picture:
        yield from draw(links_of(recipe, answers), export.form.picture)
    elif export.form is Form.JSON:
        for answered in answers:
            yield from (line.decode() for line in json_step(answered, export))
        yield json_end(answers, seconds, links_of(recipe, answers) if export.tree else None).decode()
    elif export.form is Form.MARKDOWN:
        yield from _markdown(recipe, answers, export)
    else:
        for answered in answers:
            for match in answered.answer.matches if answered.answer else ():
                yield text_of(match, export, several=True)


def links_of(recipe: Recipe, answers: Sequence[StepAnswer]) -> tuple[Link, ...]:
    """What is drawn: the chain, or else the tree of each step; where it has none its matches, each with its title."""
    from codelens.query.recipes.answers import chain_of  # noqa: PLC0415 - help needs no index

    if recipe.chain:
        return chain_of(answers)
    return tuple(
        link
        for each in answers
        if each.answer
        for link in each.answer.tree or tuple(Link(match, f"{each.title}:") for match in each.answer.matches)
    )


def _markdown(recipe: Recipe, answers: Sequence[StepAnswer], export: Export) -> Iterator[str]:
    yield from markdown.heading(export.title)
    yield markdown.escaped(f"{recipe.question} {' '.join(recipe.when.split())}".strip())
    yield ""
    for answered in answers:
        yield from markdown.heading(printable(answered.title), 2)
        if answered.answer:
            yield from markdown.answer_lines(answered.answer, export.links)
        for line in (*waits(answered), *filter(None, [answered.note]), *answered.errors):
            yield markdown.escaped(printable(line))
            yield ""
    yield from markdown.commits(match for each in answers if each.answer for match in each.answer.matches)
    if recipe.limits:
        yield markdown.escaped(" ".join(recipe.limits.split()))


def json_step(answered: StepAnswer, export: Export) -> Iterator[bytes]:
    """The matches of a step as JSON Lines, then its summary."""
    for match in answered.answer.matches if answered.answer else ():
        yield json_of(match, export, step=answered.title)
    yield msgspec.json.encode({"step_summary": _summary(answered)})


def _summary(answered: StepAnswer) -> dict[str, object]:
    answer = answered.answer
    return {
        "step": answered.title,
        "total": answer.total if answer else 0,
        "shown": len(answer.matches) if answer else 0,
        "truncated": is_truncated(answer) if answer else False,
        "asked": answer is not None,
        "waits": answered.step.waits,
        "notes": [*filter(None, [answered.note]), *(answer.notes if answer else ())],
        "errors": list(answered.errors),
        "seconds": round(answered.seconds, 4),
    }


def json_end(answers: Sequence[StepAnswer], seconds: float, links: Sequence[Link] | None) -> bytes:
    """The last line of JSON: what all steps found together, and beside it what is drawn where that is asked for."""
    found = [each.answer for each in answers if each.answer]
    widest = max(found, key=lambda answer: answer.files, default=None)
    summary = {
        "total": sum(answer.total for answer in found),
        "shown": sum(len(answer.matches) for answer in found),
        "truncated": any(map(is_truncated, found)),
        "searched": {
            "repositories": widest.repositories if widest else 0,
            "files": widest.files if widest else 0,
        },
        "skipped": widest.skipped if widest else {},
        "steps": len(answers),
        "seconds": round(seconds, 4),
    }
    tree = {} if links is None else {"tree": json_links(links)}
    return msgspec.json.encode({"summary": summary, **tree})
