"""Writes the parts of the documentation that data and ``--help`` decide; ``--check`` says whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from codelens.extract.languages import load_languages
from codelens.extract.tags_query import check_language
from codelens.model import SkipReason
from codelens.present.cli.main import codelens
from codelens.query.recipes.library import Recipes, load_topics
from codelens.query.recipes.values import example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.query.recipes.recipe import Recipe

ROOT = Path(__file__).parent.parent
WIDTH = 100
RECIPES = """\
Written by `make docs` from `queries/recipes/`; `queries/README.md` says how to add one. A question of debugging that is
saved: each is a command, `codelens recipes` lists them, and `codelens RECIPE --help` says what it takes. A parameter is
typed in its place or as an option (`codelens who-forks moby`, `codelens who-forks --repo moby`). Matches go to standard
output as `path:line:column: text  [repository]`, the titles of the steps to standard error; `--json` gives each match
its `step`, a `step_summary` after each step and the `summary` last; `--tree` and `--format mermaid|dot` draw. The exit
status is 0 when any step has matches, 1 when none has, 2 for an error."""


LANGUAGES = """\
Written by `make docs` from `queries/languages/`; `queries/README.md` says how to add one, and which have no grammar.
`lang:` takes the name, the title, an ending of files, or another name that is listed. What a program shows (logs,
errors, flags, …) is found where *shows* has a mark."""


def languages_line() -> str:
    """The titles of the supported languages."""
    titles = sorted((each.description.title for each in load_languages().by_name.values()), key=str.lower)
    return f"{len(titles)} languages: {', '.join(titles)}. [Their files and kinds](docs/languages.md)."


def languages_text() -> str:
    """The supported languages with their file types and the kinds that they define."""
    languages = load_languages()
    rows = ["| language | `lang:` | files | definitions | shows |", "|---|---|---|---|---|"]
    for _, language in sorted(languages.by_name.items()):
        names = " ".join(f"`{name}`" for name in (language.name, *language.description.aliases))
        files = " ".join(f"`{pattern}`" for pattern in language.description.files)
        kinds = ", ".join(sorted(check_language(language, languages.captures)))
        shows = "✓" if language.surface(languages.captures) else ""
        rows.append(f"| {language.description.title} | {names} | {files} | {kinds} | {shows} |")
    return "\n".join(["# Languages", "", LANGUAGES, "", *rows]) + "\n"


def skips_table() -> str:
    """The reasons for which a file is not indexed."""
    rows = ["| reason | a file with it … |", "|---|---|"]
    return "\n".join(rows + [f"| {reason} | {reason.meaning} |" for reason in SkipReason])


def commands_text() -> str:
    """The help of every command."""
    parts = ["# Commands", "", "Written by `make docs` from `--help`.", ""]
    for name, command in commands_of(codelens, "codelens"):
        context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
        parts += [f"## {name}", "", "```", command.get_help(context), "```", ""]
    return "\n".join(parts)


def commands_of(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """A command and those within it, each with all of its name."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from commands_of(found, f"{name} {inner}")


def recipes_text() -> str:
    """The recipes by topic: the question of each, how it is typed, its steps and its limits."""
    recipes = Recipes({file.stem: file for file in sorted((ROOT / "queries" / "recipes").glob("*.yaml"))})
    read = [recipes.read(name) for name in sorted(recipes.files)]
    parts = ["# Recipes", "", RECIPES, ""]
    for topic, meaning in load_topics().items():
        listed = [recipe for recipe in read if recipe.topics[0] == topic]
        also = [f"`{recipe.name}`" for recipe in read if topic in recipe.topics[1:]]
        if not (listed or also):
            continue
        parts += [f"## {topic}: {meaning}", ""]
        for recipe in listed:
            parts += [*recipe_lines(recipe), ""]
        if also:
            parts += [f"See also: {', '.join(also)}.", ""]
    return "\n".join(parts).rstrip() + "\n"


def recipe_lines(recipe: Recipe) -> Iterator[str]:
    """A recipe as a section."""
    yield f"### {recipe.name}"
    yield ""
    yield f"**{recipe.question}** {' '.join(recipe.when.split())}"
    yield ""
    yield "    " + f"codelens {recipe.name} {example(recipe)}".rstrip()
    yield ""
    for parameter in recipe.parameters:
        needed = "required" if parameter.required else "optional"
        choices = f"; one of {', '.join(parameter.choices)}" if parameter.choices else ""
        yield f"- `{parameter.name}` ({parameter.type}, {needed}): {parameter.meaning}{choices}"
    steps = "; ".join(
        step.title + (f" (waits: {step.waits.rstrip('.')})" if step.waits else "") for step in recipe.steps
    )
    yield f"- Steps: {steps}."
    if recipe.repositories:
        yield f"- Searched unless told otherwise: {', '.join(recipe.repositories)}."
    if recipe.limits:
        yield f"- Limits: {' '.join(recipe.limits.split())}"


def filled(text: str, name: str, content: str) -> str:
    """A text with what stands between the marks of a generated part replaced."""
    start, end = f"<!-- {name}: written by make docs -->\n", f"\n<!-- /{name} -->"
    before, found, rest = text.partition(start)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        message = f"the marks of {name} are missing"
        raise SystemExit(message)
    return before + start + content + end + after


def main() -> int:
    """Write or check; returns the exit status."""
    readme = (ROOT / "README.md").read_text()
    wanted = {
        "README.md": filled(filled(readme, "languages", languages_line()), "skips", skips_table()),
        "docs/commands.md": commands_text(),
        "docs/languages.md": languages_text(),
        "docs/recipes.md": recipes_text(),
    }
    stale = [name for name, text in wanted.items() if not (ROOT / name).exists() or (ROOT / name).read_text() != text]
    if "--check" in sys.argv:
        for name in stale:
            print(f"{name}: is not what the program says today; run: make docs", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (ROOT / name).write_text(wanted[name])
        print(f"{name}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
