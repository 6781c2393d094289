"""What holds of all of the app's source: who may read the index, where messages stand, what has help, keys' names."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

from codelens.present import tui

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = Path(tui.__file__).parent
_SOURCE = _FOLDER.parents[2]
_READING = ("codelens.index", "codelens.extract", "codelens.fetch", "codelens.query.session", "codelens.query.shards")
_MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}.")
    if not found.name.endswith("__main__")
]
_CLASSES = sorted(
    {
        each
        for module in _MODULES
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__.startswith(tui.__name__)
    },
    key=lambda each: each.__qualname__,
)


def _names(classes: list[type]) -> list[str]:
    return [each.__qualname__ for each in classes]


def _imported(tree: ast.AST) -> Iterator[str]:
    """What a module imports when it runs, at whatever depth."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        yield from _imported(node)


def _reached(module: str) -> set[str]:
    """The modules of codelens that one leads to when it runs."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        file = _SOURCE / f"{name.replace('.', '/')}.py"
        if name not in found and file.exists():
            found.add(name)
            imported = list(_imported(ast.parse(file.read_text())))
            waiting += [*imported, *(each.rpartition(".")[0] for each in imported)]
    return found


@pytest.mark.parametrize("file", sorted((_FOLDER / "widgets").glob("*.py")), ids=lambda file: file.stem)
def test_no_widget_reads_the_index(file: Path) -> None:
    reached = _reached(f"{tui.__name__}.widgets.{file.stem}")
    assert not [name for name in reached if name.startswith(_READING)]


def test_a_screen_that_asks_leads_to_the_index() -> None:
    assert [name for name in _reached(f"{tui.__name__}.screens.search") if name.startswith(_READING)]


def test_an_import_within_a_function_counts_and_one_for_types_does_not() -> None:
    source = "if TYPE_CHECKING:\n    import codelens.query\ndef look():\n    from codelens.index import shard\n"
    assert list(_imported(ast.parse(source))) == ["codelens.index.shard"]


def test_messages_stand_in_the_widgets_that_post_them() -> None:
    alone = [each for each in _CLASSES if issubclass(each, Message)]
    assert not alone
    nested = [part for each in _CLASSES for part in vars(each).values() if isinstance(part, type)]
    assert any(issubclass(each, Message) for each in nested), "there are some"


def test_what_can_be_focused_says_of_itself_what_it_is_for() -> None:
    focused = [each for each in _CLASSES if issubclass(each, Widget) and each.can_focus and not _is_base(each)]
    assert len(focused) > 4
    assert _names([each for each in focused if not isinstance(getattr(each, "HELP", None), str)]) == []


def _is_base(each: type) -> bool:
    """Whether a class is only derived from."""
    return any(other is not each and issubclass(other, each) for other in _CLASSES)


@pytest.mark.parametrize(
    "owner", [each for each in _CLASSES if "BINDINGS" in vars(each)], ids=lambda each: each.__qualname__
)
def test_every_key_has_a_name_by_which_it_can_be_changed_and_says_what_it_does(owner: type) -> None:
    for binding in vars(owner)["BINDINGS"]:
        assert isinstance(binding, Binding)
        assert binding.id, binding.key
        assert binding.tooltip, binding.key
