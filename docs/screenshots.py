"""Writes the pictures of the app that the README shows: the app itself paints them, over codelens's own source.

    make screenshots

They are no goldens: run it when the app looks another way, and look at what it wrote.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from codelens.fetch.manifest import Repository
from codelens.fetch.sources import open_source
from codelens.index.build import index_source
from codelens.locations import Home
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.screens.search import SearchScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "screenshots"
SIZE = (140, 34)
_DEADLINE = 30.0  # seconds
# The fonts that Rich names are on a server; a picture of ours asks for nothing from elsewhere.
_FONT = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)


def main() -> None:
    """Index codelens, and write each picture."""
    with tempfile.TemporaryDirectory(prefix="codelens-screenshots-") as folder:
        home = Home(Path(folder) / "home").create()
        source = Repository("codelens", None, ROOT / "src", None, (), (), ())
        with closing(open_source(source, home.mirrors)) as opened:
            index_source(opened, home, jobs=2)
        FOLDER.mkdir(exist_ok=True)
        asyncio.run(_shoot(home))


async def _shoot(home: Home) -> None:
    app = CodelensApp(home)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        if not isinstance(screen, SearchScreen):
            message = "the app does not begin with the search"
            raise SystemExit(message)
        await _typed(pilot, screen, "Session.shards")
        _write(app, "search")
        await pilot.press("tab", "c")
        await _until(pilot, lambda: len(screen.views.crumbs) > 1 and bool(screen.results.count))
        await pilot.press("space")
        await _until(pilot, lambda: bool(screen.views.current and any(row.depth for row in screen.views.current.rows)))
        _write(app, "callers")


async def _typed(pilot: Pilot[None], screen: SearchScreen, text: str) -> None:
    screen.prompt.value = text
    await _until(pilot, lambda: screen.views.current is not None and screen.views.current.title == text)
    await _until(pilot, lambda: screen.reader.code.file is not None)
    await pilot.pause(0.5)


async def _until(pilot: Pilot[None], state: Callable[[], bool]) -> None:
    async with asyncio.timeout(_DEADLINE):
        while not state():
            await pilot.pause(0.02)
    await pilot.pause(0.5)


def _write(app: CodelensApp, name: str) -> None:
    picture = _FONT.sub("", app.export_screenshot(title="codelens")).replace("Fira Code, ", "")
    file = FOLDER / f"{name}.svg"
    file.write_text(re.sub(r"[ \t]+$", "", picture, flags=re.MULTILINE))
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
