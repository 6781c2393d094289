"""A screen as text: its characters as the compositor paints them, and below them how they are painted.

The second part has a line for each line of the screen that has more than plain text: runs of cells, each with its
length, its colour (a hue and its lightness in tenths, of ``.``: plain text), its attributes, and its background where
that is another, so that it can be read in a diff: ``9 cyan7, 2 ., 12 grey9 bold on #2b3c4d``.
"""

from __future__ import annotations

import colorsys
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color
    from rich.style import Style
    from textual.app import App
    from textual.strip import Strip

_HUES = ("red", "yellow", "green", "cyan", "blue", "magenta")
_ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse")
_GREY = 0.15  # saturation below which a colour has no hue
_BLACK = 0.05  # lightness below which it has none either, as close to white
# How a cell is painted: the colour and attributes of its text, and its background.
_Look = tuple[str, str]
_Run = tuple[_Look, int]


def text_of(app: App[None]) -> str:
    """The characters on the screen, without spaces at the ends of lines."""
    return "\n".join(_characters(strip) for strip in _strips(app))


def painted(app: App[None]) -> str:
    """The screen as a golden has it."""
    strips = _strips(app)
    width = len(str(len(strips)))
    characters = "\n".join(f"{number:{width}}|{_characters(strip)}" for number, strip in enumerate(strips, 1))
    styles = [[((_words(style), _exactly(style.bgcolor)), cells) for style, cells in _runs(strip)] for strip in strips]
    ((plain, _),) = Counter(_all(styles)).most_common(1)
    maps = [f"{number:{width}}|{_map(runs, plain)}" for number, runs in enumerate(styles, 1)]
    shown = "\n".join(line for line in maps if not line.endswith("|"))
    return f"{characters}\n\n. is {' on '.join(plain)}\n{shown}\n"


def _strips(app: App[None]) -> list[Strip]:
    return app.screen._compositor.render_strips()  # noqa: SLF001 - what a terminal is sent is known nowhere else


def _characters(strip: Strip) -> str:
    return "".join(segment.text for segment in strip).rstrip()


def _runs(strip: Strip) -> Iterator[tuple[Style, int]]:
    for segment in strip:
        if segment.style is not None and segment.text:
            yield segment.style, cell_len(segment.text)


def _all(styles: list[list[_Run]]) -> Iterator[_Look]:
    for runs in styles:
        for look, cells in runs:
            yield from (look for _ in range(cells))


def _map(runs: list[_Run], plain: _Look) -> str:
    joined = [(look, sum(cells for _, cells in each)) for look, each in groupby(runs, key=lambda run: run[0])]
    while joined and joined[-1][0] == plain:
        joined.pop()
    return ", ".join(f"{cells} {_told(look, plain)}" for look, cells in joined)


def _told(look: _Look, plain: _Look) -> str:
    words, background = look
    return "." if look == plain else words if background == plain[1] else f"{words} on {background}"


def _words(style: Style) -> str:
    return " ".join((_hue(style.color), *(name for name in _ATTRIBUTES if getattr(style, name))))


def _hue(color: Color | None) -> str:
    """The class of a colour: its hue, and how light it is."""
    if color is None or color.triplet is None:
        return "default"
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in color.triplet))
    is_grey = saturation < _GREY or not _BLACK < light < 1 - _BLACK
    return f"{'grey' if is_grey else _HUES[round(hue * 6) % 6]}{min(int(light * 10), 9)}"


def _exactly(color: Color | None) -> str:
    return "default" if color is None or color.triplet is None else color.triplet.hex
