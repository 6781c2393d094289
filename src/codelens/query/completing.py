"""What a word can become while it is typed: repositories, kinds, languages, and names and paths of the index.

A shell, a form and a prompt ask here. What begins so is offered in the order in which one looks for it; shards are
opened only for names and paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from codelens.errors import RecipeError
from codelens.locations import queries_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from codelens.index.shard import Shard
    from codelens.locations import Home
    from codelens.query.recipes.recipe import Parameter

MOST = 30  # names or paths that are offered
_NAMES = ("name", "calls", "calledby", "implements", "scope")  # fields whose values are names of symbols


@dataclass(frozen=True, slots=True)
class Completion:
    """What a word can become.

    Args:
        value: The whole word.
        meaning: One line for a person, or "".
    """

    value: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where completions come from.

    Args:
        home: Where shards are.
        shards: The shards of some repositories; of all for none.
        repositories: Those that are typed beside the word, which names and paths are taken from.
    """

    home: Home
    shards: Callable[[Sequence[str]], list[Shard]]
    repositories: tuple[str, ...] = ()


def repositories(asked: Asked, word: str) -> Iterator[Completion]:
    """Indexed repositories; aliases once something is typed that no name begins with."""
    folders = asked.home.shards.iterdir() if asked.home.shards.is_dir() else ()
    names = sorted({folder.name.partition("@")[0] for folder in folders if (folder / "current").exists()})
    if not word or any(name.startswith(word) for name in names):
        yield from _beginning(word, names)
        return
    from codelens.fetch.manifest import find_manifest  # noqa: PLC0415 - reading it takes longer than all else
    from codelens.fetch.organizations.known import with_brought  # noqa: PLC0415

    for entry in with_brought(find_manifest(), asked.home).repositories:
        if entry.name in names:
            yield from (Completion(alias, entry.name) for alias in entry.aliases if alias.startswith(word))


def listed_repositories(asked: Asked, word: str) -> Iterator[Completion]:
    """Repositories, organisations and groups of the manifest."""
    from codelens.fetch.manifest import find_manifest  # noqa: PLC0415
    from codelens.fetch.organizations.known import with_remembered  # noqa: PLC0415

    manifest = with_remembered(find_manifest(), asked.home.organizations)
    yield from _beginning(word, sorted({*(entry.name for entry in manifest.entries), *manifest.groups}))


def groups(_asked: Asked, word: str) -> Iterator[Completion]:
    """Groups of the manifest."""
    from codelens.fetch.manifest import find_manifest  # noqa: PLC0415

    yield from _beginning(word, sorted(find_manifest().groups))


def installed_packages(_asked: Asked, word: str) -> Iterator[Completion]:
    """Packages that are installed on this machine; none before something is typed."""
    from codelens.fetch.installed.finding import installed_names  # noqa: PLC0415 - it lists many folders
    from codelens.fetch.installed.places import Surroundings  # noqa: PLC0415

    typed = word.lower()
    found = ((name, kind) for name, kind in installed_names(Surroundings()) if typed and name.lower().startswith(typed))
    yield from (Completion(word + name[len(word) :], kind.meaning) for name, kind in islice(found, MOST))


def kinds(_asked: Asked, word: str) -> Iterator[Completion]:
    """Kinds of definition and of reference, with their meaning."""
    from codelens.document import read_document  # noqa: PLC0415 - most completions need no YAML

    file = next(file for folder in queries_folders() if (file := folder / "captures.yaml").is_file())
    listed = read_document(file, RecipeError).value
    for kinds_of_role in listed.values() if isinstance(listed, dict) else ():
        for kind, meaning in kinds_of_role.items():
            if kind.startswith(word):
                yield Completion(kind, meaning)


def languages(_asked: Asked, word: str) -> Iterator[Completion]:
    """Languages that there is a folder of."""
    files = (file for folder in queries_folders() for file in (folder / "languages").glob("*/language.yaml"))
    yield from _beginning(word, sorted({file.parent.name for file in files}))


def revisions(asked: Asked, word: str) -> Iterator[Completion]:
    """Revisions that something is indexed at."""
    folders = asked.home.shards.iterdir() if asked.home.shards.is_dir() else ()
    yield from _beginning(word, sorted({unquote(folder.name.partition("@")[2]) for folder in folders}))


def topics(_asked: Asked, word: str) -> Iterator[Completion]:
    """Topics of recipes."""
    from codelens.query.recipes.library import load_topics  # noqa: PLC0415

    for topic, meaning in load_topics().items():
        if topic.startswith(word):
            yield Completion(topic, meaning)


def symbols(asked: Asked, word: str) -> Iterator[Completion]:
    """Names of the index, the shortest first; none before something is typed."""
    from codelens.query.names.completing import names_with_prefix  # noqa: PLC0415 - it opens shards

    if word:
        yield from map(Completion, names_with_prefix(asked.shards(asked.repositories), word, MOST))


def paths(asked: Asked, word: str) -> Iterator[Completion]:
    """Folders and files of the index, folder by folder."""
    from codelens.query.paths import paths_with_prefix  # noqa: PLC0415 - it opens shards

    yield from map(Completion, islice(paths_with_prefix(asked.shards(asked.repositories), word), MOST))


def of_parameter(parameter: Parameter) -> Callable[[Asked, str], Iterator[Completion]]:
    """What completes a parameter of a recipe, by its type."""
    if parameter.choices:
        return lambda _asked, word: _beginning(word, parameter.choices)
    by_type = {
        "repository": repositories,
        "symbol": symbols,
        "file": paths,
        "kind": kinds,
        "language": languages,
        "revision": revisions,
    }
    return by_type.get(parameter.type.value, nothing)


def nothing(_asked: Asked, _word: str) -> Iterator[Completion]:
    """What completes a text that could be anything."""
    return iter(())


def query_words(asked: Asked, word: str) -> Iterator[Completion]:
    """What a word of a query can become: a field, a field with its value, or a name."""
    from codelens.query.syntax import CHOICES, KEYS  # noqa: PLC0415

    minus = "-" if word.startswith("-") else ""
    field, colon, value = word.removeprefix("-").partition(":")
    if not colon:
        yield from _beginning(word, (f"{minus}{key}:" for key in KEYS))
        if not minus:
            yield from symbols(asked, word)
        return
    by_field = {"kind": kinds, "lang": languages, "repo": repositories, "rev": revisions}
    by_field.update(dict.fromkeys(_NAMES, symbols))
    found = _beginning(value, CHOICES[field]) if field in CHOICES else by_field.get(field, nothing)(asked, value)
    yield from (Completion(f"{minus}{field}:{each.value}", each.meaning) for each in found)


def _beginning(word: str, values: Iterable[str]) -> Iterator[Completion]:
    return (Completion(value) for value in values if value.startswith(word))
