"""What the app is tried on: two repositories in two languages, one at two revisions, their commits always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus

if TYPE_CHECKING:
    from pathlib import Path

_FRUIT = """package fruit

// Fruit is what grows on trees.
type Fruit interface {
	Ripen(days int) bool
	Weight() float64
}

// Apple is a Fruit. 林檎
type Apple struct {
	Colour string
	ripe   bool
}

// Ripen makes an apple ripe.
func (a *Apple) Ripen(days int) bool {
	a.ripe = days > ripeAfter
	return a.ripe
}

func (a *Apple) Weight() float64 { return 0.2 }

const ripeAfter = 40

// Pear is a Fruit too.
type Pear struct{ Soft bool }

func (p *Pear) Ripen(days int) bool {
	p.Soft = days > 30
	return p.Soft
}

func (p *Pear) Weight() float64 { return 0.25 }
"""
_ORCHARD = """package orchard

import (
	"fmt"

	"example.org/orchard/fruit"
)

// Orchard is where fruit grows.
type Orchard struct {
	Trees []*Tree
	log   func(format string, args ...any)
}

// Tree bears fruit.
type Tree struct {
	Fruits []fruit.Fruit
}

// Harvest picks what is ripe.
func (o *Orchard) Harvest(days int) ([]fruit.Fruit, error) {
	var picked []fruit.Fruit
	for _, tree := range o.Trees {
		ripe, err := tree.Pick(days)
		if err != nil {
			o.log("cannot harvest %v: %v", tree, err)
			return nil, fmt.Errorf("harvest: %w", err)
		}
		picked = append(picked, ripe...)
	}
	return picked, nil
}

// Pick takes the ripe fruit of a tree.
func (t *Tree) Pick(days int) ([]fruit.Fruit, error) {
	if len(t.Fruits) == 0 {
		return nil, fmt.Errorf("this tree bears nothing")
	}
	var ripe []fruit.Fruit
	for _, each := range t.Fruits {
		if each.Ripen(days) {
			ripe = append(ripe, each)
		}
	}
	return ripe, nil
}
"""
_MAIN = """package main

import (
	"os"

	"example.org/orchard"
	"example.org/orchard/fruit"
)

func main() {
	if err := run(len(os.Args)); err != nil {
		os.Exit(1)
	}
}

func run(days int) error {
	tree := &orchard.Tree{Fruits: []fruit.Fruit{&fruit.Apple{}, &fruit.Pear{}}}
	farm := &orchard.Orchard{Trees: []*orchard.Tree{tree}}
	if _, err := farm.Harvest(days); err != nil {
		return again(days, err)
	}
	return nil
}

// again tries a day later; it goes round until something is ripe.
func again(days int, err error) error {
	if days > 365 {
		return err
	}
	return run(days + 1)
}
"""
# The earlier revision: without pears, and with another line at the top of what is picked.
_FRUIT_BEFORE = _FRUIT.partition("// Pear")[0].rstrip() + "\n"
_ORCHARD_BEFORE = _ORCHARD.replace("package orchard\n", "// An orchard.\npackage orchard\n", 1)
_MAIN_BEFORE = _MAIN.replace(", &fruit.Pear{}", "")

ORCHARD = {
    "go.mod": "module example.org/orchard\n",
    "fruit/fruit.go": _FRUIT,
    "orchard.go": _ORCHARD,
    "cmd/orchard/main.go": _MAIN,
}
ORCHARD_BEFORE = {
    "go.mod": "module example.org/orchard\n",
    "fruit/fruit.go": _FRUIT_BEFORE,
    "orchard.go": _ORCHARD_BEFORE,
    "cmd/orchard/main.go": _MAIN_BEFORE,
}

_PRESS = '''"""Makes juice of fruit."""

import logging

log = logging.getLogger(__name__)
PRESSURE = 4.5  # bar


class Press:
    """Presses apples. 林檎ジュース"""

    def __init__(self, pressure=PRESSURE):
        self.pressure = pressure
        self.pressed = 0

    def press(self, fruit):
        """Press one fruit."""
        if not fruit.ripe:
            log.warning("cannot press %s: it is not ripe", fruit)
            return None
        self.pressed += 1
        return Juice(fruit)

    def press_all(self, fruits):
        return [self.press(each) for each in fruits]


class Juice:
    def __init__(self, fruit):
        self.fruit = fruit


def harvest(orchard, press):
    """Harvest and press at once."""
    return press.press_all(orchard.ripe())
'''
PRESS = {
    "press/__init__.py": "",
    "press/press.py": _PRESS,
    "tests/test_press.py": """from press.press import Press, harvest


def test_harvest():
    assert harvest(orchard=Ripe(), press=Press()) == []


class Ripe:
    def ripe(self):
        return []
""",
    "logo.png": b"\x89PNG\r\n\x1a\n\x00\x00",
}


def build(folder: Path) -> Path:
    """Index all of it.

    Args:
        folder: Where the repositories and the home are written.

    Returns:
        The home.
    """
    home = folder / "home"
    corpus.commit(folder / "orchard", ORCHARD_BEFORE)
    corpus.tag(folder / "orchard", "v1.0")
    corpus.index(folder / "orchard", home, "orchard", revision="v1.0")
    corpus.commit(folder / "orchard", ORCHARD)
    corpus.tag(folder / "orchard", "v1.1")
    corpus.index(folder / "orchard", home, "orchard", revision="v1.1")
    corpus.commit(folder / "press", PRESS)
    corpus.tag(folder / "press", "v2.0")
    corpus.index(folder / "press", home, "press", revision="v2.0")
    return home
