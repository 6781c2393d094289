"""What is shown instead of all else while the terminal is too small for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

_COLUMNS, _ROWS = 40, 10


class TooSmall(ModalScreen[None]):
    """It goes when the terminal grows."""

    HELP = "Make the terminal larger, or its font smaller."

    @staticmethod
    def fits(size: Size) -> bool:
        """Whether a terminal is large enough."""
        return size.width >= _COLUMNS and size.height >= _ROWS

    def compose(self) -> ComposeResult:
        """What is needed."""
        yield Static(f"too small: {_COLUMNS}x{_ROWS} is needed", markup=False)
