package run

import (
	"os/exec"
	"testing"
)

func TestStart(t *testing.T) {
	exec.Command("true")
}
