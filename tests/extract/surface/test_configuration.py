"""What files that configure a program give it: variables of its environment, the results of rules, paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.model import Statement

YAML = [
    ("env:\n  - name: HOME\n    value: /root\n  - {name: OTHER}\n", [("env", "HOME")]),
    ("environment:\n  MODE: fast\n  'QUOTED': 1\n", [("env", "MODE"), ("env", "QUOTED")]),
    (
        'environment:\n  - MODE=fast\n  - PASSED_ON\n  - "PORT=80"\n',
        [("env", "MODE"), ("env", "PASSED_ON"), ("env", "PORT")],
    ),
    ("ports:\n  - name: http\nvalues:\n  MODE: fast\n", []),
    ("env:\n  - two words\n  - name: a-b\n", []),
    ("rules:\n- record: job:requests:rate5m\n  expr: x\n- alert: Silence\n", [("metric", "job:requests:rate5m")]),
    ("music:\n  record: blue\n", []),
    ("paths:\n  /orders/{id}:\n    get: {}\n  x-note: 1\n", [("route", "/orders/{id}")]),
    ("fields:\n  paths:\n    /tmp: 1\n", []),
]


@pytest.mark.parametrize(("source", "expected"), YAML)
def test_objects_jobs_and_services_are_given_variables(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("yaml", source) == expected


def test_an_image_gives_its_programs_variables(shown: Callable[[str, str], list[tuple[str, str]]]) -> None:
    source = "FROM a\nARG NO\nENV MODE=fast \\\n    PORT=80\nENV OLD style\nLABEL x=y\n"
    assert shown("dockerfile", source) == [("env", "MODE"), ("env", "PORT"), ("env", "OLD")]


def test_a_unit_gives_its_program_variables(shown: Callable[[str, str], list[tuple[str, str]]]) -> None:
    source = '[Service]\nEnvironment=MODE=fast "NAME=two words"\nExecStart=/bin/a A=b\nUser=x\n'
    assert shown("systemd-unit", source) == [("env", "MODE"), ("env", "NAME")]


def test_a_variable_has_its_value_with_it(statements: Callable[[str, str], list[Statement]]) -> None:
    (one,) = statements("yaml", "env:\n  - name: HOME\n    value: /root\n")
    assert one.also == {"default": "/root"}
