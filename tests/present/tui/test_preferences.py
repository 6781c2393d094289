"""The settings in the app: theme, keys, and what is wrong with them, which the app goes on without."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import corpus
from codelens.errors import SettingsError
from codelens.locations import Home, configuration
from codelens.present.settings import load_settings, settings_file
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.preferences import bindings, check, spelled
from terminal import NARROW, Terminal, running

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def own(text: str) -> None:
    corpus.write(configuration(), {"settings.yaml": text})


def run(home: Path, act: Callable[[Terminal], Awaitable[None]]) -> None:
    async def play() -> None:
        async with running(CodelensApp(Home(home)), NARROW) as terminal:
            await act(terminal)

    asyncio.run(play())


def test_theme_and_keys_are_those_of_the_settings(home: Path) -> None:
    own("theme: nord\nkeys:\n  app.help: f9\n  outside.export: [alt+s, f8]\n")

    async def act(terminal: Terminal) -> None:
        assert terminal.app.theme == "nord"
        await terminal.press("f9")
        await terminal.until(lambda: type(terminal.app.screen).__name__ == "HelpScreen")
        await terminal.press("escape")
        await terminal.type("Pear")
        await terminal.shows("exact")
        await terminal.press("ctrl+s")
        await terminal.press("f8")
        await terminal.shows("Export")

    run(home, act)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme: nord\nlimt: 3\n", ':2: unknown field "limt"; did you mean limit?'),
        ("theme: nrd\n", ':1: theme: there is no theme "nrd"; did you mean nord?'),
        ("theme: nord\nkeys:\n  app.hlp: f9\n", ':3: there is no binding "app.hlp"; did you mean app.help?'),
        ("theme: nord\nkeys:\n  app.help: ctrl+q\n", ':3: app.help: the key "ctrl+q" is that of app.quit already'),
        ("theme: nord\nkeys:\n  app.help: control-h\n", ':3: app.help: "control-h" is no key'),
    ],
)
def test_what_is_wrong_with_them_is_said_and_the_app_goes_on_without(home: Path, text: str, said: str) -> None:
    own(text)

    async def act(terminal: Terminal) -> None:
        await terminal.notes(f"{settings_file()}{said}")
        assert terminal.app.theme == terminal.app.THEME
        await terminal.type("Pear")
        await terminal.shows("exact")
        await terminal.press("f1")
        await terminal.until(lambda: type(terminal.app.screen).__name__ == "HelpScreen")

    run(home, act)


def test_how_a_theme_of_the_palette_is_kept_is_said(home: Path) -> None:
    async def act(terminal: Terminal) -> None:
        terminal.app.theme = "nord"
        await terminal.notes(f"to keep it, write  theme: nord  into {settings_file()}")

    run(home, act)


def test_without_colour_the_app_has_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def act(terminal: Terminal) -> None:
        await terminal.type("Pear")
        await terminal.shows("exact")
        assert "Monochrome" in [type(each).__name__ for each in terminal.app._filters]  # noqa: SLF001

    run(home, act)


def test_every_binding_with_an_id_is_known_and_every_key_is_a_key() -> None:
    known = list(bindings())
    assert {"app.quit", "search.back", "prompt.down", "code.down", "follow.callers", "outside.edit"} <= {
        each.id for each in known
    }
    assert [each for each in known if any(spelled(key) is None for key in each.keys)] == []


def test_the_example_of_the_guide_is_right() -> None:
    guide = (Path(__file__).parents[3] / "docs/app.md").read_text()
    own(guide.partition("```yaml\n")[2].partition("```")[0])
    check(load_settings())


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+h", "ctrl+h"), ("?", "question_mark"), ("alt+?", "alt+question_mark"), ("f6", "f6"), ("G", "G"),
     ("shift+ctrl+up", "ctrl+shift+up"), ("control+h", None), ("f99", None), ("escp", None), ("ctrl+", None)],
)  # fmt: skip
def test_a_key_is_spelled_as_the_app_hears_it(key: str, name: str | None) -> None:
    assert spelled(key) == name


def test_the_same_key_twice_is_found_before_the_app_runs() -> None:
    own("keys:\n  code.down: w\n")
    with pytest.raises(SettingsError, match=r':2: code\.down: the key "w" is that of code\.next-word already'):
        check(load_settings())
