// Package cgroups limits what a boat may use.
package cgroups

import "os"

const pidsMax = "pids.max"

func writeFile(dir, name, value string) error {
	return os.WriteFile(dir+"/"+name, []byte(value), 0o600)
}

func setMemory(dir, limit string) error {
	return writeFile(dir, "memory.max", limit)
}

func statMemory(dir string) (string, error) {
	return readFile(dir, "memory.current")
}

// Manager sets all limits of a boat.
type Manager struct{ dir string }

// Set sets them.
func (m *Manager) Set(limit string) error { return setMemory(m.dir, limit) }
