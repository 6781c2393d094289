// Package pier moors ships.
package pier

import (
	"errors"
	"fmt"
	"sync"
)

// ErrFull says that there is no berth left.
var ErrFull = errors.New("no berth left")

// Mooring is what ships are tied to.
type Mooring interface {
	Moor(ship string) error
	Release(ship string)
}

// Pier is a mooring of wood.
type Pier struct {
	lock   sync.Mutex
	Berths int
	ships  []string
}

// NewPier builds a pier.
func NewPier(berths int) *Pier {
	return &Pier{Berths: berths}
}

// Moor ties a ship to the pier. TODO: mind its length.
func (p *Pier) Moor(ship string) error {
	p.lock.Lock()
	defer p.lock.Unlock()
	if len(p.ships) >= p.Berths {
		return fmt.Errorf("moor %s: %w", ship, ErrFull)
	}
	p.ships = append(p.ships, ship)
	return nil
}

// Release lets a ship go.
func (p *Pier) Release(ship string) {
	p.ships = without(p.ships, ship) // TODO: lock
}

func without(ships []string, gone string) []string {
	var left []string
	for _, ship := range ships {
		if ship != gone {
			left = append(left, ship)
		}
	}
	return left
}
