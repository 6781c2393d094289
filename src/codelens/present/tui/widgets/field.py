"""A field of a form: what is asked for, a line to type it in, what it can become, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from codelens.present.formats import printable
from codelens.present.tui.widgets.options import Option, Options
from codelens.query.recipes.values import takes_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.app import ComposeResult

    from codelens.query.completing import Completion
    from codelens.query.recipes.recipe import Parameter

_MOST_SEEN = 8  # completions


class FieldInput(Input):
    """The line of a field; its other keys choose among what the value can become, and go from field to field."""

    HELP = """\
## A parameter

Type its value; the line above it says what it means, the grey text is an example. What it can become appears while
you type, or with `down`: `up` and `down` select, `enter` takes it, `tab` completes and goes to the next field. Where
nothing is offered `up` and `down` do. `enter` asks the recipe. Several values stand one after the other; quotes hold
one together. What is asked once stands there the next time.
"""
    BINDINGS: ClassVar = [
        Binding("down,ctrl+n", "field('down')", "Down", show=False, id="field.down", tooltip="What it can become"),
        Binding("up,ctrl+p", "field('up')", "Up", show=False, id="field.up", tooltip="The field before"),
        Binding("enter", "field('enter')", "Ask", id="field.enter", tooltip="Ask the recipe"),
        Binding("tab", "field('tab')", "Next", id="field.next", tooltip="The next field"),
        Binding("ctrl+u", "delete_left_all", "Clear", show=False, id="field.clear", tooltip="Delete what is typed"),
    ]

    @dataclass
    class Pressed(Message):
        """A key that is no text was pressed."""

        key: str

    def __init__(self, value: str, placeholder: str) -> None:
        super().__init__(value, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def action_field(self, key: str) -> None:
        """Tell the field."""
        self.post_message(self.Pressed(key))


class Offers(Options[str]):
    """What a value can become, over what stands below its line."""

    can_focus = False
    is_chosen = False  # whether one of them was selected by hand

    def offer(self, completions: Sequence[Completion]) -> None:
        """Offer other values; none is selected before a key is pressed."""
        self.options = [Option(each.value, each.value, each.meaning) for each in completions]
        self.is_chosen = False
        self.display = bool(completions)
        self.styles.height = min(len(completions), _MOST_SEEN)
        self.filter("")

    def style_of(self, part: str, *, selected: bool = False) -> Style:
        """None is painted as selected before one is."""
        return super().style_of(part, selected=selected and self.is_chosen)


class Field(Vertical):
    """A parameter, to be told.

    Args:
        parameter: What is asked for.
        value: What it begins with.
    """

    @dataclass
    class Asked(Message):
        """What the value can become is asked for: the word at its end."""

        field: Field
        word: str

    @dataclass
    class Done(Message):
        """The form is filled in."""

    @dataclass
    class Leave(Message):
        """Another field is to be told: the next (1) or the one before (-1)."""

        by: int

    def __init__(self, parameter: Parameter, value: str = "") -> None:
        super().__init__(classes="field")
        self.parameter = parameter
        self.fault = ""
        self._begun = value
        self._asked_by_hand = False
        self._is_whole = False  # whether what is typed is one of the values that it could become

    def compose(self) -> ComposeResult:
        """What it means, the line, and below it what can be said of that."""
        yield Static(self._label(), classes="field-label", markup=False)
        yield FieldInput(self._begun, self.parameter.example)
        yield Static("", classes="field-note", markup=False)
        yield Offers([])

    def on_mount(self) -> None:
        """Nothing is wrong, and nothing is offered."""
        self.query_one(Offers).display = False
        self.say("")

    def _label(self) -> Content:
        required = ("*", "$text-error") if self.parameter.required else (" ", "")
        meaning = printable(" ".join(self.parameter.meaning.split()))
        return Content.assemble((self.parameter.name, "bold"), required, (f" {meaning}", "$text-muted"))

    @property
    def line(self) -> FieldInput:
        """Where one types."""
        return self.query_one(FieldInput)

    @property
    def offers(self) -> Offers:
        """What is offered."""
        return self.query_one(Offers)

    @property
    def value(self) -> str:
        """What was typed."""
        return self.line.value

    def say(self, fault: str) -> None:
        """Say what is wrong with the value; "" says what it can be instead."""
        self.fault = fault
        note = self.query_one(".field-note", Static)
        note.set_class(bool(fault), "-fault")
        note.update(Content(printable(fault or self._hint())))

    def _hint(self) -> str:
        parts = [f"one of {', '.join(self.parameter.choices)}" if self.parameter.choices else str(self.parameter.type)]
        if takes_several(self.parameter):
            parts.append("one or several")
        said = f"default {self.parameter.default}" if self.parameter.default else "may be left out"
        parts.append("required" if self.parameter.required else said)
        return "; ".join(parts)

    def offer(self, completions: Sequence[Completion], word: str) -> None:
        """Offer what a word can become; nothing when it was typed on, or is that already."""
        if word != self._word() or not self.line.has_focus:
            return
        left = [each for each in completions if each.value != word or each.value.endswith("/")]
        self.offers.offer(left)
        self._is_whole = len(left) < len(completions)
        if self._asked_by_hand and left:
            self.offers.is_chosen = True
        elif self._asked_by_hand:
            self.post_message(self.Leave(1))
        self._asked_by_hand = False

    def _word(self) -> str:
        """What is completed: the whole value, or the last of several."""
        if not takes_several(self.parameter):
            return self.value
        return self.value.rpartition(" ")[2]

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.fault:
            self.say("")
        if self.line.has_focus:
            self.post_message(self.Asked(self, self._word()))

    @on(FieldInput.Pressed)
    def _pressed(self, event: FieldInput.Pressed) -> None:
        event.stop()
        if not (self.offers.display and self._pressed_in_offers(event.key)):
            self._pressed_in_line(event.key)

    def _pressed_in_offers(self, key: str) -> bool:
        """What a key does while something is offered; returns whether it does anything there."""
        chosen = self.offers.is_chosen
        if (key == "enter" and chosen) or (key == "tab" and (chosen or not self._is_whole)):
            self._take()
        elif key == "down" and not chosen:
            self._choose()
        elif key == "up" and chosen and self.offers.selected == 0:
            self._choose(chosen=False)
        elif key in ("down", "up") and chosen:
            self.offers.move(1 if key == "down" else -1)
        else:
            return False
        return True

    def _pressed_in_line(self, key: str) -> None:
        if key == "enter":
            self.post_message(self.Done())
        elif key == "down":
            self._asked_by_hand = True
            self.post_message(self.Asked(self, self._word()))
        else:
            self.post_message(self.Leave(-1 if key == "up" else 1))

    def _choose(self, *, chosen: bool = True) -> None:
        self.offers.is_chosen = chosen
        self.offers.refresh()

    def _take(self) -> None:
        """Put what is selected in the place of the word."""
        value = self.offers.left[self.offers.selected].value
        with self.line.prevent(Input.Changed):
            self.line.value = f"{self.value.removesuffix(self._word())}{value}"
            self.line.cursor_position = len(self.line.value)
        self.offers.offer([])

    @on(Offers.Chosen)
    def _clicked(self, event: Offers.Chosen) -> None:
        event.stop()
        self._take()

    def hide_offers(self) -> bool:
        """Offer nothing any more; returns whether something was offered."""
        shown = self.offers.display
        self.offers.offer([])
        return shown

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """Nothing is offered where nobody types."""
        self.offers.offer([])
