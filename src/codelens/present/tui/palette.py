"""What the command palette offers: every key that counts where one is, by what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.screen import Screen


def commands(app: App[None], screen: Screen[object]) -> Iterator[SystemCommand]:
    """The commands of a screen: the bindings that say in a tooltip what they do, so that a new one appears by itself.

    Args:
        app: That runs them.
        screen: Over which the palette is opened.
    """
    keys: dict[tuple[str, str, str], list[str]] = {}
    runs = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.tooltip and not binding.system and binding.action != "quit":
            command = (binding.description, binding.tooltip, binding.action)
            keys.setdefault(command, []).append(app.get_key_display(binding))
            runs[command] = partial(app.run_action, binding.action, active.node)
    for (title, meaning, action), shown in keys.items():
        # What is typed is looked for in the title alone.
        yield SystemCommand(f"{title}: {meaning}", ", ".join(shown), runs[title, meaning, action])
