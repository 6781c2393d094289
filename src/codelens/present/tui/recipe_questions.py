"""What the screens of recipes ask: each function makes a call for an :class:`~codelens.present.tui.asking.Asker`."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, ReplacedError
from codelens.present.recipe_texts import LIMIT, REPO, REV, options_of
from codelens.present.tui.questions import now
from codelens.present.tui.runs import RecipeAsked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from codelens.query.completing import Completion
    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.catalogue import Catalogue
    from codelens.query.recipes.entries import Entry
    from codelens.query.recipes.recipe import Parameter, Recipe
    from codelens.query.session import Session

_AT_ONCE = 16  # recipes that a list is told of together


@dataclass(frozen=True, slots=True)
class Listed:
    """Recipes that have been read.

    Args:
        entries: Some of them, by name.
        topics: What they are listed under, with the meanings.
        fault: What is wrong with the topics; "" when nothing is.
    """

    entries: list[Entry]
    topics: Mapping[str, str]
    fault: str = ""


def listed(catalogue: Catalogue) -> Callable[[Session], Iterator[Listed]]:
    """All recipes, some at a time."""

    def call(session: Session) -> Iterator[Listed]:
        from codelens.query.recipes.library import load_topics  # noqa: PLC0415 - the screen is painted before

        topics: dict[str, str] = {}
        fault = ""
        try:
            topics = load_topics()
        except CodelensError as error:
            fault = str(error)
        some: list[Entry] = []
        for entry in catalogue.entries():
            session.checkpoint()
            some.append(entry)
            if len(some) == _AT_ONCE:
                yield Listed(some, topics, fault)
                some = []
        yield Listed(some, topics, fault)

    return call


def is_current(catalogue: Catalogue) -> Callable[[Session], bool]:
    """Whether the files of the recipes are as they were read."""
    return lambda _session: catalogue.is_current()


def offers(parameter: Parameter, word: str, repositories: Sequence[str]) -> Callable[[Session], list[Completion]]:
    """What a value can become while it is typed; nothing when that can't be told."""

    def call(session: Session) -> list[Completion]:
        from codelens.query.completing import Asked, of_parameter  # noqa: PLC0415 - the screen is painted before

        asked = Asked(session.home, session.shards, tuple(repositories))
        try:
            return list(of_parameter(parameter)(asked, word))
        except (CodelensError, OSError):
            return []

    return call


@dataclass(frozen=True, slots=True)
class Checked:
    """What a person typed into a form.

    Args:
        asked: The recipe with its values; None when one is wrong.
        faults: What is wrong, by parameter.
    """

    asked: RecipeAsked | None
    faults: Mapping[str, str] = field(default_factory=dict)


def checked(recipe: Recipe, texts: Mapping[str, str]) -> Callable[[Session], Checked]:
    """The values in what was typed for the parameters and options of a recipe."""

    def call(session: Session) -> Checked:
        given: dict[str, tuple[str, ...]] = {}
        faults: dict[str, str] = {}
        for parameter in (*recipe.parameters, *options_of(recipe)):
            try:
                given[parameter.name] = _values(parameter, texts.get(parameter.name, ""), session, recipe)
            except CodelensError as error:
                faults[parameter.name] = str(error)
        if not faults and (fault := _revision_fault(given[REV], session)):
            faults[REV] = fault
        if faults:
            return Checked(None, faults)
        own = {each.name: given[each.name] for each in recipe.parameters if given[each.name]}
        options = {each.name: given[each.name] for each in options_of(recipe)}
        limit = next(iter(options[LIMIT]), "")
        revision = next(iter(options[REV]), "")
        return Checked(RecipeAsked(recipe, own, options.get(REPO, ()), revision, int(limit) if limit else None))

    return call


def _values(parameter: Parameter, text: str, session: Session, recipe: Recipe) -> tuple[str, ...]:
    from codelens.errors import UsageError  # noqa: PLC0415
    from codelens.query.recipes.recipe import ParameterType  # noqa: PLC0415
    from codelens.query.recipes.repositories import named  # noqa: PLC0415
    from codelens.query.recipes.values import fault, typed  # noqa: PLC0415

    values = typed(parameter, text)
    if wrong := fault(parameter, values):
        raise UsageError(wrong)
    if parameter.name == LIMIT and values == ("0",):
        message = "is at least 1"
        raise UsageError(message)
    each_own = any(step.per == parameter.name for step in recipe.steps)  # which says itself that one is not there
    if parameter.type is ParameterType.REPOSITORY and values and not each_own:
        named(values, session.home)
    return values


def _revision_fault(values: Sequence[str], session: Session) -> str:
    try:
        session.shards((), next(iter(values), ""))
    except CodelensError as error:
        return str(error)
    return ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A run begins; when it does so twice, what came between counts no more.

    Args:
        titles: Of the steps that will be answered.
        missing: Why repositories are not asked.
    """

    titles: Sequence[str]
    missing: Sequence[str]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A step is answered, after so many seconds."""

    answered: StepAnswer
    seconds: float


def steps(asked: RecipeAsked) -> Callable[[Session], Iterator[Begun | Arrived]]:
    """The answers of a recipe, each when it is there.

    The call raises:
        ReplacedError: A step failed because another index took the place of the one that is asked.
        CodelensError: It can't be run.
    """

    def call(session: Session) -> Iterator[Begun | Arrived]:
        from codelens.query.recipes.library import Recipes  # noqa: PLC0415 - the screen is painted before
        from codelens.query.recipes.running import run_recipe  # noqa: PLC0415

        with ExitStack() as stack:
            if asked.repositories or asked.revision:
                session = stack.enter_context(closing(_confined(session, asked)))
            run = run_recipe(asked.recipe, asked.given, session, Recipes(), asked.limit)
            yield Begun(run.titles(), run.missing)
            before = now()
            for answered in run.answers():
                if answered.errors and not session.is_current():
                    message = "the index was replaced while it was asked; ask again"
                    raise ReplacedError(message)
                after = now()
                yield Arrived(answered, after - before)
                before = after

    return call


def _confined(session: Session, asked: RecipeAsked) -> Session:
    from codelens.query.session import Session as Opened  # noqa: PLC0415

    return Opened(session.home, asked.repositories, asked.revision, session.broken, session.checkpoint)
