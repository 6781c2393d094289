"""The app of one tab, started by the server: home, manifest (or nothing) and query are its arguments."""

from __future__ import annotations

import sys
from pathlib import Path

from codelens.errors import CodelensError
from codelens.locations import Home
from codelens.present.fronts import Opening
from codelens.present.tui.terminal import open_app


def run() -> None:
    """Run the app, drawn by the driver that the environment names."""
    folder, manifest, query = sys.argv[1:]
    try:
        status = open_app(Opening(Home(Path(folder)), manifest or None, query))
    except CodelensError as error:
        print(f"codelens: error: {error}", file=sys.stderr)
        status = 2
    sys.exit(status)


if __name__ == "__main__":
    run()
