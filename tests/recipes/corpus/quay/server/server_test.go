package server

import (
	"os"
	"testing"
)

func TestRun(t *testing.T) {
	os.Setenv("QUAY_HOME", t.TempDir())
	os.Exit(73)
	panic("--berth-grace-period")
}
