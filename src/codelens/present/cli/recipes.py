"""The recipes as commands: one command each, made of its parameters; ``recipes`` lists and checks them.

Standard output has matches only when it is no terminal; the titles of the steps then go to standard error.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from codelens.errors import CodelensError, RecipeError
from codelens.locations import home
from codelens.present.cli import completing
from codelens.present.cli.options import Broken, write_matches
from codelens.present.formats import is_truncated, json_line, plain_line, printable
from codelens.query.recipes.library import Recipes
from codelens.query.recipes.recipe import ParameterType
from codelens.query.recipes.values import example

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from codelens.query.recipes.recipe import Parameter, Recipe
    from codelens.query.recipes.running import Run, StepAnswer

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

    return click.Command(
        name,
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
    yield click.Option(["--home", "home_folder"], metavar="FOLDER", help="Where indexes are kept (or CODELENS_HOME).")


def _places(recipe: Recipe) -> list[Parameter]:
    """The parameters that need no option, in their order."""
    return [parameter for parameter in recipe.parameters if parameter.type is not ParameterType.CHOICE]


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
    where = home(given["home_folder"])
    with closing(Session(where, given.get("repositories", ()), given["revision"], broken)) as session:
        run = run_recipe(recipe, _given(recipe, given), session, recipes, given["limit"])
        give = _give_json if given["as_json"] else _give_text
        answers = list(give(run))
    for reason in run.missing:
        click.echo(f"codelens: {printable(reason)}", err=True)
    return _conclude(recipe, answers, time.perf_counter() - started, broken=broken.any, as_json=given["as_json"])


def _given(recipe: Recipe, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The values by parameter: those of options, and in the order of the parameters those that stand alone."""
    values = {each.name: given[_key(each.name)] for each in recipe.parameters if given[_key(each.name)]}
    words = list(given.get(_PLACES, ()))
    for each in _places(recipe):
        if each.name not in values and words:
            values[each.name] = tuple(words) if each.many else (words[0],)
            words = [] if each.many else words[1:]
    if words:
        message = f"{recipe.name} takes no more than {len(_places(recipe))} arguments; {words[0]!r} is one too many"
        raise click.UsageError(message, click.get_current_context())
    return values


def _give_text(run: Run) -> Iterator[StepAnswer]:
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
        if answer and terminal:
            write_matches(answer, grouped=True)
        elif answer:
            for match in answer.matches:
                print(plain_line(match, several=True))
        for line in (*_waits(answered), *(answer.notes if answer else ()), *answered.errors):
            click.echo(f"codelens: {printable(line)}", err=True)
        if terminal:
            click.echo()
        yield answered


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


def _conclude(recipe: Recipe, answers: Sequence[StepAnswer], seconds: float, *, broken: bool, as_json: bool) -> int:
    """The summary of a whole run, and its exit status."""
    found = [each.answer for each in answers if each.answer]
    shown = sum(len(answer.matches) for answer in found)
    total = sum(answer.total for answer in found)
    widest = max(found, key=lambda answer: answer.files, default=None)
    if as_json:
        summary = {
            "total": total,
            "shown": shown,
            "truncated": any(map(is_truncated, found)),
            "searched": {
                "repositories": widest.repositories if widest else 0,
                "files": widest.files if widest else 0,
            },
            "skipped": widest.skipped if widest else {},
            "steps": len(answers),
            "seconds": round(seconds, 4),
        }
        sys.stdout.buffer.write(msgspec.json.encode({"summary": summary}) + b"\n")
    else:
        files = f" in up to {widest.files:,} files" if widest else ""
        click.echo(
            f"codelens: {shown:,} of {total:,} matches of {len(answers)} steps{files} ({seconds * 1000:.0f} ms)",
            err=True,
        )
        if recipe.limits:
            click.echo(f"codelens: {printable(' '.join(recipe.limits.split()))}", err=True)
    if broken or (not shown and any(each.errors for each in answers)):
        return 2
    return 0 if shown else 1


@click.command("recipes", short_help="The saved questions, by topic.")
@click.argument("word", default="", metavar="[TOPIC|WORD]", shell_complete=completing.topics)
@click.option(
    "--check",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    help="Say what is wrong with a recipe, and where.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a recipe.")
def recipes_command(word: str, files: tuple[str, ...], as_json: bool) -> int:  # noqa: FBT001 - click's
    """The recipes by topic, each with the question that it answers. Each is a command: codelens RECIPE.

    TOPIC is one of those listed; any other word is looked for in names, questions and parameters. How to write one:
    queries/README.md.

    \b
    Example: codelens recipes processes
             codelens recipes --check ~/.config/codelens/queries/recipes/who-forks.yaml
    """
    if files:
        return max(_check(Path(file)) for file in files)
    found = list(_matching(word))
    for error in found:
        if isinstance(error, RecipeError):
            click.echo(f"codelens: error: {printable(str(error))}", err=True)
    recipes = [each for each in found if not isinstance(each, RecipeError)]
    if as_json:
        for recipe in recipes:
            sys.stdout.buffer.write(msgspec.json.encode(_described(recipe)) + b"\n")
    else:
        _list(recipes, word)
    if len(recipes) < len(found):
        return 2
    return 0 if recipes else 1


def _matching(word: str) -> Iterator[Recipe | RecipeError]:
    from codelens.query.recipes.library import load_topics  # noqa: PLC0415

    asked = word.casefold()
    is_topic = asked in load_topics()
    for recipe in Recipes().all():
        if isinstance(recipe, RecipeError) or not word:
            yield recipe
            continue
        texts = recipe.topics if is_topic else map(str.casefold, _words(recipe))
        if any(asked == text if is_topic else asked in text for text in texts):
            yield recipe


def _words(recipe: Recipe) -> Iterable[str]:
    parameters = (text for each in recipe.parameters for text in (each.name, each.meaning))
    titles = (step.title for step in recipe.steps)
    return (recipe.name, recipe.question, recipe.when, *recipe.asked, *recipe.repositories, *titles, *parameters)


def _list(recipes: Sequence[Recipe], word: str) -> None:
    from codelens.query.recipes.library import load_topics  # noqa: PLC0415

    width = max((len(recipe.name) for recipe in recipes), default=0)
    topics = load_topics()
    for topic, meaning in topics.items():
        listed = [each for each in recipes if (topic == word if word in topics else each.topics[0] == topic)]
        if listed:
            click.echo(f"{click.style(topic, bold=True)}: {meaning}")
        for recipe in listed:
            click.echo(f"  {recipe.name:{width}}  {printable(recipe.question)}")


def _described(recipe: Recipe) -> dict[str, object]:
    return {
        "name": recipe.name,
        "question": recipe.question,
        "when": recipe.when,
        "topics": recipe.topics,
        "parameters": [msgspec.to_builtins(each) for each in recipe.parameters],
        "repositories": recipe.repositories,
        "steps": [step.title for step in recipe.steps],
        "limits": recipe.limits,
        "file": str(recipe.file),
    }


def _check(file: Path) -> int:
    """Say what is wrong with one recipe."""
    from codelens.query.recipes.files import recipe_files  # noqa: PLC0415
    from codelens.query.recipes.library import all_faults  # noqa: PLC0415

    beside = {each.stem: each for each in sorted(file.parent.glob("*.yaml"))}
    recipes = Recipes({**recipe_files(), **beside, file.stem: file})
    try:
        recipe = recipes.read(file.stem)
        faults = list(all_faults(recipe, recipes, commands()))
    except CodelensError as error:
        faults = [str(error)]
    for fault in faults:
        click.echo(f"codelens: error: {printable(' '.join(fault.split()))}", err=True)
    if faults:
        return 2
    steps, parameters = len(recipe.steps), len(recipe.parameters)
    click.echo(f"{file}: a recipe with {steps} steps and {parameters} parameters; nothing is wrong with it")
    return 0


def check_recipes() -> int:
    """Check every recipe; returns the exit status."""
    from codelens.query.recipes.library import all_faults  # noqa: PLC0415

    recipes = Recipes()
    status = 0
    for name in sorted(recipes.files):
        try:
            faults = list(all_faults(recipes.read(name), recipes, commands()))
        except CodelensError as error:
            faults = [str(error)]
        for fault in faults:
            click.echo(f"codelens: error: {printable(' '.join(fault.split()))}", err=True)
            status = 2
    click.echo(f"recipes: {', '.join(sorted(recipes.files))}")
    return status


def commands() -> Collection[str]:
    """The names that no recipe can have."""
    from codelens.present.cli.main import COMMANDS  # noqa: PLC0415 - it imports this module

    return COMMANDS
