// Package run starts boats.
package run

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// Start starts a boat in a process group of its own.
func Start(name string) error {
	cmd := exec.Command("/usr/lib/harbor/boat", "--name", name)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("boat %s can't leave the harbor: %w", name, err)
	}
	return nil
}

// Become replaces this process by a boat.
func Become(name string) error {
	return syscall.Exec("/usr/lib/harbor/boat", []string{"boat", name}, os.Environ())
}
