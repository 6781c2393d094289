// Package keys has what is written on objects.
package keys

const (
	prefix = "pilot.example.org/"
	// AnchorFinalizer keeps a boat until its anchor is up.
	AnchorFinalizer = "pilot.example.org/anchor"
	// LastCourse is the course that was set last.
	LastCourse = prefix + "last-course"
)

func moor(finalizers []string) []string {
	return append(finalizers, AnchorFinalizer)
}

func release(boat *Boat) {
	boat.Finalizers = remove(boat.Finalizers, AnchorFinalizer)
	boat.Annotations[LastCourse] = "home"
}

var seconds = intFlag("default-anchor-seconds", 300)
