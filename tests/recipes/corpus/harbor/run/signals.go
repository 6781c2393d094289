package run

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// dumpOnSignal writes all stacks when SIGUSR1 arrives.
func dumpOnSignal() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	go func() {
		for range c {
			buf := make([]byte, 1<<16)
			os.Stderr.Write(buf[:runtime.Stack(buf, true)])
		}
	}()
}

// sink ends a boat.
func sink(pid int) error {
	return syscall.Kill(pid, syscall.SIGTERM)
}
