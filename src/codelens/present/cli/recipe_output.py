"""How the answers of a recipe leave: as text or JSON Lines each step as it comes, else all at the end."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from codelens.present.cli.output import draw_tree, write_file, write_matches
from codelens.present.exporting import Form
from codelens.present.formats import printable
from codelens.present.pictures import PictureForm
from codelens.present.recipe_exporting import export_recipe, json_step, links_of
from codelens.present.recipe_texts import count_text, found_text, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.present.cli.output import Output
    from codelens.present.exporting import Export
    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Recipe
    from codelens.query.recipes.running import Run


def give_steps(run: Run, export: Export, output: Output) -> list[StepAnswer]:
    """Write what the steps find, in the form that was asked for."""
    drawn = export.form is Form.TEXT and export.tree and run.recipe.chain
    if output.file or drawn or export.form not in (Form.TEXT, Form.JSON):
        return list(_give_whole(run, export, output))
    return list((_give_json if output.is_json else _give_text)(run, export))


def _give_text(run: Run, export: Export) -> Iterator[StepAnswer]:
    """Lines of text, each step as soon as it is answered: its title on a terminal, on standard error elsewhere."""
    terminal = sys.stdout.isatty()
    for answered in run.answers():
        answer = answered.answer
        said = (
            f"{count_text(answered)} ({answered.seconds * 1000:.0f} ms)" if answer else answered.note or "not answered"
        )
        title = printable(answered.title)
        if terminal:
            click.echo(f"{click.style(title, bold=True)}  {click.style(said, dim=True)}")
        else:
            sys.stdout.flush()
            click.echo(f"codelens: {title}: {said}", err=True)
        if answer and export.tree and answer.tree:
            draw_tree(answer.tree, PictureForm.TEXT)
        elif answer:
            write_matches(answer, export, grouped=True, several=True)
        _say(answered)
        if terminal:
            click.echo()
        yield answered


def _give_whole(run: Run, export: Export, output: Output) -> Iterator[StepAnswer]:
    """What is written at once when all steps are answered: a picture, Markdown, a file."""
    started = time.perf_counter()
    answers = []
    for answered in run.answers():
        click.echo(f"codelens: {printable(answered.title)}: {count_text(answered) or answered.note}", err=True)
        _say(answered)
        answers.append(answered)
    seconds = time.perf_counter() - started
    if output.file:
        write_file(output, export_recipe(run.recipe, answers, export, seconds))
    elif export.form is Form.MARKDOWN:
        for line in export_recipe(run.recipe, answers, export, seconds):
            print(line)
    else:
        draw_tree(links_of(run.recipe, answers), export.form.picture or PictureForm.TEXT)
    yield from answers


def _give_json(run: Run, export: Export) -> Iterator[StepAnswer]:
    """JSON Lines: the matches of each step, then its summary."""
    out = sys.stdout.buffer
    for answered in run.answers():
        for line in json_step(answered, export):
            out.write(line + b"\n")
        out.flush()
        yield answered


def _say(answered: StepAnswer) -> None:
    """What there is to say of a step beside its matches."""
    for line in remarks(answered):
        click.echo(f"codelens: {printable(line)}", err=True)


def conclude_text(recipe: Recipe, answers: Sequence[StepAnswer], seconds: float) -> None:
    """What all steps found together, and what the recipe can not see."""
    click.echo(f"codelens: {found_text(answers, seconds)}", err=True)
    if recipe.limits:
        click.echo(f"codelens: {printable(' '.join(recipe.limits.split()))}", err=True)
