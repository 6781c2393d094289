package main

import (
	"flag"
	"log/slog"
)

var (
	configFile = flag.String("config-file", defaultConfigFile, "where the settings are")
	logLevel   = flag.String("log-level", "info", "how much is logged: debug, info, warn or error")
	verbose    = flag.Bool("verbose", false, "log all there is")
	harborURL  = flag.String("harbor-endpoint", "http://127.0.0.1:4110", "where the harbor answers")
	runtimeAt  = flag.String("docker", "/run/docker.sock", "what runs its cargo")
	listenOn   = flag.String("listen-address", ":4120", "where the barge answers")
	berthName  = flag.String("berth", "north", "where it is moored")
)

var level = new(slog.LevelVar)

// setLogLevel makes it say more, or less.
func setLogLevel(name string) error {
	return level.UnmarshalText([]byte(name))
}
