"""Says of an error in what reads a generation whether its files are to blame.

What a damaged file brings out of Whoosh may be any error, so an error is followed by a look at the checksums.
"""

from __future__ import annotations

from functools import wraps
from inspect import isgeneratorfunction
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from codelens.errors import CodelensError, ReplacedError, ShardError
from codelens.index.generations import checksums, pointed, read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_P = ParamSpec("_P")
_R = TypeVar("_R")


def blame(generation: Path, error: Exception) -> None:
    """Find out whether an error comes from the files of a generation.

    Raises:
        ReplacedError: It was removed, or is being removed, because there is another.
        ShardError: It is damaged.
    """
    shard = generation.parent.name
    name = shard.partition("@")[0]
    if pointed(generation.parent) != generation or not generation.is_dir():
        message = f"{shard}: the index was replaced while it was read; ask again"
        raise ReplacedError(message) from error
    expected, found = read_manifest(generation).checksums, checksums(generation)
    damaged = sorted(path for path in expected if found.get(path) != expected[path])
    if damaged:
        message = f"{shard}: the index is damaged ({damaged[0]}); run: codelens index --rebuild {name}"
        raise ShardError(message) from error


def blaming(method: Callable[_P, _R]) -> Callable[_P, _R]:
    """Say of an error in a method of what has a ``generation`` that the generation is damaged or gone, if it is."""

    @wraps(method)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return method(*args, **kwargs)
        except CodelensError:
            raise
        except Exception as error:
            blame(args[0].generation, error)  # type: ignore[attr-defined]
            raise

    @wraps(method)
    def iterate(*args: _P.args, **kwargs: _P.kwargs) -> Iterator[Any]:
        try:
            yield from method(*args, **kwargs)  # type: ignore[misc]
        except CodelensError:
            raise
        except Exception as error:
            blame(args[0].generation, error)  # type: ignore[attr-defined]
            raise

    return iterate if isgeneratorfunction(method) else call  # type: ignore[return-value]
