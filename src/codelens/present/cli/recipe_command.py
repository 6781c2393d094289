"""A recipe as a command: its parameters become arguments and options, its steps what is written.

Standard output has matches only when it is no terminal; the titles of the steps then go to standard error.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click
import msgspec

from codelens.errors import UsageError
from codelens.locations import home
from codelens.present.cli import completing
from codelens.present.cli.options import Broken, draw_tree, write_matches
from codelens.present.formats import is_truncated, json_line, json_links, plain_line, printable
from codelens.present.pictures import PictureForm
from codelens.query.matches import Link
from codelens.query.recipes.library import Recipes
from codelens.query.recipes.recipe import ParameterType
from codelens.query.recipes.values import example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Parameter, Recipe
    from codelens.query.recipes.running import Run

_PLACES = "arguments"


def recipe_command(name: str) -> click.Command:
    """The command that a recipe is.

    Raises:
        RecipeError: The form of the recipe is wrong; whether it can be run is found out when it is.
    """
    recipes = Recipes()
    recipe = recipes.read(name)

    def ask(**given: Any) -> int:  # noqa: ANN401 - what click was told to give
        return _ask(recipes.recipe(name), recipes, given)

    texts = any(each.type is ParameterType.TEXT for each in _places(recipe))
    return click.Command(
        name,
        context_settings={"ignore_unknown_options": texts},  # a text may be a flag, as it is typed: --snapshot-count
        params=list(_params(recipe)),
        callback=ask,
        help=_help(recipe),
        short_help=recipe.question,
    )


def _params(recipe: Recipe) -> Iterator[click.Parameter]:
    places = _places(recipe)
    if places:
        usage = " ".join(_place(each) for each in places)
        yield click.Argument([_PLACES], nargs=-1, metavar=usage, shell_complete=completing.places(places))
    for each in recipe.parameters:
        short = ["-r"] if each.name == "repo" else []
        yield click.Option(
            [f"--{each.name}", *short, _key(each.name)],
            multiple=True,
            metavar=each.type.upper(),
            help=_meaning(each),
            shell_complete=completing.of_parameter(each),
        )
    if recipe.parameter("repo") is None:
        yield click.Option(
            ["--repo", "-r", "repositories"],
            multiple=True,
            metavar="NAME",
            help="Only this repository; repeatable, globs allowed.",
            shell_complete=completing.repositories,
        )
    yield click.Option(
        ["--rev", "revision"], default="", metavar="REV", help="The revision or commit that was indexed."
    )
    limit = click.IntRange(min=1)
    yield click.Option(["--limit", "-n"], type=limit, help="How many matches of each step, instead of its own limit.")
    yield click.Option(["--json", "as_json"], is_flag=True, help="JSON Lines; each match with its step.")
    yield click.Option(["--tree", "tree"], is_flag=True, help="Draw how the matches hang together.")
    yield click.Option(
        ["--format", "form"],
        type=click.Choice([form.value for form in PictureForm]),
        default=PictureForm.TEXT.value,
        show_default=True,
        help="As what it is drawn.",
    )
    yield click.Option(["--home", "home_folder"], metavar="FOLDER", help="Where indexes are kept (or CODELENS_HOME).")


def _places(recipe: Recipe) -> list[Parameter]:
    """The parameters that need no option, in their order."""
    return [parameter for parameter in recipe.parameters if parameter.is_place]


def _place(parameter: Parameter) -> str:
    name = parameter.name.upper() + ("..." if parameter.many else "")
    return name if parameter.required else f"[{name}]"


def _key(parameter: str) -> str:
    return f"parameter_{parameter.replace('-', '_')}"


def _meaning(parameter: Parameter) -> str:
    more = [f"one of {', '.join(parameter.choices)}" if parameter.choices else f"such as {parameter.example}"]
    if parameter.default:
        more.append(f"default {parameter.default}")
    return f"{parameter.meaning[0].upper()}{parameter.meaning[1:].rstrip('.')}; {'; '.join(more)}."


def _help(recipe: Recipe) -> str:
    steps = [f"  {number}. {step.title}" for number, step in enumerate(recipe.steps, 1)]
    parts = [
        recipe.question,
        recipe.when,
        "\b\nSteps:\n" + "\n".join(steps),
        f"Searched unless --repo says otherwise: {', '.join(recipe.repositories)}." if recipe.repositories else "",
        recipe.limits,
        f"\b\nExample: codelens {recipe.name} {example(recipe)}".rstrip(),
    ]
    return "\n\n".join(part.strip() for part in parts if part)


def _ask(recipe: Recipe, recipes: Recipes, given: Mapping[str, Any]) -> int:
    from codelens.query.recipes.running import run_recipe  # noqa: PLC0415 - help needs no index
    from codelens.query.session import Session  # noqa: PLC0415

    started = time.perf_counter()
    broken = Broken()
    form = PictureForm(given["form"])
    drawn = given["tree"] or form is not PictureForm.TEXT
    if given["as_json"] and form is not PictureForm.TEXT:
        message = f"--json and --format {form} are two forms of one answer; choose one"
        raise UsageError(message)
    where = home(given["home_folder"])
    with closing(Session(where, given.get("repositories", ()), given["revision"], broken)) as session:
        run = run_recipe(recipe, _given(recipe, given), session, recipes, given["limit"])
        if given["as_json"]:
            answers = list(_give_json(run))
        elif drawn and (recipe.chain or form is not PictureForm.TEXT):
            answers = list(_give_picture(run, form))
        else:
            answers = list(_give_text(run, drawn=drawn))
    for reason in run.missing:
        click.echo(f"codelens: {printable(reason)}", err=True)
    seconds = time.perf_counter() - started
    if given["as_json"]:
        _conclude_json(answers, seconds, _links(recipe, answers) if drawn else None)
    else:
        _conclude_text(recipe, answers, seconds)
    if broken.any:
        return 2
    if any(each.answer and each.answer.matches for each in answers):
        return 0
    return 2 if any(each.errors for each in answers) else 1


def _given(recipe: Recipe, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The values by parameter: those of options, and in the order of the parameters those that stand alone."""
    values = {each.name: given[_key(each.name)] for each in recipe.parameters if given[_key(each.name)]}
    words = list(given.get(_PLACES, ()))
    for each in _places(recipe):
        if each.name not in values and words:
            values[each.name] = tuple(words) if each.many else (words[0],)
            words = [] if each.many else words[1:]
    if words:
        twice = next((each.name for each in _places(recipe) if given[_key(each.name)]), "")
        message = f"{recipe.name}: {words[0]!r} is one argument too many" + (
            f"; {twice} is given twice" if twice else ""
        )
        raise click.UsageError(message, click.get_current_context())
    return values


def _give_text(run: Run, *, drawn: bool) -> Iterator[StepAnswer]:
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


def _give_picture(run: Run, form: PictureForm) -> Iterator[StepAnswer]:
    """One picture of all steps."""
    answers = []
    for answered in run.answers():
        click.echo(f"codelens: {printable(answered.title)}: {_count(answered) or answered.note}", err=True)
        _say(answered)
        answers.append(answered)
    draw_tree(_links(run.recipe, answers), form)
    yield from answers


def _links(recipe: Recipe, answers: Sequence[StepAnswer]) -> tuple[Link, ...]:
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


def _give_json(run: Run) -> Iterator[StepAnswer]:
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


def _conclude_text(recipe: Recipe, answers: Sequence[StepAnswer], seconds: float) -> None:
    found = [each.answer for each in answers if each.answer]
    shown, total = sum(len(answer.matches) for answer in found), sum(answer.total for answer in found)
    files = max((answer.files for answer in found), default=0)
    asked = f"{len(answers)} step{'' if len(answers) == 1 else 's'} in up to {files:,} files"
    click.echo(f"codelens: {shown:,} of {total:,} matches of {asked} ({seconds * 1000:.0f} ms)", err=True)
    if recipe.limits:
        click.echo(f"codelens: {printable(' '.join(recipe.limits.split()))}", err=True)


def _conclude_json(answers: Sequence[StepAnswer], seconds: float, links: Sequence[Link] | None) -> None:
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
