"""What a program in PHP shows is told by how its literals are joined and by what they are given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    (
        'throw new \\RuntimeException("cannot open $file: {$this->why}" . PHP_EOL);',
        [("error", "cannot open {$file}: {$this->why}\n")],
    ),
    ("trigger_error(sprintf('no %s here', $x), E_USER_ERROR);", [("error", "no {s} here")]),
    ("$logger->warning('slow query: ' . $q);", [("log", "slow query: {$q}")]),
    (
        "getenv('APP_HOME'); $_ENV['APP_MODE']; $_SERVER['APP_KEY']; $_SERVER['REQUEST_URI'];",
        [("env", "APP_HOME"), ("env", "APP_MODE"), ("env", "APP_KEY"), ("text", "REQUEST_URI")],
    ),
    ("ini_get('memory_limit'); $config['max_rows'];", [("config", "memory_limit"), ("config", "max_rows")]),
    ("$app->get('/users/{id}', f);", [("route", "/users/{id}")]),
    ("new InputOption('dry-run', null, X, 'do nothing');", [("flag", "dry-run"), ("text", "do nothing")]),
    ("if ($argv[1] == '--fast') {}", [("flag", "fast")]),
    ("const LIMIT = 'too many';", [("text", "too many")]),
    ('require "x.php";', []),
    ("$x = ['a key' => \"a\\tvalue\"];", [("text", "a key"), ("text", "a\tvalue")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("php", f"<?php {source}") == expected
