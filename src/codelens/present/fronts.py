"""What the app is opened with, in a terminal or in a browser.

The command line and the app do not know each other: ``__main__`` gives the one what opens the other, ``Fronts``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from codelens.locations import Home
    from codelens.present.settings import Loaded

LOOPBACK = "127.0.0.1"
PORT = 8642  # any that nothing else of an engineer's machine is known for


@dataclass(frozen=True, slots=True)
class Opening:
    """The home that is asked, the manifest (None is the usual one) and the query that stands in the prompt at first."""

    home: Home
    manifest: str | None = None
    query: str = ""


@dataclass(frozen=True, slots=True)
class Serving:
    """Where a browser finds the app.

    Args:
        opening: What each tab opens.
        host: The address to listen at.
        port: The port; 0 is any that is free.
        public_url: What browsers are told to open, when that is another address; else empty.
        anywhere: Whether an address that other machines reach is meant.
    """

    opening: Opening
    host: str = LOOPBACK
    port: int = PORT
    public_url: str = ""
    anywhere: bool = False


# What opens the app, in a terminal and in a browser, each of which returns the exit status; and what raises a
# SettingsError when the settings speak of what the app has not. No class, which every command would have to make.
Fronts = tuple["Callable[[Opening], int]", "Callable[[Serving], int]", "Callable[[Loaded], None]"]
