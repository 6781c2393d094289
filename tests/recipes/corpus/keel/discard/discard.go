// Package discard gives blocks back.
package discard

import "os/exec"

// Config is read from a file.
type Config struct {
	DiscardBlocks bool `toml:"discard_blocks"`
}

// BlkDiscard discards all blocks of a device.
func BlkDiscard(device string) error { return exec.Command("blkdiscard", device).Run() }

func remove(config Config, device string) error {
	if config.DiscardBlocks {
		return BlkDiscard(device)
	}
	return nil
}
