"""``recipes``: lists the saved questions by topic, and says what is wrong with one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from codelens.errors import CodelensError
from codelens.present.cli import completing
from codelens.present.formats import printable
from codelens.query.recipes.catalogue import entries_of
from codelens.query.recipes.entries import about, by_topic
from codelens.query.recipes.library import Recipes

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from codelens.query.recipes.entries import Entry
    from codelens.query.recipes.recipe import Recipe


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
    found = _matching(word)
    faults = [entry.fault for entry in found if entry.fault]
    for fault in faults:
        click.echo(f"codelens: error: {printable(fault)}", err=True)
    right = [entry for entry in found if not entry.fault]
    if as_json:
        for entry in right:
            if entry.recipe is not None:
                sys.stdout.buffer.write(msgspec.json.encode(_described(entry.recipe)) + b"\n")
    elif right:
        _list(right, word)
    else:
        click.echo(f"codelens: {_none(word)}", err=True)
    if faults:
        return 2
    return 0 if right else 1


def _matching(word: str) -> list[Entry]:
    """The recipes of a topic or that speak of a word, by name; what is wrong with one is said whatever is asked."""
    from codelens.query.recipes.library import load_topics  # noqa: PLC0415

    entries = list(entries_of(Recipes()))
    if word.casefold() in load_topics():
        meant = [entry for entry in entries if entry.recipe and word.casefold() in entry.recipe.topics]
    else:
        meant = about(entries, word)
    return [entry for entry in entries if entry in meant or entry.fault]


def _none(word: str) -> str:
    """What to say when no recipe answers to a word."""
    from difflib import get_close_matches  # noqa: PLC0415

    from codelens.query.recipes.library import load_topics  # noqa: PLC0415

    close = get_close_matches(word, [*load_topics(), *Recipes().files], 1)
    hint = f"did you mean {close[0]}?" if close else "to list all: codelens recipes"
    return f"no recipe speaks of {printable(word)}; {hint}"


def _list(entries: Sequence[Entry], word: str) -> None:
    from codelens.query.recipes.library import load_topics  # noqa: PLC0415

    width = max(len(entry.name) for entry in entries)
    topics = load_topics()
    meaning = topics.get(word.casefold())
    for topic, said, listed in by_topic(entries, topics) if meaning is None else [(word, meaning, entries)]:
        click.echo(f"{click.style(topic, bold=True)}: {said}")
        for entry in listed:
            click.echo(f"  {entry.name:{width}}  {printable(entry.recipe.question if entry.recipe else '')}")


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
    tested = "" if recipe.test else "; it has no test"
    click.echo(f"{file}: a recipe with {steps} steps and {parameters} parameters; nothing is wrong with it{tested}")
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
    root = click.get_current_context().find_root()
    return root.command.list_commands(root) if isinstance(root.command, click.Group) else ()
