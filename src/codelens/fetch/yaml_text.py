"""YAML as people write it: safe types only, and a field that is there twice is an error instead of a silent loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from codelens.errors import ManifestError

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Loader):  # type: ignore[misc]
    """A safe loader that refuses a repeated key."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen: set[object] = set()
        for key, _ in node.value:
            if key.tag != "tag:yaml.org,2002:merge" and isinstance(key.value, str):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(None, None, f'"{key.value}" is there twice', key.start_mark)
                seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def load_yaml(file: Path) -> object:
    """Load a YAML file.

    Raises:
        ManifestError: The file can't be read, or it is no YAML; the message names file, line and column (1-based).

    """
    try:
        text = file.read_bytes()
    except FileNotFoundError as error:
        msg = f"{file}: there is no such file; name a manifest with --repos"
        raise ManifestError(msg) from error
    except OSError as error:
        msg = f"{file}: can't be read: {error.strerror}"
        raise ManifestError(msg) from error
    try:
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - it is a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f" line {mark.line + 1}, column {mark.column + 1}:" if mark else ""
        msg = f"{file}:{place} {error.problem or error.context or 'no YAML'}"
        raise ManifestError(msg) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        msg = f"{file}: is no YAML: {reason}"
        raise ManifestError(msg) from error
