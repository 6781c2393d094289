// Package events has the reasons that are shown with an object.
package events

// Reasons.
const (
	SankReason   = "BoatSank"
	MooredReason = "BoatMoored"
)

// Recorder writes events down.
type Recorder interface {
	Eventf(object, reason, format string, args ...any)
}
