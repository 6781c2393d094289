"""Which of the repositories that a recipe or a person names are indexed; those that are not are left to be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.errors import NotIndexedError
from codelens.query.repositories import meant
from codelens.query.shards import indexed_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.locations import Home


@dataclass(frozen=True, slots=True)
class Named:
    """Repositories that were named.

    Args:
        there: The indexed ones.
        missing: Why each of the others is not asked, and what would bring it.
    """

    there: tuple[str, ...]
    missing: tuple[str, ...]


def named(words: Sequence[str], home: Home) -> Named:
    """The indexed ones of some repositories.

    Args:
        words: Names, globs, aliases or groups.
        home: Where shards are.

    Raises:
        NotIndexedError: None of them is; says what to update.
    """
    indexed = indexed_names(home)
    found: dict[str, None] = {}
    missing: dict[str, str] = {}
    for word in words:
        try:
            found.update(dict.fromkeys(sorted(meant([word], indexed, home))))
        except NotIndexedError as error:
            missing[word] = str(error)
    if not found and len(missing) == 1:
        raise NotIndexedError(*missing.values())
    if not found:
        message = f"none of {', '.join(missing)} is indexed; run: codelens update {' '.join(missing)}"
        raise NotIndexedError(message)
    return Named(tuple(found), tuple(missing.values()))
