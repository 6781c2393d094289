"""Goldens of screens: each is compared by a test, and the comparison sees what changes."""

from __future__ import annotations

import ast
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

from painting import painted
from terminal import NARROW, WIDE, size_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_TESTS = Path(__file__).resolve().parents[2]


def test_every_golden_is_compared_by_a_test() -> None:
    declared = {name for file in _TESTS.glob("present/**/test_*.py") for name in _declared(file)}
    unused = {file.name for file in (_TESTS / "snapshots").iterdir()} - declared
    assert not unused, "no test compares these with a screen"


def _declared(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "snapshot":
            name, *sizes = node.args
            for size in map(_size, sizes) if sizes else (NARROW, WIDE):
                yield f"{ast.literal_eval(name)}-{size_text(size)}.txt"


def _size(argument: ast.expr) -> tuple[int, int]:
    named = {"NARROW": NARROW, "WIDE": WIDE}
    return named[argument.id] if isinstance(argument, ast.Name) else ast.literal_eval(argument)


def test_a_golden_differs_when_only_a_highlight_is_lost() -> None:
    assert _painted("[bold]Pod[/] runs") != _painted("Pod runs")
    assert _painted("[red]Pod[/] runs") != _painted("[blue]Pod[/] runs")
    assert _painted("[on #101010]Pod[/] runs") != _painted("[on #101011]Pod[/] runs")
    assert _painted("[bold]Po[/]d runs") != _painted("[bold]Pod[/] runs")


def test_a_golden_is_the_same_each_time() -> None:
    assert _painted("[bold red]Pod[/] runs") == _painted("[bold red]Pod[/] runs")


def _painted(markup: str) -> str:
    class Small(App[None]):
        def compose(self) -> Iterator[Static]:
            yield Static(markup)

    async def run() -> str:
        app = Small()
        async with app.run_test(size=(20, 3)):
            return painted(app)

    return asyncio.run(run())
