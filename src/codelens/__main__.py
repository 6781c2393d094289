"""``codelens`` and ``python -m codelens``: the one place where the command line meets the app.

A command that opens no screen imports nothing of what draws one: that would cost it a sixth of a second.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from codelens.present.cli import main

if TYPE_CHECKING:
    from codelens.present.fronts import Opening, Serving
    from codelens.present.settings import Loaded


_FRAMES = "200"  # a second at the most: an answer that just missed one of sixty is seen sixteen milliseconds late


def _open(opening: Opening) -> int:
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)  # read when Textual is imported
    from codelens.present.tui.terminal import open_app  # noqa: PLC0415 - heavy

    return open_app(opening)


def _serve(serving: Serving) -> int:
    from codelens.present.tui.browser.server import serve  # noqa: PLC0415 - heavy

    return serve(serving)


def _check(loaded: Loaded) -> None:
    from codelens.present.tui.preferences import check  # noqa: PLC0415 - heavy

    check(loaded)


def run() -> None:
    """Run the command line and end the process with its exit status."""
    main.run((_open, _serve, _check))


if __name__ == "__main__":
    run()
