package engine

import "testing"

func TestSetSpeed(t *testing.T) {
	e := New()
	e.SetSpeed(2)
}

func TestStart(t *testing.T) {
	e := New()
	e.Start()
}
