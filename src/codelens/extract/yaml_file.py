"""Reads the YAML files of ``queries/``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from codelens.errors import LanguageError

if TYPE_CHECKING:
    from pathlib import Path

_SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(file: Path) -> object:
    """A YAML file of ``queries/`` as plain values.

    Raises:
        LanguageError: It can't be read or is no YAML.
    """
    try:
        return yaml.load(file.read_bytes(), Loader=_SAFE_LOADER)  # noqa: S506 - it is the safe one, in C where there is one
    except (OSError, yaml.YAMLError, ValueError, RecursionError) as error:
        message = f"{file}: {' '.join(str(error).split())}"
        raise LanguageError(message) from error
