package v2

import "fmt"

func loadShim(err error) error {
	return fmt.Errorf("failed to create shim task with an older version: %w", err)
}
