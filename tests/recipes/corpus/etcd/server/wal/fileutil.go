package wal

import "syscall"

// Fdatasync waits until the disk has what was written.
func Fdatasync(f file) error {
	return syscall.Fdatasync(f.fd)
}
