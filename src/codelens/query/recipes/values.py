"""What a recipe is told: the arguments of its parameters, checked by their types, as the values of placeholders."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from codelens.errors import UsageError
from codelens.query.recipes.recipe import ParameterType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from codelens.query.recipes.recipe import Parameter, Recipe

_LONGEST = 2_000


def wrong_value(parameter: Parameter, value: str | None) -> str:
    """What is wrong with a value of a parameter, or ""."""
    if not value:
        return "is empty"
    if len(value) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    if parameter.type is ParameterType.NUMBER and not (value.isascii() and value.isdigit()):
        return f"{value!r} is no number"
    if parameter.type is ParameterType.CHOICE and value not in parameter.choices:
        return f"{value!r} is not one of {', '.join(parameter.choices)}"
    return ""


def words(parameter: Parameter, text: str) -> tuple[str, ...]:
    """A default or an example as values: of a parameter that takes many, each word is one."""
    return tuple(text.split()) if parameter.many else ((text,) if text else ())


def bind(recipe: Recipe, given: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The values of all parameters; of one that is not given and has no default, none.

    Args:
        recipe: Whose parameters.
        given: Parameter to its values; one that is not there was not given.

    Raises:
        UsageError: One is missing, unknown or of another form; says what it means, with an example.
    """
    unknown = next((name for name in given if recipe.parameter(name) is None), None)
    if unknown is not None:
        message = f"{recipe.name}: there is no parameter {unknown}; see: codelens {recipe.name} --help"
        raise UsageError(message)
    return {parameter.name: _values(recipe, parameter, given.get(parameter.name)) for parameter in recipe.parameters}


def _values(recipe: Recipe, parameter: Parameter, given: Sequence[str] | None) -> tuple[str, ...]:
    values = tuple(value for value in given or () if value)
    if not values and parameter.default is not None:
        return words(parameter, parameter.default)
    wrong = fault(parameter, values)
    if wrong and not values:
        message = (
            f"{recipe.name}: {parameter.name} {wrong}: {parameter.meaning}; "
            f"for example: codelens {recipe.name} {example(recipe)}"
        )
        raise UsageError(message)
    if len(values) > 1 and not takes_several(parameter):
        message = f"{recipe.name}: {parameter.name} {wrong}"
        raise UsageError(message)
    if wrong:
        message = f"{recipe.name}: {parameter.name}: {wrong}; for example: {parameter.example}"
        raise UsageError(message)
    return values


def fault(parameter: Parameter, values: Sequence[str]) -> str:
    """What is wrong with what was given for a parameter, or ""; nothing given is wrong when it is required."""
    if not values:
        return "is missing" if parameter.required else ""
    if len(values) > 1 and not takes_several(parameter):
        return f"takes one value, not {len(values)}"
    return next(filter(None, (wrong_value(parameter, value) for value in values)), "")


def takes_several(parameter: Parameter) -> bool:
    """Whether it may be given several values: repositories always, as ``--repo`` may."""
    return parameter.many or parameter.type is ParameterType.REPOSITORY


def typed(parameter: Parameter, text: str) -> tuple[str, ...]:
    """The values in a line that a person typed: of a parameter that takes several, words as a shell has them.

    Raises:
        UsageError: A quote is not closed.
    """
    if not takes_several(parameter):
        return tuple(filter(None, [text.strip()]))
    try:
        return tuple(shlex.split(text))
    except ValueError as error:
        message = "a quote is not closed; close it, or write a backslash before it"
        raise UsageError(message) from error


def as_typed(values: Sequence[str], parameter: Parameter) -> str:
    """Values as the line that :func:`typed` reads."""
    return " ".join(shlex.quote(value) for value in values) if takes_several(parameter) else " ".join(values)


def example(recipe: Recipe) -> str:
    """Arguments that make sense: those of all parameters that must be given, and of all other choices."""
    places = [each for each in recipe.parameters if each.is_place]
    shown = [each for each in places if each.required] or places[:1]
    parts = [_quoted(word) for each in shown for word in words(each, each.example)]
    options = [f"--{each.name} {each.example}" for each in recipe.parameters if not each.is_place]
    return " ".join((*parts, *options))


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'" if any(each in word for each in " '\"$*?[]|&;<>(){}\\") else word
