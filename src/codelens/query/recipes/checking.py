"""Whether a recipe agrees with itself, and with what there is: the faults of one, each a line for whoever wrote it.

``faults`` is what a recipe must be free of to be run; ``shortcomings`` is what it must be free of to be shipped, and
needs the kinds, the languages and the topics that are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, QueryError
from codelens.query.recipes.expecting import is_entry
from codelens.query.recipes.forms import EXPRESSIONS
from codelens.query.recipes.placeholders import ATTRIBUTES, PARTS, placeholders, plain_texts, query_texts
from codelens.query.recipes.recipe import RECIPE, SEARCH, ParameterType
from codelens.query.recipes.values import words, wrong_value
from codelens.query.syntax import parse
from codelens.query.tree import Field, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from codelens.query.recipes.placeholders import Placeholder
    from codelens.query.recipes.recipe import Case, Parameter, Recipe, Step

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FILTERS = ("repo", "rev", "kind", "lang", "file")
_OPTIONS = ("rev", "limit", "json", "home", "tree", "format", "help")  # that every recipe has
_BOUNDS = {"limit": 1000, "each": 50, "depth": 10}


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
    yield from _step_faults(recipe, read)
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
        yield f"{recipe.where('topics')} name at least one topic; {_there_are(known.topics)}"
    for number, topic in enumerate(recipe.topics):
        if topic not in known.topics:
            yield f"{recipe.where('topics', number)} unknown topic {topic!r}; {_nearest(topic, known.topics)}"


def _sentences(recipe: Recipe) -> Iterator[tuple[str, tuple[object, ...], str]]:
    yield "when", ("when",), recipe.when
    yield "limits", ("limits",), recipe.limits
    for number, step in enumerate(recipe.steps):
        yield "waits", ("steps", number, "waits"), step.waits


def _name_faults(recipe: Recipe) -> Iterator[str]:
    if recipe.name != recipe.file.stem:
        yield f"{recipe.where('name')} the file is named {recipe.file.stem}, the recipe {recipe.name}; name both alike"
    elif not _NAME.fullmatch(recipe.name):
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
        if each.type is ParameterType.CHOICE:
            continue  # an option, never a place
        if many:
            yield f"{where} parameter {each.name}: {many} takes all that follows; put it last"
        if each.required and optional:
            yield f"{where} parameter {each.name}: is required, but {optional} before it has a default; put it first"
        many = each.name if each.many else many
        optional = each.name if not each.required else optional


def _wrong_parameter(parameter: Parameter) -> Iterator[str]:
    if not _NAME.fullmatch(parameter.name):
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


def _step_faults(recipe: Recipe, read: Callable[[str], Recipe]) -> Iterator[str]:
    earlier: set[str] = set()
    titles: set[str] = set()
    ids = [step.id for step in recipe.steps if step.id]
    for number, step in enumerate(recipe.steps):
        where = recipe.where("steps", number)
        if step.title in titles or not step.title.strip():
            yield f"{where} a step needs a title of its own"
        titles.add(step.title)
        if step.id and (step.id in earlier or recipe.parameter(step.id) or not _NAME.fullmatch(step.id)):
            yield f"{where} the id {step.id} is taken, or no lower-case word; choose another"
        for message in _wrong_step(recipe, step, read):
            yield f"{where} {message}"
        for message in _wrong_placeholders(recipe, step, earlier, ids):
            yield f"{where} {message}"
        if step.id:
            earlier.add(step.id)


def _wrong_step(recipe: Recipe, step: Step, read: Callable[[str], Recipe]) -> Iterator[str]:
    for name, most in _BOUNDS.items():
        if not 1 <= getattr(step, name) <= most:
            yield f"{name} is a number from 1 to {most}"
    if step.per and not _has_several(recipe, step.per):
        yield f"for: {step.per} is no parameter with many: true, nor a part of one"
    yield from _wrong_conditions(recipe, step)
    if step.operation == SEARCH:
        written = [name for name in _FILTERS if getattr(step, name)]
        if written:
            yield f"{written[0]}: is of an operation; write {written[0]}: into the query of the search"
    if step.operation == RECIPE:
        yield from _wrong_recipe(step, read)
    elif step.given:
        yield "with: is of a step that is a recipe"


def _has_several(recipe: Recipe, per: str) -> bool:
    """Whether a step can be asked for each value of this: a parameter of several, or a part of a parameter."""
    name, _, part = per.partition(".")
    parameter = recipe.parameter(name)
    if parameter is None:
        return False
    return part in PARTS.get(parameter.type, {}) if part else parameter.many


def _wrong_conditions(recipe: Recipe, step: Step) -> Iterator[str]:
    for name, values in step.only.items():
        parameter = recipe.parameter(name)
        if parameter is None:
            yield f"if: {name} is no parameter; {_nearest(name, _names(recipe))}"
        elif wrong := next(filter(None, (wrong_value(parameter, value) for value in values if value)), ""):
            yield f"if: {name}: {wrong}"


def _wrong_recipe(step: Step, read: Callable[[str], Recipe]) -> Iterator[str]:
    try:
        other = read(step.subject)
    except CodelensError as error:
        yield str(error)
        return
    for name in step.given:
        if other.parameter(name) is None:
            yield f"with: {other.name} has no parameter {name}; {_nearest(name, _names(other))}"
    for parameter in other.parameters:
        if parameter.required and parameter.name not in step.given:
            yield f"with: {other.name} needs {parameter.name} ({parameter.meaning})"


def _wrong_placeholders(recipe: Recipe, step: Step, earlier: set[str], ids: list[str]) -> Iterator[str]:
    texts = list(step.texts())
    try:
        texts += query_texts(parse(step.subject)) if step.operation == SEARCH else []
    except QueryError as error:
        yield str(error)
    else:
        yield from _misplaced_expressions(recipe, step)
    used = list(placeholders(texts))
    for each in used:
        if wrong := _wrong_placeholder(recipe, each, earlier, ids):
            yield wrong
    for each in placeholders([step.title]):
        parameter = recipe.parameter(each.name)
        if parameter is None or _wrong_part(parameter, each):
            yield f"title: {{{each}}} is no parameter; a title may hold parameters only"
    steps = sorted({each.name for each in used if each.attribute is not None and each.name not in _names(recipe)})
    if len(steps) > 1:
        yield f"refers to the results of {' and '.join(steps)}; a step can follow one"


def _wrong_placeholder(recipe: Recipe, each: Placeholder, earlier: set[str], ids: list[str]) -> str:
    parameter = recipe.parameter(each.name)
    if parameter is not None:
        return _wrong_part(parameter, each)
    if each.name in earlier:
        return _wrong_attribute(each)
    if each.attribute is None:
        nearest = _nearest(each.name, _names(recipe))
        return f"{{{each}}} is no parameter; {nearest} (a brace in a regular expression is \\{{)"
    if each.name in ids:
        return f"{{{each}}} refers forward; a step can use the results of earlier steps only"
    return f"{{{each}}}: there is no step with id: {each.name}; {_nearest(each.name, earlier)}"


def _wrong_attribute(each: Placeholder) -> str:
    if each.attribute is None:
        return f"{{{each}}} is a step; write {{{each}.symbol}} or another of {', '.join(ATTRIBUTES)}"
    if each.attribute not in ATTRIBUTES:
        return f"{{{each}}}: a result has no {each.attribute}; {_nearest(each.attribute, ATTRIBUTES)}"
    return ""


def _wrong_part(parameter: Parameter, each: Placeholder) -> str:
    if each.attribute is None:
        return ""
    parts = PARTS.get(parameter.type)
    if parts is None:
        return f"{{{each}}}: only a parameter of type {' or '.join(PARTS)} has parts; write {{{each.name}}}"
    return (
        ""
        if each.attribute in parts
        else f"{{{each}}}: a {parameter.type} has no {each.attribute}; {_there_are(parts)}"
    )


def _misplaced_expressions(recipe: Recipe, step: Step) -> Iterator[str]:
    """Parts that are regular expressions and stand where none can be."""
    plain = list(step.texts())
    if step.operation == SEARCH:
        plain += plain_texts(parse(step.subject))
    for each in placeholders(plain):
        if each.attribute in EXPRESSIONS and recipe.parameter(each.name) is not None:
            yield f"{{{each}}} is a regular expression; put it between slashes"


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
            yield f"{recipe.where(*place)} arguments: {name} is no parameter; {_nearest(name, _names(recipe))}"
    for parameter in recipe.parameters:
        if parameter.required and parameter.name not in case.arguments:
            yield f"{recipe.where(*place)} arguments: {parameter.name} is missing"
    if not case.finds:
        yield f"{recipe.where(*place)} finds nothing; name a step and what it finds"
    for step, entries in case.finds.items():
        where = recipe.where(*place, "finds", step)
        if step not in titles:
            yield f"{where} there is no step {step!r}; {_nearest(step, titles)}"
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
            yield f"{where} unknown {field} {word!r}; {_nearest(word, there[field])}"


def _names(recipe: Recipe) -> list[str]:
    return [parameter.name for parameter in recipe.parameters]


def _nearest(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(word, names, 1)
    return f"did you mean {close[0]}?" if close else _there_are(names)


def _there_are(names: Iterable[str]) -> str:
    return f"there are {', '.join(names)}" if names else "there are none"
