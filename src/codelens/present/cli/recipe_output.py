"""How the answers of a recipe leave: as text, a picture or JSON Lines; each step as it comes, the sum at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from codelens.present.cli.options import draw_tree, write_matches
from codelens.present.formats import is_truncated, json_line, json_links, plain_line, printable
from codelens.present.pictures import PictureForm
from codelens.query.matches import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Recipe
    from codelens.query.recipes.running import Run


def give_text(run: Run, *, drawn: bool) -> Iterator[StepAnswer]:
    """Lines of text, each step as soon as it is answered: its title on a terminal, on standard error elsewhere."""
    terminal = sys.stdout.isatty()
    for answered in run.answers():
        answer = answered.answer
        said = f"{_count(answered)} ({answered.seconds * 1000:.0f} ms)" if answer else answered.note or "not answered"
        title = printable(answered.title)
        if terminal:
            click.echo(f"{click.style(title, bold=True)}  {click.style(said, dim=True)}")
        else:
            sys.stdout.flush()
            click.echo(f"codelens: {title}: {said}", err=True)
        if answer and drawn and answer.tree:
            draw_tree(answer.tree, PictureForm.TEXT)
        elif answer and terminal:
            write_matches(answer, grouped=True)
        elif answer:
            for match in answer.matches:
                print(plain_line(match, several=True))
        _say(answered)
        if terminal:
            click.echo()
        yield answered


def give_picture(run: Run, form: PictureForm) -> Iterator[StepAnswer]:
    """One picture of all steps."""
    answers = []
    for answered in run.answers():
        click.echo(f"codelens: {printable(answered.title)}: {_count(answered) or answered.note}", err=True)
        _say(answered)
        answers.append(answered)
    draw_tree(links_of(run.recipe, answers), form)
    yield from answers


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


def _say(answered: StepAnswer) -> None:
    """What there is to say of a step beside its matches."""
    notes = answered.answer.notes if answered.answer else ()
    for line in (*_waits(answered), *notes, *answered.errors):
        click.echo(f"codelens: {printable(line)}", err=True)


def _waits(answered: StepAnswer) -> tuple[str, ...]:
    return (f"not seen yet: {answered.step.waits}",) if answered.step.waits else ()


def give_json(run: Run) -> Iterator[StepAnswer]:
    """JSON Lines: the matches of each step, then its summary."""
    out = sys.stdout.buffer
    for answered in run.answers():
        for match in answered.answer.matches if answered.answer else ():
            out.write(json_line(match, step=answered.title) + b"\n")
        out.write(msgspec.json.encode({"step_summary": _step_summary(answered)}) + b"\n")
        out.flush()
        yield answered


def _step_summary(answered: StepAnswer) -> dict[str, object]:
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


def _count(answered: StepAnswer) -> str:
    answer = answered.answer
    if answer is None:
        return ""
    shown, total = len(answer.matches), max(answer.total, len(answer.matches))
    least = "at least " if answer.truncated else ""
    counted = f"{shown:,} of {least}{total:,}" if is_truncated(answer) else f"{total:,}"
    return f"{counted} {'match' if counted == '1' else 'matches'}"


def conclude_text(recipe: Recipe, answers: Sequence[StepAnswer], seconds: float) -> None:
    """What all steps found together, and what the recipe can not see."""
    found = [each.answer for each in answers if each.answer]
    shown, total = sum(len(answer.matches) for answer in found), sum(answer.total for answer in found)
    files = max((answer.files for answer in found), default=0)
    asked = f"{len(answers)} step{'' if len(answers) == 1 else 's'} in up to {files:,} files"
    click.echo(f"codelens: {shown:,} of {total:,} matches of {asked} ({seconds * 1000:.0f} ms)", err=True)
    if recipe.limits:
        click.echo(f"codelens: {printable(' '.join(recipe.limits.split()))}", err=True)


def conclude_json(answers: Sequence[StepAnswer], seconds: float, links: Sequence[Link] | None) -> None:
    """The last line of JSON: what all steps found together."""
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
    sys.stdout.buffer.write(msgspec.json.encode({"summary": summary, **tree}) + b"\n")
