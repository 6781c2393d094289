"""Following from a screen that has a list and a source: the ways that lead on, their keys, and what is asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.binding import Binding

from codelens.errors import CodelensError
from codelens.present.tui import questions
from codelens.present.tui.screens.picker import Picker
from codelens.present.tui.widgets.options import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from textual.app import App
    from textual.worker import Worker
    from textual.worker_manager import WorkerManager

    from codelens.present.tui.app import CodelensApp
    from codelens.present.tui.questions import Found
    from codelens.present.tui.widgets.lines import Summary
    from codelens.present.tui.widgets.reader import Reader
    from codelens.query.following import Follow, Subject
    from codelens.query.matches import Match

FIRST = 60  # matches that are asked for at first
GROUP = "follow"
_TAKEN = "jklhgwbnfmvzyesqtxGN"  # letters that are keys of the list, of the source and of what is done with a place


def follow_keys(follows: Sequence[Follow]) -> dict[str, Follow]:
    """A key for each way to follow: the first letter of its name that is still free, as a small one or as a capital."""
    keys: dict[str, Follow] = {}
    for follow in follows:
        letters = [letter for letter in follow.name + follow.name.upper() if letter.isalpha()]
        key = next((letter for letter in letters if letter not in _TAKEN and letter not in keys), None)
        if key is not None:
            keys[key] = follow
    return keys


class Led(Protocol):
    """A screen from which one follows."""

    reader: Reader
    summary: Summary

    @property
    def app(self) -> App[object]:
        """Its app."""

    @property
    def asked(self) -> CodelensApp:
        """The same, which owns what is asked."""

    @property
    def workers(self) -> WorkerManager:
        """What goes on."""

    @property
    def is_reading(self) -> bool:
        """Whether one is in the source, not in the list."""

    def note(self, text: str) -> None:
        """Say something below the prompt."""

    def work_on(self, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> Worker[None]:
        """Do something that takes its time."""


class Leading:
    """What leads on from where one is.

    Args:
        screen: The one that shows where.
    """

    def __init__(self, screen: Led) -> None:
        self._led = screen
        self._follows: tuple[Follow, ...] = ()
        self._keys: dict[str, Follow] = {}

    def selected(self) -> Match | None:
        """What the selected row stands for."""
        raise NotImplementedError

    def arrive(self, follow: Follow, subject: Subject, found: Found) -> None:
        """Show what a subject has led to."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say again what stands below the list when nothing is asked."""
        raise NotImplementedError

    def learn(self) -> list[Binding]:
        """The keys of all ways to follow."""
        from codelens.query.following import follows  # noqa: PLC0415 - the first screen is painted before it is needed

        self._follows = follows()
        self._keys = follow_keys(self._follows)
        return [
            Binding(
                key,
                f"follow('{follow.name}')",
                follow.name.capitalize(),
                id=f"follow.{follow.name}",
                tooltip=follow.meaning,
            )
            for key, follow in self._keys.items()
        ]

    def choose(self) -> None:
        """Ask which way."""
        keys = {follow.name: key for key, follow in self._keys.items()}
        options = [
            Option(follow.name, follow.name, follow.meaning, keys.get(follow.name, "")) for follow in self._follows
        ]
        in_code = self._led.is_reading

        def chosen(name: str | None) -> None:
            if name is not None:
                self.follow(name, in_code=in_code)

        word = self._led.reader.code.word if in_code else self._name_of_row()
        self._led.app.push_screen(Picker(f"Follow {word}".rstrip(), options), chosen)

    def _name_of_row(self) -> str:
        match = self.selected()
        return "" if match is None else match.symbol or match.name

    def follow(self, name: str, *, in_code: bool) -> None:
        """Follow what is selected, or under the cursor."""
        follow = next((each for each in self._follows if each.name == name), None)
        if follow is not None:
            self._led.work_on(partial(self._follow, follow, in_code=in_code), GROUP)

    async def _follow(self, follow: Follow, *, in_code: bool) -> None:
        screen = self._led
        try:
            subject = await self._subject(in_code=in_code)
            if subject is None:
                screen.note("nothing to follow here: put the cursor on an identifier, or select a row")
                return
            screen.summary.say(f"{follow.name} of {subject.name} …  esc gives up")
            found = await screen.asked.following.ask(questions.followed(follow, subject, FIRST))
        except (CodelensError, OSError) as error:
            screen.note(str(error))
            return
        finally:
            self.tell()
        if found.answer.matches:
            self.arrive(follow, subject, found)
        else:
            screen.note(" · ".join([f"no {follow.name} of {subject.name}", *found.answer.notes]))

    async def _subject(self, *, in_code: bool) -> Subject | None:
        """What is to be followed: the identifier under the cursor of the source, or the selected row."""
        screen, code = self._led, self._led.reader.code
        if in_code and code.file is not None:
            line, column = code.cursor
            if not code.word:
                return None
            at = questions.subject_under(code.file.place, line, code.file.byte_column_of(line, column))
            return await screen.asked.following.ask(at)
        match = self.selected()
        return None if match is None else await screen.asked.following.ask(questions.subject_of_match(match))

    def give_up(self) -> bool:
        """End what is asked; whether anything was."""
        asking = [worker for worker in self._led.workers if worker.group == GROUP and not worker.is_finished]
        for worker in asking:
            worker.cancel()
        return bool(asking)
