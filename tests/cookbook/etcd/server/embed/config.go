package embed

import "time"

// What is set when nobody says otherwise.
const (
	DefaultWarningApplyDuration = 100 * time.Millisecond
)
