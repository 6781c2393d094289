"""Whether each step of a recipe can be asked: its query, placeholders and conditions, the recipe that it may be."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, QueryError
from codelens.query.recipes.forms import EXPRESSIONS
from codelens.query.recipes.placeholders import ATTRIBUTES, PARTS, placeholders, plain_texts, query_texts
from codelens.query.recipes.recipe import ANY, RECIPE, SEARCH
from codelens.query.recipes.values import wrong_value
from codelens.query.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from codelens.query.recipes.placeholders import Placeholder
    from codelens.query.recipes.recipe import Parameter, Recipe, Step

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FILTERS = ("repo", "rev", "kind", "lang", "file")
_OPEN = re.compile(r"(?<!\\)\{[a-z][\w.-]*(?![\w.}-])")
_BOUNDS = {"limit": 1000, "each": 50, "depth": 10}


def step_faults(recipe: Recipe, read: Callable[[str], Recipe]) -> Iterator[str]:
    """What is wrong with the steps of a recipe."""
    earlier: set[str] = set()
    titles: set[str] = set()
    ids = [step.id for step in recipe.steps if step.id]
    for number, step in enumerate(recipe.steps):
        where = recipe.where("steps", number)
        if step.title in titles or not step.title.strip():
            yield f"{where} a step needs a title of its own"
        titles.add(step.title)
        if step.id and (step.id in earlier or recipe.parameter(step.id) or not NAME.fullmatch(step.id)):
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
    elif step.without:
        yield "without: is of a search; leave it out"
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
            yield f"if: {name} is no parameter; {nearest(name, names_of(recipe))}"
        elif wrong := next(
            filter(None, (wrong_value(parameter, value) for value in values if value not in {"", ANY})), ""
        ):
            yield f"if: {name}: {wrong}"


def _wrong_recipe(step: Step, read: Callable[[str], Recipe]) -> Iterator[str]:
    try:
        other = read(step.subject)
    except CodelensError as error:
        yield str(error)
        return
    for name in step.given:
        if other.parameter(name) is None:
            yield f"with: {other.name} has no parameter {name}; {nearest(name, names_of(other))}"
    for parameter in other.parameters:
        if parameter.required and parameter.name not in step.given:
            yield f"with: {other.name} needs {parameter.name} ({parameter.meaning})"


def _wrong_placeholders(recipe: Recipe, step: Step, earlier: set[str], ids: list[str]) -> Iterator[str]:
    texts = list(step.texts())
    try:
        texts += query_texts(parse(step.subject)) if step.operation == SEARCH else []
        texts += query_texts(parse(step.without)) if step.without else []
    except QueryError as error:
        yield str(error)
    else:
        yield from _misplaced_expressions(recipe, step)
    for text in texts:
        for found in _OPEN.finditer(text):
            yield f"{found[0]} is not closed; write {found[0]}}}"
    used = list(placeholders(texts))
    for each in used:
        if wrong := _wrong_placeholder(recipe, each, earlier, ids):
            yield wrong
    for each in placeholders([step.title]):
        parameter = recipe.parameter(each.name)
        if parameter is None or _wrong_part(parameter, each):
            yield f"title: {{{each}}} is no parameter; a title may hold parameters only"
    steps = sorted({each.name for each in used if each.attribute is not None and each.name not in names_of(recipe)})
    if len(steps) > 1:
        yield f"refers to the results of {' and '.join(steps)}; a step can follow one"


def _wrong_placeholder(recipe: Recipe, each: Placeholder, earlier: set[str], ids: list[str]) -> str:
    parameter = recipe.parameter(each.name)
    if parameter is not None:
        return _wrong_part(parameter, each)
    if each.name in earlier:
        return _wrong_attribute(each)
    if each.attribute is None:
        hint = nearest(each.name, names_of(recipe))
        return f"{{{each}}} is no parameter; {hint} (a brace in a regular expression is \\{{)"
    if each.name in ids:
        return f"{{{each}}} refers forward; a step can use the results of earlier steps only"
    return f"{{{each}}}: there is no step with id: {each.name}; {nearest(each.name, earlier)}"


def _wrong_attribute(each: Placeholder) -> str:
    if each.attribute is None:
        return f"{{{each}}} is a step; write {{{each}.symbol}} or another of {', '.join(ATTRIBUTES)}"
    if each.attribute not in ATTRIBUTES:
        return f"{{{each}}}: a result has no {each.attribute}; {nearest(each.attribute, ATTRIBUTES)}"
    return ""


def _wrong_part(parameter: Parameter, each: Placeholder) -> str:
    if each.attribute is None:
        return ""
    parts = PARTS.get(parameter.type)
    if parts is None:
        return f"{{{each}}}: only a parameter of type {' or '.join(PARTS)} has parts; write {{{each.name}}}"
    return (
        "" if each.attribute in parts else f"{{{each}}}: a {parameter.type} has no {each.attribute}; {there_are(parts)}"
    )


def _misplaced_expressions(recipe: Recipe, step: Step) -> Iterator[str]:
    """Parts that are regular expressions and stand where none can be."""
    plain = list(step.texts())
    if step.operation == SEARCH:
        plain += plain_texts(parse(step.subject))
    for each in placeholders(plain):
        if each.attribute in EXPRESSIONS and recipe.parameter(each.name) is not None:
            yield f"{{{each}}} is a regular expression; put it between slashes"


def names_of(recipe: Recipe) -> list[str]:
    """The names of its parameters."""
    return [parameter.name for parameter in recipe.parameters]


def nearest(word: str, known: Iterable[str]) -> str:
    """What to type instead of a word that is not known."""
    names = list(known)
    close = get_close_matches(word, names, 1)
    return f"did you mean {close[0]}?" if close else there_are(names)


def there_are(names: Iterable[str]) -> str:
    """All that can be typed."""
    return f"there are {', '.join(names)}" if names else "there are none"
