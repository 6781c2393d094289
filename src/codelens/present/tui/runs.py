"""A run of a recipe as the list shows it: what its steps have found so far, and what of that is folded.

Rows are made of the answers, which stay as they came: folding and drawing ask nothing again.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from codelens.present.formats import printable
from codelens.present.recipe_exporting import links_of
from codelens.present.recipe_texts import count_text, remarks
from codelens.present.tui.rows import Row
from codelens.present.tui.widgets.row_text import remark_width
from codelens.query.recipes.recipe import ParameterType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from codelens.query.matches import Link
    from codelens.query.recipes.answers import StepAnswer
    from codelens.query.recipes.recipe import Recipe

_LEAST_REMARK = 20  # cells
_MISSING, _LIMITS = "missing", "limits"  # what stands below the steps
# What tells a row from others, however much of the list is folded: its step, and its place in that.
_Key = tuple[object, ...]


class End(StrEnum):
    """How a run ended."""

    WHOLE = "whole"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RecipeAsked:
    """A recipe with what it is told.

    Args:
        recipe: One that can be run.
        given: Parameter to its values.
        repositories: That all of it is confined to; none asks all.
        revision: At which all of it is asked; "" for the one indexed last.
        limit: Of each step; None leaves it to the step.
    """

    recipe: Recipe
    given: Mapping[str, Sequence[str]]
    repositories: tuple[str, ...] = ()
    revision: str = ""
    limit: int | None = None

    @property
    def title(self) -> str:
        """The recipe as if it were called: ``rpc-map(KV/Put)``."""
        values = [" ".join(self.given[each.name]) for each in self.recipe.parameters if self.given.get(each.name)]
        options = [f"repo: {' '.join(self.repositories)}"] if self.repositories else []
        options += [f"rev: {self.revision}"] if self.revision else []
        return f"{self.recipe.name}({', '.join([*values, *options])})"

    @property
    def words(self) -> tuple[str, ...]:
        """What is highlighted in what it finds: the names and texts that it was told."""
        return tuple(
            value.replace("/", ".").rpartition(".")[2] if each.type is ParameterType.SYMBOL else value
            for each in self.recipe.parameters
            if each.type in (ParameterType.SYMBOL, ParameterType.TEXT)
            for value in self.given.get(each.name, ())
        )


@dataclass(slots=True)
class RecipeRun:
    """What a run has found so far.

    Args:
        asked: What is run.
        titles: Of all its steps, those included that are still to come.
        missing: Why repositories are not asked that the recipe or its values name.
        answers: Of the steps so far.
        took: How long each of them took, in seconds.
        end: How it ended; None while it goes on.
        fault: Why it failed.
        drawn: Whether all is drawn as one tree, as ``--tree`` does.
    """

    asked: RecipeAsked
    titles: list[str] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    answers: list[StepAnswer] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    end: End | None = None
    fault: str = ""
    drawn: bool = False
    _folded: set[_Key] = field(default_factory=lambda: {(_MISSING,)})
    _keys: list[_Key] = field(default_factory=list)

    def begin(self, titles: Sequence[str], missing: Sequence[str]) -> None:
        """The run begins, for the first time or anew because the index was replaced under it."""
        self.titles, self.missing = list(titles), tuple(missing)
        self.answers.clear()
        self.took.clear()

    def add(self, answered: StepAnswer, seconds: float) -> None:
        """A step is answered."""
        self.answers.append(answered)
        self.took.append(seconds)

    def rows(self, width: int) -> list[Row]:
        """The rows of the list.

        Args:
            width: Of the list, in cells: remarks that are longer go on in the next row.
        """
        keyed = [
            each
            for said in (*(self._drawn() if self.drawn else self._steps()), *self._below())
            for each in _wrapped(said, width)
        ]
        self._keys = [key for key, _ in keyed]
        return [row for _, row in keyed]

    def place(self, number: int) -> _Key:
        """What tells the row at a number from others."""
        return self._keys[number] if number < len(self._keys) else ()

    def number(self, place: _Key) -> int:
        """Where the row stands that :meth:`place` told; 0 when it is not there."""
        return self._keys.index(place) if place in self._keys else 0

    def fold(self, number: int) -> None:
        """Hide what stands below a row, or show it."""
        self._folded ^= {self._keys[number]}

    @property
    def summary(self) -> str:
        """What was found so far, how many steps there are, and what the answers lack."""
        done, steps = len(self.answers), len(self.titles)
        if self.end is None:
            asking = f"step {done + 1} of {steps}" if done < steps else "asking"
            return "; ".join([f"{asking} …", *self._found()])
        begun = [] if self.end is End.WHOLE else [f"{self.end} after {done} of {steps} steps"]
        return "; ".join([*begun, *self._found(), *self._lost(), f"{sum(self.took) * 1000:.0f} ms"])

    def _found(self) -> Iterator[str]:
        found = [each.answer for each in self.answers if each.answer]
        if found:
            shown = sum(len(answer.matches) for answer in found)
            total = max(sum(answer.total for answer in found), shown)
            least = "at least " if any(answer.truncated for answer in found) else ""
            count = f"{shown:,} of {least}{total:,}" if least or total > shown else f"{total:,}"
            files = max(answer.files for answer in found)
            yield f"{count} {'match' if count == '1' else 'matches'} of {_steps(len(self.answers))} in {files:,} files"

    def _lost(self) -> Iterator[str]:
        """What the answers lack, each in a few words."""
        if wrong := sum(bool(each.errors) for each in self.answers):
            yield f"{wrong} with errors"
        if self.missing:
            yield f"{len(self.missing)} not indexed"
        each = max((each.answer.skipped for each in self.answers if each.answer), key=len, default={})
        if skipped := sum(each.values()):
            yield f"{skipped:,} skipped"

    def _steps(self) -> Iterator[tuple[_Key, Row]]:
        """Each step with its title, what there is to say of it, and its matches."""
        for number, answered in enumerate(self.answers):
            shown = (number,) not in self._folded
            said = count_text(answered) or answered.note or "not answered"
            took = f" · {self.took[number] * 1000:.0f} ms" if answered.answer else ""
            yield (number,), Row(None, answered.title, note=f"{said}{took}", unfolded=shown)
            if not shown:
                continue
            if answered.answer is not None and any(link.links for link in answered.answer.tree):
                yield from self._links(answered.answer.tree, (number,), depth=1)
            elif answered.answer is not None:
                edge = answered.step.edge if self.asked.recipe.chain else ""
                for at, match in enumerate(answered.answer.matches):
                    yield (number, at), Row(match, depth=1, edge=edge if at == 0 else "")
            yield from _remarks((number,), remarks(answered), depth=1)

    def _drawn(self) -> Iterator[tuple[_Key, Row]]:
        """All steps as one tree; what they have to say beside their matches stands below it."""
        yield from self._links(links_of(self.asked.recipe, self.answers), ("tree",), depth=0)
        for number, answered in enumerate(self.answers):
            yield from _remarks((number,), (f"{answered.title}: {each}" for each in remarks(answered)), depth=0)

    def _links(self, links: Sequence[Link], above: _Key, depth: int) -> Iterator[tuple[_Key, Row]]:
        waiting = [((*above, at), link, depth) for at, link in enumerate(links)][::-1]
        while waiting:
            key, link, depth = waiting.pop()
            shown = key not in self._folded
            yield key, Row(link.match, "", depth, link.edge, link.note, shown if link.links else None)
            if shown:
                waiting += [((*key, at), each, depth + 1) for at, each in enumerate(link.links)][::-1]

    def _below(self) -> Iterator[tuple[_Key, Row]]:
        """What is still to come, and what the run could not see: repositories that are not there, and the rest."""
        if self.end is None:
            coming = self.titles[len(self.answers) :][:1]
            yield from _remarks(("coming",), [f"asking: {coming[0]} …" if coming else "asking …"], depth=0)
        if self.fault:
            yield from _remarks(("fault",), [self.fault], depth=0)
        if self.end is not None and self.missing:
            shown = (_MISSING,) not in self._folded
            yield (_MISSING,), Row(None, "Not asked, because not indexed", note=f"{len(self.missing)}", unfolded=shown)
            if shown:
                yield from _remarks((_MISSING,), self.missing, depth=1)
        limits = " ".join(self.asked.recipe.limits.split())
        if self.end is End.WHOLE and limits:
            yield (_LIMITS,), Row(None, "What this recipe does not see", unfolded=(_LIMITS,) not in self._folded)
            if (_LIMITS,) not in self._folded:
                yield from _remarks((_LIMITS,), [limits], depth=1)


def _steps(number: int) -> str:
    return "1 step" if number == 1 else f"{number} steps"


def _remarks(above: _Key, texts: Iterable[str], depth: int) -> Iterator[tuple[_Key, Row]]:
    """Rows that are read and not chosen."""
    for number, text in enumerate(texts):
        yield (*above, "said", number), Row(None, printable(text), max(depth, 1))


def _wrapped(keyed: tuple[_Key, Row], width: int) -> Iterator[tuple[_Key, Row]]:
    """A row, or of a remark that is longer than it so many."""
    key, row = keyed
    if row.match is not None or row.unfolded is not None:
        yield keyed
        return
    room = max(remark_width(width, row.depth), _LEAST_REMARK)
    for number, line in enumerate(textwrap.wrap(row.text, room)):
        yield (*key, number), replace(row, text=line)
