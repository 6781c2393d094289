"""Where text stands in a file: in code, in a string or in a comment, by the rules of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

PLACES = ("code", "string", "comment")


class Standing:
    """Where the bytes of one file stand."""

    def at(self, offset: int) -> str:
        """One of :data:`PLACES`."""
        raise NotImplementedError

    def next(self, offset: int, places: Collection[str]) -> int:
        """The first byte after an offset that stands in one of some places, or the file's end."""
        raise NotImplementedError


class Places:
    """The rules of all languages, each read when first needed."""

    def known(self, language: str) -> bool:  # noqa: ARG002
        """Whether there are rules for a language."""
        return False

    def of(self, language: str, blob: bytes) -> Standing:
        """Where the bytes of a file stand."""
        raise NotImplementedError
