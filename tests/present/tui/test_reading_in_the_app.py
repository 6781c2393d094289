"""Reading in the app: the preview, finding in a file, marks, other revisions, room for the source."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import app_corpus
import corpus
from codelens.locations import Home
from codelens.present.tui.app import CodelensApp
from codelens.present.tui.screens.search import SearchScreen
from codelens.present.tui.widgets.results import Results
from terminal import NARROW, WIDE, Terminal, running, snapshot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    App = Callable[[], CodelensApp]


def search_screen(terminal: Terminal) -> SearchScreen:
    assert isinstance(terminal.app.screen, SearchScreen)
    return terminal.app.screen


def flow(act: Callable[[Terminal], Awaitable[None]], app: App, size: tuple[int, int] = WIDE) -> None:
    async def run() -> None:
        async with running(app(), size) as terminal:
            await act(terminal)

    asyncio.run(run())


def cursor(terminal: Terminal) -> tuple[str, int]:
    """The file and the line, 1-based, that the cursor of the source is at."""
    code = search_screen(terminal).reader.code
    return (code.file.place.path if code.file else "", code.cursor[0] + 1)


async def at(terminal: Terminal, path: str, line: int) -> None:
    await terminal.until(lambda: cursor(terminal) == (path, line), f"{path}:{line}")


async def open_source(terminal: Terminal, query: str, path: str, line: int) -> None:
    """Search, and read the first match."""
    await terminal.type(query)
    await at(terminal, path, line)
    await terminal.press("enter")


# What is shown


def test_the_line_that_matched_stands_in_the_middle_also_when_there_is_more_room(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("Tree.Pick")
        await at(terminal, "orchard.go", 35)
        code = search_screen(terminal).reader.code
        await terminal.until(lambda: code.scroll_offset.y == 34 - code.size.height // 2)
        before = code.size.height
        await terminal.press("enter")
        await terminal.until(lambda: code.size.height > before, "most of the room")
        await terminal.until(lambda: code.scroll_offset.y == min(34 - code.size.height // 2, 49 - code.size.height))

    flow(act, app, NARROW)


def test_the_title_says_what_is_read_and_follows_the_cursor(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.shows("orchard orchard.go:21  Orchard.Harvest  @ v1.1 ")
        await terminal.press("right_square_bracket")
        await terminal.shows("orchard orchard.go:35  Tree.Pick  @ v1.1 ")
        await terminal.press("g")
        await terminal.shows("orchard orchard.go:1  @ v1.1 ")

    flow(act, app)


def test_the_source_alone_and_back(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        results = search_screen(terminal).query_one(Results)
        await terminal.press("z")
        await terminal.until(lambda: not results.display or not results.region.area)
        assert search_screen(terminal).reader.region.width == NARROW[0]
        await terminal.press("z")
        await terminal.until(lambda: results.region.area)
        await terminal.press("z", "escape")
        await terminal.until(lambda: results.region.area, "the list is back when one leaves the source")

    flow(act, app, NARROW)


def test_escape_leaves_the_source_for_where_one_came_from(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        screen = search_screen(terminal)
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.press("escape")
        await terminal.until(lambda: screen.focused is screen.prompt)
        await terminal.press("tab", "enter", "escape")
        await terminal.until(lambda: screen.focused is screen.results)
        await terminal.press("escape")
        await terminal.until(lambda: screen.focused is screen.prompt)

    flow(act, app)


def test_a_smaller_and_a_larger_terminal_keep_the_selection_in_sight(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await terminal.type("lang:go kind:method or kind:function or kind:struct or kind:class or kind:field")
        await terminal.press("tab", "end")
        results = search_screen(terminal).results
        await terminal.until(lambda: results.count > 8 and results.selected == results.count - 1)
        for size in (NARROW, (60, 12), WIDE, (45, 14)):
            await terminal.resize(*size)
            last = results.selected
            await terminal.until(
                lambda last=last: (
                    results.scroll_offset.y <= last < results.scroll_offset.y + results.scrollable_content_region.height
                ),
                f"in sight at {size}",
            )

    flow(act, app)


# Finding in it


def test_a_text_is_found_while_it_is_typed_and_gone_through(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.type("/ripe")
        await at(terminal, "orchard.go", 24)
        await terminal.shows("2 of 9")
        await terminal.press("enter", "n")
        await at(terminal, "orchard.go", 29)
        await terminal.press("N", "N")
        await terminal.shows("1 of 9")
        await at(terminal, "orchard.go", 20)
        await terminal.press("N")
        await terminal.shows("9 of 9")

    flow(act, app)


def test_small_letters_find_capitals_and_capitals_only_themselves(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.type("/trees")
        await terminal.shows("2 of 2")
        await terminal.press("escape")
        await terminal.type("/TREES")
        await terminal.shows("not in this file")

    flow(act, app)


def test_escape_goes_back_to_where_one_began_to_find(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.type("/nothing")
        await at(terminal, "orchard.go", 37)
        await terminal.press("escape")
        await at(terminal, "orchard.go", 21)
        await terminal.until(lambda: search_screen(terminal).focused is search_screen(terminal).reader.code)
        await terminal.press("n")
        await terminal.shows("nothing is sought yet")

    flow(act, app)


def test_a_line_is_gone_to_by_its_number_and_one_too_far_is_the_last(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.type(":7x")
        await at(terminal, "orchard.go", 7)
        await terminal.press("enter")
        await terminal.type(":99999")
        await at(terminal, "orchard.go", 47)

    flow(act, app)


# Other revisions


def test_the_same_line_is_read_at_another_revision_and_one_comes_back(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.press("down", "down", "v")
        await terminal.shows("orchard orchard.go @ v1.1, instead of that at", "v1.0")
        await terminal.press("enter")
        await at(terminal, "orchard.go", 24)
        await terminal.shows("orchard.go:24  Orchard.Harvest  @ v1.0", "codelens › Harvest › orchard.go @ v1.0")
        await terminal.press("backspace")
        await at(terminal, "orchard.go", 23)
        await terminal.shows("orchard.go:23  Orchard.Harvest  @ v1.1")

    flow(act, app)


def test_a_line_that_is_not_at_the_other_revision_is_said_to_be_near(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Pear.Ripen", "fruit/fruit.go", 28)
        await terminal.press("v")
        await terminal.shows("instead of that at")
        await terminal.press("enter")
        await terminal.shows("the line is not there as it was", "@ v1.0")

    flow(act, app)


def test_a_file_that_is_not_at_the_other_revision_is_said_and_one_stays(tmp_path: Path) -> None:
    folder = tmp_path / "shed"
    corpus.commit(folder, {"old.py": "def rake(): pass\n"})
    corpus.tag(folder, "v1")
    corpus.index(folder, tmp_path / "home", "shed", revision="v1")
    corpus.commit(folder, {"old.py": "", "new.py": "def spade(): pass\n"})
    corpus.tag(folder, "v2")
    corpus.index(folder, tmp_path / "home", "shed", revision="v2")

    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "spade", "new.py", 1)
        await terminal.press("v")
        await terminal.shows("instead of that at")
        await terminal.press("enter")
        await terminal.shows("shed: new.py: no such file at v1; ")
        await at(terminal, "new.py", 1)
        assert search_screen(terminal).views.crumbs == ["spade"]

    flow(act, lambda: CodelensApp(Home(tmp_path / "home")))


def test_a_repository_with_one_revision_says_so(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Press.press_all", "press/press.py", 24)
        await terminal.press("v")
        await terminal.shows("press is indexed at v2.0 alone")

    flow(act, app)


# Marks


def test_a_mark_is_set_with_a_letter_and_gone_to_from_elsewhere(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.press("down", "down", "m")
        await terminal.shows("mark: a letter")
        await terminal.press("a")
        await terminal.shows("mark a is set")
        await terminal.press("escape", "ctrl+u")
        await open_source(terminal, "Press.press_all", "press/press.py", 24)
        await terminal.press("apostrophe")
        await terminal.shows("Marks", "orchard orchard.go:23", "for _, tree")
        await terminal.press("a")
        await at(terminal, "orchard.go", 23)
        assert search_screen(terminal).views.crumbs == ["Harvest", "Press.press_all", "mark a"]
        await terminal.press("backspace")
        await at(terminal, "press/press.py", 24)

    flow(act, app)


def test_a_mark_in_a_deep_folder_is_listed_with_its_line(tmp_path: Path) -> None:
    path = "orchard/services/internal/picking/pickers.py"
    corpus.index(
        corpus.write(tmp_path / "deep", {path: "def pick():\n    pass\n"}), tmp_path / "home", "orchard-services"
    )

    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "pick", path, 1)
        await terminal.press("m", "a", "apostrophe")
        await terminal.shows("Marks", "…rnal/picking/pickers.py:1  def pick")

    flow(act, lambda: CodelensApp(Home(tmp_path / "home")))


def test_another_key_than_a_letter_sets_no_mark(app: App) -> None:
    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Harvest", "orchard.go", 21)
        await terminal.press("m", "escape", "apostrophe")
        await terminal.shows("no mark is set yet")

    flow(act, app)


def test_a_mark_survives_that_the_repository_is_indexed_again(tmp_path: Path) -> None:
    home = app_corpus.build(tmp_path)

    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Press.press_all", "press/press.py", 24)
        await terminal.press("m", "a", "escape", "ctrl+u")
        await open_source(terminal, "Tree.Pick", "orchard.go", 35)
        moved = app_corpus.PRESS | {"press/press.py": "# moved\n# down\n" + app_corpus.PRESS["press/press.py"]}
        await asyncio.to_thread(_change, tmp_path, home, moved)
        await terminal.press("apostrophe", "a")
        await at(terminal, "press/press.py", 26)
        await terminal.shows("press/press.py:26  Press.press_all")

    flow(act, lambda: CodelensApp(Home(home)))


def test_a_mark_says_that_its_file_is_gone(tmp_path: Path) -> None:
    home = app_corpus.build(tmp_path)

    async def act(terminal: Terminal) -> None:
        await open_source(terminal, "Press.press_all", "press/press.py", 24)
        await terminal.press("m", "a", "escape", "ctrl+u")
        await open_source(terminal, "Tree.Pick", "orchard.go", 35)
        await asyncio.to_thread(_change, tmp_path, home, {"other.py": "x = 1\n"})
        await terminal.press("apostrophe", "a")
        await terminal.shows("press: press/press.py: no such file at")
        await at(terminal, "orchard.go", 35)

    flow(act, lambda: CodelensApp(Home(home)))


def _change(folder: Path, home: Path, files: dict[str, bytes | str]) -> None:
    """Another commit behind the same revision, indexed."""
    corpus.commit(folder / "press", files)
    corpus.tag(folder / "press", "v2.0", again=True)
    corpus.index(folder / "press", home, "press", revision="v2.0")


@snapshot("search-zoomed", NARROW)
async def test_the_source_alone(terminal: Terminal) -> None:
    await open_source(terminal, "Harvest", "orchard.go", 21)
    await terminal.press("z")
    await terminal.until(lambda: not search_screen(terminal).results.region.area)


@snapshot("search-finding")
async def test_a_text_is_found_in_the_source(terminal: Terminal) -> None:
    await open_source(terminal, "Harvest", "orchard.go", 21)
    await terminal.type("/ripe")
    await terminal.shows("2 of 9")


@snapshot("search-marks", NARROW)
async def test_the_marks_are_listed(terminal: Terminal) -> None:
    await open_source(terminal, "Harvest", "orchard.go", 21)
    await terminal.press("m", "a", "down", "m", "b", "apostrophe")
    await terminal.shows("Marks")
