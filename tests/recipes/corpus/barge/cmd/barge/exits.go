package main

import "errors"

type exitCode int

const (
	exitNoCargo exitCode = 64
	exitSunk    exitCode = 70
)

var errNoCargo = errors.New("nothing to carry")

// exitCodeOf says with which code an error ends the program.
func exitCodeOf(err error) exitCode {
	if errors.Is(err, errNoCargo) {
		return exitNoCargo
	}
	return exitSunk
}

// isExitCode tells a code from a signal.
func isExitCode(n int) bool { return n < 128 }
