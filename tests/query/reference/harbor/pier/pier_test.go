package pier

import "testing"

func TestMoor(t *testing.T) {
	pier := NewPier(1)
	if pier.Moor("Ada") != nil || pier.Moor("Bea") == nil {
		t.Fatal("no berth left, or one too many")
	}
}
