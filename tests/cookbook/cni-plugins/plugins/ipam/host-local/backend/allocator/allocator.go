package allocator

import "fmt"

// IPAllocator gives addresses away.
type IPAllocator struct{ free []string }

// Get is the next address.
func (a *IPAllocator) Get(id string) (string, error) {
	if len(a.free) == 0 {
		return "", fmt.Errorf("no IP addresses available for %s", id)
	}
	return a.free[0], nil
}
