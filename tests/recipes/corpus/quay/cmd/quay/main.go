// Command quay keeps berths for boats.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"example.org/quay/server"
	"github.com/spf13/pflag"
)

// exitNoBerth is the code of a quay that is full.
const exitNoBerth = 73

func main() {
	options := server.DefaultOptions()
	flags := pflag.NewFlagSet("quay", pflag.ExitOnError)
	options.AddFlags(flags)
	if err := flags.Parse(os.Args[1:]); err != nil {
		log.Fatalf("can't read the flags: %v", err)
	}
	path := filepath.Join(configHome(), "quay", "quay.yaml")
	if err := server.ReadConfig(path, options); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if err := server.Run(options); err != nil {
		os.Exit(exitNoBerth)
	}
}

func configHome() string {
	if home := os.Getenv("QUAY_HOME"); home != "" {
		return home
	}
	return "/etc"
}
