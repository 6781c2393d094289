"""``codelens`` and ``python -m codelens``."""

from __future__ import annotations

from codelens.present.cli.main import run

if __name__ == "__main__":
    run()
