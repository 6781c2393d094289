"""A checkpoint is called while much is gone through or sorted, and changes nothing of what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import WithdrawnError
from codelens.index.checkpoints import checked, ordered

if TYPE_CHECKING:
    from collections.abc import Callable


def counting() -> tuple[list[None], Callable[[], None]]:
    calls: list[None] = []
    return calls, lambda: calls.append(None)


def test_what_is_gone_through_passes_a_checkpoint_first_and_now_and_then() -> None:
    calls, checkpoint = counting()
    assert list(checked(range(1_000), checkpoint, 100)) == list(range(1_000))
    assert len(calls) == 11
    assert list(checked([], checkpoint)) == []
    assert len(calls) == 12


@given(st.lists(st.tuples(st.integers(0, 5), st.integers())))
def test_what_is_sorted_keeps_the_order_of_equals(found: list[tuple[int, int]]) -> None:
    assert ordered(found, lambda each: each[:1], lambda: None) == sorted(found, key=lambda each: each[:1])


def test_sorting_much_passes_checkpoints() -> None:
    calls, checkpoint = counting()
    numbers = [number * 7919 % 10_007 for number in range(10_007)]
    assert ordered(numbers, lambda each: (each,), checkpoint) == sorted(numbers)
    assert len(calls) > 40


def test_sorting_ends_at_a_checkpoint_that_raises() -> None:
    def raising() -> None:
        raise WithdrawnError

    with pytest.raises(WithdrawnError):
        ordered([2, 1], lambda each: (each,), raising)
