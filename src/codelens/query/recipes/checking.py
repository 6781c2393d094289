"""Whether a recipe agrees with itself, and with what there is: the faults of one, each a line for whoever wrote it.

``faults`` is what a recipe must be free of to be run; ``shortcomings`` is what it must be free of to be shipped, and
needs the kinds, the languages and the topics that are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, QueryError
from codelens.query.recipes.checking_steps import NAME, names_of, nearest, step_faults, there_are
from codelens.query.recipes.expecting import is_entry
from codelens.query.recipes.placeholders import placeholders
from codelens.query.recipes.recipe import RECIPE, SEARCH, ParameterType
from codelens.query.recipes.values import words, wrong_value
from codelens.query.syntax import parse
from codelens.query.tree import Field, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from codelens.query.recipes.recipe import Case, Parameter, Recipe, Step

_OPTIONS = (
    "rev",
    "limit",
    "json",
    "home",
    "tree",
    "format",
    "link",
    "output",
    "force",
    "help",
)  # that every recipe has


@dataclass(frozen=True, slots=True)
class Known:
    """What a recipe may speak of.

    Args:
        kinds: Of definitions and references.
        languages: Their names.
        topics: What recipes are listed under.
        commands: Names that a recipe can't have.
    """

    kinds: Collection[str]
    languages: Collection[str]
    topics: Collection[str]
    commands: Collection[str]


def faults(recipe: Recipe, read: Callable[[str], Recipe]) -> Iterator[str]:
    """What keeps a recipe from being run.

    Args:
        recipe: As read.
        read: Finds another recipe by its name.
    """
    yield from _name_faults(recipe)
    yield from _parameter_faults(recipe)
    yield from step_faults(recipe, read)
    yield from _cycle(recipe, read)


def shortcomings(recipe: Recipe, known: Known) -> Iterator[str]:
    """What keeps a recipe that can be run from being a good one."""
    if recipe.name in known.commands:
        yield f"{recipe.where('name')} a command is named {recipe.name}; rename the file and the recipe"
    yield from _poor_words(recipe, known)
    for name in ("test", "real"):
        for number, case in enumerate(getattr(recipe, name)):
            yield from _case_faults(recipe, case, (name, number))
    for number, step in enumerate(recipe.steps):
        yield from _unknown_words(recipe, number, step, known)


def _poor_words(recipe: Recipe, known: Known) -> Iterator[str]:
    if not recipe.question.rstrip().endswith("?"):
        yield f"{recipe.where('question')} a question ends with a question mark"
    if not recipe.when.strip():
        yield f"{recipe.where('when')} say when to ask it"
    for name, place, text in _sentences(recipe):
        if text and not text.rstrip().endswith((".", "?", "!", ")")):
            yield (
                f"{recipe.where(*place)} {name}: a sentence ends with a full stop; "
                "where a comment (#) cut it off, put it in quotes"
            )
    if not recipe.topics:
        yield f"{recipe.where('topics')} name at least one topic; {there_are(known.topics)}"
    for number, topic in enumerate(recipe.topics):
        if topic not in known.topics:
            yield f"{recipe.where('topics', number)} unknown topic {topic!r}; {nearest(topic, known.topics)}"


def _sentences(recipe: Recipe) -> Iterator[tuple[str, tuple[object, ...], str]]:
    yield "when", ("when",), recipe.when
    yield "limits", ("limits",), recipe.limits
    for number, step in enumerate(recipe.steps):
        yield "waits", ("steps", number, "waits"), step.waits


def _name_faults(recipe: Recipe) -> Iterator[str]:
    if recipe.name != recipe.file.stem:
        yield f"{recipe.where('name')} the file is named {recipe.file.stem}, the recipe {recipe.name}; name both alike"
    elif not NAME.fullmatch(recipe.name):
        yield f"{recipe.where('name')} a name is lower-case words joined by -, such as who-forks"
    if not recipe.steps:
        yield f"{recipe.where('steps')} there is no step"


def _parameter_faults(recipe: Recipe) -> Iterator[str]:
    seen: set[str] = set()
    optional = many = ""
    for number, each in enumerate(recipe.parameters):
        where = recipe.where("parameters", number)
        for message in _wrong_parameter(each):
            yield f"{where} parameter {each.name}: {message}"
        if each.name in seen:
            yield f"{where} parameter {each.name} is there twice"
        seen.add(each.name)
        if not each.is_place:
            continue
        if many:
            yield f"{where} parameter {each.name}: {many} takes all that follows; put it last"
        if each.required and optional:
            yield f"{where} parameter {each.name}: is required, but {optional} before it has a default; put it first"
        many = each.name if each.many else many
        optional = each.name if not each.required else optional


def _wrong_parameter(parameter: Parameter) -> Iterator[str]:
    if not NAME.fullmatch(parameter.name):
        yield "a name is lower-case words joined by -"
    if parameter.name in _OPTIONS:
        yield f"every recipe has an option --{parameter.name}; choose another name"
    if parameter.name == "repo" and parameter.type is not ParameterType.REPOSITORY:
        yield "repo is of type repository"
    if not parameter.meaning.strip():
        yield "say what it means"
    if (parameter.type is ParameterType.CHOICE) != bool(parameter.choices):
        yield "choices are of a parameter of type choice, and it needs them"
        return
    for field, value in (("example", parameter.example), ("default", parameter.default)):
        for wrong in filter(None, (wrong_value(parameter, word) for word in words(parameter, value or ""))):
            yield f"{field}: {wrong}"
    if not parameter.example:
        yield "give an example"


def _cycle(recipe: Recipe, read: Callable[[str], Recipe]) -> Iterator[str]:
    """A way from the recipe back to itself."""
    ways: list[tuple[str, ...]] = [(recipe.name, step.subject) for step in recipe.steps if step.operation == RECIPE]
    seen = set()
    while ways:
        way = ways.pop()
        if way[-1] == recipe.name:
            yield f"{recipe.where('steps')} the recipe asks itself: {' -> '.join(way)}; take out one of these steps"
            return
        if way[-1] in seen:
            continue
        seen.add(way[-1])
        try:
            other = read(way[-1])
        except CodelensError:
            continue  # said where it is a step
        ways += [(*way, step.subject) for step in other.steps if step.operation == RECIPE]


def _case_faults(recipe: Recipe, case: Case, place: tuple[object, ...]) -> Iterator[str]:
    titles = {step.title for step in recipe.steps} | {step.id for step in recipe.steps if step.id}
    for name in case.arguments:
        if recipe.parameter(name) is None:
            yield f"{recipe.where(*place)} arguments: {name} is no parameter; {nearest(name, names_of(recipe))}"
    for parameter in recipe.parameters:
        if parameter.required and parameter.name not in case.arguments:
            yield f"{recipe.where(*place)} arguments: {parameter.name} is missing"
    if not case.finds:
        yield f"{recipe.where(*place)} finds nothing; name a step and what it finds"
    for step, entries in case.finds.items():
        where = recipe.where(*place, "finds", step)
        if step not in titles:
            yield f"{where} there is no step {step!r}; {nearest(step, titles)}"
        for entry in entries:
            if not is_entry(entry):
                yield f"{where} {entry!r} is not `repository/path: part of the line` nor `repository/path:line`"


def _unknown_words(recipe: Recipe, number: int, step: Step, known: Known) -> Iterator[str]:
    """Kinds and languages that nothing has."""
    fields = [("kind", word) for word in step.kind] + [("lang", word) for word in step.lang]
    if step.operation == SEARCH:
        try:
            found = [leaf for leaf in leaves(parse(step.subject).tree) if isinstance(leaf, Field)]
        except QueryError:
            found = []  # a fault, said there
        fields += [(str(leaf.field), leaf.value) for leaf in found]
    there = {"kind": known.kinds, "lang": known.languages}
    for field, word in fields:
        if field in there and word not in there[field] and not any(placeholders([word])):
            where = recipe.where("steps", number)
            yield f"{where} unknown {field} {word!r}; {nearest(word, there[field])}"
