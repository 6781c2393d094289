package main

import (
	"os"
	"path/filepath"
)

const defaultConfigFile = "/etc/barge/barge.yaml"

// Settings are what a file says of a barge.
type Settings struct {
	Berth string
	Lease string
	Depth int
}

func loadSettings() (*Settings, error) {
	path := defaultConfigFile
	if home, err := os.UserHomeDir(); err == nil {
		path = filepath.Join(home, ".config", "barge", "barge.yaml")
	}
	if _, err := os.ReadFile(path); err != nil {
		return nil, err
	}
	return &Settings{}, nil
}
