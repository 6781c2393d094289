"""What leads out of the app: the editor, the clipboard, a file of what was found.

All that takes time runs on other threads; the app waits for nothing but an editor in its own terminal.
"""

from __future__ import annotations

import asyncio
import io
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import SuspendNotSupported

from codelens.errors import CodelensError
from codelens.present.formats import one_based, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from codelens.present.editors import Editor
    from codelens.present.exporting import Export, Form
    from codelens.present.links import Permalinks
    from codelens.present.opening import Laid
    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.screens.export import Target
    from codelens.query.matches import Place
    from codelens.query.session import Session

_NOTHING = "nothing is selected: put the cursor on a line, or select a row"
_IN_BROWSER = "an editor would open where codelens runs, not in your browser; copy the place instead"


@dataclass(frozen=True, slots=True)
class At:
    """Where one is.

    Args:
        place: The file.
        line: 0-based.
        byte: The column in bytes, 0-based.
    """

    place: Place
    line: int
    byte: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """What a screen shows, to be exported.

    Args:
        title: What was asked.
        count: How much it is, in words: ``37 matches``.
        lines: Asks for all of it, and writes it as lines.
        has_tree: Whether it can be drawn.
    """

    title: str
    count: str
    lines: Callable[[Session, Export], Sequence[str]]
    has_tree: bool = False


@runtime_checkable
class Outward(Protocol):
    """A screen that something leads out of."""

    def at(self) -> At | None:
        """Where one is; None where nothing is selected."""

    def findings(self) -> Findings | None:
        """What there is to export; None when there is nothing."""


class Outside:
    """Ways out of the app.

    Args:
        app: Of which.
    """

    def __init__(self, app: CodelensApp) -> None:
        self._app = app

    @property
    def screen(self) -> Outward | None:
        """The screen, when something leads out of it."""
        screen = self._app.beneath
        return screen if isinstance(screen, Outward) else None

    @cached_property
    def _links(self) -> Permalinks:
        from codelens.present.links import Permalinks  # noqa: PLC0415 - few leave the app in a session

        return Permalinks(self._app.home)

    def _at(self) -> At | None:
        at = self.screen.at() if self.screen else None
        if at is None:
            self._say(_NOTHING)
        return at

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._app.notify(printable(text), severity="error" if wrong else "information", markup=False)

    # The editor

    async def edit(self) -> None:
        """Open the place where one is in one's editor."""
        at = self._at()
        if at is None:
            return
        if self._app.is_web:
            self._say(_IN_BROWSER, wrong=True)
            return
        from codelens.present.editors import find_editor  # noqa: PLC0415
        from codelens.present.opening import lay_out  # noqa: PLC0415

        try:
            editor = find_editor(self._app.settings.editor)
            laid = await self._app.reading.ask(lambda session: lay_out(session, at.place, at.line, at.byte))
        except (CodelensError, OSError) as error:
            self._say(str(error), wrong=True)
            return
        if laid.note:
            self._say(laid.note)
        if editor.has_window:
            # No thread of asyncio's: the app would wait for it at its end.
            threading.Thread(target=self._edit_beside, args=(editor, laid), name="editor", daemon=True).start()
            self._say(f"opened in {editor.name}")
        else:
            self._edit_here(editor, laid)

    def _edit_here(self, editor: Editor, laid: Laid) -> None:
        """Give the terminal to the editor until it ends."""
        from codelens.present.editing import edit  # noqa: PLC0415

        wrong = ""
        try:
            with self._app.suspend():
                try:
                    edit(editor, laid)
                except CodelensError as error:  # out there it would keep Textual from coming back
                    wrong = str(error)
        except SuspendNotSupported:
            wrong = "this terminal can't be lent to an editor; copy the place instead"
        finally:
            laid.clear()
        if wrong:
            self._say(wrong, wrong=True)

    def _edit_beside(self, editor: Editor, laid: Laid) -> None:
        """Wait, on a thread of its own, for an editor that has a window."""
        from codelens.present.editing import edit  # noqa: PLC0415

        try:
            edit(editor, laid)
        except CodelensError as error:
            text = str(error)
            with suppress(RuntimeError):  # the app has ended
                self._app.call_from_thread(self._say, text, wrong=True)
        finally:
            laid.clear()

    # The clipboard

    async def copy_place(self) -> None:
        """Copy path and line."""
        if (at := self._at()) is not None:
            await self._copy(f"{printable(at.place.path)}:{one_based(at.line)}")

    async def copy_link(self) -> None:
        """Copy the permalink of the line."""
        at = self._at()
        if at is None:
            return
        try:
            link = await asyncio.to_thread(self._links.of, at.place, at.line)
        except (CodelensError, OSError) as error:
            self._say(str(error), wrong=True)
        else:
            await self._copy(link, f"link to {printable(at.place.path)}:{one_based(at.line)}")

    async def _copy(self, text: str, what: str = "") -> None:
        from codelens.present.clipboard import copy  # noqa: PLC0415

        sent: list[str] = []
        here = not self._app.is_web
        copied = await asyncio.to_thread(copy, text, self._app.settings.clipboard, sent.append, here=here)
        for each in sent:  # the terminal is the app's
            self._app.copy_to_clipboard(each)
        self._say(f"{what or text}: {copied.said}", wrong=not copied.done)

    # A file

    def export(self) -> None:
        """Ask for a file, and write to it what was found."""
        from codelens.present.tui.screens.export import ExportScreen  # noqa: PLC0415 - when asked for

        findings = self.screen.findings() if self.screen else None
        if findings is None:
            self._say("there is nothing to export: search for something first")
            return

        def write(target: Target | None) -> None:
            if target is not None:
                self._app.run_worker(self._write(findings, target), group="export")

        in_browser = self._app.is_web
        self._app.push_screen(ExportScreen(findings.count, has_tree=findings.has_tree, in_browser=in_browser), write)

    async def _write(self, findings: Findings, target: Target) -> None:
        from codelens.present.output_file import write_lines  # noqa: PLC0415

        try:
            lines = await self._app.following.ask(
                lambda session: findings.lines(session, self._export(findings, target.form))
            )
            if self._app.is_web:
                self._app.deliver_text(
                    io.StringIO("".join(f"{line}\n" for line in lines)), save_filename=target.file.name
                )
                return
            await asyncio.to_thread(write_lines, target.file, lines, replace=target.replace)
        except (CodelensError, OSError) as error:
            self._say(str(error), wrong=True)
        else:
            self._say(f"written to {target.file}")

    def _export(self, findings: Findings, form: Form) -> Export:
        from codelens.present.exporting import Export, Form  # noqa: PLC0415
        from codelens.present.links import MatchLinks  # noqa: PLC0415

        links = MatchLinks(self._links, lambda _: None) if form is Form.MARKDOWN else None
        return Export(form, findings.title, links, tree=form.picture is not None)
