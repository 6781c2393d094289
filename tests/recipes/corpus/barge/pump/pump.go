// Package pump keeps a hold dry.
package pump

import (
	"fmt"
	"log"
	"os"
	"syscall"
)

func fatalf(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format, values...)
	os.Exit(70)
}

// abandonOrExit ends the program when it can't go on.
func abandonOrExit(err error) {
	if err == nil {
		return
	}
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGTERM); err != nil {
		log.Fatal(err)
	}
}
