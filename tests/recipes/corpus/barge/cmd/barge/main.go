// Barge carries goods for the recipes' tests.
package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	settings, err := loadSettings()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := carry(settings); err != nil {
		os.Exit(int(exitCodeOf(err)))
	}
	os.Exit(0)
}

func carry(settings *Settings) error {
	lease := settings.Lease
	if lease == "" {
		log.Fatalf("lost the lease of berth %s", settings.Berth)
	}
	if settings.Depth < 0 {
		log.Fatalf("bad depth %d", settings.Depth)
	}
	return errNoCargo
}
