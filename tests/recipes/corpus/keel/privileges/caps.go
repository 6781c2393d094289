// Package privileges gives up what is not needed.
package privileges

import (
	"os"

	"golang.org/x/sys/unix"
)

var kept = []string{"CAP_NET_ADMIN"}

func dropCapabilities() error {
	if os.Geteuid() != 0 {
		return nil
	}
	return unix.Prctl(unix.PR_CAPBSET_DROP, 0, 0, 0, 0)
}

func become(uid int) error {
	if err := dropCapabilities(); err != nil {
		return err
	}
	return unix.Setuid(uid)
}
