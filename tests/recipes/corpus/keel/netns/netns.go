// Package netns makes network namespaces for boats.
package netns

import "golang.org/x/sys/unix"

// NewNetNS makes one.
func NewNetNS(dir string) (string, error) {
	if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
		return "", err
	}
	return "/var/run/netns/" + dir, nil
}

// WithNetNSPath runs something in one.
func WithNetNSPath(path string, run func() error) error {
	if err := unix.Setns(open(path), unix.CLONE_NEWNET); err != nil {
		return err
	}
	return run()
}
