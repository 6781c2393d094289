// Package state keeps boats on disk.
package state

import (
	"os"
	"path/filepath"
	"syscall"
)

const (
	stateFilename = "state.json"
	root          = "/var/lib/keel/boats"
	pidFile       = "/run/keel/keel.pid"
)

// The directory of a boat tells its state: preparing until it is renamed, and gone when it is garbage.
func boatDir(id string) string { return filepath.Join(root, id) }

func save(id string, data []byte) error {
	return os.WriteFile(filepath.Join(boatDir(id), "bootstrap.json"), data, 0o600)
}

func commit(id string) error { return os.Rename(boatDir(id)+".tmp", boatDir(id)) }

func lock(file *os.File) error { return syscall.Flock(int(file.Fd()), syscall.LOCK_EX) }
