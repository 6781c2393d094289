"""Reads a recipe: what its fields are and whether they have the right form. Whether they agree is ``checking``'s.

Each error is one line with file, line, step and what to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from codelens.document import nearest, read_document, said_of
from codelens.errors import RecipeError
from codelens.query.recipes.recipe import RECIPE, SEARCH, Case, Parameter, ParameterType, Recipe, Step

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from codelens.document import Document

_NOT_WRITTEN = {"file", "lines"}  # fields of a recipe that loading fills in
_STEP_FIELDS = {field.encode_name for field in msgspec.structs.fields(Step)} - {"operation", "subject", "to"}
_LISTS: dict[type, tuple[str, ...]] = {
    Recipe: ("topics", "asked", "repositories"),
    Step: ("repo", "kind", "lang", "file"),
}
_LARGEST = {"steps": 40, "parameters": 12}
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")


def read_recipe(file: Path) -> Recipe:
    """Read a recipe.

    Raises:
        RecipeError: It is no YAML, or a field is unknown, missing or of another form.
    """
    document = read_document(file, RecipeError)
    if document.value is None:
        message = f"{file}: is empty; see queries/README.md for what a recipe has"
        raise RecipeError(message)
    written = _mapping(document, document.value, "a recipe is a mapping; see queries/README.md")
    for name in _NOT_WRITTEN & written.keys():
        raise _error(document, ("", name), f'unknown field "{name}"; there are {_fields(Recipe)}')
    _require_few(document, written)
    top = {key: _as_list(value) if key in _LISTS[Recipe] else value for key, value in written.items()}
    top["steps"] = [_step(document, number, step) for number, step in enumerate(_listed(written, "steps"))]
    top["parameters"] = list(_listed(written, "parameters"))
    for cases in ("test", "real"):
        top[cases] = [_case(each) for each in _listed(written, cases)]
    try:
        recipe = msgspec.convert(top, Recipe, strict=False)
    except msgspec.ValidationError as error:
        raise _explained(document, error) from error
    return msgspec.structs.replace(recipe, file=file, lines=document.lines)


def _step(document: Document, number: int, step: object) -> dict[str, object]:
    """A step as :class:`Step` has it: the key that is no other field is what it asks."""
    place = ("steps", number)
    written = _mapping(document, step, "a step is a mapping with a title and a question", *place)
    asked = [key for key in written if key not in _STEP_FIELDS]
    if asked not in ([SEARCH], [RECIPE]):
        _require_operation(document, place, asked)
    rest = {key: _as_list(value) if key in _LISTS[Step] else value for key, value in written.items() if key != asked[0]}
    conditions = rest.get("if")
    if isinstance(conditions, dict):
        rest["if"] = {key: _as_list(value) for key, value in conditions.items()}
    subject = written[asked[0]]
    if isinstance(subject, dict):
        if set(subject) != {"from", "to"}:
            message = f"{asked[0]}: is a text in quotes, or a mapping with from and to"
            raise _error(document, (*place, asked[0]), message)
        return {**rest, "operation": asked[0], "subject": subject["from"], "to": subject["to"]}
    return {**rest, "operation": asked[0], "subject": subject}


def _require_operation(document: Document, place: tuple[object, ...], asked: list[str]) -> None:
    """Refuse a step that asks nothing, several things, or what is no operation."""
    from codelens.query.operations import OPERATIONS  # noqa: PLC0415 - it brings the index, which help needs not

    known = (SEARCH, RECIPE, *OPERATIONS)
    for key in asked:
        if key not in known:
            message = f'unknown field or operation "{key}"; {nearest(key, (*known, *_STEP_FIELDS))}'
            raise _error(document, (*place, key), message)
    if len(asked) != 1:
        said = "asks nothing" if not asked else f"asks {' and '.join(asked)} at once"
        message = f"a step has one question, this one {said}; write one of {', '.join(known)}"
        raise _error(document, place, message)


def _case(case: object) -> object:
    if isinstance(case, dict) and isinstance(case.get("finds"), dict):
        return {**case, "finds": {step: _as_list(entries) for step, entries in case["finds"].items()}}
    return case


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _listed(written: dict[str, object], name: str) -> Iterable[object]:
    """The entries of a list; what is no list is left for the conversion to refuse."""
    value = written.get(name, [])
    return value if isinstance(value, list) else [value]


def _mapping(document: Document, value: object, message: str, *place: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _error(document, place, message)
    return value


def _require_few(document: Document, written: dict[str, object]) -> None:
    for name, most in _LARGEST.items():
        if len(list(_listed(written, name))) > most:
            raise _error(document, (name,), f"has more than {most} {name}; split it into recipes")


def _explained(document: Document, error: msgspec.ValidationError) -> RecipeError:
    """An error of the conversion in our words, with what a recipe has instead."""
    path, text = said_of(error)
    if unknown := _UNKNOWN.match(str(error)):
        text = f'unknown field "{unknown[1]}"; there are {_fields(_type_at(path))}'
        path += f".{unknown[1]}"
    elif text.endswith(" is missing"):
        text += "; see queries/README.md"
    elif text.endswith(", not a mapping"):
        text += "; put a placeholder ({…}) in quotes"
    elif text.startswith("type: invalid enum"):
        text = f"type: {text.rpartition(' ')[2]} is no type of parameter; there are {', '.join(ParameterType)}"
    return _at_line(document, path, text)


def _type_at(path: str) -> type:
    for start, found in (("$.steps", Step), ("$.parameters", Parameter), ("$.test", Case), ("$.real", Case)):
        if path.startswith(start):
            return found
    return Recipe


def _fields(of: type) -> str:
    names = (field.encode_name for field in msgspec.structs.fields(of))
    return ", ".join(name for name in names if not (of is Recipe and name in _NOT_WRITTEN))


def _error(document: Document, place: Iterable[object], message: str) -> RecipeError:
    path = "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)
    return _at_line(document, path, message)


def _at_line(document: Document, path: str, message: str) -> RecipeError:
    step = re.match(r"\$\.steps\[(\d+)\]", path)
    where = f" step {int(step[1]) + 1}:" if step else ""
    return RecipeError(f"{document.file}:{document.line_of(path)}:{where} {message}")
