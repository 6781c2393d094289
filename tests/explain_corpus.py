"""What the screen that explains is tried on: two programs that log, fail and measure, and what they have printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus

if TYPE_CHECKING:
    from pathlib import Path

_HARBOUR = """package harbour

import (
	"fmt"
	"log"
)

// Ship comes and goes.
type Ship struct {
	Name string
	Crew int
}

// Dock moors a ship.
func (s *Ship) Dock(berth int) error {
	log.Printf("ship %s moored at berth %d", s.Name, berth)
	if berth > 12 {
		return fmt.Errorf("no such berth: %d", berth)
	}
	return nil
}

// Arrive lets a ship in.
func Arrive(s *Ship, berth int) error {
	if err := s.Dock(berth); err != nil {
		return fmt.Errorf("cannot let the ship in: %w", err)
	}
	log.Print("harbour watch changed")
	return nil
}
"""
_FERRY = """package ferry

import "log"

// Leave lets a ferry go.
func Leave() {
	log.Print("harbour watch changed")
}
"""
_PILOT = """package pilot

import "log"

// Guide leads a ship through the channel.
func Guide(ship string, depth int) {
	log.Printf("channel too shallow for %s: %d fathoms", ship, depth)
}
"""
HARBOUR = {"go.mod": "module example.org/harbour\n", "harbour.go": _HARBOUR, "ferry/ferry.go": _FERRY}
PILOT = {"go.mod": "module example.org/pilot\n", "pilot.go": _PILOT}

LOG = """\
2024/03/01 10:00:00 ship Calypso moored at berth 7
2024/03/01 10:00:05 ship Argo moored at berth 11
2024/03/01 10:01:00 harbour watch changed
the tide is nobody's business
2024/03/01 10:02:00 channel too shallow for Argo: 2 fathoms
2024/03/01 10:03:00 ship moored at quay 7
"""
CHAIN = "cannot let the ship in: no such berth: 14"


def build(folder: Path) -> Path:
    """Index all of it.

    Args:
        folder: Where the repositories and the home are written.

    Returns:
        The home.
    """
    home = folder / "home"
    for name, files in (("harbour", HARBOUR), ("pilot", PILOT)):
        corpus.commit(folder / name, files)
        corpus.tag(folder / name, "v1.0")
        corpus.index(folder / name, home, name, revision="v1.0")
    return home
