package keys

// Boat is an object with keys.
type Boat struct {
	Finalizers  []string
	Annotations map[string]string
}

func leave(boats []*Boat) {
	for _, boat := range boats {
		release(boat)
	}
}
