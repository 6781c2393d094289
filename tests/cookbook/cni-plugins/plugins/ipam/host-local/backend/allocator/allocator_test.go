package allocator

import "testing"

func TestGet(t *testing.T) {
	allocator := &IPAllocator{}
	if _, err := allocator.Get("a"); err == nil || err.Error() != "no IP addresses available for a" {
		t.Fatal(err)
	}
}
