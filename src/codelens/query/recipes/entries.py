"""Recipes to choose from, by topic or by what one looks for: how well each answers to what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from codelens.query.recipes.recipe import Recipe

_CLOSE = 0.75  # how alike words are that one may be typed for the other
_MOST_CLOSE = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A recipe that can be chosen, or that can't because it is wrong.

    Args:
        name: Of its file, which is the command's.
        file: Where it is.
        recipe: As read; None when its form is wrong.
        fault: Why it can't be run, one line with file and line; "" when it can.
    """

    name: str
    file: Path
    recipe: Recipe | None
    fault: str = ""


_NAMED = 100  # the weight of a word that is the name
_LOOKED_FOR = 20  # the least weight of the texts that a recipe is likeliest looked for by: name, topics, question


def _texts(entry: Entry) -> Iterator[tuple[int, str]]:
    """What a recipe says of itself, each with its weight."""
    yield 60, entry.name
    recipe = entry.recipe
    if recipe is None:
        return
    yield 40, " ".join(recipe.topics)
    yield _LOOKED_FOR, recipe.question
    parameters = (text for each in recipe.parameters for text in (each.name, each.meaning))
    titles = (step.title for step in recipe.steps)
    yield 4, "\n".join((recipe.when, *recipe.asked, *recipe.repositories, *titles, *parameters))


def _weight(entry: Entry, word: str) -> int:
    """How well a recipe answers to a folded word: by its name best; 0 is not at all."""
    if entry.name == word:
        return _NAMED
    for weight, text in _texts(entry):  # the heaviest first
        folded = text.casefold()
        if word in folded:
            return weight if re.search(rf"\b{re.escape(word)}", folded) else weight // 2
    return 0


def about(entries: Sequence[Entry], text: str, *, forgiving: bool = False) -> list[Entry]:
    """The recipes in which all words of a text are found, those that answer best first; all for no text.

    Args:
        entries: To choose from.
        text: Words of names, topics, questions, or of anything else that recipes say of themselves.
        forgiving: Whether, when none has them all, letters may be missing or wrong.
    """
    words = text.casefold().split()
    found = _weighed(entries, [[word] for word in words])
    if found or not forgiving:
        return found
    known = {
        word for entry in entries for weight, said in _texts(entry) if weight >= _LOOKED_FOR for word in _words(said)
    }
    alike = [[word, *get_close_matches(word, sorted(known), _MOST_CLOSE, _CLOSE)] for word in words]
    if near := _weighed(entries, alike):
        return near
    return [entry for entry in entries if _has_letters(entry.name, "".join(words))]


def _weighed(entries: Iterable[Entry], words: Sequence[Sequence[str]]) -> list[Entry]:
    """The entries that have one of each list of words, the heaviest first, else in the order they came."""
    weights = []
    for entry in entries:
        each = [max(_weight(entry, word) for word in alike) for alike in words]
        if all(each):
            weights.append((-sum(each), entry))
    return [entry for _, entry in sorted(weights, key=lambda weighed: weighed[0])]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _has_letters(name: str, letters: str) -> bool:
    """Whether a name has some letters in this order, the first of them first: ``rpm`` stands for ``rpc-map``."""
    left = iter(name)
    return name[:1] == letters[:1] and all(letter in left for letter in letters)


def by_topic(entries: Sequence[Entry], topics: Mapping[str, str]) -> list[tuple[str, str, list[Entry]]]:
    """Topics with their meanings and recipes, each recipe under its first; what can't be run comes last.

    Args:
        entries: The recipes.
        topics: Those that are known, with their meanings.
    """
    listed: dict[str, list[Entry]] = {topic: [] for topic in topics}
    others: list[Entry] = []
    broken: list[Entry] = []
    for entry in entries:
        if entry.fault or entry.recipe is None:
            broken.append(entry)
        else:
            first = next(iter(entry.recipe.topics), "")
            listed.get(first, others).append(entry)
    groups = [(topic, topics[topic], found) for topic, found in listed.items()]
    groups.append(("others", "recipes of no topic that is known", others))
    groups.append(("broken", "recipes that can't be run, and why", broken))
    return [group for group in groups if group[2]]
