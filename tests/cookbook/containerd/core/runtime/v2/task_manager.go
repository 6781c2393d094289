package v2

import "fmt"

func createTask(err error) error {
	return fmt.Errorf("failed to create shim task: %w", err)
}
