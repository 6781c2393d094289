"""What a person types into a line for a parameter becomes its values, and what is wrong with them is said shortly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codelens.errors import UsageError
from codelens.query.recipes.recipe import Parameter, ParameterType
from codelens.query.recipes.values import as_typed, fault, typed


def parameter(kind: str = "text", **more: object) -> Parameter:
    return Parameter("p", ParameterType(kind), "a meaning", "an example", **more)


@pytest.mark.parametrize(
    ("asked", "text", "values"),
    [
        (parameter(), "  a b ", ("a b",)),
        (parameter(), " ", ()),
        (parameter(), "it's", ("it's",)),
        (parameter(many=True), "a 'b c'  d", ("a", "b c", "d")),
        (parameter("repository"), "etcd redis", ("etcd", "redis")),
        (parameter("symbol"), "Server.Run", ("Server.Run",)),
    ],
)
def test_a_line_becomes_values(asked: Parameter, text: str, values: tuple[str, ...]) -> None:
    assert typed(asked, text) == values


def test_a_quote_that_is_not_closed_is_said() -> None:
    with pytest.raises(UsageError, match="a quote is not closed"):
        typed(parameter(many=True), "it's")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1)))
def test_values_written_as_a_line_are_read_back(values: list[str]) -> None:
    asked = parameter(many=True)
    assert typed(asked, as_typed(values, asked)) == tuple(values)


@pytest.mark.parametrize(
    ("asked", "values", "said"),
    [
        (parameter(), (), "is missing"),
        (parameter(default=""), (), ""),
        (parameter(), ("a", "b"), "takes one value, not 2"),
        (parameter("repository"), ("a", "b"), ""),
        (parameter("number"), ("x",), "'x' is no number"),
        (parameter("choice", choices=("low", "loud")), ("high",), "'high' is not one of low, loud"),
        (parameter(), ("x" * 2_001,), "is longer than 2000 characters"),
        (parameter("number"), ("3",), ""),
    ],
)
def test_what_is_wrong_with_values_is_said_shortly(asked: Parameter, values: tuple[str, ...], said: str) -> None:
    assert fault(asked, values) == said
