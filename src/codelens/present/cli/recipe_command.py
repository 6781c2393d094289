"""A recipe as a command: its parameters become arguments and options, its steps what is written.

Standard output has matches only when it is no terminal; the titles of the steps then go to standard error.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from codelens.locations import home
from codelens.present.cli import completing
from codelens.present.cli.options import Broken
from codelens.present.cli.output import output_params, read_output
from codelens.present.cli.recipe_output import conclude_text, give_steps
from codelens.present.formats import printable
from codelens.present.recipe_exporting import json_end, links_of
from codelens.present.recipe_texts import meaning_text
from codelens.query.recipes.library import Recipes
from codelens.query.recipes.recipe import ParameterType
from codelens.query.recipes.values import example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from codelens.query.recipes.recipe import Parameter, Recipe

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
            help=meaning_text(each),
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
    yield from output_params(pictures=True)
    yield click.Option(["--home", "home_folder"], metavar="FOLDER", help="Where indexes are kept (or CODELENS_HOME).")


def _take_choices(recipe: Recipe, values: dict[str, tuple[str, ...]], words: list[str]) -> None:
    """Give a first word that is one of a choice's to that choice, where enough words follow for what must be given."""
    places = _places(recipe)
    needed = sum(each.required and each.name not in values for each in places)
    for each in recipe.parameters:
        taken = each.name in values or each in places
        if not taken and len(words) > needed and words[0] in each.choices and not any(place.many for place in places):
            values[each.name] = (words.pop(0),)


def _places(recipe: Recipe) -> list[Parameter]:
    """The parameters that need no option, in their order."""
    return [parameter for parameter in recipe.parameters if parameter.is_place]


def _place(parameter: Parameter) -> str:
    name = parameter.name.upper() + ("..." if parameter.many else "")
    return name if parameter.required else f"[{name}]"


def _key(parameter: str) -> str:
    return f"parameter_{parameter.replace('-', '_')}"


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
    output = read_output(given)
    where = home(given["home_folder"])
    export = output.export(where, broken)
    with closing(Session(where, given.get("repositories", ()), given["revision"], broken)) as session:
        run = run_recipe(recipe, _given(recipe, given), session, recipes, given["limit"])
        answers = give_steps(run, export, output)
    for reason in run.missing:
        click.echo(f"codelens: {printable(reason)}", err=True)
    seconds = time.perf_counter() - started
    if output.is_json and not output.file:
        sys.stdout.buffer.write(json_end(answers, seconds, links_of(recipe, answers) if output.tree else None) + b"\n")
    else:
        conclude_text(recipe, answers, seconds)
    if broken.any:
        return 2
    if any(each.answer and each.answer.matches for each in answers):
        return 0
    return 2 if any(each.errors for each in answers) else 1


def _given(recipe: Recipe, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The values by parameter: those of options, and in the order of the parameters those that stand alone."""
    values = {each.name: given[_key(each.name)] for each in recipe.parameters if given[_key(each.name)]}
    words = list(given.get(_PLACES, ()))
    _take_choices(recipe, values, words)
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
