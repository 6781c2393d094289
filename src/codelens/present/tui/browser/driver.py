"""What draws the app for a tab: Textual's driver for browsers, which here ends the app when nobody talks to it."""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver


class TabDriver(WebDriver):
    """Ends the app when its input ends: the server is gone, killed even, and so is whoever looked."""

    def run_input_thread(self) -> None:
        """Read until there is no more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
