"""Runs a recipe: step by step, each answered when it is asked for, so that a screen shows the first at once.

A step that fails (a repository is not indexed, a name is missing) says so, and the others go on.
"""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codelens.errors import CodelensError, WithdrawnError
from codelens.query.filters import Filters
from codelens.query.operations import OPERATIONS, Question
from codelens.query.recipes.answers import StepAnswer, merged
from codelens.query.recipes.placeholders import ATTRIBUTES, fill, fill_query, placeholders, query_texts, with_parts
from codelens.query.recipes.recipe import ANY, RECIPE, SEARCH, ParameterType
from codelens.query.recipes.repositories import named
from codelens.query.recipes.values import bind
from codelens.query.search import search
from codelens.query.shards import indexed_names
from codelens.query.syntax import parse
from codelens.query.tree import And, Field, Name, Or, Text, leaves

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from codelens.query.matches import Answer, Match
    from codelens.query.recipes.library import Recipes
    from codelens.query.recipes.placeholders import Values
    from codelens.query.recipes.recipe import Recipe, Step
    from codelens.query.session import Session
    from codelens.query.tree import Query, Tree

_QUOTED = re.compile(r"""(["'`])([^"'`\n]+)\1""")
_MOST_COMPARED = 5_000  # matches of each of two queries


def run_recipe(
    recipe: Recipe,
    given: Mapping[str, Sequence[str]],
    session: Session,
    recipes: Recipes,
    limit: int | None = None,
) -> Run:
    """Begin to answer a recipe; its ``answers`` come one step at a time.

    Args:
        recipe: One that can be run.
        given: Parameter to its values.
        session: Where its steps are asked.
        recipes: Where a step that is a recipe is found.
        limit: How many matches of a step, instead of what the recipe says.

    Raises:
        UsageError: A parameter is missing or of another form.
        NotIndexedError: No repository that is asked for is indexed; says what to update.
    """
    values = bind(recipe, given)
    if not indexed_names(session.home):
        session.shards()  # says what to do first
    missing: list[str] = []
    usual: tuple[str, ...] = ()
    for parameter in recipe.parameters:
        words = values[parameter.name]
        if parameter.type is ParameterType.REPOSITORY and words and not _repeats(recipe, parameter.name):
            found = named(words, session.home)
            values[parameter.name] = usual = found.there
            missing += found.missing
    if recipe.repositories and not usual and not session.repositories:
        found = named(recipe.repositories, session.home)
        usual = found.there
        missing += found.missing
    return Run(recipe, values, session, recipes, limit, usual, tuple(missing))


def _repeats(recipe: Recipe, name: str) -> bool:
    """Whether each value of a parameter has a step of its own, which says itself that one is not indexed."""
    return any(step.per == name for step in recipe.steps)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a recipe.

    Args:
        recipe: What is run.
        values: Of its parameters.
        session: Where its steps are asked.
        recipes: Where a step that is a recipe is found.
        limit: Of each step; None leaves it to the step.
        usual: The repositories of a step that names none; none asks all.
        missing: Of the repositories named, why each that is not indexed is not asked, and what would bring it.
    """

    recipe: Recipe
    values: dict[str, tuple[str, ...]]
    session: Session
    recipes: Recipes
    limit: int | None
    usual: tuple[str, ...]
    missing: tuple[str, ...]

    def answers(self) -> Iterator[StepAnswer]:
        """Each step's answer, when it is asked for."""
        found: dict[str, list[Match]] = {}
        for number, step, values in self._asked_steps():
            if step.operation == RECIPE:
                yield from self._inner(number, step, values)
                continue
            answered = self._answered(number, step, values, found)
            if step.id and answered.answer is not None:
                found.setdefault(step.id, []).extend(answered.answer.matches)
            yield answered

    def titles(self) -> list[str]:
        """The titles of the answers that will come, in their order; of a recipe within this one, those of its steps."""
        found: list[str] = []
        for _, step, values in self._asked_steps():
            title = _title(step, values)
            if step.operation == RECIPE:
                try:
                    found += [f"{title}: {inner}" for inner in self._inner_run(step, values).titles()]
                except WithdrawnError:
                    raise
                except CodelensError:
                    found.append(title)  # which says why
            else:
                found.append(title)
        return found

    def _asked_steps(self) -> Iterator[tuple[int, Step, Values]]:
        """The steps that are asked, each with its number and its values."""
        for number, step in enumerate(self.recipe.steps):
            for values in self._turns(step):
                if _is_asked(step, values):
                    yield number, step, values

    def _turns(self, step: Step) -> Iterator[Values]:
        """The values with which a step is asked: one turn for each value of the parameter that it is repeated for."""
        parameters = self.recipe.parameters
        given = with_parts(self.values, parameters)
        if not step.per:
            yield given
        for value in given.get(step.per, ()):
            turn = {step.per: (value,)}
            yield {**with_parts({**self.values, **turn}, parameters), **turn}

    def _inner(self, number: int, step: Step, values: Values) -> Iterator[StepAnswer]:
        """The steps of a recipe within this one."""
        title = _title(step, values)
        try:
            for each in self._inner_run(step, values).answers():
                yield replace(each, title=f"{title}: {each.title}")
        except WithdrawnError:
            raise
        except CodelensError as error:
            yield StepAnswer(step, title, None, (f"{self.recipe.where('steps', number)} {error}",), "", 0.0)

    def _inner_run(self, step: Step, values: Values) -> Run:
        given = {name: fill(text, values) for name, text in step.given.items()}
        return run_recipe(self.recipes.read(step.subject), given, self.session, self.recipes, self.limit)

    def _answered(self, number: int, step: Step, values: Values, found: Mapping[str, list[Match]]) -> StepAnswer:
        started = time.perf_counter()
        errors: list[str] = []
        answers: list[Answer] = []
        rows = _rows(step, found, self.values)
        limit = self.limit or step.limit
        share = max(1, math.ceil(limit / max(len(rows), 1)))
        for row in rows:
            try:
                asked = self._asked(step, {**values, **row}, share)
                answers += asked if step.nearest else map(_only_found, asked)
            except WithdrawnError:
                raise
            except CodelensError as error:
                errors.append(f"{self.recipe.where('steps', number)} {error}")
        note = ""
        if not rows:
            note = "not asked: the step that it follows found nothing"
        elif not answers and not errors:
            note = "not asked: what it needs was not given"
        answer = merged(answers, limit) if answers else None
        unique = tuple(dict.fromkeys(errors))
        return StepAnswer(step, _title(step, values), answer, unique, note, time.perf_counter() - started)

    def _asked(self, step: Step, values: Values, limit: int) -> Iterator[Answer]:
        """The answers of a step to one result of the step before; none when what it needs is not given."""
        if step.operation == SEARCH:
            query = fill_query(parse(step.subject), values)
            if query is not None:
                yield self._difference(step, query, values, limit) if step.without else self._found(step, query, limit)
            return
        repositories = tuple(name for text in step.repo for name in fill(text, values)) or self.usual
        filters = Filters(
            kinds=_fill_all(step.kind, values),
            languages=_fill_all(step.lang, values),
            files=_fill_all(step.file, values),
        )
        revision = next(iter(fill(step.rev, values)), "")
        for name in fill(step.subject, values):
            for to in fill(step.to, values):
                question = Question(name, to, repositories, revision, filters, limit, step.depth)
                yield OPERATIONS[step.operation](self.session, question)

    def _found(self, step: Step, query: Query, limit: int) -> Answer:
        return self._searched(query, _words(query) or step.subject, limit)

    def _difference(self, step: Step, query: Query, values: Values, limit: int) -> Answer:
        """What a query finds and the other one of the step does not."""
        other = fill_query(parse(step.without), values)
        found = self._found(step, query, _MOST_COMPARED)
        known = self._searched(other, step.without, _MOST_COMPARED) if other is not None else replace(found, matches=[])
        said = {_said(match) for match in known.matches}
        left = [match for match in found.matches if _said(match) not in said]
        cut = any(len(each.matches) < each.total for each in (found, known))
        return replace(
            found, matches=left[:limit], total=len(left), truncated=found.truncated or known.truncated or cut
        )

    def _searched(self, query: Query, text: str, limit: int) -> Answer:
        if not any(isinstance(leaf, Field) and leaf.field == "repo" for leaf in leaves(query.tree)):
            usual = tuple(Field("repo", name) for name in self.usual)
            within: tuple[Tree, ...] = (Or(usual),) if len(usual) > 1 else usual
            query = replace(query, tree=And((query.tree, *within))) if within else query
        return search(self.session, query, text, Filters(), min(limit, query.limit or limit))


def _said(match: Match) -> str:
    """What of a match tells whether another one is the same: of text what stands in quotes last, if anything does."""
    if match.kind:
        return match.signature
    quoted = _QUOTED.findall(match.name)
    return quoted[-1][1] if quoted else match.name


def _words(query: Query) -> str:
    """The names and literals of a query as a person would type them."""
    said = (each for each in leaves(query.tree) if isinstance(each, Name | Text) and not each.regex)
    return " ".join(each.text if isinstance(each, Name) else each.pattern for each in said)


def _is_asked(step: Step, values: Values) -> bool:
    return all(_holds(values[name], wanted) for name, wanted in step.only.items())


def _holds(given: Sequence[str], wanted: Sequence[str]) -> bool:
    return bool(set(given or ("",)) & set(wanted) or (given and ANY in wanted))


def _rows(
    step: Step, found: Mapping[str, list[Match]], parameters: Collection[str]
) -> list[dict[str, tuple[str, ...]]]:
    """What a step takes from the results of an earlier one: the first that differ in it; one empty row for nothing."""
    texts = query_texts(parse(step.subject)) if step.operation == SEARCH else []
    all_used = {each for each in placeholders((*texts, *step.texts())) if each.attribute is not None}
    used = sorted(each for each in all_used if each.name not in parameters)
    if not used:
        return [{}]
    matches = found.get(used[0].name, [])
    rows: dict[tuple[str, ...], None] = {}
    for match in matches:
        row = tuple(ATTRIBUTES[each.attribute or ""](match) for each in used)
        if all(row):
            rows.setdefault(row)
    return [{str(each): (value,) for each, value in zip(used, row, strict=True)} for row in list(rows)[: step.each]]


def _only_found(answer: Answer) -> Answer:
    """An answer without what is offered when nothing was found: the nearest names, which no later step may follow."""
    return answer if answer.total else replace(answer, matches=[], tree=(), notes=[])


def _fill_all(texts: Sequence[str], values: Values) -> tuple[str, ...]:
    return tuple(value for text in texts for value in fill(text, values))


def _title(step: Step, values: Values) -> str:
    """The title with its parameters; one that is not given leaves no gap."""
    wanted = {str(each): ", ".join(values.get(str(each), ())) for each in placeholders([step.title])}
    text = next(iter(fill(step.title, {name: (value,) for name, value in wanted.items()})), step.title)
    return " ".join(text.split())
