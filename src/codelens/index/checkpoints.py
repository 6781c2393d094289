"""Checkpoints: what whoever asks is called with now and then, so that a question that nobody waits for can end.

A checkpoint may raise. So between the first and the last change of anything that is kept, none is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

AT_ONCE = 256  # records, or terms, between two checkpoints
_SORTED_AT_ONCE = 4_096

_T = TypeVar("_T")


def never() -> None:
    """The checkpoint of whoever waits for every answer."""


def checked(found: Iterable[_T], checkpoint: Callable[[], None], at_once: int = AT_ONCE) -> Iterator[_T]:
    """The same, with a checkpoint before the first and now and then."""
    checkpoint()
    for count, each in enumerate(found, 1):
        if count % at_once == 0:
            checkpoint()
        yield each


def ordered(found: Iterable[_T], key: Callable[[_T], tuple[object, ...]], checkpoint: Callable[[], None]) -> list[_T]:
    """Sorted by a key, run by run, with checkpoints between; what remains, to merge the runs, is little."""
    keyed = [(key(each), number, each) for number, each in enumerate(checked(found, checkpoint))]
    for start in range(0, len(keyed), _SORTED_AT_ONCE):
        checkpoint()
        keyed[start : start + _SORTED_AT_ONCE] = sorted(keyed[start : start + _SORTED_AT_ONCE])
    keyed.sort()
    return [each for _, _, each in keyed]
