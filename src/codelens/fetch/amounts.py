"""How much fetching brings: what was measured, what is only known by its class, what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from codelens.fetch.mirror_folders import mirror_folder
from codelens.fetch.room import free_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from codelens.fetch.entries import Selection


@dataclass(frozen=True, slots=True)
class Amount:
    """What first fetches bring; what is there already, or read in place, brings little and is only counted.

    Args:
        there: How many repositories are fetched already or read in place.
        measured: How many are to be fetched of which the size was measured.
        measured_bytes: What these bring.
        estimated: How many are to be fetched of which only the class of sizes is known.
        estimated_bytes: What is typical for these.
        unknown: How many are to be fetched of which nothing is known.
        free: Bytes that are free where mirrors go; None when that can't be known.

    """

    there: int
    measured: int
    measured_bytes: int
    estimated: int
    estimated_bytes: int
    unknown: int
    free: int | None

    @property
    def repositories(self) -> int:
        """How many repositories are to be fetched for the first time."""
        return self.measured + self.estimated + self.unknown


def amount_of(selection: Selection, mirrors: Path) -> Amount:
    """Add up what fetching a selection brings."""
    new = [each for each in selection.repositories if each.url and not mirror_folder(mirrors, each.name).exists()]
    sizes = [each.size for each in new if each.size is not None]
    classes = [each.size_class for each in new if each.size is None and each.size_class is not None]
    return Amount(
        there=len(selection.repositories) - len(new),
        measured=len(sizes),
        measured_bytes=sum(sizes),
        estimated=len(classes),
        estimated_bytes=sum(each.typical for each in classes),
        unknown=len(new) - len(sizes) - len(classes),
        free=free_bytes(mirrors),
    )
